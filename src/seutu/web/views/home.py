"""A person's workspaces, and the home of one: what needs me, what changed, the picture in small."""

from typing import Any

from django import forms
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.membership_queries import memberships_of
from seutu.apps.accounts.models import Membership, User, Workspace
from seutu.apps.accounts.queries import valid_guest_link
from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.areas import UnknownAreaError, picture_area
from seutu.apps.records.access_operations import found_workspace
from seutu.apps.records.acts import acts_shown
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.columns import ColumnProblem
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.municipalities import municipality_code, municipality_name
from seutu.apps.register.open_tasks import OpenTasks, open_tasks
from seutu.apps.statistics.figures import HEADLINE, place_figures
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.acts import latest
from seutu.web.coming_pages import late_in_plans
from seutu.web.picture_figures import numbers
from seutu.web.scoping import GUEST_SESSION_KEY, in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.tasks import task_table

COUNTED = ("actors", "links", "projects")
FIRST_FIGURES = 3


class WorkspaceForm(forms.Form):
    """The name and the place of a new workspace."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        help_text=gettext_lazy("Your organisation, your town or the network, for example Savon Kehitys."),
    )
    place = forms.CharField(
        label=gettext_lazy("Municipality"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("The municipality whose picture opens first. You can follow others too."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Whose workspace is it"),
        choices=[
            (WorkspaceKind.ORGANISATION, gettext_lazy("One organisation's")),
            (WorkspaceKind.NETWORK, gettext_lazy("A network's: several organisations work together")),
        ],
        initial=WorkspaceKind.ORGANISATION,
        widget=forms.RadioSelect,
    )

    def __init__(self, language: Language, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.language = language

    def clean_place(self) -> str:
        """Return the municipality's code."""
        text = self.cleaned_data["place"].strip()
        if not text:
            return ""
        try:
            return municipality_code(text)
        except ColumnProblem as problem:
            raise forms.ValidationError(problem.message.in_language(self.language)) from None


