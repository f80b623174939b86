"""A colleague's own overview: each role finds its questions, sorted by client and by day."""

from collections.abc import Callable

from leesbaar import tabel

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.overleg.kring import hoeveel, kringen
from macros.views.overleg.overleg import Overleg, overleg
from macros.views.overleg.overlegdelen import OP_HET_SCHERM, Deel

Maak = Callable[..., Portefeuille]
KLANT = """
    id: zorg
    naam: Zorg
    segment_keuze: {segment: A, reden: groot}
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets, directie_sponsor: johan-prins}
    contactpersonen: [{id: k, naam: K. Vos, functie: manager, laag: tactisch, rol_bvt: beslisser}]
    problemen: [{id: p, tekst: Traag netwerk, prioriteit: 4}]
    verwachtingen: [{id: v, tekst: Snelle hulp, van: k, prioriteit: 5, stand: niet_gehaald}]
    toezeggingen: [{id: t, tekst: Handleiding, van: wij, voor_datum: 2026-03-20}]
    projecten:
      - {id: m, titel: Migratie, projectmanager: rik-smeets, stuurgroep: [rik-smeets, k], oplevering: 2026-03-31}
    contracten:
      - {id: a, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, indexering: {maand: 7},
         opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}
      - {id: b, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2027-06-30, contractmanager: johan-prins}
      - {id: oud, titel: Oud, startdatum: 2020-01-01, einddatum: 2024-12-31,
         uitkomsten: [{datum: 2024-10-01, resultaat: verlengd}]}
"""


def deel(pagina: Overleg, naam: str) -> Deel:
    """The part with this anchor."""
    return next(deel for deel in pagina.delen if deel.anker == f"overleg-{naam}")


def rijen_van(pagina: Overleg, naam: str) -> list[list[str]]:
    """What the cells of that part say."""
    return [list(rij.values()) for rij in tabel(deel(pagina, naam).tabel)]


def talk(portefeuille: Portefeuille, persoon: str) -> Overleg:
    """The overview of this colleague."""
    return overleg(portefeuille, portefeuille.gedeeld.personen[persoon])


def test_duties_are_sorted_out_once(portefeuille: Maak) -> None:
    """
    A contract follows its own contract manager, else that of the client; one that ended is nobody's.
    """
    alles = portefeuille(KLANT)

    kring = kringen(alles)

    assert ["a"] == [stand.contract.id for _, stand in kring["rik-smeets"].contracten]
    assert ["b"] == [stand.contract.id for _, stand in kring["johan-prins"].contracten]
    assert ["zorg"] == [d.id for d in kring["anouk-de-wit"].klanten] == [d.id for d in kring["johan-prins"].ploeg]
    assert set(alles.gedeeld.personen) == set(kring)
    assert kring is kringen(alles)


def test_a_contract_manager_sees_the_dates_of_each_contract(portefeuille: Maak) -> None:
    """
    Until when notice can be given, when to act, price change, and what happens when nobody does anything.
    """
    pagina = talk(portefeuille(KLANT), "rik-smeets")

    assert [["Zorg: Beheer", "30 sep 2026", "2 sep 2026", "", "1 jul 2026", "verlengt vanzelf"]] == rijen_van(
        pagina, "contracten"
    )
    assert 'href="accounts/zorg/#waarom-a-opzegdeadline"' in render.html(deel(pagina, "contracten").tabel)


def test_what_is_open_in_the_service_runs_by_weight(portefeuille: Maak) -> None:
    """
    The broken expectation weighs five, the problem four.
    """
    assert [
        ["Zorg", "Snelle hulp", "Verwachting", "", "Niet gehaald"],
        ["Zorg", "Traag netwerk", "Probleem", "nog niemand", "Open"],
    ] == rijen_van(talk(portefeuille(KLANT), "rik-smeets"), "dienstverlening")


def test_a_problem_has_the_same_owner_on_every_page(portefeuille: Maak) -> None:
    """
    Its owner finds it, and who guards the contracts sees whose it is; solved it is nobody's.
    """
    eigendom = KLANT.replace("prioriteit: 4}", "prioriteit: 4, eigenaar: anouk-de-wit}")
    rij = ["Zorg", "Traag netwerk", "Probleem", "Anouk de Wit", "Open"]
    alles = portefeuille(eigendom)

    assert [rij] == rijen_van(talk(alles, "anouk-de-wit"), "dienstverlening")
    assert rij in rijen_van(talk(alles, "rik-smeets"), "dienstverlening")
    opgelost = portefeuille(eigendom.replace("prioriteit: 4,", "prioriteit: 4, status: opgelost,"))
    assert "overleg-dienstverlening" not in [deel.anker for deel in talk(opgelost, "anouk-de-wit").delen]


