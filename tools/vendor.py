"""Fetch the third-party files that the pages serve, as the manifests list them, and recheck them.

For maintainers who change a version. Not needed to run, build or test Seutu: the files are committed.

    python tools/vendor.py            fetch with npm, unpack, print the hashes of what changed
    python tools/vendor.py --check    recheck the committed files against the manifests, offline
"""

import argparse
import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANIFESTS = (ROOT / "src/seutu/web/vendor.toml", ROOT / "tests/e2e/vendor/vendor.toml")
SOURCE_MAP = b"//# sourceMappingURL="


@dataclass(frozen=True, slots=True)
class File:
    """One vendored file: its path inside the package, where it is kept, and the hash of what is kept.

    A path of None is a licence text of the project's own web page, kept because the package has none.
    """

    path: str | None
    kept: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Asset:
    """One npm package of which some files are vendored."""

    name: str
    version: str
    licence: str
    package: str
    url: str
    rewrite: tuple[tuple[str, str], ...]
    files: tuple[File, ...]


def read_manifest(manifest: Path) -> list[Asset]:
    """Return the assets of a manifest. Raises KeyError or TOMLDecodeError when it is malformed."""
    content = tomllib.loads(manifest.read_text(encoding="utf-8"))
    folder = manifest.parent / content["folder"]
    return [_asset(entry, folder) for entry in content["asset"]]


def _asset(entry: dict[str, object], folder: Path) -> Asset:
    """Read one entry of a manifest."""
    name, version = str(entry["name"]), str(entry["version"])
    listed = entry["files"]
    assert isinstance(listed, dict)  # noqa: S101
    rewrite = entry.get("rewrite", {})
    assert isinstance(rewrite, dict)  # noqa: S101
    added = entry.get("added", {})
    assert isinstance(added, dict)  # noqa: S101
    kept = folder / f"{name}@{version}"
    return Asset(
        name=name,
        version=version,
        licence=str(entry["licence"]),
        package=str(entry.get("package", name)),
        url=str(entry["url"]),
        rewrite=tuple(rewrite.items()),
        files=(
            *(File(path, kept / Path(path).name, sha256) for path, sha256 in listed.items()),
            *(File(None, kept / name, sha256) for name, sha256 in added.items()),
        ),
    )


def wrong_files(manifest: Path) -> Iterator[str]:
    """Say what is missing, changed or unlisted under a manifest; nothing when all is well."""
    assets = read_manifest(manifest)
    for file in (file for asset in assets for file in asset.files):
        if not file.kept.is_file():
            yield f"{file.kept}: missing"
        elif _sha256(file.kept.read_bytes()) != file.sha256:
            yield f"{file.kept}: differs from {manifest.name}"
    listed = {file.kept for asset in assets for file in asset.files}
    for folder in {file.kept.parent.parent for asset in assets for file in asset.files}:
        for found in folder.rglob("*"):
            if found.is_file() and found not in listed and found != manifest:
                yield f"{found}: not listed in {manifest.name}"
    yield from _wrong_derived(manifest)


def _wrong_derived(manifest: Path) -> Iterator[str]:
    """Say which files made of a package by a script of ours are not as listed."""
    for entry in tomllib.loads(manifest.read_text(encoding="utf-8")).get("derived", []):
        file = manifest.parent / entry["file"]
        if not file.is_file() or _sha256(file.read_bytes()) != entry["sha256"]:
            yield f"{file}: differs from {manifest.name}; make it with {entry['made_by']}"


def fetch(asset: Asset, downloads: Path) -> Iterator[str]:
    """Download the package with npm (which checks its integrity), keep the listed files, say what changed."""
    subprocess.run(
        ["npm", "pack", "--silent", f"{asset.package}@{asset.version}"],
        cwd=downloads,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    archive = downloads / f"{asset.package.lstrip('@').replace('/', '-')}-{asset.version}.tgz"
    with tarfile.open(archive) as packed:
        for file in asset.files:
            if file.path is None:
                continue
            member = packed.extractfile(f"package/{file.path}")
            if member is None:
                raise FileNotFoundError(f"{asset.package}@{asset.version} has no file {file.path}")
            content = _served(member.read(), asset.rewrite)
            file.kept.parent.mkdir(parents=True, exist_ok=True)
            file.kept.write_bytes(content)
            if _sha256(content) != file.sha256:
                yield f'{asset.name}: "{file.path}" = "{_sha256(content)}"'


def _served(content: bytes, rewrite: tuple[tuple[str, str], ...]) -> bytes:
    """Return the file as it is served: bare imports made relative, no pointer to a source map that is not served."""
    for old, new in rewrite:
        content = content.replace(old.encode(), new.encode())
    head, mark, tail = content.rpartition(SOURCE_MAP)
    return head.rstrip() + b"\n" if mark and tail.count(b"\n") <= 1 else content


def _sha256(content: bytes) -> str:
    """Return the hash as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()


def main(arguments: list[str]) -> int:
    """Fetch or check; return 1 when something differs from the manifests."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="recheck the committed files, without network")
    parser.add_argument("--only", metavar="NAME", help="fetch one asset")
    options = parser.parse_args(arguments)
    if options.check:
        said = [line for manifest in MANIFESTS for line in wrong_files(manifest)]
    else:
        assets = [asset for manifest in MANIFESTS for asset in read_manifest(manifest)]
        with tempfile.TemporaryDirectory() as downloads:
            chosen = (asset for asset in assets if options.only in (None, asset.name))
            said = [line for asset in chosen for line in fetch(asset, Path(downloads))]
    print("\n".join(said) or "Every vendored file is as listed.")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
