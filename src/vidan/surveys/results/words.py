"""Why something of a result is not told, in words. Levels and factors have theirs in questionnaire_words.py."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WITHHELD: Mapping[str, str | Promise] = MappingProxyType(
    {
        "few": _("Quá ít người trả lời để nêu mà không lộ ai."),
        "condition": _("Không nêu, vì số người được hỏi câu này sẽ để lộ một câu trả lời ít người chọn."),
    }
)
