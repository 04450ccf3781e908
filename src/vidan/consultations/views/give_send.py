"""The opinion as it will be read, sending it, and the receipt."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.consultations.forms.opinion import MODE_WORDS
from vidan.consultations.giving import ATTACHED, COOKIE, SAID, SPEAKER, attached, current, is_about, passage
from vidan.consultations.kinds import Stance, Topic
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.selectors import public
from vidan.consultations.services.give import Closed, NewText, give
from vidan.consultations.services.new_opinion import Said, Speaker
from vidan.foundation.files.services import adopt, files_of
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import Writing
from vidan.foundation.intake.tellers import Identity, TellerMode, TellerType
from vidan.foundation.intake.work import admitted, make_task
from vidan.foundation.receipts.code import code_from, grouped
from vidan.foundation.receipts.services import issue, note_down
from vidan.foundation.ui.qr import qr_svg


class OtherPostWasFirst(Exception):
    """The same opinion was sent by another click at the same moment; this one leaves nothing behind."""


@never_cache
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, code: str) -> HttpResponse:
    """The opinion with its place, each part with its way back; sending it."""
    draft = public(code)
    writing = current(request)
    if writing is not None and writing.sent:
        return redirect("consultations:give_receipt", code)
    if writing is None or not is_about(writing, draft) or SAID not in writing.typed:
        return redirect("consultations:give", code)
    if SPEAKER not in writing.typed:
        return redirect("consultations:give_who", code)
    busy = new_text = False
    if request.method == "POST":
        if admitted(request, request.POST.get("work", ""), writing.row.mark):
            try:
                send(draft, writing)
                return redirect("consultations:give_receipt", code)
            except Closed:
                return redirect("consultations:give", code)
            except NewText:
                new_text = True
                writing.typed["version"] = draft.current_id
                drafts.save(writing)
        else:
            busy = True
    told = {
        **_as_read(draft, writing),
        "draft": draft,
        "task": make_task(writing.row.mark),
        "busy": busy,
        "new_text": new_text,
        "number": 3,
        "steps": range(1, 4),
        "total": 3,
    }
    return render(request, "consultations/give/review.html", told, status=429 if busy else 409 if new_text else 200)


def send(draft: Draft, writing: Writing) -> None:
    """Make the opinion, its receipt and its file, all or nothing; a repeated post changes nothing. Raises Closed, NewText."""
    typed = writing.typed
    has_file = ATTACHED in typed
    try:
        with transaction.atomic():
            opinion = give(code=draft.code, version=typed["version"], said=_said(typed), speaker=_speaker(typed))
            if not drafts.claim(writing, subject=opinion.code):
                raise OtherPostWasFirst
            issue(subject=opinion.code, secret=writing.secret)
            if has_file and adopt(draft_subject=writing.row.files, case_code=opinion.code):
                Opinion.objects.filter(pk=opinion.pk).update(file=files_of(opinion.code)[0])
    except OtherPostWasFirst:
        pass


@never_cache
@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """The slip of paper; shown until the person says it was noted, or the day is over."""
    writing = current(request)
    opinion = _sent(writing)
    if writing is None or opinion is None:
        return redirect("consultations:give", public(code).code)
    forgot = False
    if request.method == "POST":
        if request.POST.get("noted"):
            with transaction.atomic():
                note_down(subject=writing.subject)
                drafts.end(writing)
            messages.success(request, _("Cảm ơn ông/bà. Ông/bà quay lại đây bằng mã biên nhận bất cứ lúc nào."))
            response = redirect("consultations:shown", opinion.draft.code)
            response.delete_cookie(COOKIE)
            return response
        forgot = True
    number = code_from(writing.secret)
    told = {
        "opinion": opinion,
        "draft": opinion.draft,
        "groups": grouped(number).split(" "),
        # The code stands in the fragment, which no server and no log ever sees.
        "qr": qr_svg(f"{settings.ORIGIN}/tra-cuu/#{number}"),
        "origin": settings.ORIGIN.split("//", 1)[-1],
        "forgot": forgot,
    }
    return render(request, "consultations/give/receipt.html", told, status=422 if forgot else 200)


def _sent(writing: Writing | None) -> Opinion | None:
    if writing is None or not writing.sent:
        return None
    return Opinion.objects.select_related("draft").get(code=writing.subject)


def _said(typed: dict[str, Any]) -> Said:
    said = typed[SAID]
    return Said(
        text=said["text"],
        stance=said["stance"],
        topics=tuple(said["topics"]),
        key=said["piece"],
        quote=said["quote"],
        before=said["before"],
    )


def _speaker(typed: dict[str, Any]) -> Speaker:
    told = typed[SPEAKER]
    mode = TellerMode(told["mode"])
    if mode == TellerMode.ANONYMOUS:
        return Speaker(mode, told["teller_type"])
    names = ("name", "teller_type", "organisation", "phone", "email", "by_email")
    return Speaker(mode, told["teller_type"], Identity(**{name: told[name] for name in names}))


def _as_read(draft: Draft, writing: Writing) -> dict[str, Any]:
    said, told = writing.typed[SAID], writing.typed[SPEAKER]
    piece, quoted = passage(draft, said)
    mode = TellerMode(told["mode"])
    return {
        "said": said,
        "piece": piece,
        "quoted": quoted,
        "place_lost": bool(said["piece"]) and piece is None,
        "quote_lost": bool(said["quote"]) and quoted is None,
        "stance": Stance(said["stance"]).label if said["stance"] else "",
        "topics": [Topic(one).label for one in said["topics"]],
        "file": attached(writing),
        "mode_words": MODE_WORDS[mode],
        "as_whom": TellerType(told["teller_type"]).label,
        "lines": [told[one] for one in ("organisation", "name", "phone", "email") if told[one]],
        "by_email": told["by_email"],
    }
