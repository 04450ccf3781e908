"""Sheets that wards score first, for tests, carried by the services to where a test needs them."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor
from tests.foundation.files.samples import pdf
from tests.scorecards.made import FRONT, unit

from vidan.domain.scoring.bands import Band, Bands, Basis, Gate
from vidan.domain.scoring.written import bands_to
from vidan.foundation.accounts.actors import Actor, Held
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.models import Entry, Evidence, RubricVersion, Scorecard
from vidan.scorecards.services.appraise import accept_declared, take_up
from vidan.scorecards.services.decide_result import decide_result, publish_result, submit_result
from vidan.scorecards.services.enter import enter
from vidan.scorecards.services.explain_item import answer_question, ask_explanation, explain, question
from vidan.scorecards.services.hand_evidence import add_evidence
from vidan.scorecards.services.open_units import open_unit_cards
from vidan.scorecards.services.self_score import send_in

AN_PHU, AN_KHANH, THU_THIEM = "ubnd-a-an-phu", "ubnd-a-an-khanh", "ubnd-a-thu-thiem"
DUE = date(2018, 3, 20)

ITEMS: list[dict[str, Any]] = [
    {"code": "1", "title": "Chỉ đạo điều hành", "maximum": "10"},
    {"code": "1.1", "parent": "1", "title": "Ban hành kế hoạch", "maximum": "4", "method": {"kind": "yes_no"}},
    {
        "code": "1.2",
        "parent": "1",
        "title": "Hồ sơ giải quyết đúng hạn",
        "maximum": "6",
        "method": {"kind": "proportional", "full": "100", "start": "50"},
        "evidence": "Báo cáo của bộ phận một cửa",
    },
    {"code": "2", "title": "Phục vụ nhân dân", "maximum": "10"},
    {
        "code": "2.1",
        "parent": "2",
        "title": "Thái độ phục vụ",
        "maximum": "5",
        "method": {"kind": "judged"},
        "scorer": "appraiser",
    },
    {
        "code": "2.2",
        "parent": "2",
        "title": "Giải quyết qua mạng",
        "maximum": "5",
        "method": {"kind": "levels", "levels": [["a", "Đủ các thủ tục", "5"], ["b", "Một phần", "2"]]},
        "may_not_apply": True,
    },
]
"""Three items that the unit scores and one that only the appraiser does."""

WAYS = {
    "met": {"kind": "levels", "levels": [["a", "Đủ", "6"]]},
    "otherwise": {"kind": "levels", "levels": [["z", "Thiếu", "2"]]},
}
CONDITIONAL = [
    one | ({"method": {"kind": "conditional", "on": "1.1", **WAYS}} if one["code"] == "1.2" else {}) for one in ITEMS
]
"""The same, but how the second item is scored depends on the first."""

BANDS = Bands(
    (Band("Tốt", Decimal(80)), Band("Khá", Decimal(65)), Band("Chưa đạt", Decimal(0))),
    Basis.PERCENT,
    (Gate("not_self_scored", "Chưa đạt"),),
)


DECLARED = {
    "1.1": Side({"done": "yes"}, note="Kế hoạch số 12, ban hành ngày 15/01/2018."),
    "1.2": Side({"part": "95", "whole": "100"}, note="Theo sổ theo dõi của bộ phận một cửa."),
    "2.2": Side({"level": "a"}, note="Đã làm đủ các thủ tục."),
}
"""What a ward says of itself: 4 of 4, 5.70 of 6, 5 of 5 points; the manner is not for itself to score."""

MANNER = Side({"points": "4"}, note="Theo biên bản làm việc tại quầy.")


def small_rubric(*, published: bool = True, **changed: Any) -> RubricVersion:
    """The district Front's small rubric for wards, made once a test."""
    told = {
        "title": "Bộ tiêu chí thử cho phường",
        "decision": "Quyết định thử",
        "level": "ward",
        "first_year": 2017,
        "last_year": 2020,
        "written": {"name": "Bộ tiêu chí thử cho phường", "items": ITEMS},
        "bands": bands_to(BANDS),
        "drafted_by": "test",
        "drafted_at": clock.now(),
        "published_at": clock.now() if published else None,
    }
    version, _made = RubricVersion.objects.get_or_create(
        front=unit(FRONT), slug="thu-cho-phuong", number=1, defaults=told | changed
    )
    return version


def committee(slug: str = AN_PHU) -> Actor:
    """Who signs in for a ward's People's Committee; the cast has such people at An Phú, others are put together here."""
    if slug == AN_PHU:
        return actor("can-bo-ubnd")
    return Actor(code="U-MAU", name="Cán bộ (mẫu)", held=(Held(Role.COMMITTEE_OFFICER, unit(slug).pk),))


