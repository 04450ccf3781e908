"""What the browser may do, and the secrets, which live in the key file and nowhere else."""

import sys

from csp.constants import NONE, SELF

from vidan.foundation.vault.keyfile import KeysGone, open_keys
from vidan.site.settings.environment import VAR, read

KEY_FILE = read("VIDAN_KEYS") or VAR / "keys.json"
try:
    KEYS = open_keys(KEY_FILE, home=VAR)
except KeysGone as why:  # no process makes a second key file: what lies sealed would stay shut
    sys.exit(str(why))
SECRET_KEY = KEYS.session_secret

SITTING_MINUTES: int = max(1, read("VIDAN_SITTING_MINUTES"))

ALLOWED_HOSTS = read("VIDAN_HOSTS")
ORIGIN: str = read("VIDAN_ORIGIN").rstrip("/")
CSRF_TRUSTED_ORIGINS = [ORIGIN]
CSRF_FAILURE_VIEW = "vidan.site.views.errors.form_expired"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "worker-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"  # no-referrer would blank the Origin header that the form check needs
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if read("VIDAN_SECURE") else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = read("VIDAN_SECURE")
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 10
