"""The calendar: bars for the reader's eye, and the complete list for who wants every date."""

from collections.abc import Callable
from datetime import date

from leesbaar import tabel

from macros.portefeuille.drukte import drukte
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.kalender.kalenderregels import Regel
from macros.views.kalender.rooster import OP_EEN_BLAD, bladen
from macros.views.kalender.verlengingskalender import Verlengingskalender, kalender_van, verlengingskalender

Maak = Callable[..., Portefeuille]


def contract(eind: str, meer: str = "", naam: str = "acme") -> str:
    """A client with one contract up to and including `eind`."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: {eind}{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]"


def test_an_empty_calendar_has_words(portefeuille: Maak) -> None:
    """
    Without contracts the page says so, and renders.
    """
    pagina = verlengingskalender(portefeuille())

    assert "Geen lopende contracten op 16 maart 2026." == pagina.zin
    assert "De komende twee jaar staat er geen enkele contractdatum." in render.html(pagina)


def test_the_list_runs_by_month_and_then_by_year(portefeuille: Maak) -> None:
    """
    The notice deadline stands under its month in bold; a far end under its year.
    """
    meer = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"
    pagina = verlengingskalender(portefeuille(contract("2026-12-31", meer), contract("2048-06-30", naam="ver")))

    [september] = [regels for kop, _, regels in pagina.maanden if kop == "september 2026"]
    [deadline] = [regel for regel in september if regel.beslissend]
    assert ("wo 30", "Opzegdeadline", "accounts/acme/#waarom-c-opzegdeadline") == (
        deadline.kort,
        deadline.wat,
        deadline.doel,
    )
    assert [("2048", ["Einddatum"])] == [(kop, [r.wat for r in regels]) for kop, _, regels in pagina.later]


def test_the_groups_add_up_to_the_sentence(portefeuille: Maak) -> None:
    """
    What has ended has no bar; while its end is in view it stands folded below them.
    """
    weg = ", opzegging: {ontvangen_op: 2025-06-01, door: klant}"

    pagina = verlengingskalender(portefeuille(contract("2026-12-31"), contract("2025-12-31", weg, naam="weg")))

    assert "1 contract. Eerst: acme, Beheer: opvolgen of laten aflopen, uiterlijk 31 december 2026" in pagina.zin
    assert [("Anouk de Wit", 1)] == [(groep.naam, len(groep.balken)) for groep in pagina.groepen]
    assert [("weg", "31 dec 2025")] == [(regel.naam, regel.kort) for regel in pagina.beeindigd]


def test_a_passed_end_without_outcome_has_its_own_place(portefeuille: Maak) -> None:
    """
    It is said how long ago that was, and it is not in the list of late work as well.
    """
    pagina = verlengingskalender(portefeuille(contract("2026-01-30")))

    assert [("30 jan 2026", "45 dagen geleden")] == [(regel.kort, regel.wanneer) for regel in pagina.voorbij]
    assert () == pagina.te_laat


def test_late_work_is_listed_longest_ago_first(portefeuille: Maak) -> None:
    """
    The halfway evaluation of a contract in retention that was not held.
    """
    canvas = '\ncanvassen: [{id: "2026", contracten: [c], gestart_op: 2025-07-01}]'
    pagina = verlengingskalender(portefeuille(contract("2026-12-31") + canvas, peildatum=date(2026, 10, 15)))

    assert ["Tussenevaluatie", "Voorstel uiterlijk"] == [regel.wat for regel in pagina.te_laat]


OPZEGBAAR = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"
RIK = "\ndriehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}"


def regels(pagina: Verlengingskalender) -> list[Regel]:
    """What comes, of all months."""
    return [regel for _, _, blok in pagina.maanden for regel in blok]


def test_a_day_is_signed_by_who_must_act(portefeuille: Maak) -> None:
    """
    A deadline of notice is of who guards the contract, the proposal of the account manager; without a guard all is.
    """

    def namen(driehoek: str) -> dict[str, str]:
        pagina = verlengingskalender(portefeuille(contract("2026-12-31", OPZEGBAAR) + driehoek))
        return {regel.wat: regel.wie_naam for regel in regels(pagina)}

    met = namen(RIK)
    assert {"In actie voor de opzegdeadline", "Opzegdeadline"} <= {
        wat for wat, wie in met.items() if wie == "Rik Smeets"
    }
    assert {"Voorstel uiterlijk", "Verlenging aankondigen", "Einddatum"} <= {
        wat for wat, wie in met.items() if wie == "Anouk de Wit"
    }
    assert {"Anouk de Wit"} == set(namen("").values())


def test_a_choice_finds_the_days_on_which_that_one_must_act(portefeuille: Maak) -> None:
    """
    A contract is found by both; a day only by who acts on it.
    """
    pagina = verlengingskalender(portefeuille(contract("2026-12-31", OPZEGBAAR) + RIK))

    assert ["anouk-de-wit rik-smeets"] == [balk.wie for groep in pagina.groepen for balk in groep.balken]
    assert {"rik-smeets"} == {regel.wie for regel in regels(pagina) if "opzegdeadline" in regel.wat.lower()}
    assert ["anouk-de-wit", "rik-smeets"] == [waarde for waarde, _ in pagina.keuzes[0].opties]


def test_a_bar_stands_under_who_acts_first(portefeuille: Maak) -> None:
    """
    Before the retention phase the account manager; a contract whose deadline is next stands under its guard.
    """
    straks = contract("2026-12-31", OPZEGBAAR + ", voorstel: {verstuurd_op: 2026-01-20}") + RIK
    later = contract("2029-12-31", OPZEGBAAR, naam="later") + RIK

    pagina = verlengingskalender(portefeuille(straks, later, peildatum=date(2026, 8, 1)))

    assert [("Anouk de Wit", ["later"]), ("Rik Smeets", ["acme"])] == [
        (groep.naam, [balk.klant for balk in groep.balken]) for groep in pagina.groepen
    ]


def test_who_stands_in_signs_with_both_names(portefeuille: Maak) -> None:
    """
    While Bram is away Anouk acts, for him; both find it. What comes after his return is his own.
    """
    bram = contract("2026-08-31", OPZEGBAAR) + "\ndriehoek: {accountmanager: bram-oudkerk}"
    pagina = verlengingskalender(portefeuille(bram, peildatum=date(2026, 6, 30)))

    [groep] = pagina.groepen
    assert ("Anouk de Wit", ["Bram Oudkerk"]) == (groep.naam, [balk.voor for balk in groep.balken])
    eerst, laatst = (*pagina.te_laat, *regels(pagina))[0], regels(pagina)[-1]
    assert ("Anouk de Wit, voor Bram Oudkerk", "bram-oudkerk anouk-de-wit") == (eerst.wie_naam, eerst.wie)
    assert ("Bram Oudkerk", "bram-oudkerk") == (laatst.wie_naam, laatst.wie)


def test_the_end_of_a_project_is_of_who_leads_it(portefeuille: Maak) -> None:
    """
    The delivery of a project, and the end of a contract that is one.
    """
    project = "\nprojecten: [{id: m, titel: Migratie, projectmanager: rik-smeets, oplevering: 2026-04-30}]"
    pagina = verlengingskalender(portefeuille(contract("2026-05-29", ", soort: project") + project))

    assert [("Oplevering van het project", "Migratie", "Rik Smeets"), ("Einddatum", "Beheer", "Rik Smeets")] == [
        (regel.wat, regel.titel, regel.wie_naam) for regel in regels(pagina)
    ]


def test_contracts_of_one_name_are_told_apart(portefeuille: Maak) -> None:
    """
    Two contracts of a client with the same title say since when they run.
    """
    een = "{{id: {0}, titel: Beheer, startdatum: {1}, einddatum: 2027-12-31}}"
    klant = f"id: acme\ncontracten: [{een.format('a', '2024-01-01')}, {een.format('b', '2025-02-01')}]"

    pagina = verlengingskalender(portefeuille(klant))

    assert {"Beheer (vanaf 1 jan 2024)", "Beheer (vanaf 1 feb 2025)"} == {
        balk.titel for groep in pagina.groepen for balk in groep.balken
    }


def test_the_load_is_that_of_the_page_driehoek(portefeuille: Maak) -> None:
    """
    One figure under one name: the grid of key moments, of the team or of one colleague.
    """
    alles = portefeuille(contract("2026-12-31", OPZEGBAAR) + RIK)
    team, rik = verlengingskalender(alles).drukte, kalender_van(alles, "rik-smeets").drukte

    assert team
    assert rik
    assert drukte(alles) == tuple(persoon for _, persoon in team.rijen)
    assert ["Rik Smeets"] == [naam for naam, _ in rik.rijen]
    assert 'href="../driehoek/#drukte"' in render.html(rik, "../")


def test_a_colleague_has_a_calendar_with_the_own_days(portefeuille: Maak) -> None:
    """
    All contracts with work for that one, and only the days on which to act; nobody else has a page.
    """
    alles = portefeuille(contract("2026-12-31", OPZEGBAAR) + RIK)

    pagina = kalender_van(alles, "rik-smeets")

    assert [("anouk-de-wit", 1), ("rik-smeets", 1)] == sorted(bladen(alles))
    assert pagina.zin.startswith("1 contract.")
    assert {"rik-smeets"} == {regel.wie for regel in regels(pagina)}
    assert ["papier"] == list(dict.fromkeys(hoe for _, hoe, _ in pagina.maanden))


def test_a_large_portfolio_names_who_has_a_calendar(portefeuille: Maak) -> None:
    """
    Too many bars for one page: each colleague has some, and over all of them as many act first as there are contracts.
    """
    klanten = [contract("2026-12-31", OPZEGBAAR, naam=f"klant-{n}") + RIK for n in range(OP_EEN_BLAD + 1)]
    alles = portefeuille(*klanten)
    pagina = verlengingskalender(alles)

    assert pagina.collegas
    assert pagina.zin.startswith(f"{OP_EEN_BLAD + 1} contracten.")
    assert OP_EEN_BLAD + 1 == sum(int(rij["Nu aan zet"] or 0) for rij in tabel(pagina.collegas))
    assert () == pagina.groepen
    assert 'href="../kalender/rik-smeets/"' in render.html(pagina, "../")


def test_a_calendar_with_too_much_has_parts(portefeuille: Maak) -> None:
    """
    Each contract stands in one of them, and each part leads to the others.
    """
    klanten = [contract("2026-12-31", OPZEGBAAR, naam=f"klant-{n}") for n in range(OP_EEN_BLAD + 3)]
    alles = portefeuille(*klanten)

    delen = [kalender_van(alles, wie, deel) for wie, deel in bladen(alles)]

    namen = [balk.klant for deel in delen for groep in deel.groepen for balk in groep.balken]
    assert [OP_EEN_BLAD, 3] == [sum(len(groep.balken) for groep in deel.groepen) for deel in delen]
    assert len(set(namen)) == len(namen) == OP_EEN_BLAD + 3
    assert (("deel 1", ""), ("deel 2", "kalender/anouk-de-wit_2/")) == delen[0].delen
    assert delen[1].zin.startswith(f"3 contracten van {OP_EEN_BLAD + 3}, waarvan het eerst iets moet vooraan.")


def test_an_old_portfolio_says_that_today_is_out_of_view(portefeuille: Maak) -> None:
    """
    All contracts ended in 2010: the bars show those years and the page says where today is.
    """
    pagina = verlengingskalender(
        portefeuille("""
        id: acme
        contracten: [{id: c, titel: C, startdatum: 2008-01-01, einddatum: 2010-06-30}]
    """)
    )

    assert (2009, None) == (pagina.jaren[0], pagina.vandaag)
    assert "Vandaag (16 maart 2026) ligt rechts van dit beeld." == pagina.buiten_beeld
    assert 1 == len(pagina.voorbij)


def test_a_bar_stays_small(portefeuille: Maak) -> None:
    """
    Thousands of contracts must fit on one page: a bar takes less than 700 bytes.
    """
    meer = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"
    html = render.html(verlengingskalender(portefeuille(contract("2026-12-31", meer))), "../")

    begin = html.index("<tr data-item")
    assert 700 > html.index("</tr>", begin) - begin


def test_above_the_bars_stand_the_letters_that_occur(portefeuille: Maak) -> None:
    """
    In a word, so that nobody scrolls to the legend; bars without marks have no such line.
    """
    pagina = verlengingskalender(portefeuille(contract("2026-12-31", OPZEGBAAR)))
    opgezegd = ", opzegging: {ontvangen_op: 2026-03-01, door: klant}"
    kaal = verlengingskalender(portefeuille(contract("2026-12-31", opgezegd)))

    assert ("O", "opzegdeadline") in pagina.legenda["letters"]
    assert ("P", "publicatie") not in pagina.legenda["letters"]
    assert "tijdlijn__letters" in render.html(pagina)
    assert "tijdlijn__letters" not in render.html(kaal)
