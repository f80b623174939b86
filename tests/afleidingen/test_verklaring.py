"""Explained values and how their steps read."""

from datetime import date

from macros.afleidingen.verklaring import Verklaard, feit, instelling, regel, regels, uitkomst, zin
from macros.woorden.taal import Hoeveel

STAPPEN = (
    feit("einddatum {}", date(2026, 12, 31), veld="contracten.beheer.einddatum"),
    regel("opzegtermijn {}", Hoeveel(3, "maand", "maanden"), handboek="contractdatums/#opzegdeadline"),
    instelling("{} eerder in actie", Hoeveel(20, "werkdag", "werkdagen"), veld="werkdagen_marge_opzegging"),
    uitkomst("{}", date(2026, 9, 2)),
)


def test_steps_read_as_one_line() -> None:
    """The steps of a value are one sentence with arrows."""
    verklaard = Verklaard(date(2026, 9, 2), STAPPEN)

    regel_tekst = zin(verklaard.stappen)

    assert (
        "einddatum 31 december 2026 → opzegtermijn 3 maanden → 20 werkdagen eerder in actie → 2 september 2026"
        == regel_tekst
    )


def test_each_line_says_where_it_comes_from() -> None:
    """A fact names its field, a rule its paragraph, a setting its id; a result needs no source."""
    lijst = list(regels(STAPPEN))

    assert "feit        einddatum 31 december 2026  [contracten.beheer.einddatum]" == lijst[0]
    assert "regel       opzegtermijn 3 maanden  [handboek/contractdatums/#opzegdeadline]" == lijst[1]
    assert "instelling  20 werkdagen eerder in actie  [werkdagen_marge_opzegging]" == lijst[2]
    assert "uitkomst    2 september 2026" == lijst[3]


def test_braces_in_a_clients_text_stay_text() -> None:
    """What an account file says is filled in, never read as a template."""
    stap = feit("contract {}", "Beheer {0} {{x}}", veld="contracten.x.titel")

    assert "contract Beheer {0} {{x}}" == stap.tekst
