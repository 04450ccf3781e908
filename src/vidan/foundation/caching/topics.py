"""Saying that something changed on which kept pages depend."""

from collections.abc import Collection

from django.db import connection

from vidan.foundation.caching.models import Topic

CHANGE = """
    INSERT INTO caching_topic (name, version) VALUES (%s, 1)
    ON CONFLICT (name) DO UPDATE SET version = caching_topic.version + 1
"""


def changed(topic: str) -> None:
    """Let no page that depends on a topic be shown as it was; inside the transaction of the change, as its last step."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGE, [topic])


def versions(topics: Collection[str]) -> tuple[tuple[str, int], ...]:
    """How often each topic has changed, in one query."""
    return tuple(sorted(Topic.objects.filter(name__in=topics).values_list("name", "version")))
