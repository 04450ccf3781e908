"""`vidan init`: a real installation: database, units, calendar, the Front's key, the first sign-in."""

from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import load_days
from vidan.foundation.units.load import load_units
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.vault.custody import SHORTEST, make_front_key, make_keeper
from vidan.foundation.vault.models import FrontKey
from vidan.site.keeping.key import current_name, make_recovery_key, told_once
from vidan.site.keeping.terminal import ask
from vidan.site.prepare import prepare


class Command(BaseCommand):
    help = "Makes a real installation for the Front named in VIDAN_FRONT; may be run again, it changes nothing that is there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--email", required=True, help="E-mail address of the first sign-in, the head of the Front."
        )
        parser.add_argument("--name", required=True, help="Name of that person.")

    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        if settings.DEMO:
            raise CommandError("VIDAN_DEMO is set: a real installation is made without it.")
        prepare()
        call_command("migrate", verbosity=0)
        load_days(settings.DATA_FOLDER / "calendar")
        count = load_units(settings.DATA_FOLDER / "units")
        front = Unit.objects.filter(slug=settings.FRONT, kind=UnitKind.FRONT_COMMITTEE).first()
        if front is None:
            raise CommandError(f"VIDAN_FRONT names no Front of data/units: {settings.FRONT}")
        if User.objects.filter(email=email.lower()).exists():
            self.stdout.write(f"{count} units; the sign-in {email} is there already.")
            return
        password = ask("Password of the sign-in: ")
        try:
            validate_password(password, User(email=email, name=name))
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        passphrase = ask("Passphrase of the first custodian (opens names given in confidence; write it down): ")
        if len(passphrase) < SHORTEST:
            raise CommandError(f"The passphrase needs at least {SHORTEST} letters; a sentence is best.")
        with transaction.atomic():
            user = User.objects.create_user(email=email, name=name, password=password)
            for role in (Role.HEAD, Role.CUSTODIAN):
                Assignment.objects.create(user=user, role=role, unit=front, valid_from=clock.today())
            if not FrontKey.objects.filter(unit=front, retired_at__isnull=True).exists():
                make_front_key(unit=front, keepers=[make_keeper(user=user, passphrase=passphrase)])
        self.stdout.write(
            f"{count} units. {name} may sign in at {settings.ORIGIN}/ban-lam-viec/ and sets up the second step there.\n"
            f"Keep {settings.KEY_FILE} safe and apart from the database. Next: vidan check, then vidan serve."
        )
        if not current_name():
            self.stdout.write(told_once(make_recovery_key()))
