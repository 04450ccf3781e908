"""All addresses: Vietnamese without marks, the same in English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from vidan.site.views.health import healthz
from vidan.site.views.home import home

_site = ([path("", home, name="home")], "site")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(([path("healthz", healthz, name="healthz")], "site"), namespace="machine")),
    *i18n_patterns(path("", include(_site)), prefix_default_language=False),
]
