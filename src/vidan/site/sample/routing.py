"""Sample words that leave the usual way: refused, guided, merged, split, handed between Fronts, or urged in vain."""

import random
from datetime import timedelta
from typing import TYPE_CHECKING

from vidan.cases.grounds import all_grounds
from vidan.cases.kinds import Kind, Source, State
from vidan.cases.models import CaseFile
from vidan.cases.services.ask import end_unanswered
from vidan.cases.services.guide import guide, sign_guidance
from vidan.cases.services.hand import hand_back, take_over
from vidan.cases.services.hand_down import hand_down
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.link import link, linked
from vidan.cases.services.merge import merge
from vidan.cases.services.petition_superior import petition_superior, sign_petition_superior
from vidan.cases.services.read_original import read_original
from vidan.cases.services.receive import Word, receive
from vidan.cases.services.refuse import refuse
from vidan.cases.services.split import Part, split
from vidan.cases.services.step import Refused
from vidan.domain.petitions import grounds_for
from vidan.foundation.calendar import clock
from vidan.foundation.receipts.services import issue
from vidan.foundation.units.models import Unit
from vidan.site.sample.story import Story
from vidan.site.sample.wording import tell

if TYPE_CHECKING:
    from vidan.site.sample.work import Work

OFFICER, HEAD, WARD_OFFICER = "can-bo-quan", "lanh-dao", "can-bo-phuong"
WARD, PLACE = "mttq-a-an-phu", "a-an-phu"

GUIDED = (
    ("Bảo hiểm xã hội Quận 2", "Ông/bà mang thẻ bảo hiểm và giấy tờ tùy thân đến bộ phận tiếp nhận của cơ quan này."),
    ("Văn phòng đăng ký đất đai Quận 2", "Ông/bà nộp đơn đề nghị tại quầy tiếp nhận và giữ giấy hẹn."),
    ("Tòa án nhân dân Quận 2", "Tranh chấp giữa hai gia đình do Tòa án giải quyết; ông/bà làm đơn khởi kiện theo mẫu."),
)
GROUNDS = ("no_content", "repeated")


def detour(work: "Work", story: Story) -> bool:
    """Let a word leave the usual way now and then, before it is classified; whether it did."""
    chance = story.draw.random()
    if chance < 0.02:
        return _refuse(work, story)
    if chance < 0.04:
        read_original(code=story.code, actor=work.actor(OFFICER))
        body, way = story.draw.choice(GUIDED)
        guide(code=story.code, body=body, way=way, actor=work.actor(OFFICER))
        work.after(1, lambda one: _sign_guidance(work, one), story, hour=15)
        return True
    if chance < 0.06:
        return _merge(work, story)
    if chance < 0.1 and story.unit.slug.endswith(PLACE):
        hand_down(code=story.code, to=WARD, reason="Việc xảy ra tại phường.", actor=work.actor(OFFICER))
        work.after(story.draw.choice((1, 2)), lambda one: _give_back(work, one), story, hour=10)
        return True
    return False


def after_classifying(work: "Work", story: Story) -> None:
    """A part is split off now and then, and a word is linked with the one before about the same unit."""
    chance = story.draw.random()
    if chance < 0.01:
        part = Part("Ngoài việc trên, mong phường đặt thêm ghế chờ cho người già.", Kind.SUGGESTION, story.unit)
        new = split(code=story.code, part=part, secret=story.draw.randbytes(16), actor=work.actor(OFFICER))
        work.done += 1
        told = Story(story.told, story.unit, story.draw, new.code)
        work.after(1, work.classify, told, hour=11)
    elif chance < 0.03:
        other = _before(story)
        if other is not None and not linked(CaseFile.objects.get(code=story.code), other):
            link(code=story.code, other=other.code, actor=work.actor(OFFICER))


def petition_for(work: "Work", story: Story) -> None:
    """Who is very late though urged is reported to the committee above."""
    try:
        petition_superior(code=story.code, actor=work.actor(OFFICER))
    except Refused:  # the answer came in the meantime
        return
    sign_petition_superior(code=story.code, actor=work.actor(HEAD))


def go_on_unanswered(_story: Story) -> None:
    """Nobody answered the Front's question; the terms go on."""
    end_unanswered()


def plan_ward(work: "Work", units: list[Unit]) -> None:
    """Two words that the ward's Front hands up in the last days."""
    ward = next(unit for unit in units if unit.slug.endswith(PLACE))
    for days in (1, 3):
        moment, draw = work.last - timedelta(days=days), random.Random(days)  # noqa: S311 - the same
        story = Story(tell(draw, ward, moment.date()), ward, draw)
        work.plan(moment, lambda one: waiting_from_the_ward(work, one), story)


def waiting_from_the_ward(work: "Work", story: Story) -> None:
    """The ward's Front hands up a word of its own; the district finds it waiting."""
    told = story.told
    word = Word(
        kind=told.kind,
        source=Source.WEB,
        mode=told.mode,
        story=told.story,
        front=Unit.objects.get(slug=WARD),
        subject_unit=story.unit,
        conduct=told.conduct,
        happened_on=told.happened_on,
        identity=told.identity,
        is_sample=True,
    )
    case = receive(word=word)
    issue(subject=case.code, secret=story.draw.randbytes(16))
    work.done += 1
    reason = "Việc liên quan đến nhiều phường, đề nghị Mặt trận quận xem xét."
    hand_up(code=case.code, reason=reason, actor=work.actor(WARD_OFFICER))


def _refuse(work: "Work", story: Story) -> bool:
    case = CaseFile.objects.get(code=story.code)
    lawful = [ground.code for ground in grounds_for(all_grounds(), case.kind, clock.today()) if ground.code in GROUNDS]
    if not lawful:
        return False
    read_original(code=story.code, actor=work.actor(OFFICER))
    refuse(code=story.code, ground=story.draw.choice(lawful), actor=work.actor(OFFICER))
    return True


def _sign_guidance(work: "Work", story: Story) -> None:
    if work.still(story, State.GUIDING):
        sign_guidance(code=story.code, actor=work.actor(HEAD))


def _merge(work: "Work", story: Story) -> bool:
    other = _before(story, State.CLASSIFIED, State.PREPARED, State.CHECKED, State.SUBMITTED, State.TRANSFERRED)
    if other is None:
        return False
    merge(code=story.code, into=other.code, actor=work.actor(OFFICER))
    return True


def _give_back(work: "Work", story: Story) -> None:
    """The ward gives back what concerns others too; now and then it takes the word and hands it up by itself."""
    if not work.still(story, State.OFFERED):
        return
    ward = work.actor(WARD_OFFICER)
    if story.draw.random() < 0.5:
        hand_back(code=story.code, reason="Việc liên quan cả quầy của quận.", actor=ward)
    else:
        take_over(code=story.code, actor=ward)
        hand_up(code=story.code, reason="Người bị phản ánh là lãnh đạo phường.", actor=ward)
        take_over(code=story.code, actor=work.actor(OFFICER))
    work.after(1, work.classify, story)


def _before(story: Story, *states: State) -> CaseFile | None:
    rows = CaseFile.objects.filter(subject_unit=story.unit, front__slug="mttq-a-quan-2").exclude(code=story.code)
    rows = rows.exclude(source=Source.FRONT)
    if states:
        rows = rows.filter(state__in=states)
    return rows.order_by("-pk").first()
