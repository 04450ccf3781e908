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
    Permission(
        "surveys.run",
        "Prepare a round and its frame, make invitations, follow how far it has come.",
        OFFICERS,
    ),
    Permission(
        "surveys.open_round", "Open a prepared round, and close it before its last day.", frozenset({Role.HEAD})
    ),
    Permission(
        "surveys.interview",
        "Ask people for a round of one's Front, and count who refused or was not reached.",
        OFFICERS | {Role.INTERVIEWER},
    ),
    Permission("surveys.paper", "Key papers of a round of one's Front.", OFFICERS | {Role.INTERVIEWER}),
    Permission("surveys.questionnaires", "Write questionnaires, and bring one as XLSForm.", OFFICERS),
    Permission("surveys.publish_questionnaire", "Publish a version of a questionnaire.", frozenset({Role.HEAD})),
)

ROUTES = {
    "surveys:device": PUBLIC,
    "surveys:device_keeper": PUBLIC,
    "surveys:device_form": PUBLIC,
    "surveys:device_send": PUBLIC,
    "surveys:devices": "surveys.interview",
    "surveys:device_prepare": "surveys.interview",
    "surveys:device_end": "surveys.interview",
    "surveys:papers": "surveys.paper",
    "surveys:paper_key": "surveys.paper",
    "surveys:paper_decide": "surveys.run",
    "surveys:paper_drop": "surveys.paper",
    "surveys:rounds": "surveys.see",
    "surveys:round_new": "surveys.run",
    "surveys:round": "surveys.see",
    "surveys:round_change": "surveys.run",
    "surveys:round_drop": "surveys.run",
    "surveys:round_open": "surveys.open_round",
    "surveys:round_close": "surveys.open_round",
    "surveys:frame": "surveys.run",
    "surveys:frame_add": "surveys.run",
    "surveys:frame_rows": "surveys.run",
    "surveys:frame_sheet": "surveys.run",
    "surveys:contacts": "surveys.interview",
    "surveys:invitations": "surveys.run",
    "surveys:answer": PUBLIC,
    "surveys:invited": PUBLIC,
    "surveys:thanks": PUBLIC,
}
