"""Recipes of known indices, to be run on one's own figures by name. Not for the figures those indices used."""

from pathlib import Path


def preset_names() -> tuple[str, ...]:
    """Return the names of the recipes that come with the product."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in _folder().iterdir() if path.name.endswith(".toml")))


def preset_path(name: str) -> Path:
    """Return the file of a recipe. Raises ``KeyError`` for an unknown name."""
    if name not in preset_names():
        raise KeyError(name)
    return _folder() / f"{name}.toml"


def _folder() -> Path:
    return Path(__file__).parent
