"""The acts of the way of every case; one row a move of the table."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.cases.acts.act import Act, Run, paper_of, simple
from vidan.cases.forms.leaving import WithdrawalForm
from vidan.cases.forms.moves import (
    AnswerForm,
    ClassifyForm,
    InformForm,
    MoveForm,
    PrepareForm,
    RecordForm,
    ReturnForm,
)
from vidan.cases.kinds import Kind, PersonState, TransferRole
from vidan.cases.services.answer import AnswerPaper, answer, record_answer
from vidan.cases.services.classify import Classification, classify
from vidan.cases.services.close import close
from vidan.cases.services.inform import inform
from vidan.cases.services.prepare import check, prepare, send_back
from vidan.cases.services.transfer import return_letters, submit, transfer
from vidan.cases.services.urge import sign_urging, urge
from vidan.cases.services.withdraw import record_withdrawal
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.limits import MAX_FILES
from vidan.foundation.files.services import keep_file
from vidan.foundation.units.models import Unit


def _classify(form: ClassifyForm, actor: Actor) -> None:
    told = form.cleaned_data
    found = Classification(
        kind=Kind(told["kind"]),
        subject_unit=Unit.objects.select_related("parent").get(slug=told["unit"]),
        conduct=tuple(told["conduct"]),
        gist=told["gist"],
        person_state=PersonState(told["person_state"]),
        official=told["who"],
    )
    classify(code=form.case.code, found=found, actor=actor, version=told["version"])


def _prepare(form: PrepareForm, actor: Actor) -> None:
    told = form.cleaned_data
    prepare(code=form.case.code, text=told["text"], files=form.going_along(), actor=actor, version=told["version"])


def _send_back(form: ReturnForm, actor: Actor) -> None:
    told = form.cleaned_data
    send_back(code=form.case.code, note=told["note"], actor=actor, version=told["version"])


def _inform(form: InformForm, actor: Actor) -> None:
    told = form.cleaned_data
    inform(code=form.case.code, text=told["text"], actor=actor, version=told["version"])


def _answer(role: TransferRole) -> Run:
    def run(form: AnswerForm, actor: Actor) -> None:
        told = form.cleaned_data
        answer(code=form.case.code, role=role, text=told["text"], actor=actor, version=told["version"])

    return run


def _record(role: TransferRole) -> Run:
    def run(form: RecordForm, actor: Actor) -> None:
        told = form.cleaned_data
        with transaction.atomic():
            record_answer(
                code=form.case.code,
                role=role,
                text=told["text"],
                paper=paper_of(form),
                actor=actor,
                version=told["version"],
            )

    return run


def _record_withdrawal(form: WithdrawalForm, actor: Actor) -> None:
    told, code = form.cleaned_data, form.case.code
    with transaction.atomic():
        if upload := told["scan"]:  # the teller's own hand: it lies with the original, not with the papers of bodies
            keep_file(subject=code, upload=upload, position=FILES + 1, at_most=FILES + 1)
        paper = AnswerPaper("", told["dated"], told["received_on"])
        record_withdrawal(code=code, paper=paper, actor=actor, version=told["version"])


FILES = MAX_FILES + 1
"""What a case holds at most before the teller takes it back, a mail with it."""

SETTLE, MONITOR = TransferRole.SETTLE, TransferRole.MONITOR

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "classify": Act(ClassifyForm, _classify, _("Đã phân loại."), shows="incoming"),
        "prepare": Act(PrepareForm, _prepare, _("Bản chuyển đã gửi cho người thứ hai kiểm tra."), shows="original"),
        "check": Act(
            MoveForm,
            simple(check),
            _("Bản chuyển đã được xác nhận."),
            shows="both",
            lead=_("Đọc bản gốc và bản chuyển cạnh nhau. Bản chuyển không được để lộ người gửi là ai."),
        ),
        "return_copy": Act(ReturnForm, _send_back, _("Đã trả lại bản chuyển để sửa."), shows="both"),
        "submit": Act(
            MoveForm,
            simple(submit),
            _("Đã trình lãnh đạo hai phiếu chuyển."),
            shows="recipients",
            lead=_("Hệ thống soạn hai phiếu chuyển và trình lãnh đạo duyệt. Số văn bản được lấy khi lãnh đạo duyệt."),
        ),
        "return_letters": Act(MoveForm, simple(return_letters), _("Đã trả lại phiếu chuyển."), shows="letters"),
        "transfer": Act(
            MoveForm,
            simple(transfer),
            _("Đã duyệt, vào số và chuyển."),
            shows="letters",
            lead=_("Duyệt là vào số cả hai phiếu, gửi đi, và bắt đầu tính hạn trả lời của từng nơi."),
        ),
        "urge": Act(
            MoveForm,
            simple(urge),
            _("Đã soạn công văn đôn đốc và trình lãnh đạo."),
            shows="owing",
            lead=_("Hệ thống soạn công văn đôn đốc cho nơi quá hạn và trình lãnh đạo duyệt."),
        ),
        "sign_urging": Act(
            MoveForm, simple(sign_urging), _("Đã duyệt, vào số và gửi công văn đôn đốc."), shows="letters"
        ),
        "record_answer": Act(
            RecordForm, _record(SETTLE), _("Đã ghi nhận hộ văn bản trả lời."), shows="owing", role=SETTLE
        ),
        "record_remark": Act(
            RecordForm, _record(MONITOR), _("Đã ghi nhận hộ ý kiến theo dõi."), shows="owing", role=MONITOR
        ),
        "inform": Act(InformForm, _inform, _("Đã báo người gửi."), shows="answers"),
        "close": Act(
            MoveForm,
            simple(close),
            _("Hồ sơ đã kết thúc."),
            lead=_("Sau khi kết thúc, người gửi vẫn đọc được thư bằng mã biên nhận nhưng không viết thêm được."),
        ),
        "record_withdrawal": Act(
            WithdrawalForm,
            _record_withdrawal,
            _("Đã ghi nhận hộ đơn rút."),
            lead=_(
                "Chỉ ghi nhận đơn rút của chính người gửi. Nơi đã nhận bản chuyển vẫn giữ bản đó; "
                "tố cáo đã rút còn phải xem có căn cứ xem xét tiếp hay không."
            ),
        ),
        "answer": Act(AnswerForm, _answer(SETTLE), _("Đã gửi trả lời đến Mặt trận."), shows="copy", role=SETTLE),
        "remark": Act(AnswerForm, _answer(MONITOR), _("Đã gửi ý kiến đến Mặt trận."), shows="copy", role=MONITOR),
    }
)
