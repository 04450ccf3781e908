
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64, unique=True)),
                ('form', models.CharField(max_length=20)),
                ('body', models.BinaryField()),
                ('sent', models.BooleanField(default=False)),
                ('files', models.CharField(max_length=40, unique=True)),
                ('ends_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='KeptText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user_id', models.BigIntegerField()),
                ('place', models.CharField(max_length=60)),
                ('body', models.BinaryField()),
                ('kept_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user_id', 'place'), name='one_text_a_place')],
            },
        ),
    ]
