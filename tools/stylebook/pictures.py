"""Invented but real-looking pictures of the style book: towns, a map, a chart and a network.

Not demo data of the product.
"""

import math
import random

from django.utils.safestring import mark_safe

INSIDE = 0.85  # share of links inside a community
LEAD = (
    "Iisalmessa on <strong>412 toimijaa</strong>; kone- ja metallialan osuus on "
    "<strong>3,1-kertainen</strong> maahan verrattuna."
)
TOWNS = {
    "Iisalmi": (27.19, 63.56, 412, "3,1"),
    "Ylivieska": (24.54, 64.07, 287, "2,4"),
    "Raahe": (24.48, 64.68, 241, "4,0"),
    "Varkaus": (27.87, 62.32, 198, "3,6"),
    "Pieksämäki": (27.13, 62.30, 156, "1,2"),
    "Kuhmo": (29.52, 64.13, 88, "0,9"),
    "Nurmes": (29.14, 63.54, 79, "0,8"),
    "Äänekoski": (25.73, 62.60, 203, "3,8"),
    "Haapajärvi": (25.32, 63.75, 97, "1,6"),
    "Lieksa": (30.03, 63.32, 92, "1,1"),
    "Jämsä": (25.19, 61.86, 181, "2,9"),
    "Kuusamo": (29.18, 65.96, 224, "0,6"),
    "Kemijärvi": (27.43, 66.71, 102, "0,7"),
    "Loimaa": (23.06, 60.85, 233, "1,9"),
    "Forssa": (23.62, 60.81, 246, "2,0"),
}


def towns_table(**extra: object) -> dict[str, object]:
    """Return the table that stands beside the pictures."""
    rows = [
        {
            "id": name,
            "ours": name == "Iisalmi",
            "cells": [{"text": name}, {"text": str(count)}, {"text": lq}, {"text": "15.1.2026"}],
        }
        for name, (_, _, count, lq) in TOWNS.items()
    ]
    return {
        "id": "towns",
        "caption": "Toimijat ja erikoistuminen seutukaupungeittain",
        "unit": "2025",
        "stack": False,
        "columns": [
            {"label": "Kunta", "kind": "text", "sort_url": "#"},
            {"label": "Toimijoita", "kind": "number", "unit": "kpl", "sort_url": "#", "sorted": "descending"},
            {"label": "Sijaintiosamäärä", "kind": "number", "unit": "maa = 1"},
            {"label": "Päivitetty", "kind": "date"},
        ],
        "rows": rows,
        "source": "Tilastokeskus, Alueellinen yritystoimintatilasto 2024",
        **extra,
    }


def picture() -> dict[str, object]:
    """Return a situation picture: sentence, figures, map, chart, network, one selection."""
    points = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {
                "id": name,
                "label": name,
                "said": f"{name}: {count} toimijaa, sijaintiosamäärä {lq}",
                "size": count / 412,
                "ours": name == "Iisalmi",
                "labelled": True,
            },
        }
        for name, (lon, lat, count, lq) in TOWNS.items()
    ]
    values = [
        {
            "kunta": n,
            "lq": float(lq.replace(",", ".")),
            "low": float(lq.replace(",", ".")) * 0.85,
            "high": float(lq.replace(",", ".")) * 1.15,
            "oma": n == "Iisalmi",
        }
        for n, (_, _, _, lq) in TOWNS.items()
    ]
    return {
        "page_kind": "Seutukaupunki",
        "page_title": "Iisalmen tilannekuva",
        "page_lead": mark_safe(LEAD),  # noqa: S308
        "page_actions": [
            {"label": "Lataa raportti", "url": "#", "style": "second"},
            {"label": "Jaa kuva", "url": "#", "style": "quiet"},
        ],
        "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Tilannekuva", "url": "#"}, {"label": "Iisalmi"}],
        "figures": [
            {
                "label": "Väkiluku",
                "date": "31.12.2024",
                "value": "20 801",
                "unit": "as.",
                "change": "−0,9 % vuodessa",
                "change_tone": "bad",
                "context": "Seutukaupungit −0,6 %",
                "source": "Tilastokeskus, Väestörakenne",
                "source_url": "#",
            },
            {
                "label": "Työpaikkaomavaraisuus",
                "date": "2023",
                "value": "108,4",
                "unit": "%",
                "change": "+1,2 %-yks. vuodessa",
                "change_tone": "good",
                "source": "Tilastokeskus, Työssäkäynti",
                "definition": "Työpaikkojen suhde alueella asuviin työllisiin.",
            },
            {
                "label": "TKI-menot",
                "date": "2023",
                "value": "6,2",
                "unit": "milj. €",
                "context": "299 € asukasta kohti",
                "source": "Tilastokeskus, Tutkimus ja kehittäminen",
            },
            {
                "label": "Startup-yrityksiä",
                "date": "2024",
                "value": None,
                "missing": "ei tietoa",
                "context": "Alle viisi yritystä, tieto peitetty",
                "source": "Tilastokeskus",
            },
        ],
        "map": {
            "id": "map",
            "title": "Kone- ja metalliala painottuu Savon radan varteen",
            "subtitle": "Toimijoita, pisteen koko; Iisalmi korostettuna",
            "summary": "Eniten toimijoita on Iisalmessa (412), vähiten Nurmeksessa (79).",
            "source": "Seudun toimijarekisteri, 15.1.2026",
            "data": {"type": "FeatureCollection", "features": points},
            "table": towns_table(),
        },
        "chart": {
            "id": "chart",
            "title": "Iisalmi on neljänneksi erikoistunein",
            "subtitle": "Sijaintiosamäärä ja 90 %:n väli, maa = 1",
            "summary": "Raahe on kärjessä (4,0). Iisalmen arvo on 3,1, kun koko maan arvo on 1.",
            "source": "Tilastokeskus, Työssäkäynti 2023",
            "spec": chart_spec(values),
            "table": towns_table(id="chart-table"),
        },
        "network": {
            "id": "network",
            "title": "Kolme tihentymää, joita kaksi toimijaa yhdistää",
            "subtitle": "550 toimijaa, 1 100 yhteyttä; väri on yhteisö",
            "summary": "Suurin yhteisö on metalli (143 toimijaa).",
            "source": "Seudun toimijarekisteri",
            "data": network_data(),
            "table": towns_table(id="network-table"),
        },
        "side": towns_table(id="side", caption="Seutukaupungit", source=""),
    }


