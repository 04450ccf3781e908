"""`vidan prepare`: letters, translations, static files."""

from typing import Any

from django.core.management.base import BaseCommand

from vidan.site.prepare import prepare


class Command(BaseCommand):
    help = "Cuts the letters to size, compiles the translations and gathers the static files."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        prepare()
