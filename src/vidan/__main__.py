"""The `vidan` command: the project's own words and Django's."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `vidan WORD ...`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vidan.site.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
