"""Trình, trả lại, gửi văn bản phản biện: the document is drafted from the points, and the head numbers and sends it."""

from django.db.models import Count, Sum

from vidan.consultations.gathering import places
from vidan.consultations.letters import criticism_of
from vidan.consultations.models import Draft, Point
from vidan.consultations.services.notify import notify_body, notify_front
from vidan.consultations.services.step import step
from vidan.consultations.services.tally import tally_sent
from vidan.consultations.spoken import spoken_of
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent
from vidan.foundation.papers.structure import Structure

KIND = "criticism"


def submit(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Trình: count what stands behind each point, draft the document, and hand it to the head; raises what step() raises."""
    with step(code=code, move="submit", actor=actor, version=version) as taking:
        draft = taking.draft
        points = counted_points(draft)
        Point.objects.bulk_update(points, ["place", "opinion_count", "agree_count"])
        draft.spoken, draft.returned_for = spoken_of(draft), ""
        structure = criticism_of(draft, points, draft.spoken)
        draft.paper = draft_paper(unit=draft.front, kind=KIND, subject=code, structure=structure, actor=actor.code)
        taking.told |= {"points": len(points), "paper": draft.paper.pk}
        notify_front(NoticeKind.DRAFT_SUBMIT, draft, permission="consultations.approve")
    return draft


def give_back(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Draft:
    """Trả lại: the drafted document is dropped, and the points may be written again; raises what step() raises."""
    with step(code=code, move="give_back", actor=actor, version=version) as taking:
        draft, paper = taking.draft, taking.draft.paper
        draft.returned_for, draft.paper = reason.strip(), None
        draft.save(update_fields=["paper"])  # a paper goes only when nothing refers to it any more
        if paper is not None:
            discard_draft(paper=paper, actor=actor.code)
        notify_front(NoticeKind.DRAFT_BACK, draft, permission="consultations.run")
    return draft


def send(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Duyệt, cấp số và gửi: from this day on the body owes its answers; raises what step() raises."""
    with step(code=code, move="send", actor=actor, version=version) as taking:
        draft = taking.draft
        assert draft.paper is not None  # it was drafted when it was submitted
        paper = issue_paper(paper=draft.paper, actor=actor.code)
        mark_sent(paper=paper, how="system", actor=actor.code)
        draft.sent_on = clock.today()
        tally_sent(draft)
        taking.told |= {"paper": paper.pk, "number": paper.label}
        notify_body(NoticeKind.DRAFT_SENT, draft)
    return draft


def preview(draft: Draft) -> Structure:
    """The document as it would be drafted now; nothing is kept."""
    return criticism_of(draft, counted_points(draft), spoken_of(draft))


def counted_points(draft: Draft) -> list[Point]:
    """The points with their place in words and what stands behind each now, not yet kept."""
    rows = draft.opinions.filter(point__isnull=False).order_by().values("point")
    behind = {row["point"]: row for row in rows.annotate(n=Count("pk"), agreed=Sum("agrees"))}
    known = places(draft)
    points = list(draft.points.all())
    for point in points:
        counted = behind.get(point.pk, {"n": 0, "agreed": 0})
        point.opinion_count, point.agree_count = counted["n"], counted["agreed"]
        point.place = known.get(point.key, point.place) if point.key else ""
    return points
