"""Đồng tình: instead of repeating an opinion somebody agrees with it; one agreement a browser, taken back by the same."""

import hashlib
import hmac

from django.conf import settings
from django.db import transaction
from django.db.models import F

from vidan.consultations.models import Agreement, Opinion


def mark_of(cookie: str, code: str) -> str:
    """The mark of a browser at one opinion: of two marks nobody can tell whether they are the same browser's."""
    return hmac.new(settings.KEYS.receipt, f"agree\0{code}\0{cookie}".encode(), hashlib.sha256).hexdigest()


def agree(*, draft_code: str, code: str, cookie: str, wanted: bool) -> None:
    """Make it so that this browser agrees, or no longer does; a repeated press changes nothing. Raises Opinion.DoesNotExist."""
    with transaction.atomic():
        shown = Opinion.objects.shown().filter(draft__code=draft_code)
        opinion = shown.select_for_update(of=("self",)).get(code=code)
        mark = mark_of(cookie, code)
        if wanted:
            _row, changed = Agreement.objects.get_or_create(opinion=opinion, mark=mark)
        else:
            changed = bool(Agreement.objects.filter(opinion=opinion, mark=mark).delete()[0])
        if changed:
            Opinion.objects.filter(pk=opinion.pk).update(agrees=F("agrees") + (1 if wanted else -1))


def agreed_with(cookie: str, codes: list[str]) -> set[str]:
    """With which of these opinions the browser agrees."""
    if not cookie:
        return set()
    marks = {mark_of(cookie, code): code for code in codes}
    return {marks[mark] for mark in Agreement.objects.filter(mark__in=marks).values_list("mark", flat=True)}
