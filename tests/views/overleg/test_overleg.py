"""The weekly talk: by client, the client's signals beside the own call, on one sheet; and written states."""

import re
from collections.abc import Callable
from datetime import date

from leesbaar import blokken, titel, wat, woorden
from voorbeeldklanten import voorbeeldklanten

from macros.aandacht.week import Week, weken
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Feiten
from macros.views.overleg.overleg import Overleg, overleg, overleg_lijst
from macros.views.overleg.overlegblad import BLAD

Maak = Callable[..., Portefeuille]

ZORG = """
    id: zorg
    naam: Zorg
    segment_keuze: {segment: A, reden: groot}
    contracten:
      - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
         inschatting: {verwachting: twijfel, waarom: nieuwe manager, op: 2026-03-02, bron: gesprek},
         opzegging: {ontvangen_op: 2026-03-10, door: klant}}
"""
RUSTIG = """
    id: rustig
    naam: Rustig
    contracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2029-12-31}]
"""


def talk(portefeuille: Portefeuille, persoon: str) -> Overleg:
    """The talk with this colleague."""
    return overleg(portefeuille, portefeuille.gedeeld.personen[persoon])


def test_signals_and_own_call_stand_side_by_side(portefeuille: Maak) -> None:
    """
    A client that gave notice is discussed; one where nothing happens is only named.
    """
    pagina = talk(portefeuille(ZORG, RUSTIG), "anouk-de-wit")

    [klant] = pagina.klanten
    assert ("Zorg", "Beheer: opgezegd op 10 maart 2026") == (klant.klantbeeld.tekst, klant.redenen[0])
    [eigen] = klant.eigen
    assert eigen.label is not None
    assert ("Twijfel", "nieuwe manager (2 maart 2026)") == (eigen.label.tekst, eigen.waarom)
    assert (("rustig", "Rustig"),) == pagina.rustig


def test_the_look_back_holds_the_last_week(portefeuille: Maak) -> None:
    """
    Notice of six days ago is told, a visit of a month ago is not.
    """
    bezoek = "contactmomenten: [{datum: 2026-02-10, vorm: bezoek, kern: Jaargesprek}]"

    pagina = talk(portefeuille(ZORG.replace("    ", "", 1).replace("\n    ", "\n") + bezoek), "anouk-de-wit")

    gebeurd = pagina.lijsten[0].delen[0]
    assert ["10 mrt 2026 Zorg Beheer: opgezegd door de klant"] == wat(gebeurd)


def test_decisions_of_the_coming_months_come_first(portefeuille: Maak) -> None:
    """
    A decision within ninety days, then the missing canvas.
    """
    klant = """
        id: acme
        segment_keuze: {segment: B, reden: middelgroot}
        contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-05-31}]
    """

    [acme] = talk(portefeuille(klant), "anouk-de-wit").klanten

    assert ["Besluit", "Canvas"] == [onderwerp.kop for onderwerp in acme.onderwerpen[:2]]
    assert "Beheer: opvolgen of laten aflopen, uiterlijk 31 mei 2026, over 76 dagen" == acme.onderwerpen[0].tekst


def test_the_sheet_holds_what_fits(portefeuille: Maak) -> None:
    """
    Thirty clients with worries do not fit on an A4: the rest is counted and stays on the screen.
    """
    klanten = [ZORG.replace("id: zorg", f"id: zorg-{n}").replace("naam: Zorg", f"naam: Zorg {n}") for n in range(30)]

    pagina = talk(portefeuille(*klanten), "anouk-de-wit")

    assert 30 == len(pagina.klanten)
    assert BLAD >= sum(klant.regels for klant in pagina.klanten[: pagina.blad.klanten])
    assert f"En nog {30 - pagina.blad.klanten} op de site." in render.html(pagina)


def test_who_leads_no_client_has_words(portefeuille: Maak) -> None:
    """
    A contract manager has no talk, but sees what is in that name.
    """
    pagina = talk(portefeuille(RUSTIG), "rik-smeets")

    verwacht = "Rik Smeets is van geen enkele klant accountmanager. Wat wel op deze naam staat, vind je hieronder."
    assert verwacht == pagina.stand


def test_who_is_away_names_the_deputy(portefeuille: Maak) -> None:
    """
    During an absence the page says until when, and who takes over.
    """
    pagina = talk(portefeuille(peildatum=date(2026, 6, 30)), "bram-oudkerk")

    assert "Bram Oudkerk is afwezig tot en met 30 juni 2026. Anouk de Wit neemt waar." == pagina.stand


