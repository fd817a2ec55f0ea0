"""A town's profile as small as can be: two topics, four figures, one of them missing; used by tests of pages' parts."""

from datetime import date

from seutu.core.indices.standing import Reading
from seutu.core.indices.standing import Standing as IndexStanding
from seutu.core.situation import Comparison, FigureSeries, PlaceHead, Point, SourceNote
from seutu.core.situation.series import Measure
from seutu.core.statistics.profile import (
    MergedMunicipality,
    PeerGroup,
    ProfileFigure,
    ProfileTopic,
    TownProfile,
)
from seutu.core.statistics.standing import Standing
from seutu.core.text import Text

PLACE = PlaceHead(
    name=Text(fi="Nurmes", sv="Nurmes", en="Nurmes"),
    code="541",
    kind="municipality",
    region=Text(fi="Pohjois-Karjala", sv="Norra Karelen", en="North Karelia"),
)
GROUP = PeerGroup(
    "regional-towns",
    Text(fi="Seutukaupungit", sv="Regionstäder", en="Regional towns"),
    ("140", "541"),
    Text(fi="seutukaupungista", sv="regionstäder", en="regional towns"),
)
PERCENT = Text.same("%")
PERSONS = Text(fi="henkilöä", sv="personer", en="persons")


def series(
    name: str, label: Text, *values: float | None, unit: Text = PERCENT, measure: Measure = "rate", decimals: int = 1
) -> FigureSeries:
    """Return the series whose newest value is of 2016."""
    first = 2016 - len(values) + 1
    points = tuple(
        Point(str(first + n), first + n, value, "final" if value is not None else "missing", "key_figures")
        for n, value in enumerate(values)
    )
    group = Comparison("group", GROUP.name, tuple(Point(str(year), year, 60.0) for year in range(first, 2017)))
    return FigureSeries(name, label, unit, decimals, label, points, (group,), measure, "key_figures")


EMPLOYMENT = ProfileFigure(
    series("employment_rate", Text(fi="Työllisyysaste", sv="Sysselsättningsgrad", en="Employment rate"), 61.0, 62.5),
    Text(fi="työllisyysaste", sv="sysselsättningsgraden", en="the employment rate"),
    Standing(12, 44, 55, 1, 66.0),
    Standing(12, 44, 55, 1, 66.0),
    group_median=66.0,
    part=0.8,
    group_part=0.5,
    leads=True,
)
JOBS = ProfileFigure(
    series(
        "workplaces",
        Text(fi="Työpaikat", sv="Arbetsplatser", en="Jobs"),
        3100.0,
        unit=PERSONS,
        measure="count",
        decimals=0,
    ),
    Text(fi="työpaikkojen määrä", sv="antalet arbetsplatser", en="the number of jobs"),
    Standing(21, 2, 22, 2, 4000.0),
    part=0.1,
)
MISSING = ProfileFigure(
    FigureSeries(
        "rents",
        Text(fi="Vuokrat", sv="Hyror", en="Rents"),
        PERCENT,
        1,
        Text.same("d"),
        (),
        why_missing=Text(fi="lähde ei julkaise lukua", sv="källan publicerar inte", en="not published"),
    )
)
PROFILE = TownProfile(
    place=PLACE,
    at=date(2026, 11, 28),
    division=date(2026, 1, 1),
    group=GROUP,
    topics=(
        ProfileTopic("work", Text(fi="Työ", sv="Arbete", en="Work"), (EMPLOYMENT, JOBS)),
        ProfileTopic("living", Text(fi="Asuminen", sv="Boende", en="Living"), (MISSING,)),
    ),
    sources=(
        SourceNote(
            "key_figures", Text.same("Kuntien avainluvut"), Text.same("Tilastokeskus"), "CC BY 4.0", date(2022, 11, 20)
        ),
    ),
    merged=(MergedMunicipality(Text.same("Valtimo"), "911", date(2020, 1, 1)),),
)
STANDING = IndexStanding(
    index="Elinvoima",
    place="541",
    score=56.34,
    rank=12,
    low=9.0,
    high=16.4,
    units=55,
    chance_of_top_ten=0.2,
    strongest=(Reading("jobs", "Työpaikat", 3100.0, "kpl", 3, 54),),
    weakest=(Reading("rents", "Vuokrat", 9.0, "€", 50, 55), Reading("pay", "Palkat", 20.0, "€", 49, 55)),
    moved_by=(),
    without=(),
)
