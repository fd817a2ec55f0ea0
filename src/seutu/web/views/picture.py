"""The situation picture of a place or a group: the way to it and the page itself."""

from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.areas import (
    REGIONAL_TOWNS,
    PlaceChoice,
    UnknownAreaError,
    groups_to_choose,
    picture_area,
    places_to_choose,
)
from seutu.apps.ecosystems.queries import picture_of
from seutu.apps.places.boundaries import municipal_shapes
from seutu.core.figures import write_date, write_number
from seutu.core.situation import SituationPicture
from seutu.core.text import Language, Text
from seutu.web.picture_figures import breakdowns, charts, numbers, unknown_breakdowns
from seutu.web.picture_gaps import gaps
from seutu.web.picture_maps import map_picture
from seutu.web.picture_networks import network_picture
from seutu.web.picture_tables import actors_table, links_table, sources_table
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of

KINDS: Final = {
    "municipality": Text(fi="kunta", sv="kommun", en="municipality"),
    "sub_region": Text(fi="seutukunta", sv="ekonomisk region", en="sub-region"),
    "region": Text(fi="maakunta", sv="landskap", en="region"),
    "country": Text(fi="maa", sv="land", en="country"),
    "group": Text(fi="alueryhmä", sv="områdesgrupp", en="place group"),
}
FILES: Final = ("pdf", "docx", "xlsx", "one-page.pdf", "one-page.docx", "png")


@require_GET
@in_workspace()
def picture_home(request: HttpRequest) -> HttpResponseBase:
    """Go to the picture of the workspace's place, or ask whose picture is wanted."""
    here, language = workspace_of(request), language_of(request)
    text = request.GET.get("q", "").strip()[:100]
    if here.place_code and not text and "choose" not in request.GET:
        try:
            found = picture_area("municipality", here.place_code, at=timezone.localdate())
        except UnknownAreaError:
            found = None
        if found is not None:
            return redirect("picture", here.slug, "municipality", found.head.code)
    places = places_to_choose(text)
    context = {
        "page_title": _("Whose picture?"),
        "page_kind": _("Situation picture"),
        "page_lead": _("Choose a municipality, a sub-region, a region, the whole country or a group."),
        "text": text,
        "found": _found(len(places), text, language),
        "places": [_choice(each, here.slug, language) for each in places],
        "groups": [_choice(each, here.slug, language) for each in groups_to_choose()],
    }
    return render(request, "pages/picture_home.html", context)


def _found(count: int, text: str, language: Language) -> str:
    if not text:
        return _("Regions and the whole country")
    if not count:
        return _("No place has “%(text)s” in its name. Try a shorter word.") % {"text": text}
    said = ngettext(
        "%(count)s place has “%(text)s” in its name", "%(count)s places have “%(text)s” in their name", count
    )
    return said % {"count": write_number(count, language), "text": text}


def _choice(each: PlaceChoice, slug: str, language: Language) -> dict[str, str]:
    within = f", {each.within.in_language(language)}" if each.within else ""
    return {
        "label": each.name.in_language(language),
        "url": reverse("picture", args=[slug, each.kind, each.code]),
        "note": f"{KINDS[each.kind].in_language(language)}{within}",
    }


@require_GET
@in_workspace()
def picture(request: HttpRequest, place_kind: str, code: str) -> HttpResponseBase:
    """Show the situation picture of a place or a group, beside the group chosen in the address."""
    here, language = workspace_of(request), language_of(request)
    group, today = request.GET.get("group") or None, timezone.localdate()
    try:
        area = picture_area(place_kind, code, at=today, group=group)
    except UnknownAreaError:
        raise Http404 from None
    if place_kind == "municipality" and area.head.code != code:
        return redirect("picture", here.slug, place_kind, area.head.code)
    shown = picture_of(area, at=today)
    context = {
        **_head(request, shown, group),
        "numbers": numbers(shown.figures, shown.sources, language),
        "charts": charts(shown, language),
        "map": map_picture(shown, here.slug, language, shapes=municipal_shapes()),
        "network": network_picture(shown, here.slug, language),
        "no_network": _no_network(request, shown, language),
        "links": links_table(shown, here.slug, language) if shown.network.links else None,
        "actors": actors_table(shown, here.slug, language) if shown.actors else None,
        "no_actors": None if shown.actors else _no_actors(request),
        "breakdowns": breakdowns(shown, language),
        "unknown": unknown_breakdowns(shown, language),
        "gaps": gaps(shown, here.slug, language),
        "sources": sources_table(shown, language),
        "files": _files(request, shown, group),
    }
    return render(request, "pages/picture.html", context)


