"""Closed lists of the register, with their names in three languages."""

from typing import Final

from seutu.apps.records.sheets.columns import choices_of

ACTOR_CLASSES: Final = choices_of(
    ("company", "yritys", "företag", "company"),
    ("research_organisation", "tutkimusorganisaatio", "forskningsorganisation", "research organisation"),
    ("higher_education", "korkeakoulu", "högskola", "higher education institution"),
    ("education", "oppilaitos", "läroanstalt", "educational institution"),
    ("public_body", "julkinen toimija", "offentlig aktör", "public body"),
    ("municipality", "kunta tai kaupunki", "kommun eller stad", "municipality"),
    ("development_company", "kehittämisyhtiö", "utvecklingsbolag", "development company"),
    ("association", "yhdistys", "förening", "association"),
    ("citizens", "kuluttajat ja asukkaat", "konsumenter och invånare", "consumers and citizens"),
    ("testbed", "testialusta", "testbädd", "testbed"),
    ("cluster", "klusteri", "kluster", "cluster"),
    ("accelerator", "kiihdyttämö", "accelerator", "accelerator"),
    ("hub", "hubi", "hubb", "hub"),
    ("funder", "rahoittaja", "finansiär", "funder"),
    ("network", "verkosto", "nätverk", "network"),
    ("other", "muu toimija", "annan aktör", "other actor"),
)
SIZES: Final = choices_of(
    ("sole_trader", "yksinyrittäjä", "ensamföretagare", "sole trader"),
    ("micro", "mikroyritys (alle 10 henkilöä)", "mikroföretag (under 10 personer)", "micro (under 10 people)"),
    ("small", "pieni (10–49)", "litet (10–49)", "small (10–49)"),
    ("medium", "keskisuuri (50–249)", "medelstort (50–249)", "medium-sized (50–249)"),
    ("large", "suuri (vähintään 250)", "stort (minst 250)", "large (250 or more)"),
)
INTENTS: Final = choices_of(
    ("growth", "kasvuhakuinen", "tillväxtinriktad", "growth-oriented"),
    ("export", "vientihakuinen", "exportinriktad", "export-oriented"),
    ("international", "kansainvälistyvä", "internationaliserande", "internationalising"),
)
LINK_TYPES: Final = choices_of(
    ("shared_project", "yhteinen hanke", "gemensamt projekt", "shared project"),
    ("partner", "kumppanuus", "partnerskap", "partnership"),
    ("supplier", "toimittaa tuotteita tai palveluja", "levererar varor eller tjänster", "supplies goods or services"),
    ("owner", "omistaa", "äger", "owns"),
    ("member", "on jäsen", "är medlem", "is a member of"),
    ("funder", "rahoittaa", "finansierar", "funds"),
    ("service", "tarjoaa palvelua", "erbjuder tjänst", "gives a service"),
    ("education", "tekee koulutusyhteistyötä", "utbildningssamarbete", "co-operates in education"),
    ("research", "tekee tutkimusyhteistyötä", "forskningssamarbete", "co-operates in research"),
    ("introduction", "on saatettu yhteyteen", "har sammanförts", "was introduced"),
    ("other", "muu yhteys", "annan koppling", "other link"),
)
LAWFUL_BASES: Final = choices_of(
    ("public_task", "yleinen etu tai julkinen tehtävä", "allmänt intresse eller offentlig uppgift", "public task"),
    ("contract", "sopimus", "avtal", "contract"),
    ("consent", "suostumus", "samtycke", "consent"),
    ("legitimate_interest", "oikeutettu etu", "berättigat intresse", "legitimate interest"),
    ("legal_obligation", "lakisääteinen velvoite", "rättslig förpliktelse", "legal obligation"),
)
CONSENTS: Final = choices_of(
    ("not_asked", "ei kysytty", "inte begärt", "not asked", "inte tillfrågad"),
    ("given", "annettu", "givet", "given"),
    ("withdrawn", "peruttu", "återkallat", "withdrawn"),
)
QUALIFIERS: Final = choices_of(
    ("exact", "tarkka", "exakt", "exact"),
    ("about", "noin", "cirka", "about"),
    ("under", "alle", "under", "under"),
    ("nearly", "vajaa", "knappt", "just under"),
    ("over", "yli", "över", "over"),
    ("at_most", "enintään", "högst", "at most"),
    ("at_least", "vähintään", "minst", "at least"),
)
ORIGINS: Final = choices_of(
    ("stated", "ilmoitettu lähteessä", "angiven i källan", "stated in the source"),
    ("derived", "laskettu", "härledd", "derived"),
)
PUBLICITIES: Final = choices_of(
    ("public", "julkinen", "offentlig", "public"),
    ("internal", "sisäinen", "intern", "internal"),
    ("confidential", "salassa pidettävä", "sekretessbelagd", "confidential"),
)
TASK_STATES: Final = choices_of(
    ("open", "avoin", "öppen", "open"),
    ("done", "tehty", "gjord", "done"),
    ("dropped", "jätetty tekemättä", "struken", "dropped", "hylätty"),
)
