"""Words of social criticism (phản biện xã hội): drafts and their way, opinions, the three lawful forms, answers and checks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DraftKind(models.TextChoices):
    """Loại văn bản dự thảo."""

    DECISION = "decision", _("quyết định")
    REGULATION = "regulation", _("quy chế, quy định")
    RESOLUTION = "resolution", _("nghị quyết")
    PLAN = "plan", _("kế hoạch")
    PROGRAMME = "programme", _("chương trình, đề án")
    OTHER = "other", pgettext_lazy("draft", "văn bản khác")


class State(models.TextChoices):
    """Trạng thái của việc phản biện một dự thảo."""

    REGISTERED = "registered", _("đã tiếp nhận dự thảo")
    OPEN = "open", _("đang lấy ý kiến")
    GATHERING = "gathering", _("đang tổng hợp ý kiến")
    SUBMITTED = "submitted", _("văn bản phản biện chờ duyệt")
    SENT = "sent", _("đã gửi văn bản phản biện, chờ trả lời")
    ANSWERED = "answered", _("đã có trả lời từng điểm")
    ISSUED = "issued", _("văn bản đã ban hành")
    CLOSED = "closed", _("đã kết thúc")
    STOPPED = "stopped", _("cơ quan soạn thảo đã rút dự thảo")


ENDS = frozenset({State.CLOSED, State.STOPPED})

PUBLIC = frozenset(set(State) - {State.REGISTERED})
"""States in which everybody may read of a draft; before, its text is still being put in order."""


class VersionKind(models.TextChoices):
    """Which text of a draft a version is."""

    DRAFT = "draft", _("bản dự thảo")
    FINAL = "final", _("văn bản ban hành")


class Level(models.TextChoices):
    """Cấp của một mảnh dự thảo; the values are those of domain.anchoring.outline.Level."""

    TEXT = "text", pgettext_lazy("level", "lời dẫn")
    PART = "part", pgettext_lazy("level", "Phần")
    CHAPTER = "chapter", pgettext_lazy("level", "Chương")
    SECTION = "section", pgettext_lazy("level", "Mục")
    ARTICLE = "article", pgettext_lazy("level", "Điều")
    CLAUSE = "clause", pgettext_lazy("level", "khoản")
    POINT = "point", pgettext_lazy("level", "điểm")


class Descent(models.TextChoices):
    """Where a piece of a new version comes from; the values are those of domain.anchoring.matching.Descent."""

    NEW = "new", _("mới")
    SAME = "same", _("giữ nguyên")
    CHANGED = "changed", _("đã sửa lời")
    MOVED = "moved", _("đã đổi chỗ")
    SPLIT = "split", _("tách từ mảnh khác")
    MERGED = "merged", _("gộp từ nhiều mảnh")


class Outcome(models.TextChoices):
    """What became of the place of an opinion in a new version; the values are those of domain.anchoring.anchor.Outcome."""

    KEPT = "kept", _("còn ở chỗ cũ")
    MOVED = "moved", _("đã theo sang chỗ khác")
    LOST = "lost", _("không còn chỗ trong bản mới")


class OpinionSource(models.TextChoices):
    """Ý kiến đến từ đâu."""

    PUBLIC = "public", _("người dân, tổ chức góp ý trên trang")
    MEMBER = "member", _("tổ chức thành viên, Mặt trận cấp dưới")
    EXPERT = "expert", _("chuyên gia, Hội đồng tư vấn")
    MEETING = "meeting", _("tại hội nghị, đối thoại")
    SHEET = "sheet", _("nhập từ bảng tổng hợp")


SIGNED = frozenset({OpinionSource.MEMBER, OpinionSource.EXPERT})
"""Opinions that a body or an expert signs with its name; everybody reads who."""


class OpinionState(models.TextChoices):
    """Whether everybody may read an opinion."""

    WAITING = "waiting", _("chờ xem")
    SHOWN = "shown", _("đã đưa ra")
    HIDDEN = "hidden", _("không đưa ra")


class HiddenFor(models.TextChoices):
    """Lý do không đưa một ý kiến ra công khai; every one of them is told to who gave it. The opinion still counts."""

    NAMES_PERSON = "names_person", _("nêu đích danh hoặc xúc phạm người khác")
    OFF_TOPIC = "off_topic", _("không nói về dự thảo này")
    REPEATED = "repeated", _("gửi lại ý kiến đã có của chính mình")
    ADVERT = "advert", _("quảng cáo")
    UNLAWFUL = "unlawful", _("nội dung trái pháp luật")
    UNWANTED = "unwanted", _("người góp ý không muốn đưa ra nữa")
    OTHER = "other", pgettext_lazy("opinion", "lý do khác, ghi rõ")


class Topic(models.TextChoices):
    """Nội dung phản biện (Luật MTTQ 2015 Đ.33): what an opinion is about."""

    NECESSITY = "necessity", _("sự cần thiết")
    LAWFULNESS = "lawfulness", _("sự phù hợp với chủ trương và pháp luật")
    FEASIBILITY = "feasibility", _("tính đúng đắn, khả thi")
    IMPACT = "impact", _("tác động")
    BALANCE = "balance", _("hài hòa lợi ích")
    OTHER = "other", pgettext_lazy("topic", "điều khác")


class Stance(models.TextChoices):
    """Ý kiến nghiêng về đâu."""

    AGREE = "agree", _("đồng ý như dự thảo")
    CHANGE = "change", _("đồng ý nhưng cần sửa")
    AGAINST = "against", _("không đồng ý")
    ASK = "ask", _("hỏi, chưa rõ")


class HearingKind(models.TextChoices):
    """Hình thức phản biện (Luật MTTQ 2015 Đ.34)."""

    CONFERENCE = "conference", _("hội nghị phản biện")
    WRITTEN = "written", _("gửi dự thảo lấy ý kiến bằng văn bản")
    DIALOGUE = "dialogue", _("đối thoại trực tiếp")


class Verdict(models.TextChoices):
    """Tiếp thu, giải trình."""

    ACCEPTED = "accepted", _("tiếp thu")
    PARTLY = "partly", _("tiếp thu một phần")
    REFUSED = "refused", _("không tiếp thu")


class Kept(models.TextChoices):
    """Whether what was promised stands in the text that was issued."""

    DONE = "done", _("nói và làm")
    PARTLY = "partly", _("làm một phần")
    NOT_DONE = "not_done", _("nói mà chưa làm")
