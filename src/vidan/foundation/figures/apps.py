from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "vidan.foundation.figures"
    label = "figures"
