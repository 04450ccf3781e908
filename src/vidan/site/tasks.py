"""Work of the worker that belongs to the installation as a whole."""

from django_tasks import task

from vidan.site.keeping.rotation import reseal_for


@task()
def make_sample(total: int) -> None:
    """Make the sample cases."""
    from vidan.site.sample.work import make_work

    make_work(total)


@task()
def reseal() -> None:
    """Seal anew what lies under an older server key, a quarter of a minute at a time, so that notices go in between."""
    if reseal_for(15):
        reseal.enqueue()
