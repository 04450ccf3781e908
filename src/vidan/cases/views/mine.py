"""The case of who came back with its receipt: how far it is, the letters, what the person may still do."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.facts import Known, facts_of, reopening_ends
from vidan.cases.forms.letter import AttachForm
from vidan.cases.forms.moves import LetterForm
from vidan.cases.forms.verifying import AskAgainForm
from vidan.cases.journey import journey_of
from vidan.cases.kinds import SCORES, Kind, State
from vidan.cases.models import CaseFile, CaseLink
from vidan.cases.models.routing import LinkKind
from vidan.cases.moves import SILENT, TABLE
from vidan.cases.outcomes import Withdrawal
from vidan.cases.retention import erasure_words
from vidan.cases.services.correspond import Ended, add_file, write_to_front
from vidan.cases.services.rate import NothingToRate, rate
from vidan.cases.services.reopen import reopen_own
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.services.withdraw import withdraw
from vidan.cases.story import story_of
from vidan.domain.moves import Decision, decide
from vidan.foundation.accounts.actors import TELLER
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.sentence import sentence
from vidan.foundation.files.limits import MAX_FILES, TOO_MANY
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.intake.rates import FILE, POST, spend
from vidan.foundation.receipts.coming_back import ask_for_code, opened, turn_to
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import letters_of, letters_read

SETTLED = (State.REFUSED, State.GUIDED)
"""States after which no result is promised any more: the letter has said all."""

GONE = gettext_lazy("Ông/bà đã rút ý kiến. Mặt trận không làm tiếp; trang này vẫn mở được bằng mã.")
WAITS = gettext_lazy(
    "Mặt trận đã nhận đề nghị rút tố cáo. Ông/bà gửi thêm đơn rút có chữ ký; Mặt trận xem xét theo luật rồi trả lời."
)

View = Callable[..., HttpResponse]


def with_unsent(request: HttpRequest, code: str, text: str) -> HttpResponse:
    """The page with the letter that could not be sent before, ready to be sent."""
    case = CaseFile.objects.select_related("front", "subject_unit", "story").get(code=code)
    return _show(request, case, LetterForm(initial={"text": text}, label_suffix=""))


def with_receipt(view: View) -> View:
    """Let in who opened a case with its receipt in the last half hour; send everybody else to the code field."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        case = CaseFile.objects.select_related("front", "subject_unit", "story").filter(code=opened(request)).first()
        return view(request, case, **kwargs) if case else ask_for_code(request)

    return asked


@never_cache
@with_receipt
def mine(request: HttpRequest, case: CaseFile) -> HttpResponse:
    """The state in a sentence, the clocks, the letters, the way it went."""
    return _show(request, case, LetterForm(label_suffix=""))


@never_cache
@require_POST
@with_receipt
def write(request: HttpRequest, case: CaseFile) -> HttpResponse:
    """A letter to the Front, with files."""
    form = LetterForm(request.POST, label_suffix="")
    attach = AttachForm(request.POST, request.FILES)
    uploads = attach.cleaned_data["uploads"] if attach.is_valid() else []
    only_files = bool(uploads) and not request.POST.get("text", "").strip()
    if not spend(POST, request):
        form.add_error(None, _("Đã có nhiều thư gửi từ nơi này. Ông/bà chờ ít phút rồi gửi lại; điều đã viết vẫn còn."))
    if not only_files and not form.is_valid():
        return _show(request, case, form)
    try:
        refused = _add_files(request, case, uploads)
        if not only_files and not refused:
            write_to_front(case=case, text=form.cleaned_data["text"])
    except Ended:
        refused = [_("Hồ sơ đã kết thúc nên không gửi thêm được. Ông/bà có thể gửi ý kiến mới.")]
    if refused:
        for sentence_ in refused:
            form.add_error(None, sentence_)
        return _show(request, case, form)
    messages.success(
        request, _("Mặt trận đã nhận được thư của ông/bà.") if not only_files else _("Mặt trận đã nhận được tệp.")
    )
    return redirect("cases:mine")


@never_cache
@require_http_methods(["GET", "POST"])
@with_receipt
def take_back(request: HttpRequest, case: CaseFile) -> HttpResponse:
    """Withdraw, after a page that says what it means."""
    if request.method == "POST":
        try:
            case = withdraw(code=case.code)
        except (Refused, Overtaken):
            messages.error(request, _("Lúc này không rút được nữa. Ông/bà viết thư cho Mặt trận ở dưới."))
        else:
            messages.success(request, WAITS if case.withdrawal == Withdrawal.ASKED else GONE)
        return redirect("cases:mine")
    told = {"case": case, "denounced": case.kind == Kind.DENUNCIATION}
    return render(request, "cases/mine/withdraw.html", told)