def _head(request: HttpRequest, shown: SituationPicture, group: str | None) -> dict[str, Any]:
    here, language = workspace_of(request), language_of(request)
    place = shown.place
    around = [name.in_language(language) for name in (place.sub_region, place.region) if name]
    kind = KINDS[place.kind].in_language(language)
    actions = [{"label": _("Choose another place"), "url": f"{reverse('picture_home', args=[here.slug])}?choose=1"}]
    if place.kind == "municipality":
        profile = reverse("town_profile", args=[here.slug, place.code])
        actions.append({"label": _("Figures and ranks"), "url": profile, "style": "quiet"})
    if allows(request, Act.EXPORT):
        actions.insert(0, {"label": _("One A4 (PDF)"), "url": _file_url(request, shown, "one-page.pdf", group)})
        actions[1]["style"] = "quiet"
        actions[0]["style"] = "second"
    return {
        "page_title": place.name.in_language(language),
        "page_kind": " · ".join([_("Situation picture"), write_date(shown.at, language), kind, *around]),
        "page_lead": shown.lead.in_language(language),
        "page_actions": actions,
        "age_notice": shown.age_notice.in_language(language) if shown.age_notice else "",
        "groups": [
            {
                "code": each.code,
                "label": each.name.in_language(language),
                "chosen": each.code == (group or REGIONAL_TOWNS),
            }
            for each in groups_to_choose()
            if each.code != place.code
        ],
    }


def _no_network(request: HttpRequest, shown: SituationPicture, language: Language) -> dict[str, Any] | None:
    network = shown.network
    if network.next_step is None:
        return None
    here = workspace_of(request)
    bring = reverse("import", args=[here.slug, "links"])
    actions = []
    if allows(request, Act.IMPORT):
        actions.append({"label": _("Bring in links from a file"), "url": bring, "style": "second"})
        registers = reverse("register_files", args=[here.slug])
        actions.append({"label": _("Bring in a register's own file"), "url": registers, "style": "quiet"})
    return {
        "title": network.sentence.in_language(language),
        "text": network.next_step.in_language(language),
        "actions": actions,
    }


def _no_actors(request: HttpRequest) -> dict[str, Any]:
    here = workspace_of(request)
    actions = []
    bring = reverse("import", args=[here.slug, "actors"])
    if allows(request, Act.IMPORT):
        actions.append({"label": _("Bring in actors from a file"), "url": bring, "style": "second"})
    if allows(request, Act.WRITE):
        add = reverse("record_new", args=[here.slug, "actors"])
        actions.append({"label": _("Add the first actor"), "url": add, "style": "quiet" if actions else "second"})
    return {
        "title": _("No actor of this place is in the register yet"),
        "text": _(
            "The figures and the neighbours are here already. Actors appear on the map once they have a municipality."
        ),
        "example": _("A list in Excel is enough: a name and a municipality on each row."),
        "actions": actions,
    }


def _file_url(request: HttpRequest, shown: SituationPicture, form: str, group: str | None) -> str:
    slug = workspace_of(request).slug
    address = reverse("picture_file", args=[slug, shown.place.kind, shown.place.code, form])
    return f"{address}?{urlencode({'group': group})}" if group else address


def _files(request: HttpRequest, shown: SituationPicture, group: str | None) -> list[dict[str, str]]:
    if not allows(request, Act.EXPORT):
        return []
    labels = {
        "pdf": _("The whole picture (PDF)"),
        "docx": _("The whole picture (Word)"),
        "xlsx": _("All tables (Excel)"),
        "one-page.pdf": _("Ecosystem description, one A4 (PDF)"),
        "one-page.docx": _("Ecosystem description, one A4 (Word)"),
        "png": _("Ecosystem description as an image (PNG)"),
    }
    return [{"label": labels[form], "url": _file_url(request, shown, form, group)} for form in FILES]
