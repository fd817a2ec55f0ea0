"""Short papers as offices write them, all figures agreeing, each with the contradictions that are planted in it.

`_` stands where thousands are separated; every organisation is invented. No test.
"""

from typing import Final

Planted = tuple[str, str, str]
"""What is replaced, by what, and the kinds of relation one of which must tell it."""

SHORT: Final[dict[str, tuple[str, tuple[Planted, ...]]]] = {
    "ohjausryhma": (
        """\
Ohjausryhmän pöytäkirja 3/2026
Aika: 14.9.2026 klo 9.00–11.15. Läsnä 8 jäsentä.

Rahoitustilanne: hankkeelle on myönnetty 420_000 € avustusta. Avustuksesta on maksettu tähän mennessä 261_300 €,
jäljellä on 158_700 €.
Hankkeen budjetti koostuu palkoista (310_000 €), ostopalveluista (180_000 €) ja muista kuluista (35_000 €),
yhteensä 525_000 €.
Rahoitus: ELY-keskus 420_000 € (80 %), Kuusijoen kaupunki 78_750 € (15 %) ja yritykset 26_250 € (5 %).

Hankkeessa on neljä osatoteuttajaa: Kuusijoen kaupunki, Lehtovaaran kunta, Suvantola Oy ja Järvisalon AMK.
Hankeaika: 1.1.2026-31.12.2027.
""",
        (
            ("180_000 €", "108_000 €", "sum"),
            ("158_700", "185_700", "sum"),
            ("neljä", "viisi", "count"),
            ("(15 %)", "(20 %)", "shares_sum|percentage|share_of"),
            ("31.12.2027", "31.12.2025", "date_order"),
            ("78_750", "87_750", "sum|percentage"),
        ),
    ),
    "talousarvio": (
        """\
Karhuniemen elinvoimayksikön talousarvio 2027

TULOT
Myyntituotot 45_000
Tuet ja avustukset 120_000
Muut tuotot 5_500
Tulot yhteensä 170_500

MENOT
Henkilöstömenot 288_400
Palvelujen ostot 97_300
Aineet ja tarvikkeet 12_800
Avustukset 60_000
Menot yhteensä 458_500

Toimintakate -288_000
""",
        (
            ("97_300", "93_700", "sum"),
            ("170_500", "175_000", "sum"),
            ("12_800", "18_200", "sum"),
        ),
    ),
    "paatos_avustus": (
        """\
Päätös avustuksesta
Hakija: Pajuluodon kyläyhdistys ry
Avustettava toiminta: Rannan yhteiset tilat
Hyväksyttävät kustannukset: 24_600 €
Avustusprosentti: 75 %
Myönnetty avustus: 18_450 €
Omarahoitus: 6_150 €
Toteutusaika: 1.5.2026–30.11.2026
Päätös: 12.4.2026
""",
        (
            ("18_450", "14_850", "sum|share_of|percentage|equal"),
            ("30.11.2026", "30.11.2025", "date_order"),
            ("75 %", "80 %", "share_of|percentage|sum"),
        ),
    ),
    "excel_paste": (
        """\
Budget
	År 1	År 2	År 3	Totalt
Löner	30_000	31_500	32_000	93_500
Lönebikostnader 25 %	7_500	7_875	8_000	23_375
Köpta tjänster	20_000	15_000	10_000	45_000
Totalt	57_500	54_375	50_000	161_875
Finansiering
Tillväxtverket 60 %	97_125
Kommunerna 30 %	48_562,50
Företag 10 %	16_187,50
Totalt	161_875
""",
        (
            ("31_500", "35_100", "sum"),
            ("48_562,50", "45_862,50", "sum"),
            ("161_875\nFin", "168_175\nFin", "sum"),
            ("30 %", "35 %", "shares_sum"),
        ),
    ),
    "vuosiraportti": (
        """\
Vuosiraportti 2026
Hankkeita oli käynnissä yhteensä 14: 5 EAKR-hanketta, 6 maaseutuhanketta ja 3 omaa hanketta. Niiden
kokonaisbudjetti on 3,2 M€, josta vuodelle 2026 kohdistui noin 1,1 M€.
Määräraha vuodelle 2026 oli 250_000 euroa, ja siitä käytettiin 241_700 euroa eli 96,7 prosenttia.
Yritysneuvonnassa kävi 311 asiakasta, joista 178 oli alkavia yrittäjiä ja 133 toimivia yrityksiä.
""",
        (
            ("6 maaseutu", "9 maaseutu", "sum"),
            ("241_700 euroa", "271_400 euroa", "ceiling|percentage"),
        ),
    ),
    "englishreport": (
        """\
Final report – Coast Lights
The project ran from 1 January 2024 to 31 December 2025. Total costs were EUR 312,400, of which the ERDF paid
EUR 218,680 (70%), the municipalities EUR 62,480 (20%) and the companies EUR 31,240 (10%).
Four pilots were carried out in three towns: Sandvikby, Tallnäs and Ekbacka. In total 86 people took part: 34
entrepreneurs, 41 students and 11 researchers.
""",
        (
            ("218,680", "281,680", "sum|percentage"),
            ("41 students", "14 students", "sum"),
            ("31 December 2025", "31 December 2022", "date_order"),
            ("three towns", "four towns", "count"),
            ("(20%)", "(25%)", "shares_sum|percentage"),
        ),
    ),
    "haku": (
        """\
Hakuilmoitus
Haettavana on 1 500 000 euroa. Tuen määrä on enintään 80 % kustannuksista ja enintään 200_000 euroa hanketta kohti.
Haku on auki 1.9.2026–31.10.2026 klo 16.15. Päätökset tehdään viimeistään 15.12.2026. Lisätietoja: 0295 000 000.
Hakuun tuli 9 hakemusta: hyväksyttiin 5 ja hylättiin 4.
""",
        (("31.10.2026", "31.10.2025", "date_order"),),
    ),
    "osahankkeet": (
        """\
Kustannukset osatoteuttajittain

Toteuttaja              Palkat     Ostot     Yhteensä
Kuusijoki               120_000    30_000    150_000
Lehtovaara              60_000     15_000    75_000
Suvantola               45_500     9_500     55_000
Yhteensä                225_500    54_500    280_000

Rahoittajittain

ELY-keskus              196_000    70,0
Kunnat                  67_200     24,0
Yksityinen              16_800     6,0
Yhteensä                280_000    100,0
""",
        (
            ("45_500", "54_500", "sum"),
            ("67_200", "62_700", "sum"),
            ("24,0", "29,0", "shares_sum"),
            ("15_000    75_000", "15_000    57_000", "sum"),
        ),
    ),
    "budjettiseuranta": (
        """\
Seuranta 30.6.2026
Kustannuslaji      Budjetoitu   Käytetty   Jäljellä
Palkkakustannukset 180_000      82_400     97_600
Ostopalvelut       60_000       21_150     38_850
Matkakustannukset  12_000       3_900      8_100
Yhteensä           252_000      107_450    144_550

Hankkeelle on myönnetty 201_600 € avustusta. Siitä on maksettu 85_960 €, ja jäljellä on 115_640 €.
Työpaketti 1: Valmistelu – 8 htkk
Työpaketti 2: Toteutus – 20 htkk
Työpaketti 3: Raportointi – 4 htkk
Henkilötyökuukausia on yhteensä 32 htkk.
""",
        (
            ("21_150     38_850", "21_150     38_580", "sum"),
            ("115_640", "116_540", "sum"),
            ("32 htkk", "23 htkk", "sum"),
        ),
    ),
    "uppfoljning": (
        """\
Uppföljning av projektet Sjöbodarna
Kostnadsslag      Planerat    Använt     Kvar
Löner             90_000      64_300     25_700
Köpta tjänster    35_000      30_250     4_750
Resor             6_000       2_100      3_900
Sammanlagt        131_000     96_650     34_350

Kommunen har beviljat 26_200 euro. Av det har 19_330 euro använts och 6_870 euro är kvar.
Arbetspaket 1: Start – 5 personmånader
Arbetspaket 2: Försök – 11 personmånader
Totalt 16 personmånader.
""",
        (
            ("2_100      3_900", "2_100      3_600", "sum"),
            ("6_870", "6_780", "sum"),
            ("16 personmånader", "61 personmånader", "sum"),
        ),
    ),
    "interim": (
        """\
Interim report
Cost category      Planned     Spent      Remaining
Staff costs        144_000     70_500     73_500
Equipment          20_000      18_400     1_600
Travel             9_000       2_750      6_250
Total              173_000     91_650     81_350

The ministry granted 103_800 euros. So far 54_990 euros have been paid and 48_810 euros remain.
""",
        (
            ("18_400     1_600", "18_400     1_900", "sum"),
            ("48_810 euros", "84_810 euros", "sum"),
        ),
    ),
    "flat15": (
        """\
Kustannusarvio
Palkat                       100_000
Flat rate 40 %               40_000
Kustannukset yhteensä        140_000

Rahoitus
Tuki 80 %                    112_000
Omarahoitus 20 %             28_000
Rahoitus yhteensä            140_000
""",
        (
            ("40_000\nKus", "41_000\nKus", "share_of|sum"),
            ("112_000", "121_000", "sum"),
            ("Tuki 80", "Tuki 85", "shares_sum"),
        ),
    ),
    "schablon": (
        """\
Budget för projektet Norrsken
                       2026       2027       Totalt
Lönekostnader          50_000     55_500     105_500
Schablon 40 %          20_000     22_200     42_200
Totalt                 70_000     77_700     147_700
""",
        (("22_200     42_200", "22_800     42_800", "share_of|sum"),),
    ),
    "hakemukset": (
        """\
Kehittämisrahaston haku 2/2026
Rahastossa on määrärahaa 400_000 euroa. Hakuun tuli kolme hakemusta.

Rantareitti
Haettu 150_000 €

Puupaja
Haettu 95_000 €

Kylien sähköt
Haettu 120_000 €
""",
        (
            ("95_000", "195_000", "ceiling"),
            ("kolme hak", "neljä hak", "count"),
        ),
    ),
    "ansokningar": (
        """\
Utvecklingsfondens ansökningar
Fonden har ett anslag på 300_000 euro. Tre ansökningar kom in i tid.

Skärgårdsvägen
Sökt 100_000 €

Hamnboden
Sökt 80_000 €

Byaljuset
Sökt 110_000 €
""",
        (
            ("80_000", "180_000", "ceiling"),
            ("Tre ans", "Fem ans", "count"),
        ),
    ),
    "beslut": (
        """\
Beslut om bidrag
Sökande: Ekbacka byaförening rf
Godtagbara kostnader: 18_400 €
Bidragsprocent: 60 %
Beviljat bidrag: 11_040 €
Egen finansiering: 7_360 €
""",
        (
            ("11_040", "11_400", "share_of"),
            ("7_360", "7_630", "sum"),
        ),
    ),
    "grant": (
        """\
Grant decision
Applicant: Harbour Cluster
Eligible costs: 52_000 €
Grant rate: 45 %
Grant awarded: 23_400 €
Own contribution: 28_600 €
""",
        (
            ("23_400", "24_300", "share_of"),
            ("28_600", "26_800", "sum"),
        ),
    ),
    "menot": (
        """\
Vuonna 2026 tukia maksettiin yhteensä 84_500 euroa, josta yrityksille 51_200 euroa, yhdistyksille 21_300 euroa
ja kunnille 12_000 euroa. Kunnan osuus on vuonna 2026 10_000 euroa, vuonna 2027 12_500 euroa ja vuonna 2028
7_500 euroa, yhteensä 30_000 euroa.
""",
        (
            ("51_200", "61_200", "sum"),
            ("12_500", "15_200", "sum"),
        ),
    ),
    "stod": (
        """\
År 2026 betalades totalt 56_000 euro, varav 31_000 euro till företag, 15_000 euro till föreningar och 10_000
euro till kommuner. Kommunens andel är 4_000 euro år 2026, 5_000 euro år 2027 och 6_000 euro år 2028, sammanlagt
15_000 euro.
""",
        (
            ("31_000", "41_000", "sum"),
            ("15_000 euro.", "16_000 euro.", "sum"),
        ),
    ),
    "rajat": (
        """\
Kaupunginhallitus päättää, että kaupunki osallistuu hankkeeseen enintään 30_000 eurolla. Kaupungin omarahoitus
on 30_000 euroa.
Hanke kestää 1.2.2026–31.1.2028.
""",
        (
            ("on 30_000", "on 35_000", "ceiling"),
            ("31.1.2028", "31.1.2025", "date_order"),
        ),
    ),
    "tak": (
        """\
Kommunstyrelsen beslutar att delta i projektet med högst 12_000 euro. Kommunens egen finansiering är 12_000 euro.
Projektet genomförs 1.2.2026–31.1.2028 och projektet har två arbetspaket.
Arbetspaket 1: Kartläggning
Arbetspaket 2: Försök
""",
        (
            ("är 12_000", "är 21_000", "ceiling"),
            ("31.1.2028", "31.1.2025", "date_order"),
            ("två arb", "tre arb", "count"),
        ),
    ),
}
