"""The desk's pages of official surveys (/ban-lam-viec/khao-sat-chinh-thuc/): the list and its sheet, one survey, its files."""

from collections.abc import Sequence

from django.contrib import messages
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import original_chunks
from vidan.foundation.journal.record import record
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.send import send_paper
from vidan.foundation.sheets.write import Cell, as_xlsx
from vidan.foundation.units.models import Unit
from vidan.surveys.forms.official import KnownForm
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.official_files import answers_of, evidence_of, result_of
from vidan.surveys.official_page import next_steps, survey_of
from vidan.surveys.publication_words import publication_words
from vidan.surveys.services.record_official import Known, change_official, record_official
from vidan.surveys.services.watch_step import WATCH, NotNow

PAGE = 50

MOST_ROWS = 5000
"""Of a sheet; no Front watches so many surveys."""

XLSX = CONTENT_TYPES[FileKind.XLSX]

STANDINGS: tuple[tuple[str, str | Promise], ...] = (
    ("tre", gettext_lazy("chưa công bố, đã trễ")),
    ("chua", gettext_lazy("chưa công bố")),
    ("da", gettext_lazy("đã công bố")),
    ("da-tre", gettext_lazy("công bố trễ")),
    ("xong", gettext_lazy("đã kết thúc theo dõi")),
)

