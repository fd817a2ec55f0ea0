import tomllib

import pytest

from tests.shared_material import ROOT

MANIFESTS = ["src/seutu/web/vendor.toml", "tests/e2e/vendor/vendor.toml"]


@pytest.mark.parametrize("manifest", MANIFESTS)
def test_a_vendored_library_has_the_same_licence_in_both_lists(manifest: str) -> None:
    annotations = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    said = {
        path: entry["SPDX-License-Identifier"]
        for entry in annotations
        for path in ([entry["path"]] if isinstance(entry["path"], str) else entry["path"])
    }
    for asset in tomllib.loads((ROOT / manifest).read_text(encoding="utf-8"))["asset"]:
        name = asset["name"]
        fitting = [licence for path, licence in said.items() if f"/{name}@*/" in path]
        fitting = fitting or [
            licence for path, licence in said.items() if name.startswith("vega") and "/vega*@" in path
        ]
        assert fitting == [asset["licence"]], name
