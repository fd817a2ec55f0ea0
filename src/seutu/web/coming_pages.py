"""What comes, on pages: the filters of an address, the sentence, the tables by nearness, the first few of a project.

Not for finding the days (``apps/funding/coming_queries``) nor for calendars.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.coming_queries import Within, dated_items, late_items
from seutu.apps.funding.portfolio_queries import programmes
from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.models import Project
from seutu.apps.register.kinds.tasks import TASKS
from seutu.core.figures import write_date, write_number
from seutu.core.programmes.coming import Coming, DatedItem, Nearness, Whole, coming, narrowed
from seutu.core.text import Language
from seutu.reporting.calendar import RESPONSIBLE
from seutu.web.programme_frame import Cell, listing, named, said
from seutu.web.project_pages import period_text
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

FIELDS: Final = ("programme", "project", "whose")
LONGEST: Final = 300
FIRST: Final = 5


def chosen_of(request: HttpRequest, *, plans: bool, trashed: bool = False) -> dict[str, str]:
    """Return the filters of the address that mean something; a programme or project that is not here answers 404.

    One in the trash is here for a calendar alone, which is to learn what is gone (``trashed``).
    """
    chosen = {name: request.GET[name].strip() for name in FIELDS if request.GET.get(name, "").strip()}
    for name, known in (("programme", PROGRAMMES.model), ("project", Project)):
        if name in chosen:
            key = _key(chosen[name])
            found = known.objects.filter(pk=key) if trashed else known.objects.filter(pk=key, trashed_at__isnull=True)
            if not plans or not found.exists():
                raise Http404
            chosen[name] = str(key)
    return chosen if len(chosen.get("whose", "")) <= LONGEST else {**chosen, "whose": chosen["whose"][:LONGEST]}


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def within_of(chosen: Mapping[str, str]) -> Within:
    """Return the programme or project of the filters."""
    keys = {name: UUID(chosen[name]) for name in ("programme", "project") if name in chosen}
    return Within(**keys)


def address_of(chosen: Mapping[str, str]) -> str:
    """Return the filters as the end of an address; empty without any."""
    return f"?{urlencode(chosen)}" if chosen else ""


class ComingFilter(forms.Form):
    """Which days are shown: those of a programme, of a project, of one responsible."""

    def __init__(
        self, language: Language, chosen: Mapping[str, str], found: Sequence[DatedItem], *, plans: bool
    ) -> None:
        super().__init__(initial=dict(chosen))
        everything = ("", _("all"))
        if plans:
            known = [(str(each.pk), each.name) for each in programmes()]
            self.fields["programme"] = forms.ChoiceField(
                label=named(PROGRAMMES.singular.in_language(language)), choices=[everything, *known], required=False
            )
            self.fields["project"] = forms.ChoiceField(
                label=named(PROJECTS.singular.in_language(language)),
                choices=[everything, *_projects(found, chosen.get("project", ""))],
                required=False,
            )
        held = {each.whose.casefold(): each.whose for each in found if each.whose}
        if "whose" in chosen:
            held.setdefault(chosen["whose"].casefold(), chosen["whose"])
            self.initial["whose"] = held[chosen["whose"].casefold()]
        people = [(name, name) for _folded, name in sorted(held.items())]
        self.fields["whose"] = forms.ChoiceField(
            label=RESPONSIBLE.in_language(language), choices=[everything, *people], required=False
        )


def _projects(found: Sequence[DatedItem], chosen: str) -> list[tuple[str, str]]:
    """Return the projects that have a day, and the chosen one though it has none."""
    held = {each.project.id: each.project.name for each in found if each.project}
    if chosen and chosen not in held:
        held[chosen] = Project.objects.get(pk=chosen).name
    return sorted(held.items(), key=lambda pair: (pair[1].casefold(), pair[0]))


def filters(form: ComingFilter, chosen: Mapping[str, str], count: int, language: Language) -> dict[str, Any]:
    """Return the filters for the component: a sentence, the parts that can be taken away, the form."""
    parts = []
    for name in chosen:
        labels = dict(form.fields[name].choices)  # type: ignore[attr-defined]
        rest = urlencode({other: value for other, value in chosen.items() if other != name})
        shown = labels.get(form.initial[name], chosen[name])
        parts.append({"label": f"{form.fields[name].label}: {shown}", "remove_url": f"?{rest}"})
    sentence = ngettext("%(count)s thing", "%(count)s things", count) % {"count": write_number(count, language)}
    return {"sentence": sentence, "parts": parts, "clear_url": "?", "form": form}


def sentence(found: Coming, language: Language) -> str:
    """Say how many are late and how many come within thirty days."""
    if not found.items:
        return _("Nothing is late and nothing is coming up.")
    late, soon = len(found.late), found.soon
    first = late_words(late, language) if late else _("Nothing is late")
    if not soon:
        return f"{first}, " + _("nothing comes within 30 days") + "."
    then = ngettext("%(count)s comes within 30 days", "%(count)s come within 30 days", soon)
    return f"{first}, " + then % {"count": write_number(soon, language)} + "."


def late_words(late: int, language: Language) -> str:
    """Say how many are late; a beginning of a sentence."""
    return ngettext("%(count)s thing is late", "%(count)s things are late", late) % {
        "count": write_number(late, language)
    }


def headings() -> dict[Nearness, str]:
    """Return the headings of the groups."""
    return {
        Nearness.LATE: _("Late"),
        Nearness.THIS_WEEK: _("This week"),
        Nearness.MONTH: _("Within 30 days"),
        Nearness.LATER: _("Later"),
    }


def items_table(
    request: HttpRequest, identity: str, caption: str, items: Sequence[DatedItem], *, project: bool = True
) -> dict[str, Any]:
    """Return days as a table; within one project's page ``project`` is left out."""
    slug, language = workspace_of(request).slug, language_of(request)
    plans = allows(request, Act.READ_PLANS)
    columns = [
        (_("What"), "text"),
        (_("What happens"), "text"),
        (_("Day"), "date"),
        *([(named(PROJECTS.singular.in_language(language)), "text")] if project else []),
        (RESPONSIBLE.in_language(language), "text"),
    ]
    rows = [_row(each, slug, language, plans=plans, project=project) for each in items]
    return listing(identity, caption, columns, rows)


