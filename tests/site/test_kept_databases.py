"""The migrated databases that tests begin with: one is kept for each state of the migrations, and swept when of no use."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.migrated import WEEK, begin_with, keep

pytestmark = pytest.mark.once


def kept_at(folder: Path, name: str, *, ago: float) -> Path:
    file = folder / name
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE told (word TEXT)")
        made.commit()
        keep(made, file)
    os.utime(file, (time.time() - ago,) * 2)
    return file


def test_what_no_run_began_with_for_a_week_is_swept_when_a_new_one_is_kept(tmp_path: Path) -> None:
    recent = kept_at(tmp_path, "recent.sqlite3", ago=WEEK - 60)
    old = kept_at(tmp_path, "old.sqlite3", ago=WEEK + 60)
    left_over = tmp_path / "new.4711"
    left_over.touch()
    new = kept_at(tmp_path, "new.sqlite3", ago=0)
    assert sorted(tmp_path.iterdir()) == sorted([recent, left_over, new])
    assert not old.exists()


def test_a_run_that_begins_with_one_keeps_it(tmp_path: Path) -> None:
    used = kept_at(tmp_path, "used.sqlite3", ago=WEEK + 60)
    with closing(sqlite3.connect(":memory:")) as memory:
        begin_with(used, memory)
        assert memory.execute("SELECT count(*) FROM told").fetchone() == (0,)
    kept_at(tmp_path, "new.sqlite3", ago=0)
    assert used.exists()


def test_a_run_begins_with_nothing_where_none_is_kept(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        begin_with(tmp_path / "none.sqlite3", memory)
        assert not memory.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    assert not list(tmp_path.iterdir())
