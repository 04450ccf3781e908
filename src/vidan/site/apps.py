from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "vidan.site"
    label = "site"
