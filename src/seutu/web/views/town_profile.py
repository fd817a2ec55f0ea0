"""The profile of a town: its figures by topic, ranked among all municipalities and a group; as a page and as files."""

import io
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.areas import REGIONAL_TOWNS, UnknownAreaError, groups_to_choose, picture_area
from seutu.apps.ecosystems.towns import peer_group, profile_of
from seutu.core.statistics.index_sentences import interval_notes
from seutu.core.statistics.profile import TownProfile
from seutu.core.statistics.profile_sentences import (
    KEY_OF_MARKS,
    NAMED_TOWNS,
    NO_INTERVALS,
    division_sentence,
    group_sentence,
    leads_of,
)
from seutu.core.surveys.town_sentences import SURVEY_NOTE
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.towns import words
from seutu.reporting.towns.files import FORMS, file_name
from seutu.reporting.towns.tables import source_table
from seutu.web.picture_tables import printed
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.town_tables import index_sections, survey_sections, topic_section
from seutu.web.views.exports import file_answer


@require_GET
@in_workspace()
def town_profile_page(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show the profile of a town in a group; a merged municipality leads to the one it is part of."""
    here, language = workspace_of(request), language_of(request)
    request.area = "material"  # type: ignore[attr-defined]
    today = _code_or_404(code)
    if today != code:
        return redirect("town_profile", here.slug, today)
    shown = _profile_or_404(request, code)
    cite = allows(request, Act.WRITE)
    context = {
        **_head(request, shown),
        "topics": [topic_section(topic, shown, here.slug, language, cite=cite) for topic in shown.topics],
        "indices": index_sections(shown, here.slug, language),
        "surveys_title": words.SURVEYS.in_language(language),
        "surveys": survey_sections(shown, here.slug, language),
        "survey_note": SURVEY_NOTE.in_language(language),
        "group_note": _group_note(shown, language),
        "index_note": " ".join(each.in_language(language) for each in interval_notes(shown.indices)),
        "reading": [
            said.in_language(language)
            for said in (division_sentence(shown), words.RANK_NOTE, NO_INTERVALS, KEY_OF_MARKS)
        ],
        "sources": printed(source_table(shown.sources, language), "profile-sources")
        | {"caption": words.SOURCES.in_language(language), "caption_hidden": True, "stack": True},
    }
    return render(request, "pages/town_profile.html", context)


def _group_note(shown: TownProfile, language: Language) -> str:
    said = [group_sentence(shown.group).in_language(language)]
    if shown.group.code == REGIONAL_TOWNS:
        said.append(NAMED_TOWNS.in_language(language))
    return " ".join(said)


def _code_or_404(code: str) -> str:
    try:
        return picture_area("municipality", code, at=timezone.localdate()).head.code
    except UnknownAreaError:
        raise Http404 from None


def _profile_or_404(request: HttpRequest, code: str) -> TownProfile:
    """Return the profile in the group of the address, the regional towns without one."""
    today = timezone.localdate()
    try:
        group = peer_group(request.GET.get("group") or REGIONAL_TOWNS, at=today)
        return profile_of(code, group, at=today, language=language_of(request))
    except UnknownAreaError:
        raise Http404 from None


def _head(request: HttpRequest, shown: TownProfile) -> dict[str, Any]:
    here, language = workspace_of(request), language_of(request)
    place = shown.place
    around = [name.in_language(language) for name in (place.sub_region, place.region) if name]
    return {
        "page_title": place.name.in_language(language),
        "page_kind": " · ".join([words.PROFILE.in_language(language), *around]),
        "leads": [said.in_language(language) for said in leads_of(shown)],
        "age_notice": shown.age_notice.in_language(language) if shown.age_notice else "",
        "page_actions": _actions(request, shown),
        "breadcrumbs": [
            {"label": _("Statistics"), "url": reverse("statistics", args=[here.slug])},
            {"label": place.name.in_language(language)},
        ],
        "groups": [
            {
                "code": each.code,
                "label": each.name.in_language(language),
                "chosen": each.code == shown.group.code,
            }
            for each in groups_to_choose()
        ],
    }


def _actions(request: HttpRequest, shown: TownProfile) -> list[dict[str, str]]:
    slug, code = workspace_of(request).slug, shown.place.code
    actions = []
    if allows(request, Act.EXPORT):
        query = "" if shown.group.code == REGIONAL_TOWNS else f"?{urlencode({'group': shown.group.code})}"
        labels = {"pdf": _("Report (PDF)"), "docx": _("Report (Word)")}
        actions = [
            {
                "label": labels[form],
                "url": reverse("town_profile_file", args=[slug, code, form]) + query,
                "style": "second",
            }
            for form in labels
        ]
    picture = reverse("picture", args=[slug, "municipality", code])
    actions.append({"label": _("Situation picture"), "url": picture, "style": "quiet"})
    if allows(request, Act.EXPORT):
        actions.append({"label": _("Reports of towns"), "url": reverse("town_reports", args=[slug]), "style": "quiet"})
    if allows(request, Act.WRITE):
        page = f"{reverse('record_new', args=[slug, 'information-pages'])}?{urlencode({'municipality': code})}"
        actions.append({"label": _("Make an information page"), "url": page, "style": "quiet"})
    return actions


@require_GET
@in_workspace(Act.EXPORT)
def town_profile_file(request: HttpRequest, code: str, form: str) -> FileResponse:
    """Give the town's report as Word or PDF."""
    if form not in FORMS or _code_or_404(code) != code:
        raise Http404
    language, shown = language_of(request), _profile_or_404(request, code)
    stream = io.BytesIO(FORMS[form](shown, language))
    return file_answer(stream, file_name(shown, form, language), MEDIA_TYPES[form])
