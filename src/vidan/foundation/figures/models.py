"""Dated facts, their sums by month, and counters of how many stand where now."""

from django.db import models


class Fact(models.Model):
    """One dated fact of a figure, +1, -1 or how many people; never changed, so that "as of" a day can be counted again.

    `summed` marks what its month's sum holds already.
    """

    name = models.CharField(max_length=40)
    on = models.DateField()
    front_id = models.BigIntegerField()
    unit_id = models.BigIntegerField(null=True)
    mark = models.CharField(max_length=24, blank=True)
    amount = models.IntegerField(default=1)
    summed = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("name", "on"), include=("front_id", "unit_id", "mark", "amount"), name="fact_name_on"),
            models.Index(fields=("name", "on"), condition=models.Q(summed=False), name="fact_not_summed"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.on}"


class MonthSum(models.Model):
    """What the facts of one month come to, so that a year is read without reading each of its facts. Unit 0 is no unit."""

    name = models.CharField(max_length=40)
    month = models.DateField()
    front_id = models.BigIntegerField()
    unit_id = models.BigIntegerField(default=0)
    mark = models.CharField(max_length=24, blank=True)
    amount = models.IntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("name", "month", "front_id", "unit_id", "mark"), name="one_sum_a_month"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.month} {self.amount}"


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
