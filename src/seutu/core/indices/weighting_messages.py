"""What is wrong with weights that are worked out, and what has to be told of them. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

BOTH_WAYS: Final = Text(
    fi="{code}: paino on annettu ([aggregate.weights]), ja menetelmä {method} laskisi sen. Poista toinen.",
    sv="{code}: vikten är given ([aggregate.weights]), och metoden {method} skulle räkna ut den. Ta bort endera.",
    en="{code}: its weight is given ([aggregate.weights]), and the method {method} would work it out. Remove one.",
)
NO_LEVEL: Final = Text(
    fi="Tasolla {level} ei ole painotettavia osia. Painotettavat tasot ovat 1 – {last}.",
    sv="På nivå {level} finns inga delar att vikta. Nivåerna som kan viktas är 1 – {last}.",
    en="Level {level} has no parts to weigh. The levels that can be weighed are 1 – {last}.",
)
ONE_LEVEL: Final = Text(
    fi="Painot tasapainotetaan indeksiin nähden yhdellä tasolla kerrallaan, mutta tasoja on {count}. Jätä "
    'levels-luetteloon yksi taso tai kirjoita against = "parent".',
    sv="Vikterna balanseras mot indexet en nivå åt gången, men nivåerna är {count}. Lämna en nivå i levels eller "
    'skriv against = "parent".',
    en="Weights are balanced against the index one level at a time, but there are {count} levels. Leave one in "
    'levels, or write against = "parent".',
)
NOT_OF_LEVEL: Final = Text(
    fi="{path}: tunnus {code} ei ole painotettavalla tasolla. Korjaa tunnus tai taso (levels).",
    sv="{path}: koden {code} finns inte på en nivå som viktas. Rätta koden eller nivån (levels).",
    en="{path}: the code {code} is not on a level that is weighed. Correct the code or the level (levels).",
)
FEW_ROWS: Final = Text(
    fi="{parent}: painoja ei voi laskea luvuista, koska kaikki osat on vain {count} yksiköllä. Täytä puuttuvat "
    "luvut ([impute]) tai vaihda menetelmää.",
    sv="{parent}: vikterna kan inte räknas ur talen, eftersom bara {count} enheter har alla delar. Fyll i de tal "
    "som saknas ([impute]) eller byt metod.",
    en="{parent}: weights cannot be worked out of the figures, because only {count} units have every part. Impute"
    " what is missing ([impute]), or choose another method.",
)
NO_SPREAD: Final = Text(
    fi="{parent}: osalla {code} on kaikilla yksiköillä sama luku, joten sen painoa ei voi laskea. Poista osa tai "
    "vaihda menetelmää.",
    sv="{parent}: delen {code} har samma tal för alla enheter, så dess vikt kan inte räknas ut. Ta bort delen "
    "eller byt metod.",
    en="{parent}: the part {code} has the same figure for every unit, so its weight cannot be worked out. Remove "
    "the part, or choose another method.",
)
NEGATIVE_LOADING: Final = Text(
    fi="{parent}: osan {code} lataus on {loading}, joten sen paino olisi negatiivinen. Tarkista osan suunta, "
    'poista se tai kirjoita negative = "clip", jolloin sen paino on 0.',
    sv="{parent}: delen {code} har laddningen {loading}, så dess vikt vore negativ. Kontrollera delens riktning, "
    'ta bort den eller skriv negative = "clip", så blir vikten 0.',
    en="{parent}: the part {code} has the loading {loading}, so its weight would be negative. Check its "
    'direction, remove it, or write negative = "clip", which makes its weight 0.',
)
CLIPPED: Final = Text(
    fi="{parent}: osan {code} lataus on {loading}, ja sen painoksi tuli 0.",
    sv="{parent}: delen {code} har laddningen {loading}, och dess vikt blev 0.",
    en="{parent}: the part {code} has the loading {loading}, and its weight became 0.",
)
UNWEIGHTED_MEAN: Final = Text(
    fi="{code}: keskiarvo {mean} ei seuraa painoja, joten niitä ei voi tasapainottaa. Valitse toinen keskiarvo.",
    sv="{code}: medelvärdet {mean} följer inte vikterna, så de kan inte balanseras. Välj ett annat medelvärde.",
    en="{code}: the mean {mean} does not follow the weights, so they cannot be balanced. Choose another mean.",
)
NO_TARGET: Final = Text(
    fi="{parent}: tavoitteiden summa on 0. Anna ainakin yhdelle osalle tavoite, joka on suurempi kuin 0.",
    sv="{parent}: målens summa är 0. Ge minst en del ett mål över 0.",
    en="{parent}: the targets add up to 0. Give at least one part a target above 0.",
)
UNREACHED: Final = Text(
    fi="{parent}: tavoitteisiin ei päästä millään painoilla, jotka ovat vähintään 0. Suurin ero on {far}. Tavoite ja "
    "saavutettu: {parts}.",
    sv="{parent}: målen nås inte med några vikter som är minst 0. Den största skillnaden är {far}. Mål och uppnått: "
    "{parts}.",
    en="{parent}: the targets cannot be met by any weights of 0 or more. The greatest gap is {far}. Target and "
    "reached: {parts}.",
)
UNFOUND: Final = Text(
    fi="{parent}: tavoitteisiin vieviä painoja, jotka ovat vähintään 0, ei löytynyt. Suurin ero on {far}. Tavoite ja "
    "saavutettu: {parts}.",
    sv="{parent}: inga vikter som är minst 0 och når målen hittades. Den största skillnaden är {far}. Mål och uppnått: "
    "{parts}.",
    en="{parent}: no weights of 0 or more were found that meet the targets. The greatest gap is {far}. Target and "
    "reached: {parts}.",
)
NO_STAKEHOLDERS: Final = Text(
    fi="{path}: vastauksia ei ole. Anna tiedosto (file) tai vastaukset reseptissä.",
    sv="{path}: det finns inga svar. Ange en fil (file) eller svaren i receptet.",
    en="{path}: there are no answers. Give a file, or the answers in the recipe.",
)
NO_STAKEHOLDER: Final = Text(
    fi="Vastaajaa {name} ei ole. Vastaajat ovat {known}.",
    sv="Svaranden {name} finns inte. Svarandena är {known}.",
    en="There is no stakeholder {name}. They are {known}.",
)
NO_POINTS: Final = Text(
    fi="{name}: osa {code} on ilman pisteitä koosteessa {parent}. Anna sille pisteet; 0, jos se ei paina mitään.",
    sv="{name}: delen {code} saknar poäng i aggregatet {parent}. Ge den poäng; 0 om den inte väger något.",
    en="{name}: the part {code} has no points in the aggregate {parent}. Give it points; 0 where it weighs nothing.",
)
NOT_HUNDRED: Final = Text(
    fi="{name}: koosteen {parent} pisteet ovat yhteensä {sum}, ei 100. Korjaa pisteet.",
    sv="{name}: poängen i aggregatet {parent} är sammanlagt {sum}, inte 100. Rätta poängen.",
    en="{name}: the points in the aggregate {parent} add up to {sum}, not 100. Correct them.",
)
NO_PAIR: Final = Text(
    fi="{name}: osia {first} ja {second} ei ole vertailtu koosteessa {parent}. Lisää vertailu.",
    sv="{name}: delarna {first} och {second} har inte jämförts i aggregatet {parent}. Lägg till jämförelsen.",
    en="{name}: the parts {first} and {second} have not been compared in the aggregate {parent}. Add the comparison.",
)
PAIR_TWICE: Final = Text(
    fi="{name}: osat {first} ja {second} on vertailtu kahdesti. Jätä yksi vertailu.",
    sv="{name}: delarna {first} och {second} har jämförts två gånger. Behåll en jämförelse.",
    en="{name}: the parts {first} and {second} have been compared twice. Leave one comparison.",
)
NOT_OF_ONE: Final = Text(
    fi="{name}: osat {first} ja {second} eivät kuulu samaan koosteeseen, joten niitä ei vertailla.",
    sv="{name}: delarna {first} och {second} hör inte till samma aggregat, så de jämförs inte.",
    en="{name}: the parts {first} and {second} do not belong to one aggregate, so they are not compared.",
)
OFF_SCALE: Final = Text(
    fi="{name}: {first} / {second} on {ratio}. Vertailu on luku väliltä 1/9 – 9.",
    sv="{name}: {first} / {second} är {ratio}. En jämförelse är ett tal mellan 1/9 och 9.",
    en="{name}: {first} / {second} is {ratio}. A comparison is a number between 1/9 and 9.",
)
TOO_MANY_PARTS: Final = Text(
    fi="{parent}: osia on {count}, ja pareittain vertaillaan enintään {most}. Jaa kooste pienempiin.",
    sv="{parent}: delarna är {count}, och parvis jämförs högst {most}. Dela upp aggregatet.",
    en="{parent}: there are {count} parts, and at most {most} are compared in pairs. Split the aggregate.",
)
INCONSISTENT: Final = Text(
    fi="{name}, {parent}: vertailut ovat ristiriidassa keskenään (suhdeluku {ratio}, raja {limit}). Pyydä "
    "tarkistamaan ne.",
    sv="{name}, {parent}: jämförelserna motsäger varandra (kvot {ratio}, gräns {limit}). Be om att få dem "
    "kontrollerade.",
    en="{name}, {parent}: the comparisons contradict one another (ratio {ratio}, limit {limit}). Ask to have them"
    " checked.",
)
JOINT: Final = Text(fi="Kaikki yhdessä", sv="Alla tillsammans", en="All together")
