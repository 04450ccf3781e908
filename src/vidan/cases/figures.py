"""The figures of cases: each number has its one home here (design.md section 4)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from vidan.cases.grounds import all_grounds, label_of
from vidan.cases.kinds import SCORES, Conduct, Kind, Source, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.models.routing import Direction
from vidan.cases.outcomes import Finding, Verdict
from vidan.foundation.figures.breakdown import Breakdown, By
from vidan.foundation.figures.figure import Figure

NO_CONDUCT = "none"
"""The mark of a case that tells of no conduct."""

MEASURES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "cases.received": _("Đã nhận"),
        "cases.answer_due": _("Đến hạn trả lời"),
        "cases.answered": _("Đã trả lời"),
        "cases.answered_on_time": _("Đúng hạn"),
    }
)
"""What the statistics count of the words about a place; late is what was due and not answered on time."""

TRAITS: Mapping[str, Callable[[CaseFile], list[str]]] = MappingProxyType(
    {
        "kind": lambda case: [case.kind],
        "source": lambda case: [case.source],
        "conduct": lambda case: list(case.conduct) or [NO_CONDUCT],
        "counter": lambda case: [str(case.counter_id)] if case.counter_id else [],
        "procedure": lambda case: [case.procedure] if case.procedure else [],
    }
)
"""By what they are counted: the marks of a case; one that tells of two kinds of conduct counts in both."""

_ground = lazy(label_of, str)
"""A ground's label, in the language of whoever reads the figure."""


def by_trait(measure: str, trait: str) -> str:
    """The name of a measure counted by a trait, both as a figure and as a fact."""
    return f"{measure}_by_{trait}"


BY_SOURCE, BY_CONDUCT = by_trait("cases.received", "source"), by_trait("cases.received", "conduct")

PUBLISHED = (
    Figure("cases.received", _("Ý kiến đã nhận"), counts="cases.received", records="cases:list?ky=da-nhan"),
    Figure(
        "cases.commended",
        _("trong đó lời khen"),
        counts="cases.received",
        mark=Kind.COMMENDATION,
        records=f"cases:list?ky=da-nhan&loai={Kind.COMMENDATION}",
    ),
    Figure(
        "cases.transferred",
        _("Ý kiến đã chuyển đến nơi giải quyết"),
        counts="cases.transferred",
        mark=TransferRole.SETTLE,
    ),
    Figure(
        "cases.answered",
        _("Đã có trả lời của nơi giải quyết"),
        counts="cases.answered",
        mark=TransferRole.SETTLE,
        records="cases:list?ky=da-tra-loi",
    ),
    Figure(
        "cases.answer_due",
        _("Trả lời đã đến hạn"),
        counts="cases.answer_due",
        mark=TransferRole.SETTLE,
        records="cases:list?ky=den-han",
    ),
    Figure(
        "cases.answered_on_time",
        _("Trả lời đúng hạn, trên số đã đến hạn"),
        counts="cases.answered_on_time",
        mark=TransferRole.SETTLE,
        out_of="cases.answer_due",
        records="cases:list?ky=den-han",
    ),
    Figure(
        "cases.urged",
        _("Lần Mặt trận đôn đốc nơi giải quyết"),
        counts="cases.urged",
        mark=TransferRole.SETTLE,
        records="cases:list?ky=don-doc",
    ),
    Figure(
        "cases.informed_on_time",
        _("Báo người gửi đúng hạn, trên số đã báo"),
        counts="cases.informed_on_time",
        out_of="cases.informed",
    ),
    Figure("cases.published", _("Kết quả đã công khai"), counts="cases.published", link="cases:results"),
    Figure("cases.withdrawn", _("Người gửi rút"), counts="cases.withdrawn"),
    Figure("cases.refused", _("Không xử lý, có căn cứ"), counts="cases.refused"),
    Figure("cases.guided", _("Đã hướng dẫn đến nơi có thẩm quyền"), counts="cases.guided"),
    Figure("cases.merged", _("Nhập vào hồ sơ cùng việc"), counts="cases.merged"),
    Figure(
        "cases.petitioned",
        _("Lần Mặt trận kiến nghị cấp trên của nơi giải quyết"),
        counts="cases.petitioned",
        mark=TransferRole.SETTLE,
    ),
    Figure(
        "cases.own_received",
        _("Kiến nghị của Mặt trận với Ủy ban nhân dân"),
        counts=BY_SOURCE,
        mark=Source.FRONT,
        records=f"cases:list?ky=da-nhan&nguon={Source.FRONT}",
    ),
    Figure("cases.own_answered", _("Kiến nghị của Mặt trận đã có trả lời"), counts="cases.own_answered"),
    *(
        Figure(
            f"cases.by_{source}",
            format_lazy(_("Nhận qua {source}"), source=source.label),
            BY_SOURCE,
            source,
            records=f"cases:list?ky=da-nhan&nguon={source}",
        )
        for source in Source
        if source != Source.FRONT
    ),
    Figure("receptions.held", _("Buổi tiếp dân đã tổ chức"), counts="receptions.held"),
    Figure("receptions.turns", _("Lượt tiếp dân"), counts="receptions.turns"),
    Figure("receptions.people", _("Người được tiếp"), counts="receptions.people"),
    Figure(
        "receptions.promises_kept",
        _("Lời hứa ở buổi tiếp dân đã thực hiện, trên số đã đến hạn"),
        counts="receptions.promise_kept",
        out_of="receptions.promised",
        records="cases:receptions",
    ),
    Figure("cases.verified", _("Đã xác minh chung"), counts="cases.verified", records="cases:list?ky=xac-minh"),
    *(
        Figure(f"cases.verified_{finding}", label, counts="cases.verified", mark=finding, out_of="cases.verified")
        for finding, label in (
            (Finding.FOUNDED, _("trong đó nội dung phản ánh đúng")),
            (Finding.PARTLY, _("trong đó đúng một phần")),
            (Finding.UNFOUNDED, _("trong đó không đúng")),
            (Finding.UNCLEAR, _("trong đó không đủ căn cứ để kết luận")),
        )
    ),
    Figure(
        "cases.proposed",
        _("Đề xuất xử lý đã gửi"),
        counts="cases.proposed",
        records="cases:list?ky=de-xuat",
    ),
    Figure("cases.decided", _("Đề xuất đã có quyết định"), counts="cases.decided"),
    *(
        Figure(f"cases.decided_{verdict}", label, counts="cases.decided", mark=verdict, out_of="cases.decided")
        for verdict, label in (
            (Verdict.ACCEPTED, _("trong đó được chấp nhận")),
            (Verdict.PARTLY, _("trong đó được chấp nhận một phần")),
            (Verdict.REFUSED, _("trong đó không được chấp nhận")),
        )
    ),
    Figure("cases.reopened", _("Hồ sơ được mở lại"), counts="cases.reopened"),
)

