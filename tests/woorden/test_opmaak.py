"""The small templates: what is put in is escaped, what is markup stays, and nothing is read as a format."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from macros.woorden.opmaak import opmaak


@given(st.lists(st.one_of(st.text(), st.integers(), st.none(), st.dates(), st.text().map(Markup)), max_size=4))
def test_it_is_what_format_makes(waarden: list[object]) -> None:
    """
    The same as the slow way of MarkupSafe, for text with braces and tags, numbers, days and markup.
    """
    mal = Markup("<i>") + Markup("<b>{}</b> ") * len(waarden)

    assert mal.format(*waarden) == opmaak(mal, *waarden)


def test_a_value_is_never_a_template() -> None:
    """
    Braces and tags of a value are data, also where the value before it is markup.
    """
    assert opmaak("{}-{}", Markup("<b>"), "{}<b>") == "<b>-{}&lt;b&gt;"
    assert isinstance(opmaak("{}", date(2026, 3, 1)), Markup)


@pytest.mark.parametrize("waarden", [(), ("a", "b")], ids=["too few", "too many"])
def test_every_place_gets_one_value(waarden: tuple[str, ...]) -> None:
    """
    A place too many would print nothing and be seen by nobody.
    """
    with pytest.raises(ValueError, match="zip"):
        opmaak("<p>{}</p>", *waarden)
