"""The calendar: bars for the reader's eye, and the complete list for who wants every date."""

from collections.abc import Callable
from datetime import date

from leesbaar import tabel

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.kalender.verlengingskalender import Verlengingskalender, verlengingskalender

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
    What has ended has a bar while its end is in view, and stands apart from what the sentence counts.
    """
    weg = ", opzegging: {ontvangen_op: 2025-06-01, door: klant}"

    pagina = verlengingskalender(portefeuille(contract("2026-12-31"), contract("2025-12-31", weg, naam="weg")))

    assert pagina.zin.startswith("1 contract.")
    assert [("Anouk de Wit", 1), ("Beëindigd", 1)] == [(groep.naam, len(groep.balken)) for groep in pagina.groepen]


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


def test_work_of_the_contract_manager_is_in_the_own_name(portefeuille: Maak) -> None:
    """
    The action before the deadline is of who guards the contract, the proposal of the account manager; both choose it.
    """
    meer = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"
    rik = "\ndriehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}"
    anouk = "\ndriehoek: {accountmanager: anouk-de-wit}"

    def van(driehoek: str) -> tuple[Verlengingskalender, dict[str, str]]:
        pagina = verlengingskalender(portefeuille(contract("2026-12-31", meer) + driehoek))
        regels = [regel for _, _, blok in pagina.maanden for regel in blok]
        assert {regel.wie for regel in regels} == {balk.wie for groep in pagina.groepen for balk in groep.balken}
        return pagina, {regel.wat: regel.wie_naam for regel in regels}

    met, namen = van(rik)
    assert ("Rik Smeets", "Anouk de Wit") == (namen["In actie voor de opzegdeadline"], namen["Voorstel uiterlijk"])
    assert ["anouk-de-wit rik-smeets"] == [balk.wie for groep in met.groepen for balk in groep.balken]
    assert ["anouk-de-wit", "rik-smeets"] == [waarde for waarde, _ in met.keuzes[0].opties]
    assert ["Anouk de Wit"] == [groep.naam for groep in met.groepen]
    assert "Anouk de Wit" == van(anouk)[1]["In actie voor de opzegdeadline"]


def test_the_load_counts_decisions_per_month(portefeuille: Maak) -> None:
    """
    Two contracts that end in December are two decisions in that month, for the one who leads them.
    """
    pagina = verlengingskalender(portefeuille(contract("2026-12-31"), contract("2026-12-31", naam="beta")))

    [rij] = tabel(pagina.drukte)
    assert {"Accountmanager": "Anouk de Wit", "dec 26": "2"} == {kop: cel for kop, cel in rij.items() if cel}
    assert 25 == len(rij)


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
    Thousands of contracts must fit on one page: a bar takes less than 600 bytes.
    """
    meer = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"
    html = render.html(verlengingskalender(portefeuille(contract("2026-12-31", meer))), "../")

    begin = html.index("<tr data-item")
    assert 600 > html.index("</tr>", begin) - begin