WHY_LATE = tuple(
    Figure(f"cases.{name}_{role}", label, counts=f"cases.{fact}", mark=role, public=False)
    for role in TransferRole.values
    for name, fact, label in (
        ("due_of", "answer_due", _("Đến hạn trả lời")),
        ("on_time_of", "answered_on_time", _("Đúng hạn")),
        ("late_of", "answered_late", _("Trả lời trễ")),
        ("days_late_of", "days_late", _("Số ngày làm việc trễ")),
    )
)
"""Why answers are late: of each body, as it settles or monitors."""

SCORED = (
    Figure(
        "cases.own_petitions_answered",
        _("Kiến nghị của Mặt trận đã được trả lời, trên số đã gửi"),
        counts="cases.own_answered",
        out_of=BY_SOURCE,
        out_of_mark=Source.FRONT,
        records=f"cases:list?ky=da-nhan&nguon={Source.FRONT}",
        public=False,
    ),
    Figure(
        "cases.proposals_decided",
        _("Đề xuất xử lý đã có quyết định, trên số đã gửi"),
        counts="cases.decided",
        out_of="cases.proposed",
        records="cases:list?ky=de-xuat",
        public=False,
    ),
)
"""What the yearly score of the People's Committee asks for besides."""

BY_TRAIT = tuple(
    Figure(by_trait(measure, trait), label, counts=by_trait(measure, trait), public=False)
    for measure, label in MEASURES.items()
    for trait in TRAITS
)

WHERE_TO = (
    *(
        Figure(
            f"cases.refused_{ground.code}",
            format_lazy(_("– vì: {ground}"), ground=_ground(ground)),
            counts="cases.refused",
            mark=ground.code,
            public=False,
        )
        for ground in all_grounds()
    ),
    *(
        Figure(f"cases.handed_{direction}", label, counts="cases.handed", mark=direction, public=False)
        for direction, label in (
            (Direction.UP, _("Chuyển lên Mặt trận cấp trên")),
            (Direction.DOWN, _("Giao xuống Mặt trận cấp dưới")),
            (Direction.OVER, _("Bàn giao cho Mặt trận kế thừa")),
        )
    ),
)
"""On which ground words were not handled, and how cases went between Fronts."""

FIGURES = (*PUBLISHED, *SCORED, *WHERE_TO, *WHY_LATE, *BY_TRAIT)

BREAKDOWNS = (
    Breakdown(
        "area_kind",
        _("Ý kiến theo nơi và theo loại"),
        counts="cases.received",
        rows=By.AREA,
        columns=By.MARK,
        marks=dict(Kind.choices),
    ),
    Breakdown(
        "area_quarter", _("Ý kiến theo nơi và theo quý"), counts="cases.received", rows=By.AREA, columns=By.QUARTER
    ),
    Breakdown(
        "source",
        _("Đến bằng cách nào"),
        counts=BY_SOURCE,
        rows=By.MARK,
        marks=dict(Source.choices),
    ),
    Breakdown(
        "conduct",
        _("Nói về điều gì"),
        counts=BY_CONDUCT,
        rows=By.MARK,
        marks=dict(Conduct.choices),
    ),
    Breakdown(
        "rating",
        _("Người gửi đánh giá câu trả lời"),
        counts="cases.rated",
        rows=By.MARK,
        marks={str(score): words for score, words in SCORES},
    ),
)
"""People's words by place, kind, quarter, way and conduct: published with small numbers hidden."""

OF_BODIES = ("cases.answer_due", "cases.answered_on_time", "cases.urged")
"""What the bodies that must answer did: their acts and nobody's words, so shares are shown in full."""
