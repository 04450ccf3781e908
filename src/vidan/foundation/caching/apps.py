from django.apps import AppConfig


class CachingConfig(AppConfig):
    name = "vidan.foundation.caching"
    label = "caching"
