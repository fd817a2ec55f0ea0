"""The import as django-import-export's documents say, row by row and in bulk."""

# mypy: ignore-errors

from import_export import resources

from plain.models import Actor

COLUMNS = ("name", "business_id", "municipality", "classes", "industries", "size", "website", "description")


class ActorResource(resources.ModelResource):
    """Row by row: checks each row, compares old and new values and reports them."""

    class Meta:
        model = Actor
        import_id_fields = ("business_id",)
        fields = COLUMNS
        clean_model_instances = True
        skip_unchanged = True


class BulkActorResource(resources.ModelResource):
    """In bulk: the quickest way, without comparing values."""

    class Meta:
        model = Actor
        import_id_fields = ("business_id",)
        fields = COLUMNS
        clean_model_instances = True
        use_bulk = True
        batch_size = 1000
        skip_diff = True
