import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_the_custodian(apps, schema_editor):
    """The custodian of before, whose passphrase wraps the Front's own half: that half is her own key from now on."""
    Before, Keeper, Custodian = (apps.get_model("vault", name) for name in ("CustodianBefore", "Keeper", "Custodian"))
    for row in Before.objects.select_related("key").order_by("pk"):
        if not Keeper.objects.filter(user_id=row.user_id).exists():
            told = {"salt": row.salt, "wrapped": row.wrapped, "since": row.since}
            keeper = Keeper.objects.create(user_id=row.user_id, public=row.key.public, **told)
            Custodian.objects.create(key=row.key, keeper=keeper, copy=b"", since=row.since)


class Migration(migrations.Migration):

    dependencies = [
        ('vault', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='custodian', name='one_copy_a_custodian'),
        migrations.RenameModel('Custodian', 'CustodianBefore'),
        migrations.AlterField(
            model_name='custodianbefore',
            name='key',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.frontkey'),
        ),
        migrations.CreateModel(
            name='Keeper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public', models.BinaryField()),
                ('salt', models.BinaryField()),
                ('wrapped', models.BinaryField()),
                ('since', models.DateTimeField()),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('tried_at', models.DateTimeField(null=True)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Custodian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('copy', models.BinaryField()),
                ('since', models.DateTimeField()),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='custodians', to='vault.frontkey')),
                ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='vault.keeper')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'keeper'), name='one_copy_a_custodian')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opened_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(db_index=True)),
                ('wrapped', models.BinaryField()),
                ('keeper', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sitting', to='vault.keeper')),
            ],
        ),
        migrations.RunPython(keep_the_custodian, migrations.RunPython.noop),
        migrations.DeleteModel('CustodianBefore'),
    ]
