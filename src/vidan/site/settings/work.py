"""Jobs, mail, the sample installation and its clock, and where files lie."""

from email.utils import formataddr
from urllib.parse import unquote, urlsplit

from vidan.site.settings.environment import DATA, VAR, read

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

_mail = urlsplit(read("VIDAN_MAIL_URL"))
if _mail.hostname:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _mail.hostname
    EMAIL_PORT = _mail.port or 25
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR / "mail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = formataddr(("Vì Dân", read("VIDAN_MAIL_FROM")))

DEMO = read("VIDAN_DEMO")
DEMO_TODAY = read("VIDAN_DEMO_TODAY")
CULTURE_DAY = read("VIDAN_CULTURE_DAY")
SMALL_NUMBER: int = read("VIDAN_SMALL_NUMBER")
WORKERS = read("VIDAN_WORKERS")
PROXIES = read("VIDAN_PROXIES")
RATE_SCALE = read("VIDAN_RATE_SCALE")
FRONT: str = read("VIDAN_FRONT")

VAR_FOLDER = VAR
DATA_FOLDER = DATA
FILES_FOLDER = VAR / "files"
FILE_UPLOAD_HANDLERS = ["vidan.foundation.files.upload.InMemoryOnly"]  # no open copy ever lies on the disk

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # Libraries that would tell what a file holds when asked to be talkative.
    "loggers": {name: {"level": "WARNING"} for name in ("PIL", "fontTools", "pikepdf")},
    "root": {"handlers": ["console"], "level": "INFO"},
}
