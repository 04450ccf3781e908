"""What is installed, in which order a request passes, and how pages are drawn."""

from whitenoise.compress import Compressor

from vidan.site.settings.environment import VAR, read

INSTALLED_APPS = [
    "vidan.site",
    "vidan.cases",
    "vidan.scorecards",
    "vidan.surveys",
    "vidan.consultations",
    "vidan.outreach",
    "vidan.oversight",
    "vidan.reports",
    "vidan.foundation.receipts",
    "vidan.foundation.redaction",
    "vidan.foundation.texts",
    "vidan.foundation.intake",
    "vidan.foundation.search",
    "vidan.foundation.sheets",
    "vidan.foundation.papers",
    "vidan.foundation.figures",
    "vidan.foundation.notices",
    "vidan.foundation.files",
    "vidan.foundation.vault",
    "vidan.foundation.accounts",
    "vidan.foundation.units",
    "vidan.foundation.calendar",
    "vidan.foundation.journal",
    "vidan.foundation.jobs",
    "vidan.foundation.caching",
    "vidan.foundation.ui",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.forms",  # after ours, whose templates of fields come first
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vidan.site.address.WithoutNul",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vidan.outreach.old_addresses.OldAddresses",
    "vidan.foundation.accounts.gate.RouteGate",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django.templatetags.l10n",
                "django_htmx.templatetags.django_htmx",
                "vidan.foundation.ui.templatetags.ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "vidan.site.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "vidan.site.urls"
WSGI_APPLICATION = "vidan.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DEBUG = read("VIDAN_DEBUG")

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [("fonts", VAR / "fonts")]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
"""Maps of scripts are for who takes a script apart; packing the editor's took longer than all that pages ask for."""

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "vidan.foundation.ui.staticfiles.NamedByContent"},
}
