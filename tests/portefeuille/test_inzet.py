"""What is at stake at a client: what runs, what is decided soon, what is lost and still runs."""

from collections.abc import Callable
from datetime import date

from macros.portefeuille.inzet import Inzet, horizon, inzetten
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]
OPGEZEGD = ", opzegging: {door: klant, ontvangen_op: 2026-02-01}"


def klant(naam: str, eind: str, meer: str = "", bij: str = "") -> str:
    """A client with one contract of a hundred a year, up to and including `eind`."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: {eind}, jaarwaarde: 100{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def geld(alles: Portefeuille) -> dict[str, tuple[int, int, int]]:
    """What runs, what is to decide and what is lost, by client."""
    return {naam: (inzet.loopt, inzet.te_beslissen, inzet.verloren) for naam, inzet in inzetten(alles).items()}


def test_soon_is_as_far_as_a_renewal_is_prepared(portefeuille: Maak) -> None:
    """
    Eighteen months ahead, the last day included; a team that prepares shorter looks less far.
    """
    klanten = klant("a", "2027-09-16"), klant("b", "2027-09-17")

    assert {"a": (100, 100, 0), "b": (100, 0, 0)} == geld(portefeuille(*klanten))
    kort = portefeuille(*klanten, instellingen="retentiefase_maanden: 12")
    assert date(2027, 3, 16) == horizon(kort)
    assert {"a": (100, 0, 0), "b": (100, 0, 0)} == geld(kort)


def test_an_end_that_passed_is_still_to_decide(portefeuille: Maak) -> None:
    """
    Nobody wrote down what was agreed.
    """
    assert {"a": (100, 100, 0)} == geld(portefeuille(klant("a", "2026-01-31")))


def test_what_is_lost_runs_and_is_not_to_decide(portefeuille: Maak) -> None:
    """
    By notice or by a lost outcome; once the last day passed nothing is left.
    """
    verloren = ", uitkomsten: [{datum: 2026-02-01, resultaat: aanbesteed_verloren}]"
    alles = portefeuille(
        klant("opgezegd", "2026-12-31", OPGEZEGD),
        klant("niet-gegund", "2026-12-31", verloren),
        klant("blijft", "2026-12-31"),
    )

    assert {"blijft": (100, 100, 0), "niet-gegund": (100, 0, 100), "opgezegd": (100, 0, 100)} == geld(alles)
    assert {"a": (0, 0, 0)} == geld(portefeuille(klant("a", "2026-03-15", OPGEZEGD)))


def test_a_project_is_no_yearly_value(portefeuille: Maak) -> None:
    """
    It ends by itself; there is nothing to renew.
    """
    project = klant("a", "2026-12-31", ", soort: project")

    assert {"a": (0, 0, 0)} == geld(portefeuille(project))


def test_a_contract_without_a_value_is_counted(portefeuille: Maak) -> None:
    """
    It adds nothing, and the list says so.
    """
    [inzet] = inzetten(portefeuille(klant("a", "2026-12-31").replace(", jaarwaarde: 100", ""))).values()

    assert (0, 0, 1, 1) == (inzet.loopt, inzet.te_beslissen, inzet.zonder_waarde, len(inzet.kansen))


def test_worry_comes_first_and_then_the_money(portefeuille: Maak) -> None:
    """
    What the client shows leads; among those the most to decide or lost, then the name.
    """
    groot = klant("groot", "2026-12-31").replace("100", "900")
    alles = portefeuille(
        groot,
        klant("klein", "2026-12-31"),
        klant("ander", "2026-12-31"),
        klant("weg", "2026-12-31", OPGEZEGD),
    )

    op_volgorde: list[Inzet] = sorted(inzetten(alles).values(), key=lambda inzet: inzet.zorgrang)

    assert ["weg", "groot", "ander", "klein"] == [inzet.dossier.id for inzet in op_volgorde]
