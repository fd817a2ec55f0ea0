"""What the interface answers when it cannot do what was asked: every kind of problem, declared once (RFC 9457).

Not for the faults of single values: the columns say those, and they are carried here field by field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language

from seutu.core.storage import TITLES, StorageFault
from seutu.core.text import LANGUAGES, Language, Text

CONTENT_TYPE: Final = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem: its name in the address of its description, its status, what it is and what to do next."""

    name: str
    status: int
    title: Text
    detail: Text


MALFORMED: Final = ProblemKind(
    "malformed",
    400,
    Text(
        fi="Pyyntöä ei voi lukea",
        sv="Begäran kan inte läsas",
        en="The request cannot be read",
    ),
    Text(
        fi="Lähetä JSON-olio, jonka kentät ovat rajapinnan kuvauksessa.",
        sv="Skicka ett JSON-objekt med de fält som finns i gränssnittets beskrivning.",
        en="Send a JSON object with the fields that the description of the interface names.",
    ),
)
NOT_SIGNED_IN: Final = ProblemKind(
    "not-signed-in",
    401,
    Text(fi="Kirjaudu ensin", sv="Logga in först", en="Sign in first"),
    Text(
        fi="Lähetä voimassa oleva avain otsakkeessa Authorization: Bearer, tai kirjaudu sisään selaimessa.",
        sv="Skicka en giltig nyckel i huvudet Authorization: Bearer, eller logga in i webbläsaren.",
        en="Send a key that is still valid in the header Authorization: Bearer, or sign in in the browser.",
    ),
)
NOT_FROM_OUR_PAGE: Final = ProblemKind(
    "not-from-our-page",
    403,
    Text(
        fi="Pyyntö ei tullut palvelun sivulta",
        sv="Begäran kom inte från tjänstens sida",
        en="The request did not come from our own page",
    ),
    Text(
        fi="Lähetä otsake X-CSRFToken tai käytä avainta.",
        sv="Skicka huvudet X-CSRFToken eller använd en nyckel.",
        en="Send the header X-CSRFToken, or use a key.",
    ),
)
NOT_ALLOWED: Final = ProblemKind(
    "not-allowed",
    403,
    Text(fi="Roolisi ei salli tätä", sv="Din roll tillåter inte detta", en="Your role does not allow this"),
    Text(
        fi="Pyydä työtilan omistajalta toinen rooli tai käytä avainta, jolla on laajempi rooli.",
        sv="Be arbetsytans ägare om en annan roll eller använd en nyckel med en vidare roll.",
        en="Ask an owner of the workspace for another role, or use a key with a wider one.",
    ),
)
NOT_FOUND: Final = ProblemKind(
    "not-found",
    404,
    Text(fi="Tällaista ei ole", sv="Det finns inget sådant", en="There is no such thing"),
    Text(
        fi="Tarkista osoite. Muiden työtilojen tiedot eivät näy tässä.",
        sv="Kontrollera adressen. Andra arbetsytors uppgifter visas inte här.",
        en="Check the address. What belongs to other workspaces is not shown here.",
    ),
)
WRONG_METHOD: Final = ProblemKind(
    "wrong-method",
    405,
    Text(
        fi="Osoite ei tue tätä metodia",
        sv="Adressen stöder inte metoden",
        en="The address does not support this method",
    ),
    Text(
        fi="Käytä jotakin otsakkeessa Allow lueteltua metodia.",
        sv="Använd en metod som anges i huvudet Allow.",
        en="Use one of the methods in the header Allow.",
    ),
)
STALE: Final = ProblemKind(
    "stale-version",
    409,
    Text(
        fi="Joku muu on jo muuttanut tietuetta",
        sv="Någon annan har redan ändrat posten",
        en="Somebody else has changed the record",
    ),
    Text(
        fi="Mitään ei tallennettu. Vertaa kenttiä current ja sent ja lähetä muutos uudella versiolla.",
        sv="Inget sparades. Jämför current och sent och skicka ändringen med den nya versionen.",
        en="Nothing was saved. Compare current and sent, and send the change with the new version.",
    ),
)
IN_TRASH: Final = ProblemKind(
    "in-trash",
    409,
    Text(fi="Tietue on roskakorissa", sv="Posten ligger i papperskorgen", en="The record is in the trash"),
    Text(fi="Palauta se ensin.", sv="Återställ den först.", en="Restore it first."),
)
TOO_LARGE: Final = ProblemKind(
    "too-large",
    413,
    Text(fi="Pyyntö on liian suuri", sv="Begäran är för stor", en="The request is too large"),
    Text(
        fi="Lähetä tietue kerrallaan tai tuo aineisto tiedostona.",
        sv="Skicka en post i taget eller importera materialet som en fil.",
        en="Send one record at a time, or bring the material in as a file.",
    ),
)
INVALID: Final = ProblemKind(
    "invalid",
    422,
    Text(
        fi="Joitakin tietoja ei voi ottaa vastaan",
        sv="Vissa uppgifter kan inte tas emot",
        en="Some values cannot be accepted",
    ),
    Text(
        fi="Mitään ei tallennettu. Korjaa luetellut kentät ja lähetä uudelleen.",
        sv="Inget sparades. Rätta fälten i listan och skicka på nytt.",
        en="Nothing was saved. Correct the fields listed and send again.",
    ),
)
TOO_MANY: Final = ProblemKind(
    "too-many",
    429,
    Text(fi="Pyyntöjä on liikaa", sv="För många begäranden", en="Too many requests"),
    Text(
        fi="Odota otsakkeen Retry-After ilmoittamat sekunnit ja jatka.",
        sv="Vänta det antal sekunder som anges i Retry-After och fortsätt.",
        en="Wait for the number of seconds in Retry-After, then go on.",
    ),
)
BROKEN: Final = ProblemKind(
    "broken",
    500,
    Text(fi="Palvelussa on vika", sv="Det är fel på tjänsten", en="The service failed"),
    Text(
        fi="Mitään ei tallennettu. Yritä uudelleen; jos vika toistuu, kerro siitä ylläpidolle.",
        sv="Inget sparades. Försök igen; om felet upprepas, meddela administratören.",
        en="Nothing was saved. Try again; if it happens again, tell the administrator.",
    ),
)
NO_ROOM: Final = ProblemKind(
    "no-room",
    507,
    TITLES[StorageFault.FULL],
    Text(
        fi="Mitään ei tallennettu. Kerro ylläpidolle, ja lähetä pyyntö uudelleen, kun levyllä on tilaa.",
        sv="Inget sparades. Meddela administratören och skicka begäran igen när det finns utrymme på disken.",
        en="Nothing was saved. Tell the administrator, and send the request again when the disk has room.",
    ),
)
NOT_WRITABLE: Final = ProblemKind(
    "not-writable",
    503,
    TITLES[StorageFault.UNWRITABLE],
    Text(
        fi="Mitään ei tallennettu: palvelu ei saa kirjoittaa tietokansioonsa. Kerro siitä ylläpidolle.",
        sv="Inget sparades: tjänsten får inte skriva i sin datamapp. Meddela administratören.",
        en="Nothing was saved: the service may not write to its data folder. Tell the administrator.",
    ),
)
PROBLEMS: Final = (
    MALFORMED,
    NOT_SIGNED_IN,
    NOT_ALLOWED,
    NOT_FROM_OUR_PAGE,
    NOT_FOUND,
    WRONG_METHOD,
    STALE,
    IN_TRASH,
    TOO_LARGE,
    INVALID,
    TOO_MANY,
    BROKEN,
    NO_ROOM,
    NOT_WRITABLE,
)