def chart_spec(values: list[dict[str, object]]) -> dict[str, object]:
    """Return a dot and bar chart with direct labels."""
    y = {
        "field": "kunta",
        "type": "nominal",
        "sort": [str(v["kunta"]) for v in sorted(values, key=lambda v: -float(str(v["lq"])))],
        "title": None,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        "width": "container",
        "height": {"step": 22},
        "encoding": {"y": y},
        "layer": [layer for oma in (False, True) for layer in _interval(oma)],
    }


def _interval(oma: bool) -> list[dict[str, object]]:  # noqa: FBT001
    """Return dot, interval and direct label of us or of the others."""
    name, chosen = ("us-" if oma else ""), [{"filter": f"datum.oma == {str(oma).lower()}"}]
    x = {"field": "lq", "type": "quantitative", "title": None}
    layers: list[dict[str, object]] = [
        {
            "transform": chosen,
            "mark": {"type": "rule", "style": f"{name}interval"},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}},
        },
        {"transform": chosen, "mark": {"type": "point", "style": f"{name}dot"}, "encoding": {"x": x}},
    ]
    if oma:
        layers.append(
            {
                "transform": chosen,
                "mark": {"type": "text", "style": "us-text", "dy": -12, "fontSize": 13},
                "encoding": {"x": x, "text": {"field": "lq", "format": ".1f"}},
            }
        )
    return layers


def network_data(nodes: int = 550, links: int = 1100) -> dict[str, object]:
    """Return a made-up network of eight communities with given places."""
    rng = random.Random(3)  # noqa: S311
    names = ("Metalli", "Metsä", "Elintarvike", "Hyvinvointi", "Matkailu", "Koulutus", "Energia", "Julkinen")
    made = []
    for i in range(nodes):
        c = min(int(rng.expovariate(0.45)), 7)
        angle, r = c / 8 * math.tau, rng.gauss(0, 0.9)
        turn = rng.random() * math.tau
        made.append(
            {
                "id": f"n{i}",
                "label": f"{names[c]} {i}",
                "x": math.cos(angle) * 4 + math.cos(turn) * r * 1.3,
                "y": math.sin(angle) * 4 + math.sin(turn) * r * 1.3,
                "size": rng.random() ** 4,
                "community": c + 1,
                "said": f"{names[c]} {i}: yhteisö {names[c].lower()}",
            }
        )
    joined = []
    for _ in range(links):
        a = rng.randrange(nodes)
        same = [n for n in made if n["community"] == made[a]["community"]] if rng.random() < INSIDE else made
        joined.append({"source": made[a]["id"], "target": rng.choice(same)["id"], "weight": rng.random()})
    return {"nodes": made, "links": joined, "communities": [{"kind": i + 1, "label": n} for i, n in enumerate(names)]}
