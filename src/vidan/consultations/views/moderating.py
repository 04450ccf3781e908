"""Xem ý kiến at the desk: the list of a draft's opinions, one of them with its original, and what everybody may read of it."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.consultations.alike import alike
from vidan.consultations.forms.moderating import HideForm, ShowForm
from vidan.consultations.forms.opinion import LetterForm
from vidan.consultations.giving import places_of
from vidan.consultations.kinds import HiddenFor, OpinionSource, OpinionState, Stance, Topic
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.selectors import visible
from vidan.consultations.services.moderate import NotWanted, Overtaken, go_with, hide, show, show_as_they_are
from vidan.consultations.services.open_in_confidence import PERMISSION as ASK
from vidan.consultations.services.open_opinion import is_guarded, may_be_let_in, read_original
from vidan.consultations.services.write_about import Ended, may_write, with_unread_letters, write_to_teller
from vidan.consultations.shown_opinions import Filters, hidden_words, page_of, paths_of, place_words, spoken_by, told
from vidan.consultations.views.opinions import read_key
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import letters_of, letters_read
from vidan.foundation.vault.services import open_text

PERMISSION = "consultations.moderate"
READ_IN_LIST = 700
"""Letters of an original up to which it is read in the list; a longer one is opened."""


@never_cache
@require_http_methods(["GET", "POST"])
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The opinions by state, the newest first; several that wait can be shown as they are."""
    actor = acting(request)
    draft = own_draft(actor, code)
    if request.method == "POST":
        n = show_as_they_are(
            draft_code=code, codes=[clean_text(one) for one in request.POST.getlist("chosen")], actor=actor
        )
        messages.success(request, ngettext("Đã đưa ra %(n)d ý kiến.", "Đã đưa ra %(n)d ý kiến.", n) % {"n": n})
        return redirect("consultations:opinions_desk", code)
    asked = request.GET
    state = asked.get("xem", "") if asked.get("xem", "") in OpinionState.values else OpinionState.WAITING.value
    filters = Filters(piece=clean_text(asked.get("o", ""))[:12], source=asked.get("nguon", ""))
    rows = filters.of(draft.opinions.filter(state=state).select_related("original", "hidden_words", "file", "draft"))
    found, onward = page_of(rows, read_key(asked.get("truoc", "")))
    counts = dict(draft.opinions.values_list("state").annotate(n=Count("pk")).order_by())
    query = asked.copy()
    query.pop("truoc", None)
    page = {
        "draft": draft,
        "rows": [(one, *_words_in_list(one.opinion)) for one in told(draft, found)],
        "state": state,
        "states": [(value, label, counts.get(value, 0)) for value, label in OpinionState.choices],
        "filters": filters,
        "pieces": places_of(draft),
        "sources": OpinionSource.choices,
        "unread": with_unread_letters(draft),
        "onward": onward,
        "query": query.urlencode(),
    }
    return render(request, "consultations/opinions/list.html", page)


