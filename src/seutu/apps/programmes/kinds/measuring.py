"""Indicators with their measurements, and reviews against the UN's goals of sustainable development."""

from typing import Any, Final

from seutu.apps.programmes.choices import DIRECTIONS, GATHERINGS, INDICATOR_TYPES, SDG_EFFECTS, SDG_GOALS
from seutu.apps.programmes.kinds.shared_columns import (
    OPTIONAL_PROJECT,
    PROGRAMME,
    STEERING_GROUP,
    by_choice,
    choice,
    long_text,
)
from seutu.apps.programmes.models import Indicator, Measurement, SdgReview
from seutu.apps.records.sheets.columns import DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_TYPE: Final = choice("indicator_type", Text(fi="laji", sv="slag", en="type"), INDICATOR_TYPES, required=True)
_SDG: Final = choice("sdg", Text(fi="YK:n tavoite", sv="FN:s mål", en="UN goal"), SDG_GOALS, required=True)
_EFFECT: Final = choice("effect", Text(fi="vaikutus", sv="verkan", en="effect"), SDG_EFFECTS, required=True)


def _whose(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("project") or values.get("programme"):
        return {}
    return {
        "project": Text(
            fi="Valitse hanke tai kehitysohjelma, jota mittari mittaa.",
            sv="Välj projektet eller utvecklingsprogrammet som indikatorn mäter.",
            en="Choose the project or the development programme that the indicator measures.",
        )
    }


def _something_measured(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("value") is not None or values.get("told"):
        return {}
    return {
        "value": Text(
            fi="Kirjoita mitattu arvo tai laadullinen kuvaus.",
            sv="Skriv det mätta värdet eller en kvalitativ beskrivning.",
            en="Write the measured value or a narrative.",
        )
    }


def _what_reviewed(values: dict[str, Any]) -> dict[str, Text]:
    if bool(values.get("project")) != bool(values.get("benefit_goal")):
        return {}
    return {
        "project": Text(
            fi="Valitse joko hanke tai hyötytavoite, jota arvioidaan; ei molempia.",
            sv="Välj antingen projektet eller nyttomålet som bedöms; inte båda.",
            en="Choose either the project or the benefit goal that is reviewed; not both.",
        )
    }


INDICATORS: Final = Kind(
    name="indicators",
    model=Indicator,
    singular=Text(fi="mittari", sv="indikator", en="indicator"),
    plural=Text(fi="Mittarit", sv="Indikatorer", en="Indicators"),
    purpose=Text(
        fi="Millä hankkeen tai ohjelman tuloksia mitataan: lähtöarvo ja tavoite.",
        sv="Med vad projektets eller programmets resultat mäts: utgångsvärde och mål.",
        en="What a project or a programme is measured by: baseline and target.",
    ),
    columns=(
        NAME,
        OPTIONAL_PROJECT,
        PROGRAMME,
        _TYPE,
        TextColumn(name="unit", label=Text(fi="yksikkö", sv="enhet", en="unit"), max_length=60),
        choice("direction", Text(fi="suunta", sv="riktning", en="direction"), DIRECTIONS, listed=False),
        choice(
            "gathering",
            Text(fi="mittausten yhdistäminen", sv="hur mätningar förenas", en="gathering"),
            GATHERINGS,
            listed=False,
        ),
        NumberColumn(name="baseline", label=Text(fi="lähtöarvo", sv="utgångsvärde", en="baseline"), listed=True),
        DateColumn(name="baseline_day", label=Text(fi="lähtöarvon päivä", sv="utgångsvärdets dag", en="baseline day")),
        NumberColumn(name="target", label=Text(fi="tavoite", sv="målvärde", en="target"), listed=True),
        DateColumn(name="target_day", label=Text(fi="tavoitepäivä", sv="måldag", en="target day")),
        long_text("method", Text(fi="miten mitataan", sv="hur det mäts", en="how it is measured")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "project", "programme"),),
    order=("name",),
    filters=(by_choice(_TYPE),),
    area="plans",
    group=STEERING_GROUP,
    check=_whose,
)
MEASUREMENTS: Final = Kind(
    name="measurements",
    model=Measurement,
    singular=Text(fi="mittaus", sv="mätning", en="measurement"),
    plural=Text(fi="Mittaukset", sv="Mätningar", en="Measurements"),
    purpose=Text(
        fi="Mitatut arvot päivineen, lähteineen ja kirjaajineen, myös ositteittain.",
        sv="Mätta värden med dag, källa och vem som antecknat dem, även per delgrupp.",
        en="Measured values with day, source and who measured, by part of a breakdown too.",
    ),
    columns=(
        ReferenceColumn(
            name="indicator",
            kind="indicators",
            label=Text(fi="mittari", sv="indikator", en="indicator"),
            required=True,
            listed=True,
        ),
        DateColumn(
            name="day",
            label=Text(fi="päivä", sv="dag", en="day"),
            synonyms=("pvm", "päivämäärä", "datum", "date"),
            required=True,
            listed=True,
        ),
        NumberColumn(name="value", label=Text(fi="arvo", sv="värde", en="value"), listed=True),
        long_text("told", Text(fi="kuvaus", sv="beskrivning", en="narrative")),
        TextColumn(
            name="breakdown",
            label=Text(fi="luokitus", sv="indelning", en="breakdown"),
            help=Text(
                fi="Minkä mukaan arvo on jaettu osiin, esimerkiksi sukupuoli.",
                sv="Efter vad värdet är indelat, till exempel kön.",
                en="By what the value is divided, for example gender.",
            ),
            listed=True,
            max_length=100,
        ),
        TextColumn(name="category", label=Text(fi="luokka", sv="klass", en="category"), listed=True, max_length=100),
        TextColumn(
            name="measured_by", label=Text(fi="mittaaja", sv="mätt av", en="measured by"), personal=True, max_length=200
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("indicator", "day", "breakdown", "category"),),
    order=("indicator__name", "day", "breakdown", "category"),
    area="plans",
    group=STEERING_GROUP,
    check=_something_measured,
)
SDG_REVIEWS: Final = Kind(
    name="sdg-reviews",
    model=SdgReview,
    singular=Text(fi="kestävyysarvio", sv="hållbarhetsbedömning", en="SDG review"),
    plural=Text(fi="Kestävyysarviot", sv="Hållbarhetsbedömningar", en="SDG reviews"),
    purpose=Text(
        fi="Hankkeet ja hyötytavoitteet YK:n 17 kestävän kehityksen tavoitteen kannalta.",
        sv="Projekt och nyttomål i förhållande till FN:s 17 mål för hållbar utveckling.",
        en="Projects and benefit goals against the UN's 17 goals of sustainable development.",
    ),
    columns=(
        OPTIONAL_PROJECT,
        ReferenceColumn(
            name="benefit_goal",
            kind="benefit-goals",
            label=Text(fi="hyötytavoite", sv="nyttomål", en="benefit goal"),
            listed=True,
        ),
        _SDG,
        _EFFECT,
        long_text("reason", Text(fi="perustelu", sv="motivering", en="reason")),
        DateColumn(name="reviewed", label=Text(fi="arvioitu", sv="bedömd", en="reviewed"), listed=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "sdg", "reviewed"), ("benefit_goal", "sdg", "reviewed")),
    order=("project__name", "benefit_goal__number", "sdg"),
    filters=(by_choice(_SDG), by_choice(_EFFECT)),
    area="plans",
    group=STEERING_GROUP,
    check=_what_reviewed,
)
