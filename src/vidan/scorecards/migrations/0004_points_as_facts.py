"""The points of sheets that were decided before the yearly score was a figure become facts."""

from typing import Any

from django.db import migrations

from vidan.scorecards.services.tally import tally_decided


def tell(apps: Any, _schema: Any) -> None:
    """Each edition takes the place of the one it corrects."""
    decided = apps.get_model("scorecards", "Scorecard").objects.filter(kind="front", frozen__isnull=False)
    for card in decided.select_related("rubric").order_by("edition"):
        tally_decided(card)


class Migration(migrations.Migration):

    dependencies = [
        ("scorecards", "0003_returned_for"),
        ("figures", "0003_larger_amounts"),
    ]

    operations = [
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
