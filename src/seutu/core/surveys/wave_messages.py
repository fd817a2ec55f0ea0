"""What is told of two waves of a survey that cannot be compared as they are, in the three languages."""

from typing import Final

from seutu.core.text import Text

NO_COMMON: Final = Text(
    fi="Kierroksilla {first} ja {second} ei ole yhtään yhteistä yksikköä, joten muutosta ei voi laskea. Tarkista "
    "nimet ja "
    "kuntaliitokset.",
    sv="Omgångarna {first} och {second} har ingen enhet gemensamt, så ingen ändring kan räknas. Kontrollera namnen och "
    "kommunsammanslagningarna.",
    en="The waves {first} and {second} have no unit in common, so no change can be worked out. Check the names and the "
    "mergers of municipalities.",
)
UNIT_TWICE: Final = Text(
    fi="Kierroksella {wave} on {unit} {count} kertaa. Anna jokainen yksikkö kerran.",
    sv="Omgången {wave} har {unit} {count} gånger. Ange varje enhet en gång.",
    en="The wave {wave} has {unit} {count} times. Give each unit once.",
)
WORDED_OTHERWISE: Final = Text(
    fi="{question}: kysymys on muotoiltu toisin, joten lukuja ei verrata. Ennen: {before} Nyt: {now}",
    sv="{question}: frågan är formulerad på annat sätt, så talen jämförs inte. Förr: {before} Nu: {now}",
    en="{question}: the question is worded otherwise, so the figures are not compared. Before: {before} Now: {now}",
)
OTHER_SCALE: Final = Text(
    fi="{question}: asteikko tai vaihtoehdot ovat vaihtuneet ({before} → {now}), joten lukuja ei verrata.",
    sv="{question}: skalan eller alternativen är andra ({before} → {now}), så talen jämförs inte.",
    en="{question}: the scale or the options are others ({before} → {now}), so the figures are not compared.",
)
ONLY_BEFORE: Final = Text(
    fi="{question}: kysyttiin vain aiemmalla kierroksella.",
    sv="{question}: frågades bara i den tidigare omgången.",
    en="{question}: asked in the earlier wave only.",
)
ONLY_NOW: Final = Text(
    fi="{question}: kysyttiin vain uudemmalla kierroksella.",
    sv="{question}: frågades bara i den senare omgången.",
    en="{question}: asked in the later wave only.",
)
UNLIKE_REPLICATES: Final = Text(
    fi="Kierrosten toistoja on eri määrä ({one} ja {other}). Laske molemmat samalla määrällä.",
    sv="Omgångarnas upprepningar är olika många ({one} och {other}). Räkna båda med lika många.",
    en="The waves have unlike numbers of replicates ({one} and {other}). Work both out with the same number.",
)
