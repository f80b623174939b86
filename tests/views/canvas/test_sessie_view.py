"""The papers of a team session: agenda, table, facts, and the sheet for the talk with the client."""

from collections.abc import Callable

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.canvas.sessie import ruitmodel, sessie

Klant = Callable[..., Dossier]


def test_an_unknown_client_gets_an_agenda_and_questions_to_find_out(klant: Klant) -> None:
    """
    With nothing on file every list says what to find out before the session.
    """
    view = sessie(klant())
    html = render.html(view, "../../../")

    assert "Nog niet gepland" == view.wanneer
    assert html.index("09.00") < html.index("Strategie") < html.index("16.30")
    assert [] == [blok.titel for blok in view.blokken if not blok.leeg]
    for woorden in (
        "Geen lopend contract.",
        "zoek uit langs welke stappen",
        "zoek uit wie er beslist",
        "Nog niet bedacht",
    ):
        assert woorden in html


def test_paper_holds_the_first_few_of_each_list_and_counts_the_rest(klant: Klant) -> None:
    """
    Seven expectations: the five that weigh most are on paper, two on the screen only.
    """
    regels = "\n".join(f"- {{id: v{n}, tekst: Verwachting {n}, prioriteit: {min(n, 5)}}}" for n in range(1, 8))
    [blok] = [b for b in sessie(klant(f"verwachtingen:\n{regels}")).blokken if b.titel == "Verwachtingen"]

    assert (7, 2) == (len(blok.regels), blok.meer)
    assert [True] * 5 + [False] * 2 == [regel.op_papier for regel in blok.regels]
    assert "Verwachting 5" == blok.regels[0].tekst.kort


def test_the_contract_shows_its_dates_and_what_is_special(klant: Klant) -> None:
    """
    Each date links to its steps on the client page.
    """
    view = sessie(
        klant("""
        contracten:
          - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
             opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}
    """)
    )

    [contract] = view.contracten
    assert ["einde", "opzeggen tot en met", "voorstel uiterlijk", "beslissen"] == [
        woord for woord, _, _ in contract.datums
    ]
    assert "verlengt vanzelf met 12 maanden" == contract.bijzonder
    assert "accounts/acme/#waarom-beheer-opzegdeadline" in render.html(view)


def test_a_mark_below_the_norm_carries_its_guarantee(klant: Klant) -> None:
    """
    The last fresh look stands above the marks; a 7 without a plan says so, a 9 needs no word.
    """
    view = sessie(
        klant("""
        fresheyes:
          - {uitgevoerd_op: 2024-01-10, verwachtingen: {score: 1}}
          - {uitgevoerd_op: 2026-01-10, verwachtingen: {score: 4}, relaties: {score: 3}}
          - {gepland_op: 2026-06-10}
        evaluaties: [{datum: 2025-12-01, cijfer_resultaat: 7}, {datum: 2026-02-01, opdracht: Oost, cijfer_resultaat: 9}]
    """)
    )

    [blok] = [b for b in view.blokken if b.titel == "Cijfers en frisse blikken"]
    assert ["Frisse blik: verwachtingen 4, relaties 3", "Oost: 9", "Cijfer 7"] == [r.tekst.kort for r in blok.regels]
    assert [None, None, "Onder de 8, nog geen plan"] == [r.label and r.label.tekst for r in blok.regels]


def test_the_talk_starts_at_its_end(klant: Klant) -> None:
    """
    The picture of the end comes before the opening; each point of the opening is the first sentence of the plan.
    """
    view = ruitmodel(
        klant("""
        bespreking: {datum: 2026-04-01, eindbeeld: Niemand loopt te veel, gevraagde_actie: Besluit in mei,
                     situatie: "Drie werkwijzen. De winst zit in de vloer."}
        contactpersonen:
          - {id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser, belang: Rust,
             onze_waarde: Eén ploeg}
    """)
    )
    html = render.html(view)

    assert "Gepland op 1 april 2026" == view.wanneer
    assert "Drie werkwijzen" == view.punten[0].kern
    assert html.index("Niemand loopt te veel") < html.index("Opening") < html.index("Besluit in mei")
    assert "Rust. Wij: Eén ploeg" == view.waarden[0].wat.kort


def test_without_a_talk_the_sheet_is_a_form(klant: Klant) -> None:
    """
    Every part shows its question, and nothing pretends to be filled.
    """
    html = render.html(ruitmodel(klant()))

    assert "Nog geen bespreking gepland" in html
    assert 4 == html.count("ruitmodel__lijn")
    assert 6 == html.count("ruitmodel__hokje")
    for vraag in (
        "Hoe staat het er nu voor?",
        "Wat gebeurt er straks bij de klant van de klant?",
        "Eén vraag of één besluit",
    ):
        assert vraag in html


def test_what_to_prepare_stands_on_top_until_the_session_was_held(klant: Klant) -> None:
    """
    Facts that miss and boxes that are empty; a session that was to be planned says since when.
    """
    begin = """
        contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
        canvassen: [{id: "2026", contracten: [beheer], gestart_op: 2026-01-12%s}]
    """

    open_, gehouden = sessie(klant(begin % "")), sessie(klant(begin % ", sessie_op: 2026-02-01"))

    assert open_.voorbereiden.startswith("zoek uit wat de klant verwacht, wie er beslist")
    assert "; nog leeg op het canvas: " in open_.voorbereiden
    assert "Nog niet gepland, had er moeten zijn op 12 januari 2026" == open_.wanneer
    assert "" == gehouden.voorbereiden
    assert "; er is nog geen canvas." in sessie(klant()).voorbereiden


def test_a_contract_that_is_over_has_only_its_end(klant: Klant) -> None:
    """
    As on the page of the client, where its other days are not explained any more.
    """
    view = sessie(
        klant("""
        contracten:
          - {id: oud, titel: Oud, startdatum: 2022-01-01, einddatum: 2024-12-31,
             opzegtermijn: {aantal: 3, eenheid: maanden}, uitkomsten: [{datum: 2024-11-01, resultaat: verloren}]}
        canvassen:
          - {id: "2024", contracten: [oud], gestart_op: 2024-01-01}
    """)
    )

    assert [["einddatum-actueel"]] == [[anker for _, _, anker in contract.datums] for contract in view.contracten]
