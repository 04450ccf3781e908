"""What the application on a device says, in both languages: it must speak either without a network."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from vidan.domain.questionnaire.answers import Wrong

LANGUAGES = ("vi", "en")

WORDS: dict[str, str | Promise] = {
    "not_ready": _("Máy này chưa được chuẩn bị"),
    "not_ready_how": _(
        "Cán bộ Mặt trận hoặc điều tra viên đăng nhập trên máy này, mở đợt khảo sát, chọn “Máy lấy phiếu”, rồi chuẩn bị máy."
    ),
    "to_desk": _("Đến bàn làm việc"),
    "cannot": _("Trình duyệt của máy này không giữ kín được phiếu"),
    "cannot_how": _("Cần trình duyệt mới hơn, mở trang bằng địa chỉ https, và không mở ở chế độ ẩn danh."),
    "not_begun": _("Đợt khảo sát chưa bắt đầu. Máy bắt đầu hỏi từ ngày {day}."),
    "over": _("Đợt khảo sát đã kết thúc. Cảm ơn ông/bà đã quan tâm."),
    "ended": _(
        "Máy này đã được Mặt trận cho thôi dùng. Phiếu còn trên máy được giữ nguyên; liên hệ Mặt trận để gửi tiếp."
    ),
    "begin": _("Bắt đầu trả lời"),
    "promise": _("Không hỏi tên, không ghi lại ai đã trả lời. Trả lời xong, máy không mở lại được phiếu."),
    "next": _("Tiếp tục"),
    "back": _("Quay lại"),
    "send": _("Gửi phiếu"),
    "stop": _("Thôi, không trả lời nữa"),
    "step": _("Câu {n}"),
    "part": _("Phần {n} trên {all}"),
    "optional": _("không bắt buộc"),
    "choose_order": _("Chạm lần lượt từ quan trọng nhất đến ít quan trọng nhất. Chạm lại để bỏ."),
    "thanks": _("Cảm ơn ông/bà"),
    "thanks_more": _("Phiếu đã được ghi nhận."),
    "again": _("Xong"),
    "still_there": _("Ông/bà còn trả lời không?"),
    "still_there_how": _("Nếu không, sau ít giây máy sẽ xóa những gì đã chọn và trở về trang đầu."),
    "still_yes": _("Tôi còn trả lời"),
    "full": _("Máy hết chỗ, phiếu này chưa được giữ. Nối mạng để gửi các phiếu đang chờ, rồi bấm “Gửi phiếu” lần nữa."),
    "place": _("Nơi hỏi"),
    "choose_place": _("Chọn nơi hỏi"),
    "ask_one": _("Hỏi một người"),
    "refused": _("Từ chối trả lời"),
    "unreachable": _("Không gặp được"),
    "counted": _("Đã ghi: {what}."),
    "take_back": _("Bỏ lần ghi vừa rồi"),
    "today": _("Hôm nay trên máy này"),
    "replies": _("Phiếu"),
    "waiting": _("Phiếu chờ gửi: {n}."),
    "counts_waiting": _("Lượt đếm chờ gửi: {n}."),
    "nothing_waits": _("Không còn gì chờ gửi."),
    "works_alone": _("Máy dùng được khi không có mạng."),
    "not_yet_alone": _("Chờ ít giây rồi mở lại trang này để máy dùng được khi không có mạng."),
    "last_sent": _("Gửi lần cuối: {when}."),
    "never_sent": _("Chưa gửi lần nào."),
    "send_now": _("Gửi ngay"),
    "sending": _("Đang gửi…"),
    "no_network": _("Chưa gửi được vì không có mạng. Phiếu vẫn nằm trên máy, máy sẽ tự gửi khi có mạng."),
    "not_taken": _("Hệ thống chưa nhận. Phiếu vẫn nằm trên máy, máy sẽ thử lại."),
    "round_over": _("Đợt khảo sát không còn nhận phiếu. Số phiếu còn lại không gửi được nữa: {n}."),
    "drop": _("Xóa các phiếu này khỏi máy"),
    "which_device": _("Máy: {label}."),
    "scale_1": _("Rất không hài lòng"),
    "scale_2": _("Không hài lòng"),
    "scale_3": _("Bình thường"),
    "scale_4": _("Hài lòng"),
    "scale_5": _("Rất hài lòng"),
    f"wrong_{Wrong.MISSING}": _("Xin trả lời câu này."),
    "wrong_line": _("Xin chọn một mức ở mỗi dòng."),
    f"wrong_{Wrong.NOT_A_CHOICE}": _("Câu trả lời này không có trong phiếu. Xin chọn lại."),
    f"wrong_{Wrong.TOO_FEW}": _("Còn thiếu ý chưa chọn."),
    f"wrong_{Wrong.TOO_MANY}": _("Đã chọn nhiều ý hơn mức cho phép."),
    f"wrong_{Wrong.NOT_A_NUMBER}": _("Xin ghi bằng chữ số, ví dụ 12."),
    f"wrong_{Wrong.OUT_OF_BOUNDS}": _("Con số này nằm ngoài khoảng cho phép."),
    f"wrong_{Wrong.NOT_A_DAY}": _("Xin ghi một ngày có thật, ví dụ 13/03/2018."),
    f"wrong_{Wrong.TOO_LONG}": _("Phần này dài quá. Xin rút bớt."),
    f"wrong_{Wrong.RANK_TWICE}": _("Có hai ý cùng một thứ tự. Xin cho mỗi ý một số khác nhau."),
}
"""By the names under which the scripts ask for them; `{n}` and its like are put in by the scripts."""


def in_both() -> dict[str, dict[str, str]]:
    """All sentences, by language."""
    told = {}
    for language in LANGUAGES:
        with override(language):
            told[language] = {name: str(sentence) for name, sentence in WORDS.items()}
    return told
