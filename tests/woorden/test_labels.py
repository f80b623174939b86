"""The words of the site."""

from typing import Any, get_args

import pytest
from markupsafe import escape

from macros.model import basis, canvas, contact, contract, team
from macros.woorden import labels
from macros.woorden.labels import Label

TABELLEN = [
    (labels.OORDEEL, basis.Kleur),
    (labels.OORDEEL_BRON, basis.OordeelBron),
    (labels.LAAG, basis.Laag),
    (labels.VORM, basis.Vorm),
    (labels.SEGMENT, basis.Segment),
    (labels.HOUDING, team.Houding),
    (labels.ROL_BVT, team.RolBvt),
    (labels.NIEUWSBRIEF, team.Nieuwsbrief),
    (labels.SIGNAAL, contact.SoortSignaal),
    (labels.SOORT_CONTRACT, contract.SoortContract),
    (labels.RESULTAAT, contract.Resultaat),
    (labels.ACTIE_STATUS, canvas.StatusActie),
]


@pytest.mark.parametrize(("tabel", "keuze"), TABELLEN)
def test_every_value_of_the_model_has_a_word(tabel: dict[str, Label], keuze: Any) -> None:
    """
    A table holds exactly the values that a file may name.
    """
    assert set(get_args(keuze)) == set(tabel)


def test_a_judgement_about_a_person_is_worded_kindly() -> None:
    """
    Who is critical in the file is "Nog niet overtuigd" on the site (domain 5.10).
    """
    assert "Nog niet overtuigd" == labels.HOUDING["kritisch"].tekst


def test_a_label_prints_itself_with_word_symbol_and_colour() -> None:
    """
    The class gives the colour, the attribute the symbol; hostile words stay text.
    """
    label = Label("<b>Let op</b>", "▲", "let-op")

    assert '<span class="status status--let-op" data-symbool="▲">&lt;b&gt;Let op&lt;/b&gt;</span>' == str(escape(label))


def test_unknown_has_a_word_and_a_made_up_value_shows_itself() -> None:
    """
    None is "Onbekend"; a word that only this team uses is shown as it is.
    """
    assert labels.ONBEKEND == labels.woord(labels.OORDEEL, None)
    assert Label("in gesprek") == labels.woord(labels.OORDEEL, "in gesprek")


@pytest.mark.parametrize("tabel", [labels.FASE, labels.STAND, labels.CANVAS_STAND, labels.OORDEEL, labels.KLANTBEELD])
def test_states_differ_without_colour(tabel: dict[str, Label]) -> None:
    """
    In grey print two states of one colour still differ, by their word.
    """
    assert len(tabel) == len({label.tekst for label in tabel.values()})
    assert all(label.symbool for label in tabel.values())
