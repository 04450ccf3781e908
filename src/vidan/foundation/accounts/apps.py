from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "vidan.foundation.accounts"
    label = "accounts"

    def ready(self) -> None:
        from vidan.foundation.accounts.permissions import gather

        gather()
