"""Who may do what so that people know. Routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "outreach.see_procedures",
        "See the catalogue of procedures at the desk: one's own Front's, and what the Front above has published.",
        frozenset({Role.WARD_OFFICER, Role.DISTRICT_OFFICER, Role.HEAD, Role.EDITOR}),
    ),
    Permission(
        "outreach.write_procedures", "Write procedures, one by one or as a spreadsheet.", frozenset({Role.EDITOR})
    ),
    Permission(
        "outreach.publish_procedures",
        "Publish, end and withdraw procedures.",
        frozenset({Role.EDITOR, Role.HEAD}),
    ),
)

_PROCEDURES = {
    "outreach:procedures": PUBLIC,
    "outreach:procedure": PUBLIC,
    "outreach:checklist": PUBLIC,
    "outreach:form_file": PUBLIC,
    "outreach:procedures_desk": "outreach.see_procedures",
    "outreach:procedures_sheet": "outreach.see_procedures",
    "outreach:procedure_desk": "outreach.see_procedures",
    "outreach:procedure_form": "outreach.see_procedures",
    "outreach:procedure_new": "outreach.write_procedures",
    "outreach:procedures_bring": "outreach.write_procedures",
    "outreach:procedure_change": "outreach.write_procedures",
    "outreach:procedure_forms": "outreach.write_procedures",
    "outreach:procedure_show": "outreach.publish_procedures",
    "outreach:procedure_end": "outreach.publish_procedures",
    "outreach:procedure_take_back": "outreach.publish_procedures",
}

ROUTES: dict[str, str] = {**_PROCEDURES}
