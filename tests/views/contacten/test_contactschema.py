"""The contact schedule: late first, and inside a part the quietest client first."""

from collections.abc import Callable

from leesbaar import delen, regel, titel, wat, woorden, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.contacten.contactschema import contactschema
from macros.views.delen.blad import Blad
from macros.views.delen.werklijst import Deel

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


def gelezen(naam: str) -> str:
    """A client of which the decider may get our messages."""
    return klant(naam).replace("beslisser", "beslisser, nieuwsbrief: toestemming")


def berichtdeel(pagina: Blad) -> Deel:
    """The part about messages."""
    return next(deel for kop, deel in delen(pagina).items() if kop.startswith("Berichten"))


def test_the_quietest_client_comes_first(portefeuille: Maak) -> None:
    """
    By last real contact, the oldest first, whatever the client is worth; the real rhythm stands beside the agreed one.
    """
    pagina = contactschema(portefeuille(klant("pas", "2025-12-01"), klant("lang", "2025-06-01")))

    te_laat = delen(pagina)["Te laat"]
    lang, pas = [rij for rij in te_laat.regels if titel(rij) == "Accountmanager, tactisch"]
    assert ["lang B", "pas B"] == [regel(rij)["klant"] for rij in (lang, pas)]
    assert {
        "wanneer": "14 dagen te laat",
        "klant": "pas B",
        "wat": "Accountmanager, tactisch 105 dagen niet gesproken (afspraak: 91) · laatst 1 dec 2025",
        "wie": "Anouk de Wit",
    } == regel(pas)
    assert {"wie": "anouk-de-wit", "segment": "B"} == pas.kenmerken


def test_who_was_never_spoken_to_counts_from_the_start(portefeuille: Maak) -> None:
    """
    Nobody spoke with the decider: that is said in words.
    """
    pagina = contactschema(portefeuille(klant("acme")))

    [beslisser] = delen(pagina)["Beslissers en beïnvloeders: laatst gesproken"].regels
    assert {"wanneer": "nog niet gesproken", "klant": "acme B", "wat": "K. Vos inkoper · Beslisser"} == regel(beslisser)
    assert any("805 dagen nog niet gesproken (afspraak: 91)" in tekst for tekst in wat(delen(pagina)["Te laat"]))


def test_names_can_be_left_out(portefeuille: Maak) -> None:
    """
    With `toon_contactnamen: false` overview pages show functions.
    """
    pagina = contactschema(portefeuille(klant("acme"), instellingen="toon_contactnamen: false"))

    assert ["inkoper Beslisser"] == wat(delen(pagina)["Beslissers en beïnvloeders: laatst gesproken"])
    assert "K. Vos" not in render.html(pagina)


def test_messages_are_counted_against_the_norm(portefeuille: Maak) -> None:
    """
    One message in twelve months is too few, and the next is due 61 days after it.
    """
    berichten = "berichten: [{datum: 2026-01-12, soort: tip}]"

    pagina = contactschema(portefeuille(gelezen("acme"), berichten=berichten))

    deel = berichtdeel(pagina)
    [rij] = deel.delen[0].regels
    assert "0 van 1 klant kreeg er in twaalf maanden genoeg." == deel.noot
    assert ("1 van 6 in twaalf maanden te weinig", "2 dagen te laat") == (titel(rij), regel(rij)["wanneer"])
    [niemand] = berichtdeel(contactschema(portefeuille(klant("acme"), berichten=berichten))).delen[0].regels
    assert regel(niemand)["wat"].startswith("0 van 6 in twaalf maanden te weinig niemand mag ze krijgen")


def test_a_client_in_the_quiet_after_its_contract_is_counted_apart(portefeuille: Maak) -> None:
    """
    It keeps getting messages; the figure of Behoud is about clients with a contract, so the sentence names it.
    """
    stil = klant("weg").replace("2029-12-31", "2026-02-28, opzegging: {ontvangen_op: 2025-10-01, door: wij}")
    berichten = "berichten: [{datum: 2026-02-12, soort: tip, aan: {accounts: [weg]}}]"

    deel = berichtdeel(contactschema(portefeuille(klant("acme"), stil, berichten=berichten)))

    assert "0 van 2 klanten kregen er in twaalf maanden genoeg, ook 1 zonder lopend contract." == deel.noot
    assert len(deel.delen[0].regels) == 2


def test_without_the_part_there_are_no_messages(portefeuille: Maak) -> None:
    """
    A team that does not count messages sees none.
    """
    pagina = contactschema(portefeuille(klant("acme"), instellingen="onderdelen: {berichten: false}"))

    assert not [kop for kop in delen(pagina) if kop.startswith("Berichten")]


def test_an_empty_schedule_has_words(portefeuille: Maak) -> None:
    """
    Without rules the page says why there are none.
    """
    pagina = contactschema(portefeuille())

    assert "Er lopen geen contactregels: geen klant heeft een lopend contract en een segment." == zin(pagina)


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

    lijst = berichtdeel(contactschema(portefeuille(gelezen("acme"), berichten=berichten))).delen[1]

    assert [
        "Zomer Gepland 1 april 2026 · aan A-klanten en B-klanten",
        "Klantmiddag 26 februari 2026 · uitnodiging · aan contactpersonen van acme · nagebeld: acme op 4 maart 2026",
    ] == [woorden(rij.wat) for rij in lijst.regels]
    [oud] = lijst.delen
    assert ("1 langer dan een jaar geleden", True) == (oud.kop, oud.dicht)
    assert ["Oud nieuws 1 mei 2024 · tip · aan alle klanten"] == wat(oud)


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

    [tekst] = wat(berichtdeel(contactschema(portefeuille(acme))).delen[0])

    assert tekst.endswith("nieuwsbrief met toestemming: 1; niet: 1; nog vragen: 1")
