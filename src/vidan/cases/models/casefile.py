"""The case file (hồ sơ phản ánh, kiến nghị) and what hangs on it.

What the teller wrote and who he is lies in the vault; here are codes, dates, units and the gist an officer wrote.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind, PersonState, Source, State, TransferRole
from vidan.cases.outcomes import Withdrawal
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Official, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.named import name_of
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.foundation.units.selectors import in_place_of, standing
from vidan.foundation.vault.models import Custodian, SealedText


class CaseFileQuerySet(models.QuerySet["CaseFile"]):
    def visible_to(self, actor: Actor) -> "CaseFileQuerySet":
        """The cases an actor may know of: the one copy of the rule, for lists and for a single case (design.md section 5).

        - Officers of a Front see the cases their Front carries, never one about that Front itself.
        - A body sees what was transferred to it, or to a body that it alone succeeded; a body that has ended sees nothing.
          Where it or a counter below it, is itself complained of, only the sign-in of its head does until the person is
          known.
        - The person complained of never sees the case, whatever his role.
        """
        fronts = actor.units_with("cases.read")
        bodies = actor.units_with("cases.read_transferred")
        if actor.user_id is None or not (fronts or bodies):
            return self.none()
        seen = Q(pk__in=())
        if fronts:
            seen |= Q(front_id__in=fronts) & ~Q(subject_unit_id__in=fronts)
        if bodies:
            seen |= Q(pk__in=Transfer.objects.open_to(actor).values("case_id"))
        own_service = Official.objects.filter(user_id=actor.user_id).values("pk")
        return self.filter(seen).filter(Q(official__isnull=True) | ~Q(official_id__in=own_service))

    def kept_from(self, actor: Actor) -> "CaseFileQuerySet":
        """The cases of the actor's Fronts of which he may not know: what visible_to() holds back from him.

        Only a word about his own Front or about himself is; the rest is not walked through, be there a million.
        """
        fronts = actor.units_with("cases.read")
        about_himself = Official.objects.filter(user__code=actor.code).values("pk")
        seen = CaseFile.objects.visible_to(actor).filter(pk=OuterRef("pk"))
        return self.filter(
            Q(subject_unit_id__in=fronts) | Q(official_id__in=about_himself), ~Exists(seen), front_id__in=fronts
        )

    def in_custody_of(self, actor: Actor) -> "CaseFileQuerySet":
        """The cases whose names, given in confidence, a custodian may open (design.md section 5).

        Her own copy of the key opens them; never one about her own Front, nor one about herself.
        """
        fronts = actor.units_with("vault.keep")
        held = Custodian.objects.filter(keeper__user__code=actor.code, key__unit_id__in=fronts)
        own_service = Official.objects.filter(user__code=actor.code).values("pk")
        guarded = Q(teller_mode=TellerMode.CONFIDENTIAL, identity__front_key__in=held.values("key_id"))
        return self.filter(guarded, ~Q(subject_unit_id__in=fronts)).filter(
            Q(official__isnull=True) | ~Q(official_id__in=own_service)
        )


class CaseFile(models.Model):
    """One person's word and the way it goes. `code` is public; a state changes only through a move.

    `procedure` is the code of the published procedure that the teller named (foundation/figures/named.py), empty where none
    is called so.
    """

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=24, choices=Kind.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    version = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=12, choices=Source.choices)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject_unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    counter = models.ForeignKey(CounterPoint, null=True, on_delete=models.PROTECT, related_name="+")
    conduct = models.JSONField(default=list)
    procedure = models.CharField(max_length=24, blank=True)
    happened_on = models.DateField(null=True)
    gist = models.CharField(max_length=160, blank=True)

    teller_mode = models.CharField(max_length=14, choices=TellerMode.choices)
    teller_type = models.CharField(max_length=14, choices=TellerType.choices)
    identity = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    story = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    content_mark = models.CharField(max_length=64)
    names_to_settler = models.BooleanField(default=False)
    people = models.PositiveIntegerField(default=1)

    person_state = models.CharField(max_length=12, choices=PersonState.choices, default=PersonState.UNRESOLVED)
    official = models.ForeignKey(Official, null=True, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    received_at = models.DateTimeField()
    promised_on = models.DateField()
    waits_for_teller = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    rating = models.PositiveSmallIntegerField(null=True)
    erased_on = models.DateField(null=True)
    round = models.PositiveSmallIntegerField(default=1)
    reopened_by_teller = models.BooleanField(default=False)
    explanation = models.ForeignKey("cases.Explanation", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawal = models.CharField(max_length=8, choices=Withdrawal.choices, blank=True)
    is_sample = models.BooleanField(default=False)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("front", "state", "due_on", "id"), name="case_desk"),
            models.Index(fields=("front", "-received_at", "-id"), name="case_newest"),
            models.Index(fields=("subject_unit", "-received_at"), name="case_of_unit"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(teller_mode="anonymous", identity__isnull=True) | ~Q(teller_mode="anonymous"),
                name="nobody_knows_the_anonymous",
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def procedure_name(self) -> str:
        """What the procedure is called of which the word tells; empty where it is of none that is published."""
        return name_of(self.procedure) if self.procedure else ""

    @property
    def is_own(self) -> bool:
        """Whether the Front itself speaks (kiến nghị của Mặt trận), so that nobody must be protected or told."""
        return self.source == Source.FRONT


class CaseNumber(models.Model):
    """The last number taken of a prefix in a year; the next is taken in one statement so that no two cases share a code."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("prefix", "year"), name="one_row_a_prefix_and_year"),)

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}"


