"""Notices (báo việc): that something waits, never what a person said or who he is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.models import User


class NoticeKind(models.TextChoices):
    NEW = "new", _("có hồ sơ mới")
    TO_CHECK = "to_check", _("có bản chuyển chờ kiểm tra")
    TO_APPROVE = "to_approve", _("có phiếu chuyển chờ duyệt")
    RETURNED = "returned", _("có hồ sơ được trả lại để sửa")
    TRANSFERRED = "transferred", _("có hồ sơ Mặt trận chuyển đến")
    URGED = "urged", _("có công văn đôn đốc")
    ANSWERED = "answered", _("có trả lời của nơi nhận")
    ASSIGNED = "assigned", _("có hồ sơ được giao cho ông/bà")
    LETTER = "letter", _("người gửi có thư mới")
    EXPLAINED = "explained", _("có giải trình của người bị phản ánh")
    VERIFYING = "verifying", _("có kế hoạch hoặc biên bản xác minh")
    PROPOSED = "proposed", _("có đề xuất xử lý chờ quyết định")
    DECIDED = "decided", _("có quyết định về đề xuất xử lý")
    REOPENED = "reopened", _("có hồ sơ được mở lại")
    WITHDRAWING = "withdrawing", _("có người tố cáo đề nghị rút")
    SILENT = "silent", _("người gửi chưa trả lời, các hạn chạy tiếp")
    HANDED = "handed", _("có hồ sơ Mặt trận khác chuyển đến")
    NAME_ASKED = "name_asked", _("có đề nghị mở tên chờ người giữ khóa")
    NAME_TOLD = "name_told", _("người giữ khóa đã trả lời đề nghị mở tên")
    CARD_ASKED = "card_asked", _("phiếu chấm điểm Ủy ban nhân dân chờ góp ý")
    CARD_REMARK = "card_remark", _("Mặt trận đã chấm điểm đơn vị, chờ đơn vị nêu ý kiến")
    CARD_SUBMIT = "card_submit", _("phiếu chấm điểm chờ quyết định")
    CARD_BACK = "card_back", _("phiếu chấm điểm được trả lại để bổ sung")
    CARD_SAID = "card_said", _("phiếu chấm điểm có ý kiến của đơn vị được chấm")
    CARD_SENT = "card_sent", _("kết quả chấm điểm đã gửi cơ quan thẩm định")
    CARD_OPENED = "card_opened", _("phiếu tự chấm điểm đã mở cho đơn vị")
    CARD_DUE = "card_due", _("phiếu tự chấm điểm sắp hết hạn nộp")
    CARD_IN = "card_in", _("đơn vị đã nộp phiếu tự chấm điểm")
    CARD_EXPLAIN = "card_explain", _("phiếu tự chấm điểm có câu hỏi chờ giải trình")
    CARD_ANSWER = "card_answer", _("đơn vị đã giải trình về phiếu chấm điểm")
    CARD_RESULT = "card_result", _("kết quả thẩm định đã được quyết định")
    CARD_PUBLIC = "card_public", _("kết quả thẩm định đã công bố")
    CARD_OBJECT = "card_object", _("đơn vị kiến nghị về kết quả thẩm định")
    CARD_KEPT = "card_kept", _("Mặt trận đã trả lời kiến nghị về kết quả")
    DRAFT_SUBMIT = "draft_submit", _("văn bản phản biện dự thảo chờ duyệt")
    DRAFT_BACK = "draft_back", _("văn bản phản biện dự thảo được trả lại để bổ sung")
    DRAFT_SENT = "draft_sent", _("Mặt trận đã gửi văn bản phản biện, chờ trả lời từng điểm")
    DRAFT_SIGN = "draft_sign", _("công văn đôn đốc trả lời phản biện chờ duyệt")
    DRAFT_URGED = "draft_urged", _("Mặt trận đôn đốc trả lời văn bản phản biện")
    DRAFT_ANSWER = "draft_answer", _("mỗi điểm phản biện đã có trả lời")
    DRAFT_GIVEN = "draft_given", _("có ý kiến mới về dự thảo chờ xem")
    DRAFT_LETTER = "draft_letter", _("người góp ý dự thảo có thư mới")
    DUTY_SENT = "duty_sent", _("có báo cáo thực hiện nhiệm vụ chờ xem")
    DUTY_BACK = "duty_back", _("báo cáo thực hiện nhiệm vụ được trả về để bổ sung")
    GUIDANCE = "guidance", _("có văn bản hướng dẫn mới")
    REPORT_ASKED = "report_asked", _("báo cáo chờ góp ý từng phần")
    REPORT_SIGN = "report_sign", _("báo cáo chờ duyệt")
    REPORT_BACK = "report_back", _("báo cáo được trả lại để sửa")
    REPORT_SEND = "report_send", _("báo cáo đã duyệt, có số, chờ gửi")
    REPORT_READ = "report_read", _("Mặt trận cấp dưới đã gửi báo cáo")
    WATCH_SIGN = "watch_sign", _("có việc kiểm tra, giám sát chờ lãnh đạo")
    WATCH_TOLD = "watch_told", _("Mặt trận báo việc kiểm tra, giám sát đơn vị")
    WATCH_IN = "watch_in", _("đơn vị được kiểm tra, giám sát đã gửi văn bản")
    WATCH_DRAFT = "watch_draft", _("có dự thảo kết luận kiểm tra, giám sát chờ giải trình")
    WATCH_END = "watch_end", _("có kết luận, kiến nghị sau kiểm tra, giám sát")
    WATCH_URGED = "watch_urged", _("có công văn đôn đốc trả lời kiến nghị")
    WATCH_MEMBER = "watch_member", _("ông/bà được cử vào đoàn kiểm tra, giám sát")


class Notice(models.Model):
    """One notice to one person about one file."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=NoticeKind.choices)
    subject = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("user", "read_at", "-id"), name="notice_unread"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class MorningMail(models.Model):
    """Whether a person wants the mail of the morning, and the last day it was sent for; without a row it is wanted."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="morning_mail")
    wanted = models.BooleanField(default=True)
    sent_for = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id} {self.sent_for}"
