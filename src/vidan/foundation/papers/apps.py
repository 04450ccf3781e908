from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "vidan.foundation.papers"
    label = "papers"
