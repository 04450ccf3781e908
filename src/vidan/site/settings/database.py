"""The database: SQLite that loses no committed row, or PostgreSQL (docs/adr/0002)."""

from typing import Any

import dj_database_url

from vidan.site.settings.environment import VAR, read

_url = read("VIDAN_DATABASE_URL")

DATABASES: dict[str, Any] = {"default": dj_database_url.parse(_url or f"sqlite:///{VAR / 'vidan.db'}")}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: two writers wait for each other instead of failing half-way.
    # FULL: a receipt that was shown survives a power cut.
    # secure_delete: what is deleted is overwritten, not only marked as free room.
    # cache_size: 16 MB of pages a connection, so that lists and figures of a large Front do not read them again each time.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
        "PRAGMA cache_size=-16000;",
    }
else:
    # Parameters travel apart from the statement, which the server reads once a connection and not at each request. It still
    # plans for the words of the moment: a plan for any word would walk a whole Front's list to find a rare one.
    # lock_timeout: as on SQLite, nobody waits longer than 20 seconds for another writer.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        server_side_binding=True,
        prepare_threshold=2,
        options="-c plan_cache_mode=force_custom_plan -c lock_timeout=20s",
    )

# A connection serves many requests: opening one costs as much as a small page.
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
