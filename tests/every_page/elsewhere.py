"""Routes that no link of the furnished house leads to, by the reason why. This test does not look at them."""

ONE_POST_AFTER_ANOTHER = (
    "cases:question",
    "cases:resume",
    "cases:review",
    "cases:receipt",
    "cases:counter",
    "site:counter",
    "surveys:invited",
    "surveys:thanks",
    "consultations:give_who",
    "consultations:give_review",
    "consultations:give_receipt",
    "cases:ask_again",
    "cases:rate",
    "outreach:bulletin_asked",
    "outreach:bulletin_confirm",
    "outreach:bulletin_leave",
    "account_login",
    "mfa_authenticate",
)
"""No link leads to them; the form and the sign-in are walked in tests/test_journey.py, asking for the
bulletin in tests/test_journey_bulletin.py."""

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
    "consultations:data_extend",
    "consultations:places_go_on",
    "mfa_activate_totp",
    "mfa_login_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "surveys:device",
    "site:key_start_over",
    "site:keys_hand_over",
    "site:keys_remove",
    "site:keys_reseal",
    "site:wording_use",
)
"""They open only after somebody has done something that the house has not."""

NOT_BEFORE_2021 = ("cases:hand_over",)
"""No Front ends before (tests/test_journey_between_fronts.py)."""

MORE_THAN_FIFTY = ("reports:roll_up",)
"""The form stands on a page of more units than the house has (tests/reports/test_roll_up_of_many.py)."""

NO_PAGES = (
    "cases:keep",
    "machine:healthz",
    "machine:robots",
    "machine:sitemap",
    "oversight:visit_item",
    "surveys:device_form",
    "surveys:device_keeper",
    "surveys:device_send",
)
"""What a script or a machine asks."""

PICTURES = ("outreach:told_picture", "outreach:poster_picture")
"""What stands in a page as a picture and is no link."""

ELSEWHERE = (*ONE_POST_AFTER_ANOTHER, *AFTER_A_STEP, *NOT_BEFORE_2021, *MORE_THAN_FIFTY, *NO_PAGES, *PICTURES)