@never_cache
@require_http_methods(["GET", "POST"])
@with_receipt
def ask_again(request: HttpRequest, case: CaseFile) -> HttpResponse:
    """Ask once for a closed case to be opened again, and say why; the words become a letter to the Front."""
    if not _may(case, "reopen_own"):
        messages.error(request, _("Lúc này không mở lại được nữa. Ông/bà có thể gửi ý kiến mới."))
        return redirect("cases:mine")
    form = AskAgainForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and not spend(POST, request):
        form.add_error(None, _("Đã có nhiều thư gửi từ nơi này. Ông/bà chờ ít phút rồi gửi lại; điều đã viết vẫn còn."))
    if request.method == "POST" and form.is_valid():
        try:
            reopen_own(code=case.code, text=form.cleaned_data["text"])
        except (Refused, Overtaken):
            messages.error(request, _("Lúc này không mở lại được nữa. Ông/bà có thể gửi ý kiến mới."))
        else:
            messages.success(request, _("Hồ sơ đã mở lại. Mặt trận sẽ hỏi lại nơi phải trả lời."))
        return redirect("cases:mine")
    told = {"case": case, "form": form}
    return render(request, "cases/mine/reopen.html", told, status=422 if form.errors else 200)


@never_cache
@require_POST
@with_receipt
def give_rating(request: HttpRequest, case: CaseFile) -> HttpResponse:
    """Say whether the answer was worth having."""
    score = request.POST.get("score", "")
    if score not in {"1", "2", "3", "4", "5"}:
        messages.error(request, _("Ông/bà chọn giúp một mức, từ rất không hài lòng đến rất hài lòng."))
        return redirect("cases:mine")
    try:
        rate(case=case, score=int(score))
    except NothingToRate:
        messages.info(request, _("Ông/bà đã đánh giá rồi, hoặc chưa có trả lời để đánh giá."))
    else:
        messages.success(request, _("Cảm ơn ông/bà đã đánh giá."))
    return redirect("cases:mine")


@never_cache
@require_POST
@with_receipt
def open_split(request: HttpRequest, case: CaseFile, code: str) -> HttpResponse:
    """From a case to one that was split off it: the receipt of the whole opens its parts too."""
    link = CaseLink.objects.filter(other=case, kind=LinkKind.SPLIT, case__code=code).first()
    if link is None:
        raise Http404
    turn_to(request, code)
    return redirect("cases:mine")


def _may(case: CaseFile, move: str) -> bool:
    """Whether the person with the receipt may take a move now."""
    return isinstance(decide(TABLE, facts_of(Known(case, TELLER), only=move), move, clock.today()), Decision)


def _add_files(request: HttpRequest, case: CaseFile, uploads: list[Any]) -> list[str]:
    kept = StoredFile.objects.filter(subject=case.code).count()
    for upload in uploads:
        if kept >= 2 * MAX_FILES:
            return [str(TOO_MANY)]
        if not spend(FILE, request):
            return [_("Đã có nhiều tệp gửi từ nơi này. Ông/bà chờ ít phút rồi gửi tiếp.")]
        try:
            add_file(case=case, upload=upload)
            kept += 1
        except NotTaken as no:
            return [str(no)]
    return []


def _show(request: HttpRequest, case: CaseFile, form: LetterForm) -> HttpResponse:
    if case.erased_on is not None:
        return render(
            request, "intake/erased.html", {"code": case.code, "erased_on": case.erased_on, "rule": erasure_words(case)}
        )
    letters = letters_of(case.code)
    if any(letter.author == Author.FRONT and letter.read_at is None for letter, _text in letters):
        letters_read(subject=case.code, author=Author.FRONT)
    clocks = list(Clock.objects.filter(subject=case.code).select_related("holder").order_by("pk"))
    told = {
        "case": case,
        "letters": letters,
        "story": story_of(case),
        "journey": journey_of(case),
        "promise": next((one for one in reversed(clocks) if one.role == "promise" and case.state not in SETTLED), None),
        "answers": [(one, sentence(one)) for one in clocks if one.role.startswith("answer")],
        "promise_words": next((sentence(one) for one in reversed(clocks) if one.role == "promise"), ""),
        "splits": CaseLink.objects.filter(other=case, kind=LinkKind.SPLIT).select_related("case").order_by("pk"),
        "form": form,
        "attach": AttachForm(label_suffix=""),
        "open": case.state not in SILENT,
        "may_withdraw": _may(case, "withdraw"),
        "withdrawal": case.get_withdrawal_display() if case.withdrawal == Withdrawal.ASKED else "",
        "reopening_ends": reopening_ends(case) if _may(case, "reopen_own") else None,
        "may_rate": case.state in (State.INFORMED, State.CLOSED) and case.rating is None,
        "files": StoredFile.objects.filter(subject=case.code).count(),
        "scores": SCORES,
    }
    return render(request, "cases/mine/file.html", told, status=422 if form.errors else 200)
