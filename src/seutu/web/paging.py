"""One page of a long list and the page numbers under it. Not for the filters over the list."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seutu.core.figures import write_number
from seutu.core.text import Language

PAGE = 50


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any]) -> Page[Any]:
    """Return the page of rows the address asks for; a number out of range gives the nearest page."""
    return Paginator(rows, PAGE).get_page(request.GET.get("page"))


def page_numbers(
    page: Page[Any], language: Language, query: Mapping[str, Sequence[str]] | None = None, *, path: str = ""
) -> dict[str, Any] | None:
    """Return the context of components/pagination.html; None when everything is on one page.

    ``query`` is what else the address of a page asks for; ``path`` is its beginning, where it is not the one at hand.
    """
    if page.paginator.num_pages < 2:  # noqa: PLR2004 - one page needs no numbers
        return None

    def url(number: int) -> str:
        return f"{path}?{urlencode({**(query or {}), 'page': [number]}, doseq=True)}"

    shown: list[dict[str, Any]] = []
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1):
        if isinstance(number, int):
            shown.append({"number": number, "url": url(number), "current": number == page.number})
        else:
            shown.append({"gap": True})
    return {
        "sentence": _("Rows %(first)s–%(last)s of %(total)s")
        % {
            "first": write_number(page.start_index(), language),
            "last": write_number(page.end_index(), language),
            "total": write_number(page.paginator.count, language),
        },
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
        "pages": shown,
    }
