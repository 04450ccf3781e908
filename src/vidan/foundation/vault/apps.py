from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "vidan.foundation.vault"
    label = "vault"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_out

        from vidan.foundation.vault.leave import signed_out

        user_logged_out.connect(signed_out)
