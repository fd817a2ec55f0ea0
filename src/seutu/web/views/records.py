"""One record: its page, its form, trash and return, comments, sharing, and undoing an act."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act, may
from seutu.apps.records.exceptions import InUseError, InvalidValuesError, NotYoursError, StaleVersionError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import (
    change_record,
    comment,
    create_record,
    made_already,
    remove_record,
    restore_record,
    trash_record,
)
from seutu.apps.records.queries import Referring, comments_on, matching, record_of, records_of, referring_to
from seutu.apps.records.sheets.kinds import Kind
from seutu.core.figures import write_date
from seutu.core.text import Language
from seutu.web.decision_notices import decision_notices
from seutu.web.form_marks import mark_of
from seutu.web.forms import RecordForm, initial_of, pointed_by, pointed_by_ids
from seutu.web.histories import record_history
from seutu.web.moments import moment
from seutu.web.plan_links import plan_actions
from seutu.web.record_leads import record_lead
from seutu.web.register_links import alike_before_saving, register_actions, register_notices
from seutu.web.retention_words import kept_notices, kept_warning
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.tables import cell, record_table, record_url
from seutu.web.undo_messages import success_with_undo
from seutu.web.views.collections import kind_or_404


def record_or_404(kind: Kind, record_id: UUID) -> OwnedRecord:
    """Return a record of the workspace; any other answers 404."""
    try:
        return record_of(kind, record_id)
    except ObjectDoesNotExist:
        raise Http404 from None


def standing_or_404(kind: Kind, record_id: UUID) -> OwnedRecord:
    """Return a record of the workspace that is not in the trash; any other answers 404."""
    found = record_or_404(kind, record_id)
    if found.trashed_at is not None:
        raise Http404
    return found


class CommentForm(forms.Form):
    """What a person says of a record."""

    text = forms.CharField(label="", max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Your comment")


@require_GET
@in_workspace()
def record(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Show a record: facts left; history, comments and where it is used right."""
    declared = kind_or_404(request, kind)
    shown = record_or_404(declared, record_id)
    language = language_of(request)
    slug = request.workspace.slug  # type: ignore[attr-defined]
    personal = may(request.role, Act.READ_PERSONAL)  # type: ignore[attr-defined]
    columns = [column for column in declared.columns if personal or not column.personal]
    facts, blank = [], []
    for column in columns:
        content = cell(column, shown, language, slug)
        content["text"] = column.tell(column.take(shown), language, shown)
        label = column.label.in_language(language)
        if content["text"]:
            facts.append({"label": label[:1].upper() + label[1:], **content})
        else:
            blank.append(label)
    referring = [use for use in referring_to(declared, record_id) if personal or not use.kind.personal]
    kept = kept_notices(shown, language, today=timezone.localdate())
    context = {
        "page_title": shown.title,
        "page_kind": declared.singular.in_language(language).capitalize(),
        "page_lead": record_lead(declared, shown, _counted(referring), language),
        "page_actions": [
            *plan_actions(request, shown),
            *_actions(request, declared, shown, slug),
            *register_actions(request, shown),
        ],
        "notices": [*register_notices(request, shown, language), *decision_notices(shown, language), *kept],
        "breadcrumbs": _crumbs(declared, slug, language, shown.title),
        "facts": facts,
        "blank": blank,
        "record": shown,
        "trashed": write_date(timezone.localdate(shown.trashed_at), language) if shown.trashed_at else "",
        "history": record_history(declared, record_id, language, personal=personal),
        "comments": _comments(declared, record_id, language) if personal else [],
        "comment_form": CommentForm() if may(request.role, Act.COMMENT) else None,  # type: ignore[attr-defined]
        "comment_url": reverse("record_comment", args=[slug, declared.name, record_id]),
        "uses": _uses(referring, language, slug),
    }
    return render(request, "pages/record.html", context)


def _crumbs(kind: Kind, slug: str, language: Language, title: str) -> list[dict[str, str]]:
    plural = kind.plural.in_language(language)
    return [{"label": plural, "url": reverse("collection", args=[slug, kind.name])}, {"label": title}]


def _actions(request: HttpRequest, kind: Kind, shown: OwnedRecord, slug: str) -> list[dict[str, Any]]:
    role = request.role  # type: ignore[attr-defined]
    if not may(role, Act.WRITE):
        return []
    address = [slug, kind.name, shown.pk]
    if shown.trashed_at:
        return [
            {"label": _("Restore"), "url": reverse("record_restore", args=address), "method": "post"},
            {
                "label": _("Remove for good"),
                "url": reverse("record_remove", args=address),
                "method": "post",
                "style": "danger",
            },
        ]
    actions: list[dict[str, Any]] = [{"label": _("Edit"), "url": reverse("record_edit", args=address)}]
    if may(role, Act.SHARE):
        actions.append({"label": _("Share"), "url": reverse("record_share", args=address), "style": "second"})
    actions.append(
        {"label": _("Move to trash"), "url": reverse("record_trash", args=address), "method": "post", "style": "quiet"}
    )
    return actions


