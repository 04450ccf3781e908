"""Giving notice to many people, and asking who many people are, costs no more than for one."""

import pytest
from pytest_django import DjangoAssertNumQueries

from vidan.foundation.accounts.actors import actor_of, actors_of
from vidan.foundation.accounts.models import User
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.notices.services import notify

pytestmark = pytest.mark.django_db


def test_many_are_given_notice_at_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    people = list(User.objects.order_by("pk")[:4])
    with django_assert_num_queries(1):
        notify(kind=NoticeKind.GUIDANCE, subject="HD-2018-0001", user_ids=[one.pk for one in people], by_mail=False)
    assert list(Notice.objects.order_by("user_id").values_list("user_id", "subject")) == [
        (one.pk, "HD-2018-0001") for one in people
    ]


def test_the_roles_of_many_are_asked_for_at_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    people = list(User.objects.all())
    alone = [actor_of(one) for one in User.objects.all()]
    with django_assert_num_queries(1):
        assert actors_of(people) == alone
    assert any(one.held for one in alone)
