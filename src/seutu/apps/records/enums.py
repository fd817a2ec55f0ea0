"""Closed lists of the records app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Who besides the workspace sees a record."""

    WORKSPACE = "workspace", _("this workspace only")
    NAMED = "named", _("named workspaces")
    NETWORK = "network", _("the network")
    PUBLIC = "public", _("public")


class Change(TextChoices):
    """What an act did to one record."""

    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    TRASHED = "trashed", _("moved to trash")
    RESTORED = "restored", _("restored")
    REMOVED = "removed", _("removed")
    SHARED = "shared", _("sharing changed")
    COMMENTED = "commented", _("commented")
    ERASED = "erased", _("personal data erased")
    FROZEN = "frozen", _("a version kept")


class Operation(TextChoices):
    """The kind of act an activity entry stands for."""

    CREATE = "create", _("Created")
    CHANGE = "change", _("Changed")
    TRASH = "trash", _("Moved to trash")
    RESTORE = "restore", _("Restored from trash")
    REMOVE = "remove", _("Removed for good")
    IMPORT = "import", _("Imported")
    MERGE = "merge", _("Merged")
    UNDO = "undo", _("Undone")
    SHARE = "share", _("Sharing changed")
    COMMENT = "comment", _("Commented")
    HAND_OVER = "hand_over", _("Handed over")
    ERASE = "erase", _("Personal data erased")
    COPY = "copy", _("Copied")
    FREEZE = "freeze", _("Version kept")
