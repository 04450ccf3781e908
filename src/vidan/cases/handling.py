"""What may be proposed in a case: the lists of the data, the matter as the law asks for it, and a wrong choice in a sentence."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from vidan.cases.kinds import Kind
from vidan.cases.models import CaseFile
from vidan.cases.outcomes import Handling
from vidan.domain.petitions.handling import FormList, Matter, Wrong, judge, list_for, open_forms
from vidan.foundation.accounts.models.official import Status
from vidan.foundation.calendar import clock


class WrongForms(Exception):
    """The forms that were chosen cannot be proposed in this case; `sentence` says why and names the list."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def matter_of(case: CaseFile, finding: str) -> Matter:
    """The day of the act, or of receipt when nobody said it, and the group of the official who is known by name."""
    official = case.official
    return Matter(
        on=case.happened_on or clock.local(case.received_at).date(),
        finding=finding,
        praise=case.kind == Kind.COMMENDATION,
        status=official.status if official else "",
        leads=bool(official and official.leads),
    )


def open_in(matter: Matter) -> tuple[str, ...]:
    """The forms that may be proposed."""
    return open_forms(lists(), matter)


def wrong_words(chosen: Iterable[str], matter: Matter) -> str:
    """What is wrong with a choice, as a sentence; nothing when it can be proposed."""
    wrong = judge(chosen, lists(), matter)
    if wrong is None:
        return ""
    told = {
        Wrong.EMPTY: _("Cần chọn ít nhất một hình thức."),
        Wrong.TWO_DISCIPLINES: _("Chỉ đề xuất một hình thức kỷ luật cho một người."),
        Wrong.NOTHING_AND_MORE: _("Đã chọn không xử lý thì không chọn thêm hình thức khác."),
        Wrong.NOT_OPEN: _("Có hình thức không áp dụng được ở đây. Các hình thức áp dụng được: %(forms)s (%(why)s).")
        % {"forms": words(open_in(matter)), "why": list_words(matter)},
    }
    return told[wrong]


def list_words(matter: Matter) -> str:
    """Which list counts and why, for who chooses."""
    if matter.finding not in {"founded", "partly"}:
        return _("kết quả xác minh không cho thấy việc phản ánh là đúng")
    if matter.praise:
        return _("hồ sơ là lời khen")
    if not matter.status:
        return _("hồ sơ không về một người cụ thể trong sổ cán bộ, công chức")
    group = str(Status(matter.status).label)
    found = list_for(lists(), matter)
    slots = {"group": group, "day": f"{matter.on:%d/%m/%Y}", "basis": found.basis if found else ""}
    if found is None:
        return _("%(group)s, việc ngày %(day)s: không có danh sách hình thức kỷ luật nào trong dữ liệu") % slots
    if matter.leads:
        return _("%(group)s giữ chức vụ lãnh đạo, việc ngày %(day)s, theo %(basis)s") % slots
    return _("%(group)s, việc ngày %(day)s, theo %(basis)s") % slots


def words(forms: Iterable[str]) -> str:
    """Forms in words, in the order in which they are given."""
    return "; ".join(str(Handling(form).label) for form in forms)


def lists() -> tuple[FormList, ...]:
    """The disciplinary lists of the law, by group and date (data/handling/forms.toml)."""
    return _read(settings.DATA_FOLDER / "handling" / "forms.toml")


@cache
def _read(path: Path) -> tuple[FormList, ...]:
    with path.open("rb") as file:
        return tuple(_row(told) for told in tomllib.load(file)["list"])


def _row(told: dict[str, Any]) -> FormList:
    forms = tuple(Handling(form).value for form in told["forms"])
    return FormList(
        status=Status(told["status"]).value,
        forms=forms,
        leaders_only=frozenset(told.get("leaders_only", ())),
        others_only=frozenset(told.get("others_only", ())),
        valid_from=told["valid_from"],
        valid_to=told.get("valid_to"),
        basis=told["basis"],
        certainty=told["certainty"],
    )
