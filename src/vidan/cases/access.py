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
    Permission(
        "cases.receptions", "Keep the book of reception sessions, follow their promises, call a session off.", FRONT
    ),
    Permission("cases.classify", "Say what kind a case is, which unit it is about, and write its gist.", OFFICERS),
    Permission(
        "cases.prepare", "Prepare and check copies, draft letters, record paper answers, inform and close.", OFFICERS
    ),
    Permission(
        "cases.approve",
        "Approve transfers, urging letters, plans and proposals, which numbers and sends them; reopen a case.",
        frozenset({Role.HEAD}),
    ),
    Permission("cases.open_identity", "Open what a named teller said of himself, with a written reason.", FRONT),
    Permission("cases.assign", "Take over cases of one's own Front.", FRONT),
    Permission("cases.assign_others", "Give cases to any officer of one's own Front.", frozenset({Role.HEAD})),
    Permission(
        "cases.ask_identity", "Ask the custodians about the teller of a case who asked for confidence.", OFFICERS
    ),
    Permission(
        "cases.see_openings",
        "See who opened whose name, and the originals of confidential cases, with the reasons.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "cases.data_requests",
        "Answer what people ask about their own data, and enter it for who came or called.",
        FRONT,
    ),
    Permission(
        "cases.erase", "Approve that content whose time is over is erased, or keep it longer.", frozenset({Role.HEAD})
    ),
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
    Permission("cases.summarise", "Write what may be published of a closed case, and take it back.", FRONT),
    Permission("cases.publish", "Publish what another person wrote of a closed case.", frozenset({Role.HEAD})),
    Permission(
        "cases.quality",
        "Read drawn answers of bodies by the sheet, and settle what two readers see differently.",
        FRONT,
    ),
    Permission("cases.quality_draw", "Draw a round of answers to be read.", frozenset({Role.HEAD})),
    Permission("cases.decide", "Decide on a proposal, for the People's Committee.", frozenset({Role.COMMITTEE_HEAD})),
    Permission("cases.reopen_own", "Ask once for one's own case to be opened again, with the receipt.", frozenset()),
    Permission("cases.withdraw", "Withdraw one's own word; only the holder of the receipt can.", frozenset()),
)

ROUTES: dict[str, str] = {
    "cases:start": PUBLIC,
    "cases:counter": PUBLIC,
    "cases:resume": PUBLIC,
    "cases:question": PUBLIC,
    "cases:review": PUBLIC,
    "cases:receipt": PUBLIC,
    "cases:mine": PUBLIC,
    "cases:write": PUBLIC,
    "cases:take_back": PUBLIC,
    "cases:rate": PUBLIC,
    "cases:open_split": PUBLIC,
    "cases:my_data": PUBLIC,
    "cases:ask_again": PUBLIC,
    "cases:results": PUBLIC,
    "cases:today": SIGNED_IN,
    "cases:keep": SIGNED_IN,
    "cases:morning": SIGNED_IN,
    "cases:list": "cases.read",
    "cases:search": "cases.read",
    "cases:assign": "cases.assign",
    "cases:saved_lists": "cases.read",
    "cases:saved_change": "cases.read",
    "cases:saved_remove": "cases.read",
    "cases:print": "cases.read",
    "cases:statistics": "cases.read",
    "cases:statistics_sheet": "cases.export",
    "cases:enter": "cases.receive",
    "cases:look_alikes": "cases.classify",
    "cases:enter_mail": "cases.receive",
    "cases:paste": "cases.receive",
    "cases:paste_template": "cases.receive",
    "cases:petition": "cases.receive",
    "cases:calls": "cases.receive",
    "cases:call_end": "cases.receive",
    "cases:boxes": "cases.receive",
    "cases:box": "cases.receive",
    "cases:box_refuse": "cases.receive",
    "cases:box_minutes": "cases.receive",
    "cases:handings": "cases.hand",
    "cases:receptions": "cases.receptions",
    "cases:reception": "cases.receptions",
    "cases:reception_off": "cases.receptions",
    "cases:reception_turn_end": "cases.receptions",
    "cases:reception_promise": "cases.receptions",
    "cases:reception_close": "cases.receptions",
    "cases:reception_minutes": "cases.receptions",
    "cases:export": "cases.export",
    "cases:export_ready": "cases.export",
    "cases:export_file": "cases.export",
    "cases:case": "cases.read",
    "cases:original": "cases.prepare",
    "cases:letter_out": "cases.prepare",
    "cases:identity": "cases.open_identity",
    "cases:ask_identity": "cases.ask_identity",
    "cases:data_requests": "cases.data_requests",
    "cases:data_request": "cases.data_requests",
    "cases:data_told": "cases.data_requests",
    "cases:data_extend": "cases.data_requests",
    "cases:custody_case": "vault.keep",
    "cases:custody_answer": "vault.keep",
    "cases:original_file": "cases.prepare",
    "cases:cleaned_file": "cases.prepare",
    "cases:blacken": "cases.prepare",
    "cases:copy_repair": "cases.prepare",
    "cases:blackened": "cases.prepare",
    "cases:page_picture": "cases.prepare",
    "cases:scan": "cases.read",
    "cases:paper": "cases.read",
    "cases:publishing": "cases.summarise",
    "cases:summary": "cases.summarise",
    "cases:quality": "cases.quality",
    "cases:quality_round": "cases.quality",
    "cases:quality_item": "cases.quality",
    "cases:transferred": "cases.read_transferred",
    "cases:identity_transferred": "cases.answer",
    "cases:copied_file": "cases.read_transferred",
    "cases:paper_transferred": "cases.read_transferred",
    **{f"cases:{move.name}": move.permission for move in TABLE.moves if move.name in SLUGS},
}
"""What `/tra-cuu/` pages ask for is the receipt itself (views/mine.py)."""
