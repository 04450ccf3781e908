"""Routes that no link of the furnished house leads to, by the reason why; most are walked by a test of their own."""

LOOKED_AT_ON_THE_WAY = (
    "cases:question",
    "cases:resume",
    "cases:review",
    "cases:receipt",
    "cases:counter",
    "cases:ask_again",
    "cases:rate",
    "account_login",
    "mfa_authenticate",
)
"""Pages of a journey that one post after another leads to (tests/test_journey*.py), with axe."""

AFTER_A_STEP = (
    "account_reauthenticate",
    "cases:copied_file",
    "cases:data_extend",
    "cases:export_file",
    "cases:export_ready",
    "cases:blackened",
    "cases:identity_transferred",
    "cases:page_picture",
    "cases:reception_close",
    "cases:reception_minutes",
    "cases:scan",
    "mfa_activate_totp",
    "mfa_login_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "site:key_start_over",
    "site:keys_hand_over",
    "site:keys_remove",
    "site:keys_reseal",
    "site:wording_use",
)
"""They open only after somebody has done something that the house has not; tests of their duty open them."""

NOT_BEFORE_2021 = ("cases:hand_over",)
"""No Front ends before (tests/test_journey_between_fronts.py)."""

NO_PAGES = ("cases:keep", "machine:healthz")
"""What a script or a machine asks."""

ELSEWHERE = (*LOOKED_AT_ON_THE_WAY, *AFTER_A_STEP, *NOT_BEFORE_2021, *NO_PAGES)
