"""Opinions (ý kiến) on a draft, where each is anchored in each version, and who agrees with it."""

from django.db import models

from vidan.consultations.kinds import HiddenFor, OpinionSource, OpinionState, Outcome, Stance
from vidan.consultations.models.answer import Point
from vidan.consultations.models.draft import Draft, DraftVersion
from vidan.consultations.models.hearing import Hearing
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import Custodian, SealedText

PREFIX = "YK"


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def visible_to(self, actor: Actor) -> "OpinionQuerySet":
        """The opinions that an actor may know of at the desk: those on drafts of his Front, and those of his own organisation."""
        fronts = models.Q(draft__front_id__in=actor.units_with("consultations.read"))
        return self.filter(fronts | models.Q(unit_id__in=actor.units_with("consultations.opine")))

    def in_custody_of(self, actor: Actor) -> "OpinionQuerySet":
        """The opinions whose names, given in confidence, a custodian may open with her own copy of the key."""
        held = Custodian.objects.filter(keeper__user__code=actor.code, key__unit_id__in=actor.units_with("vault.keep"))
        return self.filter(mode=TellerMode.CONFIDENTIAL, identity__front_key__in=held.values("key_id"))

    def shown(self) -> "OpinionQuerySet":
        """What everybody may read."""
        return self.filter(state=OpinionState.SHOWN)


class Opinion(models.Model):
    """One opinion as it was given, and what everybody may read of it.

    `original` is what was written, sealed; `text` is what is shown, empty until an officer looked at it, and for a signed
    opinion the same. `hidden_words` is why it is not shown, sealed.
    `identity` is what a named or confidential teller said of himself. `version` is the text that was read
    when it was given; `key`, `quote`, `before` and `after` are its place there: no key is the whole draft, no quote the
    whole piece. `here` is the key of its place in the draft's newest text, empty for the whole draft or a lost place;
    `lost` says which. `like` is the opinion of another with which this one goes (ý kiến trùng). `point` is the point of the
    criticism document that it went into. `agrees` counts those who agree with it instead of repeating it. On `erased_on` the
    words, the name and the file went; what was counted stays.
    """

    code = models.SlugField(max_length=40, unique=True)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="opinions")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=OpinionSource.choices)
    mode = models.CharField(max_length=12, choices=TellerMode.choices, default=TellerMode.ANONYMOUS)
    teller_type = models.CharField(max_length=12, choices=TellerType.choices, default=TellerType.PERSON)
    identity = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    original = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    hearing = models.ForeignKey(Hearing, null=True, on_delete=models.PROTECT, related_name="opinions")
    stance = models.CharField(max_length=8, choices=Stance.choices, blank=True)
    topics = models.JSONField(default=list)
    key = models.CharField(max_length=12, blank=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=120, blank=True)
    after = models.CharField(max_length=120, blank=True)
    here = models.CharField(max_length=12, blank=True)
    lost = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=OpinionState.choices, default=OpinionState.WAITING)
    hidden_for = models.CharField(max_length=12, choices=HiddenFor.choices, blank=True)
    hidden_words = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    like = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="likes")
    point = models.ForeignKey(Point, null=True, on_delete=models.SET_NULL, related_name="opinions")
    agrees = models.PositiveIntegerField(default=0)
    given_on = models.DateField()
    given_at = models.DateTimeField()
    entered_by = models.CharField(max_length=20, blank=True)
    moderated_by = models.CharField(max_length=20, blank=True)
    moderated_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
    erased_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("draft", "state", "here"), name="opinion_place"),
            models.Index(fields=("draft", "state", "id"), name="opinion_list"),
            models.Index(fields=("draft", "point", "id"), name="opinion_point"),
        )

    def __str__(self) -> str:
        return self.code

    @staticmethod
    def is_code(code: str) -> bool:
        """Whether a code is that of an opinion."""
        return code.startswith(f"{PREFIX}-")


class Anchoring(models.Model):
    """Where an opinion stands in a later version of the draft, and how sure that is (0 to 1000); never silently.

    `key` is empty where the place is lost. `looked_by` is the officer who looked at one that is not sure, or put it right.
    """

    opinion = models.ForeignKey(Opinion, on_delete=models.CASCADE, related_name="anchorings")
    version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="anchorings")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    key = models.CharField(max_length=12, blank=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=120, blank=True)
    after = models.CharField(max_length=120, blank=True)
    confidence = models.PositiveSmallIntegerField()
    sure = models.BooleanField()
    looked_by = models.CharField(max_length=20, blank=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("opinion", "version"), name="one_anchoring_a_version"),)
        indexes = (models.Index(fields=("version", "sure", "looked_by"), name="anchoring_to_look_at"),)

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.outcome}"


class Agreement(models.Model):
    """Somebody agrees with an opinion (đồng tình): a mark that keeps one browser from agreeing twice, and no more."""

    opinion = models.ForeignKey(Opinion, on_delete=models.CASCADE, related_name="agreements")
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("opinion", "mark"), name="one_agreement_a_browser"),)

    def __str__(self) -> str:
        return f"{self.opinion_id}"
