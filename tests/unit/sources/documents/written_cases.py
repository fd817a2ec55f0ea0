"""What is planted in the written documents, and harmless other words for what they say. No test.

`_` stands where thousands are separated. A contradiction is planted by replacing texts; it must be told as one of the
kinds, and what is told must hold the fragments.
"""

from typing import Final, NamedTuple


class Planted(NamedTuple):
    """A contradiction: the document, what it is, the replacements, the kind of relation, what the message must say."""

    document: str
    what: str
    replaced: tuple[tuple[str, str], ...]
    kind: str
    said: tuple[str, ...] = ()


PLANTED: Final = (
    Planted("proposal.txt", "flat swap", (("84_920", "84_290"),), "share_of", ("84 920",)),
    Planted("proposal.txt", "shares 105", (("14,84", "19,84"),), "shares_sum", ("105",)),
    Planted("proposal.txt", "meeting late", (("Rahoituskokous: 9.3.2026", "Rahoituskokous: 9.4.2026"),), "date_order"),
    Planted("proposal.txt", "packages", (("kolme työpakettia", "neljä työpakettia"),), "count"),
    Planted(
        "proposal.txt",
        "ceiling",
        (
            ("237_776                  80,00", "242_776                  81,68"),
            ("44_100                   14,84", "39_100                   13,16"),
        ),
        "ceiling",
    ),
    Planted("board.txt", "shares 105", (("21,5 %", "26,5 %"),), "shares_sum", ("105",)),
    Planted("board.txt", "own swap", (("21_050 euroa (25 %)", "20_150 euroa (25 %)"),), "sum", ("21 050",)),
    Planted("board.txt", "decided late", (("27.3.2026", "27.4.2026"),), "date_order"),
    Planted("board.txt", "year", (("34_900", "33_900"),), "sum", ("34 900",)),
    Planted("board.txt", "commitment", (("enintään\n21_050", "enintään\n12_050"),), "ceiling"),
    Planted("application.txt", "count", (("Ahvenlampi, ", ""),), "count"),
    Planted("application.txt", "package", (("9_500", "8_500"),), "sum"),
    Planted("application.txt", "dates", (("31.8.2028", "31.8.2025"),), "date_order"),
    Planted("application.txt", "25 swap", (("65_600", "66_500"),), "share_of"),
    Planted("application.txt", "75 swap", (("196_800", "198_600"),), "share_of"),
    Planted("application.txt", "cell swap", (("96_200", "92_600"),), "sum", ("96 200",)),
    Planted("application.txt", "htv", (("muilla kunnilla 1,0", "muilla kunnilla 1,5"),), "sum"),
    Planted("report.txt", "overspent", (("käytettiin 143_260", "käytettiin 153_260"),), "ceiling"),
    Planted("report.txt", "cell swap", (("38_245", "38_425"),), "sum", ("38 245",)),
    Planted("report.txt", "left", (("1_885", "1_585"),), "sum", ("1 885",)),
    Planted("report.txt", "shares 105", (("75,0 %", "80,0 %"),), "shares_sum", ("105",)),
    Planted("report.txt", "participants", (("141 yrittäjää", "114 yrittäjää"),), "sum", ("141",)),
    Planted("report.txt", "missing row", (("Matkat                   9_000       7_650         1_350\n", ""),), "sum"),
    Planted(
        "report.txt",
        "funding",
        (
            ("107_445", "108_445"),
            ("Yhteensä                 143_260     100,0", "Yhteensä                 144_260     100,0"),
        ),
        "equal",
    ),
    Planted("report.txt", "dates", (("31.12.2025. T", "31.12.2023. T"),), "date_order"),
    Planted("swedish.txt", "flat", (("24_000      4_800", "24_000      4_300"),), "sum", ("4 800",)),
    Planted(
        "swedish.txt",
        "flat all",
        (
            ("4_800      48_000", "4_900      48_100"),
            ("16_800     168_000", "16_900     168_100"),
        ),
        "share_of",
    ),
    Planted("swedish.txt", "own", (("33_600", "36_600"),), "sum", ("33 600",)),
    Planted("swedish.txt", "shares 105", (("20,00", "25,00"),), "shares_sum", ("105",)),
    Planted("swedish.txt", "count", (("fyra kommuner", "fem kommuner"),), "count"),
    Planted("swedish.txt", "70 swap", (("117_600 euro", "171_600 euro"),), "percentage"),
    Planted("swedish.txt", "dates", (("29.2.2028", "29.2.2024"),), "date_order"),
    Planted("english.txt", "25 %", (("15 % of staff", "25 % of staff"),), "share_of"),
    Planted("english.txt", "dates", (("31 August 2028", "31 August 2025"),), "date_order"),
    Planted("english.txt", "count", (("five partners", "six partners"),), "count"),
    Planted("english.txt", "months", (("25 person-months", "52 person-months"),), "sum"),
    Planted("english.txt", "swap", (("54_000", "45_000"),), "sum", ("54 000",)),
    Planted("english.txt", "packages", (("three work", "four work"),), "count"),
    Planted(
        "english.txt",
        "funding",
        (
            ("189_000", "199_000"),
            ("270_000    100", "280_000    100"),
        ),
        "equal",
    ),
    Planted("rough.txt", "over", (("~480 k€", "~980 k€"),), "ceiling"),
    Planted("rough.txt", "overspent", (("vajaat 1,8 M€", "yli 2,1 M€"),), "ceiling"),
    Planted("rough.txt", "count", (("neljä hakemusta", "viisi hakemusta"),), "count"),
    Planted("damaged.txt", "swap", (("40_100", "41_000"),), "sum", ("40 100",)),
    Planted("damaged.txt", "missing row", (("Matkat                 2_450    2_850    5_300\n", ""),), "sum"),
    Planted("damaged.txt", "total", (("118_\n600", "116_\n800"),), "equal"),
    Planted("damaged.txt", "year", (("12_190", "12_910"),), "sum", ("12 190",)),
    Planted("narrative.txt", "name", (("RantaPuhuri Oy:n hallitus", "Rantapuhuri Oy:n hallitus"),), "name_variants"),
    Planted("narrative.txt", "whole", (("180_000", "108_000"),), "sum", ("180 000",)),
    Planted("narrative.txt", "more", (("180_000", "230_000"),), "sum"),
    Planted("narrative.txt", "in all", (("yhteensä 640_000 euroa.\n", "yhteensä 604_000 euroa.\n"),), "sum"),
    Planted(
        "book.xlsx",
        "missing row",
        (
            ("=SUM(B5:B8)|68900", "=SUM(B5:B7)|66500"),
            ("=SUM(E5:E8)|202000", "=SUM(E5:E7)|195000"),
        ),
        "sum",
        ("Matkat",),
    ),
    Planted("book.xlsx", "typed", (("=SUM(E5:E8)|202000", "220000"),), "sum", ("202 000",)),
    Planted(
        "book.xlsx",
        "funding",
        (
            ("13780|", "17380|"),
            ("|40400", "|44000"),
            ("=SUM(B12:B14)|68900", "=SUM(B12:B14)|72500"),
            ("=SUM(E12:E14)|202000", "=SUM(E12:E14)|205600"),
        ),
        "equal",
    ),
    Planted("table.csv", "swap", (("293_000,00\n;;;", "239_000,00\n;;;"),), "sum", ("293 000",)),
    Planted("table.csv", "cell", (("6_168,75", "6_618,75"),), "sum", ("6 168,75",)),
    Planted("table.csv", "missing row", (("Laitteet;0,00;36_480,00;36_480,00\n", ""),), "sum"),
    Planted(
        "table.csv",
        "row sum",
        (
            ("3_100,00;15_500,50", "3_100,00;15_000,50"),
            ("293_000,00\n;;;", "292_500,00\n;;;"),
        ),
        "sum",
    ),
    Planted("paper.docx", "own", (("22_020|15", "22_200|15"),), "sum", ("22 020",)),
    Planted(
        "paper.docx",
        "funding",
        (
            ("117_440", "118_440"),
            ("146_800|100", "147_800|100"),
        ),
        "equal",
    ),
    Planted("paper.docx", "count", ((", Järvisalon ammattikorkeakoulu", ""),), "count"),
    Planted("paper.docx", "dates", (("1.8.2026–31.7.2028", "1.8.2028–31.7.2026"),), "date_order"),
)
REWORDED: Final = {
    "proposal.txt": (
        ("Kustannusarvio yhteensä     ", "Kustannukset yhteensä      "),
        ("Pisteet 22/30", "Pisteet: 22 / 30"),
        ("Hankkeessa on kolme työpakettia.", "Hanke sisältää kolme työpakettia."),
        ("31.3.2028", "31.03.2028"),
        ("1.4.2026 - 31", "1.4.2026–31"),
        ("40 %", "40 %"),
    ),
    "board.txt": (
        ("Siitä", "Tästä"),
        ("tulee\nEAKR- ja valtion rahoituksena", "rahoitetaan\nEAKR- ja valtion varoista"),
        ("on kaupungin omarahoitusta", "on kaupungin omaa rahoitusta"),
        ("jakautuvat niin, että", "jakaantuvat siten, että"),
        ("Hankkeen kokonaiskustannukset ovat", "Hankkeen kokonaiskustannukset ovat arviolta"),
        ("osallistuu Kiertovoima-hankkeeseen", "sitoutuu Kiertovoima-hankkeeseen"),
        ("27.3.2026", "27.03.2026"),
        (" euroa", " €"),
        ("1.4.2026-31.12.2028", "1.4.2026 – 31.12.2028"),
    ),
    "application.txt": (
        ("Mukana on kuusi kuntaa", "Hankkeeseen osallistuu 6 kuntaa"),
        ("Hanke alkaa 1.9.2026 ja päättyy 31.8.2028.", "Hanke käynnistyy 1.9.2026, ja se päättyy 31.8.2028."),
        ("Hankkeen kokonaisbudjetti on", "Hankkeen kokonaiskustannukset ovat"),
        ("Yhteensä\n", "YHT.\n"),
        ("Yhteensä        ", "Summa           "),
        ("– ostopalvelut", "- Ostopalvelut"),
        ("Ministeriöltä haetaan 75 %, ", "Ministeriöltä haetaan 75 % eli "),
        ("joista päätoteuttajalla", "josta päätoteuttajalla"),
    ),
    "report.txt": (
        ("Hankkeelle oli varattu", "Hankkeelle varattiin"),
        ("josta käytettiin", "josta on käytetty"),
        ("Jäljellä\n", "Jäljelle jäi\n"),
        ("Rahoitus toteutui seuraavasti:", "Toteutunut rahoitus:"),
        ("joihin osallistui yhteensä", "joihin osallistui kaikkiaan"),
        ("toteutettiin", "kesti"),
        (" %", "%"),
        ("Yhteensä ", "Summa    "),
    ),
    "swedish.txt": (
        ("Genomförandetid:", "Projekttid:"),
        ("i fyra kommuner", "i 4 kommuner"),
        ("Kostnadsberäkning", "Budget"),
        ("Totalt\n", "Sammanlagt\n"),
        ("totalt  ", "sammanlagt  "),
        ("är totalt", "är sammanlagt"),
        ("av vilka", "varav"),
        (" och Ekbacka", " samt Ekbacka"),
        ("40 %", "40%"),
    ),
    "english.txt": (
        ("three work packages", "3 work packages"),
        ("five partners", "5 partners"),
        (" and Lighthouse", ", and Lighthouse"),
        ("In total 25", "Altogether 25"),
        ("1 March 2026 – 31 August 2028", "1.3.2026–31.8.2028"),
        ("Total     ", "In total  "),
        (" %", "%"),
        ("costs are 15", "costs amount to 15"),
    ),
    "rough.txt": (
        ("määrärahaa 2,4 miljoonaa euroa", "2,4 M€:n määrärahan"),
        ("neljä hakemusta", "4 hakemusta"),
        ("~650 k€", "noin 650 k€"),
        ("0,7 M€", "700 k€"),
        ("390 000", "390.000"),
        ("vajaat 1,8 M€", "vajaa 1,8 miljoonaa euroa"),
    ),
    "damaged.txt": (
        ("Oma-\nrahoitus", "Omarahoi-\ntus"),
        ("118_\n600", "118_600\n"),
        ("(80 %)", "(80%)"),
        ("Yht.\n", "Yhteensä\n"),
        ("ä", "ä"),
        ("ko-\nkonais", "kokonais"),
    ),
    "narrative.txt": (
        (
            "josta kunnat maksoivat 410_000 euroa,\nmaakunnan liitto 180_000 euroa ja",
            "josta maakunnan liitto maksoi 180_000 euroa, kunnat 410_000 euroa ja",
        ),
        (", yhteensä 640", ", eli yhteensä 640"),
        (" euroa", " €"),
        ("Ohjelman rahoitus oli vuonna 2025 yhteensä", "Vuonna 2025 ohjelman rahoitus oli kaikkiaan"),
    ),
    "book.xlsx": (
        ("Kustannukset yhteensä", "Menot yhteensä"),
        ("Yhteensä\n", "Summa\n"),
        ("Rahoitus yhteensä", "Rahoitus yht."),
        ("ELY-keskus (70 %)", "ELY-keskus 70 %"),
    ),
    "table.csv": (
        ("Kustannukset yhteensä", "Menot yhteensä"),
        ("Vuosi 1;Vuosi 2;Yhteensä", "2026;2027;Summa"),
        ("Avustus 60 %", "Avustus (60 %)"),
        ("Oma rahoitus 40 %", "Oma rahoitus (40 %)"),
    ),
    "paper.docx": (
        ("kolme osatoteuttajaa", "3 osatoteuttajaa"),
        ("toteutetaan", "kestää"),
        ("|Yhteensä|29", "|Kustannukset yhteensä|29"),
        ("80 %\n", "80 %\n"),
        ("Kokonaiskustannukset ovat", "Kustannukset ovat"),
        (" ja Suvantolan", " sekä Suvantolan"),
        ("|Osuus", "|Osuus, %"),
    ),
}
