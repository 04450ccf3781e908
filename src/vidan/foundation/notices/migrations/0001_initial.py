
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('new', 'có hồ sơ mới'), ('to_check', 'có bản chuyển chờ kiểm tra'), ('to_approve', 'có phiếu chuyển chờ duyệt'), ('returned', 'có hồ sơ được trả lại để sửa'), ('transferred', 'có hồ sơ Mặt trận chuyển đến'), ('urged', 'có công văn đôn đốc'), ('answered', 'có trả lời của nơi nhận'), ('letter', 'người gửi có thư mới')], max_length=12)),
                ('subject', models.CharField(max_length=40)),
                ('made_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'read_at', '-id'], name='notice_unread')],
            },
        ),
    ]
