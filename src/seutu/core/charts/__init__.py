"""Vega-Lite specs of figures and pictures: the same spec draws the page, the SVG, the DOCX and the PDF.

Specs name styles, never colours; ``plain`` (or the theme) gives the colours. Rendering is in ``reporting.images``.
"""

from seutu.core.charts.bars import bar_chart
from seutu.core.charts.figures import FigureChart, figure_chart, is_drawn
from seutu.core.charts.graphs import graph_chart
from seutu.core.charts.levels import level_chart
from seutu.core.charts.lines import line_chart
from seutu.core.charts.maps import map_chart
from seutu.core.charts.schedule import Span, schedule_chart
from seutu.core.charts.words import number_locale

__all__ = [
    "FigureChart",
    "Span",
    "bar_chart",
    "figure_chart",
    "graph_chart",
    "is_drawn",
    "level_chart",
    "line_chart",
    "map_chart",
    "number_locale",
    "schedule_chart",
]
