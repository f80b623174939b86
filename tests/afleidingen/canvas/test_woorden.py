"""The forms of one word get one stem, and words that say nothing are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.afleidingen.canvas.lesgelijkenis import GEWOON, VAKTAAL, stam, stammen


@pytest.mark.parametrize(
    "vormen",
    [
        "afspraak afspraken", "gesprek gesprekken", "beslisser beslissers", "tarief tarieven", "prijs prijzen",
        "locatie locaties", "les lessen", "brief brieven", "huis huizen", "verzet verzetten", "proces processen",
        "vertrekt vertrekken", "filiaal filialen", "restpunt restpunten",
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(vormen: str) -> None:
    """
    Plural, doubled letters and v for f do not matter.
    """
    assert 1 == len({stam(vorm) for vorm in vormen.split()})


@pytest.mark.parametrize(
    ("een", "ander"), [("inkoper", "inkoop"), ("kans", "kansel"), ("open", "opening"), ("huis", "hui")]
)
def test_different_words_keep_different_stems(een: str, ander: str) -> None:
    """
    Little is taken off: a stem keeps at least three letters.
    """
    assert stam(een) != stam(ander)


def test_words_that_say_nothing_are_left_out() -> None:
    """
    Of a sentence only what tells it from others is left, in its order and as it was written.
    """
    assert ["inkoper", "benchmark", "tarieven"] == list(
        stammen("De nieuwe inkoper vroeg om een benchmark van onze tarieven").values()
    )


def test_accents_do_not_matter() -> None:
    """
    One writes "één coördinator", another "een coordinator"; the word is shown as it was written.
    """
    assert ["coördinator"] == list(stammen("Eén coördinator").values())
    assert stammen("coördinator").keys() == stammen("COORDINATOR").keys()


def test_no_word_stands_in_both_lists() -> None:
    """
    A word is left out for one reason.
    """
    assert set() == GEWOON & VAKTAAL


@given(st.text())
def test_any_text_can_be_read(tekst: str) -> None:
    """
    No text of a file breaks it, and reading it twice gives the same.
    """
    assert stammen(tekst) == stammen(tekst)
    assert all(len(woord) >= 3 or not woord.isascii() for woord in stammen(tekst).values())


@given(st.text(alphabet="abcdefghijklmnoprstuvwz", min_size=1, max_size=15))
def test_a_stem_is_never_empty(woord: str) -> None:
    """
    A word of one letter has a stem too.
    """
    assert stam(woord)
    assert len(stam(woord)) <= len(woord)
