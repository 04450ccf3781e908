"""The words of a result: factors, levels, and why something is not told."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.questionnaire.form import Factor

FACTORS: Mapping[str, str | Promise] = MappingProxyType(
    {
        Factor.ACCESS: _("Tiếp cận dịch vụ"),
        Factor.PROCEDURE: _("Thủ tục hành chính"),
        Factor.OFFICIALS: _("Người giải quyết công việc"),
        Factor.RESULT: _("Kết quả dịch vụ"),
        Factor.FEEDBACK: _("Tiếp nhận, xử lý góp ý, phản ánh, kiến nghị"),
    }
)

LEVELS: Mapping[int, str | Promise] = MappingProxyType(
    {
        1: _("Rất không hài lòng"),
        2: _("Không hài lòng"),
        3: _("Bình thường"),
        4: _("Hài lòng"),
        5: _("Rất hài lòng"),
    }
)

WITHHELD: Mapping[str, str | Promise] = MappingProxyType(
    {
        "few": _("Quá ít người trả lời để nêu mà không lộ ai."),
        "condition": _("Không nêu, vì số người được hỏi câu này sẽ để lộ một câu trả lời ít người chọn."),
    }
)
