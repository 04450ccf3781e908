"""What a field says when it is filled in wrongly, in our own voice and not in the library's."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django import forms
from django.core import validators
from django.utils import translation

from vidan.foundation.intake.fields import SafeTextField
from vidan.oversight.forms.programme import year_field

ROOT = Path(__file__).parents[3]
OURS = ROOT / "src/vidan/foundation/ui/locale/vi/LC_MESSAGES/django.po"
FIELDS = (
    forms.CharField,
    forms.IntegerField,
    forms.DecimalField,
    forms.DateField,
    forms.TimeField,
    forms.DateTimeField,
    forms.EmailField,
    forms.ChoiceField,
    forms.MultipleChoiceField,
    forms.ModelChoiceField,
    forms.ModelMultipleChoiceField,
)
WRONG = (
    (forms.IntegerField(min_value=0), "-4", "Số này ít nhất là 0."),
    (forms.IntegerField(max_value=9), "12", "Số này nhiều nhất là 9."),
    (forms.IntegerField(), "x", "Ông/bà viết một số nguyên, ví dụ 12."),
    (forms.DecimalField(max_digits=4, decimal_places=1), "1,25", "Sau dấu phẩy nhiều nhất có 1 chữ số."),
    (forms.CharField(max_length=3), "dài quá", "Phần này nhiều nhất 3 chữ, ông/bà đã viết 7."),
    (forms.CharField(min_length=9), "ngắn", "Phần này cần ít nhất 9 chữ, ông/bà mới viết 4."),
    (SafeTextField(max_length=3), "dài quá", "Phần này dài quá 3 chữ (ông/bà đã viết 7). Ông/bà rút bớt giúp."),
    (year_field("Năm"), "hai nghìn", "Ghi năm bằng bốn chữ số, ví dụ 2018."),
    (forms.ChoiceField(choices=[("a", "A")]), "b", "Ông/bà chọn một trong các mục có ở đây; b không có trong đó."),
)


@pytest.mark.parametrize("field", FIELDS, ids=lambda one: str(one.__name__))
def test_every_fault_that_a_kind_of_field_tells_is_worded_by_us(field: type[forms.Field]) -> None:
    with OURS.open("rb") as file:
        ours = {entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in read_po(file)}
    with translation.override(None):
        told = {str(words) for kind in field.__mro__ for words in getattr(kind, "default_error_messages", {}).values()}
        told |= {str(one.message) for one in field.default_validators if isinstance(one, validators.RegexValidator)}
    assert told <= ours


@pytest.mark.parametrize(("field", "given", "told"), WRONG, ids=[told for *_, told in WRONG])
def test_a_fault_is_told_in_plain_vietnamese(field: forms.Field, given: str, told: str) -> None:
    field.localize = True
    with translation.override("vi"), pytest.raises(forms.ValidationError) as refused:
        field.clean(given)
    assert refused.value.messages == [told]