STEPS: dict[str, str | Promise] = {
    "official_publication": gettext_lazy("Ghi việc công bố kết quả"),
    "official_unpublish": gettext_lazy("Xóa việc công bố đã ghi nhầm"),
    "official_letter": gettext_lazy("Viết công văn kiến nghị"),
    "official_approve": gettext_lazy("Duyệt và cấp số công văn"),
    "official_drop_letter": gettext_lazy("Bỏ công văn chờ duyệt"),
    "official_answer": gettext_lazy("Ghi trả lời bằng văn bản"),
    "official_show": gettext_lazy("Trang công khai"),
    "official_close": gettext_lazy("Kết thúc theo dõi"),
    "official_reopen": gettext_lazy("Mở lại việc theo dõi"),
}


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The surveys that the actor's Front watches, the newest year first, filtered by the address, a page at a time."""
    actor = acting(request)
    mine = OfficialSurvey.objects.visible_to(actor)
    rows = chosen(request, mine)
    last = mine.filter(code=request.GET.get("sau", "")[:40]).first()
    if last is not None:
        rows = rows.filter(Q(year__lt=last.year) | Q(year=last.year, pk__lt=last.pk))
    found = list(rows.select_related("body", "area")[: PAGE + 1])
    told = {
        "rows": [(one, *publication_words(one)) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "years": list(mine.order_by("-year").values_list("year", flat=True).distinct()),
        "year": _year(request),
        "standings": STANDINGS,
        "standing": _standing(request),
        "address": _address(request),
    }
    return render(request, "surveys/official/list.html", told)


@require_safe
def as_sheet(request: HttpRequest) -> HttpResponse:
    """The same list as XLSX, in full; that it was taken stands in the journal."""
    actor = acting(request)
    rows = chosen(request, OfficialSurvey.objects.visible_to(actor)).select_related("body", "area", "file", "round")
    found = list(rows[:MOST_ROWS])
    with transaction.atomic():
        facts: dict[str, str | int | bool | None] = {"rows": len(found)}
        record("official_survey.export", subject="official-surveys", actor=actor.code, facts=facts)
    data = as_xlsx(_("Khảo sát chính thức"), _headings(), map(_cells, found))
    return HttpResponse(
        data,
        content_type=XLSX,
        headers={"Content-Disposition": 'attachment; filename="khao-sat-chinh-thuc.xlsx"'},
    )


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin to watch a survey."""
    actor = acting(request)
    front = _front(actor)
    form = KnownForm(request.POST if request.method == "POST" else None, front=front)
    if request.method == "POST" and form.is_valid():
        survey = record_official(front=front, known=known_of(form), actor=actor)
        messages.success(request, _("Đã ghi cuộc khảo sát. Việc tiếp theo: đối chiếu từng điều."))
        return redirect("surveys:official", survey.code)
    return render(request, "surveys/official/known.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One survey with its checklist, letters, comparison, and what may be done next."""
    actor = acting(request)
    told = survey_of(visible(actor, code))
    steps = [(f"surveys:{route}", STEPS[route], leads) for route, leads in next_steps(told, actor)]
    return render(request, "surveys/official/page.html", told | {"steps": steps})


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Put right what is known of a survey."""
    actor = acting(request)
    survey = visible(actor, code)
    names = (*Known.__dataclass_fields__, "version")
    initial = {name: getattr(survey, f"{name}_id" if name in ("body", "area", "round") else name) for name in names}
    form = KnownForm(request.POST if request.method == "POST" else None, front=survey.front, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_official(code=code, known=known_of(form), actor=actor, version=form.cleaned_data["version"])
        except NotNow as told:
            form.add_error(None, str(told.sentence))
        else:
            messages.success(request, _("Đã sửa."))
            return redirect("surveys:official", code)
    told_ = {"form": form, "survey": survey}
    return render(request, "surveys/official/known.html", told_, status=422 if form.errors else 200)


@require_safe
def paper(request: HttpRequest, code: str, pk: int, form: str) -> HttpResponseBase:
    """A letter as DOCX or PDF."""
    actor = acting(request)
    survey = visible(actor, code)
    found = Paper.objects.filter(pk=pk, subject=code, unit=survey.front).first() if pk < 2**63 else None
    return send_paper(found, form, subject=code, actor=actor, unit_id=survey.front_id, event="official_survey.download")


@require_safe
def file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """A file of the survey, for the Front that watches it; that it was fetched stands in the journal."""
    actor = acting(request)
    survey = visible(actor, code)
    subjects = (result_of(code), evidence_of(code), answers_of(code))
    found = StoredFile.objects.filter(subject__in=subjects, name=name, is_destroyed=False).first()
    if found is None:
        raise Http404
    with transaction.atomic():
        facts: dict[str, str | int | bool | None] = {"digest": found.digest}
        record("official_survey.fetch", subject=code, actor=actor.code, unit_id=survey.front_id, facts=facts)
    kind = FileKind(found.kind)
    return as_attachment(original_chunks(found), f"{code}-tep-{found.position}.{kind}", CONTENT_TYPES[kind])


def visible(actor: Actor, code: str) -> OfficialSurvey:
    """The survey, if the actor may know of it; raises Http404."""
    beside = ("front__area", "body", "area", "file", "round")
    found = OfficialSurvey.objects.visible_to(actor).select_related(*beside).filter(code=code[:40]).first()
    if found is None:
        raise Http404
    return found


def chosen(request: HttpRequest, rows: QuerySet[OfficialSurvey]) -> QuerySet[OfficialSurvey]:
    """The surveys that the filters in the address ask for."""
    today = clock.today()
    standings: dict[str, Q] = {
        "tre": Q(published_on__isnull=True, publish_due__lt=today),
        "chua": Q(published_on__isnull=True),
        "da": Q(published_on__isnull=False),
        "da-tre": Q(published_on__gt=F("publish_due")),
        "xong": Q(closed_on__isnull=False),
    }
    year = _year(request)
    rows = rows.filter(year=year) if year else rows
    return rows.filter(standings[one]) if (one := _standing(request)) else rows


def known_of(form: KnownForm) -> Known:
    """What a valid form says of a survey."""
    return Known(**{name: form.cleaned_data[name] for name in Known.__dataclass_fields__})


def _year(request: HttpRequest) -> int | None:
    said = request.GET.get("nam", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) == 4 else None


def _standing(request: HttpRequest) -> str:
    said = request.GET.get("cong-bo", "")
    return said if said in dict(STANDINGS) else ""


def _address(request: HttpRequest) -> str:
    asked = {"nam": _year(request), "cong-bo": _standing(request)}
    return "&".join(f"{name}={value}" for name, value in asked.items() if value)


def _front(actor: Actor) -> Unit:
    """The Front for which the actor watches; of several the first."""
    return Unit.objects.select_related("area").filter(pk__in=actor.units_with(WATCH)).order_by("sort_key")[0]


def _headings() -> list[str]:
    return [
        _("Mã"),
        _("Năm"),
        _("Tên cuộc khảo sát"),
        _("Cơ quan tổ chức"),
        _("Địa bàn được khảo sát"),
        _("Theo văn bản"),
        _("Lấy phiếu từ ngày"),
        _("Lấy phiếu đến hết ngày"),
        _("Cỡ mẫu dự kiến"),
        _("Số phiếu thu được"),
        _("Hạn công bố kết quả"),
        _("Hạn đó từ đâu ra"),
        _("Công bố ngày"),
        _("Việc công bố"),
        _("Chỉ số được công bố (%)"),
        _("Địa chỉ trang công bố"),
        _("Kết thúc theo dõi"),
    ]


def _cells(one: OfficialSurvey) -> Sequence[Cell]:
    return [
        one.code,
        one.year,
        one.title,
        one.ran_by,
        one.area.name,
        one.decision_number,
        one.first_day,
        one.last_day,
        one.planned,
        one.reached,
        one.publish_due,
        one.due_basis,
        one.published_on,
        publication_words(one)[0],
        None if one.index is None else float(one.index),
        one.link,
        one.closed_on,
    ]
