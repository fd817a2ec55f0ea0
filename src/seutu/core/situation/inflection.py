"""Where something is, said of a Finnish place name: "Iisalmessa", "Tampereella", "i Idensalmi".

Knows the endings whose local case is certain and the names that must be listed. Not a general inflector: an unknown
name gives None, and the caller then says its sentence without inflecting.

Source: the recommended inflection of municipality names by the Institute for the Languages of Finland; where two
forms live side by side and the choice is unsure, the name is left out on purpose (Kemiönsaari, Koski Tl, Vöyri).
"""

from typing import Final

from seutu.core.text import Text

BACK_VOWELS: Final = frozenset("aouå")
FRONT_VOWELS: Final = frozenset("äöy")

# Name endings whose local form is always the same; longer endings first where one ends another.
ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    ("järvi", "järvellä"),
    ("joki", "joella"),
    ("vesi", "vedellä"),
    ("koski", "koskella"),
    ("niemi", "niemellä"),
    ("mäki", "mäellä"),
    ("nummi", "nummella"),
    ("salmi", "salmella"),
    ("lahti", "lahdella"),
    ("harju", "harjulla"),
    ("virta", "virralla"),
    ("pohjanmaa", "pohjanmaalla"),
    ("pirkanmaa", "pirkanmaalla"),
    ("koillismaa", "koillismaalla"),
    ("laakso", "laaksossa"),
    ("lappi", "lapissa"),
    ("kainuu", "kainuussa"),
    ("pohja", "pohjassa"),
    ("seutu", "seudulla"),
    ("kaupunki", "kaupungissa"),
    ("kunta", "kunnassa"),
    ("linna", "linnassa"),
    ("ranta", "rannassa"),
    ("suomi", "suomessa"),
    ("häme", "hämeessä"),
    ("karjala", "karjalassa"),
    ("savo", "savossa"),
    ("kylä", "kylässä"),
    ("pää", "päässä"),
    ("suu", "suussa"),
    ("land", "landissa"),
    ("inen", "isissa"),
    ("la", "lassa"),
    ("lä", "lässä"),
)

# Take the ending of "on the surface" as they stand: Rauma, Raumalla.
ON: Final = """
    Ahvenanmaa Enontekiö Halsua Hyvinkää Imatra Juva Kaavi Kauhava Kerava Keuruu Kitee Laihia Lapua Lemi Lohja Loimaa
    Merikarvia Multia Nokia Pirkanmaa Posio Pyhtää Pöytyä Ranua Rauma Rautavaara Rusko Siikalatva Somero Sulkava Teuva
    Tyrnävä Vantaa Vehmaa Vieremä Ylitornio Ypäjä
"""

# Take the ending of "inside" as they stand: Kuopio, Kuopiossa.
INSIDE: Final = """
    Akaa Alavieska Aura Brändö Eckerö Espoo Eura Forssa Föglö Geta Hamina Hämeenkyrö Ii Ilomantsi Inari Inkoo Joutsa
    Jämsä Kaarina Kainuu Kajaani Karvia Kemi Keminmaa Kihniö Kolari Kotka Kruunupyy Kuhmo Kumlinge Kuopio Kustavi
    Kuusamo Kymenlaakso Laukaa Lieksa Liperi Loviisa Maarianhamina Masku Mikkeli Muonio Muurame Naantali Närpiö Oulu
    Paimio Paltamo Parkano Pello Perho Pori Porvoo Raahe Raasepori Raisio Salo Sauvo Sievi Simo Sipoo Siuntio Soini
    Sotkamo Sottunga Sysmä Taivassalo Tervo Tornio Vaasa Veteli Vimpeli Vårdö Ylivieska Ähtäri
"""

