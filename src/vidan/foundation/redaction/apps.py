from django.apps import AppConfig


class RedactionConfig(AppConfig):
    name = "vidan.foundation.redaction"
    label = "redaction"