def test_an_account_manager_sees_what_is_open_over_all_clients(portefeuille: Maak) -> None:
    """
    Also who guards no contract: which problem really matters is seen beside those of the other clients.
    """
    ander = """
        id: ander
        naam: Ander
        driehoek: {accountmanager: anouk-de-wit}
        contracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2029-12-31}]
        problemen: [{id: p, tekst: Wifi valt weg, prioriteit: 5}]
    """

    rijen = rijen_van(talk(portefeuille(KLANT, ander), "anouk-de-wit"), "dienstverlening")

    assert ["Ander", "Wifi valt weg", "Probleem", "nog niemand", "Open"] == rijen[0]
    assert ["Zorg", "Traag netwerk", "Probleem", "nog niemand", "Open"] in rijen


def test_a_project_manager_sees_delivery_mark_and_steering_group(portefeuille: Maak) -> None:
    """
    And what we promised and the client expects.
    """
    pagina = talk(portefeuille(KLANT), "rik-smeets")

    assert [["Zorg: Migratie", "31 mrt 2026", "14 apr 2026", "K. Vos, manager"]] == rijen_van(pagina, "projecten")
    assert ["Handleiding", "Snelle hulp"] == [rij[1] for rij in rijen_van(pagina, "beloofd")]


def test_a_director_sees_whose_turn_it_is(portefeuille: Maak) -> None:
    """
    The sponsor of an A client finds the rule, its last day, how long it has been, and the figures beside it.
    """
    pagina = talk(portefeuille(KLANT), "johan-prins")

    [rij] = rijen_van(pagina, "gesprekken")
    assert ["Zorg", "A", "Directie, strategisch"] == rij[:3]
    assert rij[4].startswith("Te laat ")
    assert {"contacten/", "op-het-spel/", "behoud/", "klantcijfers/", "segmenten/#juiste-klant"} == {
        pad for _, pad in deel(pagina, "gesprekken").verder
    }


def test_a_manager_sees_which_clients_ask_for_help(portefeuille: Maak) -> None:
    """
    By client: the reason, the canvas and the late review; a client where all is well is not there.
    """
    rustig = "id: rustig\nnaam: Rustig\nsegment_keuze: {segment: C, reden: klein}\nc_besluit: {besluit: behouden}\n"
    rustig += "contracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2029-12-31}]"

    [rij] = rijen_van(talk(portefeuille(KLANT, rustig), "johan-prins"), "ploeg")

    assert ["Zorg", "Anouk de Wit", "Let op Niet gehaald: Snelle hulp", "", "niet ingevuld"] == rij[:5]
    assert ["Nog niet begonnen", ""] == rij[5:7]
    assert rij[7].startswith("frisse blik ")


def test_an_account_manager_sees_the_own_clients_with_phase_and_next_decision(portefeuille: Maak) -> None:
    """
    The nearest decision first.
    """
    laat = "id: laat\nnaam: Laat\ncontracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2029-12-31}]"

    rijen = rijen_van(talk(portefeuille(laat, KLANT), "anouk-de-wit"), "klanten")

    assert [("Zorg", "30 sep 2026"), ("Laat", "31 dec 2029")] == [(rij[0], rij[2]) for rij in rijen]


def test_who_leads_no_client_is_told_what_does_stand_in_that_name(portefeuille: Maak) -> None:
    """
    In one sentence.
    """
    stand = talk(portefeuille(KLANT), "johan-prins").stand

    assert "Johan Prins geeft leiding aan 1 accountmanager, bewaakt 1 contract en houdt contact met 1 klant." == stand


def test_a_table_of_a_large_portfolio_is_cut_and_counted(portefeuille: Maak) -> None:
    """
    The rest stands in the register.
    """
    klanten = [KLANT.replace("id: zorg", f"id: zorg-{n}") for n in range(OP_HET_SCHERM + 20)]

    contracten = deel(talk(portefeuille(*klanten), "rik-smeets"), "contracten")

    assert (OP_HET_SCHERM, OP_HET_SCHERM + 20) == (len(contracten.tabel.rijen), contracten.aantal)
    assert ("Kalender", "kalender/rik-smeets/") in contracten.verder


def test_a_client_that_still_begins_is_named_apart(portefeuille: Maak) -> None:
    """
    The load counts running contracts; the talk is about every client, and says which one still begins.
    """
    begint = "id: b\nnaam: B\ncontracten: [{id: c, titel: C, startdatum: 2026-06-01, einddatum: 2028-12-31}]"
    loopt = begint.replace("id: b", "id: l").replace("2026-06-01", "2025-01-01")

    kring = kringen(portefeuille(begint, loopt))["anouk-de-wit"]

    assert "Twee klanten (één begint nog)" == hoeveel(kring)
