"""Trình, duyệt, cấp số, gửi: approval freezes the content under its digest and numbers the paper; sending carries it up."""

from vidan.domain.reporting.editions import changes
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.foundation.search.published import show
from vidan.reports.content import digest_of
from vidan.reports.doubted import frozen_sentences
from vidan.reports.findable import entry_of, take_back
from vidan.reports.models import Report
from vidan.reports.paper import paper_of
from vidan.reports.services.notify import tell_front, tell_receiver
from vidan.reports.services.step import step


def ask(*, code: str, actor: Actor, version: int | None = None) -> Report:
    """Xin góp ý: colleagues are asked to read the draft."""
    with step(code=code, move="ask", actor=actor, version=version) as taking:
        tell_front(NoticeKind.REPORT_ASKED, taking.report, permission="reports.read", actor=actor)
    return taking.report


def submit(*, code: str, actor: Actor, version: int | None = None) -> Report:
    """Trình: the draft goes to the head."""
    with step(code=code, move="submit", actor=actor, version=version) as taking:
        taking.told["doubts"] = len(taking.known.doubts)
        tell_front(NoticeKind.REPORT_SIGN, taking.report, permission="reports.decide", actor=actor)
    return taking.report


def give_back(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Report:
    """Trả lại: the draft goes back to who writes it, with the reason."""
    with step(code=code, move="give_back", actor=actor, version=version) as taking:
        taking.report.returned_for = reason.strip()
        tell_front(NoticeKind.REPORT_BACK, taking.report, permission="reports.draft", actor=actor)
    return taking.report


def approve(*, code: str, actor: Actor, version: int | None = None) -> Report:
    """Duyệt: freeze the content with every number, text and doubt, give the paper its number, keep what an edition changes."""
    with step(code=code, move="approve", actor=actor, version=version) as taking:
        report, known = taking.report, taking.known
        content = known.made.content | {"doubts": frozen_sentences(known.doubts, known.brief), "why": report.why}
        if report.corrects is not None and report.corrects.frozen is not None:
            told = changes(report.corrects.frozen, content)
            content["changes"] = [
                {"what": one.what.value, "where": one.where, "was": one.was, "now": one.now} for one in told
            ]
        report.frozen, report.digest = content, digest_of(content)
        report.approved_on, report.approved_by = clock.today(), actor.code
        paper = draft_paper(
            unit=report.front, kind="report", subject=code, structure=paper_of(report, content), actor=actor.code
        )
        report.paper = issue_paper(paper=paper, actor=actor.code)
        taking.told |= {"digest": report.digest, "doubts": len(content["doubts"]), "paper": paper.pk}
        tell_front(NoticeKind.REPORT_SEND, report, permission="reports.read", actor=actor)
    return report


def send(*, code: str, actor: Actor, version: int | None = None) -> Report:
    """Gửi: the Front above reads the report from now on, and everybody its public page."""
    with step(code=code, move="send", actor=actor, version=version) as taking:
        report = taking.report
        assert report.paper is not None  # it was numbered when it was approved
        mark_sent(paper=report.paper, how="system", actor=actor.code)
        report.sent_on = clock.today()
        if report.corrects is not None:
            take_back(report.corrects)
        show(entry_of(report))
        tell_receiver(NoticeKind.REPORT_READ, report, actor=actor)
    return report
