"""Words of inspection (kiểm tra) and supervision (giám sát): kinds, the lawful forms, states, roles, what was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.supervision.standing import Decided as DecidedCode
from vidan.domain.supervision.standing import Standing


class InspectionKind(models.TextChoices):
    """Kiểm tra of member organisations and Fronts below; giám sát of state bodies (Luật MTTQ 2015 Đ.25-30)."""

    INSPECTION = "inspection", pgettext_lazy("oversight", "kiểm tra")
    SUPERVISION = "supervision", pgettext_lazy("oversight", "giám sát")


class Form(models.TextChoices):
    """Hình thức giám sát (Luật MTTQ 2015 Đ.27); an inspection is always made by a delegation."""

    DOCUMENTS = "documents", _("nghiên cứu, xem xét văn bản")
    DELEGATION = "delegation", _("tổ chức đoàn giám sát")
    BOARDS = "boards", _("qua Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng")
    JOINT = "joint", _("tham gia giám sát với cơ quan, tổ chức có thẩm quyền")


class Way(models.TextChoices):
    """What the table of moves calls a kind: the forms without a delegation go a shorter way."""

    INSPECTION = "inspection", pgettext_lazy("oversight", "kiểm tra")
    SUPERVISION = "supervision", pgettext_lazy("oversight", "giám sát")
    DOCUMENTS = "documents", _("nghiên cứu, xem xét văn bản")
    BOARDS = "boards", _("qua Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng")
    JOINT = "joint", _("tham gia giám sát với cơ quan, tổ chức có thẩm quyền")


class InspectionState(models.TextChoices):
    """Trạng thái của một cuộc kiểm tra, giám sát."""

    PROPOSED = "proposed", _("đề xuất đưa vào chương trình năm")
    APPROVED = "approved", _("đã có trong chương trình năm")
    FOUNDED = "founded", _("đã lập đoàn")
    NOTIFIED = "notified", _("đã báo đơn vị")
    VISITED = "visited", _("đã làm việc xong, chờ báo cáo của đoàn")
    REPORTED = "reported", _("đã có báo cáo, đang dự thảo kết luận")
    DRAFT_SENT = "draft_sent", _("đã gửi dự thảo kết luận, chờ giải trình")
    CONCLUDED = "concluded", _("đã có kết luận, theo dõi kiến nghị")
    CLOSED = "closed", pgettext_lazy("oversight", "đã kết thúc")
    STOPPED = "stopped", pgettext_lazy("oversight", "không thực hiện")


ENDS = frozenset({InspectionState.CLOSED, InspectionState.STOPPED})


class MemberRole(models.TextChoices):
    """Vai trò trong đoàn."""

    LEADER = "leader", _("trưởng đoàn")
    SECRETARY = "secretary", _("thư ký")
    MEMBER = "member", pgettext_lazy("delegation", "thành viên")


class Seen(models.TextChoices):
    """Điều thấy được ở một mục của bảng kiểm."""

    MET = "met", pgettext_lazy("checklist", "đạt")
    PARTLY = "partly", pgettext_lazy("checklist", "đạt một phần")
    NOT_MET = "not_met", pgettext_lazy("checklist", "chưa đạt")
    NOT_SEEN = "not_seen", _("không xem được")


class Carried(models.TextChoices):
    """Kết quả xác minh một kiến nghị."""

    DONE = "done", pgettext_lazy("recommendation", "đã thực hiện")
    PARTLY = "partly", pgettext_lazy("recommendation", "thực hiện một phần")
    NOT_DONE = "not_done", pgettext_lazy("recommendation", "chưa thực hiện")


class DueBy(models.TextChoices):
    """Vì sao kiến nghị có hạn này: the law names no number of days (GS-06)."""

    PROGRAMME = "programme", _("theo Chương trình phối hợp")
    CONCLUSION = "conclusion", _("do kết luận nêu")
    SUPERIOR = "superior", _("do cơ quan cấp trên đặt")


class PressingKind(models.TextChoices):
    """Văn bản thúc việc giải quyết: to the unit first, then to the body above it (Luật MTTQ 2015 Đ.28: theo dõi, đôn đốc)."""

    URGING = "urging", pgettext_lazy("recommendation", "đôn đốc")
    PETITION = "petition", pgettext_lazy("recommendation", "kiến nghị cấp trên")


class Decided(models.TextChoices):
    """Cơ quan cấp trên trả lời kiến nghị của Mặt trận thế nào."""

    INSTRUCTED = DecidedCode.INSTRUCTED.value, _("đã yêu cầu đơn vị giải quyết và trả lời Mặt trận")
    SETTLED = DecidedCode.SETTLED.value, _("cấp trên đã trực tiếp giải quyết, chờ Mặt trận xác minh")
    DECLINED = DecidedCode.DECLINED.value, _("không chấp nhận kiến nghị, có nêu lý do")


STANDINGS = {
    Standing.OWED: (pgettext_lazy("recommendation", "chờ trả lời"), "ok"),
    Standing.OVERDUE: (pgettext_lazy("recommendation", "quá hạn trả lời"), "late"),
    Standing.URGED: (pgettext_lazy("recommendation", "quá hạn, đã đôn đốc"), "late"),
    Standing.PETITIONED: (pgettext_lazy("recommendation", "quá hạn, đã kiến nghị cấp trên"), "late"),
    Standing.SETTLED: (pgettext_lazy("recommendation", "cấp trên đã giải quyết, chờ xác minh"), "soon"),
    Standing.DECLINED: (pgettext_lazy("recommendation", "cấp trên không chấp nhận kiến nghị"), "stopped"),
    Standing.ANSWERED: (pgettext_lazy("recommendation", "đã trả lời, chờ xác minh"), "soon"),
    Standing.DONE: (pgettext_lazy("recommendation", "đã xác minh: đã thực hiện"), "stopped"),
    Standing.PARTLY: (pgettext_lazy("recommendation", "đã xác minh: thực hiện một phần"), "soon"),
    Standing.NOT_DONE: (pgettext_lazy("recommendation", "đã xác minh: chưa thực hiện"), "late"),
}
"""How each standing is said, and its tone."""

TONES = {
    InspectionState.PROPOSED: "soon",
    InspectionState.CLOSED: "stopped",
    InspectionState.STOPPED: "muted",
}
"""How a state is coloured; all others are under way."""
