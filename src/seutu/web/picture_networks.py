"""The network of the picture page: nodes with their places and groups, links, and words for each.

Not for measures and layout: they are in the picture already.
"""

from collections import Counter
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.core.figures import write_number
from seutu.core.situation import NetworkContent, NetworkNode, SituationPicture, single_best
from seutu.core.situation.network_sentences import best_connected
from seutu.core.text import Language
from seutu.reporting.situation import words
from seutu.web.picture_tables import nodes_table

COLOURS: Final = 8
SMALLEST_NAMED: Final = 3


def network_picture(picture: SituationPicture, workspace: str, language: Language) -> dict[str, Any] | None:
    """Return the network component's context; None when no links are known."""
    network = picture.network
    if not network.links:
        return None
    sizes = Counter(node.community for node in network.nodes)
    named = [
        number
        for number, size in sorted(sizes.items(), key=lambda each: (-each[1], str(each[0])))
        if number is not None and size >= SMALLEST_NAMED
    ][:COLOURS]
    colours = {number: place for place, number in enumerate(named, start=1)}
    leaders = {number: _leader(picture, number) for number in named}
    leading = {leader.id for leader in leaders.values()}
    most = max(node.degree for node in network.nodes) or 1
    heaviest = max(link.weight for link in network.links) or 1.0
    return {
        "id": "picture-network",
        "level": 3,
        "title": _best(network, language),
        "summary": network.sentence.in_language(language),
        "subtitle": _("Size shows the number of partners, colour the group of those who work together most."),
        "data": {
            "nodes": [
                _node(node, colours, most, language) | ({"named": True} if node.id in leading else {})
                for node in network.nodes
            ],
            "links": [
                {"source": link.source, "target": link.target, "weight": round(link.weight / heaviest, 3)}
                for link in network.links
            ],
            "communities": [
                {"kind": kind, "label": _("Around %(actor)s") % {"actor": leaders[number].label}}
                for number, kind in colours.items()
            ],
        },
        "table": nodes_table(network, workspace, language),
    }


def _best(network: NetworkContent, language: Language) -> str:
    """Return the heading: the place's best connected actor, or how many share the place of the best."""
    best = single_best(network.nodes)
    if best is not None:
        said = ngettext("%(actor)s has %(count)s partner", "%(actor)s has %(count)s partners", best.degree)
        return said % {"actor": best.label, "count": write_number(best.degree, language)}
    alike = best_connected(network.nodes)
    return _("%(actors)s actors have the most partners: %(count)s each") % {
        "actors": write_number(len(alike), language),
        "count": write_number(alike[0].degree, language),
    }


def _node(node: NetworkNode, colours: dict[int, int], most: int, language: Language) -> dict[str, Any]:
    partners = ngettext("%(count)s partner", "%(count)s partners", node.degree) % {
        "count": write_number(node.degree, language)
    }
    said = [node.label, partners]
    if node.class_label:
        said.append(node.class_label.in_language(language))
    said.append(_("here") if node.is_local else _("elsewhere"))
    if node.community is not None:
        said.append(f"{words.COMMUNITY.in_language(language).lower()} {node.community + 1}")
    return {
        "id": node.id,
        "label": node.label,
        "x": node.x,
        "y": node.y,
        "size": round(node.degree / most, 3),
        "community": colours.get(node.community, 0) if node.community is not None else 0,
        "said": " · ".join(said),
        "ours": node.is_local,
    }


def _leader(picture: SituationPicture, community: int) -> NetworkNode:
    """Return what a group is called: its best connected actor."""
    members = [node for node in picture.network.nodes if node.community == community]
    return min(members, key=lambda node: (-node.degree, not node.is_local, node.label, node.id))
