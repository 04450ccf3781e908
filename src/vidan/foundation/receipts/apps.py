from django.apps import AppConfig


class ReceiptsConfig(AppConfig):
    name = "vidan.foundation.receipts"
    label = "receipts"
