"""The acts of the Front's own petition."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from vidan.cases.acts.act import Act, simple
from vidan.cases.forms.moves import MoveForm
from vidan.cases.services.petition import conclude

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "conclude": Act(
            MoveForm,
            simple(conclude),
            _("Đã ghi nhận kết quả; kiến nghị của Mặt trận đã kết thúc."),
            shows="answers",
            lead=_("Đọc trả lời của nơi nhận. Nếu chưa thỏa đáng, viết kiến nghị mới và nêu mã của kiến nghị này."),
        ),
    }
)
