"""An inspection (kiểm tra) or supervision (giám sát) of one unit, its delegation, and what was seen."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Unit
from vidan.oversight.inspection_kinds import Form, InspectionKind, InspectionState, MemberRole, Seen, Way
from vidan.oversight.inspection_moves import ANSWER, LOOK, READ, RUN


def in_delegation(actor: Actor) -> Q:
    """What says of an inspection that the actor goes along by his sign-in, and does not answer for the unit."""
    if actor.user_id is None or not actor.may(LOOK):
        return Q(pk__in=())
    named = Delegate.objects.filter(inspection=OuterRef("pk"), user_id=actor.user_id)
    return Q(Exists(named)) & ~Q(body_id__in=actor.units_with(ANSWER))


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def visible_to(self, actor: Actor) -> "InspectionQuerySet":
        """The inspections and supervisions an actor may know of at the desk: the one copy of the rule.

        - The Front that holds one sees it from the proposal on.
        - The unit sees it once something was sent to it: the notice, or the draft conclusion of a form without a visit.
        - What is published is everybody's, by its public page.
        """
        seen = Q(front_id__in=actor.units_with(READ))
        if answers := actor.units_with(ANSWER):
            seen |= Q(body_id__in=answers, told_on__isnull=False)
        return self.filter(seen)

    def looked_at_by(self, actor: Actor) -> "InspectionQuerySet":
        """Those whose checklist an actor may fill: his Front's, and those in whose delegation he is.

        Who answers for the inspected unit never does, also when he came to it after he was named.
        """
        may = Q(front_id__in=actor.units_with(LOOK) & actor.units_with(RUN))
        may |= in_delegation(actor)
        return self.filter(may)

    def public(self) -> "InspectionQuerySet":
        """What everybody may read: supervisions whose result the head has published."""
        return self.filter(published_on__isnull=False, kind=InspectionKind.SUPERVISION)


class Inspection(models.Model):
    """One inspection of a member organisation or a Front below, or one supervision of a state body, by a Front.

    `year` is the programme it belongs to, `planned_on` about when; `grounds` why (a petition received, press reports), with
    `case_codes` as plain codes. `told_on` is the day on which the unit first heard of it; before, nobody of the unit sees it.
    `consent` names the unit's paper that agrees to a day nearer than the law's fifteen. `explain_by` is the last day for the
    explanation, which the Front's letter sets. `next_on` is the day by which somebody must do something, for the desk's day.
    What the unit said (report, explanation, asking to reconsider, answers) tells by its paper whether the Front recorded it
    (ghi nhận hộ). A state changes only through a move. From `erased_on` on what was written at the unit and by it is gone
    (services/erase_inspection.py).
    """

    code = models.SlugField(max_length=20, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=InspectionKind.choices)
    form = models.CharField(max_length=12, choices=Form.choices, default=Form.DELEGATION)
    year = models.PositiveSmallIntegerField()
    planned_on = models.DateField()
    title = models.CharField(max_length=300)
    topic = models.CharField(max_length=40, blank=True)
    purpose = models.TextField()
    content = models.TextField()
    conditions = models.TextField(blank=True)
    grounds = models.TextField(blank=True)
    case_codes = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=InspectionState.choices, default=InspectionState.PROPOSED)
    next_on = models.DateField(null=True)
    proposed_on = models.DateField()
    approved_on = models.DateField(null=True)
    visit_on = models.DateField(null=True)
    visit_at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    consent = models.CharField(max_length=200, blank=True)
    decision = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    notice = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField(null=True)
    postponed_for = models.TextField(blank=True)
    unit_report = models.TextField(blank=True)
    unit_report_on = models.DateField(null=True)
    unit_report_paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    report = models.TextField(blank=True)
    reported_on = models.DateField(null=True)
    conclusion = models.TextField(blank=True)
    draft_letter = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    draft_sent_on = models.DateField(null=True)
    explain_by = models.DateField(null=True)
    explanation = models.TextField(blank=True)
    explained_on = models.DateField(null=True)
    explanation_paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    conclusion_paper = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    concluded_on = models.DateField(null=True)
    reconsider = models.TextField(blank=True)
    reconsider_on = models.DateField(null=True)
    reconsider_paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    reconsider_answer = models.TextField(blank=True)
    reconsider_answered_on = models.DateField(null=True)
    summary = models.TextField(blank=True)
    published_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    stopped_for = models.TextField(blank=True)
    erased_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()
    is_sample = models.BooleanField(default=False)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ("-year", "-pk")
        indexes = (
            models.Index(fields=("front", "state", "next_on"), name="inspection_next"),
            models.Index(fields=("body", "told_on"), name="inspection_of_body"),
            models.Index(F("published_on").desc(), name="inspection_public", condition=Q(published_on__isnull=False)),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def way(self) -> Way:
        """What the table of moves calls it."""
        if self.kind == InspectionKind.INSPECTION:
            return Way.INSPECTION
        return Way.SUPERVISION if self.form == Form.DELEGATION else Way(self.form)


class Delegate(models.Model):
    """Thành viên đoàn: who goes, from which unit, with which task (phân công).

    Whoever has a sign-in (`user`) fills the checklist by being in the delegation; for the others the secretary writes.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="delegates")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=10, choices=MemberRole.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    task = models.CharField(max_length=300, blank=True)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("inspection", "role"),
                condition=Q(role__in=("leader", "secretary")),
                name="one_leader_one_secretary",
            ),
            models.UniqueConstraint(fields=("inspection", "user"), name="one_place_a_sign_in"),
        )

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.role}"


class Finding(models.Model):
    """Điều thấy được at one item of the checklist; `version` tells two people at one item apart. Its evidence are files."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    item = models.CharField(max_length=14)
    seen = models.CharField(max_length=10, choices=Seen.choices)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("inspection", "item"), name="one_seen_an_item"),)

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.item}"
