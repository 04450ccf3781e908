"""Why no text is taken from a file, as a sentence for the person who sent it."""

from django.utils.translation import gettext_lazy as _

NO_DOCUMENT = _("Chỉ đọc được lời từ tệp Word (.docx) hoặc PDF có chữ. Tệp loại khác xin dán lời vào.")
NO_WORD_FILE = _("Chỉ nhận tệp Word (.docx). Tệp loại khác xin mở ra rồi dán lời vào.")
SCANNED = _(
    "Tệp PDF này chỉ có ảnh chụp hoặc ảnh quét, không có chữ để đọc. Ông/bà gửi tệp Word (.docx), "
    "PDF xuất từ Word, hoặc chép lời rồi dán vào."
)
NO_WORDS = _("Tệp này không có lời nào.")
