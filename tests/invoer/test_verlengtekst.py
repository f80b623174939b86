"""Texts about extension become options only when every word is certain."""

import pytest

from macros.invoer.verlengtekst import Duur, Verlenging, duur, fragment, lees, lees_lopende_tekst


@pytest.mark.parametrize(
    ("tekst", "looptijd", "opties"),
    [
        ("option to extend for 12 months", 36, (12,)),
        ("OPTION TO EXTEND FOR A FURTHER 12 MONTHS", None, (12,)),
        ("Option to extend for a further period of one year.", 24, (12,)),
        ("Possible extension of 24 months", 24, (24,)),
        ("6 months", 24, (6,)),
        ("2 x 12 months", 24, (12, 12)),
        ("Two Additional one year extensions", 24, (12, 12)),
        ("Up to a further 2 x 12 month periods", 24, (12, 12)),
        ("Up to 2 periods of 12 months each", 24, (12, 12)),
        ("Option to extend for two years in one year increments", 36, (12, 12)),
        ("Option to extend for up to 36 months in 12 month extensions", None, (12, 12, 12)),
        ("Option to extend for a further two years in annual increments", 36, (12, 12)),
        ("option to extend +1year + 1year", 36, (12, 12)),
        ("3+1", 36, (12,)),
        ("3+1+1", 36, (12, 12)),
        ("36 month initial contract period with a 24 month extension option", 36, (24,)),
        ("This is a 3 year contract with the option to extend for a further 1 year period (3+1)", 36, (12,)),
        ("option to extend for 2 years (1+1)", 36, (12, 12)),
        ("24 months, plus an optional 24 + 12 months extension options", 24, (24, 12)),
        ("optie tot verlenging met 2 maal 12 maanden", 48, (12, 12)),
        ("tweemaal met 12 maanden te verlengen", 24, (12, 12)),
        ("twee opties van elk een jaar", 36, (12, 12)),
        ("verlenging mogelijk met maximaal 2 keer 1 jaar", 24, (12, 12)),
        ("Looptijd drie jaar met een optie tot verlenging van een jaar", 36, (12,)),
    ],
)
def test_a_certain_text_becomes_options(tekst: str, looptijd: int | None, opties: tuple[int, ...]) -> None:
    """
    Numbers, words for numbers, English and Dutch: each text says how many options there are and how long.
    """
    assert Verlenging(opties) == lees(tekst, looptijd)


@pytest.mark.parametrize(
    ("tekst", "looptijd"),
    [
        ("up to 24 months", 24),
        ("tot 24 maanden", 24),
        ("with a further option to extend for up to 12 months", 24),
        ("12 months + 12 months", 12),
        ("24", 24),
        ("3+1", 48),
        ("3+1", None),
        ("36 month initial contract period with a 24 month extension option", 60),
        ("12 months subject to mutual agreement and satisfactory performance", 24),
        ("With the option to extend annually until 31st May 2030", 24),
        ("four years in two yearly increments (2 + 2 + 2)", 24),
        ("Potential renewal in 4 years", 48),
        ("option not to extend for 12 months", 24),
        ("extended for 12 months", 24),
        ("option to extend for 12 months (3+4)", 36),
        ("30 months in 12 month increments", 24),
        ("99 x 12 months", 24),
        ("0 x 12 months", 24),
        ("optie van 999 maanden", 24),
    ],
)
def test_a_doubtful_text_is_left_to_a_person(tekst: str, looptijd: int | None) -> None:
    """
    A maximum, a sum without meaning, a condition or a length that the dates deny is never guessed.
    """
    gelezen = lees(tekst, looptijd)

    assert () == gelezen.maanden
    assert gelezen.twijfel


@pytest.mark.parametrize("tekst", ["", "geen", "Nee", "N.v.t.", "no", "niet verlengbaar"])
def test_no_extension_is_no_doubt(tekst: str) -> None:
    """
    A register that says there is no option needs no attention.
    """
    assert Verlenging() == lees(tekst, 36)


def test_running_text_is_read_for_its_sentences_about_extension() -> None:
    """
    Other sentences, with options of another kind in them, do not matter.
    """
    tekst = (
        "Levering van 40 laptops, met de optie op een tas.\r\nHet contract duurt drie jaar. "
        "Optie tot verlenging met 2 x 12 maanden. Betaling binnen 30 dagen."
    )

    assert Verlenging((12, 12)) == lees_lopende_tekst(tekst, 36)
    assert "Optie tot verlenging met 2 x 12 maanden" == fragment(tekst)
    assert Verlenging() == lees_lopende_tekst("Een optie om een tweede bed te gebruiken.", 36)


def test_sentences_that_contradict_each_other_are_doubtful() -> None:
    """
    One sentence says a year, another says two.
    """
    gelezen = lees_lopende_tekst("Option to extend for 12 months. Option to extend for 24 months.", 36)

    assert Verlenging((), "de zinnen over verlenging zeggen niet hetzelfde") == gelezen


@pytest.mark.parametrize(("tekst", "kop", "verwacht"), [
    ("12 maand(en)", "", 12), ("1 year(s)", "", 12), ("12.0", "Looptijd (mnd)", 12), ("24,0 maanden", "", 24),
    ("1,5 jaar", "", 18), ("anderhalf jaar", "", 18), ("2.5", "Duur in jaren", 30),
])  # fmt: skip
def test_a_length_as_forms_and_programs_write_it(tekst: str, kop: str, verwacht: int) -> None:
    """
    The plural between brackets, a whole number with a zero behind its point, and half a year more.
    """
    assert Duur(verwacht, "maanden") == duur(tekst, kop)


@pytest.mark.parametrize("tekst", ["-12 maanden", "- 3", "1.000 maanden", "12,5 maanden", "1,5"])
def test_a_length_that_cannot_be_is_a_doubt(tekst: str) -> None:
    """
    A minus is no dash to read over.
    """
    assert not duur(tekst, "Looptijd (mnd)").zeker
