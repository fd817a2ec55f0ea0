"""What a check says, so that a councillor understands it: what was found, and what would make it right.

Not for deciding anything; each sentence is given its verdict.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures.amount_writing import write_amount
from seutu.core.figures.amounts import Amount
from seutu.core.figures.date_writing import write_date
from seutu.core.figures.relations.healing import Healing, Slip
from seutu.core.figures.relations.terms import Term
from seutu.core.text import LANGUAGES, Language, Text


def joined(*sentences: Text | None) -> Text:
    """Return the sentences one after another."""
    said = [each for each in sentences if each is not None]
    return Text(**{language: " ".join(each.in_language(language) for each in said) for language in LANGUAGES})


def figure(value: Decimal, unit: str) -> Callable[[Language], str]:
    """Return the writer of a figure with its unit."""
    return lambda language: write_amount(Amount(value, unit), language)


SUM_HOLDS: Final = Text(
    fi="{label}: summa {sum} täsmää.", sv="{label}: summan {sum} stämmer.", en="{label}: the sum {sum} is right."
)
SUM_BLANKS: Final = Text(
    fi="{label}: täytetyt rivit ovat yhteensä {sum}, mutta summaksi on merkitty {total}. Osa riveistä on tyhjiä, joten "
    "summaa ei voi tarkistaa.",
    sv="{label}: de ifyllda raderna är sammanlagt {sum}, men summan anges vara {total}. Några rader är tomma, så "
    "summan kan inte kontrolleras.",
    en="{label}: the filled rows add up to {sum}, but the total is given as {total}. Some rows are blank, so the sum "
    "cannot be checked.",
)
SUM_ROUNDED: Final = Text(
    fi="{label}: rivit ovat yhteensä {sum} ja summa {total}. Ero selittyy sillä, että luvut on pyöristetty tarkkuuteen "
    "{step}.",
    sv="{label}: raderna är sammanlagt {sum} och summan {total}. Skillnaden förklaras av att talen är avrundade till "
    "{step}.",
    en="{label}: the rows add up to {sum} and the total is {total}. The difference comes from rounding to {step}.",
)
SUM_FAILS: Final = Text(
    fi="{label}: osat ovat yhteensä {sum}, mutta summaksi on merkitty {total}. Ero on {difference}.",
    sv="{label}: delarna är sammanlagt {sum}, men summan anges vara {total}. Skillnaden är {difference}.",
    en="{label}: the parts add up to {sum}, but the total is given as {total}. The difference is {difference}.",
)
SUM_MAY_HOLD: Final = Text(
    fi="{label}: osat ovat yhteensä noin {sum} ja summa on {total}. Likimääräiset luvut voivat täsmätä.",
    sv="{label}: delarna är sammanlagt omkring {sum} och summan är {total}. De ungefärliga talen kan stämma.",
    en="{label}: the parts add up to about {sum} and the total is {total}. The approximate figures may be right.",
)
SUM_CANNOT_HOLD: Final = Text(
    fi="{label}: osat ovat yhteensä noin {sum}, mutta summaksi on merkitty {total}. Luvut eivät täsmää, vaikka ne ovat "
    "likimääräisiä.",
    sv="{label}: delarna är sammanlagt omkring {sum}, men summan anges vara {total}. Talen stämmer inte trots att de "
    "är ungefärliga.",
    en="{label}: the parts add up to about {sum}, but the total is given as {total}. They do not agree, though they "
    "are approximate.",
)
SHARES_HOLD: Final = Text(
    fi="{label}: osuudet ovat yhteensä {sum}.",
    sv="{label}: andelarna är sammanlagt {sum}.",
    en="{label}: the shares add up to {sum}.",
)
SHARES_ROUNDED: Final = Text(
    fi="{label}: osuudet ovat yhteensä {sum}, mikä selittyy pyöristyksellä.",
    sv="{label}: andelarna är sammanlagt {sum}, vilket förklaras av avrundningen.",
    en="{label}: the shares add up to {sum}, which comes from rounding.",
)
SHARES_FAIL: Final = Text(
    fi="{label}: osuudet ovat yhteensä {sum}, ei {total}.",
    sv="{label}: andelarna är sammanlagt {sum}, inte {total}.",
    en="{label}: the shares add up to {sum}, not {total}.",
)
SHARES_BLANK: Final = Text(
    fi="{label}: täytetyt osuudet ovat yhteensä {sum}. Osa riveistä on tyhjiä, joten summaa ei voi tarkistaa.",
    sv="{label}: de ifyllda andelarna är sammanlagt {sum}. Några rader är tomma, så summan kan inte kontrolleras.",
    en="{label}: the filled shares add up to {sum}. Some rows are blank, so the sum cannot be checked.",
)
WOULD_FIT: Final = Text(
    fi="{new} luvun {old} tilalla täsmäisi.", sv="{new} i stället för {old} skulle stämma.",
    en="{new} in place of {old} would be right.",
)  # fmt: skip
EITHER_FITS: Final = Text(
    fi="{new} luvun {old} tilalla tai {new2} luvun {old2} tilalla täsmäisi.",
    sv="{new} i stället för {old} eller {new2} i stället för {old2} skulle stämma.",
    en="{new} in place of {old}, or {new2} in place of {old2}, would be right.",
)
SWAPPED: Final = Text(
    fi="Onko kaksi numeroa vaihtanut paikkaa?", sv="Har två siffror bytt plats?", en="Have two digits been swapped?"
)
LEFT_OUT: Final = Text(
    fi="Summa täsmäisi, jos mukana olisi {row}, {value}.",
    sv="Summan skulle stämma om {row}, {value}, var med.",
    en="The sum would be right with {row}, {value}.",
)
TWICE: Final = Text(
    fi="Summa täsmäisi ilman riviä {row}, {value}: onko se laskettu kahdesti?",
    sv="Summan skulle stämma utan raden {row}, {value}: är den räknad två gånger?",
    en="The sum would be right without {row}, {value}: is it counted twice?",
)
SHARE_HOLDS: Final = Text(
    fi="{label}: {rate} summasta {base} on {amount}.",
    sv="{label}: {rate} av {base} är {amount}.",
    en="{label}: {rate} of {base} is {amount}.",
)
SHARE_ROUNDED: Final = Text(
    fi="{label}: {rate} summasta {base} on tarkasti {exact}; {amount} on pyöristetty.",
    sv="{label}: {rate} av {base} är exakt {exact}; {amount} är avrundat.",
    en="{label}: {rate} of {base} is exactly {exact}; {amount} is rounded.",
)
SHARE_FAILS: Final = Text(
    fi="{label}: {rate} summasta {base} on {exact}, ei {amount}.",
    sv="{label}: {rate} av {base} är {exact}, inte {amount}.",
    en="{label}: {rate} of {base} is {exact}, not {amount}.",
)
SHARE_MAY_HOLD: Final = Text(
    fi="{label}: {amount} ja {base} ovat likimääräisiä, joten osuutta {rate} ei voi tarkistaa.",
    sv="{label}: {amount} och {base} är ungefärliga, så andelen {rate} kan inte kontrolleras.",
    en="{label}: {amount} and {base} are approximate, so the share {rate} cannot be checked.",
)
RATIO_HOLDS: Final = Text(
    fi="{label}: {amount} on {rate} summasta {base}.",
    sv="{label}: {amount} är {rate} av {base}.",
    en="{label}: {amount} is {rate} of {base}.",
)
RATIO_ROUNDED: Final = Text(
    fi="{label}: {amount} on pyöristettynä {rate} summasta {base}.",
    sv="{label}: {amount} är avrundat {rate} av {base}.",
    en="{label}: {amount} is {rate} of {base} when rounded.",
)
RATIO_FAILS: Final = Text(
    fi="{label}: {amount} on {ratio} summasta {base}, ei {rate}.",
    sv="{label}: {amount} är {ratio} av {base}, inte {rate}.",
    en="{label}: {amount} is {ratio} of {base}, not {rate}.",
)
NO_BASE: Final = Text(
    fi="{label}: osuutta ei voi laskea, koska kokonaissumma on 0.",
    sv="{label}: andelen kan inte räknas, eftersom helheten är 0.",
    en="{label}: the share cannot be computed, since the whole is 0.",
)
BLANK: Final = Text(
    fi="{label}: yksi luvuista puuttuu, joten tätä ei voi tarkistaa.",
    sv="{label}: ett av talen saknas, så detta kan inte kontrolleras.",
    en="{label}: one of the figures is missing, so this cannot be checked.",
)
FITS_ANOTHER: Final = Text(
    fi="Ilmoitetut osuudet sopivat summaan {total}.",
    sv="De angivna andelarna passar summan {total}.",
    en="The stated shares fit the total {total}.",
)
EQUAL_HOLDS: Final = Text(
    fi="{label}: {first} on sama molemmissa kohdissa.",
    sv="{label}: {first} är samma på båda ställena.",
    en="{label}: {first} is the same in both places.",
)
EQUAL_FAILS: Final = Text(
    fi="{label}: yhdessä kohdassa on {first}, toisessa {second}.",
    sv="{label}: på ett ställe står {first}, på ett annat {second}.",
    en="{label}: one place says {first}, another {second}.",
)
EQUAL_MAY_HOLD: Final = Text(
    fi="{label}: {first} ja {second} voivat tarkoittaa samaa.",
    sv="{label}: {first} och {second} kan avse samma sak.",
    en="{label}: {first} and {second} may mean the same.",
)
SIDES_HOLD: Final = Text(
    fi="{label}: {one} {first} ja {other} {second} täsmäävät.",
    sv="{label}: {one} {first} och {other} {second} stämmer överens.",
    en="{label}: {one} {first} and {other} {second} agree.",
)
SIDES_FAIL: Final = Text(
    fi="{label}: {one} {first}, {other} {second}. Ero on {difference}.",
    sv="{label}: {one} {first}, {other} {second}. Skillnaden är {difference}.",
    en="{label}: {one} {first}, {other} {second}. The difference is {difference}.",
)
SIDES_MAY_HOLD: Final = Text(
    fi="{label}: {one} {first} ja {other} {second} voivat tarkoittaa samaa.",
    sv="{label}: {one} {first} och {other} {second} kan avse samma sak.",
    en="{label}: {one} {first} and {other} {second} may mean the same.",
)
WITHIN: Final = Text(
    fi="{label}: {amount} ei ylitä ylärajaa {limit}.",
    sv="{label}: {amount} överskrider inte gränsen {limit}.",
    en="{label}: {amount} does not exceed the ceiling {limit}.",
)
EXCEEDED: Final = Text(
    fi="{label}: {amount} ylittää ylärajan {limit}. Ylitys on {difference}.",
    sv="{label}: {amount} överskrider gränsen {limit} med {difference}.",
    en="{label}: {amount} exceeds the ceiling {limit} by {difference}.",
)
PERHAPS_EXCEEDED: Final = Text(
    fi="{label}: lukujen {amount} ja {limit} perusteella ei voi sanoa, ylittyykö yläraja.",
    sv="{label}: av {amount} och {limit} framgår inte om gränsen överskrids.",
    en="{label}: {amount} and {limit} do not tell whether the ceiling is exceeded.",
)
IN_ORDER: Final = Text(
    fi="{label}: päivät ovat järjestyksessä.",
    sv="{label}: datumen är i ordning.",
    en="{label}: the dates are in order.",
)
OUT_OF_ORDER: Final = Text(
    fi="{label}: {earlier} ({first}) on myöhemmin kuin {later} ({second}).",
    sv="{label}: {earlier} ({first}) är senare än {later} ({second}).",
    en="{label}: {earlier} ({first}) is later than {later} ({second}).",
)
DATE_MISSING: Final = Text(
    fi="{label}: päivämäärä puuttuu, joten järjestystä ei voi tarkistaa.",
    sv="{label}: ett datum saknas, så ordningen kan inte kontrolleras.",
    en="{label}: a date is missing, so the order cannot be checked.",
)


def sum_holds(label: Text, computed: Decimal, unit: str) -> Text:
    """Say that a sum is right."""
    return SUM_HOLDS.filled(label=label, sum=figure(computed, unit))


def sum_has_blanks(label: Text, computed: Decimal, total: Term) -> Text:
    """Say that rows were left blank."""
    return SUM_BLANKS.filled(label=label, sum=figure(computed, total.unit), total=as_printed(total))


def sum_rounded(label: Text, computed: Decimal, total: Term, step: Decimal) -> Text:
    """Say that rows printed in thousands need not add up."""
    facts = {"sum": figure(computed, total.unit), "total": as_printed(total), "step": figure(step, total.unit)}
    return SUM_ROUNDED.filled(label=label, **facts)


def sum_fails(label: Text, computed: Decimal, total: Term, healed: Sequence[Healing], aside: Text | None) -> Text:
    """Say by how much a sum fails, and what would heal it."""
    facts = {
        "sum": figure(computed, total.unit),
        "total": as_printed(total),
        "difference": figure(abs(total.number - computed), total.unit),
    }
    return joined(SUM_FAILS.filled(label=label, **facts), healing(healed), aside)


def sum_approximate(label: Text, computed: Decimal, total: Term, *, possible: bool) -> Text:
    """Say whether approximate figures can add up."""
    template = SUM_MAY_HOLD if possible else SUM_CANNOT_HOLD
    return template.filled(label=label, sum=figure(computed, total.unit), total=as_printed(total))


def shares_sum(label: Text, computed: Decimal, total: Term, template: Text, healed: Sequence[Healing]) -> Text:
    """Say what the shares add up to; ``template`` is one of the SHARES sentences."""
    said = template.filled(label=label, sum=figure(computed, total.unit), total=as_printed(total))
    return joined(said, healing(healed))


def healing(healed: Sequence[Healing]) -> Text | None:
    """Say what single change would make a sum right; None when nothing is known."""
    if not healed:
        return None
    first = healed[0]
    row = {"row": first.term.label, "value": figure(first.value, first.term.unit)}
    if first.slip is Slip.LEFT_OUT:
        return LEFT_OUT.filled(**row)
    if first.slip is Slip.TWICE:
        return TWICE.filled(**row)
    facts = {"new": _meant(first), "old": as_printed(first.term)}
    template = WOULD_FIT
    if len(healed) > 1:
        facts |= {"new2": _meant(healed[1]), "old2": as_printed(healed[1].term)}
        template = EITHER_FITS
    return joined(template.filled(**facts), SWAPPED if first.slip is Slip.SWAPPED else None)


def would_fit(new: Decimal, old: Decimal, unit: str) -> Text:
    """Say that one figure in place of another would make a calculation right."""
    return WOULD_FIT.filled(new=figure(new, unit), old=figure(old, unit))


def _meant(healed: Healing) -> Callable[[Language], str]:
    return figure(healed.value, healed.term.unit)


def as_printed(term: Term) -> Callable[[Language], str]:
    """Return the writer of a term's figure with its qualifier and unit."""
    return lambda language: write_amount(term.amount, language)


def about(template: Text, label: Text, **facts: Callable[[Language], str]) -> Text:
    """Say a sentence about named figures, each given by its writer."""
    return template.filled(label=label, **facts)


def dates(label: Text, earlier: Term, later: Term) -> Text:
    """Say that two dates stand in the wrong order."""
    facts = {
        "earlier": earlier.label,
        "later": later.label,
        "first": day(earlier.day),
        "second": day(later.day),
    }
    return OUT_OF_ORDER.filled(label=label, **facts)


def day(value: date) -> Callable[[Language], str]:
    """Return the writer of a date."""
    return lambda language: write_date(value, language)
