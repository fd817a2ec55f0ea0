"""Invented but real-looking content for the style book: towns and roles, never persons.

Not demo data of the product.
"""

import math
import random
from collections.abc import Callable

from django import forms
from django.utils.safestring import mark_safe

NAV = ("Tilannekuva", "Suunnitelmat", "Toiminta", "Verkosto", "Viestintä", "Aineistot")
TOWNS = {
    "Iisalmi": (27.19, 63.56, 412, "3,1"), "Ylivieska": (24.54, 64.07, 287, "2,4"), "Raahe": (24.48, 64.68, 241, "4,0"),
    "Varkaus": (27.87, 62.32, 198, "3,6"), "Pieksämäki": (27.13, 62.30, 156, "1,2"), "Kuhmo": (29.52, 64.13, 88, "0,9"),
    "Nurmes": (29.14, 63.54, 79, "0,8"), "Äänekoski": (25.73, 62.60, 203, "3,8"), "Haapajärvi": (25.32, 63.75, 97, "1,6"),
    "Lieksa": (30.03, 63.32, 92, "1,1"), "Jämsä": (25.19, 61.86, 181, "2,9"), "Kuusamo": (29.18, 65.96, 224, "0,6"),
    "Kemijärvi": (27.43, 66.71, 102, "0,7"), "Loimaa": (23.06, 60.85, 233, "1,9"), "Forssa": (23.62, 60.81, 246, "2,0"),
}


def shell(name: str) -> dict[str, object]:
    """Return what every page gets."""
    return {
        "workspace": {"name": "Iisalmen seutu", "url": "record.html"},
        "navigation": [{"label": label, "url": "picture.html", "current": label == "Tilannekuva"} for label in NAV],
        "language_links": [
            {"code": "fi", "label": "Suomeksi", "url": f"{name}.html", "current": True},
            {"code": "sv", "label": "På svenska", "url": f"{name}.html?l=sv", "current": False},
            {"code": "en", "label": "In English", "url": f"{name}.html?l=en", "current": False},
        ],
        "account": {"name": "Kehityspäällikkö", "links": [{"label": "Omat asetukset", "url": "#"}, {"label": "Kirjaudu ulos", "url": "#", "method": "post"}]},
        "site": {"home_url": "picture.html", "search_url": "list.html", "accessibility_url": "#", "feedback_url": "#", "source_url": "#", "version": "0.1.0"},
        "csrf_token": "token",
    }


def towns_table(**extra: object) -> dict[str, object]:
    """Return the table that stands beside the pictures."""
    rows = [
        {"id": name, "ours": name == "Iisalmi", "cells": [{"text": name}, {"text": str(count)}, {"text": lq}, {"text": "15.1.2026"}]}
        for name, (_, _, count, lq) in TOWNS.items()
    ]
    return {
        "id": "towns", "caption": "Toimijat ja erikoistuminen seutukaupungeittain", "unit": "2025", "stack": False,
        "columns": [
            {"label": "Kunta", "kind": "text", "sort_url": "#"}, {"label": "Toimijoita", "kind": "number", "unit": "kpl", "sort_url": "#", "sorted": "descending"},
            {"label": "Sijaintiosamäärä", "kind": "number", "unit": "maa = 1"}, {"label": "Päivitetty", "kind": "date"},
        ],
        "rows": rows, "source": "Tilastokeskus, Alueellinen yritystoimintatilasto 2024", **extra,
    }


