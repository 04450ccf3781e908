from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "vidan.foundation.journal"
    label = "journal"
