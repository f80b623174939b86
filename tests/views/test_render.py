"""Rendering: every value is escaped exactly once, whatever it is."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.views import render
from macros.woorden import labels


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
        ("`~{ {{ 7*7 }}", "&#96;&#126;&#123; &#123;&#123; 7*7 }}"),
        ("een\r\ntwee", "een<br>twee"),
        (None, ""),
        (7.5, "7.5"),
        (Markup("<i>goed</i>"), "<i>goed</i>"),
    ],
)
def test_a_value_is_escaped_once(waarde: object, verwacht: str) -> None:
    """
    Text is escaped, markup stays, and what passed through a macro or a filter is not escaped again.
    """
    delen = ["{{ w }}", "{{ los(w) }}", "{% for x in [w] %}{{ x }}{% endfor %}", "{{ w if w else w }}"]
    sjabloon = render.omgeving().from_string("{% macro los(x) %}{{ x }}{% endmacro %}" + "|".join(delen))

    assert sjabloon.render(w=waarde) == "|".join([verwacht] * 4)


def test_a_label_prints_itself() -> None:
    """
    A label of the site is its word with its symbol, not an escaped piece of HTML.
    """
    sjabloon = render.omgeving().from_string("{{ label }}")

    assert '<span class="status' in sjabloon.render(label=labels.FASE["retentie"])


def test_a_missing_name_is_an_error() -> None:
    """
    A template that uses what its view does not have fails, instead of printing nothing.
    """
    sjabloon = render.omgeving().from_string("{{ bestaat_niet }}")

    with pytest.raises(Exception, match="bestaat_niet"):
        sjabloon.render()
