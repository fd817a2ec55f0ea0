"""Sound texts of our own, with what is easily taken for damage. No test; no sentence is anybody's."""

from typing import Final

FINNISH: Final = """
Seudun elinvoimaohjelman ensimmäinen vuosi on takana, ja tulokset näkyvät jo arjessa. Ohjelmassa on
rakennettu kuuden kunnan yhteinen yrityspalvelu, jonka työntekijät kiertävät alueen yrityksissä. Käyntejä
kertyi keväällä noin sata, ja syksyllä määrä kasvoi vielä kolmanneksella. Yritykset ovat pitäneet hyvänä sitä,
että neuvoja tulee paikalle eikä lähetä lomaketta.

Yhteistyö oppilaitosten kanssa käynnistyi elokuussa. Ensimmäiset lyhytkoulutukset järjestettiin
metallialan yrityksille, ja niihin osallistui väkeä myös naapurikunnista. Opettajat kertoivat, että
työelämän tarpeet tulivat heille tutuiksi aivan uudella tavalla. Seuraavaksi koulutuksia tehdään hoiva-alalle
ja matkailuun, joissa osaajista on jatkuva pula.

Ympäristötoimen hanke kartoitti tyhjät teollisuustilat. Niitä löytyi enemmän kuin arvattiin: kolmisenkymmentä
kohdetta, joista puolet voidaan ottaa käyttöön pienellä korjauksella. Kiinteistöjen omistajat ovat
luvanneet laittaa tilat esille yhteiseen palveluun. Samalla sovittiin, että lämmityksen päästöt lasketaan
jokaisesta kohteesta samalla tavalla.

Päätökset seuraavan vuoden rahoituksesta tehdään joulukuussa. Esityksessä palkka- ja matkakulut pysyvät
ennallaan, mutta ostopalvelujen määrää lisätään. EU-hankkeen omarahoitus on varattu, ja pk-yritysten
osuus kerätään osallistumismaksuina. Ohjausryhmä pitää tärkeänä, että vapaa-ajan asukkaat otetaan mukaan
kehittämään kyliä: heillä on osaamista, jota seudulla ei muuten ole.

Kyselyyn vastasi 312 asukasta. Heistä 64 % pitää seutua hyvänä paikkana elää ja tehdä työtä, ja 18 % harkitsee
muuttoa. Eniten toivottiin parempia yhteyksiä, edullisia asuntoja ja nuorille tekemistä iltaisin. Kuntien
edustajat käsittelevät vastaukset työpajassa, johon kutsutaan myös yhdistykset ja yrittäjät.
"""
SWEDISH: Final = """
Regionens program för livskraft har nu pågått i ett år, och resultaten syns redan i vardagen. Sex kommuner
har byggt upp en gemensam tjänst för företagen, och rådgivarna åker ut till dem. Under våren gjordes ungefär
hundra besök, och på hösten ökade antalet med en tredjedel.

Samarbetet med läroanstalterna kom igång i augusti. De första korta utbildningarna ordnades för
metallbranschen, och många deltagare kom också från grannkommunerna. Härnäst planeras utbildningar för
vården och turismen, där det ständigt råder brist på kunnig personal.

Besluten om nästa års finansiering fattas i december. Löne- och resekostnaderna hålls oförändrade, men
köpen av tjänster ökar. Styrgruppen anser det viktigt att sommargästerna tas med i arbetet: de har kunskaper
som annars saknas i byarna. Av 312 svarande anser 64 % att trakten är en bra plats att bo och arbeta på.
"""
ENGLISH: Final = """
The first year of the programme is over. Six towns have built a joint service for their companies, and the
advisers go to see them. It is a matter of trust: a man who comes to a place to listen is a man to talk to.
So to say, a number of them have asked to do more. A plan to do so is to be made in the autumn, a part of it
together with two schools. To be so well-known a service in so short a time is a thing to be proud of.
"""


def wrapped(text: str, width: int = 62) -> list[str]:
    """Return a text in lines of at most so many characters, blank ones between its paragraphs."""
    lines: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line, ""]
    return lines[:-1]
