"""Sửa lỗi nhận dạng at the desk: what a scanner read wrongly in an article, accepted place by place or all of a kind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.texts import repair_page
from vidan.foundation.texts.repairing import Offer, offers
from vidan.outreach.article_selectors import visible
from vidan.outreach.forms.article import VersionForm
from vidan.outreach.services import mend_article
from vidan.outreach.views.articles_write import not_open, taken


@require_http_methods(["GET", "POST"])
def repair(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is proposed; take what was accepted, or undo what was accepted last."""
    actor = acting(request)
    article = visible(actor, code)
    if (closed := not_open(request, article, actor, "write")) is not None:
        return closed
    assert article.latest is not None
    form = VersionForm(request.POST if request.method == "POST" else None, article=article)
    found = offers(mend_article.pieces_of(article.latest))

    def mend(chosen: list[Offer]) -> None:
        mend_article.mend(article=article, chosen=chosen, actor=actor, version=form.cleaned_data["version"])

    def undo() -> None:
        mend_article.undo(article=article, actor=actor, version=form.cleaned_data["version"])

    if form.is_valid() and repair_page.done(
        request, form, found, mend=mend, undo=undo, taken=lambda run: taken(form, run)
    ):
        return redirect("outreach:article_repair", code)
    told = {"article": article, **repair_page.shown(form, found, mend_article.undoable(article)[1])}
    return render(request, "outreach/articles/repair.html", told, status=422 if form.errors else 200)
