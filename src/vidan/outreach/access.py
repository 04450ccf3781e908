"""Who may do what so that people know. Routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import Permission

PERMISSIONS: tuple[Permission, ...] = ()

ROUTES: dict[str, str] = {}
