"""How long the content of cases is kept (data/retention/cases.toml)."""

from vidan.cases.models import CaseFile, Erasure
from vidan.domain.retention import Keep
from vidan.foundation.intake.retention import keep_rows_of, rule_words


def keep_rows() -> tuple[Keep, ...]:
    """Every row, in the order of the file."""
    return keep_rows_of("cases")


def erasure_words(case: CaseFile) -> str:
    """By which rule the content of a case was erased, in a sentence for its teller."""
    rule = Erasure.objects.filter(subject=case.code).values_list("rule", flat=True).first()
    return rule_words(next((row for row in keep_rows() if row.id == rule), None))
