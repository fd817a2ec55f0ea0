"""What several commands are given as text: a day, an e-mail address. What is no such thing ends with exit 2."""

from datetime import date
from typing import Final

from seutu.cli.failing import language, stop
from seutu.core.text import Text

BAD_DAY: Final = Text(
    fi="{option} {given}: anna päivä muodossa 2026-11-02.",
    sv="{option} {given}: ange dagen i formen 2026-11-02.",
    en="{option} {given}: give the day as 2026-11-02.",
)
BAD_ADDRESS: Final = Text(
    fi="”{given}” ei ole sähköpostiosoite. Anna se muodossa nimi@kunta.fi.",
    sv="”{given}” är inte en e-postadress. Ange den i formen namn@kommun.fi.",
    en="“{given}” is not an e-mail address. Give it as name@town.fi.",
)
SHOWN: Final = 80


def day_given(option: str, given: str | None) -> date | None:
    """Return the day of an option; None when it was left out."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        stop(BAD_DAY.in_language(language()).format(option=option, given=given[:SHOWN]))


def address_given(given: str) -> str:
    """Return the e-mail address. Django is started."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(given)
    except ValidationError:
        stop(BAD_ADDRESS.in_language(language()).format(given=given[:SHOWN]))
    return given
