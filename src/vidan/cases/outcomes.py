"""Words of what follows an answer: finding, form of handling, decision, and a denunciation taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Finding(models.TextChoices):
    """Kết quả xác minh."""

    FOUNDED = "founded", pgettext_lazy("finding", "đúng")
    PARTLY = "partly", pgettext_lazy("finding", "đúng một phần")
    UNFOUNDED = "unfounded", pgettext_lazy("finding", "không đúng")
    UNCLEAR = "unclear", pgettext_lazy("finding", "không đủ căn cứ để kết luận")


class NoExplanation(models.TextChoices):
    """Vì sao chưa có giải trình khi lập biên bản."""

    ASKED = "asked", _("Đã đề nghị, đến ngày hẹn không giải trình")
    LEFT = "left", _("Không còn công tác ở đó và không liên hệ được")
    NOT_KNOWN = "not_known", _("Chưa xác định được người bị phản ánh")


class Handling(models.TextChoices):
    """Hình thức xử lý: measures of the programme, and the disciplinary forms of the law (data/handling/forms.toml)."""

    APOLOGISE = "apologise", _("xin lỗi người dân")
    DRAW_LESSONS = "draw_lessons", _("kiểm điểm, rút kinh nghiệm")
    MEND_WAYS = "mend_ways", _("chấn chỉnh cách tiếp dân, quy trình của bộ phận")
    CRITICISE = "criticise", _("phê bình")
    REASSIGN = "reassign", _("bố trí lại vị trí công tác")
    REPRIMAND = "reprimand", _("khiển trách")
    WARNING = "warning", _("cảnh cáo")
    PAY_CUT = "pay_cut", _("hạ bậc lương")
    DEMOTION = "demotion", _("giáng chức")
    DISMISSAL = "dismissal", _("cách chức")
    REMOVAL = "removal", _("bãi nhiệm")
    DISCHARGE = "discharge", _("buộc thôi việc")
    COMMEND = "commend", _("biểu dương, khen thưởng")
    NO_HANDLING = "no_handling", _("không xử lý")


class Verdict(models.TextChoices):
    """Quyết định của nơi có thẩm quyền về đề xuất."""

    ACCEPTED = "accepted", pgettext_lazy("verdict", "chấp nhận")
    PARTLY = "partly", pgettext_lazy("verdict", "chấp nhận một phần")
    REFUSED = "refused", pgettext_lazy("verdict", "không chấp nhận")


class Withdrawal(models.TextChoices):
    """Rút tố cáo: asked, and the three grounds on which it must be settled all the same (Luật Tố cáo 2018 Đ.33.3)."""

    ASKED = "asked", _("đã đề nghị rút, chờ Mặt trận xem xét")
    BREACH = "breach", _("có căn cứ cho rằng hành vi bị tố cáo vi phạm pháp luật")
    COERCED = "coerced", _("người tố cáo bị đe dọa hoặc mua chuộc nên rút")
    ABUSED = "abused", _("lợi dụng tố cáo để vu khống, xúc phạm, gây thiệt hại cho người bị tố cáo")


GOES_ON = (Withdrawal.BREACH, Withdrawal.COERCED, Withdrawal.ABUSED)
