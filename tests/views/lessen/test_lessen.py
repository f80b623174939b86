"""Lessons: what they say, where they are seen again, which client looks like one, and who went through them."""

from collections.abc import Callable

import pytest
from leesbaar import blokken, tabel, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Tussenkop, Vouw, Zin
from macros.views.delen.register import Register
from macros.views.delen.stukken import Bij
from macros.views.klant.account_nu import account_lessen
from macros.views.lessen.lessen import lessen, lessen_signalen, lessenronde

Maak = Callable[..., Portefeuille]
LESSEN = """
    lessen:
      - id: prijs
        titel: De prijs kwam eerst
        ontstaan_op: 2024-05-01
        account: anoniem
        pijler: relaties
        reden: Wij stuurden tarieven
        waarschuwingssignalen: [Een nieuwe inkoper vraagt tarieven]
        actiestappen: [{tekst: Spreek de beslisser, wie: accountmanager, binnen_dagen: 1}, {tekst: Wacht met tarieven}]
      - {id: nieuw, titel: Nieuwste, ontstaan_op: 2025-05-01, account: stille-bv}
      - {id: weg, titel: Vervallen, status: vervallen}
"""


def klant(meer: str, naam: str = "acme", accountmanager: str = "anouk-de-wit") -> str:
    """A client with a running contract."""
    return f"""
        id: {naam}
        naam: {naam.title()}
        driehoek: {{accountmanager: {accountmanager}}}
        contracten: [{{id: c, titel: Beheer, startdatum: 2025-04-01, einddatum: 2029-12-31}}]
        {meer}
    """


LIJKT = "problemen: [{id: p, tekst: Inkoper klaagt over tarieven, sinds: 2026-03-02}]"


def test_a_client_that_looks_like_a_lesson(portefeuille: Maak) -> None:
    """
    What was seen, which words matched, and every step with who and when.
    """
    pagina = lessen_signalen(portefeuille(klant(LIJKT), klant("", "rustig"), lessen=LESSEN))

    assert ["1 klant lijkt op een eerdere les."] == [woorden(zin) for zin in blokken(pagina, Zin)]
    assert [
        {
            "Klant": "Acme Anouk de Wit Zo leg je het vast",
            "Eerdere les": "Lijkt op De prijs kwam eerst “Inkoper klaagt over tarieven”, probleem van 2 maart 2026."
            " Lijkt op “Een nieuwe inkoper vraagt tarieven” door: inkoper en tarieven"
            " → Spreek de beslisser (accountmanager, binnen 1 dag) → Wacht met tarieven",
        }
    ] == tabel(blokken(pagina, Register)[0])


def test_what_was_agreed_goes_before_the_steps_of_the_lesson(portefeuille: Maak) -> None:
    """
    A recorded sign has its own step.
    """
    signaal = "signalen: [{datum: 2026-03-02, les: prijs, signaal: Ramdin rekent, actiestap: Dijkhof bellen}]"

    [rij] = tabel(blokken(lessen_signalen(portefeuille(klant(signaal), lessen=LESSEN)), Register)[0])

    assert (
        "Zelf gezien De prijs kwam eerst “Ramdin rekent”, genoteerd op 2 maart 2026 → Dijkhof bellen"
        == rij["Eerdere les"]
    )


def test_a_client_that_is_gone_is_left_alone(portefeuille: Maak) -> None:
    """
    The lesson comes too late for it.
    """
    weg = LIJKT + "\n        in_beheer_sinds: 2025-04-01"
    portfolio = portefeuille(
        klant(weg).replace("2029-12-31", "2025-12-31, uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]"),
        lessen=LESSEN,
    )

    assert () == blokken(lessen_signalen(portfolio), Register)[0].rijen
    assert "Niets genoteerd" in render.html(account_lessen(portfolio.dossiers["acme"]))


@pytest.mark.parametrize(
    ("bestand", "zin"),
    [
        (
            "lessen: []",
            "Er zijn nog geen lessen om mee te vergelijken. Schrijf er een na elke terugblik.",
        ),
        (LESSEN, "Bij geen klant is iets genoteerd dat op een eerdere les lijkt."),
    ],
)
def test_nothing_found_says_why(portefeuille: Maak, bestand: str, zin: str) -> None:
    """
    Nothing to compare with is not the same as nothing seen.
    """
    assert [zin] == [woorden(z) for z in blokken(lessen_signalen(portefeuille(klant(""), lessen=bestand)), Zin)]


