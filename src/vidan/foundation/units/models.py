"""Units (đơn vị) with dates: one name, even one code, means different units in different years."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UnitKind(models.TextChoices):
    FRONT_COMMITTEE = "front_committee", _("Ủy ban Mặt trận Tổ quốc")
    PEOPLES_COMMITTEE = "peoples_committee", _("Ủy ban nhân dân")
    SPECIALISED_OFFICE = "specialised_office", _("Cơ quan chuyên môn")
    ONE_STOP_COUNTER = "one_stop_counter", _("Bộ phận một cửa")
    MEMBER_ORGANISATION = "member_organisation", _("Tổ chức thành viên")


class Level(models.TextChoices):
    CITY = "city", _("Thành phố")
    DISTRICT = "district", _("Quận")
    WARD = "ward", _("Phường")


class UnitQuerySet(models.QuerySet["Unit"]):
    def valid_on(self, day: date) -> "UnitQuerySet":
        """Units that exist on a day; the last day of validity counts."""
        return self.filter(Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day)))


class Unit(models.Model):
    """A body with the dates between which it exists; its key is the slug, never its name or official code."""

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=UnitKind.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    official_code = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    area = models.ForeignKey("Area", on_delete=models.PROTECT, related_name="units")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    sort_key = models.CharField(max_length=200, db_index=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ("sort_key", "valid_from")

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A territory (quận, phường) with dates, to which Front, People's Committee and counters of that time belong."""

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=10, choices=Level.choices)
    official_code = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    certainty = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("valid_from", "slug")

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One line of an n-to-m succession (kế thừa) of areas: what became what, on which day."""

    predecessor = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="origins")
    on = models.DateField()
    is_default = models.BooleanField(default=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("predecessor", "successor"), name="one_succession_line"),)

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


class Monitoring(models.Model):
    """Which body watches (theo dõi) the transferred cases of which unit, between which dates."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="monitored_by")
    monitor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="monitors")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.monitor_id} ⊙ {self.unit_id}"


class ContactKind(models.TextChoices):
    HOTLINE = "hotline", _("Đường dây nóng")
    BOX = "box", pgettext_lazy("one", "Hộp thư góp ý")
    OFFICE = "office", _("Trụ sở")


class ContactPoint(models.Model):
    """Đầu mối tiếp nhận: a hotline, suggestion box or office of a Front, between two dates."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=10, choices=ContactKind.choices)
    place = models.CharField(max_length=200)
    hours = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.place


class ReceptionDay(models.Model):
    """A day on which a Front receives people (buổi tiếp dân): where, from when to when, and who presides.

    The row is the published schedule. One that is called off stays, with its reason and the day it was moved to;
    `jointly` says that the People's Committee receives too.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reception_days")
    day = models.DateField()
    opens = models.TimeField()
    closes = models.TimeField()
    place = models.CharField(max_length=200)
    host = models.CharField(max_length=120)
    jointly = models.BooleanField(default=False)
    published_on = models.DateField(null=True)
    called_off = models.CharField(max_length=200, blank=True)
    moved_to = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="moved_from")

    class Meta:
        ordering = ("day", "opens")

    def __str__(self) -> str:
        return f"{self.day} {self.place}"


class CounterPoint(models.Model):
    """A counter whose QR code leads to the form with the place already filled in (/q/<code>/)."""

    code = models.SlugField(unique=True, max_length=20)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="counters")
    label = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.code