def picture() -> dict[str, object]:
    """A situation picture: sentence, figures, map, chart, network, one selection."""
    points = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]},
         "properties": {"id": name, "label": name, "said": f"{name}: {count} toimijaa, sijaintiosamäärä {lq}", "size": count / 412, "ours": name == "Iisalmi", "labelled": True}}
        for name, (lon, lat, count, lq) in TOWNS.items()
    ]
    values = [{"kunta": n, "lq": float(lq.replace(",", ".")), "low": float(lq.replace(",", ".")) * 0.85, "high": float(lq.replace(",", ".")) * 1.15, "oma": n == "Iisalmi"} for n, (_, _, _, lq) in TOWNS.items()]
    return {
        "page_kind": "Seutukaupunki", "page_title": "Iisalmen tilannekuva",
        "page_lead": mark_safe("Iisalmessa on <strong>412 toimijaa</strong>; kone- ja metallialan osuus on <strong>3,1-kertainen</strong> maahan verrattuna."),
        "page_actions": [{"label": "Lataa raportti", "url": "#", "style": "second"}, {"label": "Jaa kuva", "url": "#", "style": "quiet"}],
        "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Tilannekuva", "url": "#"}, {"label": "Iisalmi"}],
        "figures": [
            {"label": "Väkiluku", "date": "31.12.2024", "value": "20 801", "unit": "as.", "change": "−0,9 % vuodessa", "change_tone": "bad", "context": "Seutukaupungit −0,6 %", "source": "Tilastokeskus, Väestörakenne", "source_url": "#"},
            {"label": "Työpaikkaomavaraisuus", "date": "2023", "value": "108,4", "unit": "%", "change": "+1,2 %-yks. vuodessa", "change_tone": "good", "source": "Tilastokeskus, Työssäkäynti", "definition": "Työpaikkojen suhde alueella asuviin työllisiin."},
            {"label": "TKI-menot", "date": "2023", "value": "6,2", "unit": "milj. €", "context": "299 € asukasta kohti", "source": "Tilastokeskus, Tutkimus ja kehittäminen"},
            {"label": "Startup-yrityksiä", "date": "2024", "value": None, "missing": "ei tietoa", "context": "Alle viisi yritystä, tieto peitetty", "source": "Tilastokeskus"},
        ],
        "map": {"id": "map", "title": "Kone- ja metalliala painottuu Savon radan varteen", "subtitle": "Toimijoita, pisteen koko; Iisalmi korostettuna", "summary": "Eniten toimijoita on Iisalmessa (412), vähiten Nurmeksessa (79).", "source": "Seudun toimijarekisteri, 15.1.2026", "data": {"type": "FeatureCollection", "features": points}, "table": towns_table()},
        "chart": {"id": "chart", "title": "Iisalmi on neljänneksi erikoistunein", "subtitle": "Sijaintiosamäärä ja 90 %:n väli, maa = 1", "summary": "Raahe on kärjessä (4,0). Iisalmen arvo on 3,1, kun koko maan arvo on 1.", "source": "Tilastokeskus, Työssäkäynti 2023",
                  "spec": chart_spec(values), "table": towns_table(id="chart-table")},
        "network": {"id": "network", "title": "Kolme tihentymää, joita kaksi toimijaa yhdistää", "subtitle": "550 toimijaa, 1 100 yhteyttä; väri on yhteisö", "summary": "Suurin yhteisö on metalli (143 toimijaa).", "source": "Seudun toimijarekisteri", "data": network_data(), "table": towns_table(id="network-table")},
        "side": towns_table(id="side", caption="Seutukaupungit", source=""),
    }


def chart_spec(values: list[dict[str, object]]) -> dict[str, object]:
    """A dot and bar chart with direct labels."""
    y = {"field": "kunta", "type": "nominal", "sort": "-x", "title": None}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "data": {"values": values}, "width": "container", "height": {"step": 22},
        "encoding": {"y": y},
        "layer": [layer for oma in (False, True) for layer in _interval(oma)],
    }