class ApiProblem(Exception):
    """A request cannot be done: its kind, the faults field by field, and what else the answer carries."""

    def __init__(
        self,
        kind: ProblemKind,
        *,
        detail: Text | None = None,
        errors: Mapping[str, Text] | None = None,
        extra: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(kind.name)
        self.kind = kind
        self.detail = detail or kind.detail
        self.errors = dict(errors or {})
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})


def spoken() -> Language:
    """Return the language that the person's browser or program asked for."""
    active = (get_language() or "fi")[:2]
    return next((language for language in LANGUAGES if language == active), "fi")


def problem_answer(request: HttpRequest, problem: ApiProblem) -> JsonResponse:
    """Return the answer to a request that cannot be done, in the person's language."""
    language = spoken()
    body: dict[str, Any] = {
        "type": f"{reverse('api-1:docs')}#{problem.kind.name}",
        "title": problem.kind.title.in_language(language),
        "status": problem.kind.status,
        "detail": problem.detail.in_language(language),
        "instance": request.path,
        **problem.extra,
    }
    if problem.errors:
        body["errors"] = [
            {"field": field, "detail": text.in_language(language)} for field, text in problem.errors.items()
        ]
    answer = JsonResponse(body, status=problem.kind.status, content_type=CONTENT_TYPE)
    for name, value in problem.headers.items():
        answer.headers[name] = value
    return answer