def test_the_stand_in_talks_about_the_clients_of_who_is_away(portefeuille: Maak) -> None:
    """
    The clients of Bram are in the talk with Anouk under his name; both pages, and the list of talks, say so.
    """
    van_bram = ZORG.replace("zorg", "vijver").replace("Zorg", "Vijver") + "    driehoek: {accountmanager: bram-oudkerk}"
    deze = portefeuille(ZORG, van_bram, peildatum=date(2026, 6, 30))

    anouk, bram = talk(deze, "anouk-de-wit"), talk(deze, "bram-oudkerk")

    assert [("Zorg", ""), ("Vijver", "Bram Oudkerk")] == [(klant.naam, klant.van) for klant in anouk.klanten]
    assert "Anouk de Wit neemt waar voor Bram Oudkerk tot en met 30 juni 2026." == anouk.stand
    assert "Van Bram Oudkerk: klanten op deze naam" in [deel.kop for deel in anouk.delen]
    assert ["Vijver"] == [klant.naam for klant in bram.klanten]
    wie = {woorden(naam): woorden(tekst) for deel in blokken(overleg_lijst(deze), Feiten) for naam, tekst in deel.paren}
    assert wie["Anouk de Wit"].startswith("Eén klant en één van Bram Oudkerk; twee klanten geven zorg")
    assert "Is afwezig tot en met 30 juni 2026. Anouk de Wit neemt waar. Eén klant." == wie["Bram Oudkerk"]


def test_who_left_must_hand_over(portefeuille: Maak) -> None:
    """
    Clients in the name of somebody who left are said to need a new account manager, other roles who fills them now.
    """
    project = RUSTIG + "    driehoek: {accountmanager: anouk-de-wit, projectmanagers: [eva-weg]}\n"
    klant = RUSTIG + "    driehoek: {accountmanager: eva-weg}\n"

    met, zonder = talk(portefeuille(klant), "eva-weg"), talk(portefeuille(), "eva-weg")

    anders = talk(portefeuille(project), "eva-weg")

    weg = "Eva Weg werkt hier sinds 31 december 2025 niet meer."
    rest = "1 klant staat nog op deze naam: kies een nieuwe accountmanager."
    assert f"{weg} Bram Oudkerk neemt waar. {rest}" == met.stand
    assert f"{weg} Er staan geen klanten meer op deze naam." == zonder.stand
    assert f"{weg} Als projectmanager bij Rustig staat nog deze naam: kies een opvolger." == anders.stand


def test_the_list_counts_in_words_and_runs_by_name(portefeuille: Maak) -> None:
    """
    No scores and no ranking: names in order, with a sentence.
    """
    lijst = overleg_lijst(portefeuille(ZORG, RUSTIG, "id: vijver\ndriehoek: {accountmanager: bram-oudkerk}"))

    bespreken, rustig, mijn, anderen = (deel.paren for deel in blokken(lijst, Feiten))
    assert [("Anouk de Wit", "Twee klanten; één klant geeft zorg en één klant vraagt een besluit.")] == [
        (woorden(naam), tekst) for naam, tekst in bespreken
    ]
    assert [("Bram Oudkerk", "Geen lopende klanten; niets bijzonders.")] == [
        (woorden(naam), tekst) for naam, tekst in rustig
    ]
    assert [["Rik Smeets"], ["Johan Prins"]] == [[woorden(naam) for naam, _ in deel] for deel in (mijn, anderen)]


def test_work_runs_as_in_the_own_week() -> None:
    """
    What costs most when it stays lying comes first, on the sheet of the talk as on Vandaag.
    """
    alles = voorbeeldklanten()
    for wie, persoon in alles.gedeeld.personen.items():
        werk = overleg(alles, persoon).werk
        regels = [regel for deel in werk.delen for regel in deel.alle] if werk else []
        op_blad = [(re.sub(r" [ABC]$", "", woorden(regel.klant)), titel(regel)) for regel in regels if regel.klant]

        week = [(punt.naam, punt.titel) for punt in weken(alles).get(wie, Week(wie)).nu]
        assert [een for een in week if een in op_blad] == op_blad, wie


def test_a_canvas_takes_one_line(portefeuille: Maak) -> None:
    """
    How full it is, that it began late and what could be sharper stand together; the reasons that do not fit have a way.
    """
    acme = """
        id: acme
        naam: Acme
        segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}
        contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
        canvassen:
          - {id: "2026", contracten: [c], gestart_op: 2026-02-01,
             vakken: {relaties: {conclusie: Rustig, oordeel: rood, oordeel_op: 2026-03-01},
                      prestatie: {conclusie: Matig, oordeel: rood, oordeel_op: 2026-03-01},
                      contract: {conclusie: Duur, oordeel: rood, oordeel_op: 2026-03-01},
                      verwachtingen: {conclusie: Hoog, oordeel: rood, oordeel_op: 2026-03-01}}}
    """
    pagina = talk(portefeuille(acme), "anouk-de-wit")

    [klant] = pagina.klanten
    [regel] = [onderwerp.tekst for onderwerp in klant.onderwerpen if onderwerp.kop == "Canvas"]
    assert regel.startswith("Retentiecanvas 2026: nog 6 van 10 vakken leeg; 215 dagen later begonnen dan afgesproken")
    assert '#waarom-klantbeeld" aria-label="Nog 1 over Acme">en nog 1</a>' in render.html(pagina)
