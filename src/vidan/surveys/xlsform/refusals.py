"""What XLSForm can say and a questionnaire here cannot, and what a file may carry that is not needed: each with its sentence."""

from django.utils.translation import gettext_lazy as _

NO_SURVEY = _("Tệp không có trang “survey”, nơi ghi các câu hỏi.")
NO_TYPE = _("Dòng này thiếu loại câu hỏi (cột type).")
NO_NAME = _("Dòng này thiếu tên (cột name).")
NAME_TWICE = _("Tên này đã có ở dòng khác.")
NO_LIST = _("Trang “choices” không có danh sách này.")
ONLY_LEVELS = _("Trong một bảng, dòng nào cũng phải dùng năm mức hài lòng.")
LINE_ALONE = _("Không đặt điều kiện riêng cho một dòng của bảng; hãy đặt cho cả bảng.")
LINES_REQUIRED = _("Các dòng của một bảng phải cùng bắt buộc hoặc cùng không bắt buộc.")
GROUP_IN_GROUP = _("Không đặt nhóm trong nhóm, trừ bảng mức hài lòng (appearance là table-list).")
NO_BEGIN = _("Dòng này khép một nhóm chưa mở.")
NO_END = _("Nhóm này chưa khép lại.")
NOT_HERE = _("Mẫu phiếu không có loại “%(type)s”. Bỏ dòng này hoặc đổi sang loại khác.")
CELL_NOT_HERE = _("Mẫu phiếu không dùng được cột “%(column)s”. Xóa ô này nếu không cần.")
ONLY_SCALE_RANGE = _("Loại range chỉ dùng cho thang từ 1 đến 5 (parameters: start=1 end=5 step=1).")
BAD_FACTOR = _("Yếu tố phải là một trong: %(factors)s.")
NO_ANSWER_LIKE_IT = _("Câu được nhắc đến không có câu trả lời “%(value)s”.")
NO_QUESTION_LIKE_IT = _("Không có câu hỏi nào tên “%(name)s”.")
YES_OR_NO = _("Ở cột này chỉ ghi yes hoặc no.")
PARAMETERS = _("Ở cột parameters chỉ dùng được randomize=true.")
NOT_THE_CONVENTION = _("Không theo quy ước XLSForm: %(message)s")

ENGLISH_ALONE = _("Lời chỉ dẫn có tiếng Anh mà thiếu tiếng Việt.")
NO_TITLE = _("Trang “settings” thiếu tên phiếu (cột form_title).")
TOO_LONG = _("Dài quá %(most)d chữ.")
TOO_MANY_ROWS = _("Nhiều quá %(most)d dòng.")
TOO_MANY_CHOICES = _("Danh sách này có nhiều quá %(most)d lựa chọn.")
ANSWER_IN_TEXT = _("Lời không chèn được câu trả lời của câu khác (${...}).")

APPEARANCE_LEFT = _("Cách hiện “%(appearance)s” không được dùng.")
NOT_ASKED_HERE = _("Đã bỏ dòng loại “%(type)s”: phiếu ở đây không ghi giờ, máy hay người trả lời.")
COLUMN_LEFT = _("Cột “%(column)s” không được dùng.")
RENAMED = _("Tên “%(name)s” được đổi thành “%(code)s” cho hợp với số liệu.")
LEVELS_OF_RANGE = _("Thang 1 đến 5 hiện thành năm mức hài lòng.")
ANSWERED_FIRST = _("Điều kiện “khác” ở đây chỉ tính khi câu được nhắc đến đã có trả lời.")
OTHER_LANGUAGE = _("Ngôn ngữ “%(language)s” không được dùng; phiếu chỉ có tiếng Việt và tiếng Anh.")

MACHINE_TYPES = frozenset(
    {"start", "end", "today", "deviceid", "username", "email", "phonenumber", "simserial", "subscriberid", "audit"}
)
"""What collecting programs note of the person or the device; it is left out, and said so."""

REFUSED_CELLS = (
    "calculation",
    "choice_filter",
    "default",
    "read_only",
    "readonly",
    "repeat_count",
    "trigger",
    "guidance_hint",
    "media",
    "image",
    "audio",
    "video",
    "bind",
    "body",
    "instance",
)
"""Columns whose cells change what is asked or how; a filled one is refused."""

KNOWN_APPEARANCES = frozenset({"field-list", "table-list", "likert", "minimal", "quick", "quickcompact", "compact"})
"""How a program would draw it; here each kind has one look."""
