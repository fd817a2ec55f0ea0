"""Every page of the service, taken from the URL map, with addresses of a filled workspace. Not a test itself.

An address that answers no page must be named in NOT_PAGES with its reason, or refuse GET.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from seutu.apps.places.kinds import RELATIONS
from tests.e2e.filled import Filled, key_of, session_of

NOT_PAGES: Final = {
    "front": "leads to the home page",
    "template": "an Excel file",
    "export": "a file",
    "suggest": "a part of a form",
    "enter": "signs in and leads on; asks for a press of a button only from another machine",
    "guest": "leads to the workspace",
    "account_signup": "there is no open registration: a page of its own says so, tested below as closed",
    "account_closed": "answers that it is not there",
    "account_confirm_login_code": "closed",
    "account_confirm_email": "needs a key from a message",
    "account_reset_password_from_key": "needs a key from a message",
    "mfa_authenticate": "needs a half-finished sign-in",
    "mfa_login_webauthn": "an answer for the passkey script",
    "mfa_download_recovery_codes": "a text file",
    "socialaccount_connections": "closed",
    "socialaccount_login_error": "no provider is set",
    "mfa_reauthenticate_webauthn": "needs a passkey of a device",
    "socialaccount_signup": "needs a half-finished sign-in",
    "openid_connect_login": "no provider is set",
    "openid_connect_callback": "no provider is set",
    "boundaries": "a map layer, there when boundaries have been pulled",
    "picture_boundaries": "a map layer, there when boundaries have been pulled",
    "robots": "a text file",
    "job_progress": "a part of the page of background work",
    "job_rejected": "a file",
    "import_done": "there when a file has been brought in",
    "import_rejected": "a file",
    "portfolio_file": "a file",
    "project_file": "a file",
    "payment_claim_file": "a file",
    "audit_folder": "a file",
    "coming_file": "a file",
    "index_file": "a file",
    "survey_answers_file": "a file",
    "survey_results_file": "a file",
    "survey_changes_file": "a file",
    "statistics_file": "a file",
    "competences_file": "a file",
    "statistics_indicator_file": "a file",
    "town_profile_file": "a file",
    "town_reports_file": "a file",
    "public_page_file": "a file",
    "calendar_feed": "a file that a calendar program fetches by a secret",
}

# Without these the address leads on to another page.
QUERIES: Final = {"picture_home": "?choose=1", "view_new": "?q=kone", "project_shift": "?part=1&months=4"}
# An address that refuses GET, gives a file or leads on is no page.
SETTLED: Final = {405}


@dataclass(frozen=True, slots=True)
class View:
    """One page: its name, its path without the language, and who opens it (owner, guarded, keyed or nobody)."""

    name: str
    path: str
    who: str

    def address(self, language: str) -> str:
        """Return the address in a language."""
        return f"/{language}/{self.path}"


@dataclass(frozen=True, slots=True)
class Walk:
    """The pages, the sessions that open them, and the addresses that answered no page although they should have."""

    views: list[View]
    sessions: dict[str, str]
    unexplained: list[str]


def walk(filled: Filled, *, of_kinds: Sequence[str] = (), kinds_alone: bool = False) -> Walk:
    """Ask every address of the URL map for a page, signed in as each person until one gets it.

    Pages of a kind are those of actors, and of the kinds named; ``kinds_alone`` leaves all pages but these out.
    """
    people = {"owner": filled.owner, "guarded": filled.guarded, "keyed": filled.keyed, "nobody": None}
    sessions = {who: session_of(person) for who, person in people.items()}
    client = Client(raise_request_exception=False)
    views: list[View] = []
    unexplained: list[str] = []
    for name, pattern in _routes(get_resolver().url_patterns):
        if name in NOT_PAGES or not pattern.startswith("fi/") or "social/" in pattern:
            continue
        if kinds_alone and "<slug:kind>" not in pattern:
            continue
        kinds_here = dict.fromkeys(["actors", *(of_kinds if "<slug:kind>" in pattern else ())])
        for kind in kinds_here:
            try:
                path = _filled_in(pattern, name, filled, kind)
            except KeyError as missing:
                unexplained.append(f"{name} {pattern}: give the parameter {missing} a value in _filled_in")
                break
            who, answers = _opened(client, path, sessions)
            if who:
                views.append(View(name if kind == "actors" else f"{name} of {kind}", path.removeprefix("fi/"), who))
            elif answers != SETTLED and kind == "actors":
                unexplained.append(f"{name} /{path}: {sorted(answers)}")
    return Walk(views, sessions, unexplained)


def _routes(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for each in patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, path)
        elif isinstance(each, URLPattern):
            yield each.name or path, path


def _filled_in(pattern: str, name: str, filled: Filled, kind: str) -> str:
    values: dict[str, Any] = {
        "workspace": filled.workspace.slug,
        "kind": kind,
        "record_id": filled.records[kind].pk,
        "area": "network",
        "task_id": filled.records["tasks"].pk,
        "place_kind": "municipality",
        "code": "140",
        "form": "docx",
        "indicator": "employment_rate",
        "relation": RELATIONS[0].code,
        "file": "docx",
        "pk": key_of(filled.keyed),
        "token_id": uuid4(),
        "project_id": filled.records["projects"].pk,
        **filled.values,
    }
    if name in {"checked", "plan_return_preview"}:
        values["token"] = values["plan"]
    if name == "shared_record":
        values["record_id"] = values["shared_id"]
    if name in {"information_page", "public_page"}:
        values["record_id"] = filled.records["information-pages"].pk
    if name == "public_record":
        values["record_id"] = values["public_id"]
    if name == "project_workshop":
        values["project_id"], values["reflection_id"] = values["project_workshop"]
    if name.startswith("answer"):
        values["code"] = values["personal_code" if "personal" in name else "answer_code"]
    path = pattern
    while "<" in path:
        before, _, rest = path.partition("<")
        inside, _, after = rest.partition(">")
        path = before + str(values[inside.rpartition(":")[2]]) + after
    return path + QUERIES.get(name, "")


def _opened(client: Client, path: str, sessions: dict[str, str]) -> tuple[str, set[int]]:
    """Return who gets a page from the address, or the codes of the refusals."""
    answers: set[int] = set()
    for who, session in sessions.items():
        client.cookies.clear()
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        answer = client.get(f"/{path}")
        if answer.status_code == 200 and not answer.streaming and b"<main" in answer.content:
            return who, answers
        if _is_no_page(answer):
            return "", SETTLED
        answers.add(answer.status_code)
    return "", answers


def _is_no_page(answer: Any) -> bool:
    """Return whether GET is refused, gives a file or leads on to another page than a sign-in."""
    if answer.status_code == 302:
        return "/account/" not in answer.headers["Location"]
    file = answer.status_code == 200 and not answer.headers["Content-Type"].startswith("text/html")
    return file or answer.status_code == 405
