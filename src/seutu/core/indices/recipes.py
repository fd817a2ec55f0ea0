"""A recipe: the steps that make an index of figures, in their order, with the choices of each.

Not for carrying the steps out (``building``) or for reading a file (``recipe_reading``). A recipe without a word is
that of COINr's defaults: denominated as the structure says, nothing screened or imputed, outliers treated, min-max
0-100, arithmetic means.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from seutu.core.indices.weighting_recipes import WeightingChoice


class Step(StrEnum):
    """The steps, in the order that they have unless a recipe has another."""

    DENOMINATE = "denominate"
    IMPUTE = "impute"
    SCREEN = "screen"
    TREAT = "treat"
    NORMALISE = "normalise"
    AGGREGATE = "aggregate"


class Screening(StrEnum):
    """Which units are left out for what they lack."""

    NONE = "none"
    BY_MISSING = "by_missing"
    BY_ZEROS = "by_zeros"
    BOTH = "both"


class Imputation(StrEnum):
    """What a missing figure becomes: a fault, nothing (it stays missing), or a figure of the others."""

    ERROR = "error"
    NONE = "none"
    MEAN = "mean"
    MEDIAN = "median"
    GROUP_MEAN = "group_mean"
    GROUP_MEDIAN = "group_median"
    KNN = "knn"
    REGRESSION = "regression"
    EM = "em"


class Within(StrEnum):
    """Which other indicators a model of a missing figure looks at: all, or those of the same aggregate."""

    ALL = "all"
    PARENT = "parent"


class OverTime(StrEnum):
    """How a missing figure of a panel is filled from the same unit's other rounds: see ``gap_filling``."""

    NONE = "none"
    LATEST = "latest"
    CONSTANT = "constant"
    LINEAR = "linear"


class Rounds(StrEnum):
    """Whether a step looks at the rounds of a panel together, so that they can be compared, or at each by itself."""

    TOGETHER = "together"
    EACH = "each"


OF_GROUP: Final = frozenset({Imputation.GROUP_MEAN, Imputation.GROUP_MEDIAN})
BY_MODEL: Final = frozenset({Imputation.KNN, Imputation.REGRESSION, Imputation.EM})


class Transformation(StrEnum):
    """What is done to an indicator that winsorising did not heal."""

    NONE = "none"
    LOG_CT = "log_CT"
    LOG_CT_PLUS = "log_CT_plus"
    LOG_CT_ORIG = "log_CT_orig"
    ROOT = "root"


class Scaling(StrEnum):
    """How figures of unlike units are brought to one scale (normalisation)."""

    MINMAX = "minmax"
    ZSCORE = "zscore"
    SCALED = "scaled"
    RANK = "rank"
    PRANK = "prank"
    BORDA = "borda"
    DIST2MAX = "dist2max"
    DIST2REF = "dist2ref"
    DIST2TARG = "dist2targ"
    FRACMAX = "fracmax"
    GOALPOSTS = "goalposts"
    MPI = "mpi"
    AMPI = "ampi"
    QUANTILE = "quantile"
    NONE = "none"


