"""The acts between the answer and the end; one row a move of the table."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.cases.acts.act import Act, paper_of, simple
from vidan.cases.forms.moves import MoveForm
from vidan.cases.forms.verifying import (
    DecideForm,
    ExplainForm,
    GoOnForm,
    MinutesForm,
    PlanForm,
    ProposeForm,
    RecordDecisionForm,
    RecordExplanationForm,
    ReopenForm,
)
from vidan.cases.letters_of_verification import Found, Meeting
from vidan.cases.outcomes import Finding, NoExplanation
from vidan.cases.services.decide import decide, record_decision
from vidan.cases.services.explain import explain, record_explanation
from vidan.cases.services.propose import propose, return_proposal, sign_proposal
from vidan.cases.services.reopen import reopen
from vidan.cases.services.verify import plan_verification, record_verification, return_plan, sign_verification
from vidan.cases.services.withdraw import go_on, let_withdraw
from vidan.foundation.accounts.actors import Actor


def _explain(form: ExplainForm, actor: Actor) -> None:
    told = form.cleaned_data
    explain(code=form.case.code, text=told["text"], actor=actor, version=told["version"])


def _record_explanation(form: RecordExplanationForm, actor: Actor) -> None:
    told = form.cleaned_data
    with transaction.atomic():
        paper = paper_of(form)
        record_explanation(code=form.case.code, text=told["text"], paper=paper, actor=actor, version=told["version"])


def _plan(form: PlanForm, actor: Actor) -> None:
    told = form.cleaned_data
    meeting = Meeting(
        day=told["day"],
        hour=told["hour"],
        place=told["place"],
        bodies=[body for body in form.can_come if body.slug in told["bodies"]],
        others=told["others"],
        questions=told["questions"],
    )
    plan_verification(code=form.case.code, meeting=meeting, actor=actor, version=told["version"])


def _record_verification(form: MinutesForm, actor: Actor) -> None:
    told = form.cleaned_data
    reason = told.get("no_explanation")
    found = Found(
        held_on=told["held_on"],
        present=told["present"],
        told=told["told"],
        finding=Finding(told["finding"]),
        no_explanation=NoExplanation(reason) if reason else None,
        asked_until=told.get("asked_until"),
    )
    record_verification(code=form.case.code, found=found, actor=actor, version=told["version"])


def _propose(form: ProposeForm, actor: Actor) -> None:
    told = form.cleaned_data
    propose(code=form.case.code, forms=told["chosen"], why=told["why"], actor=actor, version=told["version"])


def _decide(form: DecideForm, actor: Actor) -> None:
    decide(code=form.case.code, ruling=form.ruling(), actor=actor, version=form.cleaned_data["version"])


def _record_decision(form: RecordDecisionForm, actor: Actor) -> None:
    with transaction.atomic():
        record_decision(
            code=form.case.code,
            ruling=form.ruling(),
            paper=paper_of(form),
            actor=actor,
            version=form.cleaned_data["version"],
        )


def _reopen(form: ReopenForm, actor: Actor) -> None:
    told = form.cleaned_data
    reopen(code=form.case.code, reason=told["reason"], actor=actor, version=told["version"])


def _go_on(form: GoOnForm, actor: Actor) -> None:
    go_on(code=form.case.code, ground=form.withdrawal(), actor=actor, version=form.cleaned_data["version"])


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "explain": Act(ExplainForm, _explain, _("Đã gửi giải trình đến Mặt trận."), shows="copy"),
        "record_explanation": Act(
            RecordExplanationForm, _record_explanation, _("Đã ghi nhận hộ giải trình."), shows="answers"
        ),
        "plan_verification": Act(
            PlanForm,
            _plan,
            _("Đã lập kế hoạch xác minh và trình lãnh đạo."),
            shows="answers",
            lead=_("Kế hoạch được trình lãnh đạo duyệt; khi duyệt, văn bản vào số và bắt đầu tính hạn lập biên bản."),
        ),
        "return_plan": Act(MoveForm, simple(return_plan), _("Đã trả lại kế hoạch xác minh."), shows="plan"),
        "sign_verification": Act(
            MoveForm,
            simple(sign_verification),
            _("Đã duyệt, vào số và gửi kế hoạch xác minh."),
            shows="plan",
            lead=_("Duyệt là vào số, gửi đến các nơi tham gia, và bắt đầu tính hạn lập biên bản xác minh chung."),
        ),
        "record_verification": Act(
            MinutesForm, _record_verification, _("Đã lập biên bản xác minh và vào số."), shows="heard"
        ),
        "propose": Act(
            ProposeForm,
            _propose,
            _("Đã soạn đề xuất xử lý và trình lãnh đạo."),
            shows="heard",
            lead=_("Mặt trận chỉ đề xuất. Nơi có thẩm quyền quyết định và nêu lý do khi không chấp nhận."),
        ),
        "return_proposal": Act(MoveForm, simple(return_proposal), _("Đã trả lại đề xuất xử lý."), shows="proposal"),
        "sign_proposal": Act(
            MoveForm,
            simple(sign_proposal),
            _("Đã duyệt, vào số và gửi đề xuất xử lý."),
            shows="proposal",
            lead=_("Duyệt là vào số và gửi đến nơi có thẩm quyền quyết định."),
        ),
        "decide": Act(DecideForm, _decide, _("Đã gửi quyết định đến Mặt trận."), shows="proposal"),
        "record_decision": Act(RecordDecisionForm, _record_decision, _("Đã ghi nhận hộ quyết định."), shows="proposal"),
        "reopen": Act(
            ReopenForm,
            _reopen,
            _("Hồ sơ đã mở lại; các hạn được tính lại từ hôm nay."),
            shows="answers",
            lead=_("Hồ sơ trở về bước chuẩn bị bản chuyển, để hỏi lại nơi phải trả lời."),
        ),
        "let_withdraw": Act(
            MoveForm,
            simple(let_withdraw),
            _("Đã chấp nhận rút; hồ sơ kết thúc."),
            lead=_("Chỉ chấp nhận khi đã có đơn rút tố cáo có chữ ký và không có căn cứ nào phải xem xét tiếp."),
        ),
        "go_on": Act(
            GoOnForm,
            _go_on,
            _("Hồ sơ vẫn được xem xét."),
            lead=_("Người tố cáo đã rút, nhưng có một trong ba căn cứ của luật thì tố cáo vẫn phải được giải quyết."),
        ),
    }
)
