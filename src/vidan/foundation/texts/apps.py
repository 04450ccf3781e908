from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "vidan.foundation.texts"
    label = "texts"
