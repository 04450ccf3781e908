"""Who may write, see and review news: written by hand, asked of every one of the cast."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR, article, written
from tests.outreach.old_pages_made import plain

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.units.models import Unit
from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article
from vidan.outreach.services.article_step import Refused
from vidan.outreach.services.bring_archive import hand_in
from vidan.outreach.services.show_article import approve_correction
from vidan.outreach.services.write_article import correct
from vidan.site.sample.people import CAST, address

pytestmark = pytest.mark.django_db

PAGES = """
                 list new word draft change repair parts preview approve publish correct withdraw public old bring archive
bien-tap         yes  yes yes  yes   yes    yes    yes   yes     no      yes     yes     yes      yes    yes yes   yes
can-bo-quan      yes  no  no   yes   no     no     no    yes     yes     yes     no      yes      yes    yes no    yes
can-bo-quan-2    yes  no  no   yes   no     no     no    yes     yes     yes     no      yes      yes    yes no    yes
lanh-dao         yes  no  no   yes   no     no     no    yes     yes     yes     no      yes      yes    yes no    yes
can-bo-phuong    no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
phu-nu           no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
can-bo-ubnd-quan no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
can-bo-ubnd      no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
chu-tich-ubnd    no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
theo-doi         no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
giu-khoa         no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
dieu-tra         no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
mat-tran-tp      no   no  no   no    no     no     no    no      no      no      no      no       yes    no  no    no
"""
"""The editor of the district's Front wrote all of it. `approve` is the page of approving what waits for review: not for who
wrote it; `publish` of what was approved; `correct` and `withdraw` of what is out."""

DESK = "/ban-lam-viec/tin-bai/"


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    made = {state: article(state, title=f"Bài {state}") for state in State if state != State.SCHEDULED}
    draft, out = made[State.DRAFT], made[State.PUBLISHED]
    kept = hand_in(front=unit(FRONT), name="1.txt", data=plain().encode(), only_try=False, actor=actor(EDITOR))
    places = {
        "list": DESK,
        "new": f"{DESK}viet/",
        "word": f"{DESK}tu-word/",
        "draft": f"{DESK}{draft.code}/",
        "change": f"{DESK}{draft.code}/sua/",
        "repair": f"{DESK}{draft.code}/sua-loi-nhan-dang/",
        "parts": f"{DESK}{draft.code}/kem/",
        "preview": f"{DESK}{draft.code}/xem-truoc/",
        "approve": f"{DESK}{made[State.IN_REVIEW].code}/buoc/duyet/",
        "publish": f"{DESK}{made[State.APPROVED].code}/buoc/dang/",
        "correct": f"{DESK}{out.code}/dinh-chinh/",
        "withdraw": f"{DESK}{out.code}/buoc/go/",
        "public": f"/tin-tuc/{out.slug}/",
        "old": f"{DESK}trang-cu/",
        "bring": f"{DESK}trang-cu/dua-vao/",
        "archive": f"{DESK}trang-cu/kho/{kept.key}/",
    }
    wrong = []
    for local, told in rows():
        client = signed_in(local)
        wrong += [
            (local, name)
            for name, place in places.items()
            if (client.get(place).status_code == 200) != (told[name] == "yes")
        ]
    assert wrong == []


def test_a_second_editor_approves_the_correction_of_the_first_and_not_his_own() -> None:
    second = User.objects.create(email=address("bien-tap-2"), name="Biên tập thứ hai")
    front = Unit.objects.get(slug="mttq-a-quan-2")
    Assignment.objects.create(user=second, role=Role.EDITOR, unit=front, valid_from=date(2018, 1, 1))
    made = article(State.PUBLISHED)
    correct(code=made.code, written=written(summary="Khác."), note="Nhầm.", actor=actor("bien-tap-2"))
    with pytest.raises(Refused):
        approve_correction(code=made.code, actor=actor("bien-tap-2"))
    approve_correction(code=made.code, actor=actor(EDITOR))


@pytest.mark.parametrize("local", [local for local, *_rest in CAST])
def test_old_pages_are_sent_to_review_by_who_writes_and_come_out_by_who_reviews(
    signed_in: Callable[[str], Client], local: str
) -> None:
    draft, waiting = article(title="Bài một"), article(State.IN_REVIEW, title="Bài hai")
    client = signed_in(local)
    for word in ("gui-duyet", "duyet-va-dang"):
        client.post(f"{DESK}trang-cu/buoc/", {"buoc": word, "bai": [draft.code, waiting.code]})
    told = {one.code: one.state for one in Article.objects.all()}
    writes, reviews = local == EDITOR, local in ("can-bo-quan", "can-bo-quan-2", "lanh-dao")
    assert told[draft.code] == (State.IN_REVIEW if writes else State.DRAFT)
    assert told[waiting.code] == (State.PUBLISHED if reviews else State.IN_REVIEW)


def test_an_editor_of_another_front_knows_nothing_of_it(signed_in: Callable[[str], Client]) -> None:
    kept = hand_in(front=unit(FRONT), name="1.txt", data=plain().encode(), only_try=False, actor=actor(EDITOR))
    made = article()
    Assignment.objects.filter(user__email=address(EDITOR)).update(unit=Unit.objects.get(slug="mttq-a-an-phu"))
    client = signed_in(EDITOR)
    assert client.get(f"{DESK}{made.code}/").status_code == 404
    assert client.get(f"{DESK}trang-cu/kho/{kept.key}/").status_code == 404
    assert kept.file_name not in client.get(f"{DESK}trang-cu/").content.decode()
    assert made.code not in client.get(DESK).content.decode()
    assert not Article.objects.visible_to(actor(EDITOR)).exists()
