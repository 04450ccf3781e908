from django.db import migrations, models

TOKENS = "unicode61 remove_diacritics 0"  # the words are folded before they come here


def add_index(apps, schema_editor):
    """A full-text index over `folded`: FTS5 beside the table on SQLite, a generated column with GIN on PostgreSQL."""
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        run(
            "CREATE VIRTUAL TABLE search_words USING fts5("
            f"folded, content='search_found', content_rowid='id', tokenize='{TOKENS}')"
        )
        run(
            "CREATE TRIGGER search_found_added AFTER INSERT ON search_found BEGIN "
            "INSERT INTO search_words(rowid, folded) VALUES (new.id, new.folded); END"
        )
        run(
            "CREATE TRIGGER search_found_removed AFTER DELETE ON search_found BEGIN "
            "INSERT INTO search_words(search_words, rowid, folded) VALUES ('delete', old.id, old.folded); END"
        )
        run(
            "CREATE TRIGGER search_found_changed AFTER UPDATE ON search_found BEGIN "
            "INSERT INTO search_words(search_words, rowid, folded) VALUES ('delete', old.id, old.folded); "
            "INSERT INTO search_words(rowid, folded) VALUES (new.id, new.folded); END"
        )
    else:
        run(
            "ALTER TABLE search_found ADD COLUMN words tsvector "
            "GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED"
        )
        run("CREATE INDEX search_found_words ON search_found USING gin (words)")


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in ("added", "removed", "changed"):
            schema_editor.execute(f"DROP TRIGGER search_found_{name}")
        schema_editor.execute("DROP TABLE search_words")
    else:
        schema_editor.execute("ALTER TABLE search_found DROP COLUMN words")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Found",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=40, unique=True)),
                ("folded", models.TextField()),
            ],
        ),
        migrations.RunPython(add_index, drop_index),
    ]
