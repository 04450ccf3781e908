from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "vidan.foundation.notices"
    label = "notices"
