"""Sample work: about three thousand cases over 2018-2020, carried through the same services as real ones, day after day."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from time import sleep
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.cases.kinds import PersonState, Source, State, TransferRole
from vidan.cases.models import BoxOpening, CaseFile
from vidan.cases.models.sources import CallEnd, LetterRefused
from vidan.cases.services.answer import AnswerPaper, answer, record_answer
from vidan.cases.services.ask import ask
from vidan.cases.services.classify import Classification, classify
from vidan.cases.services.close import close
from vidan.cases.services.correspond import write_to_front
from vidan.cases.services.enter import BY_STAFF, enter
from vidan.cases.services.inform import inform
from vidan.cases.services.log_call import Caller, log_call
from vidan.cases.services.open_box import open_box, refuse_letter
from vidan.cases.services.petition import conclude
from vidan.cases.services.prepare import check, prepare
from vidan.cases.services.rate import rate
from vidan.cases.services.read_original import read_original
from vidan.cases.services.receive import Word, receive
from vidan.cases.services.step import Refused
from vidan.cases.services.transfer import submit, transfer
from vidan.cases.services.urge import sign_urging, urge
from vidan.cases.services.withdraw import record_withdrawal, withdraw
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import Official, User
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import is_working
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.jobs.progress import report
from vidan.foundation.notices.models import Notice
from vidan.foundation.receipts.services import issue
from vidan.foundation.units.models import ContactKind, ContactPoint, Unit, UnitKind
from vidan.site.sample import CASES, NAME, handling
from vidan.site.sample.beside import make_beside
from vidan.site.sample.desk import make_desk
from vidan.site.sample.people import address
from vidan.site.sample.published import tell_everybody
from vidan.site.sample.quality import make_quality_round
from vidan.site.sample.routing import after_classifying, detour, go_on_unanswered, petition_for, plan_ward
from vidan.site.sample.sources import plan_sources, reception_days
from vidan.site.sample.story import Story
from vidan.site.sample.trust import make_trust
from vidan.site.sample.wording import question, tell

FIRST = date(2018, 3, 5)
SEED = 308
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SETTLE, MONITOR = TransferRole.SETTLE, TransferRole.MONITOR
IN_VAIN = 27
"""Working days after the transfer from which a petition to the superior is tried."""

STEPS, BREATH = 40, 0.11
"""After so many steps others may write: who waits for SQLite's lock looks for it every tenth of a second at the latest."""


Step = Callable[[Story], None]


