"""The paragraph styles of our DOCX files: type, sizes, colours and spacing, on Word's own style names.

A receiver can restyle the document as any other; nothing is formatted run by run.
"""

from typing import Final, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT: Final = "Source Sans 3"
INK: Final = "17242B"
MUTED: Final = "5D5F59"
ATTENTION: Final = "8A4407"

# style: size, colour, bold, space before, space after
LOOK: Final[dict[str, tuple[float, str, bool, float, float]]] = {
    "Normal": (10, INK, False, 0, 6),
    "Title": (24, INK, True, 0, 2),
    "Subtitle": (11, MUTED, False, 0, 8),
    "Heading 1": (15, INK, True, 16, 6),
    "Heading 2": (11.5, INK, True, 12, 4),
    "Caption": (10, INK, True, 8, 3),
    "List Bullet": (10, INK, False, 0, 2),
    "Lead": (12.5, INK, False, 0, 8),
    "Note": (8.5, MUTED, False, 0, 4),
    "Notice": (10, ATTENTION, False, 0, 8),
    "Table head": (8.5, MUTED, True, 1, 1),
    "Table text": (9, INK, False, 1, 1),
    "Table sum": (9, INK, True, 1, 1),
}
TABLE_HEAD_ID: Final = "Tablehead"
TABLE_TEXT_ID: Final = "Tabletext"
TABLE_SUM_ID: Final = "Tablesum"
KEEP_WITH_NEXT: Final = ("Heading 1", "Heading 2", "Caption", "Table head")


def set_styles(word: Document, locale: str) -> None:
    """Set or make each style, and the language of the text for spelling and speech."""
    for name, (size, colour, bold, before, after) in LOOK.items():
        style = _style(word, name)
        font, layout = style.font, style.paragraph_format
        font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
        font.color.rgb = RGBColor.from_string(colour)
        _all_scripts(style)
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.keep_with_next = name in KEEP_WITH_NEXT
    _plain_title(word.styles["Title"])
    _language(word.styles["Normal"], locale)


def _style(word: Document, name: str) -> ParagraphStyle:
    names = {style.name for style in word.styles}
    if name in names:
        return cast("ParagraphStyle", word.styles[name])
    style = cast("ParagraphStyle", word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = word.styles["Normal"]
    return style


def _all_scripts(style: ParagraphStyle) -> None:
    """Put the font in place of the theme's fonts, which otherwise win in headings."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _plain_title(style: ParagraphStyle) -> None:
    """Take away the line that Word draws under its title."""
    layout = style.element.get_or_add_pPr()
    for border in layout.findall(qn("w:pBdr")):
        layout.remove(border)


def _language(style: ParagraphStyle, locale: str) -> None:
    properties = style.element.get_or_add_rPr()
    language = properties.makeelement(qn("w:lang"), {qn("w:val"): locale})
    properties.append(language)
