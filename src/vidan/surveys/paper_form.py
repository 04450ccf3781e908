"""The paper twin of a questionnaire (phiếu giấy), to be filled in by hand and keyed afterwards; drawn by Typst."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from vidan.domain.questionnaire.form import Kind, Question, Questionnaire
from vidan.foundation.papers.pdf import draw
from vidan.surveys.answer_errors import limit_words
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.questionnaire_words import LEVELS, condition_words, plain

RATED = frozenset({Kind.SCALE, Kind.MATRIX})


def make_paper(form: Questionnaire, *, language: str, version: QuestionnaireVersion) -> bytes:
    """The PDF in a language; where a text has no English it stands in Vietnamese. The same version gives the same bytes."""
    with override(language):
        return draw("questionnaire", _told(form, language, version))


def _told(form: Questionnaire, language: str, version: QuestionnaireVersion) -> dict[str, Any]:
    numbers = {question.code: n for n, question in enumerate(form.questions(), start=1)}
    known = {question.code: question for question in form.questions()}
    return {
        "language": language,
        "title": plain(form.title),
        "front": version.front.name,
        "mark": _mark(version),
        "words": {
            "number": _("Phiếu số"),
            "counter": _("Nơi phát phiếu"),
            "day": _("Ngày trả lời"),
            "anonymous": _("Phiếu không ghi tên. Xin đừng ghi tên, số điện thoại hay số hồ sơ của mình."),
            "how": _("Đánh dấu vào ô trước câu trả lời được chọn; chọn nhầm thì khoanh ô đó và đánh dấu ô khác."),
            "page": pgettext("paper", "Trang"),
            "date": [_("Ngày"), _("tháng"), _("năm")],
            "thanks": _("Cảm ơn ông/bà đã trả lời."),
        },
        "sections": [
            {
                "title": plain(section.title),
                "questions": [_question(one, numbers, known) for one in section.questions],
            }
            for section in form.sections
        ],
    }


def _question(question: Question, numbers: dict[str, int], known: dict[str, Question]) -> dict[str, Any]:
    limits = "" if question.kind == Kind.DATE else limit_words(question)
    optional = "" if question.required else f"({_('không bắt buộc')})"
    return {
        "number": numbers[question.code],
        "kind": question.kind.value,
        "label": plain(question.label),
        "about": " ".join(part for part in (plain(question.hint), limits, optional) if part),
        "when": condition_words(question.show_if, known, numbers),
        "options": [str(words) for words in LEVELS.values()]
        if question.kind in RATED
        else [plain(choice.label) for choice in question.choices],
        "lines": [plain(line.label) for line in question.lines],
    }


def _mark(version: QuestionnaireVersion) -> str:
    """What tells the papers of one version from those of another."""
    if not version.published_at:
        return _("Bản nháp, chưa dùng để lấy ý kiến")
    return _("Bản %(number)d · dấu %(digest)s") % {"number": version.number, "digest": version.digest[:8]}
