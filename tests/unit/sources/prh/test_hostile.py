"""Whatever bytes come in, the reader answers with companies or with one problem, never with another error."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.sources.prh import read_companies

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["businessId", "names", "addresses", "postOffices", "type", "value", "name", "endDate"])
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
quietly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(path: Path, content: bytes) -> int:
    """Return the number of records, −1 when the file is refused."""
    path.write_bytes(content)
    try:
        return len(list(read_companies(path)))
    except InputProblem as refusal:
        return -len(refusal.problems)


@quietly
@given(st.binary(max_size=80) | st.text('[]{},:"\\0a\ud7ff ', max_size=60).map(str.encode))
def test_bytes_of_any_kind(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path / "a.json", content) >= -1


@quietly
@given(st.lists(values, max_size=4))
def test_json_of_any_form_inside_the_array(tmp_path: Path, records: list[object]) -> None:
    assert read(tmp_path / "a.json", json.dumps(records).encode()) == len(records)


@pytest.mark.parametrize(
    "content", [b'[{"names": [{"name": "\\ud800", "type": "1"}]}]', b'["\xff"]', b"PK\x03\x04", b"\x00"]
)
def test_bytes_that_broke_readers_before(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path / "a.json", content) in {-1, 1}
