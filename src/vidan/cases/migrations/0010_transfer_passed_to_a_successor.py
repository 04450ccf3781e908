import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_where_a_case_goes"),
        ("units", "0002_schedule_of_reception"),
    ]

    operations = [
        migrations.AddField(
            model_name="transfer",
            name="passed_to",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.unit"
            ),
        ),
    ]
