"""Why an opinion is not shown lay open in its row; it is sealed in the vault as other reasons are."""

from typing import Any

from django.db import migrations

from vidan.foundation.vault.seal import seal
from vidan.foundation.vault.services import bound_text

KIND = "opinion.hidden"


def seal_notes(apps: Any, _schema: Any) -> None:
    """Seal each note under the server's key and empty its row."""
    opinions, texts = apps.get_model("consultations", "Opinion"), apps.get_model("vault", "SealedText")
    for opinion in opinions.objects.exclude(hidden_note="").iterator(chunk_size=500):
        body = seal(opinion.hidden_note.encode(), bound_text(KIND, opinion.code))
        sealed = texts.objects.create(kind=KIND, subject=opinion.code, under="server", body=body)
        opinions.objects.filter(pk=opinion.pk).update(hidden_words=sealed, hidden_note="")


class Migration(migrations.Migration):

    dependencies = [
        ("consultations", "0002_custody_data_and_erasure"),
    ]

    operations = [
        migrations.RunPython(seal_notes, migrations.RunPython.noop),
    ]
