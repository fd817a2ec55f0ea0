"""Invented but real-looking content for the style book: a list, a record and a form; roles, never persons.

Not demo data of the product.
"""

from collections.abc import Callable

from django import forms
from pictures import TOWNS, picture

NAV = ("Tilannekuva", "Suunnitelmat", "Toiminta", "Verkosto", "Viestintä", "Aineistot")
MISSING = 2  # the row without a value


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
        "account": {
            "name": "Kehityspäällikkö",
            "links": [
                {"label": "Omat asetukset", "url": "#"},
                {"label": "Kirjaudu ulos", "url": "#", "method": "post"},
            ],
        },
        "site": {
            "home_url": "picture.html",
            "search_url": "list.html",
            "accessibility_url": "#",
            "feedback_url": "#",
            "source_url": "#",
            "version": "0.1.0",
        },
        "csrf_token": "token",
    }


class Filters(forms.Form):
    """Filters of the list page."""

    kind = forms.ChoiceField(
        label="Laji", choices=[("", "Kaikki"), ("y", "Yritys"), ("k", "Korkeakoulu")], required=False
    )
    town = forms.CharField(label="Kunta", required=False)


class Plan(forms.Form):
    """A form with every kind of field."""

    name = forms.CharField(label="Hankkeen nimi", help_text="Sama nimi kuin hakemuksessa.")
    amount = forms.CharField(
        label="Kokonaiskustannukset",
        help_text="Esimerkiksi 352 736",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    fund = forms.ChoiceField(label="Rahasto", choices=[("JTF", "JTF"), ("EAKR", "EAKR")])
    role = forms.ChoiceField(
        label="Rooli", choices=[("l", "Päätoteuttaja"), ("p", "Osatoteuttaja")], widget=forms.RadioSelect
    )
    summary = forms.CharField(label="Tiivistelmä", widget=forms.Textarea, required=False)
    public = forms.BooleanField(
        label="Näytetään julkisella sivulla", required=False, help_text="Luonnos ei näy ennen hyväksyntää."
    )
    file = forms.FileField(label="Liite", required=False)


class Comment(forms.Form):
    """One comment."""

    text = forms.CharField(label="Kommentti", widget=forms.Textarea)


def listing() -> dict[str, object]:
    """Return a collection: filters as a sentence, cards on a narrow screen, pages."""
    kinds = ("yritys", "kehitysyhtiö", "korkeakoulu", "julkinen")
    rows = [
        {
            "url": "record.html",
            "cells": [
                {"text": f"Savon Koneistus {i}", "note": "Kone- ja metalliala"},
                {"text": kinds[i % 4], "tone": ("", "info", "good", "attention")[i % 4]},
                {"text": name},
                {"text": "–", "missing": True} if i == MISSING else {"text": f"{(i + 3) * 417:,}".replace(",", " ")},
                {"text": f"{i + 1}.11.2025"},
            ],
        }
        for i, name in enumerate(list(TOWNS)[:9])
    ]
    return {
        "page_title": "Toimijat",
        "page_lead": "Iisalmen seudulla on 412 toimijaa, joista 38 on lisätty tänä vuonna.",
        "page_actions": [
            {"label": "Lisää toimija", "url": "#"},
            {"label": "Tuo tiedostosta", "url": "form.html", "style": "second"},
            {"label": "Vie Exceliin", "url": "#", "style": "quiet"},
        ],
        "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Toimijat"}],
        "notices": [
            {"tone": "good", "text": "412 toimijaa tuotiin. Kaikki rivit kelpasivat."},
            {
                "tone": "attention",
                "title": "Kahdella toimijalla on sama Y-tunnus",
                "text": "Yhdistä tiedot tai korjaa tunnus.",
                "actions": [{"label": "Katso toimijat", "url": "#", "style": "second", "small": True}],
            },
            {"tone": "alarm", "text": "Kohtaa ei tallennettu: joku toinen muutti sitä klo 14.05."},
            {"tone": "info", "text": "Tiedot päivittyvät yöllä."},
        ],
        "filters": {
            "sentence": "Näytetään 87 toimijaa 412:sta:",
            "parts": [{"label": "laji yritys", "remove_url": "#"}, {"label": "kunta Iisalmi", "remove_url": "#"}],
            "clear_url": "#",
            "form": Filters(),
            "open": False,
            "views": [{"label": "Kärkiyritykset", "url": "#"}],
            "save_url": "#",
        },
        "table": {
            "id": "actors",
            "caption": "Toimijat",
            "caption_hidden": True,
            "stack": True,
            "columns": [
                {"label": "Nimi", "sort_url": "#", "sorted": "ascending"},
                {"label": "Laji", "kind": "badge"},
                {"label": "Kunta"},
                {"label": "Liikevaihto", "kind": "number", "unit": "1 000 €"},
                {"label": "Tarkistettu", "kind": "date"},
            ],
            "rows": rows,
            "foot": [{"text": "Yhteensä"}, {"text": ""}, {"text": ""}, {"text": "20 016"}, {"text": ""}],
        },
        "pagination": {
            "sentence": "Rivit 1–9, yhteensä 87",
            "pages": [
                {"number": 1, "url": "#", "current": True},
                {"number": 2, "url": "#"},
                {"gap": True},
                {"number": 10, "url": "#"},
            ],
            "next_url": "#",
        },
        "empty": {
            "title": "Yhteyksiä ei ole vielä",
            "text": "Lisää ensimmäinen yhteys tai tuo taulukko, jossa on kaksi toimijaa rivillä.",
            "example": "Esimerkiksi: Savon Koneistus – alihankkija – Iisalmen Pumppu, vuodesta 2019.",
            "actions": [{"label": "Lisää yhteys", "url": "#"}, {"label": "Lataa malli", "url": "#", "style": "second"}],
        },
    }


