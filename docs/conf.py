"""How the documents are built: Sphinx with Markdown. Not for their content."""

import tomllib
from pathlib import Path

_project = tomllib.loads((Path(__file__).resolve().parents[1] / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]

project = "Seutu"
author = "The Seutu authors"
copyright = author  # noqa: A001 - Sphinx names it so
version = release = _project["version"]
language = "en"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "Seutu"
html_static_path: list[str] = []
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b4f6c", "color-brand-content": "#0b4f6c"},
    "dark_css_variables": {"color-brand-primary": "#7fc4e0", "color-brand-content": "#7fc4e0"},
}
