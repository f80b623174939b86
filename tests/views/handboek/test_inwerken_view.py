"""Jouw klanten: what a new account manager takes over, whom to meet, and which days come first."""

import re
from collections.abc import Callable

from leesbaar import blokken, delen, regel, woorden

from macros.afleidingen.contact.bezetting import overdracht
from macros.model.account import Account
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Blad
from macros.views.delen.werklijst import Werklijst
from macros.views.handboek.inwerken import inwerken

Maak = Callable[..., Portefeuille]
LOPEND = "contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]"
RETENTIE = "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]"
VAN_EVA = "vorige_accountmanager: eva-weg\novergedragen_op: 2026-01-05"


def klant(naam: str, *regels: str) -> str:
    """A client with these lines."""
    return "\n".join((f"id: {naam}", f"naam: Klant {naam}", *regels))


def nieuw(pagina: Blad) -> str:
    """What the page says of the only client of the first colleague."""
    [rij] = next(iter(delen(pagina).values())).regels
    return regel(rij)["wat"]


def test_each_account_manager_has_an_own_list(portefeuille: Maak) -> None:
    """
    By name, with what was handed over last in front; a client that ended or has no contract is left out.
    """
    pagina = inwerken(
        portefeuille(
            klant("aaa", LOPEND),
            klant("bbb", LOPEND, VAN_EVA),
            klant("ccc", LOPEND, "driehoek: {accountmanager: bram-oudkerk}"),
            klant(
                "oud",
                "contracten: [{id: c, titel: C, startdatum: 2020-01-01, einddatum: 2025-12-31, "
                "uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}]",
            ),
            klant("leeg"),
        )
    )

    lijst = delen(pagina)
    assert {"Anouk de Wit": ["Klant bbb", "Klant aaa"], "Bram Oudkerk": ["Klant ccc"]} == {
        naam: [regel(rij)["klant"].removesuffix(" Operationeel") for rij in deel.regels] for naam, deel in lijst.items()
    }
    assert [
        "Twee klanten, waarvan één overgenomen. Zo begin je · Alles wat nu moet",
        "Eén klant. Alles wat nu moet",
    ] == [woorden(deel.noot) for deel in lijst.values()]
    [keuze] = blokken(pagina, Werklijst)[0].keuzes
    assert (("anouk-de-wit", "Anouk de Wit"), ("bram-oudkerk", "Bram Oudkerk")) == keuze.opties


def test_a_handover_says_what_it_left_open(portefeuille: Maak) -> None:
    """
    From whom and when, the promises still open, and whether the change was written down.
    """
    belofte = "toezeggingen: [{id: t, tekst: Rapport sturen, van: wij}, {id: u, tekst: Cijfers geven, van: klant}]"
    pagina = inwerken(portefeuille(klant("aaa", LOPEND, VAN_EVA, belofte)))

    assert (
        "Overgenomen van Eva Weg op 5 januari 2026. Let op: één toezegging staat nog open"
        " en de wisseling staat nog niet bij de wijzigingen. Lees het dossier."
    ) in nieuw(pagina)


def test_what_a_handover_left_open_leads_to_it(portefeuille: Maak) -> None:
    """
    To the promises of that client, and to the lines that write the change down.
    """
    belofte = "toezeggingen: [{id: t, tekst: Rapport sturen, van: wij}]"

    html = render.html(inwerken(portefeuille(klant("aaa", LOPEND, VAN_EVA, belofte))))

    assert re.search(r'href="[./]*accounts/aaa/#beloften">één toezegging', html)
    assert re.search(r'href="[./]*accounts/aaa/gebeurd/#overdracht">de wisseling', html)


def test_a_day_names_its_contract_and_says_when_it_is_late(portefeuille: Maak) -> None:
    """
    With one contract no name is needed; a day that passed is said to be late.
    """
    twee = (
        "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}, "
        "{id: d, titel: Printen, startdatum: 2024-01-01, einddatum: 2026-03-01}]"
    )

    een, meer = (nieuw(inwerken(portefeuille(klant("aaa", regel)))) for regel in (RETENTIE, twee))

    assert "Voorstel uiterlijk 2 okt 2026" in een
    assert "Einddatum Printen 1 mrt 2026 Te laat" in meer


