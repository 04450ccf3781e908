"""`vidan document`: renews the tables of docs/ that are made from the code."""

from typing import Any

from django.core.management.base import BaseCommand

from vidan.site.document import documents, renewed


class Command(BaseCommand):
    help = "Renews the tables in docs/ that are made from settings, rules, moves and permissions."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        for page in documents():
            text = page.read_text(encoding="utf-8")
            if (now := renewed(text)) != text:
                page.write_text(now, encoding="utf-8")
                self.stdout.write(f"renewed {page.name}")
