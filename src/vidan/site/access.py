"""Who may use the frame of the site."""

from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, Permission
from vidan.foundation.accounts.roles import Role

PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "site.places",
        "Publish hotlines, boxes, reception days and the QR signs of counters in one's own territory.",
        frozenset({Role.WARD_OFFICER, Role.DISTRICT_OFFICER, Role.HEAD}),
    ),
    Permission(
        "site.wording",
        "Edit the wording of the Front's papers in Word, and choose the version.",
        frozenset({Role.HEAD}),
    ),
    Permission("site.calendar", "Change the table of days off and of Saturdays made up for.", frozenset({Role.HEAD})),
)

ROUTES = {
    "site:home": PUBLIC,
    "site:counter": PUBLIC,
    "site:search": PUBLIC,
    "site:contacts": PUBLIC,
    "site:lookup": PUBLIC,
    "site:leave": PUBLIC,
    "site:figures": PUBLIC,
    "site:figures_csv": PUBLIC,
    "site:figures_tables_csv": PUBLIC,
    "site:figures_json": PUBLIC,
    "site:seals": PUBLIC,
    "site:seals_json": PUBLIC,
    "site:notice": SIGNED_IN,
    "site:calendar": "site.calendar",
    "site:keys": "vault.keep",
    "site:keys_passphrase": "vault.keep",
    "site:keys_invite": "vault.keep",
    "site:keys_hand_over": "vault.keep",
    "site:keys_remove": "vault.keep",
    "site:keys_rotate": "vault.keep",
    "site:keys_reseal": "vault.keep",
    "site:keys_lost": "vault.keep",
    "site:key_state": "vault.start_over",
    "site:key_start_over": "vault.start_over",
    "site:wordings": "site.wording",
    "site:wording": "site.wording",
    "site:wording_use": "site.wording",
    "site:wording_word": "site.wording",
    "site:wording_preview": "site.wording",
    "site:staff": "accounts.staff",
    "site:staff_add": "accounts.staff",
    "site:staff_person": "accounts.staff",
    "site:staff_end_role": "accounts.staff",
    "site:staff_renew": "accounts.staff",
    "site:staff_close": "accounts.staff",
    "site:places": "site.places",
    "site:places_add": "site.places",
    "site:places_end": "site.places",
    "site:places_sign": "site.places",
    "site:officials": "accounts.officials",
    "site:officials_add": "accounts.officials",
    "site:officials_end": "accounts.officials",
    "machine:healthz": PUBLIC,
}
