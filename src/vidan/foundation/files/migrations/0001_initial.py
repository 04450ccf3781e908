
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=26, unique=True)),
                ('subject', models.CharField(db_index=True, max_length=40)),
                ('kind', models.CharField(choices=[('jpg', 'Ảnh JPEG'), ('png', 'Ảnh PNG'), ('heic', 'Ảnh HEIC'), ('webp', 'Ảnh WebP'), ('pdf', 'Tài liệu PDF'), ('docx', 'Văn bản Word'), ('xlsx', 'Bảng tính Excel'), ('mp3', 'Ghi âm MP3'), ('m4a', 'Ghi âm M4A'), ('wav', 'Ghi âm WAV'), ('ogg', 'Ghi âm OGG'), ('amr', 'Ghi âm AMR'), ('mp4', 'Phim MP4'), ('mov', 'Phim MOV'), ('3gp', 'Phim 3GP'), ('webm', 'Phim WebM')], max_length=4)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('sealed_name', models.BinaryField()),
                ('position', models.PositiveSmallIntegerField()),
                ('created_at', models.DateTimeField()),
                ('cleaned_digest', models.CharField(blank=True, max_length=64)),
                ('is_destroyed', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ('subject', 'position', 'pk'),
            },
        ),
    ]
