"""The `vidan` command: the project's own words first, Django's own commands below them."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `vidan WORD ...`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vidan.site.settings")
    execute_from_command_line(sys.argv)
