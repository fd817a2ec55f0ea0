"""A budget line has one standing cost of a year.

Where it had several, only the last by id was ever shown and counted: that one stays, and the others go to the trash,
so that no figure changes and nothing is lost.
"""

from typing import Any

from django.db import migrations, models
from django.utils import timezone


def trash_hidden_years(apps: Any, _editor: Any) -> None:
    """Move to the trash every standing cost of a line's year but the one that was shown."""
    years = models.QuerySet(apps.get_model("funding", "CostYear"))
    standing = years.filter(trashed_at__isnull=True)
    repeated = standing.values("cost_line", "year").annotate(count=models.Count("pk")).filter(count__gt=1)
    for each in list(repeated.order_by()):
        same = standing.filter(cost_line=each["cost_line"], year=each["year"])
        hidden = list(same.order_by("-pk").values_list("pk", flat=True))[1:]
        years.filter(pk__in=hidden).update(trashed_at=timezone.now())


class Migration(migrations.Migration):

    dependencies = [
        ('funding', '0002_rules_of_calls'),
    ]

    operations = [
        migrations.RunPython(trash_hidden_years, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='costyear',
            constraint=models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('cost_line', 'year'), name='one_standing_cost_of_a_year'),
        ),
    ]
