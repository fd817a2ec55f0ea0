"""The workspace a command works in."""

from seutu.apps.accounts.models import Workspace
from seutu.cli.failing import language, stop
from seutu.core.text import Text

UNKNOWN = Text(
    fi="Työtilaa {slug} ei ole. Työtilat: {known}.",
    sv="Arbetsytan {slug} finns inte. Arbetsytor: {known}.",
    en="There is no workspace {slug}. Workspaces: {known}.",
)


def chosen_workspace(slug: str | None) -> Workspace:
    """Return the workspace with this slug, or the first that is not an example; made when the database has none."""
    if slug:
        found = Workspace.objects.filter(slug=slug).first()
        if found is None:
            known = ", ".join(Workspace.objects.order_by("slug").values_list("slug", flat=True)) or "–"
            stop(UNKNOWN.in_language(language()).format(slug=slug, known=known))
    else:
        found = Workspace.objects.order_by("is_example", "created_at").first()
        if found is None:
            from django.utils import timezone

            from seutu.apps.records.access_operations import found_workspace

            found = found_workspace(name="Seutu", by=None, at=timezone.now())
    return found
