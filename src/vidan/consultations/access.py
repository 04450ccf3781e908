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
    Permission(
        "consultations.ask_identity",
        "Ask the custodians about who gave an opinion in confidence.",
        frozenset({Role.DISTRICT_OFFICER}),
    ),
    Permission(
        "consultations.see_openings",
        "See who opened whose name, and the originals of opinions given in confidence, with the reasons.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "consultations.data_requests",
        "Answer what those who gave opinions ask about their own data, and enter it for who came or called.",
        OFFICERS,
    ),
    Permission(
        "consultations.erase",
        "Approve that opinions whose time is over are erased, or keep them longer.",
        frozenset({Role.HEAD}),
    ),
    Permission("consultations.opine", "Give a signed opinion for one's organisation on a draft of the Front.", ASKED),
    Permission("consultations.answer", "Answer the points of the criticism that was sent to one's body.", ANSWERS),
)

_TAKING_IN = {
    "consultations:register": "consultations.run",
    "consultations:papers": "consultations.run",
    "consultations:paper": "consultations.see",
    "consultations:drop_paper": "consultations.run",
    "consultations:text": "consultations.run",
    "consultations:text_bring": "consultations.run",
    "consultations:text_add": "consultations.run",
    "consultations:text_fix": "consultations.run",
    "consultations:text_piece": "consultations.run",
    "consultations:text_rearrange": "consultations.run",
    "consultations:text_repair": "consultations.run",
}

_EVERYBODY = {
    "consultations:index": PUBLIC,
    "consultations:shown": PUBLIC,
    "consultations:piece": PUBLIC,
    "consultations:shown_paper": PUBLIC,
    "consultations:text_file": PUBLIC,
}

_HEARINGS = {
    "consultations:hearings": "consultations.run",
    "consultations:hearing_new": "consultations.run",
    "consultations:hearing": "consultations.run",
    "consultations:hearing_act": "consultations.run",
    "consultations:hearing_item": "consultations.run",
    "consultations:hearing_paper": "consultations.run",
    "consultations:hearing_scan": "consultations.run",
    "consultations:checks": "consultations.run",
    "consultations:check": "consultations.run",
    "consultations:final_text": "consultations.run",
}

_OPINIONS = {
    "consultations:give": PUBLIC,
    "consultations:give_who": PUBLIC,
    "consultations:give_review": PUBLIC,
    "consultations:give_receipt": PUBLIC,
    "consultations:opinions": PUBLIC,
    "consultations:agree": PUBLIC,
    "consultations:opinion_file": PUBLIC,
    "consultations:mine": PUBLIC,
    "consultations:mine_write": PUBLIC,
    "consultations:sign": "consultations.opine",
    "consultations:enter": "consultations.run",
    "consultations:enter_list": "consultations.run",
    "consultations:enter_template": "consultations.run",
    "consultations:opinions_desk": "consultations.moderate",
    "consultations:opinion": "consultations.moderate",
    "consultations:opinion_open": "consultations.moderate",
    "consultations:opinion_show": "consultations.moderate",
    "consultations:opinion_hide": "consultations.moderate",
    "consultations:opinion_along": "consultations.moderate",
    "consultations:opinion_letter": "consultations.moderate",
    "consultations:opinion_identity": "consultations.moderate",
    "consultations:opinion_original": "consultations.moderate",
    "consultations:ask_name": "consultations.ask_identity",
    "consultations:custody_opinion": "vault.keep",
    "consultations:custody_answer": "vault.keep",
    "consultations:my_data": PUBLIC,
    "consultations:data_requests": "consultations.data_requests",
    "consultations:data_request": "consultations.data_requests",
    "consultations:data_told": "consultations.data_requests",
    "consultations:data_extend": "consultations.data_requests",
}
"""Of opinions; what `/tra-cuu/` asks for is the receipt itself."""

_VERSIONS = {
    "consultations:places": "consultations.run",
    "consultations:places_go_on": "consultations.run",
    "consultations:place": "consultations.run",
    "consultations:place_settle": "consultations.run",
    "consultations:compare": "consultations.see",
    "consultations:shown_compare": PUBLIC,
}

_POINTS = {
    "consultations:points": "consultations.run",
    "consultations:put": "consultations.run",
    "consultations:point_add": "consultations.run",
    "consultations:point": "consultations.run",
    "consultations:point_out": "consultations.run",
    "consultations:point_place": "consultations.run",
    "consultations:point_join": "consultations.run",
    "consultations:point_remove": "consultations.run",
    "consultations:document": "consultations.see",
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

ROUTES = {
    **_VERSIONS,
    **_TAKING_IN,
    **_EVERYBODY,
    **_OPINIONS,
    **_HEARINGS,
    **_POINTS,
    "consultations:drafts": "consultations.see",
    "consultations:draft": "consultations.see",
    "consultations:move": "consultations.see",
}