def opened(*slugs: str, rubric: RubricVersion | None = None, year: int = 2018) -> list[Scorecard]:
    """Sheets of some wards for a year, with nothing entered; An Phú alone when none is named."""
    return open_unit_cards(
        rubric=rubric or small_rubric(),
        units=[unit(slug) for slug in slugs or (AN_PHU,)],
        year=year,
        cut_off=date(year, 3, 31),
        until=DUE,
        actor=actor("can-bo-quan"),
    )


def entered(card: Scorecard, item: str, side: Side, stage: Stage, by: Actor | None = None) -> Entry:
    """One item entered by one side, over what stands there."""
    old = Entry.objects.filter(card=card, item=item, stage=stage).first()
    who = by or (committee(card.unit.slug) if stage == Stage.DECLARED else actor("can-bo-quan"))
    return enter(code=card.code, item=item, stage=stage, side=side, actor=who, version=old.version if old else 0)


def declared(card: Scorecard) -> None:
    """Every item that the unit scores, as DECLARED says it."""
    for item, side in DECLARED.items():
        entered(card, item, side, Stage.DECLARED)


def handed(card: Scorecard, item: str = "1.2", *, name: str = "bao-cao.pdf", content: bytes = b"") -> Evidence:
    """A paper behind an item."""
    upload = SimpleUploadedFile(name, content or pdf())
    return add_evidence(code=card.code, item=item, upload=upload, actor=committee(card.unit.slug))


def appraised(card: Scorecard) -> None:
    """The unit's values are taken over, the manner is judged, one item is lowered."""
    code, officer = card.code, actor("can-bo-quan")
    entered(card, "2.1", MANNER, Stage.SCORED)
    entered(card, "1.2", Side({"part": "80", "whole": "100"}, note="Sổ ghi 80 hồ sơ đúng hạn."), Stage.SCORED)
    accept_declared(code=code, actor=officer)


def asked(card: Scorecard) -> None:
    """The unit is asked about the item that was lowered."""
    told: dict[str, Any] = {"code": card.code, "actor": actor("can-bo-quan")}
    question(item="1.2", text="Vì sao khai 95 mà sổ ghi 80?", **told)
    ask_explanation(until=clock.today() + timedelta(days=7), **told)


def explained(card: Scorecard) -> None:
    """The unit answers."""
    who = committee(card.unit.slug)
    answer_question(code=card.code, item="1.2", text="Mười hồ sơ được gia hạn theo quy định.", actor=who)
    explain(code=card.code, actor=who)


def again(card: Scorecard) -> None:
    """The explanation counts in part."""
    entered(card, "1.2", Side({"part": "90", "whole": "100"}, note="Chấp nhận mười hồ sơ gia hạn."), Stage.SECOND)


ORDER = (
    State.SELF_SCORING,
    State.SENT_IN,
    State.APPRAISING,
    State.EXPLAINING,
    State.REVIEWING,
    State.SUBMITTED,
    State.DECIDED,
    State.PUBLISHED,
)
"""The states in the order of the way."""


def sheet(state: State = State.SELF_SCORING, slug: str = AN_PHU, *, year: int = 2018) -> Scorecard:
    """One ward's sheet with everything entered that belongs to the states before, and carried to a state."""
    (card,) = opened(slug, year=year)
    officer, head = actor("can-bo-quan"), actor("lanh-dao")
    steps: tuple[tuple[State, tuple[Callable[[], object], ...]], ...] = (
        (State.SENT_IN, (lambda: declared(card), lambda: send_in(code=card.code, actor=committee(slug)))),
        (State.APPRAISING, (lambda: take_up(code=card.code, actor=officer), lambda: appraised(card))),
        (State.EXPLAINING, (lambda: asked(card),)),
        (State.REVIEWING, (lambda: explained(card), lambda: again(card))),
        (State.SUBMITTED, (lambda: submit_result(code=card.code, actor=officer),)),
        (State.DECIDED, (lambda: decide_result(code=card.code, comment="Có tiến bộ.", actor=head),)),
        (State.PUBLISHED, (lambda: publish_result(code=card.code, days=10, actor=head),)),
    )
    for reached, ways in steps:
        if ORDER.index(reached) <= ORDER.index(state):
            for way in ways:
                way()
    return fresh(card)


def fresh(card: Scorecard) -> Scorecard:
    """The sheet as the database has it now."""
    return Scorecard.objects.select_related("rubric", "front__area", "unit").get(pk=card.pk)
