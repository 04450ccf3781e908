"""Staff sign in with e-mail, password and a second step (TOTP or passkey); nobody signs up by himself."""

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["vidan.foundation.accounts.backend.SignIn"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
SESSION_COOKIE_AGE = 9 * 3600  # one working day; a shared PC forgets its user by the evening
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "cases:today"

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "vidan.foundation.accounts.adapter.ClosedDoor"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "vidan.site.second_step.SealedSecrets"
MFA_TOTP_TOLERANCE = 1  # the code of half a minute ago still counts, for those who type slowly
MFA_TOTP_ISSUER = "Vì Dân"

# Tries and used codes are remembered for all web processes together; no page but those of sign-in asks for it.
CACHES = {
    "default": {"BACKEND": "vidan.foundation.accounts.memory.SharedMemory"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}
"""Kept pages lie in the memory of each web process: five hundred of them take some 15 MB."""
