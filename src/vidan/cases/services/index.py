"""What a case is found by: code, unit, conduct, gist and the checked copy; never the sealed words (design.md section 5)."""

from django.utils.translation import override

from vidan.cases.kinds import Conduct
from vidan.cases.models import CaseFile
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.search.find import publish


@override("vi")  # one index for everybody, in one language
def index_case(case: CaseFile, *, is_new: bool = False) -> None:
    """Publish a case to the search; each body it was sent to may find it, as far as visible_to() lets it."""
    copy = checked_copy(case.code) if case.gist else None
    sent = case.transfers.filter(sent_on__isnull=False) if case.gist else ()
    words = [
        case.code,
        case.subject_unit.name if case.subject_unit else "",
        *(str(Conduct(conduct).label) for conduct in case.conduct),
        case.gist,
        copy.text if copy else "",
    ]
    scopes = [f"unit{case.front_id}", *(f"unit{transfer.held_by}" for transfer in sent)]
    publish(subject=case.code, words=words, scopes=scopes, is_new=is_new)
