"""What a questionnaire says in words: kinds of questions, levels, factors, conditions, and a text in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from vidan.domain.questionnaire.form import MOST_FIELDS, Asks, Condition, Factor, Fault, Found, Kind, Question, Text

Words = Mapping[str, str | Promise]
Numbers = Mapping[str, int] | None

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
    "3": pgettext_lazy("level", "Bình thường"),
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
    Asks.IS: gettext_lazy("câu %(question)s trả lời là %(values)s"),
    Asks.IS_NOT: gettext_lazy("câu %(question)s trả lời khác %(values)s"),
    Asks.AT_LEAST: gettext_lazy("câu %(question)s từ %(values)s trở lên"),
    Asks.AT_MOST: gettext_lazy("câu %(question)s từ %(values)s trở xuống"),
}
FAULTS: Words = {
    Fault.EMPTY: gettext_lazy("Phiếu chưa có câu hỏi nào."),
    Fault.BAD_CODE: gettext_lazy(
        "Mã “%(code)s” chưa đúng. Mã gồm chữ thường không dấu, chữ số, dấu gạch dưới, bắt đầu bằng chữ, dài tối đa 20."
    ),
    Fault.CODE_TWICE: gettext_lazy("Mã “%(code)s” đã dùng ở chỗ khác."),
    Fault.NO_LABEL: gettext_lazy("Mã “%(code)s” chưa có lời tiếng Việt."),
    Fault.NO_CHOICES: gettext_lazy("Cần ít nhất hai lựa chọn."),
    Fault.NO_LINES: gettext_lazy("Bảng chưa có dòng nào."),
    Fault.CONDITION_UNKNOWN: gettext_lazy("Điều kiện nhắc đến một câu không có trong phiếu."),
    Fault.CONDITION_LATER: gettext_lazy("Điều kiện nhắc đến một câu đứng sau."),
    Fault.CONDITION_VALUE: gettext_lazy("Điều kiện không khớp với cách trả lời của câu được nhắc đến."),
    Fault.SHUFFLED_CONDITION: gettext_lazy(
        "Phần này xáo thứ tự câu hỏi, nên điều kiện không được nhắc đến câu cùng phần."
    ),
    Fault.BOUNDS: gettext_lazy("Giới hạn ít nhất, nhiều nhất chưa hợp nhau."),
    Fault.TOO_LONG: gettext_lazy("Phiếu quá dài: tối đa %(most)d ô trả lời."),
}


def fault_words(found: Found) -> str:
    """What keeps the questionnaire from being published."""
    return str(FAULTS[found.fault]) % {"code": found.code, "most": MOST_FIELDS}


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


def condition_words(conditions: tuple[Condition, ...], asked: Mapping[str, Question], numbers: Numbers = None) -> str:
    """When a question is asked, as a sentence; empty for one that always is. Questions are named by their numbers or words."""
    told = each_condition(conditions, asked, numbers)
    return _("Chỉ trả lời nếu %(conditions)s.") % {"conditions": _(" và ").join(told)} if told else ""


def each_condition(
    conditions: tuple[Condition, ...], asked: Mapping[str, Question], numbers: Numbers = None
) -> list[str]:
    """The conditions one by one."""
    return [_one_condition(one, asked.get(one.question), numbers) for one in conditions]


def answer_words(question: Question, value: str) -> str:
    """What a stored value of a question says."""
    if question.kind in (Kind.SCALE, Kind.MATRIX):
        return str(LEVELS.get(value, value))
    return next((plain(choice.label) for choice in question.choices if choice.code == value), value)


def _one_condition(condition: Condition, asked: Question | None, numbers: Numbers) -> str:
    if asked is None:
        name, values = condition.question, list(condition.values)
    else:
        name = str(numbers[asked.code]) if numbers else f"“{plain(asked.label)}”"
        values = [
            value if asked.kind == Kind.NUMBER else f"“{answer_words(asked, value)}”" for value in condition.values
        ]
    return str(CONDITIONS[condition.asks]) % {"question": name, "values": _(" hoặc ").join(values)}
