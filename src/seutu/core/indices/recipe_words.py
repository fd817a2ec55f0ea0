"""What the methods of a recipe are called in the three languages. Not for reading a recipe."""

from typing import Final

from seutu.core.indices.recipes import Imputation, Mean, Scaling, Step
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.indices.weights_found import Fact
from seutu.core.text import Text

MEANS: Final = {
    Mean.ARITHMETIC: Text(fi="aritmeettinen", sv="aritmetiskt", en="arithmetic"),
    Mean.GEOMETRIC: Text(fi="geometrinen", sv="geometriskt", en="geometric"),
    Mean.HARMONIC: Text(fi="harmoninen", sv="harmoniskt", en="harmonic"),
    Mean.POWER: Text(fi="potenssikeskiarvo", sv="potensmedelvärde", en="power mean"),
    Mean.MEDIAN: Text(fi="mediaani", sv="median", en="median"),
    Mean.MINIMUM: Text(fi="pienin", sv="minimum", en="minimum"),
    Mean.MPI: Text(fi="Mazziotta–Pareto", sv="Mazziotta–Pareto", en="Mazziotta–Pareto"),
    Mean.BOD: Text(
        fi="epäilyn hyöty (painot yksiköittäin)",
        sv="tvivlets fördel (vikter enhetsvis)",
        en="benefit of the doubt (each unit's own weights)",
    ),
    Mean.COPELAND: Text(fi="Copelandin pisteet", sv="Copelandpoäng", en="Copeland score"),
}
SCALINGS: Final = {
    Scaling.MINMAX: Text(fi="min–max", sv="min–max", en="min–max"),
    Scaling.ZSCORE: Text(fi="z-pisteet", sv="z-poäng", en="z-scores"),
    Scaling.SCALED: Text(fi="lineaarinen skaalaus", sv="linjär skalning", en="linear scaling"),
    Scaling.RANK: Text(fi="sijaluvut", sv="rangtal", en="ranks"),
    Scaling.PRANK: Text(fi="prosenttipisteluvut", sv="percentilrang", en="percentile ranks"),
    Scaling.BORDA: Text(fi="Borda-pisteet", sv="Bordapoäng", en="Borda points"),
    Scaling.DIST2MAX: Text(fi="etäisyys parhaaseen", sv="avstånd till det bästa", en="distance to the best"),
    Scaling.DIST2REF: Text(
        fi="etäisyys vertailuyksikköön", sv="avstånd till jämförelseenheten", en="distance to the reference unit"
    ),
    Scaling.DIST2TARG: Text(fi="etäisyys tavoitteeseen", sv="avstånd till målet", en="distance to the target"),
    Scaling.FRACMAX: Text(fi="osuus suurimmasta", sv="andel av det högsta", en="fraction of the highest"),
    Scaling.GOALPOSTS: Text(fi="maalipylväät", sv="målstolpar", en="goalposts"),
    Scaling.MPI: Text(fi="Mazziotta–Pareto", sv="Mazziotta–Pareto", en="Mazziotta–Pareto"),
    Scaling.AMPI: Text(
        fi="mukautettu Mazziotta–Pareto", sv="justerad Mazziotta–Pareto", en="adjusted Mazziotta–Pareto"
    ),
    Scaling.QUANTILE: Text(fi="pisteet kvantiileittain", sv="poäng efter kvantiler", en="points by quantiles"),
    Scaling.NONE: Text(fi="ei normalisoitu", sv="inte normaliserad", en="not normalised"),
}
IMPUTATIONS: Final = {
    Imputation.ERROR: Text(fi="ei täytetä", sv="fylls inte i", en="not imputed"),
    Imputation.NONE: Text(fi="ei täytetä", sv="fylls inte i", en="not imputed"),
    Imputation.MEAN: Text(fi="keskiarvo", sv="medelvärde", en="mean"),
    Imputation.MEDIAN: Text(fi="mediaani", sv="median", en="median"),
    Imputation.GROUP_MEAN: Text(fi="ryhmän keskiarvo", sv="gruppens medelvärde", en="mean of the group"),
    Imputation.GROUP_MEDIAN: Text(fi="ryhmän mediaani", sv="gruppens median", en="median of the group"),
    Imputation.KNN: Text(fi="lähimmät naapurit", sv="närmaste grannar", en="nearest neighbours"),
    Imputation.REGRESSION: Text(fi="regressio", sv="regression", en="regression"),
    Imputation.EM: Text(fi="EM (normaalijakauma)", sv="EM (normalfördelning)", en="EM (normal distribution)"),
}
WEIGHINGS: Final = {
    Weighing.GIVEN: Text(fi="annetut painot", sv="givna vikter", en="given weights"),
    Weighing.EQUAL: Text(fi="yhtä suuret painot", sv="lika vikter", en="equal weights"),
    Weighing.EQUAL_INDICATORS: Text(
        fi="jokaisella mittarilla sama paino",
        sv="lika vikt för varje indikator",
        en="the same weight for each indicator",
    ),
    Weighing.PCA: Text(fi="pääkomponenttianalyysi", sv="principalkomponentanalys", en="principal component analysis"),
    Weighing.BALANCED: Text(fi="tasapainotetut painot", sv="balanserade vikter", en="balanced weights"),
    Weighing.BUDGET_ALLOCATION: Text(fi="pisteiden jako", sv="poängfördelning", en="budget allocation"),
    Weighing.AHP: Text(fi="parivertailu (AHP)", sv="parvis jämförelse (AHP)", en="analytic hierarchy process"),
}
WEIGHT_FACTS: Final = {
    Fact.STAKEHOLDERS: Text(fi="vastaajia", sv="svarande", en="stakeholders"),
    Fact.LOWEST: Text(fi="pienin osuus", sv="lägsta andel", en="lowest share"),
    Fact.HIGHEST: Text(fi="suurin osuus", sv="högsta andel", en="highest share"),
    Fact.SD: Text(fi="osuuksien keskihajonta", sv="andelarnas standardavvikelse", en="standard deviation of shares"),
    Fact.CONSISTENCY_RATIO: Text(fi="ristiriitaisuus (CR)", sv="konsistenskvot (CR)", en="consistency ratio"),
    Fact.LOADING: Text(fi="lataus", sv="laddning", en="loading"),
    Fact.EXPLAINED: Text(fi="selitetty osuus", sv="förklarad andel", en="share explained"),
    Fact.TARGET: Text(fi="tavoite", sv="mål", en="target"),
    Fact.REACHED: Text(fi="saavutettu", sv="uppnått", en="reached"),
}
STEPS: Final = {
    Step.DENOMINATE: Text(fi="nimittäjällä jakaminen", sv="divisionen med nämnaren", en="division by the denominator"),
    Step.IMPUTE: Text(fi="puuttuvien lukujen täyttäminen", sv="ifyllnaden av saknade tal", en="imputation"),
    Step.SCREEN: Text(fi="seulonta", sv="sållningen", en="screening"),
    Step.TREAT: Text(
        fi="poikkeavien arvojen käsittely", sv="behandlingen av avvikande värden", en="treatment of outliers"
    ),
    Step.NORMALISE: Text(fi="normalisointi", sv="normaliseringen", en="normalisation"),
    Step.AGGREGATE: Text(fi="kooste", sv="aggregeringen", en="aggregation"),
}
