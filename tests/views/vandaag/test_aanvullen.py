"""What misses: what hurts most first, with a link to fill it in; contract dates to verify; warnings of the check."""

from collections.abc import Callable

from leesbaar import delen, regel, wat, woorden, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Blad
from macros.views.render import toon
from macros.views.vandaag.aanvullen import HOOGSTENS, aanvullen

Maak = Callable[..., Portefeuille]


def klant(naam: str, segment: str, contract: str, driehoek: str = "contractmanager: rik-smeets") -> str:
    """A client with one contract."""
    return f"""
        id: {naam}
        naam: {naam}
        segment_keuze: {{segment: {segment}, reden: r}}
        driehoek: {{accountmanager: anouk-de-wit, {driehoek}}}
        contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, {contract}}}]
    """


def namen(kop: str, pagina: Blad) -> list[str]:
    """The clients under one heading."""
    return [regel(rij)["klant"].split()[0] for rij in delen(pagina)[kop].regels]


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

    klanten = delen(pagina)["Per klant"].regels
    assert ["onbewaakt", "retentie-b", "rustig-a", "rustig-c"] == namen("Per klant", pagina)
    assert '<a href="https://forge/edit/onbewaakt.yml" aria-label="invullen bij onbewaakt" ' in toon(klanten[0].wie)


def test_only_the_first_gaps_are_written_out(portefeuille: Maak) -> None:
    """
    The rest is counted; the client page has them all.
    """
    portfolio = portefeuille(klant("acme", "A", "einddatum: 2026-12-31"))

    [tekst] = wat(delen(aanvullen(portfolio, bewerk))["Per klant"])

    gaten = [gat.tekst for gat in portfolio.dossiers["acme"].gaten]
    assert " ".join((*gaten[:HOOGSTENS], f"en nog {len(gaten) - HOOGSTENS}")) == tekst


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

    deel = "Contracten om na te vragen"
    gevraagd = dict(zip(namen(deel, pagina), wat(delen(pagina)[deel]), strict=True))

    assert {
        "verlopen": "Liep af op 31 januari 2026",
        "voorlopig": "Vanzelf verlengd tot en met 31 december 2026",
        "door": "Liep af op 31 december 2025 en gaat door zonder afspraak",
    } == {naam: tekst.removeprefix("Beheer ").split(".")[0] for naam, tekst in gevraagd.items()}


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

    tekst = "Deze klant hoort bij de grootste in omzet over 2025, maar het segment is B; kijk dat na. Uitleg"
    [melding] = delen(pagina)["Klopt dit nog?"].regels
    assert (["groot"], tekst) == (namen("Klopt dit nog?", pagina), woorden(melding.wat))
    assert "bijdragen/meldingen/#top-zonder-a" in toon(melding.wat)
    assert ["verlopen"] == namen("Contracten om na te vragen", pagina)


def test_warnings_about_shared_files_say_what_they_are_about(portefeuille: Maak) -> None:
    """
    They are nobody's client.
    """
    pagina = aanvullen(portefeuille(instellingen="peildatum_vast: 2026-03-16"), bewerk)

    [een] = delen(pagina)["Klopt dit nog?"].regels
    assert ("Instellingen", {"wie": "", "segment": ""}) == (een.klant, een.kenmerken)
    assert "bijdragen/meldingen/#vaste-peildatum" in toon(een.wat)


def test_nothing_missing_has_words(portefeuille: Maak) -> None:
    """
    An empty register is good news and says so.
    """
    niets = "Er ontbreekt niets: alle gegevens waar de site om vraagt, zijn ingevuld."

    assert niets == zin(aanvullen(portefeuille(), bewerk))


def test_who_delivers_a_fact_is_named_and_finds_it(portefeuille: Maak) -> None:
    """
    Facts of a contract are its contract manager's; all of the triangle find the client under the own name.
    """
    pagina = aanvullen(portefeuille(klant("acme", "B", "einddatum: 2026-01-31")), bewerk)

    [contract] = delen(pagina)["Contracten om na te vragen"].regels
    [acme] = delen(pagina)["Per klant"].regels
    assert "Rik Smeets" == woorden(contract.wie)
    assert woorden(acme.wie).startswith("Anouk de Wit contractgegevens: Rik Smeets")
    assert {"anouk-de-wit rik-smeets"} == {contract.kenmerken["wie"], acme.kenmerken["wie"]}
