"""Work of the worker that belongs to the installation as a whole."""

from django_tasks import task

from vidan.site.sample.work import make_work


@task()
def make_sample(total: int) -> None:
    """Make the sample cases."""
    make_work(total)
