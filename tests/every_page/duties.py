"""Programme, plans, duties, reports and guidance in every state."""

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor, unit
from tests.foundation.files.samples import jpg
from tests.oversight.duty_made import (
    AN_PHU,
    HEAD,
    OFFICER,
    WARD,
    WOMEN,
    assigned,
    confirmed,
    guidance,
    programme,
    read,
)

from vidan.foundation.files.services import keep_file
from vidan.oversight.duty_kinds import RhythmWords
from vidan.oversight.models import DutyReport, Plan
from vidan.oversight.services.ask_reports import publish_plan
from vidan.oversight.services.give_guidance import mark_guidance
from vidan.oversight.services.report_step import accept_report, send_back_report, write_report
from vidan.oversight.services.set_duties import end_duty
from vidan.oversight.services.write_programme import Signed, change_programme


def furnish_duties(long: str) -> None:
    """A draft to confirm, one confirmed, one in force with reports in each state, guidance sent and not."""
    signed = programme(title=long, articles=f"{long}\n{long}")
    fields = {name: getattr(signed, name) for name in Signed.__dataclass_fields__}
    change_programme(code=signed.code, signed=Signed(**fields), actor=actor(OFFICER), file=_scan())
    _with_file(read(title=f"{long} (đọc)"))
    _with_file(confirmed(title=f"{long} (soạn)"))
    _in_force(long)
    for sends in (True, False):
        made = guidance(sends=sends, title=long, words=f"{long}\n{long}")
        made.file = keep_file(subject=made.code, upload=_scan(), position=1)
        made.save()
    mark_guidance(code=guidance(title="Đã nhận").code, accepts=True, actor=actor(WARD))


def _in_force(long: str) -> None:
    plan = confirmed(title=long)
    first, second = plan.duties.order_by("position")
    units = [
        unit("mttq-a-an-phu"),
        unit(WOMEN),
        unit("mttq-a-an-khanh"),
        unit("mttq-a-binh-an"),
        unit("mttq-a-thao-dien"),
    ]
    assigned(first, responsible=units, rhythm=RhythmWords.MONTH, title=long[:120], target=40)
    assigned(second, responsible=[], figure="", place="contacts")
    publish_plan(code=plan.code, actor=actor(HEAD))
    end_duty(code=second.code, note=long, actor=actor(OFFICER))
    periods = DutyReport.objects.filter(duty=first, unit__slug=AN_PHU).order_by("due_on")
    for step, one in zip(("keep", "send", "send_back", "accept"), periods, strict=False):
        sends = step != "keep"
        write_report(code=one.code, words=long, counted=7, actor=actor(WARD), file=_scan(), sends=sends)
        if step == "send_back":
            send_back_report(code=one.code, reason=long, actor=actor(OFFICER))
        if step == "accept":
            accept_report(code=one.code, actor=actor(OFFICER))


def _with_file(plan: Plan) -> None:
    plan.file = keep_file(subject=plan.code, upload=_scan(), position=1)
    plan.save()


def _scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("scan.jpg", jpg())
