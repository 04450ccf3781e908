"""What became of a criticism (/gop-y-du-thao/<code>/ket-qua/): who spoke, each point with its answer, the papers."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.consultations.answers import standing
from vidan.consultations.facts import Known
from vidan.consultations.in_time import in_time_words
from vidan.consultations.kept import promises_of
from vidan.consultations.kinds import Verdict
from vidan.consultations.matrix import HEAD, UNANSWERED, VERDICTS, WHOLE, Asked, counts_of, page_of, places_of, rows_of
from vidan.consultations.selectors import public
from vidan.consultations.spoken import form_counts, source_lines
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.sheets.csv_text import as_csv
from vidan.foundation.sheets.write import as_xlsx

MINUTES = 5
"""How long others may keep a download; an answer that comes in is seen by then."""


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The matrix, filtered by the address; before the document is sent, what will stand here."""
    draft = public(code)
    if draft.sent_on is None:
        return render(request, "consultations/matrix/page.html", {"draft": draft})
    asked, counts = Asked.of(request.GET.dict()), counts_of(draft)
    points, after = page_of(draft, asked)
    pills = [("", _("Mọi điểm"), counts["all"])]
    pills += [(name, str(verdict.label).capitalize(), counts[name]) for name, verdict in VERDICTS.items()]
    pills.append((UNANSWERED, _("Chưa có trả lời"), counts[UNANSWERED]))
    told = {
        "draft": draft,
        "points": points,
        "after": after,
        "asked": asked,
        "pills": [(Asked(answer=name, place=asked.place), label, n) for name, label, n in pills],
        "places": [(place or WHOLE, place or _("Cả dự thảo")) for place in places_of(draft)],
        "counts": counts,
        "sources": source_lines(draft.spoken),
        "total": sum(n for _label, n in source_lines(draft.spoken)),
        "forms": form_counts(draft.spoken),
        "urgings": list(draft.urgings.filter(sent_on__isnull=False).select_related("paper")),
        "promises": promises_of(draft),
        "verdicts": dict(Verdict.choices),
        "received": in_time_words(draft),
        **vars(standing(draft, Known(draft, acting(request)).clock)),
    }
    return render(request, "consultations/matrix/page.html", told)


@require_safe
def data(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Every point as CSV, XLSX or JSON."""
    draft = public(code)
    if draft.sent_on is None or draft.paper is None or form not in ("csv", "xlsx", "json"):
        raise Http404
    response: HttpResponse
    if form == "json":
        told = {
            "code": code,
            "title": draft.title,
            "body": draft.body.name,
            "front": draft.front.name,
            "document": draft.paper.label,
            "sent_on": draft.sent_on.isoformat(),
            "answered_on": draft.answered_on.isoformat() if draft.answered_on else None,
            "spoken": draft.spoken,
            "assessment": draft.assessment,
            "points": [dict(zip(HEAD, row, strict=True)) for row in rows_of(draft)],
        }
        response = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    elif form == "xlsx":
        content = as_xlsx(draft.title, HEAD, rows_of(draft))
        response = HttpResponse(content, content_type=CONTENT_TYPES[FileKind.XLSX])
    else:
        response = HttpResponse(as_csv(HEAD, rows_of(draft)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}-ket-qua.{form}"'
    patch_cache_control(response, public=True, max_age=MINUTES * 60)
    return response
