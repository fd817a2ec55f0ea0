"""Writes what Seutu consists of as CycloneDX 1.6 JSON: the locked Python packages and the vendored web files.

Standard library only. Not a vulnerability check: it is what such a check reads.
"""

import hashlib
import json
import sys
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = "src/seutu/web/vendor.toml"
TARGET = ROOT / "build" / "sbom.json"

Component = dict[str, object]


def locked(lock: Path) -> list[Component]:
    """Return the packages of uv.lock, the project itself left out, each with the hashes of its files."""
    packages = tomllib.loads(lock.read_text(encoding="utf-8"))["package"]
    return [_package(package) for package in packages if "registry" in package["source"]]


def _package(package: dict[str, object]) -> Component:
    name, version = str(package["name"]), str(package["version"])
    files = [package.get("sdist"), *(package.get("wheels") or [])]  # type: ignore[misc]
    references = [
        {
            "type": "distribution",
            "url": file["url"],
            "hashes": [{"alg": "SHA-256", "content": file["hash"].removeprefix("sha256:")}],
        }
        for file in files
        if file and "url" in file and "hash" in file
    ]
    purl = f"pkg:pypi/{name}@{version}"
    component: Component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    return {**component, "externalReferences": references} if references else component


def vendored(vendor: Path) -> list[Component]:
    """Return the web libraries and fonts that are committed with the project."""
    if not vendor.exists():
        return []
    listed = tomllib.loads(vendor.read_text(encoding="utf-8"))
    return [_asset(asset) for asset in listed["asset"]]


def _asset(asset: dict[str, object]) -> Component:
    name, version = str(asset.get("package", asset["name"])), str(asset["version"])
    purl = f"pkg:npm/{name.replace('@', '%40', 1)}@{version}"
    component: Component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    return {**component, "licenses": [{"expression": asset["licence"]}]}


def bill(root: Path = ROOT) -> dict[str, object]:
    """Return the whole document; the same lock file and vendor list give the same bytes."""
    lock, vendor = root / "uv.lock", root / MANIFEST
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    contents = hashlib.sha256(lock.read_bytes() + (vendor.read_bytes() if vendor.exists() else b"")).hexdigest()
    components = {str(part["bom-ref"]): part for part in [*locked(lock), *vendored(vendor)]}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, contents)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "seutu",
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [components[reference] for reference in sorted(components)],
    }


def main() -> int:
    """Write build/sbom.json, or the file of the first argument."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    document = bill()
    target.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {len(document['components'])} parts")  # type: ignore[arg-type]
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
