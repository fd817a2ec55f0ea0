"""A budget change worked out: each line and year before and after, whether the total holds, what speaks against it.

Not for saving it. The amount moves from one line to another, so the total is the same after it as before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import Relation, Term, check_equal
from seutu.core.figures.relations.sentences import figure
from seutu.core.figures.units import EUR
from seutu.core.funding.claim_words import quoted
from seutu.core.funding.plans import CostKind
from seutu.core.funding.spending import FlatRate, SpendingLine, flat_amount, is_of_base
from seutu.core.text import Text

TOTAL: Final = Text(
    fi="Rivit yhteensä ennen ja jälkeen", sv="Raderna totalt före och efter", en="The lines in total before and after"
)
BEFORE: Final = Text(fi="ennen muutosta", sv="före ändringen", en="before the change")
AFTER: Final = Text(fi="muutoksen jälkeen", sv="efter ändringen", en="after the change")
BLANK: Final = Text(
    fi="Rivillä {line} ei ole määrää. Kirjaa määrä budjettiin ensin.",
    sv="Raden {line} har inget belopp. Anteckna beloppet i budgeten först.",
    en="The line {line} has no amount. Enter it in the budget first.",
)
TOO_MUCH: Final = Text(
    fi="Rivillä {line} on {held}, joten siltä ei voi siirtää {amount}. Pienennä muutosta.",
    sv="På raden {line} finns {held}, så {amount} kan inte flyttas från den. Minska ändringen.",
    en="The line {line} has {held}, so {amount} cannot be moved from it. Lower the change.",
)
NOT_POSITIVE: Final = Text(
    fi="Siirrettävä määrä on nolla tai alle. Kirjaa muutokseen määrä.",
    sv="Beloppet som flyttas är noll eller mindre. Anteckna beloppet i ändringen.",
    en="The amount to be moved is zero or less. Enter the amount in the change.",
)
NO_YEAR: Final = Text(
    fi="Rivillä {line} on määrät vuosittain. Valitse vuosi, jonka määrä muuttuu.",
    sv="Raden {line} har belopp per år. Välj det år vars belopp ändras.",
    en="The line {line} has amounts by year. Choose the year whose amount changes.",
)
BELOW_USED: Final = Text(
    fi="Riviltä {line} on käytetty jo {used}. Muutoksen jälkeen rivillä on {left}.",
    sv="Av raden {line} har {used} redan använts. Efter ändringen har raden {left}.",
    en="{used} of the line {line} is used already. After the change the line has {left}.",
)
FLAT_FOLLOWS: Final = Text(
    fi="Flat rate -osuus lasketaan vain toisesta rivistä, joten se muuttuu {change}. Tarkista budjetin kokonaissumma "
    "muutoksen jälkeen.",
    sv="Flat rate-delen räknas bara av den ena raden, så den ändras med {change}. Kontrollera budgetens slutsumma "
    "efter ändringen.",
    en="The flat part is taken of only one of the lines, so it changes by {change}. Check the total of the budget "
    "after the change.",
)
REPEATED: Final = Text(
    fi="Osatoteuttajan rivit ovat osa koko hankkeen riveistä, ja muutos muuttaa vain tässä näkyviä rivejä. Tee sama "
    "muutos myös niihin riveihin, joissa sama raha on toiseen kertaan.",
    sv="Delgenomförarens rader är en del av hela projektets rader, och ändringen gäller bara raderna här. Gör samma "
    "ändring också i de rader där samma pengar står en gång till.",
    en="A partner's lines are a part of the whole project's, and the change is to the lines shown here only. Make the "
    "same change in the lines where the same money stands once more.",
)
CALCULATION_GOES: Final = Text(
    fi="Rivin {line} laskutapa ja sen luvut poistuvat, koska muutos päättää rivin summan. Jos kumoat viennin, ne "
    "palaavat.",
    sv="Beräkningssättet för raden {line} och dess siffror tas bort, eftersom ändringen bestämmer radens belopp. Om du "
    "ångrar införandet kommer de tillbaka.",
    en="The way the line {line} is worked out is removed with its figures, because the change decides the amount. If "
    "you undo taking it in, they come back.",
)
OF_FLAT_RATE: Final = Text(
    fi="Rivin {line} summa lasketaan flat rate -prosentilla muista riveistä, joten muutos ei voi koskea sitä. Muuta "
    "rivejä, joista se lasketaan.",
    sv="Beloppet på raden {line} räknas med flat rate-procenten av andra rader, så en ändring kan inte gälla den. "
    "Ändra raderna som det räknas av.",
    en="The amount of the line {line} is worked out of other lines by the flat rate, so a change cannot be of it. "
    "Change the lines that it is taken of.",
)
OTHER_PARTNER: Final = Text(
    fi="Rahaa siirtyy toteuttajalta toiselle ({source} → {target}). Tarkista, että myös rahoitusrivit vastaavat "
    "muutosta.",
    sv="Pengar flyttas från en genomförare till en annan ({source} → {target}). Kontrollera att också "
    "finansieringsraderna följer ändringen.",
    en="Money moves from one partner to another ({source} → {target}). Check that the funding rows follow the change.",
)


@dataclass(frozen=True, slots=True)
class ChangingLine:
    """A line that money is moved from or to. ``amount`` is None where it is blank; then its years are what it has.

    An amount may be worked out: ``is_calculated`` of the line's own figures, ``is_flat`` of other lines by a flat rate.
    """

    label: str
    amount: Decimal | None
    years: Mapping[str, Decimal] = field(default_factory=dict)
    used: Decimal = Decimal(0)
    is_calculated: bool = False
    is_flat: bool = False

    @property
    def held(self) -> Decimal | None:
        """Return what the line has: its amount, or what its years add up to."""
        if self.amount is not None:
            return self.amount
        return sum(self.years.values(), Decimal(0)) if self.years else None


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line as it is after a change: the amount (None stays blank) and the one year that changes, if one does."""

    before: ChangingLine
    after: ChangingLine
    year: str | None


