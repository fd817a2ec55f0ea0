"""An information page: as its workspace sees it before it is opened, and as everybody does without signing in."""

import io
from typing import Any, Final
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.information_pages import InformationPageShown, information_page
from seutu.apps.records.enums import Audience
from seutu.apps.records.public import public_record
from seutu.apps.records.sharing import NotSharedError
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.terms import attach_terms
from seutu.apps.statistics.kinds.pages import READERS
from seutu.apps.statistics.models import InformationPage
from seutu.core.figures import write_number
from seutu.core.statistics.profile_sentences import KEY_OF_MARKS, NO_INTERVALS, division_sentence, group_sentence
from seutu.core.web_addresses import openable
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.tables import write_csv
from seutu.reporting.towns import words
from seutu.reporting.towns.tables import source_table
from seutu.web.information_tables import fact_numbers, figure_list, paragraphs_of
from seutu.web.picture_tables import printed
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url
from seutu.web.town_tables import topic_section
from seutu.web.views.exports import file_answer
from seutu.web.views.records import record_or_404

KIND: Final = "information-pages"


@require_GET
@in_workspace()
def preview(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Show the page to its workspace, and say what of it everybody sees."""
    request.area = "material"  # type: ignore[attr-defined]
    here, kind = workspace_of(request), kind_named(KIND)
    (page,) = attach_terms([record_or_404(kind, record_id)])
    if not isinstance(page, InformationPage) or page.trashed_at is not None:
        raise Http404
    shown = information_page(page, here, at=timezone.localdate(), to_all=False)
    context = _context(request, shown) | {
        "page_actions": _actions(request, page),
        "notices": _standing(request, shown),
        "breadcrumbs": [
            {
                "label": kind.plural.in_language(language_of(request)),
                "url": reverse("collection", args=[here.slug, KIND]),
            },
            {"label": page.name, "url": record_url(here.slug, kind, page.pk)},
            {"label": _("The page")},
        ],
    }
    return render(request, "pages/information_page.html", context)


@require_GET
def public_page(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Show the page to everybody, without signing in."""
    shown = _public_or_404(record_id)
    address = reverse("public_page_file", args=[record_id, "csv"])
    actions = [{"label": _("Get the figures as CSV"), "url": address, "style": "second"}]
    return render(request, "pages/information_page.html", _context(request, shown) | {"page_actions": actions})


@require_GET
def public_page_file(request: HttpRequest, record_id: UUID, form: str) -> FileResponse:
    """Give the page's figures of every year as a CSV that Excel opens."""
    if form != "csv":
        raise Http404
    language, shown, stream = language_of(request), _public_or_404(record_id), io.BytesIO()
    write_csv(figure_list(shown, language), stream, form="excel", language=language)
    return file_answer(stream, f"{shown.profile.place.code}-{timezone.localdate().isoformat()}.csv", MEDIA_TYPES["csv"])


def _public_or_404(record_id: UUID) -> InformationPageShown:
    try:
        found = public_record(kind_named(KIND), record_id)
    except NotSharedError:
        raise Http404 from None
    if not isinstance(found.record, InformationPage):
        raise Http404
    return information_page(found.record, found.owner, at=timezone.localdate(), to_all=True)


def _context(request: HttpRequest, shown: InformationPageShown) -> dict[str, Any]:
    language, profile, page = language_of(request), shown.profile, shown.page
    readers = next((each.label.in_language(language) for each in READERS if each.code == page.readers), "")
    kind = kind_named(KIND).singular.in_language(language).capitalize()
    around = [profile.place.name.in_language(language), readers]
    return {
        "page_title": page.name,
        "page_kind": " · ".join([kind, *(part for part in around if part)]),
        "told": paragraphs_of(shown, language),
        "facts": fact_numbers(shown, language),
        "topics": [topic_section(topic, profile, None, language) for topic in profile.topics],
        "reading": [
            said.in_language(language)
            for said in (
                group_sentence(profile.group),
                division_sentence(profile),
                words.RANK_NOTE,
                NO_INTERVALS,
                KEY_OF_MARKS,
            )
        ],
        "age_notice": profile.age_notice.in_language(language) if profile.age_notice else "",
        "sources": printed(source_table(profile.sources, language), "page-sources")
        | {"caption": words.SOURCES.in_language(language), "caption_hidden": True, "stack": True},
        "contact": page.contact,
        "website": openable(page.website) if page.website else "",
        "owner": page.workspace.name,
    }


def _standing(request: HttpRequest, shown: InformationPageShown) -> list[dict[str, Any]]:
    """Return who sees the page, and which of its facts everybody does not, with the way to share each."""
    if shown.page.audience == Audience.PUBLIC:
        said = _("Everybody who knows the address sees the page.")
    else:
        said = _("Only those with whom the record is shared see this. Share it with everybody to open the page.")
    if not shown.kept_back:
        return [{"tone": "info", "text": said}]
    count = len(shown.kept_back)
    kept = ngettext(
        "%(count)s fact is not shown on the open page, because it is not itself shared with everybody.",
        "%(count)s facts are not shown on the open page, because they are not themselves shared with everybody.",
        count,
    ) % {"count": write_number(count, language_of(request))}
    slug, ways = workspace_of(request).slug, []
    if allows(request, Act.SHARE):
        ways = [
            {
                "label": _("Share: %(title)s") % {"title": fact.name},
                "url": reverse("record_share", args=[slug, "facts", fact.pk]),
                "style": "quiet",
                "small": True,
            }
            for fact in shown.kept_back
        ]
    return [{"tone": "info", "text": f"{said} {kept}", "actions": ways}]


def _actions(request: HttpRequest, page: InformationPage) -> list[dict[str, str]]:
    slug, actions = workspace_of(request).slug, []
    if page.audience == Audience.PUBLIC:
        actions.append({"label": _("Open as everybody sees it"), "url": reverse("public_page", args=[page.pk])})
    if allows(request, Act.SHARE):
        address = reverse("record_share", args=[slug, KIND, page.pk])
        actions.append({"label": _("Share"), "url": address, "style": "second"})
    if allows(request, Act.WRITE):
        edit = reverse("record_edit", args=[slug, KIND, page.pk])
        add = f"{reverse('record_new', args=[slug, 'page-facts'])}?page={page.pk}"
        actions.append({"label": _("Edit"), "url": edit, "style": "quiet"})
        actions.append({"label": _("Add a cited fact"), "url": add, "style": "quiet"})
    return actions
