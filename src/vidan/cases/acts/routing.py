"""The acts of where a case goes; one row a move of the table."""

from collections.abc import Callable, Mapping
from secrets import token_bytes
from types import MappingProxyType

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.cases.acts.act import Act, Run, paper_of, simple
from vidan.cases.forms.moves import MoveForm
from vidan.cases.forms.routing import (
    AskForm,
    GuideForm,
    HandDownForm,
    HandForm,
    OtherCaseForm,
    RefuseForm,
    SplitForm,
    SuccessorForm,
    SuperiorAnswerForm,
)
from vidan.cases.kinds import Kind, TransferRole
from vidan.cases.services.ask import ask
from vidan.cases.services.guide import guide, return_guidance, sign_guidance
from vidan.cases.services.hand import hand_back, take_over
from vidan.cases.services.hand_down import hand_down
from vidan.cases.services.hand_over import hand_over
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.link import link
from vidan.cases.services.merge import merge
from vidan.cases.services.name_successor import name_successor
from vidan.cases.services.petition_superior import (
    petition_superior,
    record_superior_answer,
    sign_petition_superior,
)
from vidan.cases.services.refuse import refuse
from vidan.cases.services.split import Part, split
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.receipts.code import code_from
from vidan.foundation.units.models import Unit


def _with(service: Callable[..., object], **names: str) -> Run:
    """Give a service what the form asked for; `names` says which argument which field becomes."""

    def run(form: MoveForm, actor: Actor) -> object:
        told = {argument: form.cleaned_data[field] for argument, field in names.items()}
        return service(code=form.case.code, actor=actor, version=form.cleaned_data["version"], **told)

    return run


def _record_superior_answer(form: SuperiorAnswerForm, actor: Actor) -> None:
    told = form.cleaned_data
    with transaction.atomic():
        record_superior_answer(
            code=form.case.code,
            role=TransferRole(told["role"]),
            text=told["text"],
            paper=paper_of(form),
            actor=actor,
            version=told["version"],
        )


def _split(form: SplitForm, actor: Actor) -> object:
    told = form.cleaned_data
    part = Part(told["what"], Kind(told["kind"]), Unit.objects.select_related("parent").get(slug=told["unit"]))
    secret = token_bytes(16)
    form.made = split(code=form.case.code, part=part, secret=secret, actor=actor, version=told["version"])
    form.receipt = code_from(secret)
    return form.made


HANDED = "cases:handings"

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "refuse": Act(
            RefuseForm,
            _with(refuse, ground="ground", more="more"),
            _("Hồ sơ kết thúc, không xử lý; người gửi đọc được căn cứ bằng mã biên nhận."),
            shows="original",
            lead=_("Người gửi được báo căn cứ và việc có thể làm tiếp. Hồ sơ kết thúc tại đây."),
        ),
        "guide": Act(
            GuideForm,
            _with(guide, body="body", way="way"),
            _("Thư hướng dẫn đã trình lãnh đạo duyệt."),
            shows="original",
            lead=_("Việc thuộc thẩm quyền của cơ quan khác: người gửi nhận thư hướng dẫn có số, do lãnh đạo duyệt."),
        ),
        "return_guidance": Act(MoveForm, simple(return_guidance), _("Đã trả lại để xem lại hồ sơ."), shows="letters"),
        "sign_guidance": Act(
            MoveForm,
            simple(sign_guidance),
            _("Đã duyệt, vào số và gửi thư hướng dẫn; hồ sơ kết thúc."),
            shows="letters",
        ),
        "ask": Act(
            AskForm,
            _with(ask, text="text"),
            _("Đã hỏi người gửi; các hạn của Mặt trận tạm dừng."),
            shows="original",
            lead=_(
                "Hạn phân loại, chuyển và báo kết quả tạm dừng cho đến khi người gửi trả lời, hoặc hết thời gian chờ."
            ),
        ),
        "merge": Act(
            OtherCaseForm,
            _with(merge, into="other"),
            _("Đã nhập vào hồ sơ kia; kết quả sẽ báo cả hai người gửi."),
            lead=_(
                "Chỉ nhập khi hai hồ sơ cùng một việc. Mỗi người gửi vẫn mở trang của mình, không ai biết về người kia."
            ),
        ),
        "split": Act(
            SplitForm,
            _split,
            _("Đã tách thành hồ sơ mới. In biên nhận cho người gửi."),
            shows="original",
            lead=_("Đơn có nhiều nội dung khác nhau phải được tách ra, mỗi nội dung một hồ sơ có biên nhận riêng."),
        ),
        "link": Act(OtherCaseForm, _with(link, other="other"), _("Đã nối hai hồ sơ.")),
        "hand_up": Act(
            HandForm,
            _with(hand_up, reason="reason"),
            _("Đã chuyển lên; Mặt trận cấp trên nhận hoặc trả lại."),
            lead=_("Hồ sơ đi cùng phiếu chuyển có số. Diễn biến được giữ nguyên, các hạn vẫn tính tiếp."),
            leads_to=HANDED,
        ),
        "hand_down": Act(
            HandDownForm,
            _with(hand_down, to="to", reason="reason"),
            _("Đã giao xuống; Mặt trận cấp dưới nhận hoặc trả lại."),
            lead=_("Hồ sơ đi cùng phiếu chuyển có số. Diễn biến được giữ nguyên, các hạn vẫn tính tiếp."),
            leads_to=HANDED,
        ),
        "take_over": Act(
            MoveForm,
            simple(take_over),
            _("Đã nhận hồ sơ."),
            lead=_(
                "Nhận rồi thì Mặt trận này đọc, phân loại và theo hồ sơ đến cùng. Các hạn vẫn tính từ ngày nhận đầu tiên."
            ),
        ),
        "hand_back": Act(HandForm, _with(hand_back, reason="reason"), _("Đã trả lại hồ sơ."), leads_to=HANDED),
        "hand_over": Act(
            MoveForm,
            simple(hand_over),
            _("Đã bàn giao cho Mặt trận kế thừa."),
            lead=_(
                "Hồ sơ sang Mặt trận kế thừa, các hạn vẫn tính tiếp; văn bản chưa có số thì soạn lại. "
                "Số liệu của Mặt trận cũ không đổi."
            ),
            leads_to=HANDED,
        ),
        "name_successor": Act(
            SuccessorForm,
            _with(name_successor, to="to", reason="reason"),
            _("Đã ghi nơi kế thừa; nơi này xem và trả lời được hồ sơ."),
            lead=_(
                "Nơi nhận hồ sơ đã chấm dứt hoạt động và có nhiều nơi kế thừa. Nơi được chọn sẽ trả lời thay, theo hạn cũ."
            ),
        ),
        "petition_superior": Act(
            MoveForm,
            simple(petition_superior),
            _("Đã soạn văn bản kiến nghị và trình lãnh đạo."),
            shows="owing",
            lead=_(
                "Nơi nhận đã được đôn đốc mà vẫn rất trễ: văn bản gửi cấp trên trực tiếp của nơi đó, do lãnh đạo duyệt."
            ),
        ),
        "sign_petition_superior": Act(
            MoveForm, simple(sign_petition_superior), _("Đã duyệt, vào số và gửi văn bản kiến nghị."), shows="letters"
        ),
        "record_superior_answer": Act(
            SuperiorAnswerForm,
            _record_superior_answer,
            _("Đã ghi nhận hộ trả lời của cấp trên."),
            lead=_("Cấp trên chỉ đạo thế nào thì ghi lại ở đây; nơi nhận vẫn phải trả lời."),
        ),
    }
)
