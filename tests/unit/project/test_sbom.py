import tomllib

from tests.shared_material import ROOT
from tools.sbom import bill


def test_every_locked_package_is_listed() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {(package["name"], package["version"]) for package in lock["package"] if package["name"] != "seutu"}
    listed = {(part["name"], part["version"]) for part in bill()["components"]}  # type: ignore[attr-defined]
    assert locked <= listed


def test_every_package_carries_the_hashes_of_its_files() -> None:
    packages = [part for part in bill()["components"] if part["purl"].startswith("pkg:pypi/")]  # type: ignore[attr-defined]
    assert packages
    assert all(len(file["hashes"][0]["content"]) == 64 for part in packages for file in part["externalReferences"])


def test_the_same_tree_gives_the_same_list() -> None:
    assert bill() == bill()


def test_every_vendored_library_is_listed_with_its_licence() -> None:
    manifest = tomllib.loads((ROOT / "src" / "seutu" / "web" / "vendor.toml").read_text(encoding="utf-8"))
    listed = {part["purl"]: part for part in bill()["components"]}  # type: ignore[attr-defined]
    for asset in manifest["asset"]:
        purl = f"pkg:npm/{asset.get('package', asset['name']).replace('@', '%40')}@{asset['version']}"
        assert listed[purl]["licenses"] == [{"expression": asset["licence"]}]
