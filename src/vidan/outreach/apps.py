from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "vidan.outreach"
    label = "outreach"
