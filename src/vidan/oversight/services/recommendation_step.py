"""Taking a step about one recommendation: the step of its inspection, and what the rules say of this one."""

from django.utils.translation import gettext_lazy as _

from vidan.domain.supervision.standing import may
from vidan.foundation.calendar import clock
from vidan.oversight.models import Recommendation
from vidan.oversight.services.inspection_step import NotNow, Step

NO_SUCH = _("Kết luận không có kiến nghị mang số này.")

CLOSED = {
    "answer": _("Kiến nghị này đã khép lại, không trả lời thêm ở đây được nữa."),
    "urge": _("Kiến nghị này chưa đến lúc đôn đốc: chưa quá hạn, hoặc đã được trả lời."),
    "petition": _("Chỉ kiến nghị cấp trên khi đã đôn đốc bằng văn bản và ngày nêu trong đó đã qua."),
    "take_superior": _("Kiến nghị này không có văn bản nào đang chờ cấp trên trả lời."),
    "verify": _("Kiến nghị này chưa đến lúc xác minh, hoặc đã khép lại."),
}
"""What is said where a step is not open for this one."""


def one_of(taking: Step, number: int, step: str) -> Recommendation:
    """The recommendation of a number, if the step is open for it now; raises NotNow with what is so."""
    row = next((one for one in taking.known.recommendations if one.number == number), None)
    if row is None:
        raise NotNow(NO_SUCH)
    if not may(step, row.told, clock.today()):
        raise NotNow(CLOSED[step])
    return row
