"""Replies (phiếu trả lời): how they wait sealed, what is kept of them, and their counts.

Nothing here says who replied or, more finely than the day, when. Keys are random, so that their order says nothing.
"""

from django.db import models

from vidan.surveys.kinds import Way
from vidan.surveys.models.round import Stratum, SurveyRound


class SealedReply(models.Model):
    """A reply that was taken and waits for the worker, sealed under the server's key or, by a device, to the round's.

    The worker moves what waits in shuffled batches and purges the rows. There is no time in it; `key` is random.
    """

    key = models.CharField(max_length=32, primary_key=True)
    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="+")
    by_device = models.BooleanField(default=False)
    body = models.BinaryField()

    def __str__(self) -> str:
        return self.key


class TakenMark(models.Model):
    """That a reply with this mark was taken, so that sending it again takes nothing; it names neither the reply nor a time.

    The mark is an HMAC of what the form or device gave the reply; it goes when the round is published.
    """

    mark = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return self.mark[:8]


class Reply(models.Model):
    """One reply as it is kept: the day, the way, the closed answers by the codes of questions, and two marks.

    `too_fast` says that it was filled in faster than anybody reads; `repeated` that the device had replied before. Both are
    counted apart. What was written in words is in ReplyText.
    """

    key = models.CharField(max_length=32, primary_key=True)
    stratum = models.ForeignKey(Stratum, on_delete=models.PROTECT, related_name="replies")
    on = models.DateField()
    way = models.CharField(max_length=12, choices=Way.choices)
    answers = models.JSONField()
    too_fast = models.BooleanField(default=False)
    repeated = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.key


class ReplyText(models.Model):
    """What a reply says in words to one question, sealed; `shown` is what an officer made of it for others to read.

    It does not name its reply: only the round, the stratum and the question are known.
    """

    key = models.CharField(max_length=32, primary_key=True)
    stratum = models.ForeignKey(Stratum, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    body = models.BinaryField()
    shown = models.TextField(blank=True)
    withheld = models.BooleanField(default=False)
    read_by = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return self.key


class Tally(models.Model):
    """How many replies of a stratum and month gave one answer; changed in the transaction that stores a batch.

    `item` is the code of a question, or `question.row` in a matrix; `value` the code of a choice, "1" to "5" on a scale, ""
    for no answer. The row with item "" counts the replies themselves. `marked` holds apart what was too fast or repeated.
    """

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="+")
    stratum = models.ForeignKey(Stratum, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    way = models.CharField(max_length=12, choices=Way.choices)
    marked = models.BooleanField(default=False)
    item = models.CharField(max_length=81, blank=True)
    value = models.CharField(max_length=40, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("round", "stratum", "month", "way", "marked", "item", "value"), name="one_tally_an_answer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.item} {self.value} {self.count}"
