"""The gate every request passes: a route that no access.py lists, or that the actor may not use, is not there."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject

from vidan.foundation.accounts.access import CHANGE_PASSWORD, WITHOUT_SECOND_STEP
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.again import typed_again
from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, route_permission

SECOND_STEP = "has_second_step"
"""Session mark: this sign-in has a second step, so it need not be looked up on every page."""


class RouteGate:
    """Puts `request.actor` in place and answers "not found" to missing and forbidden alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(_user_of(request)))  # type: ignore[attr-defined] # set here for every view
        response = self.get_response(request)
        match = request.resolver_match
        if match is None or route_permission(match.view_name) != PUBLIC:
            add_never_cache_headers(response)  # a shared PC keeps nothing
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        route = match.view_name if match else ""
        asked = route_permission(route)
        if asked == PUBLIC:
            return None
        user = _user_of(request)
        if user is None and asked is not None:
            if request.method == "POST":
                return typed_again(request, sign_in=resolve_url(settings.LOGIN_URL))
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        actor = request.actor  # type: ignore[attr-defined] # set above
        if asked is None or not (actor.held if asked == SIGNED_IN else actor.may(asked)):
            raise Http404
        if user.has_first_password and route != CHANGE_PASSWORD:
            return redirect(CHANGE_PASSWORD)
        if route not in WITHOUT_SECOND_STEP and not _has_second_step(request):
            return redirect("mfa_activate_totp")
        return None


def _user_of(request: HttpRequest) -> Any:
    return request.user if request.user.is_authenticated else None


def _has_second_step(request: HttpRequest) -> bool:
    if not request.session.get(SECOND_STEP):
        kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        if not Authenticator.objects.filter(user_id=request.user.pk, type__in=kinds).exists():
            return False
        request.session[SECOND_STEP] = True
    return True
