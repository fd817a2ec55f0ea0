"""What is wrong with the weighting of a survey and what it did, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

BAD_POPULATION: Final = Text(
    fi="{cell}: perusjoukon koko on {population}. Koko on nolla tai suurempi luku.",
    sv="{cell}: populationens storlek är {population}. Den är noll eller ett större tal.",
    en="{cell}: the population is {population}. It is zero or a larger number.",
)
EMPTY_CELL: Final = Text(
    fi="{cell}: perusjoukossa on {population}, mutta yhtään vastaajaa ei ole, joten kukaan ei voi edustaa heitä. "
    "Yhdistä "
    "luokka toiseen tai rajaa se pois tuloksista.",
    sv="{cell}: populationen är {population}, men ingen har svarat, så ingen kan företräda dem. Slå ihop klassen med "
    "en "
    "annan eller lämna den utanför resultaten.",
    en="{cell}: the population is {population} but nobody answered, so nobody can stand for them. Merge the cell with "
    "another, or leave it out of the results.",
)
NO_POPULATION: Final = Text(
    fi="{cell}: vastaajia on, mutta perusjoukon kokoa ei ole tai se on nolla. Anna perusjoukon koko.",
    sv="{cell}: det finns respondenter, men populationens storlek saknas eller är noll. Ange populationens storlek.",
    en="{cell}: there are respondents but no population, or one of zero. Give the population.",
)
NO_SUCH_CELL: Final = Text(
    fi="Yhdistettävää luokkaa {cell} ei ole. Luokat ovat: {known}.",
    sv="Klassen {cell} som skulle slås ihop finns inte. Klasserna är: {known}.",
    en="There is no cell {cell} to merge. The cells are: {known}.",
)
MARGINS_DIFFER: Final = Text(
    fi="Reunajakaumat eivät täsmää: {first} on yhteensä {total}, mutta {other} on {sum}. Tarkista, että ne kuvaavat "
    "samaa "
    "perusjoukkoa.",
    sv="Marginalerna stämmer inte: {first} är sammanlagt {total}, men {other} är {sum}. Kontrollera att de gäller "
    "samma "
    "population.",
    en="The margins do not add up: {first} sums to {total} but {other} to {sum}. Check that they are of the same "
    "population.",
)
NO_MARGINS: Final = Text(
    fi="Painotukseen tarvitaan vähintään yksi reunajakauma. Anna se.",
    sv="Viktningen behöver minst en marginal. Ange den.",
    en="Raking needs at least one margin. Give one.",
)
LOW_CAP: Final = Text(
    fi="Painojen yläraja on {cap} kertaa keskipaino. Rajan on oltava suurempi kuin 1.",
    sv="Vikternas övre gräns är {cap} gånger medelvikten. Gränsen måste vara större än 1.",
    en="The cap of the weights is {cap} times the mean weight. It has to be above 1.",
)
CONVERGED: Final = Text(
    fi="Painot täsmäävät reunajakaumiin: kierroksia {rounds}, suurin ero {gap} koko perusjoukosta.",
    sv="Vikterna stämmer med marginalerna: {rounds} varv, största skillnaden {gap} av hela populationen.",
    en="The weights meet the margins: {rounds} rounds, the largest gap {gap} of the whole population.",
)
NOT_CONVERGED: Final = Text(
    fi="Painot eivät täsmää reunajakaumiin {rounds} kierroksen jälkeen: suurin ero on {gap} koko perusjoukosta, "
    "{margin}: "
    "{category}. Yhdistä luokkia, nosta painojen ylärajaa tai lisää kierroksia.",
    sv="Vikterna stämmer inte med marginalerna efter {rounds} varv: största skillnaden är {gap} av hela populationen, "
    "{margin}: {category}. Slå ihop klasser, höj vikternas övre gräns eller tillåt fler varv.",
    en="The weights do not meet the margins after {rounds} rounds: the largest gap is {gap} of the whole population, "
    "{margin}: {category}. Merge categories, raise the cap of the weights or allow more rounds.",
)
TRIMMED: Final = Text(
    fi="Painoja leikattiin {count} vastaajalta; rajan yli oli {mass} kaikesta painosta, ja se jaettiin muille.",
    sv="Vikterna kapades för {count} respondenter; över gränsen låg {mass} av all vikt, och den fördelades på de "
    "andra.",
    en="The weights of {count} respondents were trimmed; {mass} of the whole weight was above the cap and went to "
    "others.",
)
COLLAPSED: Final = Text(
    fi="Luokka {cell} yhdistettiin luokkaan {into}.",
    sv="Klassen {cell} slogs ihop med {into}.",
    en="The cell {cell} was merged into {into}.",
)
