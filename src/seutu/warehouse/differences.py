"""What a load changes of a source's rows: digests of groups are compared first, rows only where those differ.

A group is the rows of one scope (an indicator, a kind of place and a period). Not for which source counts (``store``).
"""

from dataclasses import dataclass
from typing import Any, Final

from seutu.warehouse.arriving import COLUMNS, KEY


@dataclass(frozen=True, slots=True)
class Scope:
    """The columns within which what arrives is complete; of the ``is_whole_source`` every other row goes."""

    columns: tuple[str, ...]
    is_whole_source: bool = False


def take(connection: Any, source: str, scope: Scope) -> dict[str, int]:  # untyped library
    """Make the source's rows in ``observation`` those of ``incoming`` and return the counts of ``LoadReport``.

    The indicators of changed groups are entered in ``touched``.
    """
    columns = ", ".join(scope.columns)
    rest = ", ".join(name for name in COLUMNS if name not in scope.columns)
    only_old = "" if scope.is_whole_source else "AND n.rows IS NOT NULL"
    connection.execute(_DIFFERING.format(columns=columns, rest=rest, only_old=only_old), {"source": source})
    quoted = source.replace("'", "''")
    connection.execute(_VIEWS.format(columns=columns, source=quoted))
    (rows,) = connection.execute("SELECT count(*) FROM incoming").fetchone()
    if connection.execute("SELECT 1 FROM own LIMIT 1").fetchone():
        connection.execute(_DIFFERENCE)
        created, changed, removed = connection.execute(_COUNTS).fetchone()
        connection.execute(_REMOVE)
        fresh = _FRESH
    else:
        (created,) = connection.execute("SELECT count(*) FROM new").fetchone()
        changed, removed, fresh = 0, 0, "new"
    connection.execute(f"INSERT INTO observation BY NAME SELECT *, $source AS source FROM {fresh}", {"source": source})  # noqa: S608
    return {
        "rows": rows,
        "created": created,
        "changed": changed,
        "unchanged": rows - created - changed,
        "removed": removed,
    }


# A hash of a hash: so that the digests of columns that have changed places do not cancel out in the sum.
_DIGEST: Final = "count(*) AS rows, sum(hash(hash({rest}))) AS digest"
_DIFFERING: Final = f"""
CREATE OR REPLACE TEMP TABLE differing AS
    SELECT {{columns}} FROM (SELECT {{columns}}, {_DIGEST} FROM incoming GROUP BY {{columns}}) n
    FULL JOIN (SELECT {{columns}}, {_DIGEST} FROM observation WHERE source = $source GROUP BY {{columns}}) o
        USING ({{columns}})
    WHERE (n.rows, n.digest) IS DISTINCT FROM (o.rows, o.digest) {{only_old}}
"""  # noqa: S608  # our own names
_VIEWS: Final = """
CREATE OR REPLACE TEMP VIEW new AS SELECT * FROM incoming SEMI JOIN differing USING ({columns});
CREATE OR REPLACE TEMP VIEW own AS
    SELECT o.rowid AS row, o.* FROM observation o SEMI JOIN differing USING ({columns}) WHERE o.source = '{source}';
INSERT INTO touched SELECT indicator FROM new UNION SELECT indicator FROM own;
"""
_MATCH: Final = " AND ".join(f"i.{name} = o.{name}" for name in KEY)
_DIFFERENCE: Final = f"""
CREATE OR REPLACE TEMP TABLE difference AS
    SELECT o.row, i.* FROM own o FULL JOIN new i ON {_MATCH}
    WHERE o.row IS NULL OR i.place IS NULL OR i.value IS DISTINCT FROM o.value OR i.status <> o.status
"""  # noqa: S608  # constants only
_COUNTS: Final = """
SELECT count(*) FILTER (row IS NULL), count(*) FILTER (row IS NOT NULL AND place IS NOT NULL),
    count(*) FILTER (place IS NULL) FROM difference
"""
_REMOVE: Final = "DELETE FROM observation WHERE rowid IN (SELECT row FROM difference)"
_FRESH: Final = "(SELECT * EXCLUDE (row) FROM difference WHERE place IS NOT NULL)"