def _row(item: DatedItem, slug: str, language: Language, *, plans: bool, project: bool) -> list[Cell]:
    return [
        {"text": item.title, "url": record_url(slug, item.key.kind, item.key.record)},
        {"text": named(item.what.in_language(language))},
        {"text": period_text(item.day, item.until, language) if item.until else write_date(item.day, language)},
        *([_whole(item.project, slug, plans=plans)] if project else []),
        said(item.whose),
    ]


def _whole(project: Whole | None, slug: str, *, plans: bool) -> Cell:
    if project is None or not plans:
        return said("")
    return {"text": project.name, "url": reverse("project", args=[slug, project.id])}


def coming_within(request: HttpRequest, within: Within, *, project: bool) -> dict[str, Any]:
    """Return the next few days of a project or a programme, for its own page, and the way to all of them."""
    today, language = timezone.localdate(), language_of(request)
    found = coming(dated_items(today, within), today)
    chosen = {name: str(key) for name, key in (("programme", within.programme), ("project", within.project)) if key}
    ahead = found.items[len(found.late) :][:FIRST]
    return {
        "coming_said": sentence(found, language),
        "coming": items_table(request, "coming-table", _("Coming up"), ahead, project=project) if ahead else None,
        "coming_url": reverse("coming", args=[workspace_of(request).slug]) + address_of(chosen),
    }


def late_in_plans(request: HttpRequest) -> dict[str, Any] | None:
    """Return the first of what is late, besides the tasks, which the home shows by themselves; None when nothing is."""
    today, language = timezone.localdate(), language_of(request)
    found = coming((each for each in late_items(today) if each.key.kind != TASKS.name), today)
    if not found.late:
        return None
    return {
        "said": late_words(len(found.late), language) + ".",
        "table": items_table(request, "late-table", _("Late in the plans"), found.late[:FIRST]),
        "url": reverse("coming", args=[workspace_of(request).slug]),
    }


def filtered(items: Sequence[DatedItem], chosen: Mapping[str, str]) -> list[DatedItem]:
    """Return the items that the filters leave."""
    return narrowed(items, project=chosen.get("project", ""), whose=chosen.get("whose", ""))