# Names whose stem changes, or whose case is not what their ending says.
FORMS: Final[dict[str, str]] = {
    "Alavus": "Alavudella",
    "Finström": "Finströmissä",
    "Hailuoto": "Hailuodossa",
    "Hanko": "Hangossa",
    "Harjavalta": "Harjavallassa",
    "Helsinki": "Helsingissä",
    "Iisalmi": "Iisalmessa",
    "Iitti": "Iitissä",
    "Isokyrö": "Isossakyrössä",
    "Juuka": "Juuassa",
    "Kangasala": "Kangasalla",
    "Kannus": "Kannuksessa",
    "Kaustinen": "Kaustisella",
    "Keitele": "Keiteleellä",
    "Kempele": "Kempeleessä",
    "Koko maa": "Koko maassa",
    "Korsnäs": "Korsnäsissä",
    "Kuortane": "Kuortaneella",
    "Kurikka": "Kurikassa",
    "Kökar": "Kökarissa",
    "Lahti": "Lahdessa",
    "Lappi": "Lapissa",
    "Lieto": "Liedossa",
    "Liminka": "Limingassa",
    "Loppi": "Lopella",
    "Luhanka": "Luhangassa",
    "Luoto": "Luodossa",
    "Maalahti": "Maalahdessa",
    "Muhos": "Muhoksella",
    "Mustasaari": "Mustasaaressa",
    "Nurmes": "Nurmeksessa",
    "Outokumpu": "Outokummussa",
    "Parainen": "Paraisilla",
    "Pietarsaari": "Pietarsaaressa",
    "Pihtipudas": "Pihtiputaalla",
    "Pomarkku": "Pomarkussa",
    "Punkalaidun": "Punkalaitumella",
    "Puolanka": "Puolangalla",
    "Pyhäntä": "Pyhännällä",
    "Pälkäne": "Pälkäneellä",
    "Rautalampi": "Rautalammilla",
    "Saltvik": "Saltvikissa",
    "Savitaipale": "Savitaipaleella",
    "Suomi": "Suomessa",
    "Sund": "Sundissa",
    "Taipalsaari": "Taipalsaarella",
    "Tampere": "Tampereella",
    "Toholampi": "Toholammilla",
    "Toivakka": "Toivakassa",
    "Turku": "Turussa",
    "Uurainen": "Uuraisilla",
    "Uusikaarlepyy": "Uudessakaarlepyyssä",
    "Uusikaupunki": "Uudessakaupungissa",
    "Uusimaa": "Uudellamaalla",
    "Varkaus": "Varkaudessa",
    "Vesanto": "Vesannolla",
    "Vesilahti": "Vesilahdessa",
    "Vihti": "Vihdissä",
    "Viitasaari": "Viitasaarella",
    "Virrat": "Virroilla",
}

UNSURE: Final = frozenset({"Kemiönsaari", "Koski Tl", "Vöyri"})

# Swedish says "på" of islands.
SWEDISH_ISLANDS: Final = frozenset(
    {"Brändö", "Eckerö", "Föglö", "Karlö", "Kimitoön", "Kumlinge", "Kökar", "Sottunga", "Vårdö", "Åland"}
)

SWEDISH_WITHOUT_S: Final = frozenset("aeiouyåäösxz")
CASES: Final = ("ssa", "ssä", "lla", "llä")
CASE_LENGTH: Final = 3
OTHER_STEM: Final = frozenset({"Kangasala"})  # Kangasalla, but Kangasalan


def locative_fi(name: str) -> str | None:
    """Return ``name`` in the local case that Finnish uses of it; None when that is not surely known.

    The lists go before the endings, so that "Lahti" is "Lahdessa" although "-lahti" is "-lahdella".
    """
    if name in UNSURE:
        return None
    if name in FORMS:
        return FORMS[name]
    if name in ON.split():
        return f"{name}ll{_harmonic(name)}"
    if name in INSIDE.split():
        return f"{name}ss{_harmonic(name)}"
    for ending, local in ENDINGS:
        start = len(name) - len(ending)
        if name.lower().endswith(ending):
            return name[:start] + (local.capitalize() if name[start].isupper() else local)
    return None


def locative_sv(name: str) -> str:
    """Return "i" or "på" with the Swedish name."""
    return f"{'på' if name in SWEDISH_ISLANDS else 'i'} {name}"


def genitive_fi(name: str) -> str | None:
    """Return ``name`` in the genitive ("Tampereen", "Ylä-Savon"); None when that is not surely known.

    It has the stem of the local case (Varkaudessa, Varkauden), but not where the name is a plural (Huittisissa) or its
    first part is inflected too (Uudellamaalla).
    """
    local = locative_fi(name)
    if local is None or name in OTHER_STEM:
        return None
    stem = local[:-CASE_LENGTH]
    plural = stem.endswith("i") and not name.endswith("i")
    twice = any(stem.lower().count(case) > name.lower().count(case) for case in CASES)
    return None if plural or twice else f"{stem}n"


def in_sub_region(name: Text) -> tuple[str | None, str, str]:
    """Return "Tampereen seutukunnassa", "i Tammerfors ekonomiska region", "in the Tampere sub-region".

    The first is None when the Finnish form is not surely known. A Swedish name that says that it is of a region
    ("Nystadsregionen") stands alone; others take the genitive's s after a consonant.
    """
    genitive = genitive_fi(name.fi)
    bound = name.sv if name.sv[-1:] in SWEDISH_WITHOUT_S else f"{name.sv}s"
    return (
        None if genitive is None else f"{genitive} seutukunnassa",
        f"i {name.sv}" if name.sv.endswith("regionen") else f"i {bound} ekonomiska region",
        f"in the {name.en} sub-region",
    )


def _harmonic(name: str) -> str:
    """Return "a" or "ä": the last vowel that is not neutral (i, e) decides; front when there is none."""
    last = next((letter for letter in reversed(name.lower()) if letter in BACK_VOWELS | FRONT_VOWELS), "ä")
    return "a" if last in BACK_VOWELS else "ä"
