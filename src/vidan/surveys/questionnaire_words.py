"""What a questionnaire says in words: kinds of questions, levels, factors, conditions, and a text in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vidan.domain.questionnaire.form import Asks, Condition, Factor, Kind, Question, Text

Words = Mapping[str, str | Promise]

KINDS: Words = {
    Kind.SINGLE: gettext_lazy("Chọn một"),
    Kind.MULTIPLE: gettext_lazy("Chọn nhiều"),
    Kind.SCALE: gettext_lazy("Năm mức hài lòng"),
    Kind.MATRIX: gettext_lazy("Bảng nhiều dòng, mỗi dòng năm mức hài lòng"),
    Kind.RANKING: gettext_lazy("Xếp thứ tự"),
    Kind.NUMBER: gettext_lazy("Một con số"),
    Kind.DATE: gettext_lazy("Một ngày"),
    Kind.SHORT: gettext_lazy("Vài chữ"),
    Kind.LONG: gettext_lazy("Đoạn văn"),
}
LEVELS: Words = {
    "1": gettext_lazy("Rất không hài lòng"),
    "2": gettext_lazy("Không hài lòng"),
    "3": gettext_lazy("Bình thường"),
    "4": gettext_lazy("Hài lòng"),
    "5": gettext_lazy("Rất hài lòng"),
}
FACTORS: Words = {
    Factor.ACCESS: gettext_lazy("Tiếp cận dịch vụ"),
    Factor.PROCEDURE: gettext_lazy("Thủ tục hành chính"),
    Factor.OFFICIALS: gettext_lazy("Người giải quyết công việc"),
    Factor.RESULT: gettext_lazy("Kết quả dịch vụ"),
    Factor.FEEDBACK: gettext_lazy("Tiếp nhận, xử lý góp ý, phản ánh, kiến nghị"),
}
CONDITIONS: Words = {
    Asks.IS: gettext_lazy("câu “%(question)s” trả lời là %(values)s"),
    Asks.IS_NOT: gettext_lazy("câu “%(question)s” trả lời khác %(values)s"),
    Asks.AT_LEAST: gettext_lazy("câu “%(question)s” từ %(values)s trở lên"),
    Asks.AT_MOST: gettext_lazy("câu “%(question)s” từ %(values)s trở xuống"),
}


def in_words(text: Text) -> str:
    """The text in the reader's language; where it is not written in it, in Vietnamese and marked so. Safe for a page."""
    if text.vi and not text.en and not reads_vietnamese():
        return format_html('<span lang="vi">{}</span>', text.vi)
    return format_html("{}", plain(text))


def plain(text: Text) -> str:
    """The same without its mark, for what is no page."""
    return text.vi if reads_vietnamese() or not text.en else text.en


def reads_vietnamese() -> bool:
    """Whether the page is in Vietnamese."""
    return (get_language() or "vi").startswith("vi")


def condition_words(conditions: tuple[Condition, ...], asked: Mapping[str, Question]) -> str:
    """When a question is asked, as a sentence; empty for one that always is."""
    if not conditions:
        return ""
    told = [_one_condition(one, asked.get(one.question)) for one in conditions]
    return _("Chỉ trả lời nếu %(conditions)s.") % {"conditions": _(" và ").join(told)}


def answer_words(question: Question, value: str) -> str:
    """What a stored value of a question says."""
    if question.kind in (Kind.SCALE, Kind.MATRIX):
        return str(LEVELS.get(value, value))
    return next((plain(choice.label) for choice in question.choices if choice.code == value), value)


def _one_condition(condition: Condition, asked: Question | None) -> str:
    values = [f"“{answer_words(asked, value) if asked else value}”" for value in condition.values]
    question = plain(asked.label) if asked else condition.question
    return str(CONDITIONS[condition.asks]) % {"question": question, "values": _(" hoặc ").join(values)}
