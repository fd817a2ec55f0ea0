from django.db import migrations, models

from seutu.apps.table_making import Together


class Migration(migrations.Migration):

    dependencies = [
        ('funding', '0003_one_cost_of_a_year'),
    ]

    operations = [
        Together([
            migrations.AddField(
                model_name='costline',
                name='calculation',
                field=models.CharField(blank=True, default='', max_length=20),
                preserve_default=False,
            ),
            migrations.AddField(
                model_name='costline',
                name='quantity',
                field=models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True),
            ),
            migrations.AddField(
                model_name='costline',
                name='unit',
                field=models.CharField(blank=True, default='', max_length=60),
                preserve_default=False,
            ),
            migrations.AddField(
                model_name='costline',
                name='unit_price',
                field=models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True),
            ),
            migrations.AddField(
                model_name='costline',
                name='work_share',
                field=models.DecimalField(blank=True, decimal_places=4, max_digits=7, null=True),
            ),
            migrations.AddField(
                model_name='costline',
                name='side_costs',
                field=models.DecimalField(blank=True, decimal_places=4, max_digits=7, null=True),
            ),
        ]),
    ]
