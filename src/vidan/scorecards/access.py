"""Who may do what with rubrics and scorecards. Moves and routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

OFFICERS = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})

ASKED = frozenset({Role.MEMBER, Role.WARD_OFFICER})
SCORED = frozenset({Role.COMMITTEE_OFFICER, Role.COMMITTEE_HEAD})

PERMISSIONS = (
    Permission(
        "scorecards.see", "See the scorecards one scores, is asked about, or is scored by.", OFFICERS | ASKED | SCORED
    ),
    Permission("scorecards.read", "Read the scorecards of one's own Front, with opinions and remarks.", OFFICERS),
    Permission(
        "scorecards.draft",
        "Open scorecards, score or appraise their items, ask for opinions and explanations, record remarks, submit.",
        frozenset({Role.DISTRICT_OFFICER}),
    ),
    Permission(
        "scorecards.decide",
        "Decide on a scorecard or on equal results for the Standing Committee, sign its letter, publish, answer objections.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "scorecards.opine",
        "Give an opinion on the items of a scorecard of the Front of one's territory.",
        ASKED,
    ),
    Permission(
        "scorecards.declare",
        "Declare or score for one's own unit, hand evidence in, explain, remark on its scorecard, object to its result.",
        SCORED,
    ),
    Permission("scorecards.rubrics", "Write versions of a rubric, and bring one by XLSX.", OFFICERS),
    Permission("scorecards.publish_rubric", "Publish a version of a rubric.", frozenset({Role.HEAD})),
)

ROUTES = {
    "scorecards:index": PUBLIC,
    "scorecards:year": PUBLIC,
    "scorecards:year_data": PUBLIC,
    "scorecards:published": PUBLIC,
    "scorecards:published_data": PUBLIC,
    "scorecards:point": PUBLIC,
    "scorecards:cards": "scorecards.see",
    "scorecards:open": "scorecards.draft",
    "scorecards:open_units": "scorecards.draft",
    "scorecards:results": "scorecards.read",
    "scorecards:publish_results": "scorecards.decide",
    "scorecards:tie": "scorecards.decide",
    "scorecards:card": "scorecards.see",
    "scorecards:evidence_add": "scorecards.declare",
    "scorecards:evidence_drop": "scorecards.declare",
    "scorecards:evidence": "scorecards.see",
    "scorecards:question": "scorecards.draft",
    "scorecards:answer": "scorecards.declare",
    "scorecards:changes": "scorecards.see",
    "scorecards:paper": "scorecards.read",
    "scorecards:scan": "scorecards.see",
    "scorecards:item": "scorecards.see",
    "scorecards:opinion": "scorecards.opine",
    "scorecards:move": "scorecards.see",
    "scorecards:rubrics": "scorecards.rubrics",
    "scorecards:rubric_new": "scorecards.rubrics",
    "scorecards:rubric_template": "scorecards.rubrics",
    "scorecards:rubric_take_over": "scorecards.rubrics",
    "scorecards:rubric": "scorecards.rubrics",
    "scorecards:rubric_sheet": "scorecards.rubrics",
    "scorecards:rubric_heading": "scorecards.rubrics",
    "scorecards:rubric_rows": "scorecards.rubrics",
    "scorecards:rubric_item_add": "scorecards.rubrics",
    "scorecards:rubric_item": "scorecards.rubrics",
    "scorecards:rubric_item_remove": "scorecards.rubrics",
    "scorecards:rubric_doubt": "scorecards.rubrics",
    "scorecards:rubric_doubt_withdraw": "scorecards.rubrics",
    "scorecards:rubric_differences": "scorecards.rubrics",
    "scorecards:rubric_next": "scorecards.rubrics",
    "scorecards:rubric_drop": "scorecards.rubrics",
    "scorecards:rubric_publish": "scorecards.publish_rubric",
}
