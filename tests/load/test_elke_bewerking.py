"""Whatever is edited by address: the file says what was meant, and no other line of it changed."""

from __future__ import annotations

import random

from bewerken import Proef
from hypothesis import given
from hypothesis import strategies as st


@given(begin=st.integers(0, 2**32), vreemde=st.booleans())
def test_random_edits(begin: int, vreemde: bool) -> None:  # noqa: FBT001  hypothesis fills it
    """
    Set, remove and add at every path of the model, in the examples and in files written in odd ways.
    """
    proef = Proef(random.Random(begin), vreemde=vreemde)  # noqa: S311  the same edits for the same number

    for _ in range(10):
        proef.bewerk()
