"""Why a move is not open, as a sentence: of the labels and needs that stand beside a duty's table of moves."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vidan.domain.moves import Refusal, Why


@dataclass(frozen=True)
class RefusalWords:
    """Turns the refusals of one table into sentences.

    `what` is that which is not at the step (hồ sơ, dự thảo). Needs are said as what the move asks for; where the table words
    them as what stands in the way instead, `says_what_hinders` leaves the "cần" out.
    """

    labels: Mapping[str, str | Promise]
    needs: Mapping[str, str | Promise]
    what: str | Promise
    says_what_hinders: bool = False

    def __call__(self, refusal: Refusal) -> str:
        """The sentence for who may take the move, only not now."""
        move = self.labels[refusal.name]
        if refusal.why is not Why.NEEDS:
            return _("%(move)s: lúc này %(what)s không ở bước đó.") % {"move": move, "what": self.what}
        needs = "; ".join(str(self.needs[name]) for name in refusal.missing)
        if self.says_what_hinders:
            return f"{move}: {needs}."
        return _("%(move)s: cần %(needs)s.") % {"move": move, "needs": needs}