def _interval(oma: bool) -> list[dict[str, object]]:  # noqa: FBT001
    """Dot, interval and direct label of us or of the others."""
    name, chosen = ("us-" if oma else ""), [{"filter": f"datum.oma == {str(oma).lower()}"}]
    x = {"field": "lq", "type": "quantitative", "title": None}
    layers: list[dict[str, object]] = [
        {"transform": chosen, "mark": {"type": "rule", "style": f"{name}interval"}, "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}}},
        {"transform": chosen, "mark": {"type": "point", "style": f"{name}dot"}, "encoding": {"x": x}},
    ]
    if oma:
        layers.append({"transform": chosen, "mark": {"type": "text", "style": "us-text", "dy": -12, "fontSize": 13}, "encoding": {"x": x, "text": {"field": "lq", "format": ".1f"}}})
    return layers


def network_data(nodes: int = 550, links: int = 1100) -> dict[str, object]:
    """A made-up network of eight communities with given places."""
    rng = random.Random(3)  # noqa: S311
    names = ("Metalli", "Metsä", "Elintarvike", "Hyvinvointi", "Matkailu", "Koulutus", "Energia", "Julkinen")
    made = []
    for i in range(nodes):
        c = min(int(rng.expovariate(0.45)), 7)
        angle, r = c / 8 * math.tau, rng.gauss(0, 0.9)
        turn = rng.random() * math.tau
        made.append({"id": f"n{i}", "label": f"{names[c]} {i}", "x": math.cos(angle) * 4 + math.cos(turn) * r * 1.3, "y": math.sin(angle) * 4 + math.sin(turn) * r * 1.3, "size": rng.random() ** 4, "community": c + 1, "said": f"{names[c]} {i}: yhteisö {names[c].lower()}"})
    joined = []
    for _ in range(links):
        a = rng.randrange(nodes)
        same = [n for n in made if n["community"] == made[a]["community"]] if rng.random() < 0.85 else made
        joined.append({"source": made[a]["id"], "target": rng.choice(same)["id"], "weight": rng.random()})
    return {"nodes": made, "links": joined, "communities": [{"kind": i + 1, "label": n} for i, n in enumerate(names)]}


class Filters(forms.Form):
    """Filters of the list page."""

    kind = forms.ChoiceField(label="Laji", choices=[("", "Kaikki"), ("y", "Yritys"), ("k", "Korkeakoulu")], required=False)
    town = forms.CharField(label="Kunta", required=False)


class Plan(forms.Form):
    """A form with every kind of field."""

    name = forms.CharField(label="Hankkeen nimi", help_text="Sama nimi kuin hakemuksessa.")
    amount = forms.CharField(label="Kokonaiskustannukset", help_text="Esimerkiksi 352 736", widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    fund = forms.ChoiceField(label="Rahasto", choices=[("JTF", "JTF"), ("EAKR", "EAKR")])
    role = forms.ChoiceField(label="Rooli", choices=[("l", "Päätoteuttaja"), ("p", "Osatoteuttaja")], widget=forms.RadioSelect)
    summary = forms.CharField(label="Tiivistelmä", widget=forms.Textarea, required=False)
    public = forms.BooleanField(label="Näytetään julkisella sivulla", required=False, help_text="Luonnos ei näy ennen hyväksyntää.")
    file = forms.FileField(label="Liite", required=False)


class Comment(forms.Form):
    """One comment."""

    text = forms.CharField(label="Kommentti", widget=forms.Textarea)


def listing() -> dict[str, object]:
    """A collection: filters as a sentence, cards on a narrow screen, pages."""
    kinds = ("yritys", "kehitysyhtiö", "korkeakoulu", "julkinen")
    rows = [
        {"url": "record.html", "cells": [{"text": f"Savon Koneistus {i}", "note": "Kone- ja metalliala"}, {"text": kinds[i % 4], "tone": ("", "info", "good", "attention")[i % 4]}, {"text": name}, {"text": "–", "missing": True} if i == 2 else {"text": f"{(i + 3) * 417:,}".replace(",", " ")}, {"text": f"{i + 1}.11.2025"}]}
        for i, name in enumerate(list(TOWNS)[:9])
    ]
    return {
        "page_title": "Toimijat", "page_lead": "Iisalmen seudulla on 412 toimijaa, joista 38 on lisätty tänä vuonna.",
        "page_actions": [{"label": "Lisää toimija", "url": "#"}, {"label": "Tuo tiedostosta", "url": "form.html", "style": "second"}, {"label": "Vie Exceliin", "url": "#", "style": "quiet"}],
        "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Toimijat"}],
        "notices": [{"tone": "good", "text": "412 toimijaa tuotiin. Kaikki rivit kelpasivat."}, {"tone": "attention", "title": "Kahdella toimijalla on sama Y-tunnus", "text": "Yhdistä tiedot tai korjaa tunnus.", "actions": [{"label": "Katso toimijat", "url": "#", "style": "second", "small": True}]}, {"tone": "alarm", "text": "Kohtaa ei tallennettu: joku toinen muutti sitä klo 14.05."}, {"tone": "info", "text": "Tiedot päivittyvät yöllä."}],
        "filters": {"sentence": "Näytetään 87 toimijaa 412:sta:", "parts": [{"label": "laji yritys", "remove_url": "#"}, {"label": "kunta Iisalmi", "remove_url": "#"}], "clear_url": "#", "form": Filters(), "open": False, "views": [{"label": "Kärkiyritykset", "url": "#"}], "save_url": "#"},
        "table": {"id": "actors", "caption": "Toimijat", "caption_hidden": True, "stack": True, "columns": [{"label": "Nimi", "sort_url": "#", "sorted": "ascending"}, {"label": "Laji", "kind": "badge"}, {"label": "Kunta"}, {"label": "Liikevaihto", "kind": "number", "unit": "1 000 €"}, {"label": "Tarkistettu", "kind": "date"}], "rows": rows, "foot": [{"text": "Yhteensä"}, {"text": ""}, {"text": ""}, {"text": "20 016"}, {"text": ""}]},
        "pagination": {"sentence": "Rivit 1–9, yhteensä 87", "pages": [{"number": 1, "url": "#", "current": True}, {"number": 2, "url": "#"}, {"gap": True}, {"number": 10, "url": "#"}], "next_url": "#"},
        "empty": {"title": "Yhteyksiä ei ole vielä", "text": "Lisää ensimmäinen yhteys tai tuo taulukko, jossa on kaksi toimijaa rivillä.", "example": "Esimerkiksi: Savon Koneistus – alihankkija – Iisalmen Pumppu, vuodesta 2019.", "actions": [{"label": "Lisää yhteys", "url": "#"}, {"label": "Lataa malli", "url": "#", "style": "second"}]},
    }


