"""What the activity log tells of besides records: members, guest links, keys, saved views, the workspace, its networks.

They have no sheet, form or file: only names, columns to show old and new values by, and the sentences of the log.
Every row of a member holds the e-mail address, so that erasing the person finds all of them. Not for writing the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils import translation

from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.records.enums import Change
from seutu.apps.records.sheets.columns import Column, DateColumn, TextColumn, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.text import Language, Text


@dataclass(frozen=True, kw_only=True, slots=True)
class _CodeColumn(TextColumn):
    """A code of one of Django's closed lists, shown by its translated label."""

    labels: type[Role] | type[WorkspaceKind] = Role

    def show(self, value: Value, language: Language, record: Any = None) -> str:
        """Return the code's label; an unknown code as it is."""
        with translation.override(language):
            return str(dict(self.labels.choices).get(str(value), value or ""))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """What an act did, in words with {name}, {old} and {new}: of a change, and of the column it is about."""

    change: Change
    column: str
    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """One thing beside the records that the log tells of. ``named_by`` is the column that holds its name."""

    name: str
    singular: Text
    plural: Text
    columns: tuple[Column, ...]
    named_by: str
    sentences: tuple[Sentence, ...]
    personal: bool = False

    def sentence(self, change: str, values: Mapping[str, Any], name: str, language: Language) -> str | None:
        """Return what happened in one sentence; None when the log has no words for it (its values were erased)."""
        columns = {column.name: column for column in self.columns}
        for each in self.sentences:
            if each.change == change and each.column in values:
                column = columns[each.column]
                old, new = (column.show(column.recall(kept), language) for kept in values[each.column])
                return each.text.in_language(language).format(name=name, old=old, new=new)
        return None


_NAME = TextColumn(name="name", label=Text(fi="nimi", sv="namn", en="name"), personal=True)
_LABEL = TextColumn(name="label", label=Text(fi="tarkoitus", sv="ändamål", en="purpose"), personal=True)
_ROLE = _CodeColumn(name="role", label=Text(fi="rooli", sv="roll", en="role"))
_UNTIL = DateColumn(name="expires_on", label=Text(fi="voimassa saakka", sv="gäller till", en="works until"))
_ENDED = DateColumn(name="revoked_on", label=Text(fi="päättynyt", sv="avslutad", en="ended"))
_OTHER = TextColumn(name="name", label=Text(fi="nimi", sv="namn", en="name"))

