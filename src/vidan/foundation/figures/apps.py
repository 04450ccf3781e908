from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "vidan.foundation.figures"
    label = "figures"

    def ready(self) -> None:
        from vidan.foundation.figures import figure, named

        figure.gather()
        named.gather()
