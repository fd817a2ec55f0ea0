"""Say in plain words what the figures of a network show, each statement with its number.

Not for judging: a statement says what is, against the rest of the same network, and never what ought to be.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_writing import write_number, write_percentage
from seutu.core.networks.figures import Measures, NetworkFigures, NodeFigures
from seutu.core.networks.model import Node
from seutu.core.text import LANGUAGES, Language, Text

_TOP_SHARE: Final = 0.1
_CLEAR_GROUPS: Final = 0.3
_FEW_NODES: Final = 5
_HALF_A_TENTH: Final = 0.0005


def describe_node(node_id: str, measures: Measures, nodes: Sequence[Node]) -> Text:
    """Return what the node is in the network, in one to three sentences.

    Hub: among the tenth with most partners (at least two). Bridge: among the tenth with most shortest paths through it,
    and some do run through it. Both need a network of five nodes or more. Raises KeyError for a node that is not there.
    """
    figures, whole = measures.of(node_id), measures.network
    label = next(node.label for node in nodes if node.id == node_id)
    if figures.degree == 0:
        return Text(
            fi=f"{label} ei ole yhteydessä muihin toimijoihin (0 yhteyttä).",
            sv=f"{label} har ingen koppling till andra aktörer (0 kopplingar).",
            en=f"{label} is not linked to any other actor (0 links).",
        )
    parts = [_partners(label, figures, whole)]
    if whole.node_count >= _FEW_NODES and figures.betweenness > 0 and _is_top(figures.rank_betweenness, whole):
        parts.append(_bridge(figures, whole))
    parts.append(_group(figures, measures))
    return _joined(parts)


def describe_network(measures: Measures, nodes: Sequence[Node]) -> Text:
    """Return the state of the whole network in one to five sentences: size, unity, centre, groups, bridge."""
    whole = measures.network
    if whole.link_count == 0:
        return Text(
            fi=f"Verkostossa on {_count(whole.node_count, 'toimija', 'toimijaa', 'fi')}, mutta ei yhtään yhteyttä (0).",
            sv=f"I nätverket finns {_count(whole.node_count, 'aktör', 'aktörer', 'sv')} men inga kopplingar (0).",
            en=f"The network has {_count(whole.node_count, 'actor', 'actors', 'en')} but no links (0).",
        )
    parts = [_size(whole), _unity(whole)]
    if whole.degree_centralisation is not None and whole.node_count >= _FEW_NODES:
        parts.append(_centre(measures, nodes))
    if whole.modularity is not None and whole.node_count >= _FEW_NODES:
        parts.append(_groups(measures))
    if whole.betweenness_estimated:
        parts.append(
            Text(
                fi="Reittien osuudet on arvioitu 256 lähtösolmun otoksesta.",
                sv="Andelarna av vägarna är skattade ur ett urval på 256 startnoder.",
                en="Shares of paths are estimated from a sample of 256 starting nodes.",
            )
        )
    return _joined(parts)


def most_partners(labels: Sequence[str], partners: int) -> Text:
    """Say who has most ``partners``, without a full stop; of several that have as many, only how many they are."""
    each = {language: write_number(partners, language) for language in LANGUAGES}
    if len(labels) == 1:
        return Text(
            fi=f"Eniten kumppaneita on toimijalla {labels[0]} ({each['fi']})",
            sv=f"Flest partner har {labels[0]} ({each['sv']})",
            en=f"{labels[0]} has the most partners ({each['en']})",
        )
    several = {language: write_number(len(labels), language) for language in LANGUAGES}
    return Text(
        fi=f"Eniten kumppaneita on {several['fi']} toimijalla ({each['fi']} kullakin)",
        sv=f"Flest partner har {several['sv']} aktörer ({each['sv']} var)",
        en=f"{several['en']} actors have the most partners ({each['en']} each)",
    )


def _partners(label: str, figures: NodeFigures, whole: NetworkFigures) -> Text:
    rank, count = figures.rank_degree, whole.node_count
    if count >= _FEW_NODES and figures.degree > 1 and _is_top(rank, whole):
        return Text(
            fi=f"{label} on verkoston solmukohta: {figures.degree} kumppania, sija {rank}/{count}.",
            sv=f"{label} är ett nav i nätverket: {figures.degree} partner, plats {rank}/{count}.",
            en=f"{label} is a hub of the network: {figures.degree} partners, rank {rank}/{count}.",
        )
    if figures.degree == 1:
        return Text(
            fi=f"{label} on verkoston laidalla yhden kumppanin varassa (1 kumppani, sija {rank}/{count}).",
            sv=f"{label} finns i nätverkets utkant och är beroende av en partner (1 partner, plats {rank}/{count}).",
            en=f"{label} is at the edge of the network and depends on one partner (1 partner, rank {rank}/{count}).",
        )
    return Text(
        fi=f"{label}: {figures.degree} kumppania, sija {rank}/{count}.",
        sv=f"{label}: {figures.degree} partner, plats {rank}/{count}.",
        en=f"{label}: {figures.degree} partners, rank {rank}/{count}.",
    )


def _bridge(figures: NodeFigures, whole: NetworkFigures) -> Text:
    share = {language: _percent(figures.betweenness, language) for language in LANGUAGES}
    rank, count = figures.rank_betweenness, whole.node_count
    return Text(
        fi=f"Se on silta: {share['fi']} muiden toimijoiden välisistä lyhimmistä reiteistä kulkee sen kautta "
        f"(sija {rank}/{count}).",
        sv=f"Den är en bro: {share['sv']} av de kortaste vägarna mellan andra aktörer går genom den "
        f"(plats {rank}/{count}).",
        en=f"It is a bridge: {share['en']} of the shortest paths between other actors run through it "
        f"(rank {rank}/{count}).",
    )


def _group(figures: NodeFigures, measures: Measures) -> Text:
    size = sum(other.community == figures.community for other in measures.nodes)
    number = figures.community + 1
    return Text(
        fi=f"Se kuuluu ryhmään {number}, jossa on {_count(size, 'toimija', 'toimijaa', 'fi')}.",
        sv=f"Den hör till grupp {number} med {_count(size, 'aktör', 'aktörer', 'sv')}.",
        en=f"It belongs to group {number} of {_count(size, 'actor', 'actors', 'en')}.",
    )


def _size(whole: NetworkFigures) -> Text:
    density = {language: _percent(whole.density or 0.0, language) for language in LANGUAGES}
    links = whole.link_count
    return Text(
        fi=f"Verkostossa on {_count(whole.node_count, 'toimija', 'toimijaa', 'fi')} ja "
        f"{_count(links, 'yhteys', 'yhteyttä', 'fi')}, {density['fi']} kaikista mahdollisista.",
        sv=f"I nätverket finns {_count(whole.node_count, 'aktör', 'aktörer', 'sv')} och "
        f"{_count(links, 'koppling', 'kopplingar', 'sv')}, {density['sv']} av alla möjliga.",
        en=f"The network has {_count(whole.node_count, 'actor', 'actors', 'en')} and "
        f"{_count(links, 'link', 'links', 'en')}, {density['en']} of all possible ones.",
    )


def _unity(whole: NetworkFigures) -> Text:
    if whole.component_count == 1:
        return Text(
            fi=f"Kaikki {whole.node_count} toimijaa ovat yhteydessä toisiinsa suoraan tai muiden kautta.",
            sv=f"Alla {whole.node_count} aktörer är kopplade till varandra, direkt eller via andra.",
            en=f"All {whole.node_count} actors are linked to each other, directly or through others.",
        )
    rest = whole.component_count - 1 - whole.isolate_count
    largest = whole.largest_component
    return Text(
        fi=f"Suurimmassa yhtenäisessä osassa on {_count(largest, 'toimija', 'toimijaa', 'fi')}; "
        f"muita osia on {rest} ja toimijoita ilman yhteyksiä {whole.isolate_count}.",
        sv=f"Den största sammanhängande delen har {_count(largest, 'aktör', 'aktörer', 'sv')}; "
        f"övriga delar: {rest}, aktörer utan koppling: {whole.isolate_count}.",
        en=f"The largest connected part has {_count(largest, 'actor', 'actors', 'en')}; "
        f"other parts: {rest}, actors without links: {whole.isolate_count}.",
    )


def _centre(measures: Measures, nodes: Sequence[Node]) -> Text:
    top = {figures.id: figures.degree for figures in measures.nodes if figures.rank_degree == 1}
    said = most_partners([node.label for node in nodes if node.id in top], max(top.values()))
    value = measures.network.degree_centralisation or 0.0
    number = {language: _decimal(value, language) for language in LANGUAGES}
    return Text(
        fi=f"{said.fi}; verkoston keskittyneisyys on {number['fi']} (0 tasainen, 1 yhden varassa).",
        sv=f"{said.sv}; nätverkets centralisering är {number['sv']} (0 jämn, 1 beroende av en).",
        en=f"{said.en}; the centralisation of the network is {number['en']} (0 even, 1 resting on one).",
    )


def _groups(measures: Measures) -> Text:
    whole = measures.network
    value = whole.modularity or 0.0
    number = {language: _decimal(value, language) for language in LANGUAGES}
    linked = len({figures.community for figures in measures.nodes if figures.degree})
    if value >= _CLEAR_GROUPS and linked > 1:
        return Text(
            fi=f"Toimijat, joilla on yhteyksiä, jakautuvat {linked} selvästi erottuvaan ryhmään "
            f"(modulaarisuus {number['fi']}).",
            sv=f"Aktörerna med kopplingar bildar {linked} tydliga grupper (modularitet {number['sv']}).",
            en=f"Actors with links form {linked} clear groups (modularity {number['en']}).",
        )
    return Text(
        fi=f"Selviä ryhmiä ei erotu (modulaarisuus {number['fi']}, raja 0,3).",
        sv=f"Inga tydliga grupper framträder (modularitet {number['sv']}, gräns 0,3).",
        en=f"No clear groups stand out (modularity {number['en']}, limit 0.3).",
    )


def _is_top(rank: int, whole: NetworkFigures) -> bool:
    return rank <= max(1, int(whole.node_count * _TOP_SHARE))


def _count(number: int, one: str, many: str, language: Language) -> str:
    return f"{write_number(number, language)} {one if number == 1 else many}"


def _decimal(value: float, language: Language) -> str:
    return write_number(Decimal(value), language, decimals=2)


def _percent(share: float, language: Language) -> str:
    """Write a share; what would round to nought is said to be under a tenth of a per cent."""
    if 0 < share < _HALF_A_TENTH:
        least = write_percentage(Decimal("0.1"), language)
        return {"fi": f"alle {least}", "sv": f"under {least}", "en": f"under {least}"}[language]
    return write_percentage(Decimal(share) * 100, language, decimals=1)


def _joined(parts: Sequence[Text]) -> Text:
    return Text(*(" ".join(part.in_language(language) for part in parts) for language in LANGUAGES))
