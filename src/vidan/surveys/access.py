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
    Permission("surveys.read_results", "Read the results of one's own rounds before they are published.", OFFICERS),
    Permission("surveys.redact", "Read what replies say in words, and write what may be shown of it.", OFFICERS),
    Permission("surveys.publish_result", "Publish the result of a round.", frozenset({Role.HEAD})),
)

ROUTES: dict[str, str] = {
    "surveys:index": PUBLIC,
    "surveys:result": PUBLIC,
    "surveys:result_data": PUBLIC,
    "surveys:results": "surveys.read_results",
    "surveys:result_desk": "surveys.read_results",
    "surveys:result_publish": "surveys.publish_result",
    "surveys:texts": "surveys.redact",
    "surveys:text_next": "surveys.redact",
    "surveys:text": "surveys.redact",
}
