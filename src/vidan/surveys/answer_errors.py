"""What is wrong with an answer, and what an answer may be, in words beside the question."""

from django.utils.translation import gettext as _

from vidan.domain.questionnaire.answers import LONGEST, Wrong
from vidan.domain.questionnaire.form import Kind, Question


def wrong_words(question: Question, wrong: Wrong) -> str:
    """What to do about an answer that cannot be taken."""
    match wrong:
        case Wrong.MISSING:
            return _("Xin chọn một mức ở mỗi dòng.") if question.kind == Kind.MATRIX else _("Xin trả lời câu này.")
        case Wrong.TOO_FEW if question.kind == Kind.RANKING:
            return _("Xin xếp thứ tự cho tất cả các ý.")
        case Wrong.RANK_TWICE:
            return _("Có hai ý cùng một thứ tự. Xin cho mỗi ý một số khác nhau.")
        case Wrong.NOT_A_NUMBER:
            return _("Xin ghi bằng chữ số, ví dụ 12.")
        case Wrong.NOT_A_DAY:
            return _("Xin ghi một ngày có thật, ví dụ 13/03/2018.")
        case Wrong.TOO_LONG:
            return _("Phần này dài quá %(limit)d chữ. Xin rút bớt.") % {"limit": LONGEST[question.kind]}
        case Wrong.TOO_FEW | Wrong.TOO_MANY | Wrong.OUT_OF_BOUNDS:
            return limit_words(question)
        case Wrong.NOT_A_CHOICE:
            return _("Câu trả lời này không có trong phiếu. Xin chọn lại.")


def limit_words(question: Question) -> str:
    """What bounds an answer to the question; empty where nothing does."""
    least = "" if question.least is None else f"{question.least:f}"
    most = "" if question.most is None else f"{question.most:f}"
    match question.kind:
        case Kind.MULTIPLE if least and most:
            return _("Chọn từ %(least)s đến %(most)s ý.") % {"least": least, "most": most}
        case Kind.MULTIPLE if least:
            return _("Chọn ít nhất %(least)s ý.") % {"least": least}
        case Kind.MULTIPLE if most:
            return _("Chọn nhiều nhất %(most)s ý.") % {"most": most}
        case Kind.MULTIPLE:
            return _("Có thể chọn nhiều ý.")
        case Kind.NUMBER if least and most:
            return _("Ghi số từ %(least)s đến %(most)s.") % {"least": least, "most": most}
        case Kind.NUMBER if least:
            return _("Ghi số từ %(least)s trở lên.") % {"least": least}
        case Kind.NUMBER if most:
            return _("Ghi số không quá %(most)s.") % {"most": most}
        case Kind.RANKING:
            return _("Ghi số thứ tự từ 1 đến %(n)d, 1 là đứng đầu.") % {"n": len(question.choices)}
        case Kind.DATE:
            return _("Ghi ngày/tháng/năm, ví dụ 13/03/2018.")
        case _:
            return ""
