"""The monitor of a wave: its links, how many have answered, its quotas; its files; and its end."""

import io
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.records.queries import records_of
from seutu.apps.statistics.kinds.waves import SURVEY_LINKS, SURVEY_WAVES
from seutu.apps.statistics.models import PersonalLink, SurveyLink, SurveyWave
from seutu.apps.statistics.surveys.answer_files import AnswerForm, answers_table
from seutu.apps.statistics.surveys.exceptions import FewLinksError
from seutu.apps.statistics.surveys.forms import NoFormError, form_of, town_name
from seutu.apps.statistics.surveys.pinned_results import pinned_results
from seutu.apps.statistics.surveys.queries import Monitor, QuotaCount, monitor_of, waits_for_close
from seutu.apps.statistics.surveys.spss_export import answers_for_spss
from seutu.apps.statistics.surveys.wave_operations import close_wave, make_personal_links, remove_answers
from seutu.core.figures import write_date, write_number
from seutu.core.surveys.disclosure import THRESHOLD
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.tables import TableColumn, TableContent, write_csv, write_workbook
from seutu.sources.spss import write_spss
from seutu.web.hidden_rows import folded_rows
from seutu.web.plan_links import new_url
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.survey_notices import retention_notices
from seutu.web.survey_tables import Table, survey_crumbs, wave_or_404
from seutu.web.tables import record_url
from seutu.web.views.exports import file_answer

FORMS: Mapping[str, tuple[AnswerForm, str]] = {
    "raw-csv": ("raw", "csv"),
    "labels-csv": ("labels", "csv"),
    "raw-xlsx": ("raw", "xlsx"),
    "labels-xlsx": ("labels", "xlsx"),
    "labels-sav": ("labels", "sav"),
}
MOST_DIGITS = 6


