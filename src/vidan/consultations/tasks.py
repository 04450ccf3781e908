"""Work of the worker for drafts under criticism."""

from django_tasks import task

from vidan.consultations.services.reanchor import reanchor


@task()
def place_opinions(version: int) -> None:
    """Give the opinions their places in a new text of their draft."""
    reanchor(version)
