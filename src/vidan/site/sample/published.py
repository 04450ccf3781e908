"""Sample results that everybody reads: of closed cases an officer writes a few sentences, and the head publishes them."""

import random
from collections.abc import Mapping
from types import MappingProxyType

from vidan.cases.kinds import Conduct, Kind
from vidan.cases.models import CaseFile, Summary
from vidan.cases.services.publish import Told, checks_of, publish, write
from vidan.cases.services.step import Refused
from vidan.foundation.accounts.actors import Actor

TOLD: Mapping[str, tuple[Told, ...]] = MappingProxyType(
    {
        Conduct.DELAY: (
            Told(
                "Giấy hẹn ghi một lần nhưng phải đi lại nhiều lần mới nhận được kết quả, không ai gọi báo trước.",
                "Nơi giải quyết đã xin lỗi, trả kết quả và từ nay gọi điện báo trước khi phải hẹn lại.",
            ),
            Told(
                "Hồ sơ quá hạn mà hỏi thì chỉ được trả lời là đang trình ký.",
                "Nơi giải quyết đã rà lại các hồ sơ đang trễ, dán thư xin lỗi và ngày trả mới ở nơi tiếp nhận.",
            ),
        ),
        Conduct.EXTRA_PAPERS: (
            Told(
                "Bị yêu cầu nộp thêm bản sao có chứng thực, trong khi thủ tục chỉ cần mang bản chính để đối chiếu.",
                "Nơi giải quyết nhận là đòi thừa, đã dán lại danh mục giấy tờ và nhắc bộ phận tiếp nhận.",
            ),
        ),
        Conduct.NO_GUIDANCE: (
            Told(
                "Phải đi ba lượt vì mỗi lần được hướng dẫn thêm một giấy tờ khác.",
                "Nơi giải quyết đã in phiếu hướng dẫn một lần cho đủ, ghi rõ ai hướng dẫn.",
            ),
        ),
        Conduct.ABSENT: (
            Told(
                "Đến trong giờ làm việc mà không có người ở quầy, chờ gần hết buổi.",
                "Nơi giải quyết đã phân người trực thay khi họp và niêm yết số điện thoại của người trực.",
            ),
        ),
        Kind.COMMENDATION: (
            Told(
                "Được hướng dẫn cặn kẽ, còn được viết giúp tờ khai vì mắt kém.",
                "Mặt trận đã chuyển lời khen đến nơi phục vụ; Ủy ban nhân dân đã biểu dương trong buổi họp cơ quan.",
            ),
        ),
        Kind.SUGGESTION: (
            Told(
                "Đề nghị kê thêm ghế và có chỗ viết cho người già ở nơi tiếp nhận hồ sơ.",
                "Ủy ban nhân dân đã kê thêm ghế, bàn viết và để sẵn kính lão.",
            ),
        ),
    }
)


def tell_everybody(*, code: str, draw: random.Random, officer: Actor, head: Actor) -> None:
    """Write and publish the summary of a closed case, where the rule lets it be told."""
    case = CaseFile.objects.get(code=code)
    told = next((TOLD[key] for key in (*case.conduct, case.kind) if key in TOLD), None)
    if told is None or Summary.objects.filter(case=case).exists():  # it was told before it was opened again
        return
    try:
        summary = write(code=code, told=draw.choice(told), actor=officer, version=0)
    except Refused:  # about a person, or a confidential teller who would stand alone
        return
    publish(code=code, checked=frozenset(checks_of(case)), actor=head, version=summary.version)
