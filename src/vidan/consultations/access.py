"""Who may do what with drafts under criticism. Moves and routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

OFFICERS = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})
ASKED = frozenset({Role.MEMBER, Role.WARD_OFFICER})
ANSWERS = frozenset({Role.COMMITTEE_OFFICER, Role.COMMITTEE_HEAD})

PERMISSIONS = (
    Permission(
        "consultations.see",
        "See the drafts one criticises, is asked about, or must answer for.",
        OFFICERS | ASKED | ANSWERS,
    ),
    Permission("consultations.read", "Read everything about the drafts of one's own Front.", OFFICERS),
    Permission(
        "consultations.run",
        "Register drafts, put their text in order, hold hearings, gather points, record answers, check the issued text.",
        OFFICERS,
    ),
    Permission("consultations.moderate", "Read what people wrote, and say what everybody may read of it.", OFFICERS),
    Permission(
        "consultations.approve",
        "Open a draft for opinions, approve and number the criticism document, end a criticism.",
        frozenset({Role.HEAD}),
    ),
    Permission("consultations.opine", "Give a signed opinion for one's organisation on a draft of the Front.", ASKED),
    Permission("consultations.answer", "Answer the points of the criticism that was sent to one's body.", ANSWERS),
)

ROUTES = {
    "consultations:drafts": "consultations.see",
    "consultations:draft": "consultations.see",
    "consultations:move": "consultations.see",
}

ROUTES |= {
    "consultations:points": "consultations.run",
    "consultations:put": "consultations.run",
    "consultations:point_add": "consultations.run",
    "consultations:point": "consultations.run",
    "consultations:point_out": "consultations.run",
    "consultations:point_place": "consultations.run",
    "consultations:point_join": "consultations.run",
    "consultations:point_remove": "consultations.run",
    "consultations:paper": "consultations.see",
    "consultations:answers": "consultations.see",
    "consultations:answer": "consultations.see",
    "consultations:answer_paper": "consultations.run",
    "consultations:answer_scan": "consultations.see",
    "consultations:annex": "consultations.see",
    "consultations:annex_file": "consultations.see",
    "consultations:matrix": PUBLIC,
    "consultations:matrix_data": PUBLIC,
    "consultations:public_paper": PUBLIC,
}
