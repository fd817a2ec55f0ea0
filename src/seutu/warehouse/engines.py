"""The engines behind the store and their untyped libraries, imported when first used.

Not for queries: those are Ibis expressions in ``formulas`` and one piece of SQL in ``store``.
"""

import os
import shutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

from seutu.core.problems import InputProblem
from seutu.core.text import Text

Engine = Literal["duckdb", "spark"]
DUCKDB: Final = "duckdb"
SPARK: Final = "spark"
NO_SPARK: Final = Text(
    fi="Asetus SEUTU_WAREHOUSE_ENGINE on spark, mutta PySparkia ei ole asennettu. Asenna lisäosa seutu[spark] "
    "(468 Mt) tai poista asetus, jolloin käytössä on DuckDB.",
    sv="SEUTU_WAREHOUSE_ENGINE är spark, men PySpark är inte installerat. Installera tillägget seutu[spark] (468 MB) "
    "eller ta bort inställningen, så används DuckDB.",
    en="SEUTU_WAREHOUSE_ENGINE is spark, but PySpark is not installed. Install the extra seutu[spark] (468 MB), or "
    "remove the setting and DuckDB is used.",
)
NO_JAVA: Final = Text(
    fi="Asetus SEUTU_WAREHOUSE_ENGINE on spark, mutta Javaa ei löydy. Asenna Java 17 tai uudempi (Debian: "
    "default-jre-headless) tai anna sen kansio muuttujassa JAVA_HOME.",
    sv="SEUTU_WAREHOUSE_ENGINE är spark, men Java saknas. Installera Java 17 eller nyare (Debian: "
    "default-jre-headless) eller ange dess mapp i JAVA_HOME.",
    en="SEUTU_WAREHOUSE_ENGINE is spark, but there is no Java. Install Java 17 or newer (Debian: "
    "default-jre-headless), or name its folder in JAVA_HOME.",
)
type_of_table = Any
"""An Ibis table expression. Ibis's own types say little, so the functions around it are typed instead."""


@cache
def ibis() -> Any:  # untyped library
    """Return Ibis."""
    return import_module("ibis")


@cache
def duckdb() -> Any:  # untyped library
    """Return DuckDB."""
    return import_module("duckdb")


@cache
def arrow() -> Any:  # untyped library
    """Return PyArrow."""
    return import_module("pyarrow")


def spark_sql() -> Any:  # untyped library
    """Return PySpark's part for tables. Raises ``InputProblem`` that says what to install."""
    check_engine(SPARK)
    return import_module("pyspark.sql")


def check_engine(engine: Engine) -> None:
    """Look whether the engine is installed, without starting it. Raises ``InputProblem`` that says what to install."""
    if engine == DUCKDB:
        return
    if find_spec("pyspark") is None:
        raise InputProblem.because(NO_SPARK)
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=str(Path(home) / "bin") if home else None) is None:
        raise InputProblem.because(NO_JAVA)