def _comments(kind: Kind, record_id: UUID, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "who": str(each.person or _("a former member")),
            "when": moment(each.at, language),
            "when_iso": each.at.isoformat(),
            "text": each.text,
            "id": str(each.pk),
        }
        for each in comments_on(kind, record_id)
    ]


def _counted(referring: Sequence[Referring]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for use in referring:
        counts[use.kind.name] += use.total
    return counts


def _uses(referring: Sequence[Referring], language: Language, slug: str) -> list[dict[str, Any]]:
    uses = []
    for use in referring:
        for each in use.records:
            each.terms = {}
        columns = [c for c in use.kind.listed if c.name != use.column and c not in use.kind.schemes]
        table = record_table(use.kind, use.records, language=language, workspace=slug, columns=columns)
        table["id"] = f"{use.kind.name}-{use.column}"
        table["caption_hidden"] = True
        table["note"] = "" if use.total <= len(use.records) else f"{len(use.records)} / {use.total}"
        uses.append(table)
    return uses


def _form_page(
    request: HttpRequest,
    form: RecordForm,
    kind: Kind,
    *,
    title: str,
    shown: OwnedRecord | None,
    status: int = 200,
    difference: list[dict[str, str]] | None = None,
    alike: dict[str, Any] | None = None,
) -> HttpResponse:
    language = language_of(request)
    slug = request.workspace.slug  # type: ignore[attr-defined]
    back = record_url(slug, kind, shown.pk) if shown else reverse("collection", args=[slug, kind.name])
    context = {
        "page_title": title,
        "page_lead": _needed(form, kind, language),
        "breadcrumbs": _crumbs(kind, slug, language, title),
        "form": form,
        "references": [column.name for column in kind.references],
        "back_url": back,
        "difference": difference,
        "alike": alike,
    }
    return render(request, "pages/form.html", context, status=status)


def _needed(form: RecordForm, kind: Kind, language: Language) -> str:
    """Say which fields must be filled in: they are few, so the others need no mark of their own."""
    named = [
        column.label.in_language(language) for column in kind.columns if column.required and column in form.columns
    ]
    return _("You must fill in: %(names)s. The rest can wait.") % {"names": ", ".join(named)} if named else ""


def _form(request: HttpRequest, kind: Kind, **kwargs: Any) -> RecordForm:
    slug = request.workspace.slug  # type: ignore[attr-defined]
    return RecordForm(kind, language_of(request), suggest_url=reverse("suggest", args=[slug]), **kwargs)


@in_workspace(Act.WRITE)
def record_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Add a record. An actor that looks the same as another is saved when the person says so."""
    declared = kind_or_404(request, kind)
    language = language_of(request)
    title = _("Add: %(kind)s") % {"kind": declared.singular.in_language(language)}
    first: dict[str, str] = {key: request.GET[key] for key in request.GET if key in {c.name for c in declared.columns}}
    pointed = pointed_by_ids(declared, first)
    if request.method != "POST":
        first |= {name: named for name, (named, _id) in pointed.items()}
        return _form_page(request, _form(request, declared, initial=first), declared, title=title, shown=None)
    form = _form(request, declared, data=request.POST, pointed=pointed)
    if form.is_valid():
        mark = mark_of(request)
        alike = alike_before_saving(request, declared, form.values)
        if alike and not made_already(declared, form.values, mark):  # the like one may be what this form has just made
            return _form_page(request, form, declared, title=title, shown=None, status=409, alike=alike)
        try:
            saved = create_record(declared, form.values, by=person_of(request), at=timezone.now(), mark=mark)
        except InvalidValuesError as error:
            _say_problems(form, error, language)
        else:
            messages.success(request, _("Saved."))
            return redirect(record_url(request.workspace.slug, declared, saved.pk))  # type: ignore[attr-defined]
    return _form_page(request, form, declared, title=title, shown=None, status=422)


@in_workspace(Act.WRITE)
def record_edit(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Change a record. A stale form is refused: what was typed stays, and what stands now is shown beside it."""
    declared = kind_or_404(request, kind)
    shown = record_or_404(declared, record_id)
    language = language_of(request)
    if request.method != "POST":
        form = _form(request, declared, initial=initial_of(declared, shown, language))
        return _form_page(request, form, declared, title=_editing(shown), shown=shown)
    form = _form(request, declared, data=request.POST, pointed=pointed_by(declared, shown))
    if form.is_valid():
        alike = alike_before_saving(request, declared, form.values, before=shown)
        if alike:
            return _form_page(request, form, declared, title=_editing(shown), shown=shown, status=409, alike=alike)
        version = form.cleaned_data.get("version") or 0
        try:
            change_record(declared, shown, form.values, version=version, by=person_of(request), at=timezone.now())
        except InvalidValuesError as error:
            _say_problems(form, error, language)
        except StaleVersionError as error:
            return _stale(request, form, declared, record_or_404(declared, record_id), error)
        else:
            messages.success(request, _("Saved."))
            return redirect(record_url(request.workspace.slug, declared, record_id))  # type: ignore[attr-defined]
    return _form_page(request, form, declared, title=_editing(shown), shown=shown, status=422)


def _editing(shown: OwnedRecord) -> str:
    return _("Edit: %(name)s") % {"name": shown.title}


def _say_problems(form: RecordForm, error: InvalidValuesError, language: Language) -> None:
    for name, text in error.problems.items():
        form.add_error(name if name in form.fields else None, text.in_language(language))


def _stale(
    request: HttpRequest, form: RecordForm, kind: Kind, now: OwnedRecord, error: StaleVersionError
) -> HttpResponse:
    language = language_of(request)
    difference = []
    for column in kind.columns:
        stands, sent = column.take(now), form.values.get(column.name)
        if column.keep(stands) != column.keep(sent):
            sent_text = request.POST.get(column.name, "") if sent is not None else ""
            difference.append(
                {
                    "label": column.label.in_language(language),
                    "stands": column.show(stands, language, now) or "–",
                    "sent": sent_text or "–",
                }
            )
    data = request.POST.copy()
    data["version"] = str(error.version)
    fresh = _form(request, kind, data=data, pointed=pointed_by(kind, now))
    fresh.is_valid()
    return _form_page(request, fresh, kind, title=_editing(now), shown=now, status=409, difference=difference)


def _not_yours(request: HttpRequest, kind: Kind, record_id: UUID, error: NotYoursError) -> HttpResponse:
    """Say why the record is not the person's to write."""
    for text in error.problems.values():
        messages.error(request, text.in_language(language_of(request)))
    return redirect(record_url(workspace_of(request).slug, kind, record_id))


@require_POST
@in_workspace(Act.WRITE)
def record_trash(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Move a record to the trash, with an undo beside the message."""
    declared, slug = kind_or_404(request, kind), workspace_of(request).slug
    shown = record_or_404(declared, record_id)
    try:
        trashed = trash_record(declared, shown, by=person_of(request), at=timezone.now())
    except NotYoursError as error:
        return _not_yours(request, declared, record_id, error)
    undo_url = reverse("act_undo", args=[slug, trashed.version])
    if warning := kept_warning(shown, language_of(request), today=timezone.localdate()):
        messages.warning(request, warning)
    success_with_undo(request, _("Moved to the trash. You can restore it from there."), undo_url=undo_url)
    return redirect("collection", slug, kind)


@require_POST
@in_workspace(Act.WRITE)
def record_restore(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Bring a record back from the trash."""
    declared = kind_or_404(request, kind)
    shown = record_or_404(declared, record_id)
    try:
        restore_record(declared, shown, by=person_of(request), at=timezone.now())
    except NotYoursError as error:
        return _not_yours(request, declared, record_id, error)
    messages.success(request, _("Restored."))
    return redirect(record_url(request.workspace.slug, declared, record_id))  # type: ignore[attr-defined]


@require_POST
@in_workspace(Act.WRITE)
def record_remove(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Remove a trashed record for good."""
    declared = kind_or_404(request, kind)
    shown = record_or_404(declared, record_id)
    slug = request.workspace.slug  # type: ignore[attr-defined]
    if shown.trashed_at is None:
        raise Http404
    try:
        remove_record(declared, shown, by=person_of(request), at=timezone.now())
    except NotYoursError as error:
        return _not_yours(request, declared, record_id, error)
    except InUseError:
        messages.error(request, _("Other records refer to this one. Remove or change them first."))
        return redirect(record_url(slug, declared, record_id))
    messages.success(request, _("Removed for good."))
    return redirect("trash", slug)


@require_POST
@in_workspace(Act.COMMENT)
def record_comment(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Say something about a record."""
    declared = kind_or_404(request, kind)
    shown = record_or_404(declared, record_id)
    form = CommentForm(request.POST)
    person = person_of(request)
    if form.is_valid() and person is not None:
        comment(declared, shown, form.cleaned_data["text"], by=person, at=timezone.now(), mark=mark_of(request))
    else:
        messages.error(request, _("The comment is empty or too long. Write 1–5,000 characters."))
    return redirect(record_url(request.workspace.slug, declared, record_id) + "#comments")  # type: ignore[attr-defined]


@require_GET
@in_workspace(Act.WRITE)
def suggest(request: HttpRequest) -> HttpResponse:
    """Return the titles that hold what has been typed, for a form's reference field."""
    declared = kind_or_404(request, request.GET.get("kind", ""))
    typed = next((str(value) for key, value in request.GET.items() if key != "kind"), "")
    found = matching(records_of(declared), typed)[:12] if typed.strip() else records_of(declared)[:12]
    return render(request, "pages/suggestions.html", {"titles": [each.title for each in found]})
