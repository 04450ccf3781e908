"""Sample work of a desk: some open cases are given to the second officer, and two lists are saved."""

from vidan.cases.models import CaseFile
from vidan.cases.moves import OPEN
from vidan.cases.services.assign import assign
from vidan.cases.services.save_list import save_list
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.site.sample.people import address

LISTS = (
    ("Trễ hạn, tôi phụ trách", "tre=1&cua-toi=1", False),
    ("Chờ trả lời của phường An Phú", "trang-thai=transferred&don-vi=mot-cua-a-an-phu", True),
)
"""Name, filters, whether the whole Front uses it."""

GIVEN = 8


def make_desk() -> None:
    """The head gives, the officer saves."""
    officer, second, head = (
        User.objects.get(email=address(one)) for one in ("can-bo-quan", "can-bo-quan-2", "lanh-dao")
    )
    open_cases = CaseFile.objects.visible_to(actor_of(head)).filter(state__in=OPEN, officer=officer).order_by("-pk")
    assign(chosen=dict(open_cases.values_list("code", "version")[:GIVEN]), officer=second, actor=actor_of(head))
    for name, query, shared in LISTS:
        save_list(name=name, query=query, shared=shared, actor=actor_of(officer))
