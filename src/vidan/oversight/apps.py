from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "vidan.oversight"
    label = "oversight"
