
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0001_initial'),
        ('units', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='IncomingPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('sender', models.CharField(max_length=200)),
                ('their_number', models.CharField(max_length=60)),
                ('dated', models.DateField()),
                ('received_on', models.DateField()),
                ('subject', models.CharField(db_index=True, max_length=40)),
                ('scan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'year', 'number'), name='one_incoming_number')],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=24)),
                ('subject', models.CharField(db_index=True, max_length=40)),
                ('structure', models.JSONField()),
                ('state', models.CharField(choices=[('draft', 'dự thảo'), ('issued', 'đã ban hành'), ('voided', 'đã hủy')], default='draft', max_length=8)),
                ('drafted_by', models.CharField(max_length=20)),
                ('drafted_at', models.DateTimeField()),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('number', models.PositiveIntegerField(null=True)),
                ('issued_on', models.DateField(null=True)),
                ('issued_by', models.CharField(blank=True, max_length=20)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('sent_on', models.DateField(null=True)),
                ('sent_how', models.CharField(blank=True, max_length=16)),
                ('void_reason', models.CharField(blank=True, max_length=30)),
                ('signed_copy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'kind', 'year', 'number'), name='one_paper_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Register',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(max_length=24)),
                ('taken', models.PositiveIntegerField(default=0)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'year', 'kind'), name='one_register_a_kind_and_year')],
            },
        ),
    ]
