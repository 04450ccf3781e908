"""The way through the public form: which question follows which, given what was typed so far. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.forms.letter import ConductForm, IdentityForm, KindForm, PlaceForm, StoryForm, TellerForm, WishForm
from vidan.cases.kinds import Kind
from vidan.foundation.intake.tellers import TellerMode

Typed = Mapping[str, Mapping[str, Any]]
"""What was typed, by step."""


@dataclass(frozen=True)
class Question:
    """One page of the form: its place in the address, its words, its form."""

    slug: str
    title: str | Promise
    reason: str | Promise
    form: type[forms.Form]


QUESTIONS = (
    Question(
        "loai",
        _("Ông/bà muốn gửi điều gì?"),
        _("Chọn một. Chọn chưa đúng cũng không sao, Mặt trận sẽ xếp lại."),
        KindForm,
    ),
    Question("noi", _("Chuyện ở đâu, khi nào?"), _("Để Mặt trận biết nơi nào phải trả lời."), PlaceForm),
    Question(
        "dieu-gi",
        _("Điều gì đã xảy ra với ông/bà?"),
        _("Chọn một hoặc nhiều điều. Bước sau ông/bà kể bằng lời của mình."),
        ConductForm,
    ),
    Question(
        "ke",
        _("Ông/bà kể giúp chuyện đã xảy ra"),
        _("Viết như khi kể với người quen. Không cần tên cán bộ; nếu biết thì ghi cũng được."),
        StoryForm,
    ),
    Question(
        "mong", _("Ông/bà mong điều gì?"), _("Không bắt buộc, nhưng giúp nơi trả lời đi đúng vào việc."), WishForm
    ),
    Question(
        "ten",
        _("Ông/bà có muốn nêu tên không?"),
        _("Chọn cách nào Mặt trận cũng tiếp nhận và trả lời như nhau."),
        TellerForm,
    ),
    Question(
        "lien-he",
        _("Mặt trận gọi ông/bà là gì?"),
        _("Chỉ họ tên là cần. Trả lời luôn có ở trang này bằng mã biên nhận."),
        IdentityForm,
    ),
)
"""The questions in their order; the review of the whole letter follows them."""

REVIEW = "xem-lai"
BY_SLUG = {question.slug: question for question in QUESTIONS}


def questions_for(typed: Typed) -> tuple[Question, ...]:
    """The questions that this letter needs."""
    kind = typed.get("loai", {}).get("kind", Kind.FEEDBACK)
    mode = typed.get("ten", {}).get("mode", "")
    left_out = set()
    if kind != Kind.FEEDBACK:
        left_out.add("dieu-gi")
    if mode in ("", TellerMode.ANONYMOUS):
        left_out.add("lien-he")
    return tuple(question for question in QUESTIONS if question.slug not in left_out)


def first_open(typed: Typed) -> str:
    """The first question that has no answer yet, or the review."""
    for question in questions_for(typed):
        if question.slug not in typed:
            return question.slug
    return REVIEW


def after(slug: str, typed: Typed) -> str:
    """What follows a question: the first open one from there on, or the review when everything was answered before."""
    slugs = [question.slug for question in questions_for(typed)]
    following = slugs[slugs.index(slug) + 1 :]
    return following[0] if following else REVIEW


def place_of(slug: str, typed: Typed) -> tuple[int, int, str]:
    """Which step of how many this is, and the slug of the step before (empty at the first)."""
    slugs = [*(question.slug for question in questions_for(typed)), REVIEW]
    at = slugs.index(slug)
    return at + 1, len(slugs), slugs[at - 1] if at else ""
