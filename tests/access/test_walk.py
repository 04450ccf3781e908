"""Every route is walked by every role, signed out included; what a role may not use answers as if it were not there."""

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.cases.made import made

from vidan.cases.kinds import State
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, all_routes, route_permission
from vidan.site.sample.people import CAST, address

pytestmark = pytest.mark.django_db

PEOPLE = [local for local, _name, _role, _unit in CAST]


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, before: str = "", space: str = ""
) -> Iterator[tuple[str, str]]:
    """Every route with a sample address: `(name, address)`; unnamed ones under their address."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        place = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, place, inside)
        else:
            yield f"{space}{pattern.name}" if pattern.name else place, filled(place)


def filled(place: str) -> str:
    case = "PA-2018-0001"
    place = place.replace("<slug:code>", case).replace("<slug:counter>", "an-phu").replace("<int:year>", "2018")
    place = place.replace("<slug:slug>", "noi").replace("<slug:move>", "classify").replace("<slug:form>", "pdf")
    place = re.sub(r"<int:\w+>", "1", place)
    place = re.sub(r"\(\?P<\w+>[^)]*\)", "1-a", place)
    return "/" + re.sub(r"<\w+:\w+>|<\w+>", "x1", place).lstrip("^").rstrip("$").replace("\\Z", "")


def test_every_route_is_listed_in_its_apps_access_or_answers_to_nobody(signed_in: object) -> None:
    spaces = (
        "site:",
        "cases:",
        "consultations:",
        "outreach:",
        "oversight:",
        "reports:",
        "scorecards:",
        "surveys:",
        "machine:",
    )
    ours = {name for name, _place in routes() if name.startswith(spaces)}
    listed = set(all_routes())
    assert ours <= listed
    assert listed <= {name for name, _place in routes()}


@pytest.mark.parametrize("method", ["get", "post"])
def test_signed_out_nothing_of_the_desk_opens(method: str) -> None:
    made(State.TRANSFERRED)
    client = Client()
    for name, place in routes():
        asked = route_permission(name)
        if asked == PUBLIC:
            continue
        answer = getattr(client, method)(place)
        if asked is None:
            assert answer.status_code == 404, name
        else:
            assert (answer.status_code == 302 and "/dang-nhap/" in answer.url) or answer.status_code == 401, name


@pytest.mark.parametrize("local", PEOPLE)
def test_a_role_finds_only_the_routes_it_may_use(local: str) -> None:
    made(State.TRANSFERRED)
    user = User.objects.get(email=address(local))
    actor = actor_of(user)
    client = Client()
    client.force_login(user)
    for name, place in routes():
        asked = route_permission(name)
        if asked in (PUBLIC, SIGNED_IN):
            continue
        allowed = asked is not None and actor.may(asked)
        for method in ("get", "post"):
            status = getattr(client, method)(place).status_code
            assert status < 500, (name, method)
            if not allowed:
                assert status == 404, (local, name, method)


@pytest.mark.parametrize("local", PEOPLE)
def test_no_public_or_common_route_breaks_for_anybody_signed_in(local: str) -> None:
    made(State.TRANSFERRED)
    client = Client()
    client.force_login(User.objects.get(email=address(local)))
    for name, place in routes():
        if route_permission(name) in (PUBLIC, SIGNED_IN) and name != "account_logout":
            for method in ("get", "post"):
                assert getattr(client, method)(place).status_code < 500, (name, method)


def test_a_sign_in_without_second_step_is_led_to_setting_one_up() -> None:
    user = User.objects.get(email=address("can-bo-quan"))
    Authenticator.objects.filter(user=user).delete()
    client = Client()
    client.force_login(user)
    answer = client.get("/ban-lam-viec/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/bao-ve/totp/activate/")


def test_pages_of_the_desk_are_kept_by_no_cache(signed_in: object) -> None:
    client = Client()
    client.force_login(User.objects.get(email=address("can-bo-quan")))
    assert "no-store" in client.get("/ban-lam-viec/")["Cache-Control"]
