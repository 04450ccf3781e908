
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('event', models.CharField(max_length=60)),
                ('subject', models.CharField(db_index=True, max_length=40)),
                ('actor', models.CharField(max_length=20)),
                ('unit_id', models.BigIntegerField(null=True)),
                ('facts', models.JSONField(default=dict)),
                ('reason_kind', models.CharField(blank=True, max_length=30)),
                ('reason_digest', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
    ]