@dataclass
class Work:
    """The days of the sample Front: what is to happen when, in the order of time."""

    last: datetime
    total: int
    draw: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311 - made up, not secret
    queue: list[tuple[datetime, int, Step, Story]] = field(default_factory=list)
    order: "count[int]" = field(default_factory=count)
    done: int = 0
    people: dict[str, Actor] = field(default_factory=dict)

    def run(self) -> int:
        """Let everything happen up to the last moment; returns the number of cases, split off ones and the ward's included."""
        self.carry()
        make_beside(last=self.last, actor=self.actor)
        Notice.objects.filter(read_at__isnull=True, made_at__lt=self.last - timedelta(days=6)).update(read_at=self.last)
        report(NAME, done=self.total, total=self.total)
        return self.done

    def carry(self) -> None:
        """Let the cases come in and be carried, and their answers be read; nothing of what stands beside them."""
        front = Unit.objects.get(slug=settings.FRONT)
        units = served_units(front)
        held = reception_days(front, FIRST, self.last.date(), self.total)
        petitions = self.total // 100
        for moment in moments(self.draw, self.total - len(held) - petitions, self.last):
            draw = random.Random(self.draw.getrandbits(64))  # noqa: S311 - the same
            unit = draw.choice(units)
            self.plan(moment, self.receive, Story(tell(draw, unit, moment.date()), unit, draw))
        plan_ward(self, units)
        plan_sources(self, front, units, held, petitions)
        while self.queue:
            moment, number, step, story = heapq.heappop(self.queue)
            with clock.at(moment), transaction.atomic():
                step(story)
            if number % STEPS == 0:
                sleep(BREATH)
        with clock.at(self.last):
            readers = self.actor("can-bo-quan"), self.actor("can-bo-quan-2")
            make_quality_round(last=self.last.date(), draw=self.draw, readers=readers, head=self.actor("lanh-dao"))

    def plan(self, moment: datetime, step: Step, story: Story) -> None:
        """Let a step happen at a moment, unless it lies behind the sample's today."""
        if moment <= self.last:
            heapq.heappush(self.queue, (moment, next(self.order), step, story))

    def after(self, days: int, step: Step, story: Story, *, hour: int = 9) -> None:
        """Plan a step so many working days from now."""
        day = clock.today()
        while days > 0:
            day += timedelta(days=1)
            days -= is_working(day)
        at = datetime.combine(day, time(hour, story.draw.randint(0, 59)), tzinfo=ZONE)
        self.plan(max(at, clock.now() + timedelta(minutes=20)), step, story)

    def actor(self, local: str) -> Actor:
        """One of the cast, with the roles of the day."""
        if local not in self.people:
            self.people[local] = actor_of(User.objects.get(email=address(local)))
        return self.people[local]

    def receive(self, story: Story) -> None:
        """The word comes in, and what will follow is planned."""
        told, draw = story.told, story.draw
        with_counter = story.unit.kind == UnitKind.ONE_STOP_COUNTER and draw.random() < 0.3
        point = story.unit.counters.first() if with_counter else None
        by_staff = draw.choice(BY_STAFF) if point is None and draw.random() < 0.3 else None
        word = Word(
            kind=told.kind,
            source=by_staff or (Source.COUNTER if point else Source.WEB),
            mode=told.mode,
            story=told.story,
            front=Unit.objects.get(slug=settings.FRONT),
            subject_unit=story.unit,
            counter=point,
            conduct=told.conduct,
            happened_on=told.happened_on,
            identity=told.identity,
            names_to_settler=told.mode == TellerMode.NAMED and draw.random() < 0.4,
            is_sample=True,
        )
        if by_staff:
            story.code = self.enter(word, story)
        else:
            story.code = receive(word=word).code
            issue(subject=story.code, secret=draw.randbytes(16))
        self.after(draw.choice((0, 1, 1, 2, 3)), self.classify, story)
        if draw.random() < 0.02:
            self.after(draw.randint(1, 12), self.withdraw, story)
        self.done += 1
        if self.done % 20 == 0:
            report(NAME, done=min(self.done, self.total), total=self.total + 1)

    def enter(self, word: Word, story: Story) -> str:
        """An officer enters what came by telephone, in person or on paper; the code of the case."""
        officer, draw = self.actor("can-bo-quan-2"), story.draw
        call = opening = None
        if word.source == Source.HOTLINE:
            caller = Caller(story.told.identity.name, story.told.identity.phone) if story.told.identity else Caller()
            gist = story.told.gist
            call = log_call(front=word.front, gist=gist, wish="", caller=caller, actor=officer, is_sample=True)
            if draw.random() < 0.3:
                ended = draw.choice((CallEnd.GUIDED, CallEnd.ELSEWHERE, CallEnd.WRONG_NUMBER))
                gist = "Hỏi giờ tiếp dân" if ended != CallEnd.WRONG_NUMBER else "Gọi nhầm số"
                log_call(
                    front=word.front, gist=gist, wish="", caller=Caller(), actor=officer, ended=ended, is_sample=True
                )
        if word.source == Source.BOX:
            opening = self.open_box(word.front, draw)
        case, _ruling = enter(
            word=word,
            signed=word.mode != TellerMode.ANONYMOUS,
            secret=draw.randbytes(16),
            actor=officer,
            call=call,
            opening=opening,
            letter=1,
        )
        return case.code

    def open_box(self, front: Unit, draw: random.Random) -> BoxOpening:
        """A box is opened; the first letter becomes a case, the others have a ground."""
        officer = self.actor("can-bo-quan-2")
        opening = open_box(
            box=ContactPoint.objects.select_related("unit__area", "unit__parent").get(unit=front, kind=ContactKind.BOX),
            opened_at=clock.now() - timedelta(minutes=30),
            witnesses="Đại diện Ban công tác Mặt trận khu phố (mẫu)",
            letters=draw.randint(1, 3),
            remark="",
            actor=officer,
            is_sample=True,
        )
        for number in range(2, opening.letters + 1):
            refuse_letter(opening=opening, number=number, ground=draw.choice(list(LetterRefused)), actor=officer)
        return opening

    def classify(self, story: Story) -> None:
        """An officer reads and classifies; now and then something is asked of the teller."""
        officer = self.actor("can-bo-quan")
        if not self.still(story, State.RECEIVED) or detour(self, story):
            return
        read_original(code=story.code, actor=officer)
        about_nobody = story.draw.random() < 0.6
        official = None if about_nobody else Official.objects.filter(unit=story.unit, user=None).first()
        known = PersonState.RESOLVED if official else PersonState.UNRESOLVED
        found = Classification(
            kind=story.told.kind,
            subject_unit=story.unit,
            conduct=story.told.conduct,
            gist=story.told.gist,
            person_state=PersonState.NOBODY if about_nobody else known,
            official=official,
        )
        classify(code=story.code, found=found, actor=officer)
        if story.draw.random() < 0.08:
            asked, replied = question(story.draw)
            ask(code=story.code, text=asked, actor=officer)
            self.after(11, go_on_unanswered, story, hour=6)
            if story.draw.random() < 0.7:
                self.after(1, lambda one: self.reply(one, replied), story, hour=20)
        after_classifying(self, story)
        self.after(story.draw.choice((0, 0, 1)), self.prepare, story, hour=10)

    def reply(self, story: Story, text: str) -> None:
        """The teller writes back."""
        case = CaseFile.objects.select_related("front").get(code=story.code)
        if case.state not in (State.CLOSED, State.WITHDRAWN):
            write_to_front(case=case, text=text)

    def prepare(self, story: Story) -> None:
        """The copy is written beside the original."""
        if self.still(story, State.CLASSIFIED):
            prepare(code=story.code, text=story.told.copy, actor=self.actor("can-bo-quan"))
            self.after(story.draw.choice((0, 0, 1)), self.check, story, hour=14)

    def check(self, story: Story) -> None:
        """A second officer compares and confirms, and the letters go to the head."""
        second = self.actor("can-bo-quan-2")
        if self.still(story, State.PREPARED):
            read_original(code=story.code, actor=second)
            check(code=story.code, actor=second)
            submit(code=story.code, actor=second)
            self.after(story.draw.choice((0, 1, 1)), self.transfer, story, hour=15)

    def transfer(self, story: Story) -> None:
        """The head approves; each body gets the time it takes."""
        if not self.still(story, State.SUBMITTED):
            return
        transfer(code=story.code, actor=self.actor("lanh-dao"))
        draw = story.draw
        slow = draw.random()
        takes = draw.randint(28, 60) if slow < 0.04 else draw.randint(17, 26) if slow < 0.18 else draw.randint(5, 15)
        self.after(takes, self.answer, story, hour=16)
        self.after(draw.randint(8, 18), self.remark, story, hour=11)
        for late in (16, 27, 40):
            if takes > late:
                self.after(late, self.urge, story, hour=8)
        if takes > IN_VAIN:
            self.after(IN_VAIN, lambda one: petition_for(self, one), story, hour=9)

    def urge(self, story: Story) -> None:
        """Who is late is reminded by a numbered letter."""
        if self.still(story, State.TRANSFERRED):
            try:
                urge(code=story.code, actor=self.actor("can-bo-quan"))
            except Refused:  # the answer came in the meantime
                return
            sign_urging(code=story.code, actor=self.actor("lanh-dao"))

    def answer(self, story: Story) -> None:
        """The body that settles answers: the An Phú ward at its desk, the others on stamped paper."""
        if not self.still(story, State.TRANSFERRED):
            return
        text = story.told.answer
        if story.unit.slug.endswith("a-an-phu"):
            answer(code=story.code, role=SETTLE, text=text, actor=self.actor("chu-tich-ubnd"))
        else:
            number = f"{story.draw.randint(40, 900)}/UBND"
            paper = AnswerPaper(number, clock.today(), clock.today())
            record_answer(code=story.code, role=SETTLE, text=text, paper=paper, actor=self.actor("can-bo-quan"))
        self.after(story.draw.choice((1, 1, 2, 3)), self.inform, story, hour=9)

    def remark(self, story: Story) -> None:
        """The home-affairs office writes what it thinks of it."""
        if not self.still(story, State.TRANSFERRED, State.ANSWERED, State.INFORMED):
            return
        case = CaseFile.objects.get(code=story.code)
        owing = case.transfers.filter(role=MONITOR, answered_on__isnull=True).select_related("recipient").first()
        if owing is None:
            return
        if owing.recipient.slug == "phong-noi-vu-a-quan-2":
            answer(code=story.code, role=MONITOR, text=story.told.remark, actor=self.actor("theo-doi"))
        else:
            paper = AnswerPaper(f"{story.draw.randint(100, 4000)}/SNV-CCHC", clock.today(), clock.today())
            officer = self.actor("can-bo-quan")
            record_answer(code=story.code, role=MONITOR, text=story.told.remark, paper=paper, actor=officer)

    def inform(self, story: Story) -> None:
        """The teller is told; many say what they think of it. The Front's own petition is concluded instead."""
        if self.still(story, State.ANSWERED) and CaseFile.objects.filter(code=story.code, source=Source.FRONT).exists():
            conclude(code=story.code, actor=self.actor("can-bo-quan"))
            return
        if self.still(story, State.ANSWERED):
            inform(code=story.code, text=story.told.inform, actor=self.actor("can-bo-quan"))
            if story.draw.random() < 0.4:
                self.after(story.draw.randint(1, 5), self.rate, story, hour=19)
            closes = story.draw.randint(6, 12)
            if not handling.begin(self, story):
                self.after(closes, self.close, story, hour=16)

    def rate(self, story: Story) -> None:
        """The teller rates the answer."""
        case = CaseFile.objects.select_related("front", "subject_unit").get(code=story.code)
        score = story.draw.choice((1, 2, 3, 3, 4, 4, 4, 5, 5))
        if case.rating is None and case.state in (State.INFORMED, State.CLOSED):
            rate(case=case, score=score)

    def close(self, story: Story) -> None:
        """The officer closes the case."""
        if self.still(story, State.INFORMED):
            close(code=story.code, actor=self.actor("can-bo-quan"))
            handling.come_back(self, story)
            self.after(story.draw.randint(2, 9), self.tell_everybody, story, hour=10)

    def tell_everybody(self, story: Story) -> None:
        """Some of what is done is told on the public page."""
        people = {"officer": self.actor("can-bo-quan-2"), "head": self.actor("lanh-dao")}
        if story.draw.random() < 0.4:
            tell_everybody(code=story.code, draw=story.draw, **people)

    def withdraw(self, story: Story) -> None:
        """The teller takes the word back; who gave a name signs a paper for it."""
        try:
            if story.told.mode == TellerMode.NAMED:
                paper = AnswerPaper("", clock.today(), clock.today())
                record_withdrawal(code=story.code, paper=paper, actor=self.actor("can-bo-quan"))
            else:
                withdraw(code=story.code)
        except Refused:  # the answer was told already
            return

    def still(self, story: Story, *states: State) -> bool:
        """Whether the case is still where the step expects it."""
        return CaseFile.objects.filter(code=story.code, state__in=states).exists()


