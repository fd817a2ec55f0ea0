"""What is wrong with a recipe, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_STEP: Final = Text(
    fi="Reseptissä on [{step}], jota ei ole. Vaiheet ovat {known}.",
    sv="Receptet har [{step}], som inte finns. Stegen är {known}.",
    en="The recipe has [{step}], which does not exist. The steps are {known}.",
)
NOT_A_TABLE: Final = Text(
    fi="{path}: tässä pitäisi olla taulu, esimerkiksi [{path}] ja sen alla method = …",
    sv="{path}: här ska det finnas en tabell, till exempel [{path}] och under den method = …",
    en="{path}: this should be a table, for example [{path}] and under it method = …",
)
NO_KEY: Final = Text(
    fi="{path}: avainta ei ole. Tässä voi olla {known}.",
    sv="{path}: nyckeln finns inte. Här kan stå {known}.",
    en="{path}: there is no such key. Here may stand {known}.",
)
NO_CHOICE: Final = Text(
    fi="{path}: {value} ei kelpaa. Valitse jokin näistä: {known}.",
    sv="{path}: {value} duger inte. Välj något av följande: {known}.",
    en="{path}: {value} is not allowed. Choose one of these: {known}.",
)
NO_NUMBER: Final = Text(
    fi="{path}: {value} ei kelpaa. Sopivat luvut: {limits}.",
    sv="{path}: {value} duger inte. Tillåtna tal: {limits}.",
    en="{path}: {value} is not allowed. Allowed numbers: {limits}.",
)
NO_TEXT: Final = Text(
    fi='{path}: tähän sopii teksti lainausmerkeissä, ei {value}. Kirjoita esimerkiksi "A".',
    sv='{path}: här passar en text inom citattecken, inte {value}. Skriv till exempel "A".',
    en='{path}: a text in quotes fits here, not {value}. Write for example "A".',
)
NO_SWITCH: Final = Text(
    fi="{path}: tähän sopii true tai false, ei {value}.",
    sv="{path}: här passar true eller false, inte {value}.",
    en="{path}: true or false fits here, not {value}.",
)
NO_LIST: Final = Text(
    fi='{path}: tässä pitäisi olla luettelo tunnuksia, esimerkiksi ["A", "B"].',
    sv='{path}: här ska det stå en lista över koder, till exempel ["A", "B"].',
    en='{path}: this should be a list of codes, for example ["A", "B"].',
)
NO_RANGE: Final = Text(
    fi="{path}: tähän sopii kaksi lukua, pienempi ensin, esimerkiksi [0, 100].",
    sv="{path}: här passar två tal, det mindre först, till exempel [0, 100].",
    en="{path}: two numbers fit here, the smaller first, for example [0, 100].",
)
NO_SUCH_CODE: Final = Text(
    fi="{path}: tunnusta {code} ei ole {where}. Korjaa tunnus.",
    sv="{path}: koden {code} finns inte {where}. Rätta koden.",
    en="{path}: the code {code} is not {where}. Correct it.",
)
AMONG_INDEXED: Final = Text(
    fi="rakenteen mittareissa eikä koosteissa",
    sv="bland strukturens indikatorer och aggregat",
    en="among the indicators and aggregates of the structure",
)
AMONG_INDICATORS: Final = Text(fi="mittareissa", sv="bland indikatorerna", en="among the indicators")
AMONG_DIVIDED: Final = Text(
    fi="mittareissa, joilla on nimittäjä",
    sv="bland de indikatorer som har en nämnare",
    en="among the indicators that have a denominator",
)
AMONG_UNITS: Final = Text(fi="yksiköissä", sv="bland enheterna", en="among the units")
NO_WEIGHT: Final = Text(
    fi="Reseptin painot jättävät koosteen {parent} osille pelkkiä nollia. Anna ainakin yhdelle paino.",
    sv="Receptets vikter lämnar bara nollor under aggregatet {parent}. Ge åtminstone en del en vikt.",
    en="The weights of the recipe leave only zeros under the aggregate {parent}. Give at least one part a weight.",
)
BOTH_WAYS: Final = Text(
    fi="Yksikkö {code} on sekä mukaan otettavien (include) että pois jätettävien (exclude) luettelossa. Poista toinen.",
    sv="Enheten {code} står både bland dem som tas med (include) och dem som utelämnas (exclude). Ta bort den ena.",
    en="The unit {code} is both to be kept (include) and to be left out (exclude). Remove it from one of them.",
)
MANY_MEANS: Final = Text(
    fi="aggregate.method: tapoja on {given}, mutta koosteiden tasoja on {levels}. Anna tapa tasoa kohden, alin ensin.",
    sv="aggregate.method: metoderna är {given} men aggregaten har {levels} nivåer. Ange en metod per nivå, den lägsta "
    "först.",
    en="aggregate.method: there are {given} methods, but aggregates at {levels} levels. Give one a level, the lowest "
    "first.",
)
WRONG_ORDER: Final = Text(
    fi="Reseptin vaiheiden järjestys on {order}. Normalisointi tulee ennen koostetta, ja kooste on viimeinen.",
    sv="Receptets steg har ordningen {order}. Normaliseringen kommer före aggregeringen, som är sist.",
    en="The steps of the recipe come in the order {order}. Normalising comes before aggregating, which is last.",
)
NO_TARGET: Final = Text(
    fi="{code}: etäisyys tavoitteeseen tarvitsee tavoitteen (rakenteen Target tai reseptin target).",
    sv="{code}: avståndet till målet behöver ett mål (Target i strukturen eller target i receptet).",
    en="{code}: a distance to the target needs a target (Target of the structure, or target of the recipe).",
)
TARGET_BELOW: Final = Text(
    fi="{code}: tavoite ei ole huonointa lukua parempi, joten etäisyyttä siihen ei voi laskea. Tarkista tavoite.",
    sv="{code}: målet är inte bättre än det sämsta talet, så avståndet till det kan inte räknas. Kontrollera målet.",
    en="{code}: the target is not better than the worst figure, so no distance to it can be worked out. Check the "
    "target.",
)
NO_REFERENCE: Final = Text(
    fi="Vertailuyksikköä {unit} ei ole yksiköissä. Anna reseptiin reference = yksikön tunnus.",
    sv="Jämförelseenheten {unit} finns inte bland enheterna. Ge receptet reference = enhetens kod.",
    en="The reference unit {unit} is not among the units. Give the recipe reference = the code of a unit.",
)
REFERENCE_BLANK: Final = Text(
    fi="{code}: vertailuyksiköllä {unit} ei ole lukua. Anna luku tai valitse toinen yksikkö.",
    sv="{code}: jämförelseenheten {unit} har inget tal. Ange talet eller välj en annan enhet.",
    en="{code}: the reference unit {unit} has no figure. Give it, or choose another unit.",
)
REFERENCE_LOWEST: Final = Text(
    fi="{code}: vertailuyksikön {unit} luku on huonoin, joten etäisyyttä siihen ei voi laskea. Valitse toinen yksikkö.",
    sv="{code}: jämförelseenheten {unit} har det sämsta talet, så avståndet till det kan inte räknas. Välj en annan "
    "enhet.",
    en="{code}: the figure of the reference unit {unit} is the worst one, so no distance to it can be worked out. "
    "Choose "
    "another unit.",
)
NO_GOALPOSTS: Final = Text(
    fi="{code}: anna maalipylväät kahtena eri lukuna: [normalise.own.{code}] goalposts = [alin, ylin].",
    sv="{code}: ge målstolparna som två olika tal: [normalise.own.{code}] goalposts = [lägsta, högsta].",
    en="{code}: give the goalposts as two different numbers: [normalise.own.{code}] goalposts = [lowest, highest].",
)
FRACTION: Final = Text(
    fi="{unit}, {code}: osuus suurimmasta tarvitsee nollaa suurempia lukuja. Valitse toinen normalisointi.",
    sv="{unit}, {code}: andelen av det högsta behöver tal över noll. Välj en annan normalisering.",
    en="{unit}, {code}: a fraction of the highest needs figures above zero. Choose another normalisation.",
)
NO_LEVELS: Final = Text(
    fi="{path}: tähän sopii luettelo tasoja, esimerkiksi [1, 2].",
    sv="{path}: här passar en lista över nivåer, till exempel [1, 2].",
    en="{path}: a list of levels fits here, for example [1, 2].",
)
NO_COMPARISON: Final = Text(
    fi='{path}: tässä pitäisi olla luettelo vertailuja, esimerkiksi [["A", "B", 3]]: A on kolme kertaa niin '
    "tärkeä kuin B.",
    sv='{path}: här ska det stå en lista över jämförelser, till exempel [["A", "B", 3]]: A är tre gånger så '
    "viktig som B.",
    en='{path}: this should be a list of comparisons, for example [["A", "B", 3]]: A is three times as important as B.',
)
NO_RANGE_OF: Final = Text(
    fi="{path}: tähän sopii kaksi lukua väliltä {limits}, pienempi ensin.",
    sv="{path}: här passar två tal mellan {limits}, det mindre först.",
    en="{path}: two numbers of {limits} fit here, the smaller first.",
)
NO_GROUP_OF_FACTORS: Final = Text(
    fi="Yksiköillä ei ole ryhmää {group}, jonka kertoimilla indeksi korjattaisiin. Lisää se rakenteeseen (Type = "
    "Group) ja yksiköihin.",
    sv="Enheterna har ingen grupp {group} vars faktorer skulle korrigera indexet. Lägg till den i strukturen (Type = "
    "Group) och bland enheterna.",
    en="The units have no group {group} whose factors would correct the index. Add it to the structure (Type = Group) "
    "and to the units.",
)
NO_FACTOR: Final = Text(
    fi="Ryhmällä {label} ei ole kerrointa. Lisää se kohtaan [aggregate.correction] factors; 1 ei muuta mitään.",
    sv="Gruppen {label} har ingen faktor. Lägg till den i [aggregate.correction] factors; 1 ändrar ingenting.",
    en="The group {label} has no factor. Add it to [aggregate.correction] factors; 1 changes nothing.",
)
