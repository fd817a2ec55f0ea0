"""Closed lists of the accounts app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member may do in a workspace, from most to least."""

    OWNER = "owner", _("owner")
    FACILITATOR = "facilitator", _("facilitator")
    CONTRIBUTOR = "contributor", _("contributor")
    READER = "reader", _("reader")
    FUNDER = "funder", _("funder view")
    GUEST = "guest", _("guest")


class WorkspaceKind(TextChoices):
    """Whether a workspace is one organisation's or a network's."""

    ORGANISATION = "organisation", _("organisation")
    NETWORK = "network", _("network")
