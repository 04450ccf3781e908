
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40)),
                ('unit_id', models.BigIntegerField()),
                ('mark', models.CharField(max_length=24)),
                ('standing', models.IntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('name', 'unit_id', 'mark'), name='one_counter_a_place')],
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40)),
                ('on', models.DateField()),
                ('front_id', models.BigIntegerField()),
                ('unit_id', models.BigIntegerField(null=True)),
                ('mark', models.CharField(blank=True, max_length=24)),
                ('amount', models.SmallIntegerField(default=1)),
            ],
            options={
                'indexes': [models.Index(fields=['name', 'on'], include=('front_id', 'unit_id', 'mark', 'amount'), name='fact_name_on')],
            },
        ),
    ]
