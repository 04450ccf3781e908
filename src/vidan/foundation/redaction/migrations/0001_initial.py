
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0001_initial'),
        ('vault', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PreparedCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=40)),
                ('version', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('draft', 'đang viết'), ('ready', 'chờ kiểm tra'), ('checked', 'đã kiểm tra'), ('returned', 'trả lại')], default='draft', max_length=10)),
                ('text', models.TextField()),
                ('prepared_by', models.CharField(max_length=20)),
                ('prepared_at', models.DateTimeField()),
                ('checked_by', models.CharField(blank=True, max_length=20)),
                ('checked_at', models.DateTimeField(null=True)),
                ('note', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.sealedtext')),
            ],
            options={
                'ordering': ('subject', 'version'),
            },
        ),
        migrations.CreateModel(
            name='CopiedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='redaction.preparedcopy')),
            ],
        ),
        migrations.AddConstraint(
            model_name='preparedcopy',
            constraint=models.UniqueConstraint(fields=('subject', 'version'), name='one_copy_a_version'),
        ),
        migrations.AddConstraint(
            model_name='preparedcopy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'checked'), _negated=True), models.Q(('prepared_by', models.F('checked_by')), _negated=True), _connector='OR'), name='a_second_person_checks'),
        ),
        migrations.AddConstraint(
            model_name='copiedfile',
            constraint=models.UniqueConstraint(fields=('copy', 'file'), name='one_line_a_copied_file'),
        ),
    ]
