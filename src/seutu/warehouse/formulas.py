"""The store's formulas as Ibis expressions: joins and sums only, so that DuckDB and Spark give the same answer.

Tables: ``values`` (indicator, place_kind, place, period, breakdown, value, status, source); ``ratios`` (indicator,
numerator, denominator, scale, offset); ``members`` (place_kind, area, place). Not for deciding what is
asked (``plans``).
"""

from typing import Final

from seutu.core.statistics import Grain, Status
from seutu.warehouse.engines import ibis, type_of_table

COLUMNS: Final = ("indicator", "place_kind", "place", "period", "breakdown", "value", "status", "source")
CELL: Final = ("place_kind", "place", "period", "breakdown")
KEY: Final = ("indicator", *CELL)
_LENGTHS: Final = {Grain.YEAR: len("2016"), Grain.MONTH: len("2016-01"), Grain.QUARTER: len("2016-Q1")}


def recomputed(values: type_of_table, ratios: type_of_table) -> type_of_table:
    """Return ``scale * numerator / denominator + offset`` for every cell that has both.

    No row where one of them is missing or the denominator is zero.
    """
    tops = values.select(*CELL, numerator="indicator", top="value", top_source="source")
    bottoms = values.select(*CELL, denominator="indicator", bottom="value", bottom_source="source")
    joined = ratios.join(tops, "numerator").join(bottoms, [*CELL, "denominator"])
    usable = joined.filter(joined.top.notnull() & joined.bottom.notnull() & (joined.bottom != 0))
    same = usable.top_source == usable.bottom_source
    return usable.select(
        "indicator",
        *CELL,
        value=usable.scale * usable.top / usable.bottom + usable.offset,
        status=ibis().literal(str(Status.RECOMPUTED)),
        source=same.ifelse(usable.top_source, usable.top_source + "|" + usable.bottom_source),
    )


def completed(values: type_of_table, ratios: type_of_table) -> type_of_table:
    """Return the stored values and, where a rate is not stored or not published, the rate computed from its parts."""
    published = values.filter(values.value.notnull())
    computed = recomputed(published, ratios)
    new = computed.anti_join(published, KEY)
    blank = values.filter(values.value.isnull()).anti_join(computed, KEY)
    return published.select(*COLUMNS).union(new.select(*COLUMNS)).union(blank.select(*COLUMNS))


def newest(values: type_of_table) -> type_of_table:
    """Return the newest published value of each indicator, place and breakdown; a year goes before a month."""
    keys = ["indicator", "place_kind", "place", "breakdown"]
    published = values.filter(values.value.notnull())
    order = (published.period.length() == _LENGTHS[Grain.YEAR]).ifelse("1", "0") + published.period
    ranked = published.mutate(order=order)
    best = ranked.group_by(keys).agg(order=ranked.order.max())
    return ranked.join(best, [*keys, "order"]).select(*COLUMNS)


def covered(values: type_of_table) -> type_of_table:
    """Return how many places have a published value: ``places`` of any breakdown, ``wholes`` of the whole figure."""
    published = values.filter(values.value.notnull())
    return published.group_by(["indicator", "place_kind", "period"]).agg(
        places=published.place.nunique(),
        wholes=(published.breakdown == "").ifelse(1, 0).sum(),
    )


def of_grain(values: type_of_table, grain: Grain) -> type_of_table:
    """Return the values of years, quarters or months only."""
    quarter = values.period.contains("Q")
    return values.filter(
        (values.period.length() == _LENGTHS[grain]) & (quarter if grain is Grain.QUARTER else ~quarter)
    )


def summed(values: type_of_table, members: type_of_table) -> type_of_table:
    """Return the sum over each area's municipalities: columns of ``values`` and ``found``, ``places``.

    The value is missing unless every municipality of the area has one: a part is never passed off as the whole. A sum
    with an incomplete part is incomplete.
    """
    own = values.filter(values.place_kind == "municipality").drop("place_kind")
    joined = own.join(members, "place")
    totals = joined.group_by(["indicator", "place_kind", "area", "period", "breakdown"]).agg(
        total=joined.value.sum(),
        found=joined.value.count(),
        first=joined.source.min(),
        last=joined.source.max(),
        hidden=(joined.status == str(Status.INCOMPLETE)).ifelse(1, 0).max(),
    )
    sizes = members.group_by(["place_kind", "area"]).agg(places=members.place.count())
    both = totals.join(sizes, ["place_kind", "area"])
    return both.select(
        "indicator",
        "place_kind",
        "period",
        "breakdown",
        "found",
        "places",
        place=both.area,
        value=(both.found == both.places).ifelse(both.total, ibis().null(float)),
        status=(both.hidden == 1).ifelse(str(Status.INCOMPLETE), str(Status.AREA_SUM)),
        source=(both["first"] == both["last"]).ifelse(both["first"], both["first"] + "|" + both["last"]),
    )


def of_areas(
    values: type_of_table, counts: type_of_table, ratios: type_of_table, members: type_of_table
) -> type_of_table:
    """Return what can be said of areas, each row told apart by ``basis``: ``sum``, ``published`` or ``rate``.

    Only indicators of ``counts`` are summed. A rate is computed from the parts' sums, or where one cannot be summed,
    from the area's published count.
    """
    sums = summed(values.semi_join(counts, "indicator"), members)
    areas = members.select("place_kind", place="area").distinct()
    own = values.filter(values.value.notnull()).semi_join(areas, ["place_kind", "place"])
    whole = sums.filter(sums.value.notnull()).select(*COLUMNS)
    parts = whole.union(own.semi_join(counts, "indicator").anti_join(whole, KEY).select(*COLUMNS))
    rates = recomputed(parts, ratios)
    every = [
        _with_basis(sums, "sum"),
        _with_basis(own.mutate(found=_no_number(), places=_no_number()), "published"),
        _with_basis(rates.mutate(found=_no_number(), places=_no_number()), "rate"),
    ]
    return every[0].union(every[1]).union(every[2])


def _no_number() -> type_of_table:
    return ibis().null("int64")


def _with_basis(rows: type_of_table, basis: str) -> type_of_table:
    return rows.select(*COLUMNS, "found", "places", basis=ibis().literal(basis))
