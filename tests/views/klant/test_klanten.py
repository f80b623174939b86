"""The register of clients: nearest decision first, and who has no contract apart."""

from collections.abc import Callable
from datetime import date

from leesbaar import blokken, sorteer, tabel, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen import namen
from macros.views.delen.blad import Vouw, Zin
from macros.views.delen.register import Register
from macros.views.klant.account_contracten import account_contracten
from macros.views.klant.accountkop import accountkop
from macros.views.klant.klanten import klanten
from macros.views.op_het_spel.op_het_spel import op_het_spel

Maak = Callable[..., Portefeuille]


def klant(naam: str, eind: str, meer: str = "") -> str:
    """A client with one contract up to and including `eind`."""
    contract = f"{{id: c, titel: C, startdatum: 2024-01-01, einddatum: {eind}{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{contract}]"


def test_the_nearest_decision_comes_first(portefeuille: Maak) -> None:
    """
    A contract that ends in 2026 is decided before one that ends in 2029.
    """
    pagina = klanten(portefeuille(klant("later", "2029-12-31"), klant("eerst", "2026-12-31")))

    [register] = blokken(pagina, Register)
    assert [("eerst", "31 dec 2026 over 290 dagen"), ("later", "31 dec 2029")] == [
        (rij["Klant"], rij["Beslismoment"]) for rij in tabel(register)
    ]


def test_the_own_call_stands_beside_the_klantbeeld(portefeuille: Maak) -> None:
    """
    The most serious call on a contract is shown, and the reason of the klantbeeld with it.
    """
    meer = ", inschatting: {verwachting: vertrekt, op: 2026-03-02, bron: gesprek}"

    [register] = blokken(klanten(portefeuille(klant("acme", "2026-12-31", meer))), Register)

    [rij] = tabel(register)
    assert "Vertrekt" == rij["Eigen inschatting"]
    assert "Zorg C: eigen inschatting is vertrekt (2 maart 2026)" == rij["Klantbeeld"]


def test_a_project_that_is_decided_first_is_no_yearly_value(portefeuille: Maak) -> None:
    """
    Both days are named where they differ, and the client page has the same amount a year, the project beside it.
    """
    acme = """
        id: acme
        naam: Acme
        contracten:
          - {id: p, titel: Verhuizing, soort: project, startdatum: 2026-01-01, einddatum: 2026-05-29, jaarwaarde: 8000}
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 5000}
    """
    alles = portefeuille(acme)

    [register] = blokken(klanten(alles), Register)
    [rij] = tabel(register)
    kop = woorden(render.html(accountkop(alles.dossiers["acme"])))

    assert "29 mei 2026 over 74 dagen" == rij["Beslismoment"]
    assert "€ 5.000 € 5.000 te beslissen op 31 dec 2026 het project, van 29 mei 2026, telt hier niet mee" == rij[
        "Jaarwaarde"
    ].replace("\xa0", " ")
    assert "€ 5.000 per jaar daarnaast € 8.000 aan een project" in kop.replace("\xa0", " ")


def test_a_call_on_what_is_lost_is_no_call_on_the_client(portefeuille: Maak) -> None:
    """
    Of a contract under notice and one still to decide, the second is the own call; here and on *Op het spel*.
    """
    acme = """
        id: acme
        naam: Acme
        contracten:
          - {id: weg, titel: Weg, startdatum: 2024-01-01, einddatum: 2026-12-31, inschatting: {verwachting: vertrekt,
             op: 2026-03-02}, opzegging: {door: klant, ontvangen_op: 2026-03-01}}
          - {id: open, titel: Open, startdatum: 2024-01-01, einddatum: 2026-12-31, inschatting: {verwachting: twijfel,
             op: 2026-03-02}}
    """
    alles = portefeuille(acme)

    [register] = blokken(klanten(alles), Register)

    assert ["Twijfel"] == [rij["Eigen inschatting"] for rij in tabel(register)]
    assert "wij: twijfel" in woorden(op_het_spel(alles).klanten)


def test_a_lost_contract_that_still_runs_is_no_good_news(portefeuille: Maak) -> None:
    """
    Its phase says lost, in the colour and with the symbol of a risk; of one that was renewed it says settled.
    """
    alles = portefeuille(
        klant("kwijt", "2026-12-31", ", uitkomsten: [{datum: 2026-02-01, resultaat: verloren}]"),
        klant("houdt", "2026-12-31", ", uitkomsten: [{datum: 2026-02-01, resultaat: aanbesteed_gewonnen}]"),
    )
    kwijt, houdt = (namen.fase(alles.dossiers[wie]) for wie in ("kwijt", "houdt"))

    [register] = blokken(klanten(alles), Register)

    assert {"kwijt": "Verloren, loopt nog", "houdt": "Geregeld"} == {
        rij["Klant"]: rij["Fase"] for rij in tabel(register)
    }
    assert [("risico", "◆")] == [(label.klasse, label.symbool) for label in kwijt]
    assert [("goed", "●")] == [(label.klasse, label.symbool) for label in houdt]
    assert ["geregeld", "geregeld"] == [dossier.fase.waarde for dossier in alles.dossiers.values()]
    [kaart] = account_contracten(alles.dossiers["kwijt"]).lopend
    assert "Verloren, loopt nog" == kaart.fase.tekst
    assert "Rond netjes af" in woorden(accountkop(alles.dossiers["kwijt"]).raad)