class TransferQuerySet(models.QuerySet["Transfer"]):
    def open_to(self, actor: Actor) -> "TransferQuerySet":
        """Transfers to a body in which the actor may read, or to its predecessor, as far as the conflict guard lets him."""
        today = clock.today()
        bodies = in_place_of(actor.units_with("cases.read_transferred"), today)
        heads = in_place_of((held.unit_id for held in actor.held if held.role == Role.COMMITTEE_HEAD), today)
        guarded = Q(about_recipient=True) & Q(case__person_state=PersonState.UNRESOLVED)
        return self.held_in(bodies).filter(~guarded | held_in(heads), sent_on__isnull=False)

    def held_in(self, units: frozenset[int]) -> "TransferQuerySet":
        """Transfers to one of the units, or passed to it when the body that received them had ended."""
        return self.filter(held_in(units))


def held_in(units: frozenset[int]) -> Q:
    """The condition of TransferQuerySet.held_in()."""
    return Q(passed_to__isnull=True, recipient_id__in=units) | Q(passed_to_id__in=units)


class Transfer(models.Model):
    """The sending (chuyển) of the prepared copy to one body, which answers by its own clock."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="transfers")
    recipient = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    passed_to = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=TransferRole.choices)
    round = models.PositiveSmallIntegerField(default=1)
    about_recipient = models.BooleanField(
        default=False, help_text=_("Nơi nhận chính là nơi bị phản ánh, hoặc là cấp trên trực tiếp của quầy bị phản ánh")
    )
    identity_shared = models.BooleanField(default=False)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)
    clock = models.OneToOneField(Clock, null=True, on_delete=models.PROTECT, related_name="+")

    answer = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=20, blank=True)
    answer_paper = models.OneToOneField(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")

    objects = TransferQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "recipient", "role", "round"), name="one_transfer_to_a_body_a_round"
            ),
        )
        ordering = ("-role", "pk")  # the body that settles first

    def __str__(self) -> str:
        return f"{self.case_id} → {self.recipient_id}"

    @property
    def body(self) -> Unit:
        """Who answers today: the recipient or its successor; letters go there, figures stay with the recipient."""
        return standing(self.held_by, clock.today()) or self.recipient

    @property
    def held_by(self) -> int:
        """The recipient, or whom the Front named where several succeeded it; who stands in its place answers."""
        return self.passed_to_id or self.recipient_id


class Urging(models.Model):
    """One urging (đôn đốc) of a body that is late; its letter is numbered when the head approves it."""

    transfer = models.ForeignKey(Transfer, on_delete=models.PROTECT, related_name="urgings")
    number = models.PositiveSmallIntegerField()
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("transfer", "number"), name="one_urging_a_number"),)
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.transfer_id} #{self.number}"
