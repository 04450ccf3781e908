"""Who may do what with rubrics and scorecards. Moves and routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import Permission
from vidan.foundation.accounts.roles import Role

OFFICERS = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})

PERMISSIONS = (
    Permission("scorecards.read", "Read the scorecards of one's own Front, with opinions and remarks.", OFFICERS),
    Permission(
        "scorecards.draft",
        "Open a scorecard, score its items, ask for opinions, record remarks from paper, submit it.",
        frozenset({Role.DISTRICT_OFFICER}),
    ),
    Permission(
        "scorecards.decide",
        "Decide on a scorecard for the Standing Committee, sign its letter, publish it.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "scorecards.opine",
        "Give an opinion on the items of a scorecard of the Front of one's territory.",
        frozenset({Role.MEMBER, Role.WARD_OFFICER}),
    ),
    Permission(
        "scorecards.declare",
        "Declare one's own unit's figures and remark on its scorecard.",
        frozenset({Role.COMMITTEE_OFFICER, Role.COMMITTEE_HEAD}),
    ),
    Permission("scorecards.rubrics", "Write versions of a rubric, and bring one by XLSX.", OFFICERS),
    Permission("scorecards.publish_rubric", "Publish a version of a rubric.", frozenset({Role.HEAD})),
)

ROUTES = {
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
    "scorecards:rubric_differences": "scorecards.rubrics",
    "scorecards:rubric_next": "scorecards.rubrics",
    "scorecards:rubric_drop": "scorecards.rubrics",
    "scorecards:rubric_publish": "scorecards.publish_rubric",
}
