"""Who may do what with reports. Routes cite these names."""

from vidan.foundation.accounts.permissions import Permission

PERMISSIONS: tuple[Permission, ...] = ()

ROUTES: dict[str, str] = {}
