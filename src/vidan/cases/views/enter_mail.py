"""Nhập từ thư điện tử: the officer uploads the saved mail, and the entry form comes back filled in."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.sources import LATEST, EnterForm, MailForm
from vidan.cases.kinds import Source
from vidan.cases.services.take_mail import take_mail
from vidan.cases.views.enter import FORM, front_of
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.intake.mail import MOST_BYTES, TOO_LARGE, NotRead


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Take the mail; the form that follows is sent to the page where every word is entered."""
    actor = acting(request)
    posted = request.method == "POST"
    form = MailForm(request.POST if posted else None, request.FILES if posted else None, label_suffix="")
    if posted and form.is_valid():
        upload = form.cleaned_data["mail"]
        try:
            if upload.size > MOST_BYTES:
                raise NotRead(TOO_LARGE)
            writing, mail = take_mail(form=FORM, data=upload.read())
        except NotRead as no:
            form.add_error("mail", str(no))
        else:
            known = {
                "source": Source.EMAIL,
                "received_on": f"{_received(mail.sent_on):%d/%m/%Y}",
                "story": "\n\n".join(part for part in (mail.subject, mail.text) if part),
                "name": mail.name,
                "email": mail.address,
            }
            told = {
                "form": EnterForm(initial=known, front=front_of(actor)),
                "draft": writing.code,
                "mail": writing.typed["mail"],
            }
            return render(request, "cases/desk/enter.html", told)
    return render(request, "cases/desk/enter_mail.html", {"form": form}, status=422 if form.errors else 200)


def _received(sent_on: date | None) -> date:
    """The day the Front got a mail: the day it was sent when that can be, else today."""
    today = clock.today()
    return sent_on if sent_on and today - LATEST <= sent_on <= today else today
