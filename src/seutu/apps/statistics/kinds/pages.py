"""Kinds of information pages and the cited facts on them. Not for what a page shows, which is worked out on reading."""

from decimal import Decimal
from typing import Final

from seutu.apps.records.sheets.columns import ChoiceColumn, NumberColumn, TextColumn, choices_of
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import LinkColumn, MunicipalityColumn, ReferenceColumn, TermsColumn
from seutu.apps.register.kinds.shared_columns import NAME
from seutu.apps.statistics.models import InformationPage, PageFact
from seutu.core.text import Text

PAGES_GROUP: Final = Text(fi="Tietosivut", sv="Informationssidor", en="Information pages")
READERS: Final = choices_of(
    ("companies", "yritykset", "företag", "companies"),
    ("decision_makers", "päättäjät", "beslutsfattare", "decision-makers"),
    ("residents", "asukkaat", "invånare", "residents"),
    ("everybody", "kaikki", "alla", "everybody"),
)
TOPICS: Final = choices_of(
    ("population", "väestö", "befolkning", "population"),
    ("migration", "muuttoliike", "flyttningsrörelse", "migration"),
    ("work", "työ ja työttömyys", "arbete och arbetslöshet", "work and unemployment"),
    ("industries", "työpaikat ja elinkeinot", "arbetsplatser och näringsliv", "jobs and industries"),
    ("education", "koulutus", "utbildning", "education"),
    ("living", "asuminen ja tulot", "boende och inkomster", "living and income"),
    ("municipal_economy", "kuntatalous", "kommunal ekonomi", "municipal economy"),
)
"""The sections of a town's profile."""
LONGEST_TEXT: Final = 10_000
INFORMATION_PAGES: Final = Kind(
    name="information-pages",
    model=InformationPage,
    singular=Text(fi="tietosivu", sv="informationssida", en="information page"),
    plural=Text(fi="Tietosivut", sv="Informationssidor", en="Information pages"),
    purpose=Text(
        fi="Kunnan luvut ja kertomus yrityksille, päättäjille tai asukkaille. Sivun voi avata kaikille.",
        sv="Kommunens siffror och en berättelse för företag, beslutsfattare eller invånare. Sidan kan öppnas för alla.",
        en="A municipality's figures and a story for companies, decision-makers or residents. It can be opened to all.",
    ),
    columns=(
        NAME,
        ChoiceColumn(
            name="readers", choices=READERS, label=Text(fi="kenelle", sv="för vem", en="readers"), listed=True
        ),
        MunicipalityColumn(
            name="municipality",
            label=Text(fi="kunta", sv="kommun", en="municipality"),
            help=Text(
                fi="Kunta, jonka luvut sivulla näytetään.",
                sv="Kommunen vars siffror visas på sidan.",
                en="The municipality whose figures the page shows.",
            ),
            required=True,
            listed=True,
        ),
        TermsColumn(
            name="topics",
            scheme="page-topics",
            choices=TOPICS,
            label=Text(fi="aiheet", sv="ämnen", en="topics"),
            help=Text(
                fi="Minkä aiheiden luvut näytetään. Tyhjä: kaikki.",
                sv="Vilka ämnens siffror som visas. Tomt: alla.",
                en="Which topics' figures are shown. Blank: all.",
            ),
        ),
        *(
            TextColumn(name=f"text_{language}", label=label, help=hint, wide=True, max_length=LONGEST_TEXT)
            for language, label, hint in (
                (
                    "fi",
                    Text(fi="teksti suomeksi", sv="text på finska", en="text in Finnish"),
                    Text(
                        fi="Mitä luvut kertovat. Tyhjä rivi erottaa kappaleet.",
                        sv="Vad siffrorna berättar. En tom rad skiljer stycken åt.",
                        en="What the figures tell. A blank line parts paragraphs.",
                    ),
                ),
                ("sv", Text(fi="teksti ruotsiksi", sv="text på svenska", en="text in Swedish"), None),
                ("en", Text(fi="teksti englanniksi", sv="text på engelska", en="text in English"), None),
            )
        ),
        TextColumn(
            name="contact",
            label=Text(fi="yhteystieto", sv="kontakt", en="contact"),
            help=Text(
                fi="Organisaatio tai tehtävä ja sen yleinen osoite, ei henkilön nimeä. Sivun lukijat näkevät tämän.",
                sv="Organisation eller uppgift och dess allmänna adress, ingen persons namn. Sidans läsare ser det.",
                en="An organisation or role and its general address, no person's name. Readers of the page see it.",
            ),
            max_length=300,
        ),
        LinkColumn(name="website", label=Text(fi="lisätietoa verkossa", sv="mer på webben", en="more on the web")),
    ),
    identity=(("name",),),
    order=("name",),
    group=PAGES_GROUP,
)
PAGE_FACTS: Final = Kind(
    name="page-facts",
    model=PageFact,
    singular=Text(fi="tietosivun luku", sv="siffra på en sida", en="fact on a page"),
    plural=Text(fi="Tietosivujen luvut", sv="Siffror på sidor", en="Facts on pages"),
    purpose=Text(
        fi="Mitä viitattuja lukuja tietosivulla näytetään. Luku itse kirjataan kerran.",
        sv="Vilka citerade siffror en informationssida visar. Siffran själv skrivs in en gång.",
        en="Which cited facts an information page shows. The fact itself is entered once.",
    ),
    columns=(
        ReferenceColumn(
            name="page",
            kind="information-pages",
            label=Text(fi="tietosivu", sv="informationssida", en="information page"),
            required=True,
            listed=True,
        ),
        ReferenceColumn(
            name="fact",
            kind="facts",
            label=Text(fi="viitattu luku", sv="citerad siffra", en="cited fact"),
            help=Text(
                fi="Kaikille avoimella sivulla näkyy vain luku, joka on itse jaettu kaikille.",
                sv="På en öppen sida visas bara en siffra som själv är delad med alla.",
                en="A page that is open to everybody shows only a fact that is itself shared with everybody.",
            ),
            required=True,
            listed=True,
        ),
        TextColumn(
            name="told",
            label=Text(fi="mitä luku kertoo", sv="vad siffran berättar", en="what the fact tells"),
            help=Text(
                fi="Lause, joka näkyy luvun alla.",
                sv="En mening som syns under siffran.",
                en="A sentence shown under the figure.",
            ),
            max_length=300,
        ),
        NumberColumn(
            name="position",
            label=Text(fi="järjestys", sv="ordning", en="order"),
            help=Text(
                fi="1 on ensimmäinen. Tyhjät tulevat viimeisinä.",
                sv="1 är först. Tomma kommer sist.",
                en="1 comes first. Blanks come last.",
            ),
            decimals=0,
            minimum=Decimal(1),
            maximum=Decimal(9999),
            listed=True,
        ),
    ),
    identity=(("page", "fact"),),
    order=("page__name", "position", "fact__name"),
    group=PAGES_GROUP,
)