def test_the_client_page_is_small_when_nothing_was_seen(portefeuille: Maak) -> None:
    """
    One sentence; with a likeness it links to the lesson.
    """
    leeg, vol = (account_lessen(portefeuille(klant(meer), lessen=LESSEN).dossiers["acme"]) for meer in ("", LIJKT))

    assert 120 > len(render.html(leeg, "../../").encode())
    assert 'href="../../lessen/#les-prijs"' in render.html(vol, "../../")


def test_lessons_hold_or_have_lapsed(portefeuille: Maak) -> None:
    """
    The latest first; the ones that no longer hold apart.
    """
    pagina = lessen(portefeuille(lessen=LESSEN))

    assert ["Nieuwste", "De prijs kwam eerst"] == [kop.tekst for kop in blokken(pagina, Tussenkop)]
    assert "Relaties · Naam niet getoond · 1 mei 2024" == woorden(blokken(pagina, Bij)[1])
    [vervallen] = blokken(pagina, Vouw)
    assert woorden(vervallen).startswith("1 vervallen Vervallen ")


def test_a_lesson_of_a_client_without_name_has_no_name(portefeuille: Maak) -> None:
    """
    Wherever a client that left occurs: where the lesson came from, where its sign was seen, and what looks like it.
    """
    stil = klant(
        """anoniem: true
        signalen:
          - {datum: 2026-03-01, les: nieuw, signaal: Gezien, gedaan_op: 2026-03-05, uitkomst: Opgelost}
          - {datum: 2026-03-02, les: prijs, signaal: Nog eens}""",
        "stille-bv",
    ).replace("2029-12-31", "2025-12-31, uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]")
    portfolio = portefeuille(stil, lessen=LESSEN)

    html = "".join(render.html(maak(portfolio)) for maak in (lessen, lessen_signalen))

    assert "stille" not in html.lower()
    assert "Naam niet getoond" in html


def test_where_a_sign_was_seen_since(portefeuille: Maak) -> None:
    """
    The latest first, with what became of it; a sign to come is not there yet.
    """
    signalen = """signalen:
          - {datum: 2026-01-05, les: prijs, signaal: Eerste, gedaan_op: 2026-01-09, uitkomst: Opgelost}
          - {datum: 2026-03-05, les: prijs, actiestap: Bellen}
          - {datum: 2026-04-05, les: prijs, signaal: Komt nog}"""
    gezien = blokken(lessen(portefeuille(klant(signalen), lessen=LESSEN)), Vouw)[0]

    assert (
        "2 keer gezien sinds de les"
        " Acme 5 maart 2026: signaal zonder omschrijving · nog open: Bellen"
        " Acme 5 januari 2026: Eerste · gedaan op 9 januari 2026: Opgelost"
    ) == woorden(gezien)


def test_the_round_of_each_account_manager(portefeuille: Maak) -> None:
    """
    By name and not by lateness; of who left the deputy does it.
    """
    portfolio = portefeuille(
        klant("", "een", "eva-weg"), klant("", "twee", "anouk-de-wit"), klant("", "drie", "anouk-de-wit"), lessen=LESSEN
    )

    assert [
        ("Anouk de Wit 2 klanten Zo leg je het vast", "Nog nooit", "nog niet vastgelegd"),
        ("Eva Weg 1 klant, nu Bram Oudkerk Zo leg je het vast", "Nog nooit", "nog niet vastgelegd"),
    ] == [tuple(rij.values())[:3] for rij in tabel(lessenronde(portfolio))]


def test_without_lessons_nobody_is_late(portefeuille: Maak) -> None:
    """
    A portfolio that was just imported has none; without clients there is nobody to list.
    """
    assert ["nog geen lessen"] == [rij["Stand"] for rij in tabel(lessenronde(portefeuille(klant(""))))]
    assert "Nog geen accountmanager" in render.html(lessenronde(portefeuille()))


def test_a_contract_manager_finds_the_own_clients(portefeuille: Maak) -> None:
    """
    The filter knows everyone of the triangle.
    """
    met_rik = klant(LIJKT).replace(
        "accountmanager: anouk-de-wit", "accountmanager: anouk-de-wit, contractmanager: rik-smeets"
    )

    pagina = render.html(lessen_signalen(portefeuille(met_rik, lessen=LESSEN)))

    assert '<option value="rik-smeets">Rik Smeets</option>' in pagina
    assert 'data-wie="anouk-de-wit rik-smeets"' in pagina
