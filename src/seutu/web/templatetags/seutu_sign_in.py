"""One tag for the sign-in library's pages: the text of its ``head_title`` block becomes our page_title.

Not for our own pages, whose views give them their title.
"""

from django import template
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.utils.safestring import SafeString, mark_safe

from seutu.web.shell import shell

register = template.Library()


class PageTitle(template.Node):
    """Renders what it holds into ``page_title`` of the whole page: a heading needs it after the window's title."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Set the title at the bottom of the context, where later blocks see it too, and write it."""
        said = mark_safe(" ".join(self.nodelist.render(context).split()))  # noqa: S308 - rendered and escaped already
        context.dicts[0]["page_title"] = said
        self._put_back_site(context)
        return said

    def _put_back_site(self, context: Context) -> None:
        """Undo the library's own ``site``, which would hide ours from the head and the foot of the page."""
        ours = shell(context["request"])["site"]
        for layer in context.dicts:
            if "site" in layer:
                layer["site"] = ours


@register.tag
def page_title(parser: Parser, token: Token) -> PageTitle:  # noqa: ARG001 - the signature of a tag
    """Keep what stands before ``endpage_title`` as the page's title."""
    nodelist = parser.parse(("endpage_title",))
    parser.delete_first_token()
    return PageTitle(nodelist)