def make_work(total: int = CASES) -> int:
    """Make the sample cases up to the sample's today; returns how many."""
    last = datetime.combine(settings.DEMO_TODAY, time(7, 30), tzinfo=ZONE)
    done = Work(last=last, total=total).run()
    with clock.at(last):
        make_desk()
    make_trust(last)
    return done


def moments(draw: random.Random, total: int, last: datetime) -> list[datetime]:
    """When the words come in: any day, mostly in the day and the evening, a little more each year."""
    span = (last.date() - FIRST).days
    days = sorted(FIRST + timedelta(days=int(span * draw.random() ** 0.85)) for _ in range(total))
    return [datetime.combine(day, time(draw.randint(6, 21), draw.randint(0, 59)), tzinfo=ZONE) for day in days]


def served_units(front: Unit) -> list[Unit]:
    """Counters, committees and offices of the district, counters most often, since that is where people are served."""
    kinds = (UnitKind.ONE_STOP_COUNTER, UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE)
    rows = Unit.objects.filter(kind__in=kinds, valid_from__lte=FIRST, valid_to__gte=settings.DEMO_TODAY)
    units = [
        unit
        for unit in rows.select_related("area", "parent__parent").order_by("slug")
        if unit.area_id == front.area_id or unit.area.parent_id == front.area_id
    ]
    return [unit for unit in units for _ in range(5 if unit.kind == UnitKind.ONE_STOP_COUNTER else 1)]
