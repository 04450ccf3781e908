"""Words of a case: kind, state, how the teller is named, what conduct, where it came from (design.md section 7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """Loại hồ sơ. Classification follows the content, not the title of the paper (TT 05/2021/TT-TTCP)."""

    COMMENDATION = "commendation", _("khen")
    FEEDBACK = "feedback", _("phản ánh")
    SUGGESTION = "suggestion", _("kiến nghị")
    INFORMATION = "information", _("cung cấp thông tin")
    COMPLAINT = "complaint", _("khiếu nại")
    DENUNCIATION = "denunciation", _("tố cáo")
    DENUNCIATION_CONTENT = "denunciation_content", _("thông tin có nội dung tố cáo")


PREFIXES = {
    Kind.COMMENDATION: "KH",
    Kind.FEEDBACK: "PA",
    Kind.SUGGESTION: "KN",
    Kind.INFORMATION: "TT",
    Kind.COMPLAINT: "KHN",
    Kind.DENUNCIATION: "TC",
    Kind.DENUNCIATION_CONTENT: "TTC",
}
"""First letters of a case code. The code is given at receipt and stays when the kind is corrected."""

BY_WEB = (Kind.FEEDBACK, Kind.COMMENDATION, Kind.SUGGESTION, Kind.INFORMATION)
"""What the public form takes; complaints and denunciations need signed paper or a visit (Luật TC 2018 Đ.22, 23)."""


class State(models.TextChoices):
    """Trạng thái hồ sơ."""

    RECEIVED = "received", _("mới nhận")
    CLASSIFIED = "classified", _("đã phân loại")
    PREPARED = "prepared", _("chờ kiểm tra bản chuyển")
    CHECKED = "checked", _("bản chuyển đã kiểm tra")
    SUBMITTED = "submitted", _("chờ lãnh đạo duyệt")
    TRANSFERRED = "transferred", _("đã chuyển, chờ trả lời")
    ANSWERED = "answered", _("đã có trả lời")
    VERIFYING = "verifying", _("đang xác minh")
    VERIFIED = "verified", _("đã xác minh")
    PROPOSED = "proposed", _("đã đề xuất, chờ quyết định")
    DECIDED = "decided", _("đã có quyết định")
    INFORMED = "informed", _("đã báo người gửi")
    CLOSED = "closed", _("đã kết thúc")
    WITHDRAWN = "withdrawn", _("người gửi đã rút")
    GUIDING = "guiding", _("chờ duyệt thư hướng dẫn")
    OFFERED = "offered", _("chờ Mặt trận khác nhận")
    REFUSED = "refused", _("không xử lý, có căn cứ")
    GUIDED = "guided", _("đã hướng dẫn đến nơi có thẩm quyền")
    MERGED = "merged", _("đã nhập vào hồ sơ khác")


class Source(models.TextChoices):
    """Nguồn tiếp nhận."""

    WEB = "web", _("trang gửi ý kiến")
    COUNTER = "counter", _("mã QR tại quầy")
    HOTLINE = "hotline", _("điện thoại")
    BOX = "box", _("hộp thư góp ý")
    RECEPTION = "reception", _("buổi tiếp dân")
    LETTER = "letter", _("thư, đơn")
    EMAIL = "email", _("thư điện tử")
    FRONT = "front", _("Mặt trận tự nêu")


class Conduct(models.TextChoices):
    """Điều đã xảy ra: norms of conduct behind attitude feedback are Luật CBCC 2008 Đ.16-18."""

    ATTITUDE = "attitude", _("Thái độ không đúng mực")
    DELAY = "delay", _("Hẹn lại nhiều lần, trả chậm")
    EXTRA_PAPERS = "extra_papers", _("Đòi thêm giấy tờ")
    NO_GUIDANCE = "no_guidance", _("Không hướng dẫn rõ")
    ABSENT = "absent", _("Không có người ở quầy")
    EXTRA_MONEY = "extra_money", _("Gợi ý tiền, quà")
    OTHER = "other", pgettext_lazy("conduct", "Điều khác")


class PersonState(models.TextChoices):
    """Whether the person complained of is known; until then only the head of the body sees a transfer to it."""

    UNRESOLVED = "unresolved", _("chưa rõ là ai")
    RESOLVED = "resolved", _("đã rõ là ai")
    NOBODY = "nobody", _("không về một người cụ thể")


class TransferRole(models.TextChoices):
    """Vai trò của nơi nhận."""

    SETTLE = "settle", _("giải quyết")
    MONITOR = "monitor", _("theo dõi")


SCORES = (
    (1, _("Rất không hài lòng")),
    (2, _("Không hài lòng")),
    (3, _("Bình thường")),
    (4, _("Hài lòng")),
    (5, _("Rất hài lòng")),
)
"""What a person may say of the answer, in words."""
