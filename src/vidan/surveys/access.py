"""Who may do what with surveys. Routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import Permission
from vidan.foundation.accounts.roles import Role

OFFICERS = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})

PERMISSIONS = (
    Permission(
        "surveys.see",
        "See the rounds of one's own Front, their frame and how far they have come.",
        OFFICERS | {Role.INTERVIEWER},
    ),
    Permission("surveys.questionnaires", "Write questionnaires, and bring one as XLSForm.", OFFICERS),
    Permission("surveys.publish_questionnaire", "Publish a version of a questionnaire.", frozenset({Role.HEAD})),
)

ROUTES: dict[str, str] = {}
