"""Who may do what with reports. Moves and routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

WRITERS = frozenset({Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.CITY_FRONT})

PERMISSIONS = (
    Permission(
        "reports.read", "Read the reports of one's own Front, drafts too, and comment on them.", WRITERS | {Role.HEAD}
    ),
    Permission("reports.draft", "Open reports, write their sections, submit them, correct them.", WRITERS),
    Permission(
        "reports.decide",
        "Approve a report, which numbers and freezes it, send it, give it back.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "reports.read_below",
        "Read what the Fronts below have sent, side by side and summed up.",
        frozenset({Role.DISTRICT_OFFICER, Role.CITY_FRONT, Role.HEAD}),
    ),
    Permission("reports.outlines", "Change the templates of one's Front's reports.", WRITERS | {Role.HEAD}),
    Permission("reports.overview", "See the year of one's Front on one page.", WRITERS | {Role.HEAD}),
)

ROUTES = {
    "reports:index": PUBLIC,
    "reports:published": PUBLIC,
    "reports:list": "reports.read",
    "reports:open": "reports.draft",
    "reports:report": "reports.read",
    "reports:section": "reports.draft",
    "reports:cut_off": "reports.draft",
    "reports:recount": "reports.draft",
    "reports:comment": "reports.read",
    "reports:comment_done": "reports.read",
    "reports:file": "reports.read",
    "reports:move": "reports.read",
    "reports:units": "reports.read_below",
    "reports:roll_up": "reports.read_below",
    "reports:units_sheet": "reports.read_below",
    "reports:outlines": "reports.outlines",
    "reports:outline": "reports.outlines",
    "reports:outline_section": "reports.outlines",
    "reports:outline_table": "reports.outlines",
    "reports:year": "reports.overview",
}
