"""`vidan hand_over --by EMAIL`: a Front has ended, and its open cases go to the Front that succeeded it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.cases.services.hand_over import ended_fronts, hand_over_all
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User


class Command(BaseCommand):
    help = "Hands the open cases of an ended Front over to its successor, in the name of somebody who serves there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--by", required=True, help="Sign-in address of an officer or head of the ended Front.")

    def handle(self, *args: Any, by: str, **options: Any) -> None:
        user = User.objects.filter(email=by, is_active=True).first()
        actor = actor_of(user)
        if user is None or not ended_fronts(actor):
            raise CommandError("Nobody of that address serves a Front that has ended.")
        total = 0
        while done := hand_over_all(actor=actor):
            total += done
        self.stdout.write(f"Handed over: {total}.")
