"""Work of the worker for scorecards."""

from django_tasks import task

from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.scorecards.services.publish_many import publish_many


@task()
def publish_results(user_id: int, rubric: int, year: int, codes: list[str], days: int) -> None:
    """Publish the results that the head has chosen; what he may do is asked anew when the work begins."""
    actor = actor_of(User.objects.get(pk=user_id))
    publish_many(rubric=rubric, year=year, codes=codes, days=days, actor=actor)
