"""Records of the register. Columns, labels and help stand in kinds/; this says how they are stored."""

from django.db import models

from seutu.apps.records.models import OwnedRecord


class Source(OwnedRecord):
    """Where a statement comes from: a document, a register, a statistic, a conversation."""

    name = models.CharField(max_length=300)
    publisher = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=500, blank=True)
    dated = models.DateField(null=True, blank=True)
    retrieved = models.DateField(null=True, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    publicity = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)

    title_field = "name"


class SourcedRecord(OwnedRecord):
    """A record that says where it comes from and where in the source it stands."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source_place = models.CharField(max_length=300, blank=True)

    class Meta(OwnedRecord.Meta):
        abstract = True


class Actor(SourcedRecord):
    """An organisation: one record each, with many classes, industries, names and sites."""

    name = models.CharField(max_length=300)
    business_id = models.CharField(max_length=9, blank=True)
    size = models.CharField(max_length=20, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    address = models.CharField(max_length=300, blank=True)
    post_code = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=2, blank=True)
    website = models.CharField(max_length=500, blank=True)
    founded = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    description = models.TextField(blank=True)

    class Meta(SourcedRecord.Meta):
        indexes = [
            *SourcedRecord.Meta.indexes,
            models.Index(fields=["workspace", "municipality"]),
            models.Index(fields=["workspace", "business_id"]),
        ]

    title_field = "name"


class Site(SourcedRecord):
    """A place of business of an actor."""

    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    municipality = models.CharField(max_length=3, blank=True)
    address = models.CharField(max_length=300, blank=True)
    post_code = models.CharField(max_length=20, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)

    title_field = "name"


class Contact(SourcedRecord):
    """A person in a role at an actor, with lawful basis and consent."""

    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    lawful_basis = models.CharField(max_length=30, blank=True)
    basis_noted = models.DateField(null=True, blank=True)
    consent = models.CharField(max_length=20, blank=True)
    consent_noted = models.DateField(null=True, blank=True)
    active_from = models.DateField(null=True, blank=True)
    active_to = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    title_field = "name"


class Link(SourcedRecord):
    """A typed, dated relation between two actors, with its evidence."""

    from_actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    to_actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    link_type = models.CharField(max_length=30)
    date_from = models.DateField(null=True, blank=True)
    date_to = models.DateField(null=True, blank=True)
    weight = models.DecimalField(max_digits=24, decimal_places=12, null=True, blank=True)
    evidence = models.TextField(blank=True)

    class Meta(SourcedRecord.Meta):
        indexes = [*SourcedRecord.Meta.indexes, models.Index(fields=["workspace", "link_type"])]

    @property
    def title(self) -> str:
        """Return both ends of the link."""
        return f"{self.from_actor.name} – {self.to_actor.name}"


class IndustryName(SourcedRecord):
    """What a code of TOL 2025 is called. The product has no names of that list; a workspace loads them."""

    code = models.CharField(max_length=10)
    name_fi = models.CharField(max_length=300)
    name_sv = models.CharField(max_length=300, blank=True)
    name_en = models.CharField(max_length=300, blank=True)

    title_field = "code"


class Fact(SourcedRecord):
    """A figure somebody stated, with its qualifier, unit, time and place: kept beside others, never over them."""

    name = models.CharField(max_length=300)
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    qualifier = models.CharField(max_length=20, blank=True)
    origin = models.CharField(max_length=20, blank=True)
    period = models.CharField(max_length=60, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    note = models.TextField(blank=True)

    title_field = "name"


class Meeting(SourcedRecord):
    """A conversation with an actor: the log of what was talked and agreed."""

    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    held = models.DateField()
    subject = models.CharField(max_length=300)
    note = models.TextField(blank=True)
    next_step = models.CharField(max_length=300, blank=True)

    title_field = "subject"


class Task(SourcedRecord):
    """Something to do by a day. An open task has an owner: a contact or a member."""

    name = models.CharField(max_length=300)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, default="open")
    owner = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    member = models.CharField(max_length=254, blank=True)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    title_field = "name"


class ErasureNote(models.Model):
    """That somebody's data were erased: a keyed digest and the time. Of the installation, not of a workspace."""

    digest = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.at:%d.%m.%Y}"
