"""The block tags `tabs` and `tab`: panels one below the other, turned into tabs where scripts run."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

_TABS = "qorgau_tabs"


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its anchor, its title and what stands on it."""

    anchor: str
    title: str
    content: str


class TabsNode(template.Node):
    """`{% tabs %}{% tab "Title" "anchor" %}...{% endtab %}{% endtabs %}`."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: template.Context) -> SafeString:
        """Let every panel report, then draw them."""
        panels: list[Panel] = []
        with context.push(**{_TABS: panels}):
            self.nodelist.render(context)
        return render_to_string("site/components/tabs.html", {"panels": panels})


class TabNode(template.Node):
    """One panel of the tabs around it."""

    def __init__(self, title: FilterExpression, anchor: FilterExpression, nodes: NodeList) -> None:
        self.title, self.anchor, self.nodelist = title, anchor, nodes

    def render(self, context: template.Context) -> str:
        """Report the panel to the tabs around it."""
        panels = context.get(_TABS)
        if panels is None:
            raise template.TemplateSyntaxError("`tab` stands outside `tabs`. Put {% tabs %} around it.")
        panels.append(
            Panel(
                str(self.anchor.resolve(context)),
                str(self.title.resolve(context)),
                self.nodelist.render(context),
            )
        )
        return ""


def tabs(parser: Parser, token: Token) -> TabsNode:
    """Read `{% tabs %}`."""
    nodes = parser.parse(("endtabs",))
    parser.delete_first_token()
    return TabsNode(nodes)


def tab(parser: Parser, token: Token) -> TabNode:
    """Read `{% tab "Title" "anchor" %}`."""
    words = token.split_contents()
    if len(words) != 3:
        raise template.TemplateSyntaxError('Write {% tab "Title" "anchor" %}: a title and an anchor.')
    nodes = parser.parse(("endtab",))
    parser.delete_first_token()
    return TabNode(parser.compile_filter(words[1]), parser.compile_filter(words[2]), nodes)
