from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "vidan.foundation.sheets"
    label = "sheets"
