
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('calendar', '0001_initial'),
        ('papers', '0001_initial'),
        ('units', '0001_initial'),
        ('vault', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('commendation', 'khen'), ('feedback', 'phản ánh'), ('suggestion', 'kiến nghị'), ('information', 'cung cấp thông tin'), ('complaint', 'khiếu nại'), ('denunciation', 'tố cáo'), ('denunciation_content', 'thông tin có nội dung tố cáo')], max_length=24)),
                ('state', models.CharField(choices=[('received', 'mới nhận'), ('classified', 'đã phân loại'), ('prepared', 'chờ kiểm tra bản chuyển'), ('checked', 'bản chuyển đã kiểm tra'), ('submitted', 'chờ lãnh đạo duyệt'), ('transferred', 'đã chuyển, chờ trả lời'), ('answered', 'đã có trả lời'), ('informed', 'đã báo người gửi'), ('closed', 'đã kết thúc'), ('withdrawn', 'người gửi đã rút')], default='received', max_length=12)),
                ('version', models.PositiveIntegerField(default=1)),
                ('source', models.CharField(choices=[('web', 'trang gửi ý kiến'), ('counter', 'mã QR tại quầy'), ('hotline', 'điện thoại'), ('box', 'hộp thư góp ý'), ('reception', 'buổi tiếp dân'), ('letter', 'thư, đơn')], max_length=12)),
                ('conduct', models.JSONField(default=list)),
                ('happened_on', models.DateField(null=True)),
                ('gist', models.CharField(blank=True, max_length=160)),
                ('teller_mode', models.CharField(choices=[('named', 'nêu tên'), ('confidential', 'giữ kín tên'), ('anonymous', 'không nêu tên')], max_length=14)),
                ('teller_type', models.CharField(choices=[('person', 'cá nhân'), ('organisation', 'tổ chức, doanh nghiệp')], max_length=14)),
                ('content_mark', models.CharField(max_length=64)),
                ('names_to_settler', models.BooleanField(default=False)),
                ('person_state', models.CharField(choices=[('unresolved', 'chưa rõ là ai'), ('resolved', 'đã rõ là ai'), ('nobody', 'không về một người cụ thể')], default='unresolved', max_length=12)),
                ('received_at', models.DateTimeField()),
                ('promised_on', models.DateField()),
                ('due_on', models.DateField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('rating', models.PositiveSmallIntegerField(null=True)),
                ('is_sample', models.BooleanField(default=False)),
                ('accused_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('counter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.counterpoint')),
                ('front', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('identity', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.sealedtext')),
                ('officer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.sealedtext')),
                ('subject_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='CaseNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefix', models.CharField(max_length=4)),
                ('year', models.PositiveSmallIntegerField()),
                ('taken', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('prefix', 'year'), name='one_row_a_prefix_and_year')],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('settle', 'giải quyết'), ('monitor', 'theo dõi')], max_length=8)),
                ('about_recipient', models.BooleanField(default=False, help_text='Nơi nhận chính là nơi bị phản ánh, hoặc là cấp trên trực tiếp của quầy bị phản ánh')),
                ('identity_shared', models.BooleanField(default=False)),
                ('sent_on', models.DateField(null=True)),
                ('answered_on', models.DateField(null=True)),
                ('answered_by', models.CharField(blank=True, max_length=20)),
                ('answer', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.sealedtext')),
                ('answer_paper', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='papers.incomingpaper')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='cases.casefile')),
                ('clock', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='calendar.clock')),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='papers.paper')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'ordering': ('-role', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Urging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('sent_on', models.DateField(null=True)),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='papers.paper')),
                ('transfer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='urgings', to='cases.transfer')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['front', 'state', 'due_on', 'id'], name='case_desk'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['front', '-received_at', '-id'], name='case_newest'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['subject_unit', '-received_at'], name='case_of_unit'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('identity__isnull', True), ('teller_mode', 'anonymous')), models.Q(('teller_mode', 'anonymous'), _negated=True), _connector='OR'), name='nobody_knows_the_anonymous'),
        ),
        migrations.AddConstraint(
            model_name='transfer',
            constraint=models.UniqueConstraint(fields=('case', 'recipient', 'role'), name='one_transfer_to_a_body'),
        ),
        migrations.AddConstraint(
            model_name='urging',
            constraint=models.UniqueConstraint(fields=('transfer', 'number'), name='one_urging_a_number'),
        ),
    ]
