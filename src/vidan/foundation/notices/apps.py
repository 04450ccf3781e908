from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "vidan.foundation.notices"
    label = "notices"

    def ready(self) -> None:
        from vidan.foundation.notices.agenda import gather

        gather()
