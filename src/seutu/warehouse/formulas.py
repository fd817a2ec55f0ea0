"""The store's formulas as Ibis expressions: joins and sums only, so that DuckDB and Spark give the same answer.

Tables: ``values`` (indicator, place_kind, place, period, breakdown, value, status, source); ``ratios`` (indicator,
numerator, denominator, scale, offset); ``members`` (place_kind, area, place).
"""

from typing import Final

from seutu.core.statistics import Status
from seutu.warehouse.engines import ibis, type_of_table

COLUMNS: Final = ("indicator", "place_kind", "place", "period", "breakdown", "value", "status", "source")
CELL: Final = ["place_kind", "place", "period", "breakdown"]


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
    new = computed.anti_join(published, ["indicator", *CELL])
    blank = values.filter(values.value.isnull()).anti_join(computed, ["indicator", *CELL])
    return published.select(*COLUMNS).union(new.select(*COLUMNS)).union(blank.select(*COLUMNS))


def newest(values: type_of_table) -> type_of_table:
    """Return the newest published value of each indicator, place and breakdown; a year goes before a month."""
    keys = ["indicator", "place_kind", "place", "breakdown"]
    published = values.filter(values.value.notnull())
    order = (published.period.length() == len("2016")).ifelse("1", "0") + published.period
    ranked = published.mutate(order=order)
    best = ranked.group_by(keys).agg(order=ranked.order.max())
    return ranked.join(best, [*keys, "order"]).select(*COLUMNS)


def summed(values: type_of_table, members: type_of_table) -> type_of_table:
    """Return the sum over each area's municipalities: columns of ``values`` and ``found``, ``places``.

    The value is missing unless every municipality of the area has one: a part is never passed off as the whole.
    """
    own = values.filter(values.place_kind == "municipality").drop("place_kind")
    joined = own.join(members, "place")
    keys = ["indicator", "place_kind", "area", "period", "breakdown"]
    totals = joined.group_by(keys).agg(
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
        source=(both.first == both.last).ifelse(both["first"], both["first"] + "|" + both["last"]),
    )
