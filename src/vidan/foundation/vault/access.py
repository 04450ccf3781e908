"""Who keeps the Front's key, and who may name a custodian when nobody does any more."""

from vidan.foundation.accounts.permissions import Permission
from vidan.foundation.accounts.roles import Role

PERMISSIONS = (
    Permission(
        "vault.keep",
        "Open a sitting with one's own passphrase, open names given in confidence one at a time, and keep the Front's key.",
        frozenset({Role.CUSTODIAN}),
    ),
    Permission(
        "vault.start_over",
        "Name a custodian and have a new key made for the Front, while nobody holds the present one.",
        frozenset({Role.HEAD}),
    ),
)
