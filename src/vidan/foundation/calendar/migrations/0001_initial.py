
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('units', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarYear',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('source', models.CharField(max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='DayRow',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('holiday', 'ngày nghỉ lễ, tết'), ('compensatory', 'ngày nghỉ bù, nghỉ hoán đổi'), ('swapped_workday', 'ngày làm bù')], max_length=16)),
                ('name', models.CharField(max_length=120)),
                ('source', models.CharField(max_length=300)),
                ('edited', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ('day',),
            },
        ),
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=40)),
                ('role', models.CharField(max_length=20)),
                ('rule', models.CharField(max_length=12)),
                ('variant', models.CharField(blank=True, max_length=20)),
                ('started_on', models.DateField()),
                ('length', models.PositiveSmallIntegerField()),
                ('unit', models.CharField(max_length=12)),
                ('extended_by', models.PositiveSmallIntegerField(default=0)),
                ('extension_reason', models.CharField(blank=True, max_length=30)),
                ('due_on', models.DateField()),
                ('paused_on', models.DateField(null=True)),
                ('resumed_on', models.DateField(null=True)),
                ('left_at_pause', models.SmallIntegerField(null=True)),
                ('stopped_on', models.DateField(null=True)),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'role'], name='clock_of_subject')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('stopped_on__isnull', True)), fields=('subject', 'role'), name='one_open_clock_a_role')],
            },
        ),
    ]
