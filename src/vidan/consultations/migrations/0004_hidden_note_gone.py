from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("consultations", "0003_seal_why_hidden"),
    ]

    operations = [
        migrations.RemoveField(model_name="opinion", name="hidden_note"),
    ]
