from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "vidan.reports"
    label = "reports"
