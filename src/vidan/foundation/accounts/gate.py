"""The gate every request passes: a route that no access.py lists, or that the actor may not use, is not there."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, route_permission


class RouteGate:
    """Puts `request.actor` in place and answers "not found" to missing and forbidden alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(_user_of(request)))  # type: ignore[attr-defined] # set here for every view
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        asked = route_permission(match.view_name) if match else None
        if asked == PUBLIC:
            return None
        user = _user_of(request)
        if user is None and asked is not None:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        actor = request.actor  # type: ignore[attr-defined] # set above
        if asked is None or not (actor.held if asked == SIGNED_IN else actor.may(asked)):
            raise Http404
        return None


def _user_of(request: HttpRequest) -> Any:
    return request.user if request.user.is_authenticated else None
