import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0004_documents_and_hours'),
        ('statistics', '0003_wave_weighting'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='survey',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='statistics.survey'),
        ),
    ]
