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
    "oversight:programmes": "oversight.see_programme",
    "oversight:programme": "oversight.see_programme",
    "oversight:programme_file": "oversight.see_programme",
    "oversight:programme_new": "oversight.run_plan",
    "oversight:programme_change": "oversight.run_plan",
    "oversight:plan": "oversight.see_programme",
    "oversight:plan_file": "oversight.see_programme",
    "oversight:plan_read": "oversight.run_plan",
    "oversight:plan_confirm": "oversight.run_plan",
    "oversight:plan_publish": "oversight.approve_plan",
    "oversight:duty": "oversight.see_programme",
    "oversight:duty_new": "oversight.run_plan",
    "oversight:duty_assign": "oversight.run_plan",
    "oversight:duty_done": "oversight.run_plan",
    "oversight:duty_reopen": "oversight.run_plan",
    "oversight:reports": "oversight.see_reports",
    "oversight:reports_compared": "oversight.run_plan",
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


_INSPECTION_PERMISSIONS: tuple[Permission, ...] = ()

_INSPECTIONS: dict[str, str] = {}


PERMISSIONS: tuple[Permission, ...] = (*_PROGRAMME_PERMISSIONS, *_INSPECTION_PERMISSIONS)

ROUTES: dict[str, str] = {**_PROGRAMME, **_INSPECTIONS}
