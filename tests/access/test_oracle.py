"""The oracle holds for lists and single cases alike; no row of it may be turned round unnoticed."""

from collections.abc import Iterable

import pytest
from django.test import Client
from tests.access.oracle import CUSTODY, rows
from tests.cases.made import actor, made

from vidan.cases.models import CaseFile
from vidan.cases.selectors import Filters, newest, search
from vidan.foundation.accounts.actors import ANYBODY, Actor
from vidan.foundation.accounts.models import Official, User
from vidan.foundation.intake.tellers import TellerMode
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db


def actors(names: Iterable[str]) -> dict[str, Actor]:
    return {name: ANYBODY if name == "nobody" else actor(name) for name in names}


def verdicts(objects: dict[str, CaseFile]) -> dict[tuple[str, str], bool]:
    people = actors({who for who, _what, _verdict in rows()})
    return {
        (who, what): CaseFile.objects.visible_to(people[who]).filter(pk=objects[what].pk).exists()
        for who, what, _verdict in rows()
    }


def test_every_row_of_the_oracle_holds(objects: dict[str, CaseFile]) -> None:
    told = verdicts(objects)
    assert [(who, what) for who, what, verdict in rows() if told[who, what] != verdict] == []


def test_a_row_turned_round_is_found(objects: dict[str, CaseFile]) -> None:
    told = verdicts(objects)
    for turned in range(len(rows())):
        flipped = [(who, what, verdict != (i == turned)) for i, (who, what, verdict) in enumerate(rows())]
        assert [(w, o) for w, o, verdict in flipped if told[w, o] != verdict] == [rows()[turned][:2]]


def test_the_oracle_is_large_enough_and_a_third_of_it_allows() -> None:
    assert len(rows()) >= 60
    assert sum(verdict for _who, _what, verdict in rows()) * 3 >= len(rows())
    assert len({row[:2] for row in rows()}) == len(rows())


def test_lists_and_search_know_no_more_than_the_oracle(objects: dict[str, CaseFile]) -> None:
    people = actors({who for who, _what, _verdict in rows()})
    for who, what, verdict in rows():
        case = objects[what]
        listed = {one.case.pk for one in newest(people[who], Filters()).cases}
        found = {one.case.pk for one in search(people[who], case.code)}
        assert verdict or case.pk not in listed | found, (who, what)


def test_a_page_of_a_case_opens_as_the_oracle_says_and_missing_looks_like_forbidden(
    objects: dict[str, CaseFile],
) -> None:
    gone = set()
    for who, what, verdict in rows():
        client = Client()
        if who != "nobody":
            client.force_login(User.objects.get(email=address(who)))
        for place in ("ho-so", "chuyen-den"):
            answer = client.get(f"/ban-lam-viec/{place}/{objects[what].code}/")
            missing = client.get(f"/ban-lam-viec/{place}/PA-1999-0001/")
            if answer.status_code != 200:
                assert answer.status_code == missing.status_code, (who, what)
                gone.add((who, what, place))
        opened = {(who, what, p) for p in ("ho-so", "chuyen-den")} - gone
        assert bool(opened) == verdict, (who, what)


def test_what_is_kept_from_an_officer_is_what_his_fronts_carry_and_he_does_not_see(
    objects: dict[str, CaseFile],
) -> None:
    people = actors({who for who, _what, _verdict in rows()} - {"nobody"})
    himself = objects["about_an_officer"].official
    assert himself is not None
    Official.objects.filter(pk=himself.pk).update(user_id=people["can-bo-quan"].user_id)
    for who, one in people.items():
        carried = CaseFile.objects.filter(front_id__in=one.units_with("cases.read"))
        seen = CaseFile.objects.visible_to(one).values_list("pk", flat=True)
        kept = CaseFile.objects.kept_from(one).values_list("pk", flat=True)
        assert set(kept) == set(carried.values_list("pk", flat=True)) - set(seen), who
    assert CaseFile.objects.kept_from(people["can-bo-quan"]).count() == 2


def test_no_page_of_the_desk_names_a_case_beyond_the_oracle(objects: dict[str, CaseFile]) -> None:
    """Print, mail of the morning and look-alikes: whoever may not know of a case does not meet its code there."""
    abouts = {case.subject_unit.slug for case in objects.values() if case.subject_unit}
    for who in sorted({who for who, _what, _verdict in rows()} - {"nobody"}):
        client = Client()
        client.force_login(User.objects.get(email=address(who)))
        pages = [client.get(f"/ban-lam-viec/{place}/") for place in ("in-viec-hom-nay", "thu-dau-ngay")]
        pages += [client.post("/ban-lam-viec/co-the-trung/", {"unit": slug}) for slug in sorted(abouts)]
        told = " ".join(page.content.decode() for page in pages)
        for what in {what for one, what, verdict in rows() if one == who and not verdict}:
            assert objects[what].code not in told, (who, what)


def test_every_row_of_the_custody_of_names_holds(objects: dict[str, CaseFile]) -> None:
    own = made(mode=TellerMode.CONFIDENTIAL)
    CaseFile.objects.filter(pk=own.pk).update(subject_unit=own.front)
    objects |= {
        "confidential_of_ward": made(mode=TellerMode.CONFIDENTIAL, front="mttq-a-an-phu"),
        "confidential_of_her_own": own,
    }
    people = actors({who for who, _what, _verdict in rows(CUSTODY)})
    wrong = [
        (who, what)
        for who, what, verdict in rows(CUSTODY)
        if CaseFile.objects.in_custody_of(people[who]).filter(pk=objects[what].pk).exists() != verdict
    ]
    assert wrong == []
