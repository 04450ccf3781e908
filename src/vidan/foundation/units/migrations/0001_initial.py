
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('level', models.CharField(choices=[('city', 'Thành phố'), ('district', 'Quận'), ('ward', 'Phường')], max_length=10)),
                ('official_code', models.CharField(blank=True, max_length=20)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('certainty', models.CharField(blank=True, max_length=200)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='units.area')),
            ],
            options={
                'ordering': ('valid_from', 'slug'),
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('short_name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('front_committee', 'Ủy ban Mặt trận Tổ quốc'), ('peoples_committee', 'Ủy ban nhân dân'), ('specialised_office', 'Cơ quan chuyên môn'), ('one_stop_counter', 'Bộ phận một cửa'), ('member_organisation', 'Tổ chức thành viên')], max_length=30)),
                ('level', models.CharField(choices=[('city', 'Thành phố'), ('district', 'Quận'), ('ward', 'Phường')], max_length=10)),
                ('official_code', models.CharField(blank=True, max_length=20)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('sort_key', models.CharField(db_index=True, max_length=200)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='units.area')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='units.unit')),
            ],
            options={
                'ordering': ('sort_key', 'valid_from'),
            },
        ),
        migrations.CreateModel(
            name='ReceptionDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
                ('place', models.CharField(max_length=200)),
                ('host', models.CharField(max_length=120)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reception_days', to='units.unit')),
            ],
            options={
                'ordering': ('day', 'opens'),
            },
        ),
        migrations.CreateModel(
            name='Monitoring',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('monitor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='monitors', to='units.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='monitored_by', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='CounterPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=20, unique=True)),
                ('label', models.CharField(max_length=120)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counters', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='ContactPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('hotline', 'Đường dây nóng'), ('box', 'Hộp thư góp ý'), ('office', 'Trụ sở')], max_length=10)),
                ('place', models.CharField(max_length=200)),
                ('hours', models.CharField(blank=True, max_length=120)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('is_default', models.BooleanField(default=True)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='units.area')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origins', to='units.area')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='one_succession_line')],
            },
        ),
    ]
