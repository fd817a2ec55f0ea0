"""People, workspaces, memberships and guest links. Not for what a workspace owns: that is the records app's."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from seutu.apps.accounts.enums import Role, WorkspaceKind


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail, without regard to case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the person with this e-mail address."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, *, name: str = "") -> "User":
        """Save and return a person; without a password they can sign in only by link or single sign-on."""
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(max_length=2, default="fi")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email


class Workspace(models.Model):
    """The tenancy unit: one organisation's or one network's data, with members and roles."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=WorkspaceKind.choices, default=WorkspaceKind.ORGANISATION)
    place_code = models.CharField(max_length=20, blank=True)
    networks = models.ManyToManyField("self", symmetrical=False, related_name="network_members", blank=True)
    is_example = models.BooleanField(default=False)
    head_sequence = models.PositiveBigIntegerField(default=0)
    head_digest = models.CharField(max_length=64, blank=True)
    head_signature = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role in a workspace."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("person__name",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "person"], name="one_membership_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.workspace}"


class GuestLink(models.Model):
    """A link that opens a workspace to a guest until it expires or is revoked. Only a digest of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="guest_links")
    label = models.CharField(max_length=200)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.label


class EntryTicket(models.Model):
    """A one-time link that signs a person in: the demo's door, and an invited member's first visit."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="entry_tickets")
    loopback_only = models.BooleanField(default=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person} – {self.expires_at:%d.%m.%Y}"


class ApiToken(models.Model):
    """A person's key to the open interface of one workspace, under a role it never rises above. Kept as a digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role.choices)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.label
