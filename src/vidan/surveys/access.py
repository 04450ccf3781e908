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

ROUTES: dict[str, str] = {
    "surveys:questionnaires": "surveys.questionnaires",
    "surveys:questionnaire_new": "surveys.questionnaires",
    "surveys:questionnaire_from_file": "surveys.questionnaires",
    "surveys:questionnaire_supplied": "surveys.questionnaires",
    "surveys:questionnaire_take_over": "surveys.questionnaires",
    "surveys:questionnaire": "surveys.questionnaires",
    "surveys:questionnaire_title": "surveys.questionnaires",
    "surveys:questionnaire_preview": "surveys.questionnaires",
    "surveys:questionnaire_paper": "surveys.questionnaires",
    "surveys:questionnaire_sheet": "surveys.questionnaires",
    "surveys:questionnaire_bring": "surveys.questionnaires",
    "surveys:questionnaire_next": "surveys.questionnaires",
    "surveys:questionnaire_publish": "surveys.publish_questionnaire",
    "surveys:questionnaire_drop": "surveys.questionnaires",
    "surveys:questionnaire_section_add": "surveys.questionnaires",
    "surveys:questionnaire_section": "surveys.questionnaires",
    "surveys:questionnaire_section_move": "surveys.questionnaires",
    "surveys:questionnaire_section_remove": "surveys.questionnaires",
    "surveys:questionnaire_question_add": "surveys.questionnaires",
    "surveys:questionnaire_question": "surveys.questionnaires",
    "surveys:questionnaire_question_move": "surveys.questionnaires",
    "surveys:questionnaire_question_remove": "surveys.questionnaires",
    "surveys:questionnaire_condition": "surveys.questionnaires",
    "surveys:questionnaire_condition_remove": "surveys.questionnaires",
    "surveys:questionnaire_parts": "surveys.questionnaires",
    "surveys:questionnaire_part": "surveys.questionnaires",
    "surveys:questionnaire_part_move": "surveys.questionnaires",
    "surveys:questionnaire_part_remove": "surveys.questionnaires",
}
