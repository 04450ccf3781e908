"""How long opinions are kept (data/retention/opinions.toml)."""

from vidan.consultations.models import Opinion, OpinionErasure
from vidan.domain.retention import Keep
from vidan.foundation.intake.retention import keep_rows_of, rule_words


def keep_rows() -> tuple[Keep, ...]:
    """Every row, in the order of the file."""
    return keep_rows_of("opinions")


def erasure_words(opinion: Opinion) -> str:
    """By which rule the content of an opinion was erased, in a sentence for who gave it: his own request goes before."""
    rules = dict(
        OpinionErasure.objects.filter(
            subject__in=(opinion.code, opinion.draft.code), decided_on=opinion.erased_on
        ).values_list("subject", "rule")
    )
    rule = rules.get(opinion.code) or rules.get(opinion.draft.code)
    return rule_words(next((row for row in keep_rows() if row.id == rule), None))
