
import django.db.models.deletion
import vidan.foundation.accounts.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('units', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('code', models.CharField(default=vidan.foundation.accounts.models.make_code, max_length=20, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('ward_officer', 'Cán bộ Mặt trận phường'), ('district_officer', 'Cán bộ Mặt trận quận'), ('head', 'Lãnh đạo Mặt trận'), ('custodian', 'Người giữ khóa danh tính'), ('committee_officer', 'Cán bộ Ủy ban nhân dân'), ('committee_head', 'Người đứng đầu cơ quan trả lời'), ('monitor', 'Cơ quan theo dõi'), ('member', 'Tổ chức thành viên'), ('editor', 'Biên tập viên'), ('interviewer', 'Điều tra viên'), ('city_front', 'Mặt trận thành phố')], max_length=30)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='units.unit')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'role', 'unit', 'valid_from'), name='one_assignment_from_a_day')],
            },
        ),
    ]
