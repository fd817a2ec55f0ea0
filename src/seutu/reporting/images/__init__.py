"""Chart specs as SVG and PNG, without a browser: the same spec as on the page."""

from seutu.reporting.images.rendering import spec_to_png, spec_to_svg

__all__ = ["spec_to_png", "spec_to_svg"]
