"""The wording of the Front's papers: taken out to Word, brought back, looked at as PDF, put in use, or an older one again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.accounts.models import User
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.limits import MAX_BYTES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.papers.models import WordingVersion
from vidan.foundation.papers.pdf import make_pdf
from vidan.foundation.papers.slots import Kind, all_kinds, kind_of
from vidan.foundation.papers.structure import Heading, Signer, Structure
from vidan.foundation.papers.word import from_word, shown, to_word
from vidan.foundation.papers.wording import add_version, filled, original, use_version, version_in_use
from vidan.foundation.units.models import Unit

SHOWN = 20
"""The newest versions that a page lists."""


class WordForm(forms.Form):
    """Tệp Word đã sửa."""

    file = forms.FileField(
        label=gettext_lazy("Tệp Word đã sửa"),
        help_text=gettext_lazy(
            "Tải lời văn xuống, sửa chữ trong Word, giữ các ô trong ngoặc vuông, lưu rồi chọn ở đây."
        ),
        error_messages={"required": gettext_lazy("Ông/bà chưa chọn tệp.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Every wording, and since when the Front uses one of its own."""
    front = _front(request)
    used: dict[str, WordingVersion] = {}
    for version in WordingVersion.objects.filter(unit=front, used_at__isnull=False).order_by("used_at", "number"):
        used[version.name] = version
    rows = [(kind, used.get(kind.name)) for kind in all_kinds()]
    return render(request, "site/wording/listed.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One wording: what is used, its versions, and bringing a new one from Word."""
    actor = acting(request)
    kind, front = _kind(name), _front(request)
    form = WordForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method == "POST":
        form = WordForm(request.POST, request.FILES, label_suffix="")
        if form.is_valid() and (version := _brought(form, kind, front, actor)):
            messages.success(request, _("Đã giữ bản %(n)d. Xem thử PDF, rồi bấm dùng từ nay.") % {"n": version.number})
            return redirect("site:wording", name)
    used = version_in_use(name, front)
    versions = list(WordingVersion.objects.filter(unit=front, name=name)[:SHOWN])
    people = dict(User.objects.filter(code__in=[one.made_by for one in versions]).values_list("code", "name"))
    told: dict[str, Any] = {
        "kind": kind,
        "used": used,
        "text": shown(kind, used.text if used else original(name)),
        "versions": [(one, people.get(one.made_by, ""), one == used) for one in versions],
        "form": form,
    }
    return render(request, "site/wording/page.html", told, status=422 if form.errors else 200)


@require_POST
def use(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Word new papers by a version from now on; number 0 is the wording that comes with the house."""
    actor = acting(request)
    kind, front = _kind(name), _front(request)
    if number:
        version = _version(kind, front, number)
    else:
        version = add_version(name=name, unit=front, text=original(name), actor=actor.code)
    use_version(version=version, actor=actor.code)
    messages.success(request, _("Từ nay văn bản mới dùng bản này. Văn bản đã soạn hoặc đã ban hành không đổi."))
    return redirect("site:wording", name)


@require_safe
def as_word(request: HttpRequest, name: str, number: int) -> HttpResponseBase:
    """A version as DOCX, to be edited in Word."""
    kind, front = _kind(name), _front(request)
    data = to_word(kind, _text(kind, front, number))
    return as_attachment(data, f"loi-van-{name.replace('_', '-')}-{number}.docx", CONTENT_TYPES[FileKind.DOCX])


@require_safe
def preview(request: HttpRequest, name: str, number: int) -> HttpResponseBase:
    """A version as the PDF of a paper, its slots filled with sample values."""
    kind, front = _kind(name), _front(request)
    structure = Structure(
        heading=Heading(front.parent.name if front.parent else "", front.name, front.area.name),
        symbol="XT",
        kind_name=kind.title,
        summary="Bản xem thử lời văn, không có giá trị",
        addressees=(kind.sample["recipient"],) if "recipient" in kind.slots else (),
        blocks=filled(name, _text(kind, front, number), kind.sample),
        signer=Signer(power="TM. Ban Thường trực", title="Phó Chủ tịch Thường trực"),
        copies_to=("Như trên", "Lưu: VT, hồ sơ"),
    )
    data = make_pdf(structure, number="", day=None)
    return as_attachment(data, f"xem-thu-{name.replace('_', '-')}-{number}.pdf", "application/pdf")


def _brought(form: WordForm, kind: Kind, front: Unit, actor: Actor) -> WordingVersion | None:
    upload = form.cleaned_data["file"]
    try:
        text = from_word(kind, upload.read(MAX_BYTES[FileKind.DOCX] + 1))
    except NotTaken as refused:
        form.add_error("file", str(refused.sentence))
        return None
    return add_version(name=kind.name, unit=front, text=text, actor=actor.code)


def _kind(name: str) -> Kind:
    kind = kind_of(name)
    if kind is None:
        raise Http404
    return kind


def _front(request: HttpRequest) -> Unit:
    actor = acting(request)
    return Unit.objects.select_related("parent", "area").filter(pk__in=actor.units_with("site.wording"))[0]


def _version(kind: Kind, front: Unit, number: int) -> WordingVersion:
    # A number beyond what the column holds is no version either.
    found = (
        WordingVersion.objects.filter(unit=front, name=kind.name, number=number).first() if number < 32_767 else None
    )
    if found is None:
        raise Http404
    return found


def _text(kind: Kind, front: Unit, number: int) -> str:
    return _version(kind, front, number).text if number else original(kind.name)
