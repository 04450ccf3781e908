"""Who may do what with programme, plan and duties, and with inspections and supervisions. Routes cite these names."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

_RUNNING = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})
_REPORTING = frozenset({Role.WARD_OFFICER, Role.MEMBER, Role.HEAD})

_PROGRAMME_PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "oversight.see_programme",
        "Read the programmes and published plans of the Fronts above and below one's own unit.",
        _RUNNING | _REPORTING | {Role.EDITOR, Role.CITY_FRONT},
    ),
    Permission(
        "oversight.run_plan",
        "Write programme, plan, duties and guidance of one's own Front; send duty reports back, accept them, compare units.",
        _RUNNING,
    ),
    Permission("oversight.approve_plan", "Put a plan of one's own Front into force.", frozenset({Role.HEAD})),
    Permission(
        "oversight.report_duty",
        "Report on the duties of one's own unit; mark guidance read and taken up.",
        _REPORTING,
    ),
    Permission(
        "oversight.see_reports",
        "Read duty reports and guidance at the desk: one's own unit's, or those that one's Front asked for and gave.",
        _RUNNING | _REPORTING,
    ),
)

_PROGRAMME: dict[str, str] = {
    "oversight:public_plan": PUBLIC,
    "oversight:public_plan_of": PUBLIC,
    "oversight:programmes": "oversight.see_programme",
    "oversight:programme": "oversight.see_programme",
    "oversight:programme_file": "oversight.see_programme",
    "oversight:programme_new": "oversight.run_plan",
    "oversight:programme_change": "oversight.run_plan",
    "oversight:plan": "oversight.see_programme",
    "oversight:plan_file": "oversight.see_programme",
    "oversight:plan_sheet": "oversight.see_programme",
    "oversight:plan_read": "oversight.run_plan",
    "oversight:plan_confirm": "oversight.run_plan",
    "oversight:plan_publish": "oversight.approve_plan",
    "oversight:duty": "oversight.see_programme",
    "oversight:duty_new": "oversight.run_plan",
    "oversight:duty_assign": "oversight.run_plan",
    "oversight:duty_done": "oversight.run_plan",
    "oversight:duty_reopen": "oversight.run_plan",
    "oversight:reports": "oversight.see_reports",
    "oversight:reports_sheet": "oversight.see_reports",
    "oversight:reports_compared": "oversight.run_plan",
    "oversight:reports_compared_sheet": "oversight.run_plan",
    "oversight:report": "oversight.see_reports",
    "oversight:report_file": "oversight.see_reports",
    "oversight:report_write": "oversight.report_duty",
    "oversight:report_accept": "oversight.run_plan",
    "oversight:report_send_back": "oversight.run_plan",
    "oversight:guidances": "oversight.see_reports",
    "oversight:guidance": "oversight.see_reports",
    "oversight:guidance_file": "oversight.see_reports",
    "oversight:guidance_new": "oversight.run_plan",
    "oversight:guidance_change": "oversight.run_plan",
    "oversight:guidance_send": "oversight.run_plan",
    "oversight:guidance_mark": "oversight.report_duty",
}


_FRONT = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})
_UNIT = frozenset({Role.MEMBER, Role.WARD_OFFICER, Role.HEAD, Role.COMMITTEE_OFFICER, Role.COMMITTEE_HEAD})

_INSPECTION_PERMISSIONS = (
    Permission(
        "oversight.see_inspections",
        "See the inspections and supervisions one's Front holds, and what was sent to one's own unit of them.",
        _FRONT | _UNIT,
    ),
    Permission(
        "oversight.read_inspections",
        "Read everything about the inspections and supervisions of one's own Front.",
        _FRONT,
    ),
    Permission(
        "oversight.run_inspections",
        "Propose inspections and supervisions, name delegations, write down what was seen, conclusions and answers.",
        _FRONT,
    ),
    Permission(
        "oversight.approve_inspections",
        "Approve the programme of the year, sign decisions, notices, conclusions and petitions, publish results.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "oversight.look_at_inspections",
        "Open and fill the checklist of a day of work: officers of the Front that holds it, and who is in its delegation.",
        _FRONT | _UNIT | {Role.EDITOR, Role.MONITOR},
    ),
    Permission(
        "oversight.erase_inspections",
        "Decide that the working papers of inspections and supervisions whose time is over are erased.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "oversight.answer_inspections",
        "Report, explain and answer for one's own unit when it is inspected or supervised.",
        _UNIT,
    ),
)

_SEE, _RUN, _LOOK = "oversight.see_inspections", "oversight.run_inspections", "oversight.look_at_inspections"

_INSPECTIONS: dict[str, str] = {
    "oversight:results": PUBLIC,
    "oversight:result": PUBLIC,
    "oversight:result_paper": PUBLIC,
    "oversight:inspections": _SEE,
    "oversight:inspection": _SEE,
    "oversight:inspection_move": _SEE,
    "oversight:inspection_paper": _SEE,
    "oversight:inspection_file": _SEE,
    "oversight:recommendation_move": _SEE,
    "oversight:inspection_new": _RUN,
    "oversight:delegation": _RUN,
    "oversight:delegate_drop": _RUN,
    "oversight:visit": _LOOK,
    "oversight:visit_item": _LOOK,
    "oversight:evidence": _LOOK,
    "oversight:recommendations": _RUN,
    "oversight:recommendation_drop": _RUN,
}


PERMISSIONS: tuple[Permission, ...] = (*_PROGRAMME_PERMISSIONS, *_INSPECTION_PERMISSIONS)

ROUTES: dict[str, str] = {**_PROGRAMME, **_INSPECTIONS}
