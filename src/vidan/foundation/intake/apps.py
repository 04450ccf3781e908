from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "vidan.foundation.intake"
    label = "intake"
