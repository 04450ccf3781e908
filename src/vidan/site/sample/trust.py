"""What the sample Front has done to protect those who spoke: asked its custodian, answered about data, let old content go."""

from datetime import datetime, timedelta

from django.db import transaction

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.services.erase import propose_erasures
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.open_in_confidence import answer_request, ask_for_name, open_in_confidence
from vidan.cases.services.personal_data import acknowledge, answer, ask
from vidan.consultations.kinds import OpinionSource
from vidan.consultations.models import Opinion
from vidan.consultations.services.erase import propose_erasures as propose_opinions
from vidan.consultations.services.open_in_confidence import ask_for_name as ask_about_opinion
from vidan.consultations.services.personal_data import ask as ask_about_data
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.intake.names import Outcome
from vidan.foundation.intake.personal import Ground, Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.vault.sitting import close_sitting, open_sitting, own_key
from vidan.site.sample.people import PASSPHRASE, address

ASKED = (
    (
        "Cần hỏi người gửi đến quầy ngày nào để đối chiếu sổ trực; thư qua mã biên nhận chưa được trả lời.",
        "can-bo-quan",
    ),
    ("Nơi giải quyết muốn mời người gửi đến làm việc; nhờ hỏi người gửi có đồng ý không.", "can-bo-quan-2"),
    ("Cần biết người gửi có giữ giấy hẹn không để kiểm tra ngày trả kết quả.", "can-bo-quan"),
)
INVITED = "Muốn mời người góp ý đến dự hội nghị phản biện; nhờ hỏi có nhận lời không."
TOLD = "Đã gọi điện: người gửi đến quầy sáng thứ Ba, còn giữ giấy hẹn, và không muốn nêu tên."

DATA = (
    (Right.CORRECTION, "Tôi đổi số điện thoại, xin ghi số mới.", "Mặt trận đã ghi số mới vào hồ sơ.", None),
    (Right.ERASURE, "Việc đã xong, xin xóa tên tôi.", "Hồ sơ còn được theo dõi nên chưa xóa được.", Ground.RUNNING),
    (Right.WITHDRAW, "Tôi không muốn nơi giải quyết biết tên nữa.", "", None),
    (Right.ACCESS, "Xin cho biết Mặt trận đang giữ những gì của tôi.", "", None),
)


def make_trust(last: datetime) -> None:
    """Let it happen in the last weeks of the sample."""
    with transaction.atomic():
        _custody(last)
        _data(last)
        _named(last)
        _opinions(last)
    with clock.at(last):
        propose_erasures()
        propose_opinions()


def _custody(last: datetime) -> None:
    custodian = _actor("giu-khoa")
    rows = CaseFile.objects.in_custody_of(custodian).filter(received_at__lt=last - timedelta(days=20), is_sample=True)
    for days, case, (reason, local) in zip((12, 5, 1), rows.order_by("-pk"), ASKED, strict=False):
        with clock.at(last - timedelta(days=days)):
            asked = ask_for_name(code=case.code, reason=reason, actor=_actor(local))
        if days > 10:
            with clock.at(last - timedelta(days=days - 1)):
                _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
                own = own_key(actor=custodian, secret=secret)
                why = "Gọi cho người gửi theo đề nghị của cán bộ phụ trách."
                open_in_confidence(code=case.code, reason=why, actor=custodian, own=own)
                answer_request(pk=asked.pk, outcome=Outcome.DONE, text=TOLD, actor=custodian)
                close_sitting(actor=custodian)


def _data(last: datetime) -> None:
    named = CaseFile.objects.filter(
        teller_mode=TellerMode.NAMED, is_sample=True, received_at__lt=last - timedelta(days=9)
    )
    for case, (right, words, answered, ground) in zip(named.order_by("-pk"), DATA, strict=False):
        with clock.at(last - timedelta(days=6)):
            asked = ask(case=case, right=right, words=words)
        with clock.at(last - timedelta(days=5)):
            if answered:
                answer(code=asked.code, text=answered, ground=ground, actor=_actor("can-bo-quan"))
            elif right == Right.WITHDRAW:
                acknowledge(code=asked.code, actor=_actor("can-bo-quan"))


def _named(last: datetime) -> None:
    case = CaseFile.objects.filter(teller_mode=TellerMode.NAMED, state=State.TRANSFERRED, is_sample=True).last()
    if case is not None:
        with clock.at(last - timedelta(days=3)):
            why = "Mời người gửi đến trụ sở để nghe trình bày thêm."
            open_identity(code=case.code, reason=why, actor=_actor("can-bo-quan"))


def _opinions(last: datetime) -> None:
    """Of who gave opinions: one in confidence is to be invited, one who told a name wants to see his data."""
    given = Opinion.objects.filter(is_sample=True, given_at__lt=last - timedelta(days=2)).order_by("pk")
    with clock.at(last - timedelta(days=1)):
        if confided := given.filter(mode=TellerMode.CONFIDENTIAL).last():
            ask_about_opinion(code=confided.code, reason=INVITED, actor=_actor("can-bo-quan"))
        if named := given.filter(mode=TellerMode.NAMED, source=OpinionSource.PUBLIC).last():
            ask_about_data(opinion=named, right=Right.ACCESS, words="Xin cho biết Mặt trận giữ tên tôi đến bao giờ.")


def _actor(local: str) -> Actor:
    return actor_of(User.objects.get(email=address(local)))
