"""Closed lists of budgets, funding, purchases, claims, calls, applications and decisions."""

from typing import Final

from seutu.apps.records.sheets.columns import Choice, choices_of
from seutu.core.funding.plan_words import WAYS

COST_KINDS: Final = choices_of(
    ("staff", "palkkakustannukset", "lönekostnader", "staff costs", "henkilöstökulut", "palkat"),
    ("flat_rate", "flat rate", "flat rate", "flat rate"),
    ("purchases", "ostopalvelut", "köpta tjänster", "purchases"),
    ("other", "muut kustannukset", "övriga kostnader", "other costs"),
)
CALCULATIONS: Final = tuple(Choice(way.value, name) for way, name in WAYS.items())
FUNDING_KINDS: Final = choices_of(
    ("eu_state", "EU- ja valtion rahoitus", "EU- och statlig finansiering", "EU and state funding"),
    ("own", "omarahoitus", "egen finansiering", "own funding"),
    ("municipal", "kuntarahoitus", "kommunal finansiering", "municipal funding"),
    ("other_public", "muu julkinen rahoitus", "annan offentlig finansiering", "other public funding"),
    ("private", "yksityinen rahoitus", "privat finansiering", "private funding"),
)
PLACEMENTS: Final = choices_of(
    ("inside", "sisältyy osahankkeen budjettiin", "ingår i delprojektets budget", "inside the part budget"),
    ("on_top", "tulee osahankkeen budjetin päälle", "utöver delprojektets budget", "on top of the part budget"),
    ("unclear", "ei selviä asiakirjasta", "framgår inte av dokumentet", "not clear from the document"),
)
USE_KINDS: Final = choices_of(
    ("purchases_and_grants", "palveluostot ja avustukset", "köpta tjänster och bidrag", "purchases and grants"),
    (
        "own_shares",
        "omarahoitus ulkoisissa hankkeissa",
        "egenfinansiering i externa projekt",
        "own shares in externally funded projects",
    ),
    ("staff_and_admin", "henkilöstö ja hallinto", "personal och administration", "staff and administration"),
    ("total", "käyttö yhteensä", "användning totalt", "use in total"),
    ("other", "muu käyttö", "annan användning", "other use"),
)
USE_STATES: Final = choices_of(
    ("planned", "suunniteltu", "planerad", "planned"),
    ("committed", "sidottu", "bunden", "committed"),
    ("used", "käytetty", "använd", "used"),
    ("forecast", "ennuste", "prognos", "forecast"),
)
PURCHASE_STATES: Final = choices_of(
    ("planned", "suunnitteilla", "planerad", "planned"),
    ("tender", "kilpailutuksessa", "i upphandling", "out to tender"),
    ("chosen", "toimittaja valittu", "leverantör vald", "supplier chosen"),
    ("ordered", "tilattu", "beställd", "ordered"),
    ("delivered", "toimitettu", "levererad", "delivered"),
    ("accepted", "hyväksytty", "godkänd", "accepted"),
    ("cancelled", "peruttu", "avbruten", "cancelled"),
)
CLAIM_STATES: Final = choices_of(
    ("draft", "luonnos", "utkast", "draft"),
    ("submitted", "lähetetty", "inlämnad", "submitted"),
    ("supplement", "täydennettävänä", "ska kompletteras", "to be supplemented"),
    ("approved", "hyväksytty", "godkänd", "approved"),
    ("cut", "hyväksytty osin", "delvis godkänd", "approved in part"),
    ("rejected", "hylätty", "avslagen", "rejected"),
    ("paid", "maksettu", "utbetald", "paid"),
)
CHANGE_STATES: Final = choices_of(
    ("draft", "luonnos", "utkast", "draft"),
    ("submitted", "lähetetty", "inlämnad", "submitted"),
    ("approved", "hyväksytty", "godkänd", "approved"),
    ("applied", "viety budjettiin", "införd i budgeten", "taken into the budget"),
    ("rejected", "hylätty", "avslagen", "rejected"),
)
INSTALMENT_STATES: Final = choices_of(
    ("expected", "odotettu", "väntad", "expected"),
    ("invoiced", "laskutettu", "fakturerad", "invoiced"),
    ("received", "saatu", "mottagen", "received"),
)
PROSPECT_STATES: Final = choices_of(
    ("found", "tunnistettu", "identifierad", "found"),
    ("preparing", "valmistellaan", "bereds", "in preparation"),
    ("applied", "haettu", "sökt", "applied for"),
    ("granted", "saatu", "beviljad", "granted"),
    ("rejected", "ei saatu", "inte beviljad", "not granted"),
    ("dropped", "luovuttu", "övergiven", "dropped"),
)
APPLICATION_STATES: Final = choices_of(
    ("draft", "luonnos", "utkast", "draft"),
    ("submitted", "jätetty", "inlämnad", "submitted"),
    ("supplement_requested", "täydennystä pyydetty", "komplettering begärd", "supplement requested"),
    ("supplemented", "täydennetty", "kompletterad", "supplemented"),
    ("scored", "pisteytetty", "poängsatt", "scored"),
    ("proposed", "esitetty hyväksyttäväksi", "föreslagen för godkännande", "proposed"),
    ("approved", "hyväksytty", "godkänd", "approved"),
    ("approved_with_conditions", "hyväksytty ehdoin", "godkänd med villkor", "approved with conditions"),
    ("rejected", "hylätty", "avslagen", "rejected"),
    ("contracted", "sopimus tehty", "avtal ingånget", "contracted"),
    ("withdrawn", "peruttu", "återtagen", "withdrawn"),
    ("closed", "päätetty", "avslutad", "closed"),
)
POSITIONS: Final = choices_of(
    ("supports", "puoltaa", "förordar", "supports"),
    ("supports_with_conditions", "puoltaa ehdoin", "förordar med villkor", "supports with conditions"),
    ("opposes", "ei puolla", "förordar inte", "opposes"),
    ("no_position", "ei kantaa", "ingen ståndpunkt", "no position"),
)
SUPPLEMENT_STATES: Final = choices_of(
    ("open", "avoin", "öppen", "open"),
    ("done", "tehty", "gjord", "done"),
    ("dropped", "peruttu", "återtagen", "dropped"),
)
OUTCOMES: Final = choices_of(
    ("approved", "hyväksytty", "godkänd", "approved"),
    ("approved_with_conditions", "hyväksytty ehdoin", "godkänd med villkor", "approved with conditions"),
    ("rejected", "hylätty", "avslagen", "rejected"),
    ("postponed", "siirretty", "bordlagd", "postponed"),
    ("returned", "palautettu valmisteluun", "återremitterad", "returned for preparation"),
)
CHAPTERS: Final = choices_of(
    ("content", "hankkeen sisältö", "projektets innehåll", "content of the project", "kuvaus hankkeen sisällöstä"),
    ("need", "tarve", "behov", "need", "hankkeen tarve"),
    ("goals", "tavoitteet", "mål", "goals", "hankkeen tavoitteet"),
    ("target_groups", "kohderyhmät", "målgrupper", "target groups", "kohderyhmä"),
    ("actions", "toimenpiteet", "åtgärder", "actions", "hankkeen toimenpiteet"),
    ("outcomes", "tulokset ja vaikutukset", "resultat och effekter", "outcomes", "tulokset"),
    ("principles", "horisontaalinen periaate", "horisontell princip", "horizontal principle"),
)