@never_cache
@require_safe
def one(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """One opinion: what was written unless it is guarded, what is shown of it, look-alikes, letters."""
    found = _one(acting(request), code, opinion)
    return _page(request, found, None if is_guarded(found) else open_text(found.original))


@never_cache
@require_POST
def opened(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """The same page with a guarded original open; it is journalled, and closed again when the page is left."""
    actor = acting(request)
    found = _one(actor, code, opinion)
    try:
        return _page(request, found, read_original(code=found.code, actor=actor))
    except NotYours:
        return _of_two_others(request, found)


@require_POST
def shown(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Let everybody read it in these words."""
    actor = acting(request)
    found = _one(actor, code, opinion)
    form = ShowForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, found, None, show_form=form)
    given = form.cleaned_data
    try:
        show(code=opinion, text=given["text"], actor=actor, revision=given["revision"])
    except Overtaken:
        return _overtaken(request, found, form)
    except NotYours:
        return _of_two_others(request, found)
    except NotWanted:
        form.add_error(None, _("Không đưa ra được nữa: người góp ý không muốn, hoặc nội dung đã xóa."))
        return _page(request, found, None, show_form=form)
    messages.success(request, _("Đã đưa ra. Người góp ý thấy ở trang tra cứu."))
    return _next(found)


@require_POST
def hidden(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Keep it from the public page, with the reason that its giver reads."""
    actor = acting(request)
    found = _one(actor, code, opinion)
    form = HideForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, found, None, hide_form=form)
    given = form.cleaned_data
    try:
        hide(code=opinion, why=HiddenFor(given["why"]), note=given["note"], actor=actor, revision=given["revision"])
    except Overtaken:
        return _overtaken(request, found, form)
    except NotYours:
        return _of_two_others(request, found)
    messages.success(request, _("Không đưa ra. Người góp ý đọc được lý do; ý kiến vẫn được tổng hợp."))
    return _next(found)


@require_POST
def along(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Say that it says the same as another, or that it stands by itself again."""
    actor = acting(request)
    found = _one(actor, code, opinion)
    try:
        go_with(code=found.code, other=clean_text(request.POST.get("other", "")).strip()[:40], actor=actor)
    except Opinion.DoesNotExist:
        messages.error(request, _("Không có ý kiến nào khác mang mã này trong dự thảo."))
    else:
        messages.success(request, _("Đã ghi ý kiến đi cùng."))
    return redirect("consultations:opinion", code, opinion)


@require_POST
def letter_out(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """A letter to who gave it."""
    actor = acting(request)
    found = _one(actor, code, opinion)
    form = LetterForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            write_to_teller(code=found.code, text=form.cleaned_data["text"], actor=actor)
        except Ended:
            form.add_error(None, _("Việc phản biện dự thảo này đã kết thúc nên không gửi thư thêm được."))
        else:
            messages.success(request, _("Đã gửi thư. Người góp ý đọc bằng mã biên nhận."))
            return redirect("consultations:opinion", code, opinion)
    return _page(request, found, None, letter=form)


def own_draft(actor: Actor, code: str) -> Draft:
    """A draft of the actor's own Front; raises Http404."""
    draft = visible(actor, code)
    if draft.front_id not in actor.units_with(PERMISSION):
        raise Http404
    return draft


def _one(actor: Actor, code: str, opinion: str) -> Opinion:
    rows = own_draft(actor, code).opinions.select_related(
        "draft__front", "draft__body", "original", "hidden_words", "file", "like"
    )
    found = rows.filter(code=opinion).first()
    if found is None:
        raise Http404
    return found


def _words_in_list(opinion: Opinion) -> tuple[str, bool]:
    """What is read of an opinion in the list, and whether it may be shown from there as it is."""
    if opinion.state == OpinionState.SHOWN:
        return opinion.text, False
    if is_guarded(opinion):
        return "", False
    text = open_text(opinion.original)
    if len(text) > READ_IN_LIST:
        return f"{text[:READ_IN_LIST]} …", False
    return text, opinion.state == OpinionState.WAITING


def _next(opinion: Opinion) -> HttpResponse:
    """On to the oldest that waits, else back to the list."""
    waiting = opinion.draft.opinions.filter(state=OpinionState.WAITING).order_by("pk").first()
    if waiting is None:
        return redirect("consultations:opinions_desk", opinion.draft.code)
    return redirect("consultations:opinion", opinion.draft.code, waiting.code)


def _of_two_others(request: HttpRequest, opinion: Opinion) -> HttpResponse:
    messages.error(request, _("Hai cán bộ khác đang chuẩn bị ý kiến này; người góp ý đề nghị giữ kín tên."))
    return redirect("consultations:opinion", opinion.draft.code, opinion.code)


def _overtaken(request: HttpRequest, opinion: Opinion, form: ShowForm | HideForm) -> HttpResponse:
    form.add_error(None, _("Ý kiến này vừa được người khác xem. Chưa có gì bị ghi đè; ông/bà xem lại rồi làm tiếp."))
    forms = {"show_form" if isinstance(form, ShowForm) else "hide_form": form}
    return _page(request, opinion, None, **forms)


def _page(request: HttpRequest, opinion: Opinion, original: str | None, **forms: Any) -> HttpResponse:
    """The page; `original` is None while it is closed. A form with errors keeps what was typed."""
    if original is None and not is_guarded(opinion):
        original = open_text(opinion.original)
    letters = letters_of(opinion.code) if original is not None else None
    if any(letter.author == Author.TELLER and letter.read_at is None for letter, _text in letters or ()):
        letters_read(subject=opinion.code, author=Author.TELLER)
    draft = opinion.draft
    initial = {"revision": opinion.revision, "text": opinion.text or original or ""}
    wrong = next(iter(forms.values()), None)
    words = opinion.text or original
    page = {
        "draft": draft,
        "opinion": opinion,
        "original": original,
        "guarded": is_guarded(opinion),
        "may_open": may_be_let_in(opinion, acting(request)),
        "hidden_words": hidden_words(opinion),
        "may_ask": opinion.draft.front_id in acting(request).units_with(ASK),
        "who": spoken_by(opinion),
        "place": place_words(opinion, paths_of(draft, [opinion.here] if opinion.here else [])),
        "stance": Stance(opinion.stance).label if opinion.stance else "",
        "topics": [Topic(topic).label for topic in opinion.topics],
        "look_alikes": alike(opinion, words) if words else [],
        "along": opinion.likes.count(),
        "letters": letters,
        "may_write": may_write(opinion),
        "form": wrong,
        "show_form": ShowForm(initial=initial, label_suffix=""),
        "hide_form": HideForm(
            initial=initial | {"why": opinion.hidden_for, "note": hidden_words(opinion)}, label_suffix=""
        ),
        "letter": LetterForm(label_suffix=""),
    }
    return render(request, "consultations/opinions/one.html", page | forms, status=422 if wrong else 200)
