"""`vidan index`: tell the search anew what is published."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from vidan.foundation.search.published import renew
from vidan.site.findable import everything


class Command(BaseCommand):
    help = "Tells the search anew what is published: after an upgrade, or when it finds what is gone."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            told = renew(everything())
        self.stdout.write(f"{told} entries can be found.")
