"""How a promise and an assumption read on the client page."""

from collections.abc import Callable

from leesbaar import regels

from macros.afleidingen.dossier import Dossier
from macros.views.klant.account_afspraken import aannames, account_beloften

Klant = Callable[..., Dossier]


def test_what_is_near_or_late_says_so(klant: Klant) -> None:
    """
    The day says more than "open"; a day far away, or none, leaves it at that, and what is done keeps its own state.
    """
    wij, _ = account_beloften(
        klant("""
        toezeggingen:
          - {id: t1, tekst: Laat, van: wij, wie: rik-smeets, gedaan_op: 2026-02-01, voor_datum: 2026-03-06}
          - {id: t2, tekst: Bijna, van: wij, voor_datum: 2026-03-18}
          - {id: t3, tekst: Straks, van: wij, voor_datum: 2026-06-01}
          - {id: t4, tekst: Ooit, van: wij}
          - {id: t5, tekst: Gedaan, van: wij, voor_datum: 2026-03-06, stand: nagekomen, stand_op: 2026-03-05}
    """)
    ).delen

    assert [
        "Laat Te laat Rik Smeets · voor 6 maart 2026, 10 dagen te laat · beloofd op 1 februari 2026",
        "Bijna Deze week voor 18 maart 2026, over 2 dagen",
        "Straks Open voor 1 juni 2026",
        "Ooit Open",
    ] == regels(wij)
    assert ["Gedaan Nagekomen voor 6 maart 2026 · bekend op 5 maart 2026"] == regels(wij.delen[0])


def test_assumptions_run_by_the_day_they_must_be_known(klant: Klant) -> None:
    """
    With how we find out and by whom; what was found out is folded away with its day.
    """
    lijst = aannames(
        klant("""
        aannames:
          - {id: n1, tekst: Bekend, stand: klopt_niet, stand_op: 2026-03-01, voor_datum: 2026-03-06}
          - {id: n2, tekst: Los}
          - {id: n3, tekst: Eerst, toets: Bellen, wie: rik-smeets, voor_datum: 2026-03-06}
    """)
    )

    assert [
        "Eerst Te laat zo zoeken we het uit: Bellen · Rik Smeets · voor 6 maart 2026, 10 dagen te laat",
        "Los Nog navragen",
    ] == regels(lijst)
    [klaar] = lijst.delen
    assert ("1 uitgezocht of vervallen", ["Bekend Klopt niet sinds 1 maart 2026"]) == (klaar.kop, regels(klaar))
