"""The draft of the letter that tells the teller what came of it: the answer, the finding, and what the authority decided."""

from django.utils.translation import gettext as _

from vidan.cases.handling import words
from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile, Proposal, Verification
from vidan.cases.outcomes import Finding, Verdict
from vidan.foundation.vault.services import open_text


def result_letter(case: CaseFile) -> str:
    """What the officer begins with; nothing before an answer has come. It names no official: the teller knows whom he meant."""
    told = [part for part in (_answer(case), _finding(case), _decision(case)) if part]
    return "\n\n".join([_("Kính gửi ông/bà,"), *told, _("Trân trọng.")]) if told else ""


def _answer(case: CaseFile) -> str:
    rows = case.transfers.filter(role=TransferRole.SETTLE, answer__isnull=False).select_related("answer", "recipient")
    answered = rows.first()
    if answered is None or answered.answer is None:
        return ""
    told = {"unit": answered.recipient.short_name, "answer": open_text(answered.answer)}
    return _("%(unit)s đã trả lời Mặt trận như sau:\n\n%(answer)s") % told


def _finding(case: CaseFile) -> str:
    verified = Verification.objects.filter(case=case).exclude(finding="").order_by("-pk").first()
    if verified is None:
        return ""
    told = {"finding": Finding(verified.finding).label}
    return _("Mặt trận đã cùng các nơi liên quan xác minh. Kết luận: nội dung ông/bà phản ánh %(finding)s.") % told


def _decision(case: CaseFile) -> str:
    decided = Proposal.objects.filter(verification__case=case).exclude(verdict="").select_related("to").order_by("-pk")
    newest = decided.first()
    if newest is None:
        return ""
    told = {"proposed": words(newest.forms), "unit": newest.to.short_name, "accepted": words(newest.accepted)}
    if newest.verdict == Verdict.REFUSED:
        return _("Mặt trận đã đề xuất: %(proposed)s. %(unit)s không chấp nhận đề xuất.") % told
    if newest.verdict == Verdict.ACCEPTED:
        return _("Mặt trận đã đề xuất: %(proposed)s. %(unit)s chấp nhận đề xuất.") % told
    return _("Mặt trận đã đề xuất: %(proposed)s. %(unit)s chấp nhận một phần: %(accepted)s.") % told
