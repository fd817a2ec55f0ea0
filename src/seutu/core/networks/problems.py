"""What is wrong with the nodes or links of a network, in the three languages.

Not for deciding anything: every function only words one finding.
"""

from seutu.core.text import Text


def node_twice(identifier: str) -> Text:
    """Word two nodes with one id."""
    return Text(
        fi=f"Solmu {identifier} on luettelossa kahdesti. Poista toinen.",
        sv=f"Noden {identifier} finns två gånger i listan. Ta bort den ena.",
        en=f"The node {identifier} is listed twice. Remove one of them.",
    )


def no_such_node(identifier: str) -> Text:
    """Word a link to a node that is not listed."""
    return Text(
        fi=f"Yhteyden pää {identifier} puuttuu solmuista. Lisää solmu tai poista yhteys.",
        sv=f"Kopplingens ände {identifier} saknas bland noderna. Lägg till noden eller ta bort kopplingen.",
        en=f"The end {identifier} of a link is not among the nodes. Add the node or remove the link.",
    )


def bad_weight(source: str, target: str, weight: float) -> Text:
    """Word a weight that is not a number above zero."""
    return Text(
        fi=f"Yhteyden {source} – {target} paino on {weight}. Painon pitää olla nollaa suurempi luku.",
        sv=f"Kopplingen {source} – {target} har vikten {weight}. Vikten ska vara ett tal större än noll.",
        en=f"The link {source} – {target} has the weight {weight}. A weight must be a number above zero.",
    )


def bad_partner_count(project_id: str, stated: int | None, found: int) -> Text:
    """Word a partner count that is missing or smaller than the partners in hand."""
    return Text(
        fi=f"Hankkeen {project_id} kumppanimäärä on {_or(stated, 'tuntematon')}, mutta osallistumisia on {found}. "
        "Anna kaikkien kumppanien määrä, myös ulkomaisten.",
        sv=f"Projektet {project_id} har {_or(stated, 'ett okänt antal')} partner men {found} deltaganden. "
        "Ange antalet partner i alla länder.",
        en=f"The project {project_id} has {_or(stated, 'an unknown number of')} partners but {found} participations. "
        "Give the number of all partners, foreign ones too.",
    )


def _or(number: int | None, word: str) -> str:
    return word if number is None else str(number)
