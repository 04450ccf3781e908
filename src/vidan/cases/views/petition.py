"""Kiến nghị của Mặt trận at the desk: one page, then the case waits for the second officer and the head."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.petition import PetitionForm
from vidan.cases.recipients import committee_beside, petition_receivers
from vidan.cases.services.petition import petition
from vidan.cases.views.enter import front_of
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.intake import drafts
from vidan.foundation.units.selectors import unit_by_slug

FORM = "petition"


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Write a petition; a repeated post leads to the same case."""
    actor = acting(request)
    front = front_of(actor)
    beside = committee_beside(front, clock.today())
    if beside is None:
        raise Http404
    posted = request.method == "POST"
    code = request.POST.get("draft", "") or drafts.new_code()
    sent = drafts.find(FORM, code) if posted else None
    if sent is not None and sent.sent:
        return redirect("cases:case", sent.subject)
    form = PetitionForm(request.POST if posted else None, request.FILES if posted else None, beside=beside)
    if posted and form.is_valid():
        told, about = form.cleaned_data, unit_by_slug(form.cleaned_data["unit"])
        assert about is not None  # chosen from the list
        try:
            case = petition(
                front=front, about=about, gist=told["gist"], text=told["text"], uploads=told["uploads"], actor=actor
            )
        except NotTaken as no:
            form.add_error("uploads", str(no))
        else:
            writing = drafts.begin(FORM, code)
            writing.subject, writing.row.sent = case.code, True
            drafts.save(writing)
            messages.success(request, _("Đã gửi người thứ hai xem lại; sau đó trình lãnh đạo duyệt và chuyển."))
            return redirect("cases:case", case.code)
    told = {"form": form, "draft": code, "goes_to": petition_receivers(front, clock.today())}
    return render(request, "cases/desk/petition.html", told, status=422 if form.errors else 200)
