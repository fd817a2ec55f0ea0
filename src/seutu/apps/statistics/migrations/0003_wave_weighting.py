"""How a wave is weighted; waves made before are not weighted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the plan of weighting to survey waves."""

    dependencies = [("statistics", "0002_answer_limits")]

    operations = [
        migrations.AddField("surveywave", "weighting", models.JSONField(default=dict, editable=False)),
    ]
