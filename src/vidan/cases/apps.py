from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "vidan.cases"
    label = "cases"
