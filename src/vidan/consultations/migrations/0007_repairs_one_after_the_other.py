from typing import Any

from django.db import migrations, models


def in_a_list(apps: Any, _schema_editor: Any) -> None:
    """What the one last repair changed becomes the newest of a list."""
    versions = apps.get_model("consultations", "DraftVersion")
    for version in versions.objects.only("unrepaired"):
        version.unrepaired = [version.unrepaired] if version.unrepaired else []
        version.save(update_fields=["unrepaired"])


class Migration(migrations.Migration):
    dependencies = [("consultations", "0006_unrepaired")]

    operations = [
        migrations.AlterField(
            model_name="draftversion",
            name="unrepaired",
            field=models.JSONField(default=list),
        ),
        migrations.RunPython(in_a_list, migrations.RunPython.noop, elidable=True),
    ]
