"""The opinion of who came back with its receipt: where it stands now, whether it is shown, what came of it, letters."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from vidan.consultations.forms.opinion import LetterForm
from vidan.consultations.history import history_of
from vidan.consultations.kinds import PUBLIC, Topic
from vidan.consultations.models import Opinion
from vidan.consultations.retention import erasure_words
from vidan.consultations.services.write_about import Ended, may_write, write_to_front
from vidan.consultations.shown_opinions import hidden_words, paths_of, place_words
from vidan.foundation.intake.rates import POST, spend
from vidan.foundation.receipts.coming_back import ask_for_code, opened
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import letters_of, letters_read
from vidan.foundation.vault.services import open_text

View = Callable[..., HttpResponse]
BESIDE = ("draft__front", "draft__body", "version", "original", "hidden_words", "point__disposition", "file")


def with_receipt(view: View) -> View:
    """Let in who opened an opinion with its receipt in the last half hour; send everybody else to the code field."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        found = Opinion.objects.select_related(*BESIDE).filter(code=opened(request)).first()
        return view(request, found, **kwargs) if found else ask_for_code(request)

    return asked


@never_cache
@with_receipt
def mine(request: HttpRequest, opinion: Opinion) -> HttpResponse:
    """What was written and what became of it."""
    return _show(request, opinion, LetterForm(label_suffix=""))


@never_cache
@require_POST
@with_receipt
def write(request: HttpRequest, opinion: Opinion) -> HttpResponse:
    """A letter to the Front."""
    form = LetterForm(request.POST, label_suffix="")
    if not spend(POST, request):
        form.add_error(None, _("Đã có nhiều thư gửi từ nơi này. Ông/bà chờ ít phút rồi gửi lại; điều đã viết vẫn còn."))
    if form.is_valid():
        try:
            write_to_front(opinion=opinion, text=form.cleaned_data["text"])
        except Ended:
            form.add_error(None, _("Việc phản biện dự thảo này đã kết thúc nên không gửi thư thêm được."))
        else:
            messages.success(request, _("Mặt trận đã nhận được thư của ông/bà."))
            return redirect("consultations:mine")
    return _show(request, opinion, form)


def with_unsent(request: HttpRequest, code: str, text: str) -> HttpResponse:
    """The page with the letter that could not be sent before, ready to be sent."""
    found = Opinion.objects.select_related(*BESIDE).get(code=code)
    return _show(request, found, LetterForm(initial={"text": text}, label_suffix=""))


def _show(request: HttpRequest, opinion: Opinion, form: LetterForm) -> HttpResponse:
    if opinion.erased_on is not None:
        gone = {"code": opinion.code, "erased_on": opinion.erased_on, "rule": erasure_words(opinion)}
        return render(request, "intake/erased.html", gone)
    letters = letters_of(opinion.code)
    if any(letter.author == Author.FRONT and letter.read_at is None for letter, _text in letters):
        letters_read(subject=opinion.code, author=Author.FRONT)
    draft = opinion.draft
    given, *moves = history_of(opinion)
    told = {
        "opinion": opinion,
        "draft": draft,
        "is_public": draft.state in PUBLIC,
        "original": open_text(opinion.original),
        "hidden_words": hidden_words(opinion),
        "place_then": given.path or _("Toàn bộ dự thảo"),
        "place_now": place_words(opinion, paths_of(draft, [opinion.here] if opinion.here else [])),
        "moves": moves,
        "topics": [str(Topic(one).label) for one in opinion.topics],
        "answer": getattr(opinion.point, "disposition", None),
        "letters": letters,
        "form": form,
        "may_write": may_write(opinion),
    }
    return render(request, "consultations/mine.html", told, status=422 if form.errors else 200)
