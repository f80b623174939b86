"""The contact schedule: late first, and inside a part the quietest client first."""

from collections.abc import Callable

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.contacten.contactschema import contactschema

Maak = Callable[..., Portefeuille]


def klant(naam: str, gesproken: str = "", meer: str = "") -> str:
    """A B client of two years with one decider, who was spoken to on `gesproken`."""
    momenten = f"[{{datum: {gesproken}, wie: anouk-de-wit, met: [k], vorm: bezoek}}]" if gesproken else "[]"
    return f"""
        id: {naam}
        naam: {naam}
        segment_keuze: {{segment: B, reden: middelgroot}}
        contracten: [{{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2029-12-31}}]
        contactpersonen:
          - {{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, rol_bvt: beslisser}}
        contactmomenten: {momenten}
        {meer}
    """


def test_the_quietest_client_comes_first(portefeuille: Maak) -> None:
    """
    By last real contact, the oldest first, whatever the client is worth; the real rhythm stands beside the agreed one.
    """
    pagina = contactschema(portefeuille(klant("pas", "2025-12-01"), klant("lang", "2025-06-01")))

    te_laat = pagina.delen[0]
    tactisch = [rij for rij in te_laat.rijen if rij.regel == "Accountmanager, tactisch"]
    assert ["lang", "pas"] == [rij.account for rij in tactisch]
    assert "105 dagen niet gesproken (afspraak: 91)" == tactisch[1].ritme
    assert ("14 dagen te laat", "anouk-de-wit") == (tactisch[1].wanneer, tactisch[1].personen)


def test_who_was_never_spoken_to_counts_from_the_start(portefeuille: Maak) -> None:
    """
    Nobody spoke with the decider: that is said in words.
    """
    pagina = contactschema(portefeuille(klant("acme")))

    [beslisser] = pagina.gesproken
    assert ("K. Vos", "Beslisser", "nog niet gesproken") == (beslisser.naam, beslisser.rol, beslisser.geleden)
    assert "805 dagen nog niet gesproken (afspraak: 91)" in {rij.ritme for rij in pagina.delen[0].rijen}


def test_names_can_be_left_out(portefeuille: Maak) -> None:
    """
    With `toon_contactnamen: false` overview pages show functions.
    """
    pagina = contactschema(portefeuille(klant("acme"), instellingen="toon_contactnamen: false"))

    assert [("inkoper", "")] == [(rij.naam, rij.functie) for rij in pagina.gesproken]
    assert "K. Vos" not in render.html(pagina)


def test_messages_are_counted_against_the_norm(portefeuille: Maak) -> None:
    """
    One message in twelve months is too few, and the next is due 61 days after it.
    """
    berichten = "berichten: [{datum: 2026-01-12, soort: tip}]"

    pagina = contactschema(portefeuille(klant("acme"), berichten=berichten))

    [rij] = pagina.berichten
    assert (1, False, "2 dagen te laat", 1) == (rij.aantal, rij.genoeg, rij.wanneer, pagina.te_weinig)


def test_without_the_part_there_are_no_messages(portefeuille: Maak) -> None:
    """
    A team that does not count messages sees none.
    """
    assert () == contactschema(portefeuille(klant("acme"), instellingen="onderdelen: {berichten: false}")).berichten


def test_an_empty_schedule_has_words(portefeuille: Maak) -> None:
    """
    Without rules the page says why there are none.
    """
    pagina = contactschema(portefeuille())

    assert "Er lopen geen contactregels: geen klant heeft een lopend contract en een segment." == pagina.zin


def test_what_went_out_stands_there_with_who_it_was_for(portefeuille: Maak) -> None:
    """
    A message says what it was about, for whom, and who was called about it; what is planned says so, old ones fold.
    """
    berichten = """
        berichten:
          - {datum: 2024-05-01, soort: tip, onderwerp: Oud nieuws}
          - {datum: 2026-02-26, soort: uitnodiging, onderwerp: Klantmiddag, aan: {accounts: [acme]},
             gericht_aan: contactpersonen, nagebeld: {acme: 2026-03-04}}
          - {datum: 2026-04-01, onderwerp: Zomer, aan: {segmenten: [A, B]}}
    """

    lijst = contactschema(portefeuille(klant("acme"), berichten=berichten)).verstuurd

    gepland, middag = lijst.regels
    assert ("Zomer", "Gepland") == (gepland.tekst, gepland.label.tekst if gepland.label else "")
    assert ("1 april 2026", "aan A-klanten en B-klanten") == gepland.bij
    assert "Klantmiddag" == middag.tekst
    assert (
        "26 februari 2026", "uitnodiging", "aan contactpersonen van acme", "nagebeld: acme op 4 maart 2026",
    ) == middag.bij  # fmt: skip
    assert (["Oud nieuws"], "1 langer dan een jaar geleden") == ([oud.tekst for oud in lijst.rest], lijst.rest_kop)


def test_it_counts_who_may_get_a_message(portefeuille: Maak) -> None:
    """
    By the ground that was written down; who was never asked is counted apart, and who left does not count.
    """
    mensen = """
        contactpersonen:
          - {id: a, naam: A, functie: f, laag: tactisch, nieuwsbrief: toestemming}
          - {id: b, naam: B, functie: f, laag: tactisch, nieuwsbrief: nee}
          - {id: c, naam: C, functie: f, laag: tactisch}
          - {id: d, naam: D, functie: f, laag: tactisch, vertrokken_op: 2026-01-01}
    """
    acme = f"""
        contracten: [{{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2029-12-31}}]
{mensen}"""

    [rij] = contactschema(portefeuille(acme)).berichten

    assert "met toestemming: 1; niet: 1; nog vragen: 1" == rij.nieuwsbrief
