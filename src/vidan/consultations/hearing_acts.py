"""Everything that can be done with a hearing: its address, form, service, and when it is open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.consultations.act import Run
from vidan.consultations.forms.hearings import (
    AttendanceForm,
    ChangeForm,
    HearingForm,
    InviteForm,
    MinutesForm,
    ReopenForm,
    ReplyForm,
    StepNoteForm,
)
from vidan.consultations.hearing_selectors import APPROVE, RUN, overdue, waiting_papers
from vidan.consultations.hearing_steps import Step, line_of, step_of
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Hearing, Invited
from vidan.consultations.services.end_hearing import end_hearing, unfinished
from vidan.consultations.services.hearing_papers import (
    issue_hearing_paper,
    write_invitation,
    write_minutes,
    write_reminder,
)
from vidan.consultations.services.invite import note_step, record_attendance, set_invited
from vidan.consultations.services.plan_hearing import change_hearing, drop_hearing
from vidan.consultations.services.record_reply import record_reply
from vidan.consultations.services.reopen_hearing import reopen_hearing
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.papers.structure import from_json

MEETING = frozenset({HearingKind.CONFERENCE, HearingKind.DIALOGUE})
WRITTEN = frozenset({HearingKind.WRITTEN})
ALL = MEETING | WRITTEN


@dataclass(frozen=True)
class HearingAct:
    """One row. `open` says whether it is offered now; `item` finds what an address names beside the hearing, or None.

    `fields` draws the form where it is not one field below the other, `shows` stands above it with what `beside` gathers.
    """

    label: Promise
    form: type[HearingForm]
    run: Run
    said: Promise
    lead: Promise | str = ""
    permission: str = RUN
    kinds: frozenset[HearingKind] = ALL
    open: Callable[[Hearing], bool] = lambda hearing: not hearing.is_over
    item: Callable[[Hearing, str], Any] | None = None
    fields: str = "consultations/hearings/fields.html"
    shows: str = ""
    beside: Callable[[Hearing, Any], Mapping[str, Any]] = lambda _hearing, _item: {}


def _runs(service: Callable[..., object], *names: str, **more: Callable[[Any], Any]) -> Run:
    """Hand the service the hearing, the actor, these answers of the form, and what is worked out from the form."""

    def run(form: Any, actor: Any) -> object:
        told = {name: form.cleaned_data[name] for name in ("version", *names)}
        told |= {name: found(form) for name, found in more.items()}
        return service(code=form.hearing.draft.code, pk=form.hearing.pk, actor=actor, **told)

    return run


def has_number(paper: Paper | None) -> bool:
    """Whether a paper of a hearing was issued."""
    return paper is not None and paper.state != PaperState.DRAFT


def _before_minutes(hearing: Hearing) -> bool:
    return not hearing.is_over and not has_number(hearing.minutes)


def _held(hearing: Hearing) -> bool:
    begun = hearing.held_on is not None and hearing.held_on <= clock.today()
    return _before_minutes(hearing) and begun and bool(hearing.invited.all())


def _to_invite(hearing: Hearing) -> bool:
    return not hearing.is_over and not has_number(hearing.invitation) and bool(hearing.invited.all())


def _step(hearing: Hearing, slug: str) -> Step | None:
    found = step_of(hearing.kind, slug)
    return None if found is None or found.follows else found


def _number(slug: str) -> int:
    return int(slug) if slug.isdecimal() and len(slug) < 10 else 0


def _asked(hearing: Hearing, slug: str) -> Invited | None:
    return next((one for one in hearing.invited.all() if one.pk == _number(slug)), None)


def _waits(hearing: Hearing, slug: str) -> Paper | None:
    return next((paper for paper in waiting_papers(hearing) if paper.pk == _number(slug)), None)


def _letter(_hearing: Hearing, paper: Paper) -> Mapping[str, Any]:
    return {"letter": from_json(paper.structure), "paper": paper}


ACTS: Mapping[str, HearingAct] = {
    "khach-moi": HearingAct(
        label=_("Chọn nơi được mời, được hỏi"),
        form=InviteForm,
        fields="consultations/hearings/invite.html",
        run=_runs(set_invited, "units", "names"),
        said=_("Đã ghi danh sách."),
    ),
    "giay-moi": HearingAct(
        label=_("Soạn giấy mời"),
        form=HearingForm,
        run=_runs(write_invitation),
        said=_("Đã soạn giấy mời, chờ lãnh đạo duyệt."),
        lead=_("Giấy mời gửi mọi nơi trong danh sách. Lãnh đạo đọc, duyệt rồi mới có số."),
        kinds=MEETING,
        open=_to_invite,
    ),
    "cong-van": HearingAct(
        label=_("Soạn công văn lấy ý kiến"),
        form=HearingForm,
        run=_runs(write_invitation),
        said=_("Đã soạn công văn, chờ lãnh đạo duyệt."),
        lead=_("Công văn gửi mọi nơi trong danh sách. Lãnh đạo đọc, duyệt rồi mới có số."),
        kinds=WRITTEN,
        open=_to_invite,
    ),
    "diem-danh": HearingAct(
        label=_("Điểm danh"),
        form=AttendanceForm,
        run=_runs(record_attendance, came=lambda form: form.came),
        said=_("Đã ghi ai dự."),
        kinds=MEETING,
        open=_held,
        fields="consultations/hearings/attendance.html",
    ),
    "buoc": HearingAct(
        label=_("Ghi diễn biến"),
        form=StepNoteForm,
        run=_runs(note_step, "note", "done", step=lambda form: form.item.code),
        said=_("Đã ghi bước này."),
        kinds=MEETING,
        open=_before_minutes,
        item=_step,
        shows="consultations/hearings/step.html",
        beside=lambda hearing, step: {"line": line_of(hearing, step)},
    ),
    "bien-ban": HearingAct(
        label=_("Lập biên bản"),
        form=MinutesForm,
        run=_runs(write_minutes, "minutes_text"),
        said=_("Đã lập biên bản, chờ lãnh đạo duyệt."),
        lead=_("Biên bản lấy từ danh sách dự và diễn biến đã ghi. Sửa các phần đó rồi lập lại được cho đến khi có số."),
        kinds=MEETING,
        open=_held,
    ),
    "tra-loi": HearingAct(
        label=_("Ghi ý kiến bằng văn bản"),
        form=ReplyForm,
        run=_runs(record_reply, "number", "dated", "received_on", "scan", invited=lambda form: form.item.pk),
        said=_("Đã ghi văn bản đến."),
        lead=_("Ghi văn bản vào sổ đến. Nội dung từng ý kiến thì ghi ở sổ ý kiến của dự thảo."),
        kinds=WRITTEN,
        open=lambda _hearing: True,
        item=_asked,
        shows="consultations/hearings/asked.html",
        beside=lambda _hearing, one: {"asked": one},
    ),
    "nhac": HearingAct(
        label=_("Soạn công văn nhắc"),
        form=HearingForm,
        run=_runs(write_reminder),
        said=_("Đã soạn công văn nhắc, chờ lãnh đạo duyệt."),
        lead=_("Gửi những nơi quá ngày mà chưa có ý kiến và chưa được nhắc."),
        kinds=WRITTEN,
        open=lambda hearing: not hearing.is_over and any(one.urged_on is None for one in overdue(hearing)),
    ),
    "duyet": HearingAct(
        label=_("Duyệt và cấp số"),
        form=HearingForm,
        run=_runs(issue_hearing_paper, paper=lambda form: form.item.pk),
        said=_("Đã duyệt và cấp số."),
        permission=APPROVE,
        item=_waits,
        shows="consultations/hearings/letter.html",
        beside=_letter,
    ),
    "sua": HearingAct(
        label=_("Sửa ngày, nơi, chương trình"),
        form=ChangeForm,
        run=_runs(change_hearing, plan=lambda form: form.plan),
        said=_("Đã sửa."),
        lead=_("Giấy mời chưa có số thì phải soạn lại sau khi sửa."),
        open=_before_minutes,
    ),
    "xong": HearingAct(
        label=_("Kết thúc việc này"),
        form=HearingForm,
        run=_runs(end_hearing),
        said=_("Đã kết thúc."),
        lead=_("Sau khi kết thúc không ghi thêm được, trừ ý kiến bằng văn bản đến muộn."),
        open=lambda hearing: not hearing.is_over and unfinished(hearing) is None,
    ),
    "mo-lai": HearingAct(
        label=_("Mở lại việc này"),
        form=ReopenForm,
        run=_runs(reopen_hearing, "reason"),
        said=_("Đã mở lại."),
        lead=_("Biên bản đã có số thì hủy, số vẫn giữ trong sổ; trước khi kết thúc lại phải có biên bản mới."),
        permission=APPROVE,
        open=lambda hearing: hearing.is_over,
    ),
    "bo": HearingAct(
        label=_("Bỏ, vì ghi nhầm"),
        form=HearingForm,
        run=_runs(drop_hearing),
        said=_("Đã bỏ."),
        lead=_("Chỉ bỏ được khi chưa nơi nào được mời."),
        open=lambda hearing: not hearing.is_over and not has_number(hearing.invitation) and not hearing.minutes_id,
    ),
}
"""By the word in the address, in the order in which they are offered."""


def offered(hearing: Hearing, permissions: frozenset[str]) -> list[tuple[str, Promise]]:
    """What can be done now with the hearing as a whole, for who holds these permissions."""
    return [
        (slug, act.label)
        for slug, act in ACTS.items()
        if act.item is None and hearing.kind in act.kinds and act.permission in permissions and act.open(hearing)
    ]
