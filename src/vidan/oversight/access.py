"""Who may do what with programme, plan and duties, and with inspections and supervisions. Routes cite these names."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

_PROGRAMME_PERMISSIONS: tuple[Permission, ...] = ()

_PROGRAMME: dict[str, str] = {}


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
        "oversight.answer_inspections",
        "Report, explain and answer for one's own unit when it is inspected or supervised.",
        _UNIT,
    ),
)

_SEE, _RUN = "oversight.see_inspections", "oversight.run_inspections"

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
    "oversight:visit": _RUN,
    "oversight:visit_item": _RUN,
    "oversight:evidence": _RUN,
    "oversight:recommendations": _RUN,
    "oversight:recommendation_drop": _RUN,
}


PERMISSIONS: tuple[Permission, ...] = (*_PROGRAMME_PERMISSIONS, *_INSPECTION_PERMISSIONS)

ROUTES: dict[str, str] = {**_PROGRAMME, **_INSPECTIONS}
