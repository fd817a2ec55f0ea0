"""How the answers of a wave are weighted: the maker's choice, what the weights cost, and classes with few answers."""

from typing import Any, Final
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.forms import NoFormError, form_of
from seutu.apps.statistics.surveys.queries import waits_for_close
from seutu.apps.statistics.surveys.store_targets import (
    AGES_AND_SEXES,
    TOWNS_AND_AGES,
    StoreTargets,
    store_targets,
)
from seutu.apps.statistics.surveys.weighting import (
    codes_of_wave,
    fitted_plan,
    populations_of_store,
    weighting_classes,
)
from seutu.apps.statistics.surveys.weighting_operations import save_weighting
from seutu.core.problems import InputProblem
from seutu.core.surveys.wave_weights import checked_plan, class_counts
from seutu.core.surveys.weighting_plan import (
    TOWN,
    WeightingMethod,
    WeightingPlan,
    merge_lines,
    plan_of,
    population_lines,
    read_plan,
)
from seutu.core.surveys.weighting_plan_messages import TOO_LARGE
from seutu.core.text import Language
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.survey_tables import survey_crumbs, wave_or_404
from seutu.web.survey_weighting_tables import classes_table, costs, store_source, store_table
from seutu.web.views.survey_waves import told_to_wait

MOST_BYTES: Final = 200_000


class WeightingForm(forms.Form):
    """The method, the population by class as lines or a file, merges of classes, the cap and the source."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        area = {"rows": 8, "spellcheck": "false"}
        methods = [
            (WeightingMethod.NONE.value, _("Equal weights")),
            (WeightingMethod.CELLS.value, _("Post-stratification by one grouping")),
            (WeightingMethod.RAKING.value, _("Raking on several questions")),
        ]
        self.fields["method"] = forms.ChoiceField(label=_("Way of weighting"), choices=methods)
        self.fields["population"] = forms.CharField(
            label=_("Population"),
            required=False,
            max_length=MOST_BYTES,
            help_text=_("A line for each class: question; class; population. The codes stand below."),
            widget=forms.Textarea(attrs=area),
        )
        self.fields["file"] = forms.FileField(
            label=_("Or the same lines as a file"), required=False, help_text=_("CSV or text, UTF-8.")
        )
        self.fields["source"] = forms.CharField(
            label=_("Source of the population"),
            required=False,
            max_length=300,
            help_text=_("Publisher and year. It stands beside the results."),
        )
        self.fields["merges"] = forms.CharField(
            label=_("Classes to merge"),
            required=False,
            max_length=MOST_BYTES,
            help_text=_("A line for each: question; class = the class that takes it in."),
            widget=forms.Textarea(attrs={**area, "rows": 3}),
        )
        self.fields["cap"] = forms.CharField(
            label=_("Largest weight, times the mean"),
            required=False,
            max_length=20,
            help_text=_("Larger weights are trimmed to this. Empty: nothing is trimmed."),
        )

    def plan(self) -> WeightingPlan:
        """Return what was filled in. Raises InputProblem."""
        told, sent = self.cleaned_data, self.cleaned_data.get("file")
        lines = told["population"]
        if sent and sent.size > MOST_BYTES:
            raise InputProblem.because(TOO_LARGE)
        if sent:
            lines = sent.read(MOST_BYTES).decode("utf-8-sig", errors="replace")
        return read_plan(told["method"], lines, told["merges"], told["cap"], told["source"])


@require_http_methods(["GET", "POST"])
@in_workspace(Act.WRITE)
def survey_weighting(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Show and save the weighting of a wave; what cannot be met is told, and then nothing is saved."""
    wave, language = wave_or_404(request, survey_id, wave_id), language_of(request)
    slug = workspace_of(request).slug
    if waits_for_close(wave):
        return told_to_wait(request, wave)
    plan = plan_of(wave.weighting)
    form = WeightingForm(request.POST, request.FILES) if request.method == "POST" else _filled(request, wave, plan)
    try:
        classes = weighting_classes(form_of(wave))
        if request.method == "POST" and form.is_valid():
            plan = form.plan()
            save_weighting(wave, plan, by=person_of(request), at=timezone.now())
            messages.success(request, _("The weighting is saved. Every result of the wave uses it."))
            return redirect("survey_weighting", slug, survey_id, wave_id)
    except InputProblem as problem:
        for each in problem.problems:
            form.add_error(None, each.message.in_language(language))
    except NoFormError:
        messages.error(request, _("The wave has no published questionnaire. Give it one first."))
        return redirect("survey_wave", slug, survey_id, wave_id)
    back, here = (reverse(name, args=[slug, survey_id, wave_id]) for name in ("survey_wave", "survey_weighting"))
    context = {
        "page_title": _("Weighting"),
        "page_kind": wave.name,
        "page_lead": _(
            "Weights make the answers stand for the population. Small groups are hidden by answers, not by weights."
        ),
        "breadcrumbs": [
            *survey_crumbs(slug, wave.survey, language),
            {"label": wave.name, "url": back},
            {"label": _("Weighting")},
        ],
        "form": form,
        "back_url": back,
        "codes": [{"label": name, "text": ", ".join(codes[:30]) or _("any code")} for name, codes in classes.items()],
        **_worked(wave, plan, language),
        **_store(wave, here, language),
    }
    return render(request, "pages/survey_weighting.html", context, status=422 if form.errors else 200)


