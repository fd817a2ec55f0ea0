"""Documents of our own making, written as towns and funders write them; no sentence is anybody's. No test."""

from typing import Final

PROPOSAL: Final = """
Hakemusnumero: 999001 Valintaesitys 3 (4)

Kustannusarvion ja rahoitussuunnitelman tiivistelmä

Kustannusmalli Flat rate 40 % kehittäminen

Kustannusarvion tiivistelmä

Haetut yhteensä € Hyväksytyt yhteensä € Hylätyt €

1 Palkkakustannukset 221 354 221 354
Flat rate 40 % kehittäminen 88 542 88 542
Kustannusarvio yhteensä 309 896 309 896

Rahoitussuunnitelman tiivistelmä

Haetut yhteensä € Hyväksytyt yhteensä € Osuus %

1 Haettava EU- ja valtion rahoitus 247 916 247 916 80,00
2 Omarahoitus: Muu julkinen rahoitus 51 980 51 980 16,77
3 Kuntarahoitus 10 000 10 000 3,23
4 Muu julkinen rahoitus 0 0 0
5 Yksityinen rahoitus 0 0 0
Rahoitussuunnitelma yhteensä 309 896 309 896 100,00

Asiakirja luotu: 12.02.2026 09:15:00 EURA 2021 -järjestelmä
"""
DECISION: Final = """
§ 7 Osallistuminen hankkeeseen

Hankkeen kokonaiskustannukset ovat noin 412.500 euroa. Hankkeen rahoitussuunnitelman mukaan 70 %
tulee liiton kautta valtion rahoituksena, kuntien rahoitus on 22,5 %, ammattikorkeakoulun rahoitus 4,5 % ja
yritysten rahoitus 3 %.

Kaupungin osahankkeen kustannukset ovat 48.720 euroa. Rahoitussuunnitelman mukaan 34.104 euroa (70 %)
tulee valtion rahoituksena, 10.962 euroa (22,5 %) on kaupungin omarahoitusta ja 3.654 euroa (7,5 %) on muuta
rahoitusta. Kustannukset jakautuvat seuraavasti: 16.240 euroa vuodelle 2026, 20.300 euroa vuodelle
2027 ja 12.180 euroa vuodelle 2028.

Lisäksi kaupunki maksaa yhteisiä kuluja 2.100 euroa ja 1.400 euroa.
"""
APPLICATION: Final = """
Työpaketti 1 Lähtötilanne - Ostopalvelubudjetti 12 000€

Kootaan tiedot.

Työpaketti 2 Kokeilut - Ostopalvelubudjetti 30 500€

Tehdään kokeiluja.

Työpaketti 3 Viestintä - Ostopalvelut 7 500€

Kerrotaan tuloksista.

Budjetti 2026 2027 2028 YHT.
Henkilöstökulut 40000 81600 62424 184024
Ostopalvelut 10000 25000 15000 50000
Yhteensä 50000 106600 77424 234024

Hankkeen kokonaisbudjetti on 234 024€. Kunnat ovat sitoutuneet 20% kuntarahoitukseen yhteensä 46 805€.
Ministeriöltä haetaan 80% rahoitusta yhteensä 187 219€.
"""
ALL: Final = {"valintaesitys": PROPOSAL, "päätös": DECISION, "hakemus": APPLICATION}
COMMITMENT: Final = """
§ 12 Kaupungin osallistuminen SataKasvu-hankkeeseen

Maakunnan liitto on tehnyt hankkeesta myönteisen rahoituspäätöksen {decided}. Hankkeen toteutusaika on
1.3.2026-31.12.2027. Hankkeessa järjestetään valmennuksia {name} -verkoston kanssa.

Lisäksi kaupunki maksaa yhteisiä kustannuksia, jotka yhtiö laskuttaa: viestintä {besides} euroa ja
arviointi 1.500 euroa.

Esitän, että kaupunki varautuu osallistumaan hankkeeseen enintään 6.000 eurolla.
"""
PACKAGES: Final = """
Työpaketti 1: Selvitykset

Selvitetään palvelujen kysyntä ja kilpailijat (tulos {survey}: kysyntäselvitys ja kilpailijataulukko).

Tulos 1: Kysyntäselvitys ja kilpailijataulukko kaikista kunnista

Työpaketti 2: Kokeilut

Tehdään kokeiluja yritysten kanssa (tulos 2: kokeiluraportti ja palvelukuvaukset).

Tulos 2: Kokeiluraportti, palvelukuvaukset

Saapunut: 3.2.2026
Kokous: {meeting}

Asiakirja luotu: 1.4.2026 08:00:00
"""
NUMBERS: Final = """
Ohjelma lukuina
{lone}
Työpajaa
{second}
Kaupunkia mukana
{third}
Vierailua

Hankkeita rahoitetaan 1 miljoonan euron määrärahasta.

Haettu budjetti:
~400 k€
Haettu budjetti:
~350 k€
Haettu budjetti:
{last}
"""
USE: Final = """
Kasvuohjelman kustannukset

150 000 euron määrärahasta käytettiin {used} euroa vuonna 2025. Noin 80 000 euroa käytettiin ostopalveluihin.
Tilaisuuksiin meni noin 35 000 euroa. Loppuosa on hallintoa.
"""
RANGE: Final = """
Valmisteilla on kolme hanketta, joissa kussakin on mukana {claim}.

Kuntia mukana:
{least}
Kuntia mukana:
24
Kuntia mukana:
~12
"""
