"""What misses: what hurts most first, with a link to fill it in; contract dates to verify; warnings of the check."""

from collections.abc import Callable

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.vandaag.aanvullen import HOOGSTENS, aanvullen

Maak = Callable[..., Portefeuille]


def klant(naam: str, segment: str, contract: str, driehoek: str = "contractmanager: rik-smeets") -> str:
    """A client with one contract."""
    return f"""
        id: {naam}
        segment_keuze: {{segment: {segment}, reden: r}}
        driehoek: {{accountmanager: anouk-de-wit, {driehoek}}}
        contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, {contract}}}]
    """


def bewerk(account: str) -> str:
    """The forge's address for a client."""
    return f"https://forge/edit/{account}.yml"


def test_clients_run_by_what_hurts_most(portefeuille: Maak) -> None:
    """
    Nobody who guards the contracts first, then a renewal in preparation, then the segment.
    """
    pagina = aanvullen(
        portefeuille(
            klant("rustig-c", "C", "einddatum: 2029-12-31"),
            klant("rustig-a", "A", "einddatum: 2029-12-31"),
            klant("retentie-b", "B", "einddatum: 2026-12-31"),
            klant("onbewaakt", "C", "einddatum: 2029-12-31", driehoek="projectmanagers: []"),
        ),
        bewerk,
    )

    assert ["onbewaakt", "retentie-b", "rustig-a", "rustig-c"] == [k.id for k in pagina.klanten]
    assert "https://forge/edit/onbewaakt.yml" == pagina.klanten[0].bewerk


def test_only_the_first_gaps_are_written_out(portefeuille: Maak) -> None:
    """
    The rest is counted; the client page has them all.
    """
    portfolio = portefeuille(klant("acme", "A", "einddatum: 2026-12-31"))

    [acme] = aanvullen(portfolio, bewerk).klanten

    assert HOOGSTENS == len(acme.gaten)
    assert len(portfolio.dossiers["acme"].gaten) == HOOGSTENS + acme.meer


def test_contract_dates_to_verify(portefeuille: Maak) -> None:
    """
    A passed end, a tacit renewal that nobody recorded, and a contract that goes on without agreement.
    """
    pagina = aanvullen(
        portefeuille(
            klant("verlopen", "B", "einddatum: 2026-01-31"),
            klant("voorlopig", "B", "einddatum: 2025-12-31, stilzwijgende_verlenging: {maanden: 12}"),
            klant("door", "B", "einddatum: 2025-12-31, voortgezet_zonder_afspraak: true"),
            klant("loopt", "B", "einddatum: 2028-12-31"),
        ),
        bewerk,
    )

    assert {
        "verlopen": "Liep af op 31 januari 2026",
        "voorlopig": "Vanzelf verlengd tot en met 31 december 2026",
        "door": "Liep af op 31 december 2025 en gaat door zonder afspraak",
    } == {navraag.account: navraag.tekst.split(".")[0] for navraag in pagina.navragen}


def test_warnings_of_the_check_stand_here_too(portefeuille: Maak) -> None:
    """
    Those about the whole with the client they are about; what is above, among the contracts, is not said twice.
    """
    pagina = aanvullen(
        portefeuille(
            klant("groot", "B", "einddatum: 2028-12-31") + "    omzet: {2025: 5000}",
            klant("verlopen", "B", "einddatum: 2026-01-31"),
        ),
        bewerk,
    )

    assert [
        (
            "groot",
            "top-zonder-a",
            "Deze klant hoort bij de grootste in omzet over 2025, maar het segment is B; kijk dat na.",
        )
    ] == [(een.account, melding.code, melding.tekst) for een in pagina.opvallend for melding in een.meldingen]
    assert ["verlopen"] == [navraag.account for navraag in pagina.navragen]


def test_warnings_about_shared_files_name_the_file(portefeuille: Maak) -> None:
    """
    They are nobody's client.
    """
    [een] = aanvullen(portefeuille(instellingen="peildatum_vast: 2026-03-16"), bewerk).opvallend

    assert ("", "_gedeeld/instellingen.yml") == (een.account, een.naam)
    assert ["vaste-peildatum"] == [melding.code for melding in een.meldingen]


def test_nothing_missing_has_words(portefeuille: Maak) -> None:
    """
    An empty register is good news and says so.
    """
    zin = "Er ontbreekt niets: alle gegevens waar de site om vraagt, zijn ingevuld."

    assert zin == aanvullen(portefeuille(), bewerk).zin
