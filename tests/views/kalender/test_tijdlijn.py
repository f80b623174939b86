"""The timeline: which years are in view, and what a bar looks like."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.portefeuille.beurt import aan_zet
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.kalender.tijdlijn import MERK_DAGEN, Balk, Venster, balk, venster

Maak = Callable[..., Portefeuille]


def contract(start: str, eind: str, meer: str = "") -> str:
    """A client with one contract."""
    return f"id: acme\ncontracten: [{{id: c, titel: C, startdatum: {start}, einddatum: {eind}{meer}}}]"


def beeld(portefeuille: Portefeuille) -> Venster:
    """The years that this portfolio shows."""
    standen = [stand for dossier in portefeuille.dossiers.values() for stand in dossier.contracten.values()]
    return venster(standen, portefeuille.peildatum)


def de_balk(portefeuille: Portefeuille) -> Balk:
    """The bar of the only contract."""
    [dossier] = portefeuille.dossiers.values()
    [stand] = dossier.contracten.values()
    return balk(dossier, stand, beeld(portefeuille), aan_zet(dossier, stand)[1])


@pytest.mark.parametrize(
    ("eind", "eerste", "laatste"),
    [
        ("2026-12-31", 2025, 2027),
        ("2029-06-30", 2025, 2029),
        ("2048-12-31", 2025, 2030),
        ("2025-06-30", 2025, 2027),
        ("2023-06-30", 2022, 2026),
        ("2010-06-30", 2009, 2016),
    ],
)
def test_the_years_in_view_follow_from_data_and_peildatum(
    portefeuille: Maak, eind: str, eerste: int, laatste: int
) -> None:
    """
    Last year to four years ahead, less when nothing reaches that far; an old portfolio shows the years of its end.
    """
    assert Venster(eerste, laatste) == beeld(portefeuille(contract("2008-01-01", eind)))


def test_without_contracts_there_are_still_years(portefeuille: Maak) -> None:
    """
    An empty portfolio has a view around the peildatum.
    """
    assert Venster(2025, 2027) == beeld(portefeuille())


def test_a_bar_runs_thin_then_thick_then_dashed(portefeuille: Maak) -> None:
    """
    Running, preparing the renewal, and what options may still add.
    """
    optie = ", opties: [{maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}}]"

    bar = de_balk(portefeuille(contract("2025-01-01", "2027-12-31", optie)))

    assert ["basis", "retentie", "optie"] == [vlak.soort for vlak in bar.vlakken]
    for links, rechts in zip(bar.vlakken, bar.vlakken[1:], strict=False):
        assert rechts.links == pytest.approx(links.links + links.breedte, abs=0.02)
    assert ["V", "L"] == [merk.letter for merk in bar.merken]


def test_a_bar_that_runs_out_of_view_names_its_year(portefeuille: Maak) -> None:
    """
    A contract to 2048 stays inside the width and says where it ends.
    """
    bar = de_balk(portefeuille(contract("2024-01-01", "2048-12-31")))

    assert "tot en met 2048" == bar.tot
    assert all(vlak.links + vlak.breedte <= 100 for vlak in bar.vlakken)


def test_two_deadlines_on_one_day_are_one_mark(portefeuille: Maak) -> None:
    """
    The mark has the letter of the weightiest and the words of both.
    """
    meer = (
        ", opzegtermijn: {aantal: 3, eenheid: maanden}"
        ", opties: [{maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}}]"
    )

    bar = de_balk(portefeuille(contract("2025-01-01", "2027-12-31", meer)))

    assert [("O", "opzegdeadline en optie 30 sep 2027, Anouk de Wit")] == [
        (m.letter, m.tekst) for m in bar.merken if m.letter != "V"
    ]


def test_an_ended_contract_has_no_marks(portefeuille: Maak) -> None:
    """
    What is over asks nothing.
    """
    bar = de_balk(portefeuille(contract("2024-01-01", "2026-01-31"), peildatum=date(2026, 3, 16)))

    assert (["voorbij"], ()) == ([vlak.soort for vlak in bar.vlakken], bar.merken)


def test_marks_that_would_cover_each_other_have_lanes_of_their_own(portefeuille: Maak) -> None:
    """
    Two days within two months stand above one another, each on its own day; the lanes lie around the middle.
    """
    meer = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"

    bar = de_balk(portefeuille(contract("2025-01-01", "2026-12-31", meer)))

    assert [("V", -0.5), ("A", 0.5), ("O", -0.5)] == [(merk.letter, merk.baan) for merk in bar.merken]
    assert 2 == bar.banen
    assert ["voorstel 2 jul 2026, Anouk de Wit"] == [merk.tekst for merk in bar.merken if merk.letter == "V"]


@pytest.mark.parametrize("einde", ["2025-12-31", "2026-03-31", "2026-09-30", "2027-06-30", "2028-02-29", "2030-12-31"])
@pytest.mark.parametrize("maanden", [1, 2, 4, 6, 9])
def test_no_two_marks_of_a_lane_are_nearer_than_a_mark_is_wide(portefeuille: Maak, einde: str, maanden: int) -> None:
    """
    Whatever the term of notice: also at the edges of the view, where a mark is moved to stay inside.
    """
    optie = f"{{maanden: 12, uiterlijk: {{aantal: {maanden}, eenheid: maanden}}}}"
    meer = (
        f", opzegtermijn: {{aantal: {maanden + 1}, eenheid: maanden}}, stilzwijgende_verlenging: {{maanden: 12}}"
        f", opties: [{optie}], aanbesteding: {{implementatie_dagen: 90}}"
    )
    alles = portefeuille(contract("2024-01-01", einde, meer))

    bar, jaren = de_balk(alles), beeld(alles)

    breed = 100 * MERK_DAGEN / 366 / (jaren.laatste - jaren.eerste + 1)
    for merk in bar.merken:
        elders = [ander for ander in bar.merken if ander is not merk and ander.baan == merk.baan]
        assert all(abs(ander.links - merk.links) >= breed for ander in elders if 5 < ander.links < 95)
