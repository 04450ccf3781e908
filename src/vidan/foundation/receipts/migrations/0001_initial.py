
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('vault', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=40, unique=True)),
                ('mark', models.CharField(max_length=64, unique=True)),
                ('issued_at', models.DateTimeField()),
                ('noted_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(db_index=True, max_length=40)),
                ('author', models.CharField(choices=[('teller', 'Người gửi'), ('front', 'Mặt trận')], max_length=8)),
                ('actor', models.CharField(max_length=20)),
                ('written_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
                ('body', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.sealedtext')),
            ],
            options={
                'ordering': ('written_at', 'pk'),
            },
        ),
    ]
