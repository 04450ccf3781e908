"""Dated facts, and counters of how many stand where now."""

from django.db import models


class Fact(models.Model):
    """One dated fact of a figure, +1 or -1; never changed, so that "as of" a day can be counted again."""

    name = models.CharField(max_length=40)
    on = models.DateField()
    front_id = models.BigIntegerField()
    unit_id = models.BigIntegerField(null=True)
    mark = models.CharField(max_length=24, blank=True)
    amount = models.SmallIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=("name", "on"), include=("front_id", "unit_id", "mark", "amount"), name="fact_name_on"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.on}"


class Counter(models.Model):
    """How many stand in one place now; changed in the transaction of the move, recounted by a test."""

    name = models.CharField(max_length=40)
    unit_id = models.BigIntegerField()
    mark = models.CharField(max_length=24)
    standing = models.IntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "unit_id", "mark"), name="one_counter_a_place"),)

    def __str__(self) -> str:
        return f"{self.name} {self.mark} {self.standing}"
