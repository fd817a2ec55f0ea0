"""The kind of records that are surveys. Their questions are edited on a page of their own, not in this sheet."""

from typing import Final

from seutu.apps.records.sheets.columns import BooleanColumn, DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.statistics.models import Survey
from seutu.core.text import Text

GROUP: Final = Text(fi="Kyselyt", sv="Enkäter", en="Surveys")
SURVEYS: Final = Kind(
    name="surveys",
    model=Survey,
    singular=Text(fi="kysely", sv="enkät", en="survey"),
    plural=Text(fi="Kyselyt", sv="Enkäter", en="Surveys"),
    purpose=Text(
        fi="Mitä kysytään ja keneltä: vetovoimatutkimus, palaute, osaamiskartoitus.",
        sv="Vad som frågas och av vem: attraktionskraftsundersökning, respons, kompetenskartläggning.",
        en="What is asked and of whom: an attraction survey, feedback, a mapping of skills.",
    ),
    columns=(
        TextColumn(
            name="name",
            label=Text(fi="nimi", sv="namn", en="name"),
            synonyms=("kyselyn nimi", "enkätens namn", "survey name"),
            required=True,
            searchable=True,
            listed=True,
        ),
        TextColumn(
            name="purpose",
            label=Text(fi="tarkoitus", sv="ändamål", en="purpose"),
            help=Text(
                fi="Mihin vastauksia käytetään. Vastaajat näkevät tämän.",
                sv="Vad svaren används till. De som svarar ser det här.",
                en="What the answers are used for. Respondents see this.",
            ),
            wide=True,
            listed=True,
            searchable=True,
            max_length=5000,
        ),
        TextColumn(
            name="controller",
            label=Text(fi="kyselyn tekijä", sv="vem som frågar", en="who asks"),
            help=Text(
                fi="Organisaatio ja miten siihen saa yhteyden. Vastaajat näkevät tämän.",
                sv="Organisationen och hur den nås. De som svarar ser det här.",
                en="The organisation and how to reach it. Respondents see this.",
            ),
        ),
        DateColumn(
            name="keep_until",
            label=Text(fi="vastaukset säilytetään", sv="svaren bevaras till", en="answers are kept until"),
            help=Text(
                fi="Vastaajat näkevät tämän. Seutu poistaa vastaukset päivän jälkeen; loki kertoo siitä ennalta.",
                sv="De som svarar ser det här. Seutu tar bort svaren efter dagen; loggen berättar om det på förhand.",
                en="Respondents see this. Seutu removes the answers after the day; the log tells of it beforehand.",
            ),
            listed=True,
        ),
        BooleanColumn(
            name="keep_figures",
            label=Text(fi="tulokset jätetään talteen", sv="resultaten bevaras", en="results are kept"),
            help=Text(
                fi="Kyllä, jos tulostaulukot säilyvät, kun vastaukset poistetaan. Pienet ryhmät niissä on peitetty.",
                sv="Ja, om resultattabellerna bevaras när svaren tas bort. Små grupper är dolda i dem.",
                en="Yes, if the tables of results stay when the answers are removed. Small groups are hidden in them.",
            ),
        ),
    ),
    identity=(("name",),),
    order=("name",),
    area="activity",
    group=GROUP,
)