@require_http_methods(["GET", "POST"])
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the person's workspaces, and make a new one. A guest is taken to the workspace of their link."""
    person = person_of(request)
    if person is None:
        return _guest_home(request)
    language = language_of(request)
    form = WorkspaceForm(language, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = found_workspace(
            name=form.cleaned_data["name"],
            by=person,
            at=timezone.now(),
            kind=WorkspaceKind(form.cleaned_data["kind"]),
            place_code=form.cleaned_data["place"],
        )
        return redirect("workspace", made.slug)
    memberships = list(memberships_of(person))
    context = {
        "page_title": _("My workspaces"),
        "page_lead": _lead(len(memberships), language),
        "cards": [_card(each, language) for each in memberships],
        "form": form,
        "unguarded": not person.has_usable_password(),
    }
    return render(request, "pages/home.html", context, status=422 if form.errors else 200)


def _guest_home(request: HttpRequest) -> HttpResponseBase:
    try:
        link = valid_guest_link(request.session.get(GUEST_SESSION_KEY, ""), at=timezone.now())
    except LinkNotValidError:
        return redirect_to_login(request.get_full_path())
    return redirect("workspace", link.workspace.slug)


def _lead(count: int, language: Language) -> str:
    if not count:
        return _("You are not in any workspace yet. Make one below, or ask an owner to add you to theirs.")
    return ngettext("You are in %(count)s workspace.", "You are in %(count)s workspaces.", count) % {
        "count": write_number(count, language)
    }


def _card(membership: Membership, language: Language) -> dict[str, Any]:
    workspace = membership.workspace
    place = municipality_name(workspace.place_code, language) if workspace.place_code else ""
    tags = [{"text": _("Example"), "tone": "info"}] if workspace.is_example else []
    if workspace.kind == WorkspaceKind.NETWORK:
        tags.append({"text": _("Network"), "tone": ""})
    return {
        "title": workspace.name,
        "url": reverse("workspace", args=[workspace.slug]),
        "tags": tags,
        "meta": [part for part in (place, _("Your role: %(role)s") % {"role": Role(membership.role).label}) if part],
        "level": 2,
    }


@require_GET
@in_workspace()
def workspace(request: HttpRequest) -> HttpResponseBase:
    """Show a workspace's home."""
    here, language, person = workspace_of(request), language_of(request), person_of(request)
    personal = allows(request, Act.READ_PERSONAL)
    waiting = open_tasks(person, today=timezone.localdate()) if personal else None
    counts = {name: records_of(kind_named(name)).count() for name in COUNTED}
    changes = list(acts_shown(personal=personal)[:6])
    context = {
        "page_title": here.name,
        "page_kind": _kind_line(here, language),
        "page_lead": _answer(counts["actors"], waiting, language),
        "tasks": task_table(request, waiting, language) if waiting else None,
        "late": late_in_plans(request),
        "tasks_url": reverse("collection", args=[here.slug, "tasks"]),
        "history": latest(changes, here.slug, language, personal=personal),
        "more_url": reverse("activity", args=[here.slug]) if changes else "",
        "figures": _figures(counts, language),
        "numbers": _numbers(here, language),
        "picture_url": reverse("picture_home", args=[here.slug]),
        "begin": _begin(request, here) if not counts["actors"] else None,
        "ways": _ways(request, here, person),
    }
    return render(request, "pages/workspace.html", context)


def _kind_line(here: Workspace, language: Language) -> str:
    label = _("Network") if here.kind == WorkspaceKind.NETWORK else _("Workspace")
    return f"{label} · {municipality_name(here.place_code, language)}" if here.place_code else label


def _answer(actors: int, waiting: OpenTasks | None, language: Language) -> str:
    said = ngettext("%(count)s actor in the register.", "%(count)s actors in the register.", actors) % {
        "count": write_number(actors, language)
    }
    if waiting is None:
        return said
    if not waiting.mine_total:
        return said + " " + _("No open task waits for you.")
    mine = ngettext("%(count)s task waits for you", "%(count)s tasks wait for you", waiting.mine_total) % {
        "count": write_number(waiting.mine_total, language)
    }
    if not waiting.late:
        return f"{said} {mine}."
    late = ngettext("%(count)s of them is late", "%(count)s of them are late", waiting.late) % {
        "count": write_number(waiting.late, language)
    }
    return f"{said} {mine}, {late}."


def _figures(counts: dict[str, int], language: Language) -> list[dict[str, str]]:
    return [
        {"label": kind_named(name).plural.in_language(language), "value": write_number(count, language)}
        for name, count in counts.items()
    ]


def _numbers(here: Workspace, language: Language) -> list[dict[str, Any]]:
    """Return the first figures of the workspace's place; none without a place or with one that is no longer."""
    if not here.place_code:
        return []
    today = timezone.localdate()
    try:
        area = picture_area("municipality", here.place_code, at=today)
    except UnknownAreaError:
        return []
    found = place_figures(area.area, area.beside, indicators=HEADLINE[:FIRST_FIGURES])
    return numbers(found.series, found.sources, language)


def _begin(request: HttpRequest, here: Workspace) -> dict[str, Any]:
    actions = []
    bring = reverse("import", args=[here.slug, "actors"])
    if allows(request, Act.IMPORT):
        actions.append({"label": _("Bring in actors from a file"), "url": bring})
    if allows(request, Act.WRITE):
        add = reverse("record_new", args=[here.slug, "actors"])
        actions.append({"label": _("Add the first actor"), "url": add, "style": "second" if actions else ""})
    return {
        "title": _("Begin with the actors"),
        "text": _("Everything else builds on them: links, projects, the picture and the reports."),
        "example": _(
            "A list in Excel is enough: a name on each row, and a municipality or a business ID if you have it."
        ),
        "actions": actions,
    }


def _ways(request: HttpRequest, here: Workspace, person: User | None) -> list[dict[str, str]]:
    ways = [{"label": _("Coming up"), "url": reverse("coming", args=[here.slug])}]
    ways += [{"label": _("Activity log"), "url": reverse("activity", args=[here.slug])}]
    if person is not None:
        ways.append({"label": _("Shared with us"), "url": reverse("shared", args=[here.slug])})
    if allows(request, Act.WRITE):
        ways.append({"label": _("Trash"), "url": reverse("trash", args=[here.slug])})
    if allows(request, Act.IMPORT):
        ways.append({"label": _("Background work"), "url": reverse("jobs", args=[here.slug])})
    if allows(request, Act.ADMINISTER):
        ways.append({"label": _("Members and links"), "url": reverse("members", args=[here.slug])})
    return ways
