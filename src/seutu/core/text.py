"""A text in the three languages of the product.

For messages and labels that are made outside Django (core, sources, reporting, cli). Pages use gettext.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

Language = Literal["fi", "sv", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One message or label, said in Finnish, Swedish and English."""

    fi: str
    sv: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[language]

    def as_dict(self) -> dict[str, str]:
        """Return ``{"fi": …, "sv": …, "en": …}``, the form of the JSON contracts."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}

    def filled(self, **facts: object) -> "Text":
        """Return the text with its facts in their places.

        A fact that is a text is said in the language; a writer (``lambda language: write_number(3, language)``) is
        called with it; any other stands as it is.
        """

        def said(fact: object, language: Language) -> object:
            if isinstance(fact, Text):
                return fact.in_language(language)
            return fact(language) if callable(fact) else fact

        return Text(
            **{
                language: text.format(**{name: said(fact, language) for name, fact in facts.items()})
                for language, text in ((each, self.in_language(each)) for each in LANGUAGES)
            }
        )

    @classmethod
    def same(cls, text: str) -> "Text":
        """Return a text that reads the same in every language (a code, a proper name)."""
        return cls(fi=text, sv=text, en=text)