def record() -> dict[str, object]:
    """A record: facts at the side, the story beside them."""
    return {
        "page_kind": "Toimija", "page_title": "Savon Koneistus", "page_lead": "Iisalmelainen alihankkija, jolla on 14 yhteyttä ja osa kahdessa hankkeessa.",
        "page_actions": [{"label": "Muokkaa", "url": "#", "style": "second"}, {"label": "Poista", "url": "#", "style": "danger", "method": "post"}],
        "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Toimijat", "url": "list.html"}, {"label": "Savon Koneistus"}],
        "tabs": [{"label": "Tiedot", "url": "#", "current": True}, {"label": "Yhteydet", "url": "#", "count": "14"}, {"label": "Hankkeet", "url": "#", "count": "2"}, {"label": "Liitteet", "url": "#"}],
        "facts": [{"label": "Y-tunnus", "text": "1234567-1"}, {"label": "Toimiala", "text": "25620 Metallin työstö"}, {"label": "Kunta", "text": "Iisalmi", "url": "picture.html"}, {"label": "Henkilöstö", "text": "42 htv", "note": "31.12.2024, tilinpäätös"}, {"label": "Verkkosivu", "text": ""}],
        "history": [
            {"what": "Henkilöstö muutettiin", "who": "Yritysneuvoja", "when": "12.11.2025 klo 14.05", "when_iso": "2025-11-12T14:05", "changes": [{"label": "Henkilöstö", "old": "38 htv", "new": "42 htv"}], "actions": [{"label": "Kumoa", "url": "#", "method": "post", "style": "second", "small": True}]},
            {"what": "Tuotiin taulukosta toimijat.xlsx", "who": "Kehityspäällikkö", "when": "3.11.2025 klo 9.12", "note": "Rivi 118, lähde PRH."},
        ],
        "comments": [{"who": "Yritysneuvoja", "when": "12.11.2025", "text": "Yritys etsii hitsauskumppania.", "id": "1"}, {"who": "Kehityspäällikkö", "when": "13.11.2025", "text": "Ehdotin Ylivieskan verkostoa.", "reply": True, "done": True}],
        "comment_form": Comment(), "comment_url": "#",
        "cards": [{"title": "Yhteinen hitsausrobotti", "url": "#", "kind": "Kokeilu", "text": "Viisi yritystä jakaa yhden robotin kolmen kuukauden ajan.", "tags": [{"text": "käynnissä", "tone": "info"}], "meta": ["1.10.–31.12.2025", "5 yritystä"]}, {"title": "Alihankintapäivä", "url": "#", "kind": "Tapahtuma", "text": "Kaksikymmentä päähankkijaa tapaa seudun pajat.", "tags": [{"text": "valmis", "tone": "good"}], "meta": ["24.9.2025"]}, {"title": "Osaajapolku", "kind": "Projektiaihio", "text": "Ammattiopiston ja yritysten yhteinen polku.", "tags": [{"text": "kaipaa vetäjää", "tone": "attention"}], "meta": ["12 ääntä"]}],
    }


def form() -> dict[str, object]:
    """A form with errors, and the steps of an import."""
    plan = Plan({"name": "", "amount": "651.200", "fund": "JTF", "role": "x"})
    return {
        "page_title": "Tuo hanke", "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Hankkeet", "url": "#"}, {"label": "Tuo hanke"}],
        "steps": [{"label": "Valitse tiedosto", "state": "done", "note": "hankkeet.xlsx", "url": "#"}, {"label": "Tarkista sarakkeet", "state": "now", "note": "12 saraketta"}, {"label": "Katso muutokset", "state": "coming"}, {"label": "Tuo", "state": "coming"}],
        "form": plan, "progress": {"label": "Luetaan hankkeet.xlsx", "done": 62, "said": "7 936 riviä 12 800:sta"},
    }


PAGES: dict[str, Callable[[], dict[str, object]]] = {"picture": picture, "list": listing, "record": record, "form": form}
