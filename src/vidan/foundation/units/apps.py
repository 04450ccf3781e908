from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "vidan.foundation.units"
    label = "units"
