"""The vendored files are the ones the manifests list, with their licences, and nothing names a file that is missing."""

import re
import shutil
from pathlib import Path

import pytest

from tools import vendor

WEB = Path(vendor.ROOT) / "src/seutu/web"
ASSETS = [asset for manifest in vendor.MANIFESTS for asset in vendor.read_manifest(manifest)]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "vendor"
    shutil.copytree(vendor.MANIFESTS[1].parent, folder)
    return folder / "vendor.toml"


@pytest.mark.parametrize("manifest", vendor.MANIFESTS, ids=lambda manifest: manifest.parent.name)
def test_every_file_is_as_listed(manifest: Path) -> None:
    assert list(vendor.wrong_files(manifest)) == []


def test_a_changed_file_is_found(copied: Path) -> None:
    changed = vendor.read_manifest(copied)[0].files[-1].kept
    changed.write_bytes(changed.read_bytes() + b" ")
    assert list(vendor.wrong_files(copied)) == [f"{changed}: differs from vendor.toml"]


def test_a_missing_file_is_found(copied: Path) -> None:
    gone = vendor.read_manifest(copied)[0].files[0].kept
    gone.unlink()
    assert list(vendor.wrong_files(copied)) == [f"{gone}: missing"]


def test_a_file_nobody_listed_is_found(copied: Path) -> None:
    extra = copied.parent / "extra.js"
    extra.write_text("1")
    assert list(vendor.wrong_files(copied)) == [f"{extra}: not listed in vendor.toml"]


def test_a_changed_derived_file_is_found(tmp_path: Path) -> None:
    manifest = tmp_path / "vendor.toml"
    manifest.write_text(
        'folder = "."\nasset = []\n[[derived]]\nfile = "made.json"\nmade_by = "tools/coast.py"\nsha256 = "0"\n'
    )
    (tmp_path / "made.json").write_text("{}")
    assert "make it with tools/coast.py" in next(vendor.wrong_files(manifest))


@pytest.mark.parametrize("asset", ASSETS, ids=lambda asset: asset.name)
def test_the_licence_stands_beside_the_files_and_the_source_is_pinned(asset: vendor.Asset) -> None:
    assert any(file.kept.name.startswith("LICENSE") for file in asset.files)
    assert asset.licence in {"MIT", "BSD-3-Clause", "OFL-1.1", "MPL-2.0"}
    assert asset.url.endswith(f"-{asset.version}.tgz")


@pytest.mark.parametrize("asset", ASSETS, ids=lambda asset: asset.name)
def test_no_served_file_points_to_a_source_map_or_a_bare_module(asset: vendor.Asset) -> None:
    for file in asset.files:
        if file.kept.suffix == ".js" and file.kept.parent.is_relative_to(WEB):
            content = file.kept.read_text(encoding="utf-8")
            assert not re.search(r"^//# sourceMappingURL=\S+\s*\Z", content, re.MULTILINE)
            assert not re.search(r"^import .* from '[^./]", content, re.MULTILINE)


def test_source_map_lines_are_cut_only_at_the_end() -> None:
    assert vendor._served(b"a\n//# sourceMappingURL=a.map\n", ()) == b"a\n"
    inside = b'x = "//# sourceMappingURL=";\ny\nz\n'
    assert vendor._served(inside, ()) == inside


def test_bare_imports_are_made_relative() -> None:
    assert vendor._served(b"from 'a';", (("'a'", "'../a.js'"),)) == b"from '../a.js';"


def test_every_vendored_path_in_our_files_exists() -> None:
    ours = [*(WEB / "static/css").glob("*.css"), *(WEB / "static/islands").glob("*.js")]
    ours += (WEB / "templates").rglob("*.html")
    named = {path for file in ours for path in re.findall(r"vendor/([\w.-]+@[\d.]+/[\w.-]*)", file.read_text())}
    assert len(named) >= 8
    assert [path for path in named if not (WEB / "static/vendor" / path).exists()] == []
