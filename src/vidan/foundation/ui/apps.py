from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "vidan.foundation.ui"
    label = "ui"
