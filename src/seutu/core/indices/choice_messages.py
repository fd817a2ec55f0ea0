"""What is wrong with the uncertain choices of a recipe, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_POSITION: Final = Text(
    fi="Valinnalla {name} ei ole arvoa {given}. Arvoja on {count}; anna arvon järjestysnumero tai painosarjan tunnus.",
    sv="Valet {name} har inget värde {given}. Värdena är {count}; ange värdets ordningsnummer eller viktuppsättningens "
    "beteckning.",
    en="The choice {name} has no value {given}. There are {count}; give the position of a value, or the id of a set of "
    "weights.",
)
WITH_CHOICES: Final = Text(fi="{problem} ({choices})", sv="{problem} ({choices})", en="{problem} ({choices})")
NO_CHOICES: Final = Text(
    fi="Reseptissä ei ole yhtään epävarmaa valintaa. Lisää reseptiin [[uncertainty.choice]].",
    sv="Receptet har inga osäkra val. Lägg till [[uncertainty.choice]] i receptet.",
    en="The recipe has no uncertain choices. Add [[uncertainty.choice]] to it.",
)
NOT_A_CHOICE: Final = Text(
    fi="{path}: valinta tarvitsee nimen (name), polun (path) ja arvot (values, file tai noise).",
    sv="{path}: ett val behöver ett namn (name), en sökväg (path) och värden (values, file eller noise).",
    en="{path}: a choice needs a name, a path and its values (values, file or noise).",
)
NO_VALUES: Final = Text(
    fi="Valinnalla {name} ei ole arvoja. Anna ne luettelona, esimerkiksi values = [1, 2].",
    sv="Valet {name} har inga värden. Ge dem som en lista, till exempel values = [1, 2].",
    en="The choice {name} has no values. Give them as a list, for example values = [1, 2].",
)
NO_FILES: Final = Text(
    fi="Valinta {name} lukee tiedoston, ja sivulla tehdyllä indeksillä ei ole tiedostoja. Anna arvot "
    "luettelona (values).",
    sv="Valet {name} läser en fil, och ett index på en sida har inga filer. Ge värdena som en lista (values).",
    en="The choice {name} reads a file, and an index of a page has no files. Give its values as a list (values).",
)
NO_KEY: Final = Text(
    fi="{path}: avainta ei ole. Tässä voi olla {known}.",
    sv="{path}: nyckeln finns inte. Här kan stå {known}.",
    en="{path}: there is no such key. Here may stand {known}.",
)
SEVERAL_SOURCES: Final = Text(
    fi="Valinnalla {name} on useita arvojen lähteitä ({given}). Jätä niistä yksi.",
    sv="Valet {name} har flera källor till värden ({given}). Lämna en av dem.",
    en="The choice {name} has several sources of values ({given}). Leave one of them.",
)
NO_PATH: Final = Text(
    fi="Valinnan {name} polku {path} ei ole mikään reseptin vaihe. Anna esimerkiksi aggregate.method.",
    sv="Valet {name}: sökvägen {path} är inget steg i receptet. Ange till exempel aggregate.method.",
    en="The path {path} of the choice {name} is no step of the recipe. Give for example aggregate.method.",
)
WEIGHTS_ONLY: Final = Text(
    fi='Valinta {name}: {source} on painoja varten, mutta polku on {path}. Anna path = "aggregate.weights".',
    sv='Valet {name}: {source} är till för vikter, men sökvägen är {path}. Ange path = "aggregate.weights".',
    en='The choice {name}: {source} is for weights, but the path is {path}. Give path = "aggregate.weights".',
)
PATH_TWICE: Final = Text(
    fi="Valinta {name} korvaa kohdan {path}, jota valinta {other} muuttaa, joten {other} ei vaikuttaisi mihinkään. "
    "Poista toinen tai vaihda niiden järjestys.",
    sv="Valet {name} ersätter {path}, som valet {other} ändrar, så {other} skulle inte ha någon verkan. Ta bort det "
    "ena eller byt ordning på dem.",
    en="The choice {name} replaces {path}, which the choice {other} changes, so that {other} would have no effect. "
    "Remove one of them, or change their order.",
)
NAME_TWICE: Final = Text(
    fi="Valinta {name} on reseptissä kahdesti. Anna kummallekin oma nimi.",
    sv="Valet {name} finns två gånger i receptet. Ge vardera ett eget namn.",
    en="The choice {name} stands in the recipe twice. Give each a name of its own.",
)
NOISE: Final = Text(
    fi="Valinta {name} arvotaan (noise), eikä sitä voi käydä läpi tarkasti eikä suunnitelmasta. Anna painosarjat "
    "tiedostona (file) tai käytä menetelmää sobol.",
    sv="Valet {name} lottas (noise) och kan varken gås igenom exakt eller enligt en plan. Ge viktuppsättningarna i "
    "en fil "
    "(file) eller använd metoden sobol.",
    en="The choice {name} is drawn (noise), so it can be neither enumerated nor replayed from a design. Give the "
    "sets of "
    "weights as a file, or use the method sobol.",
)
TOO_MANY: Final = Text(
    fi="Valintojen yhdistelmiä on {count}, ja tarkasti lasketaan enintään {most}. Käytä menetelmää sobol.",
    sv="Valen har {count} kombinationer, och exakt räknas högst {most}. Använd metoden sobol.",
    en="The choices have {count} combinations, and at most {most} are enumerated. Use the method sobol.",
)
NOISE_VALUES: Final = Text(
    fi="Valinnan {name} noise tarvitsee tasot (levels, 1 – {levels}), kertoimen (factor, yli 0, enintään 1) ja määrän "
    "(draws, 2 – {most}).",
    sv="Valet {name}: noise behöver nivåer (levels, 1 – {levels}), en faktor (factor, över 0, högst 1) och ett antal "
    "(draws, 2 – {most}).",
    en="The choice {name}: noise needs levels (1 – {levels}), a factor (above 0, at most 1) and a number of draws "
    "(2 – {most}).",
)
BOTH_CHOICES: Final = Text(
    fi="Valinta {name} vaihtelee painoja, ja resepti laskee ne ([aggregate.weighting]). Pidä vain toinen, tai vaihtele "
    "polkua aggregate.weighting.",
    sv="Valet {name} varierar vikterna, och receptet räknar ut dem ([aggregate.weighting]). Behåll bara det ena, eller "
    "variera sökvägen aggregate.weighting.",
    en="The choice {name} varies the weights, and the recipe works them out ([aggregate.weighting]). Keep one of them, "
    "or vary the path aggregate.weighting.",
)