def record() -> dict[str, object]:
    """Return a record: facts at the side, the story beside them."""
    return {
        "page_kind": "Toimija",
        "page_title": "Savon Koneistus",
        "page_lead": "Iisalmelainen alihankkija, jolla on 14 yhteyttä ja osa kahdessa hankkeessa.",
        "page_actions": [
            {"label": "Muokkaa", "url": "#", "style": "second"},
            {"label": "Poista", "url": "#", "style": "danger", "method": "post"},
        ],
        "breadcrumbs": [
            {"label": "Työpöytä", "url": "#"},
            {"label": "Toimijat", "url": "list.html"},
            {"label": "Savon Koneistus"},
        ],
        "tabs": [
            {"label": "Tiedot", "url": "#", "current": True},
            {"label": "Yhteydet", "url": "#", "count": "14"},
            {"label": "Hankkeet", "url": "#", "count": "2"},
            {"label": "Liitteet", "url": "#"},
        ],
        "facts": [
            {"label": "Y-tunnus", "text": "1234567-1"},
            {"label": "Toimiala", "text": "25620 Metallin työstö"},
            {"label": "Kunta", "text": "Iisalmi", "url": "picture.html"},
            {"label": "Henkilöstö", "text": "42 htv", "note": "31.12.2024, tilinpäätös"},
            {"label": "Verkkosivu", "text": ""},
        ],
        "history": [
            {
                "what": "Henkilöstö muutettiin",
                "who": "Yritysneuvoja",
                "when": "12.11.2025 klo 14.05",
                "when_iso": "2025-11-12T14:05",
                "changes": [{"label": "Henkilöstö", "old": "38 htv", "new": "42 htv"}],
                "actions": [{"label": "Kumoa", "url": "#", "method": "post", "style": "second", "small": True}],
            },
            {
                "what": "Tuotiin taulukosta toimijat.xlsx",
                "who": "Kehityspäällikkö",
                "when": "3.11.2025 klo 9.12",
                "note": "Rivi 118, lähde PRH.",
            },
        ],
        "comments": [
            {"who": "Yritysneuvoja", "when": "12.11.2025", "text": "Yritys etsii hitsauskumppania.", "id": "1"},
            {
                "who": "Kehityspäällikkö",
                "when": "13.11.2025",
                "text": "Ehdotin Ylivieskan verkostoa.",
                "reply": True,
                "done": True,
            },
        ],
        "comment_form": Comment(),
        "comment_url": "#",
        "cards": [
            {
                "title": "Yhteinen hitsausrobotti",
                "url": "#",
                "kind": "Kokeilu",
                "text": "Viisi yritystä jakaa yhden robotin kolmen kuukauden ajan.",
                "tags": [{"text": "käynnissä", "tone": "info"}],
                "meta": ["1.10.–31.12.2025", "5 yritystä"],
            },
            {
                "title": "Alihankintapäivä",
                "url": "#",
                "kind": "Tapahtuma",
                "text": "Kaksikymmentä päähankkijaa tapaa seudun pajat.",
                "tags": [{"text": "valmis", "tone": "good"}],
                "meta": ["24.9.2025"],
            },
            {
                "title": "Osaajapolku",
                "kind": "Projektiaihio",
                "text": "Ammattiopiston ja yritysten yhteinen polku.",
                "tags": [{"text": "kaipaa vetäjää", "tone": "attention"}],
                "meta": ["12 ääntä"],
            },
        ],
    }


def form() -> dict[str, object]:
    """Return a form with errors, and the steps of an import."""
    plan = Plan({"name": "", "amount": "651.200", "fund": "JTF", "role": "x"})
    return {
        "page_title": "Tuo hanke",
        "breadcrumbs": [{"label": "Työpöytä", "url": "#"}, {"label": "Hankkeet", "url": "#"}, {"label": "Tuo hanke"}],
        "steps": [
            {"label": "Valitse tiedosto", "state": "done", "note": "hankkeet.xlsx", "url": "#"},
            {"label": "Tarkista sarakkeet", "state": "now", "note": "12 saraketta"},
            {"label": "Katso muutokset", "state": "coming"},
            {"label": "Tuo", "state": "coming"},
        ],
        "form": plan,
        "progress": {"label": "Luetaan hankkeet.xlsx", "done": 62, "said": "7 936 riviä 12 800:sta"},
    }


PAGES: dict[str, Callable[[], dict[str, object]]] = {
    "picture": picture,
    "network": picture,
    "list": listing,
    "record": record,
    "form": form,
}