MEMBERS: Final = Subject(
    name="members",
    singular=Text(fi="jäsen", sv="medlem", en="member"),
    plural=Text(fi="jäsenet", sv="medlemmar", en="members"),
    personal=True,
    named_by="email",
    columns=(
        TextColumn(name="email", label=Text(fi="sähköposti", sv="e-post", en="e-mail"), personal=True),
        _NAME,
        _ROLE,
        DateColumn(name="link_until", label=Text(fi="kirjautumislinkki", sv="inloggningslänk", en="sign-in link")),
    ),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="role",
            text=Text(
                fi="Jäsen lisätty: {name}, rooli {new}",
                sv="Medlem tillagd: {name}, roll {new}",
                en="Member added: {name}, role {new}",
            ),
        ),
        Sentence(
            change=Change.CHANGED,
            column="role",
            text=Text(
                fi="Jäsenen rooli muutettu: {name}, {old} → {new}",
                sv="Medlemmens roll ändrad: {name}, {old} → {new}",
                en="Member's role changed: {name}, {old} → {new}",
            ),
        ),
        Sentence(
            change=Change.CHANGED,
            column="link_until",
            text=Text(
                fi="Jäsenelle tehty uusi kirjautumislinkki: {name}",
                sv="Ny inloggningslänk skapad för medlemmen: {name}",
                en="New sign-in link made for the member: {name}",
            ),
        ),
        Sentence(
            change=Change.REMOVED,
            column="role",
            text=Text(
                fi="Jäsenyys päättyi: {name}",
                sv="Medlemskap avslutat: {name}",
                en="Membership ended: {name}",
            ),
        ),
    ),
)
GUEST_LINKS: Final = Subject(
    name="guest-links",
    singular=Text(fi="vieraslinkki", sv="gästlänk", en="guest link"),
    plural=Text(fi="vieraslinkit", sv="gästlänkar", en="guest links"),
    personal=True,
    named_by="label",
    columns=(_LABEL, _UNTIL, _ENDED),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="expires_on",
            text=Text(
                fi="Vieraslinkki tehty: {name}, voimassa {new} asti",
                sv="Gästlänk skapad: {name}, gäller till {new}",
                en="Guest link made: {name}, works until {new}",
            ),
        ),
        Sentence(
            change=Change.CHANGED,
            column="revoked_on",
            text=Text(
                fi="Vieraslinkki poistettu käytöstä: {name}",
                sv="Gästlänk tagen ur bruk: {name}",
                en="Guest link revoked: {name}",
            ),
        ),
    ),
)
API_TOKENS: Final = Subject(
    name="api-tokens",
    singular=Text(fi="rajapinnan avain", sv="nyckel till gränssnittet", en="key to the interface"),
    plural=Text(fi="rajapinnan avaimet", sv="nycklar till gränssnittet", en="keys to the interface"),
    personal=True,
    named_by="label",
    columns=(_LABEL, _ROLE, _UNTIL, _ENDED),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="role",
            text=Text(
                fi="Rajapinnan avain tehty: {name}, laajin rooli {new}",
                sv="Nyckel till gränssnittet skapad: {name}, vidaste roll {new}",
                en="Key to the interface made: {name}, widest role {new}",
            ),
        ),
        Sentence(
            change=Change.CHANGED,
            column="revoked_on",
            text=Text(
                fi="Rajapinnan avain poistettu käytöstä: {name}",
                sv="Nyckel till gränssnittet tagen ur bruk: {name}",
                en="Key to the interface revoked: {name}",
            ),
        ),
    ),
)
WORKSPACES: Final = Subject(
    name="workspaces",
    singular=Text(fi="työtila", sv="arbetsyta", en="workspace"),
    plural=Text(fi="työtilat", sv="arbetsytor", en="workspaces"),
    named_by="name",
    columns=(
        _OTHER,
        _CodeColumn(name="kind", label=Text(fi="laji", sv="slag", en="kind"), labels=WorkspaceKind),
        TextColumn(name="place_code", label=Text(fi="kunta", sv="kommun", en="municipality")),
    ),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="name",
            text=Text(fi="Työtila perustettu: {name}", sv="Arbetsyta skapad: {name}", en="Workspace created: {name}"),
        ),
    ),
)
NETWORKS: Final = Subject(
    name="networks",
    singular=Text(fi="verkosto", sv="nätverk", en="network"),
    plural=Text(fi="verkostot", sv="nätverk", en="networks"),
    named_by="name",
    columns=(_OTHER,),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="name",
            text=Text(
                fi="Työtila liittyi verkostoon: {name}",
                sv="Arbetsytan gick med i nätverket: {name}",
                en="The workspace joined the network: {name}",
            ),
        ),
        Sentence(
            change=Change.REMOVED,
            column="name",
            text=Text(
                fi="Työtila erosi verkostosta: {name}",
                sv="Arbetsytan lämnade nätverket: {name}",
                en="The workspace left the network: {name}",
            ),
        ),
    ),
)
NETWORK_MEMBERS: Final = Subject(
    name="network-members",
    singular=Text(fi="verkoston työtila", sv="nätverkets arbetsyta", en="workspace of the network"),
    plural=Text(fi="verkoston työtilat", sv="nätverkets arbetsytor", en="workspaces of the network"),
    named_by="name",
    columns=(_OTHER,),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="name",
            text=Text(
                fi="Verkostoon liittyi työtila: {name}",
                sv="En arbetsyta gick med i nätverket: {name}",
                en="A workspace joined the network: {name}",
            ),
        ),
        Sentence(
            change=Change.REMOVED,
            column="name",
            text=Text(
                fi="Verkostosta erosi työtila: {name}",
                sv="En arbetsyta lämnade nätverket: {name}",
                en="A workspace left the network: {name}",
            ),
        ),
    ),
)
SAVED_VIEWS: Final = Subject(
    name="saved-views",
    singular=Text(fi="tallennettu näkymä", sv="sparad vy", en="saved view"),
    plural=Text(fi="tallennetut näkymät", sv="sparade vyer", en="saved views"),
    named_by="name",
    columns=(
        _OTHER,
        TextColumn(name="list", label=Text(fi="luettelo", sv="förteckning", en="list")),
        TextColumn(name="query", label=Text(fi="rajaus", sv="avgränsning", en="filters")),
    ),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="name",
            text=Text(fi="Näkymä tallennettu: {name}", sv="Vy sparad: {name}", en="View saved: {name}"),
        ),
        Sentence(
            change=Change.REMOVED,
            column="name",
            text=Text(fi="Näkymä poistettu: {name}", sv="Vy borttagen: {name}", en="View removed: {name}"),
        ),
    ),
)
SUBJECTS: Final[dict[str, Subject]] = {
    each.name: each for each in (MEMBERS, GUEST_LINKS, API_TOKENS, WORKSPACES, NETWORKS, NETWORK_MEMBERS, SAVED_VIEWS)
}


def add_subjects(*declared: Subject) -> None:
    """Make further subjects known, those of an app above; the same one twice is the same."""
    SUBJECTS.update({each.name: each for each in declared})


def told(name: str) -> Kind | Subject:
    """Return the kind of record, or what else the log tells of, with this name; raises UnknownKindError."""
    return SUBJECTS.get(name) or kind_named(name)