def test_a_client_that_lost_us_in_part_says_so(portefeuille: Maak) -> None:
    """
    The phase is about what still asks something; beside it stands that the other contract was lost.
    """
    acme = """
        id: acme
        naam: Acme
        contracten:
          - {id: weg, titel: Weg, startdatum: 2024-01-01, einddatum: 2026-12-31,
             uitkomsten: [{datum: 2026-02-01, resultaat: verloren}]}
          - {id: open, titel: Open, startdatum: 2024-01-01, einddatum: 2026-12-31}
    """
    dossier = portefeuille(acme).dossiers["acme"]

    assert ["Verlenging voorbereiden", "Deels verloren"] == [label.tekst for label in namen.fase(dossier)]
    assert "Deels verloren Weg: Rond netjes af" in woorden(accountkop(dossier).raad)


def test_prospects_and_ended_clients_stand_apart(portefeuille: Maak) -> None:
    """
    The nursery pond and ended clients are no rows; an anonymous one loses its name.
    """
    einde = ", uitkomsten: [{datum: 2025-12-01, resultaat: verloren}]"
    pagina = klanten(
        portefeuille(
            "id: vijver\nnaam: Vijver\nkweekvijver: {sinds: 2025-01-01, waarom: bouwt in 2027}",
            klant("weg", "2025-12-31", einde) + "\nanoniem: true",
        )
    )

    [register] = blokken(pagina, Register)
    assert () == register.rijen
    assert [
        "Kweekvijver: 1 Vijver Anouk de Wit · sinds 1 januari 2025: bouwt in 2027",
        "Beëindigd: 1 Naam niet getoond Anouk de Wit · laatste contract liep tot en met 31 december 2025",
    ] == [woorden(vouw) for vouw in blokken(pagina, Vouw)]


def test_the_stand_in_of_the_account_manager_is_named(portefeuille: Maak) -> None:
    """
    While Bram is away the row says who takes over; the filter still finds the client under his name.
    """
    van_bram = klant("acme", "2026-12-31") + "\ndriehoek: {accountmanager: bram-oudkerk}"

    [register] = blokken(klanten(portefeuille(van_bram, peildatum=date(2026, 6, 15))), Register)

    [rij] = tabel(register)
    assert "Bram Oudkerk Anouk de Wit neemt waar" == rij["Accountmanager"]
    assert "Bram Oudkerk|Anouk de Wit" in [cel.filter for cel in register.rijen[0].cellen]


def test_the_yearly_value_says_what_is_at_stake(portefeuille: Maak) -> None:
    """
    What runs, and under it what is lost; what is decided only when that is not all. In words without an amount.
    """
    opgezegd = ", jaarwaarde: 500, opzegging: {door: klant, ontvangen_op: 2026-02-01}"
    alles = portefeuille(
        klant("a", "2026-12-31", opgezegd), klant("b", "2026-12-31", ", jaarwaarde: 900"), klant("c", "2026-12-31")
    )

    pagina = klanten(alles)

    [register] = blokken(pagina, Register)
    assert {"a": "€ 500 € 500 al verloren", "b": "€ 900", "c": "niet ingevuld"} == {
        rij["Klant"]: rij["Jaarwaarde"] for rij in tabel(register)
    }
    assert ["500", "900", ""] == sorted(sorteer(register, "Jaarwaarde"), key=lambda waarde: waarde or "z")


def test_what_is_decided_on_more_days_says_which_part_comes_first(portefeuille: Maak) -> None:
    """
    The first day with its amount, as the client page has it, and that the rest comes later.
    """
    twee = klant("a", "2026-05-31", ", jaarwaarde: 264").removesuffix("]") + (
        ", {id: d, titel: D, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 164}]"
    )

    [register] = blokken(klanten(portefeuille(twee)), Register)

    assert ["€ 428 € 264 te beslissen op 31 mei 2026, de rest later"] == [rij["Jaarwaarde"] for rij in tabel(register)]


def test_who_worries_is_named_up_to_three(portefeuille: Maak) -> None:
    """
    Two or three by name with the way to them; of more only the number.
    """
    vertrekt = ", inschatting: {verwachting: vertrekt, op: 2026-03-02}"
    alle = [klant(een, "2026-12-31", vertrekt) for een in "abcd"]

    [drie] = blokken(klanten(portefeuille(*alle[:3])), Zin)
    [vier] = blokken(klanten(portefeuille(*alle)), Zin)

    assert "Drie klanten staan in Zorg: a, b en c. Zet zorg eerst." == woorden(drie)
    assert "Vier klanten staan in Zorg. Zet zorg eerst." == woorden(vier)
    assert 'href="accounts/b/"' in drie.html("")


def test_the_worst_is_one_click_away(portefeuille: Maak) -> None:
    """
    The order stays that of the decisions; the sentence above it puts worry first, and is not there without any.
    """
    vertrekt = ", inschatting: {verwachting: vertrekt, op: 2026-03-02}"

    [zin] = blokken(klanten(portefeuille(klant("a", "2026-12-31", vertrekt), klant("b", "2026-12-31"))), Zin)

    assert "Eén klant staat in Zorg: a. Zet zorg eerst." == woorden(zin)
    assert 'href="?klanten-op=klantbeeld"' in zin.html("")
    assert [] == blokken(klanten(portefeuille(klant("b", "2026-12-31"))), Zin)
