from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "vidan.foundation.vault"
    label = "vault"