def test_a_recorded_change_of_our_team_counts_around_the_day(account: Callable[..., Account]) -> None:
    """
    A month before the handover is early enough; the change before that was about somebody else.
    """

    def vastgelegd(dag: str) -> bool:
        regel = f"wijzigingen: [{{datum: {dag}, soort: eigen_team, tekst: Anouk volgt Eva op}}]"
        gekregen = overdracht(account(f"{VAN_EVA}\n{regel}"))
        assert gekregen is not None
        return gekregen.vastgelegd

    assert None is overdracht(account())
    assert [True, True, False] == [vastgelegd(dag) for dag in ("2026-01-20", "2025-12-05", "2025-12-04")]


def test_a_handover_without_a_day_is_still_one(portefeuille: Maak) -> None:
    """
    Then any change of our team counts, and no day is printed.
    """
    wijziging = "wijzigingen: [{datum: 2020-01-01, soort: eigen_team, tekst: Anouk volgt Eva op}]"
    pagina = inwerken(portefeuille(klant("aaa", LOPEND, "vorige_accountmanager: eva-weg", wijziging)))

    assert nieuw(pagina).startswith("Overgenomen van Eva Weg. Lees het dossier. Datums:")


def test_people_to_meet_are_new_faces_and_deciders_who_do_not_know_me(portefeuille: Maak) -> None:
    """
    First who has a last day, then who decides; who left, who knows me and who decides nothing are not named.
    """
    mensen = """
contactpersonen:
  - {id: a, naam: A. Aa, functie: directeur, laag: strategisch, rol_bvt: beslisser, relaties: [rik-smeets]}
  - {id: b, naam: B. Bee, functie: inkoper, laag: tactisch, rol_bvt: inkoper, sinds: 2026-03-01}
  - {id: c, naam: C. Cee, functie: manager, laag: tactisch, rol_bvt: beinvloeder, relaties: [anouk-de-wit]}
  - {id: d, naam: D. Dee, functie: manager, laag: tactisch, rol_bvt: beslisser, vertrokken_op: 2026-01-01}
  - {id: e, naam: E. Ee, functie: gebruiker, laag: operationeel, rol_bvt: gebruiker}
  - {id: f, naam: F. Ef, functie: bestuurder, laag: strategisch, rol_bvt: beslisser}
  - {id: g, naam: G. Gee, functie: bestuurder, laag: strategisch, rol_bvt: beslisser}
"""
    pagina = inwerken(portefeuille(klant("aaa", LOPEND, mensen)))

    mensen = "B. Bee, inkoper (uiterlijk 31 maart 2026); A. Aa, directeur; F. Ef, bestuurder"
    assert f"Kennismaken: {mensen} en nog 1 Datums:" in nieuw(pagina)


def test_names_can_stay_off_the_page(portefeuille: Maak) -> None:
    """
    With `toon_contactnamen: false` only the function is printed.
    """
    mens = "contactpersonen: [{id: a, naam: A. Aa, functie: directeur, laag: strategisch, rol_bvt: beslisser}]"
    html = render.html(inwerken(portefeuille(klant("aaa", LOPEND, mens), instellingen="toon_contactnamen: false")))

    assert "Kennismaken: directeur" in html
    assert "A. Aa" not in html


def test_a_contract_that_waits_for_a_canvas_is_named(portefeuille: Maak) -> None:
    """
    With the link to the place where it is begun; a canvas in use is linked itself.
    """
    b_klant = "segment_keuze: {segment: B, reden: Gewoon, op: 2026-01-01}"
    canvas = "canvassen: [{id: '2026', contracten: [c], gestart_op: 2026-02-01}]"
    html = render.html(inwerken(portefeuille(klant("aaa", RETENTIE, b_klant), klant("bbb", RETENTIE, b_klant, canvas))))

    assert '<a href="accounts/aaa/#canvas">Beheer</a>' in html
    assert '<a href="accounts/bbb/canvas/2026/">2026</a>' in html
    assert 1 == html.count("Nog niet begonnen")


def test_the_first_days_come_with_their_reason(portefeuille: Maak) -> None:
    """
    Two days, late ones in front; each leads to where it is explained.
    """
    canvas = 'canvassen: [{id: "2026", contracten: [c], gestart_op: 2025-07-01}]'
    html = render.html(inwerken(portefeuille(klant("aaa", RETENTIE, canvas))))

    assert ["waarom-c-tussenevaluatie-op", "waarom-c-voorstel-uiterlijk"] == re.findall(r"aaa/#(waarom-[^\"]*)", html)


def test_an_empty_portfolio_says_when_a_client_appears(portefeuille: Maak) -> None:
    """
    Words instead of an empty list.
    """
    assert "Er is nog geen accountmanager met een klant." in render.html(inwerken(portefeuille()))
