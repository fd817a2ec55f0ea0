"""Business identifiers (Y-tunnus): checked and brought to one form, NNNNNNN-C.

Not for names of actors (``names``) nor for codes of places. Check digit: with weights 7, 9, 10, 5, 8, 4, 2 on the seven
digits and r the sum modulo 11, it is 0 for r = 0 and 11 − r for r > 1; r = 1 is never given out.
"""

import re
from typing import Final

from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from seutu.core.figures.marks import DASHES, tidy
from seutu.core.figures.reading import Ambiguous, Certain, Reading, unreadable
from seutu.core.text import Text

_PREFIX: Final = re.compile(r"(?:FIFPRO\.?|FI)[\s.:-]*", re.IGNORECASE)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2)
_BODY, _OLD_BODY, _WHOLE = 7, 6, 8

_MISSING: Final = Text(
    fi="Y-tunnus puuttuu. Kirjoita se muodossa 1234567-1.",
    sv="FO-numret saknas. Skriv det i formen 1234567-1.",
    en="The business ID is missing. Write it in the form 1234567-1.",
)
_WRONG_FORM: Final = Text(
    fi="Tämä ei ole Y-tunnus. Siinä on seitsemän numeroa, yhdysmerkki ja tarkistusnumero, esimerkiksi 1234567-1.",
    sv="Det här är inget FO-nummer. Det har sju siffror, bindestreck och en kontrollsiffra, till exempel 1234567-1.",
    en="This is not a business ID. It has seven digits, a hyphen and a check digit, for example 1234567-1.",
)
_NO_CHECK_DIGIT: Final = Text(
    fi="Y-tunnuksesta puuttuu numero: numeroita on seitsemän ja pitää olla kahdeksan. Tarkista tunnus lähteestä.",
    sv="FO-numret saknar en siffra: det har sju siffror och ska ha åtta. Kontrollera numret i källan.",
    en="The business ID lacks a digit: it has seven and must have eight. Check it in the source.",
)
_WRONG_CHECK_DIGIT: Final = Text(
    fi="Y-tunnuksen tarkistusnumero ei täsmää, joten jokin numero on väärin. Tarkista tunnus sivustolta ytj.fi.",
    sv="FO-numrets kontrollsiffra stämmer inte, så någon siffra är fel. Kontrollera numret på ytj.fi.",
    en="The check digit of the business ID does not match, so a digit is wrong. Check the ID at ytj.fi.",
)


def check_business_id(text: str) -> Reading[str]:
    """Return a Finnish business ID in the form ``0112038-9``, or why it is not one.

    Accepts spaces and any dash, a VAT number (``FI01120389``), a European identifier (``FIFPRO.0112038-9``) and the old
    form with six digits before the hyphen, to which a zero is added. Seven digits without a hyphen may lack their zero,
    dropped by a spreadsheet, or their check digit: asked when both can be.
    """
    compact = re.sub(r"\s", "", re.sub(f"[{DASHES}]", "-", _PREFIX.sub("", tidy(text), count=1)))
    if not compact:
        return unreadable(text, _MISSING)
    if not re.fullmatch(r"[0-9]{6,7}-[0-9]|[0-9]{7,8}", compact):
        return unreadable(text, _WRONG_FORM)
    body, hyphen, check = compact.partition("-")
    if not hyphen and len(compact) == _BODY:
        return _seven_digits(text, compact)
    number = (body + check).zfill(_WHOLE)
    return Certain(ytunnus.format(number)) if _is_valid(number) else unreadable(text, _WRONG_CHECK_DIGIT)


def _is_valid(number: str) -> bool:
    try:
        ytunnus.validate(number)
    except ValidationError:
        return False
    return True


def _seven_digits(text: str, digits: str) -> Reading[str]:
    """Return what seven digits can mean: with the leading zero they lack, or with the check digit they lack."""
    padded = digits.zfill(_WHOLE)
    if not _is_valid(padded):
        return unreadable(text, _NO_CHECK_DIGIT)
    remainder = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
    readings = [ytunnus.format(padded)]
    if remainder != 1:
        readings.append(f"{digits}-{(11 - remainder) % 11}")
    zero = ytunnus.format(padded)
    question = Text(
        fi=f"Puuttuuko Y-tunnuksesta ”{digits}” alun nolla ({zero}) vai tarkistusnumero? Kirjoita koko tunnus.",
        sv=f"Saknar FO-numret ”{digits}” den inledande nollan ({zero}) eller kontrollsiffran? Skriv hela numret.",
        en=f"Does the business ID “{digits}” lack the leading zero ({zero}) or the check digit? Write the whole ID.",
    )
    return Ambiguous(tuple(readings), question) if len(readings) > 1 else Certain(zero)
