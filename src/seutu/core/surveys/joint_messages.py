"""What stands in the way of survey figures in an index, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

FEW_REPLICATES: Final = Text(
    fi="Toistoja on {count}, ja hajonnan arviointiin tarvitaan vähintään kaksi. Tavallinen määrä on 2000.",
    sv="Upprepningarna är {count}, och för att uppskatta spridningen behövs minst två. Vanligt är 2000.",
    en="There are {count} replicates, and a spread takes at least two. A usual number is 2000.",
)
SEVERAL_STRATA: Final = Text(
    fi="Sama vastaaja on useassa ositteessa. Anna jokaiselle vastaajalle yksi osite.",
    sv="Samma respondent finns i flera strata. Ge varje respondent ett stratum.",
    en="A respondent is in several strata. Give each respondent one stratum.",
)
NO_INDICATOR: Final = Text(
    fi="Kysymystä {question} ei ole indeksin rakenteessa. Lisää se mittariksi tai jätä se pois.",
    sv="Frågan {question} finns inte i indexets struktur. Lägg till den som indikator eller lämna den utanför.",
    en="The question {question} is not in the structure of the index. Add it as an indicator, or leave it out.",
)
TWICE: Final = Text(
    fi="Mittarilla {question} on luvut sekä kyselyssä että tilastoissa. Jätä toiset pois.",
    sv="Indikatorn {question} har tal både i enkäten och i statistiken. Lämna de ena utanför.",
    en="The indicator {question} has figures in the survey and in the statistics. Leave one of them out.",
)
ALL_ALIKE: Final = Text(
    fi="{question}: kysely ei erota kaupunkeja toisistaan, sillä erot eivät ole suurempia kuin sattuma tuottaa. Jätä "
    "kysymys pois indeksistä tai laske ilman tasoitusta.",
    sv="{question}: enkäten skiljer inte städerna åt, för skillnaderna är inte större än slumpen ger. Lämna frågan "
    "utanför "
    "indexet eller räkna utan utjämning.",
    en="{question}: the survey tells no town from another, for they differ by no more than chance. Leave the question "
    "out "
    "of the index, or work it out without shrinkage.",
)
NO_TOWN: Final = Text(
    fi="Kyselyssä on {town}, mutta tilastoissa ei. Lisää sen luvut tilastoihin tai jätä se pois kyselystä.",
    sv="{town} finns i enkäten men inte i statistiken. Lägg till dess tal i statistiken eller lämna den ur enkäten.",
    en="{town} is in the survey but not in the statistics. Add its figures, or leave it out of the survey.",
)
ROUNDS: Final = Text(
    fi="Kyselyn voi yhdistää yhden ajan tilastoihin, mutta tässä aikoja on {count}. Valitse niistä yksi.",
    sv="En enkät kan fogas till statistik för en tid, men här är tiderna {count}. Välj en av dem.",
    en="A survey can be joined to the statistics of one time, but here are {count}. Choose one of them.",
)
NO_UNIT: Final = Text(
    fi="Yksikköä {unit} ei ole indeksissä. Valitse joku näistä: {known}.",
    sv="Enheten {unit} finns inte i indexet. Välj någon av dessa: {known}.",
    en="The unit {unit} is not in the index. Choose one of these: {known}.",
)
BY_MODEL: Final = Text(
    fi="Kysymyksellä {code} ei ole lukua kaikilta, eikä toistojen aukkoja täytetä menetelmällä {method}. Valitse "
    "kohtaan impute.method keskiarvo tai mediaani.",
    sv="Frågan {code} saknar tal för några, och upprepningarnas luckor fylls inte med metoden {method}. Välj "
    "medelvärde eller median för impute.method.",
    en="The question {code} has no figure of some units, and gaps of replicates are not filled by {method}. Choose a "
    "mean or a median for impute.method.",
)
