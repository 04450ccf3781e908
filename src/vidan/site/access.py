"""Who may use the frame of the site."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission

PERMISSIONS: tuple[Permission, ...] = ()

ROUTES = {
    "site:home": PUBLIC,
    "machine:healthz": PUBLIC,
}
