"""Who may do what with a case. Moves and routes cite these names; the units of a role bound where they hold."""

from vidan.cases.moves import SLUGS, TABLE
from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, Permission
from vidan.foundation.accounts.roles import Role

FRONT = frozenset({Role.WARD_OFFICER, Role.DISTRICT_OFFICER, Role.HEAD})
OFFICERS = frozenset({Role.WARD_OFFICER, Role.DISTRICT_OFFICER})
COMMITTEE = frozenset({Role.COMMITTEE_OFFICER, Role.COMMITTEE_HEAD})

PERMISSIONS = (
    Permission("cases.read", "Read the cases one's own Front carries, with the original words.", FRONT),
    Permission("cases.receive", "Enter a case for a person who came, called or wrote.", OFFICERS),
    Permission("cases.classify", "Say what kind a case is, which unit it is about, and write its gist.", OFFICERS),
    Permission(
        "cases.prepare", "Prepare and check copies, draft letters, record paper answers, inform and close.", OFFICERS
    ),
    Permission(
        "cases.approve", "Approve transfers and urging letters, which numbers and sends them.", frozenset({Role.HEAD})
    ),
    Permission("cases.open_identity", "Open what a named teller said of himself, with a written reason.", FRONT),
    Permission("cases.export", "Take a list of cases out as a spreadsheet.", FRONT),
    Permission(
        "cases.read_transferred",
        "Read the prepared copy of what was transferred to one's body.",
        COMMITTEE | {Role.MONITOR},
    ),
    Permission("cases.answer", "Answer for the body that settles.", COMMITTEE),
    Permission("cases.remark", "Answer for the body that monitors.", frozenset({Role.MONITOR})),
    Permission(
        "cases.route",
        "Refuse a word on a lawful ground, guide its sender, ask him, merge, split and link cases.",
        FRONT,
    ),
    Permission(
        "cases.hand", "Hand a case to another Front of the tree, and take or give back one that is offered.", FRONT
    ),
    Permission("cases.withdraw", "Withdraw one's own word; only the holder of the receipt can.", frozenset()),
)

ROUTES: dict[str, str] = {
    "cases:start": PUBLIC,
    "cases:counter": PUBLIC,
    "cases:resume": PUBLIC,
    "cases:question": PUBLIC,
    "cases:review": PUBLIC,
    "cases:receipt": PUBLIC,
    "cases:lookup": PUBLIC,
    "cases:mine": PUBLIC,
    "cases:write": PUBLIC,
    "cases:take_back": PUBLIC,
    "cases:rate": PUBLIC,
    "cases:open_split": PUBLIC,
    "cases:leave": PUBLIC,
    "cases:today": SIGNED_IN,
    "cases:notice": SIGNED_IN,
    "cases:keep": SIGNED_IN,
    "cases:list": "cases.read",
    "cases:search": "cases.read",
    "cases:enter": "cases.receive",
    "cases:calls": "cases.receive",
    "cases:call_end": "cases.receive",
    "cases:boxes": "cases.receive",
    "cases:box": "cases.receive",
    "cases:box_refuse": "cases.receive",
    "cases:box_minutes": "cases.receive",
    "cases:handings": "cases.hand",
    "cases:export": "cases.export",
    "cases:export_ready": "cases.export",
    "cases:export_file": "cases.export",
    "cases:case": "cases.read",
    "cases:original": "cases.prepare",
    "cases:letter_out": "cases.prepare",
    "cases:identity": "cases.open_identity",
    "cases:original_file": "cases.prepare",
    "cases:cleaned_file": "cases.prepare",
    "cases:scan": "cases.read",
    "cases:paper": "cases.read",
    "cases:transferred": "cases.read_transferred",
    "cases:identity_transferred": "cases.answer",
    "cases:copied_file": "cases.read_transferred",
    "cases:paper_transferred": "cases.read_transferred",
    **{f"cases:{move.name}": move.permission for move in TABLE.moves if move.name in SLUGS},
}
"""What `/tra-cuu/` pages ask for is the receipt itself (views/mine.py)."""
