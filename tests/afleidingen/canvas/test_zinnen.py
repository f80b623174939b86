"""Where a Dutch sentence ends."""

import pytest

from macros.afleidingen.canvas.zinnen import zinnen

GEVALLEN = {
    "": (),
    "Eén zin zonder punt": ("Eén zin zonder punt",),
    "Eerst dit. Dan dat.": ("Eerst dit.", "Dan dat."),
    "Kan dat? Ja! Dus door": ("Kan dat?", "Ja!", "Dus door"),
    "We leveren o.a. 3,5 fte voor 1.200 euro p.m. en meer.": ("We leveren o.a. 3,5 fte voor 1.200 euro p.m. en meer.",),
    "Bijv. Brasmeer, i.v.m. De piek.": ("Bijv. Brasmeer, i.v.m. De piek.",),
    "Acme B.V. Nederland doet mee.": ("Acme B.V. Nederland doet mee.",),
    "Samen met Acme B.V. Daarna verlengen we.": ("Samen met Acme B.V.", "Daarna verlengen we."),
    "Laptops, telefoons enz. Wij leveren alles.": ("Laptops, telefoons enz.", "Wij leveren alles."),
    "J. de Vries en M.A. Jansen tekenen.": ("J. de Vries en M.A. Jansen tekenen.",),
    "Dat halen we in 2026. 2027 wordt spannend.": ("Dat halen we in 2026.", "2027 wordt spannend."),
    'Hij zei: "Nee." Toen toch ja.': ('Hij zei: "Nee."', "Toen toch ja."),
    "Eerst dit… Later dat": ("Eerst dit…", "Later dat"),
    "Op 1 mei is het\nklaar.": ("Op 1 mei is het klaar.",),
    "- één\n- twee": ("één", "twee"),
    "Eerste alinea\n\nTweede alinea": ("Eerste alinea", "Tweede alinea"),
    "Groei naar 80%. Élke locatie.": ("Groei naar 80%.", "Élke locatie."),
}


@pytest.mark.parametrize("tekst", GEVALLEN)
def test_a_full_stop_ends_a_sentence_or_not(tekst: str) -> None:
    """
    Abbreviations, initials and numbers keep their full stop.
    """
    assert GEVALLEN[tekst] == zinnen(tekst)
