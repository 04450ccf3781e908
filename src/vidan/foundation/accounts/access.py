"""Who may use the pages of sign-in: everybody may try; a second step is asked before anything else opens."""

from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, Permission
from vidan.foundation.accounts.roles import Role

PERMISSIONS = (
    Permission(
        "accounts.staff",
        "Make sign-ins, give and end roles in the units of one's own territory.",
        frozenset({Role.HEAD}),
    ),
    Permission(
        "accounts.officials",
        "Keep the register of officials of the units in one's own territory.",
        frozenset({Role.WARD_OFFICER, Role.DISTRICT_OFFICER, Role.HEAD}),
    ),
)

ROUTES = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "mfa_authenticate": PUBLIC,
    "mfa_login_webauthn": PUBLIC,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
}
"""What is not listed is not there: nobody signs up, confirms an address or resets a password by mail."""

CHANGE_PASSWORD = "account_change_password"  # noqa: S105 - the name of a route

WITHOUT_SECOND_STEP = frozenset(
    {
        CHANGE_PASSWORD,
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_view_recovery_codes",
        "mfa_index",
    }
)
"""What a sign-in without a second step may do: choose a password of its own and set the step up."""
