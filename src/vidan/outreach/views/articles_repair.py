"""Sửa lỗi nhận dạng at the desk: what a scanner read wrongly in an article, accepted place by place or all of a kind."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.texts.repairing import NONE_CHOSEN, chosen_in, grouped, offers
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
    sent = request.method == "POST"
    form = VersionForm(request.POST if sent else None, article=article)
    found = offers(mend_article.pieces_of(article.latest))
    if sent and form.is_valid():
        version = form.cleaned_data["version"]
        chosen = chosen_in(request.POST, found)
        if "undo" in request.POST:
            if taken(form, lambda: mend_article.undo(article=article, actor=actor, version=version)):
                messages.success(request, _("Đã hoàn tác lần sửa vừa rồi."))
        elif not chosen:
            form.add_error(None, NONE_CHOSEN)
        elif taken(form, lambda: mend_article.mend(article=article, chosen=chosen, actor=actor, version=version)):
            said = ngettext("Đã sửa %(n)d chỗ.", "Đã sửa %(n)d chỗ.", len(chosen)) % {"n": len(chosen)}
            messages.success(request, said)
        if not form.errors:
            return redirect("outreach:article_repair", code)
    told = {
        "article": article,
        "form": form,
        "groups": grouped(found),
        "undoable": mend_article.undoable(article, mend_article.before(article)),
    }
    return render(request, "outreach/articles/repair.html", told, status=422 if form.errors else 200)