def _filled(request: HttpRequest, wave: SurveyWave, plan: WeightingPlan) -> WeightingForm:
    """Return the form as the wave is weighted; with ``?towns=1`` or ``?fill=`` with the store's populations instead."""
    initial = {
        "method": plan.method.value,
        "population": population_lines(plan.targets),
        "merges": merge_lines(plan.merges),
        "cap": "" if plan.cap is None else f"{plan.cap:g}",
        "source": plan.source,
    }
    if request.GET.get("towns") == "1" and (told := populations_of_store(wave).get(TOWN)):
        targets = {**plan.targets, TOWN: {each.code: each.number for each in told}}
        several = len(targets) > 1
        initial["population"] = population_lines(targets)
        initial["method"] = (WeightingMethod.RAKING if several else WeightingMethod.CELLS).value
        initial["source"] = plan.source or store_source(told)
    if wanted := request.GET.get("fill"):
        for each in (one for one in _targets(wave) if one.name == wanted and one.targets):
            initial |= {"population": population_lines(each.targets), "method": each.method.value}
            initial["source"] = each.source
    return WeightingForm(initial=initial)


def _targets(wave: SurveyWave) -> list[StoreTargets]:
    try:
        return store_targets(wave)
    except NoFormError:
        return []


def _worked(wave: SurveyWave, plan: WeightingPlan, language: Language) -> dict[str, Any]:
    """Return what the weights cost and the classes, for as much of the plan as can be worked out."""
    if plan.method is WeightingMethod.NONE:
        return {}
    try:
        checked_plan(plan, weighting_classes(form_of(wave)))
        codes = codes_of_wave(wave, plan)
        counted = class_counts(plan, codes) if any(codes.values()) else ()
    except InputProblem:
        return {}
    shown = {"classes": classes_table(counted, language) if counted else None}
    try:
        found = fitted_plan(wave, plan)
    except InputProblem as problem:
        return shown | {"faults": [each.message.in_language(language) for each in problem.problems]}
    if found is None:
        return shown | {"no_answers": True}
    said = [each.in_language(language) for each in found.remarks]
    return shown | {
        "costs": costs(found, language),
        "remarks": said,
        "tone": "info" if found.converged else "attention",
    }


def _store(wave: SurveyWave, here: str, language: Language) -> dict[str, Any]:
    told = populations_of_store(wave)
    tables = [store_table(name, figures, language) for name, figures in told.items() if figures]
    labels = {
        TOWNS_AND_AGES: _("Fill in the towns and ages from the store"),
        AGES_AND_SEXES: _("Fill in age × sex from the store"),
    }
    fitting = _targets(wave)
    fills = [{"url": f"{here}?fill={each.name}", "label": labels[each.name]} for each in fitting if each.targets]
    if told.get(TOWN):
        fills.insert(0, {"url": f"{here}?towns=1", "label": _("Fill in the towns from the store")})
    misfits = [each.misfit.in_language(language) for each in fitting if each.misfit]
    return {"store": tables, "fills": fills, "misfits": list(dict.fromkeys(misfits))}
