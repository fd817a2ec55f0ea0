"""How Spark is started in tests: one thread, plans run as they are instead of being compiled. Not a test."""

from typing import Final

SMALL: Final = (
    "--master local[1] --driver-java-options -XX:TieredStopAtLevel=1 "
    "--conf spark.sql.shuffle.partitions=1 --conf spark.sql.codegen.wholeStage=false"
)


def submitted(*more: str) -> str:
    """Return the arguments that PYSPARK_SUBMIT_ARGS takes, with more settings as ``name=value``."""
    return " ".join([SMALL, *(f"--conf {setting}" for setting in more), "pyspark-shell"])
