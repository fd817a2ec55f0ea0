"""The sentences of payment claims: what differs and why, in words. Not for deciding any of it (``claim_proof``)."""

from decimal import Decimal
from typing import Final

from seutu.core.figures.number_writing import write_number
from seutu.core.figures.relations.sentences import figure
from seutu.core.figures.units import EUR
from seutu.core.text import Text

CLAIMED: Final = Text(fi="Haettu maksettavaksi", sv="Sökt för utbetalning", en="Claimed for payment")
WORKED: Final = Text(
    fi="kustannuksista laskettu tuki", sv="stöd räknat av kostnaderna", en="aid worked out of the costs"
)
ADVANCE: Final = Text(fi="Ennakko", sv="Förskott", en="Advance")
ADVANCE_LIMIT: Final = Text(fi="ennakon katto", sv="förskottets tak", en="the ceiling of the advance")
AID_SO_FAR: Final = Text(
    fi="Tuki maksatushakemuksissa yhteensä", sv="Stödet i betalningsansökningarna totalt", en="Aid in all claims so far"
)
GRANTED: Final = Text(fi="myönnetty tuki", sv="beviljat stöd", en="the granted aid")
SHARES: Final = Text(fi="Rahoitus yhteensä", sv="Finansieringen totalt", en="Funding in total")
HOLDS: Final = Text(
    fi="Haettu {claimed} on sama kuin kustannuksista laskettu tuki.",
    sv="Det sökta beloppet {claimed} är detsamma som stödet räknat av kostnaderna.",
    en="The claimed {claimed} is the aid worked out of the costs.",
)
ROUNDED: Final = Text(
    fi="Haettu {claimed} on kustannuksista laskettu tuki {worked} pyöristettynä täysiin euroihin.",
    sv="Det sökta beloppet {claimed} är stödet räknat av kostnaderna, {worked}, avrundat till hela euro.",
    en="The claimed {claimed} is the aid worked out of the costs, {worked}, rounded to whole euros.",
)
DIFFERS: Final = Text(
    fi="Haettu on {claimed}, mutta kustannuksista laskettu tuki on {worked}. Ero on {difference}.",
    sv="Det sökta beloppet är {claimed}, men stödet räknat av kostnaderna är {worked}. Skillnaden är {difference}.",
    en="{claimed} is claimed, but the aid worked out of the costs is {worked}. The difference is {difference}.",
)
BECAUSE: Final = Text(
    fi="Ero selittyy näin: {reasons}.", sv="Skillnaden förklaras så här: {reasons}.", en="This explains it: {reasons}."
)
UNEXPLAINED: Final = Text(
    fi="Mikään kirjatuista kustannuksista ei selitä eroa. Tarkista haettu määrä ja se, ovatko kaikki jakson "
    "kustannukset tuotu kirjanpidosta.",
    sv="Ingen av de bokförda kostnaderna förklarar skillnaden. Kontrollera det sökta beloppet och att periodens alla "
    "kostnader har importerats från bokföringen.",
    en="None of the costs explains it. Check the claimed figure, and that all costs of the period have been imported "
    "from the accounts.",
)
NOT_ENTERED: Final = Text(
    fi="Haettua määrää ei ole merkitty. Kustannuksista laskettu tuki on {worked}.",
    sv="Det sökta beloppet är inte antecknat. Stödet räknat av kostnaderna är {worked}.",
    en="No claimed figure has been entered. The aid worked out of the costs is {worked}.",
)
NOT_WORKED: Final = Text(
    fi="Tukea ei voi laskea: rahoitussuunnitelmassa ei ole EU:n ja valtion rahoitusta tai sen osuutta ei tiedetä.",
    sv="Stödet kan inte räknas: finansieringsplanen saknar EU:s och statens pengar, eller är andelen inte känd.",
    en="The aid cannot be worked out: the funding plan has no EU and state funding, or its share is not known.",
)
REJECTED_CLAIM: Final = Text(
    fi="Hakemus on hylätty, joten sen kustannukset ovat vapaina toiseen hakemukseen.",
    sv="Ansökan har avslagits, så dess kostnader är fria för en annan ansökan.",
    en="The claim was rejected, so its costs are free for another claim.",
)
EARLIER: Final = Text(
    fi="mukana on {sum} kustannuksia ajalta ennen jaksoa",
    sv="{sum} i kostnader från tiden före perioden är med",
    en="{sum} of costs from before the period are in it",
)
LATER: Final = Text(
    fi="mukana on {sum} kustannuksia jakson jälkeiseltä ajalta",
    sv="{sum} i kostnader från tiden efter perioden är med",
    en="{sum} of costs from after the period are in it",
)
NO_LINE: Final = Text(
    fi="mukana on {sum} kustannuksia, joilla ei ole budjetissa riviä",
    sv="{sum} i kostnader utan rad i budgeten är med",
    en="{sum} of costs that are in no line of the budget are in it",
)
FLAT_BOOKED: Final = Text(
    fi="mukana on {sum} kustannuksia, jotka flat rate jo kattaa",
    sv="{sum} i kostnader som flat rate redan täcker är med",
    en="{sum} of costs that the flat rate already pays are in it",
)
TWICE: Final = Text(
    fi="mukana on {sum} kustannuksia, jotka ovat jo aiemmassa maksatushakemuksessa",
    sv="{sum} i kostnader som redan finns i en tidigare betalningsansökan är med",
    en="{sum} of costs that are in an earlier claim already are in it",
)
OVER_LINE: Final = Text(
    fi="rivin {line} budjetin ylittävä {sum} on jätetty pois",
    sv="{sum} över budgeten för raden {line} har lämnats bort",
    en="{sum} over the budget of the line {line} is left out",
)
OVER_LINE_FLAT: Final = Text(
    fi="rivin {line} budjetin ylittävä {sum} ja sen flat rate -osuus on jätetty pois",
    sv="{sum} över budgeten för raden {line} och dess flat rate-del har lämnats bort",
    en="{sum} over the budget of the line {line}, and its flat part, are left out",
)
FLAT_LEFT_OUT: Final = Text(
    fi="flat rate -osuus {sum} puuttuu", sv="flat rate-delen {sum} saknas", en="the flat part {sum} is missing"
)
CREDITS_LEFT_OUT: Final = Text(
    fi="hyvitykset ja tulot {sum} on jätetty vähentämättä",
    sv="krediteringar och intäkter, {sum}, har inte dragits av",
    en="the credits and income {sum} are not taken off",
)
UNKNOWN_LINE: Final = Text(
    fi="{sum} kustannuksia, joiden riviä ei ole merkitty, puuttuu",
    sv="{sum} i kostnader vars rad inte är antecknad saknas",
    en="{sum} of costs whose line is not told are missing",
)
COSTS_CLAIMED: Final = Text(
    fi="haetuksi on merkitty kustannukset, ei tuen osuutta niistä",
    sv="kostnaderna har antecknats som sökta, inte stödets andel av dem",
    en="the costs have been entered as claimed, not the aid's share of them",
)
AND: Final = Text(fi=" ja ", sv=" och ", en=" and ")
SAID: Final = {
    "earlier": Text(
        fi="Kustannuksista {sum} ({count} kpl) on ajalta ennen jaksoa eikä missään hakemuksessa.",
        sv="Kostnader på {sum} ({count} st.) är från tiden före perioden och inte i någon ansökan.",
        en="Costs of {sum} ({count}) are from before the period and in no claim.",
    ),
    "no_line": Text(
        fi="Kustannuksista {sum} ({count} kpl) ei kuulu millekään budjetin riville. Niitä ei lasketa mukaan.",
        sv="Kostnader på {sum} ({count} st.) hör inte till någon rad i budgeten och är därför inte medräknade.",
        en="Costs of {sum} ({count}) are in no line of the budget and are not counted.",
    ),
    "no_line_credit": Text(
        fi="Hyvityksistä ja tuloista {sum} ({count} kpl) ei kuulu millekään budjetin riville, eikä niitä ole "
        "vähennetty. Merkitse niille rivi, jos ne vähentävät kustannuksia.",
        sv="Krediteringar och intäkter på {sum} ({count} st.) hör inte till någon rad i budgeten och har inte dragits "
        "av. Anteckna en rad för dem, om de minskar kostnaderna.",
        en="Credits and income of {sum} ({count}) are in no line of the budget and are not taken off. Tell their line, "
        "if they lessen the costs.",
    ),
    "part_of_several": Text(
        fi="Kustannuksista {sum} ({count} kpl) on osatoteuttajan rivillä, joka on osa koko hankkeen useasta rivistä. "
        "Ne ovat mukana summissa, mutta eivät millään koko hankkeen rivillä.",
        sv="Kostnader på {sum} ({count} st.) ligger på en delgenomförares rad, som är en del av flera av hela "
        "projektets rader. De ingår i summorna men inte på någon av hela projektets rader.",
        en="Costs of {sum} ({count}) are in a partner's line, which is a part of several of the whole project's. They "
        "are in the sums, but in none of the whole project's lines.",
    ),
    "flat_booked": Text(
        fi="Kustannuksista {sum} ({count} kpl) kuuluu flat rate -osuuteen, joka lasketaan prosenttina. "
        "Niitä ei lasketa toiseen kertaan.",
        sv="Kostnader på {sum} ({count} st.) hör till flat rate-delen, som räknas procentuellt. "
        "De räknas inte två gånger.",
        en="Costs of {sum} ({count}) belong to the flat part, which is worked out, and are not counted twice.",
    ),
    "twice": Text(
        fi="Kustannuksista {sum} ({count} kpl) on kahden hakemuksen jaksoissa. Ne on laskettu aiempaan.",
        sv="Kostnader på {sum} ({count} st.) ligger i två ansökningars perioder. De räknas till den tidigare.",
        en="Costs of {sum} ({count}) are in the periods of two claims. They are counted in the earlier one.",
    ),
    "unknown_line": Text(
        fi="Kustannuksista {sum} ({count} kpl) kuuluu lajiin, jolla on monta riviä. Merkitse, mikä rivi on niiden oma.",
        sv="Kostnader på {sum} ({count} st.) hör till ett slag med flera rader. Anteckna vilken rad som är deras.",
        en="Costs of {sum} ({count}) are of a kind that has several lines. Tell which line is theirs.",
    ),
    "over_line": Text(
        fi="Rivi {line}: käytetty {sum} enemmän kuin budjetissa on.",
        sv="Raden {line}: {sum} mer använt än vad som finns i budgeten.",
        en="Line {line}: {sum} more is used than the budget has.",
    ),
    "outside_project": Text(
        fi="Kustannuksista {sum} ({count} kpl) on hankkeen toteutusajan ulkopuolelta.",
        sv="Kostnader på {sum} ({count} st.) ligger utanför projekttiden.",
        en="Costs of {sum} ({count}) are from outside the project period.",
    ),
}


def quoted(name: str) -> Text:
    """Return a name in the quotation marks of each language."""
    return Text(fi=f"”{name}”", sv=f"”{name}”", en=f"“{name}”")


def summed(template: Text, amount: Decimal, *, count: int = 0, line: str = "") -> Text:
    """Return a sentence with a sum of euros, a count and a line in their places."""
    return template.filled(
        sum=figure(amount, EUR), line=quoted(line), count=lambda language: write_number(count, language)
    )
