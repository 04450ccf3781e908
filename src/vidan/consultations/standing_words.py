"""Where a draft stands, in words with a tone, and what comes next: for the desk, the public pages and the mail of the morning."""

from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vidan.consultations.kinds import State
from vidan.consultations.models import Draft
from vidan.foundation.calendar import clock
from vidan.foundation.ui.words import long_date

SOON = timedelta(days=3)
"""How long before its last day a window is shown as near its end."""

COMES_NEXT: dict[State, str | Promise] = {
    State.REGISTERED: gettext_lazy("Tiếp theo: đưa lời dự thảo vào, xem lại, chốt, đặt thời gian rồi mở lấy ý kiến."),
    State.OPEN: gettext_lazy("Tiếp theo: hết thời gian thì thôi lấy ý kiến và tổng hợp."),
    State.GATHERING: gettext_lazy("Tiếp theo: tổng hợp ý kiến thành các điểm rồi trình văn bản phản biện."),
    State.SUBMITTED: gettext_lazy("Tiếp theo: lãnh đạo Mặt trận duyệt, cấp số và gửi văn bản phản biện."),
    State.SENT: gettext_lazy("Tiếp theo: cơ quan soạn thảo trả lời từng điểm."),
    State.ANSWERED: gettext_lazy("Tiếp theo: chờ văn bản được ban hành để đối chiếu với điều đã trả lời."),
    State.ISSUED: gettext_lazy("Tiếp theo: đối chiếu từng điểm được tiếp thu với văn bản ban hành."),
    State.CLOSED: "",
    State.STOPPED: "",
}


def standing_words(draft: Draft) -> tuple[str, str]:
    """`Đang lấy ý kiến, còn 10 ngày`, and its tone; every other state by its own name."""
    state, today = State(draft.state), clock.today()
    if state is not State.OPEN or draft.opens_on is None or draft.closes_on is None:
        tone = "stopped" if state in (State.CLOSED, State.ANSWERED, State.ISSUED) else "info"
        return str(state.label).capitalize(), "muted" if state is State.STOPPED else tone
    if today < draft.opens_on:
        return _("Bắt đầu lấy ý kiến từ %(day)s") % {"day": long_date(draft.opens_on)}, "info"
    if today > draft.closes_on:
        return _("Đã hết thời gian lấy ý kiến, đang tổng hợp"), "info"
    left = (draft.closes_on - today).days
    if not left:
        return _("Đang lấy ý kiến, hôm nay là ngày cuối"), "soon"
    words = ngettext("Đang lấy ý kiến, còn %(n)d ngày", "Đang lấy ý kiến, còn %(n)d ngày", left) % {"n": left}
    return words, "soon" if draft.closes_on - today <= SOON else "ok"


def takes_opinions(draft: Draft) -> bool:
    """Whether opinions are taken today."""
    first, last = draft.opens_on, draft.closes_on
    return draft.state == State.OPEN and first is not None and last is not None and first <= clock.today() <= last