class Mean(StrEnum):
    """How the parts of an aggregate become one figure."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"
    POWER = "power"
    MEDIAN = "median"
    MINIMUM = "minimum"
    MPI = "mpi"
    COPELAND = "copeland"
    BOD = "bod"


POSITIVE: Final = frozenset({Mean.GEOMETRIC, Mean.HARMONIC, Mean.POWER})
"""Means that only figures above zero have."""


@dataclass(frozen=True, slots=True)
class Denominate:
    """Division by the denominators of the structure, times ``factors`` (1 where none is told)."""

    apply: bool = True
    factors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Screen:
    """Units kept where at least a share of their figures is there (``min_available``) and is not zero.

    ``under`` names aggregates whose indicators are each looked at for themselves; without it all are, together.
    ``include`` and ``exclude`` name units that are kept or left out whatever they have.
    """

    method: Screening = Screening.NONE
    min_available: float = 2 / 3
    min_nonzero: float = 0.05
    under: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Impute:
    """What missing figures become; ``group`` is the column of groups where the method is of a group.

    In a panel ``over_time`` fills first, from the unit's own figures of other rounds; ``method`` is for what is left,
    from the figures of the same round. ``neighbours`` is of ``knn`` and ``predictors`` of ``regression``; ``within`` is
    of both and of ``em``: see ``model_imputation``.
    """

    method: Imputation = Imputation.ERROR
    group: str | None = None
    over_time: OverTime = OverTime.NONE
    neighbours: int = 5
    predictors: int = 3
    within: Within = Within.ALL


@dataclass(frozen=True, slots=True)
class Limits:
    """When an indicator is treated, and how far: see ``treatment``.

    ``force`` treats it even where it passes; ``skip`` never does.
    """

    winmax: int = 5
    skew: float = 2.0
    kurt: float = 3.5
    transform: Transformation = Transformation.LOG_CT
    combine: bool = False
    force: bool = False
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Treat:
    """The treatment of outliers; ``own`` holds the limits of single indicators."""

    apply: bool = True
    limits: Limits = Limits()
    own: Mapping[str, Limits] = field(default_factory=dict)
    rounds: Rounds = Rounds.TOGETHER

    def limits_of(self, code: str) -> Limits:
        """Return the limits that hold for an indicator."""
        return self.own.get(code, self.limits)


@dataclass(frozen=True, slots=True)
class Scale:
    """A normalisation and what it asks for; what another method asks for stays unused.

    ``low`` and ``high`` are the range of min-max, the goalposts' scale and the range of the AMPI; ``mean`` and ``sd``
    those of z-scores; ``offset`` and ``factor`` those of ``scaled``; ``target`` and ``goalposts`` are figures of the
    indicator as it is measured, before its direction; ``cap`` cuts what is beyond the target; ``reference`` is a unit.
    ``within_sd`` leaves outliers out of the ends of min-max (``outlier_limits``); ``classes`` are those of quantiles.
    """

    method: Scaling = Scaling.MINMAX
    low: float = 0.0
    high: float = 100.0
    mean: float = 0.0
    sd: float = 1.0
    offset: float = 0.0
    factor: float = 1.0
    target: float | None = None
    cap: bool = False
    goalposts: tuple[float, float] | None = None
    reference: str | None = None
    within_sd: float | None = None
    classes: int = 5


@dataclass(frozen=True, slots=True)
class Normalise:
    """The normalisation of all indicators; ``own`` holds that of single ones."""

    scale: Scale = Scale()
    own: Mapping[str, Scale] = field(default_factory=dict)
    rounds: Rounds = Rounds.TOGETHER

    def scale_of(self, code: str) -> Scale:
        """Return the normalisation of an indicator."""
        return self.own.get(code, self.scale)


@dataclass(frozen=True, slots=True)
class Correction:
    """Factors of the scores of the index by the labels of a group of the units; nothing without a group."""

    group: str | None = None
    factors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The mean of each level, the lowest first; the last one told holds for those above it.

    ``weights`` replace those of the structure for the codes they name; ``weighting`` works weights out.
    ``min_available`` is the share of its parts that an aggregate needs of a unit, else it is missing. ``power`` is the
    exponent of the generalised mean. ``penalty`` is the sign of the MPI's penalty: -1 for what is good, 1 for what is
    bad. ``shares`` are the least and the greatest share of a part in a unit's score by the benefit of the doubt.
    ``correction`` is of the scores of the index.
    """

    methods: tuple[Mean, ...] = (Mean.ARITHMETIC,)
    weights: Mapping[str, float] = field(default_factory=dict)
    min_available: float = 0.0
    power: float = 1.0
    penalty: int = -1
    shares: tuple[float, float] = (0.0, 1.0)
    correction: Correction = field(default_factory=Correction)
    weighting: WeightingChoice = field(default_factory=WeightingChoice)

    def method_at(self, level: int) -> Mean:
        """Return the mean of the aggregates of a level, which begin at 2."""
        return self.methods[min(level - 2, len(self.methods) - 1)]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every step with its choices, and the order of the steps."""

    denominate: Denominate = Denominate()
    impute: Impute = Impute()
    screen: Screen = Screen()
    treat: Treat = Treat()
    normalise: Normalise = Normalise()
    aggregate: Aggregate = Aggregate()
    order: tuple[Step, ...] = tuple(Step)
