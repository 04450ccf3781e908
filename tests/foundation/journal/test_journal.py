"""The journal is written inside a transaction, never changed, and sealed so that any change shows."""

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from vidan.foundation.journal.merkle import link, root_of
from vidan.foundation.journal.models import Entry, Seal
from vidan.foundation.journal.record import record
from vidan.foundation.journal.seals import seal_new_entries, verify_seals

DIGESTS = st.lists(st.binary(min_size=32, max_size=32).map(bytes.hex), min_size=1, max_size=20)


@given(DIGESTS)
def test_the_root_changes_with_any_entry(digests: list[str]) -> None:
    changed = [*digests[:-1], "00" * 32]
    assert (root_of(changed) == root_of(digests)) == (changed == digests)


@given(DIGESTS)
def test_the_root_changes_with_the_order(digests: list[str]) -> None:
    turned = digests[::-1]
    assert (root_of(turned) == root_of(digests)) == (turned == digests)


def test_a_leaf_cannot_pass_for_a_node() -> None:
    one, two = "11" * 32, "22" * 32
    assert root_of([root_of([one, two])]) != root_of([one, two])


def test_the_chain_ties_each_seal_to_the_one_before() -> None:
    assert link("00" * 32, 1, "11" * 32) != link("01" * 32, 1, "11" * 32)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql", ["UPDATE journal_entry SET actor = 'x'", "DELETE FROM journal_entry", "DELETE FROM journal_seal"]
)
def test_the_database_itself_refuses_to_change_what_was_written(sql: str) -> None:
    record("test.event", subject="X", actor="t")
    seal_new_entries()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Entry.objects.filter(subject="X", actor="t").count() == 1


@pytest.mark.django_db
def test_entries_are_sealed_once_and_the_seals_hold() -> None:
    for n in range(5):
        record("test.event", subject=f"X{n}", actor="t", facts={"n": n})
    assert seal_new_entries() >= 5
    assert seal_new_entries() == 0
    verdict = verify_seals()
    assert verdict.broken == ()
    assert verdict.unsealed == 0


@pytest.mark.django_db
def test_an_altered_entry_breaks_its_seal() -> None:
    entry = record("test.event", subject="X", actor="t")
    seal_new_entries()
    assert verify_seals().broken == ()
    with connection.cursor() as cursor:  # what only somebody with the database in hand can do
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_entry_no_update")
        else:
            cursor.execute("DROP TRIGGER journal_entry_no_change ON journal_entry")
        cursor.execute("UPDATE journal_entry SET actor = 'somebody else' WHERE id = %s", [entry.pk])
    assert verify_seals().broken == (Seal.objects.get().number,)