@dataclass(frozen=True, slots=True)
class BudgetMove:
    """A change worked out. ``refused`` are the reasons why it cannot be done, ``asked`` what to look at before it."""

    source: ChangedLine
    target: ChangedLine
    total: Relation | None
    refused: tuple[Text, ...]
    asked: tuple[Text, ...]


def moved(
    source: ChangingLine, target: ChangingLine, amount: Decimal, *, source_year: str | None, target_year: str | None
) -> BudgetMove:
    """Return what moving an amount from one line to another does. A line with years needs the year that changes."""
    refused = [*_refused(source, amount, source_year), *_refused_target(target, target_year)]
    if amount <= 0:
        refused.append(NOT_POSITIVE)
    gives, gets = _changed(source, -amount, source_year), _changed(target, amount, target_year)
    held = [each.held for each in (source, target)]
    after = [each.after.held for each in (gives, gets)]
    total = None
    if None not in held and None not in after:
        terms = [
            Term(label, sum((each for each in values if each is not None), Decimal(0)), EUR, origin=Origin.DERIVED)
            for label, values in ((BEFORE, held), (AFTER, after))
        ]
        total = check_equal(TOTAL, *terms)
    left = gives.after.held
    asked = [CALCULATION_GOES.filled(line=_named(each)) for each in (source, target) if each.is_calculated]
    if left is not None and source.used > left >= 0:
        asked.append(BELOW_USED.filled(line=_named(source), used=figure(source.used, EUR), left=figure(left, EUR)))
    return BudgetMove(gives, gets, total, tuple(refused), tuple(asked))


def asked_of_lines(
    source: SpendingLine, target: SpendingLine, amount: Decimal, *, flat: FlatRate | None, repeats: bool
) -> list[Text]:
    """Return what a change of two lines asks to look at beside them.

    These are the flat rate that follows staff costs, the lines that have the same money once more (``repeats``), and
    the funding of two partners.
    """
    asked = []
    based = [flat is not None and is_of_base(line.kind, flat) for line in (source, target)]
    if flat is not None and based[0] != based[1] and CostKind.FLAT_RATE not in {source.kind, target.kind}:
        by = flat_amount(-amount if based[0] else amount, flat.percent)
        asked.append(FLAT_FOLLOWS.filled(change=figure(by, EUR)))
    if repeats:
        asked.append(REPEATED)
    if source.partner and target.partner and source.partner != target.partner:
        asked.append(OTHER_PARTNER.filled(source=source.partner, target=target.partner))
    return asked


def _named(line: ChangingLine) -> Text:
    return quoted(line.label)


def _refused(line: ChangingLine, amount: Decimal, year: str | None) -> list[Text]:
    if line.is_flat:
        return [OF_FLAT_RATE.filled(line=_named(line))]
    if line.held is None:
        return [BLANK.filled(line=_named(line))]
    if line.years and year not in line.years:
        return [NO_YEAR.filled(line=_named(line))]
    held = min([line.held, *([line.years[year]] if year is not None and line.years else [])])
    if held < amount:
        return [TOO_MUCH.filled(line=_named(line), held=figure(held, EUR), amount=figure(amount, EUR))]
    return []


def _refused_target(line: ChangingLine, year: str | None) -> list[Text]:
    if line.is_flat:
        return [OF_FLAT_RATE.filled(line=_named(line))]
    if line.held is None:
        return [BLANK.filled(line=_named(line))]
    return [NO_YEAR.filled(line=_named(line))] if line.years and year not in line.years else []


def _changed(line: ChangingLine, by: Decimal, year: str | None) -> ChangedLine:
    own = year if year is not None and year in line.years else None
    years = {each: amount + by if each == own else amount for each, amount in line.years.items()}
    amount = None if line.amount is None else line.amount + by
    return ChangedLine(line, ChangingLine(line.label, amount, years, line.used), own)
