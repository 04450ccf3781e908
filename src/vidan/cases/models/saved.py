"""Saved lists (danh sách đã lưu): the filters of a case list under a name, one's own or shared within the Front."""

from django.db import models

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import Unit


class SavedListQuerySet(models.QuerySet["SavedList"]):
    def visible_to(self, actor: Actor) -> "SavedListQuerySet":
        """The actor's own lists, and those that colleagues share in the Fronts in which he reads cases."""
        shared = models.Q(shared_in__in=actor.units_with("cases.read"))
        return self.filter(models.Q(user_id=actor.user_id) | shared)


class SavedList(models.Model):
    """One list: `query` holds filters only, as selectors.Filters writes them; whoever opens it sees the cases he may know of."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_in = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=400)

    objects = SavedListQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name
