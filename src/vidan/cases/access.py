"""Who may do what with a case. Moves and routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
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
    Permission("cases.withdraw", "Withdraw one's own word; only the holder of the receipt can.", frozenset()),
)

ROUTES: dict[str, str] = {
    "cases:start": PUBLIC,
}
