"""Who may do what with surveys. Routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
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
    Permission(
        "surveys.watch",
        "Watch official surveys: record them, hold them against the checklist, write letters, record answers.",
        OFFICERS,
    ),
    Permission(
        "surveys.approve_letter",
        "Approve and number letters about official surveys, and let everybody read the watch.",
        frozenset({Role.HEAD}),
    ),
)

ROUTES: dict[str, str] = {
    "surveys:official_public": PUBLIC,
    "surveys:official_shown": PUBLIC,
    "surveys:official_shown_file": PUBLIC,
    "surveys:officials": "surveys.watch",
    "surveys:officials_sheet": "surveys.watch",
    "surveys:official_new": "surveys.watch",
    "surveys:official": "surveys.watch",
    "surveys:official_change": "surveys.watch",
    "surveys:official_item": "surveys.watch",
    "surveys:official_publication": "surveys.watch",
    "surveys:official_unpublish": "surveys.watch",
    "surveys:official_letter": "surveys.watch",
    "surveys:official_drop_letter": "surveys.watch",
    "surveys:official_approve": "surveys.approve_letter",
    "surveys:official_answer": "surveys.watch",
    "surveys:official_show": "surveys.approve_letter",
    "surveys:official_close": "surveys.watch",
    "surveys:official_reopen": "surveys.watch",
    "surveys:official_paper": "surveys.watch",
    "surveys:official_file": "surveys.watch",
}