@require_GET
@in_workspace(Act.READ_PERSONAL)
def survey_wave(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Show how the answering of a wave goes."""
    wave = wave_or_404(request, survey_id, wave_id)
    slug, language, found = workspace_of(request).slug, language_of(request), monitor_of(wave)
    may_write = allows(request, Act.WRITE)
    address = [slug, survey_id, wave_id]
    context = {
        "page_title": wave.name,
        "page_kind": SURVEY_WAVES.singular.in_language(language).capitalize(),
        "page_lead": _lead(wave, found, language),
        "page_actions": _actions(request, wave, found),
        "notices": retention_notices([wave], language, on=timezone.localdate()),
        "breadcrumbs": [*survey_crumbs(slug, wave.survey, language), {"label": wave.name}],
        "links": [_link(request, each, address) for each in records_of(SURVEY_LINKS).filter(wave=wave)],
        "link_url": new_url(slug, "survey-links", wave=wave.pk, link_type="open") if may_write else "",
        "ways": _ways(request, wave, found),
        "counts": _counts(wave, found, language),
        "answered": bool(found.total),
        "rule": _rule(found, language),
        "quotas": _quotas(found, language) if found.quotas else None,
        "close_url": reverse("survey_wave_close", args=address) if may_write and wave.state == "open" else "",
        "remove_url": reverse("survey_answers_remove", args=address)
        if allows(request, Act.SHARE) and wave.state == "closed" and found.total
        else "",
    }
    return render(request, "pages/survey_wave.html", context)


def _lead(wave: SurveyWave, found: Monitor, language: Language) -> str:
    if found.total_hidden:
        said = _("fewer than %(fewest)s answers") % {"fewest": write_number(THRESHOLD, language)}
    else:
        said = ngettext("%(count)s answer", "%(count)s answers", found.total) % {
            "count": write_number(found.total, language)
        }
    days = {"from": write_date(wave.opens, language), "to": write_date(wave.closes, language), "said": said}
    if wave.state == "closed":
        return _("Closed. %(said)s, asked from %(from)s to %(to)s.") % days
    return _("%(said)s, asked from %(from)s to %(to)s.") % days


def _actions(request: HttpRequest, wave: SurveyWave, found: Monitor) -> list[dict[str, str]]:
    """Return the ways that stand at the top: the results and the weighting; the others are in a list below."""
    address = [workspace_of(request).slug, wave.survey_id, wave.pk]
    actions = []
    if found.total or pinned_results(wave):
        actions.append({"label": _("Results"), "url": reverse("survey_results", args=address), "style": "second"})
    if allows(request, Act.WRITE) and wave.form_number and not waits_for_close(wave):
        actions.append({"label": _("Weighting"), "url": reverse("survey_weighting", args=address), "style": "quiet"})
    return actions


def _ways(request: HttpRequest, wave: SurveyWave, found: Monitor) -> list[dict[str, str]]:
    """Return the ways that stand in a list: answers in and out as files, and the record."""
    slug = workspace_of(request).slug
    address = [slug, wave.survey_id, wave.pk]
    ways = []
    if allows(request, Act.IMPORT) and wave.form_number:
        ways.append({"label": _("Bring in answers from a file"), "url": reverse("survey_answers_import", args=address)})
    if allows(request, Act.EXPORT) and found.total and not waits_for_close(wave):
        labels = {
            "labels-xlsx": _("Answers as Excel, in words"),
            "raw-xlsx": _("Answers as Excel, in codes"),
            "labels-csv": _("Answers as CSV, in words"),
            "raw-csv": _("Answers as CSV, in codes"),
            "labels-sav": _("Answers for SPSS, with labels"),
        }
        ways += [
            {"label": label, "url": reverse("survey_answers_file", args=[*address, form])}
            for form, label in labels.items()
        ]
    return [*ways, {"label": _("Open the record"), "url": record_url(slug, SURVEY_WAVES, wave.pk)}]


def _link(request: HttpRequest, link: SurveyLink, address: list[Any]) -> dict[str, Any]:
    language = language_of(request)
    kind = SURVEY_LINKS.column("link_type").show(link.link_type, language)
    town = town_name(link.municipality).in_language(language) if link.municipality else ""
    said = [kind, link.respondent_group, town, _("ended") if link.ended else ""]
    shown: dict[str, Any] = {"name": link.name, "url": record_url(str(address[0]), SURVEY_LINKS, link.pk)}
    if link.link_type == "open":
        shown["address"] = request.build_absolute_uri(reverse("answer", args=[link.code]))
    else:
        made = PersonalLink.objects.filter(link=link)
        said.append(_("%(made)s made, %(used)s used") % {"made": made.count(), "used": made.filter(used=True).count()})
        if allows(request, Act.WRITE):
            shown["make_url"] = reverse("survey_links_make", args=[*address, link.pk])
    return {**shown, "note": " · ".join(filter(None, said))}


def _rule(found: Monitor, language: Language) -> str:
    """Return which numbers are hidden, and what is told of a quota all the same."""
    if found.waits:
        return _(
            "The wave has personal links. Numbers by group and town are shown when it is closed: before that they "
            "would tell whose answer came. Of a quota it is always told whether it is full."
        )
    said = _(
        "Numbers under %(fewest)s are hidden, and so many others with them that none can be worked out from totals. "
        "Of a quota it is always told whether it is full."
    )
    return said % {"fewest": write_number(THRESHOLD, language)}


def _group_names(wave: SurveyWave, language: Language) -> dict[str, str]:
    try:
        questionnaire = form_of(wave)
    except NoFormError:
        return {}
    question = questionnaire.question(questionnaire.group_question or "")
    return {option.code: option.text.in_language(language) for option in question.options} if question else {}


def _counts(wave: SurveyWave, found: Monitor, language: Language) -> list[Table]:
    groups = {"": _("not told")} | _group_names(wave, language)
    towns = {code: town_name(code).in_language(language) if code else _("not told") for code in found.by_town}
    by_group = [(groups.get(each, each), count) for each, count in found.by_group.items()]
    by_town = sorted(((towns[each], count) for each, count in found.by_town.items()), key=lambda row: row[0])
    by_day = [(write_date(each, language), count) for each, count in found.by_day.items()]
    days = _count_table("days", _("By day"), _("Day"), by_day, language)
    if found.waits:
        return [days]
    return [
        _count_table("groups", _("By group"), _("Respondent group"), by_group, language),
        _count_table("towns", _("By town"), _("Municipality"), by_town, language),
        days,
    ]


def _count_table(name: str, label: str, head: str, rows: Sequence[tuple[str, int | None]], language: Language) -> Table:
    """Return the numbers of answers of some rows; the hidden ones are told of under the table."""
    hidden = [said for said, count in rows if count is None]
    return {
        "id": f"{name}-table",
        "caption": label,
        "columns": [{"label": head}, {"label": _("Answers"), "kind": "number"}],
        "rows": [
            {"cells": [{"text": said}, {"text": write_number(count, language)}]}
            for said, count in rows
            if count is not None
        ],
        "folded": folded_rows(hidden, (), language, towns=name == "towns"),
    }


def _quotas(found: Monitor, language: Language) -> Table:
    numeric = ({"label": each, "kind": "number"} for each in (_("Answers"), _("Target"), "%"))
    columns = [{"label": _("Quota")}, *numeric, {"label": _("When full")}]
    rows = []
    for each in found.quotas:
        target = int(each.quota.target)
        texts = [write_number(number, language) for number in (each.answers, target, each.answers * 100 // target)]
        if each.hidden:
            texts = [_("hidden"), texts[1], _("hidden")]
        cells = [{"text": each.quota.name}, *({"text": text} for text in texts)]
        rows.append({"cells": [*cells, {"text": _when_full(each)}]})
    return {
        "id": "quotas-table", "caption": _("Quotas"), "caption_hidden": True, "columns": columns, "rows": rows,
        "stack": True,
    }  # fmt: skip


def _when_full(held: QuotaCount) -> str:
    if not held.quota.closes:
        return _("watched")
    return _("full: no more are taken") if held.answers >= held.quota.target else _("closes")


def told_to_wait(request: HttpRequest, wave: SurveyWave) -> HttpResponse:
    """Send the reader to the monitor with the reason why nobody looks into the answers yet."""
    messages.error(
        request,
        _(
            "The wave is answered by personal links. Its answers can be looked at when it has been closed, so that "
            "nobody can tell whose answer came meanwhile."
        ),
    )
    return redirect("survey_wave", workspace_of(request).slug, wave.survey_id, wave.pk)


@require_GET
@in_workspace(Act.EXPORT)
def survey_answers_file(request: HttpRequest, survey_id: UUID, wave_id: UUID, form: str) -> HttpResponseBase:
    """Give the answers as a file, in codes or in words, or for SPSS as both."""
    wave = wave_or_404(request, survey_id, wave_id)
    if form not in FORMS:
        raise Http404
    if waits_for_close(wave):
        return told_to_wait(request, wave)
    (said, suffix), language = FORMS[form], language_of(request)
    stream = io.BytesIO()
    try:
        if suffix == "sav":
            write_spss(*answers_for_spss(wave, language), stream, title=wave.name)
        elif suffix == "xlsx":
            write_workbook([answers_table(wave, said, language)], stream, language=language)
        else:
            write_csv(
                answers_table(wave, said, language),
                stream,
                form="machine" if said == "raw" else "excel",
                language=language,
            )
    except NoFormError:
        raise Http404 from None
    return file_answer(stream, f"{wave.name}-{said}-{timezone.localdate().isoformat()}.{suffix}", MEDIA_TYPES[suffix])


@require_POST
@in_workspace(Act.WRITE)
def survey_links_make(request: HttpRequest, survey_id: UUID, wave_id: UUID, link_id: UUID) -> HttpResponseBase:
    """Make personal links and give them as a file, once."""
    wave = wave_or_404(request, survey_id, wave_id)
    link: SurveyLink | None = records_of(SURVEY_LINKS).filter(pk=link_id, wave=wave, link_type="personal").first()
    if link is None:
        raise Http404
    sent = request.POST.get("count", "").strip()
    count = int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= MOST_DIGITS else 0
    try:
        made = make_personal_links(link, count, by=person_of(request), at=timezone.now())
    except FewLinksError as error:
        messages.error(request, error.message.in_language(language_of(request)))
        return redirect("survey_wave", workspace_of(request).slug, survey_id, wave_id)
    addresses = [[request.build_absolute_uri(reverse("answer_personal", args=[link.code, each]))] for each in made]
    table = TableContent(link.name, (TableColumn("address", _("Address"), width=90),), addresses)
    stream = io.BytesIO()
    write_workbook([table], stream, language=language_of(request))
    return file_answer(stream, f"{link.name}.xlsx", MEDIA_TYPES["xlsx"])


@require_POST
@in_workspace(Act.WRITE)
def survey_wave_close(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Close a wave."""
    wave = wave_or_404(request, survey_id, wave_id)
    close_wave(wave, by=person_of(request), at=timezone.now())
    messages.success(request, _("The wave is closed."))
    return redirect("survey_wave", workspace_of(request).slug, survey_id, wave_id)


@require_POST
@in_workspace(Act.SHARE)
def survey_answers_remove(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Remove the answers of a closed wave for good."""
    wave = wave_or_404(request, survey_id, wave_id)
    if request.POST.get("sure") != "1" or wave.state != "closed":
        messages.error(request, _("Nothing was removed. Tick the box if you are sure; only a closed wave is emptied."))
    else:
        count = remove_answers(wave, by=person_of(request), at=timezone.now())
        said = ngettext("%(count)s answer was removed.", "%(count)s answers were removed.", count)
        messages.success(request, said % {"count": write_number(count, language_of(request))})
    return redirect("survey_wave", workspace_of(request).slug, survey_id, wave_id)
