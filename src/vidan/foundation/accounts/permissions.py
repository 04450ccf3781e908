"""A permission has one home: the access.py of its app. Here it is only gathered and asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module

from django.apps import apps

from vidan.foundation.accounts.roles import Role

PUBLIC = "public"
"""Open to everybody, signed in or not."""

SIGNED_IN = "signed_in"
"""Open to every sign-in with a role today: the person's own account and the frame of the desk."""


@dataclass(frozen=True)
class Permission:
    """What may be done, in one sentence, and by which roles; the role's unit bounds where."""

    name: str
    meaning: str
    roles: frozenset[Role]


class Unknown(LookupError):
    """A permission was named that no access.py declares."""


_permissions: dict[str, Permission] = {}
_routes: dict[str, str] = {}


def gather() -> None:
    """Read the access.py of every installed app of ours once all apps are up; a name declared twice is an error."""
    _permissions.clear()
    _routes.clear()
    for config in apps.get_app_configs():
        if not config.name.startswith("vidan."):
            continue
        try:
            access = import_module(f"{config.name}.access")
        except ModuleNotFoundError as missing:
            if missing.name != f"{config.name}.access":
                raise
            continue
        _take(getattr(access, "PERMISSIONS", ()), getattr(access, "ROUTES", {}))
    for route, name in _routes.items():
        if name not in _permissions and name not in (PUBLIC, SIGNED_IN):
            raise Unknown(f"route {route} asks for {name}, which no access.py declares")


def _take(permissions: Iterable[Permission], routes: Mapping[str, str]) -> None:
    for permission in permissions:
        if permission.name in _permissions:
            raise ValueError(f"permission {permission.name} is declared twice")
        _permissions[permission.name] = permission
    for route, name in routes.items():
        if route in _routes:
            raise ValueError(f"route {route} is declared twice")
        _routes[route] = name


def permission(name: str) -> Permission:
    """The declared permission of that name; raises Unknown."""
    try:
        return _permissions[name]
    except KeyError:
        raise Unknown(name) from None


def route_permission(route: str) -> str | None:
    """The permission a route asks for, or None when no access.py lists the route."""
    return _routes.get(route)


def all_permissions() -> tuple[Permission, ...]:
    """Every declared permission, in order of name."""
    return tuple(sorted(_permissions.values(), key=lambda p: p.name))


def all_routes() -> dict[str, str]:
    """Every listed route with what it asks for."""
    return dict(_routes)
