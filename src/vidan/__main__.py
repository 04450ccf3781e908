"""The `vidan` command: the project's own words and Django's."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `vidan WORD ...`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vidan.site.settings")
    program, *words = sys.argv
    if words and not words[0].startswith("-"):
        words[0] = words[0].replace("-", "_")  # rotate-key: the file of a command cannot have a dash
    execute_from_command_line([program, *words])


if __name__ == "__main__":
    main()
