"""What the network of a place says in a sentence: how many are linked, when, and who has most partners.

Not for the measures of a network (``core.networks.wording``): here only what the picture holds.
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.figures import write_number
from seutu.core.networks.wording import most_partners
from seutu.core.situation.network import NO_LINKS, NetworkLink, NetworkNode
from seutu.core.text import LANGUAGES, Text

LOCAL_ACTORS: Final = (
    Text(fi="paikallinen toimija", sv="lokal aktör", en="local actor"),
    Text(fi="paikallista toimijaa", sv="lokala aktörer", en="local actors"),
)
PARTNERS: Final = (
    Text(fi="kumppani", sv="partner", en="partner"),
    Text(fi="kumppania", sv="partner", en="partners"),
)
LINKS: Final = (
    Text(fi="yhteys", sv="koppling", en="link"),
    Text(fi="yhteyttä", sv="kopplingar", en="links"),
)


def network_sentence(
    nodes: Sequence[NetworkNode],
    links: Sequence[NetworkLink],
    *,
    only_projects: bool,
    unplaced: int,
    years: tuple[int, int] | None,
) -> Text:
    """Say how the place's own actors and their partners are linked, and when; without links that none is known.

    Only shared projects (``only_projects``) are called working together: an owner or a funder is linked and no more.
    ``unplaced`` is how many of the partners elsewhere have no municipality, ``years`` the first and the last year of
    the links as far as they are dated. One actor is named as having most partners only when no other has as many.
    """
    if not links:
        return NO_LINKS
    linked = [node for node in nodes if node.degree]
    own = sum(node.is_local for node in linked)
    local = _counted(own, *LOCAL_ACTORS)
    partners, span = _partners(len(linked) - own, unplaced), _span(years)
    pairs = _counted(len(links), *LINKS)
    top = _most(linked)
    if only_projects:
        return Text(
            fi=f"{local.fi}{partners.fi} on tehnyt yhteistyötä samoissa hankkeissa{span.fi}: {pairs.fi}.{top.fi}",
            sv=f"{local.sv}{partners.sv} har samarbetat i gemensamma projekt{span.sv}: {pairs.sv}.{top.sv}",
            en=f"{local.en}{partners.en} have worked together in shared projects{span.en}: {pairs.en}.{top.en}",
        )
    return Text(
        fi=f"Verkostossa on {local.fi}{partners.fi}: {pairs.fi}{span.fi}.{top.fi}",
        sv=f"I nätverket finns {local.sv}{partners.sv}: {pairs.sv}{span.sv}.{top.sv}",
        en=f"The network has {local.en}{partners.en}: {pairs.en}{span.en}.{top.en}",
    )


def single_best(nodes: Sequence[NetworkNode]) -> NetworkNode | None:
    """Return the place's own actor with most partners; None when several have as many, or none has any."""
    best = best_connected(nodes)
    return best[0] if len(best) == 1 else None


def best_connected(nodes: Sequence[NetworkNode]) -> tuple[NetworkNode, ...]:
    """Return the place's own actors that have most partners, by name: more than one when they have as many."""
    own = [node for node in nodes if node.is_local and node.degree]
    most = max((node.degree for node in own), default=0)
    return tuple(sorted((node for node in own if node.degree == most), key=lambda node: (node.label, node.id)))


def _most(nodes: Sequence[NetworkNode]) -> Text:
    best = best_connected(nodes)
    if not best:
        return Text.same("")
    said = most_partners([node.label for node in best], best[0].degree)
    return Text(*(f" {said.in_language(language)}." for language in LANGUAGES))


def _partners(count: int, unplaced: int) -> Text:
    """Say how many partners are not of the place, and how many of them nobody has placed anywhere."""
    if not count:
        return Text.same("")
    written = _counted(count, *PARTNERS)
    apart = Text.same("")
    if unplaced:
        without = _number(unplaced)
        apart = Text(
            fi=f" (joista {without.fi} ilman kuntaa)",
            sv=f" ({without.sv} av dem utan kommun)",
            en=f" ({without.en} of them without a municipality)",
        )
    return Text(
        fi=f" ja {written.fi} muualta{apart.fi}",
        sv=f" och {written.sv} från annat håll{apart.sv}",
        en=f" and {written.en} elsewhere{apart.en}",
    )


def _span(years: tuple[int, int] | None) -> Text:
    if years is None:
        return Text.same("")
    first, last = years
    if first == last:
        return Text(fi=f" vuonna {first}", sv=f" år {first}", en=f" in {first}")
    return Text(fi=f" vuosina {first}–{last}", sv=f" åren {first}–{last}", en=f" in {first}–{last}")


def _counted(count: int, one: Text, many: Text) -> Text:
    number, counted = _number(count), one if count == 1 else many
    return Text(*(f"{number.in_language(name)} {counted.in_language(name)}" for name in LANGUAGES))


def _number(count: int) -> Text:
    return Text(*(write_number(count, language) for language in LANGUAGES))
