"""The register of marks: what asks attention first, who gave them, what repair costs, honest when empty."""

from collections.abc import Callable
from datetime import date

import leesbaar
import pytest
from leesbaar import blokken, regel, tabel, woorden

from macros.portefeuille.klantjaren import cijferjaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Anker, Blad, Naast, Vouw, Zin
from macros.views.delen.register import Register
from macros.views.klantcijfers.cijferbeeld import cijferbeeld
from macros.views.klantcijfers.klantcijfers import klantcijfers
from macros.views.render import Inhoud

Maak = Callable[..., Portefeuille]
LOPEND = "contracten: [{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2029-12-31}]"
AF = (
    "contracten: [{id: c, titel: C, startdatum: 2020-01-01, einddatum: 2025-12-31, "
    "uitkomsten: [{datum: 2025-11-01, resultaat: verloren}]}]"
)
MENSEN = "contactpersonen: [{id: bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}]"


def klant(naam: str, *regels: str, contracten: str = LOPEND) -> str:
    """A client with these lines."""
    return "\n".join((f"id: {naam}", f"naam: Klant {naam}", contracten, *regels))


def cijfer(datum: str, mark: float, meer: str = "") -> str:
    """An evaluation with one mark."""
    return f"evaluaties: [{{datum: {datum}, opdracht: Beheer, cijfer_resultaat: {mark}{meer}}}]"


def vragen(pagina: Blad) -> dict[str, list[tuple[str, str, str]]]:
    """Client, colleague and nearness of each question, by kind."""
    per_kop = {soort: [regel(rij) for rij in eigen] for soort, eigen in leesbaar.vragen(pagina).items()}
    return {
        kop: [(r["klant"].split()[1], r["wie"], r.get("wanneer", "")) for r in eigen] for kop, eigen in per_kop.items()
    }


def zin(pagina: Blad) -> str:
    """The page in one line."""
    return next(woorden(zin.inhoud) for zin in blokken(pagina, Zin))


def vouwen(pagina: Blad) -> dict[str, Inhoud]:
    """The line of each folded part, by its first word or words."""
    return {woorden(vouw.kop[0]): vouw.kop for vouw in blokken(pagina, Vouw) if isinstance(vouw.kop, tuple)}


def rijen(pagina: Blad, naam: str) -> list[dict[str, str]]:
    """The rows of one table."""
    return next((tabel(deel) for deel in blokken(pagina, Register) if deel.naam == naam), [])


def test_each_question_goes_to_who_should_act(portefeuille: Maak) -> None:
    """
    Too long without a plan goes to the manager, a running plan to its owner, a project to its project manager.
    """
    pagina = klantcijfers(
        portefeuille(
            klant("laat", cijfer("2026-02-01", 7)),
            klant("vers", cijfer("2026-03-10", 7)),
            klant("plan", cijfer("2026-02-01", 7, ", herstelplan: {eigenaar: rik-smeets}")),
            klant("leeg", "evaluaties: [{datum: 2026-03-01, door: rik-smeets}]"),
            klant("nooit"),
            klant("straks", "evaluaties: [{datum: 2026-05-12, door: rik-smeets}]"),
            klant(
                "project",
                cijfer("2026-01-05", 9),
                "projecten: [{id: p, titel: Uitrol, oplevering: 2026-03-06, projectmanager: rik-smeets}]",
            ),
            klant("goed", cijfer("2026-02-01", 9)),
            klant("weg", cijfer("2025-06-01", 4), contracten=AF),
        )
    )

    assert {
        "Te lang zonder herstelplan: naar de leidinggevende": [("laat", "Johan Prins", "29 dagen te laat")],
        "Onder de norm: maak een herstelplan met de klant": [("vers", "Anouk de Wit", "over 8 dagen")],
        "Herstelplan loopt": [("plan", "Rik Smeets", "")],
        "Opgeleverd, nog geen cijfer gevraagd": [("project", "Rik Smeets", "over 4 dagen")],
        "Evaluatie gehouden, cijfer niet opgeschreven": [("leeg", "Rik Smeets", "")],
        "Nog nooit een cijfer gevraagd": [
            ("straks", "Anouk de Wit", "over 57 dagen"),
            ("nooit", "Anouk de Wit", ""),
        ],
    } == vragen(pagina)


def test_without_a_manager_the_account_manager_is_asked(portefeuille: Maak) -> None:
    """
    A team file that names no manager still leaves the question with somebody.
    """
    bram = "driehoek: {accountmanager: bram-oudkerk}"

    [eigen] = leesbaar.vragen(klantcijfers(portefeuille(klant("a", bram, cijfer("2026-02-01", 7))))).values()

    assert ["Bram Oudkerk"] == [rij.wie for rij in eigen]


def test_an_a_client_is_asked_every_year(portefeuille: Maak) -> None:
    """
    Late and nearly due stand in the list, with the evaluation that is planned; later does not.
    """
    a = "segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}"
    gepland = "evaluaties: [{datum: 2025-03-01, cijfer_resultaat: 9}, {datum: 2026-04-01}]"
    pagina = klantcijfers(
        portefeuille(
            klant("laat", a, gepland),
            klant("bijna", a, cijfer("2025-04-10", 9)),
            klant("later", a, cijfer("2025-06-10", 9)),
            klant("b", "segment_keuze: {segment: B, reden: Klein, op: 2026-01-01}", cijfer("2024-01-10", 9)),
        )
    )

    [eigen] = leesbaar.vragen(pagina).values()
    assert [
        ("laat", "Laatste cijfer op 1 maart 2025, gepland op 1 april 2026"),
        ("bijna", "Laatste cijfer op 10 april 2025, nog niet gepland"),
    ] == [(regel(rij)["klant"].split()[1], rij.wat) for rij in eigen]


def test_the_sentence_counts_running_clients(portefeuille: Maak) -> None:
    """
    Each client counts once, in its worst state of the last twelve months; the norm is that of the team.
    """
    klanten = (
        klant("a", cijfer("2026-02-01", 9)),
        klant("b", cijfer("2026-02-01", 7)),
        klant("c"),
        klant("weg", cijfer("2025-06-01", 9), contracten=AF),
    )

    assert zin(klantcijfers(portefeuille(*klanten))) == (
        "Van 3 klanten met een lopend contract zitten er 1 op een 8 of hoger en 1 met een cijfer onder de 8 "
        "waar nog geen plan voor is. "
        "Aan 1 klant is nog nooit een cijfer gevraagd. "
        "Van alle gegeven cijfers haalde in 2026 1 van 2 (50%) en in 2025 1 van 1 (100%) de norm."
    )
    zeven = klantcijfers(portefeuille(*klanten, instellingen="cijfer_norm: 7.0"))
    [garantie] = blokken(zeven, Naast)[:1]
    assert ["2 7 of hoger Klant a Klant b", "1 Geen cijfer in deze periode Klant c"] == [
        woorden(deel) for deel in garantie.delen
    ]


@pytest.mark.parametrize(
    ("instellingen", "gever"),
    [("{}", "H. Bakker, manager ICT"), ("toon_contactnamen: false", "manager ICT")],
)
def test_who_gave_the_marks(portefeuille: Maak, instellingen: str, gever: str) -> None:
    """
    Name and function; the function alone where the team shows no names.
    """
    gegeven = klant("a", MENSEN, cijfer("2026-02-01", 9, ", gegeven_door: bakker, door: rik-smeets"))

    [rij] = rijen(klantcijfers(portefeuille(gegeven, instellingen=instellingen)), "cijfers")

    assert f"{gever} gevraagd door Rik Smeets" == rij["Gegeven door"]


def test_a_client_without_mention_keeps_its_people_to_itself(portefeuille: Maak) -> None:
    """
    Neither its name nor that of who gave the mark is on an overview; a removed person is "oud-contact".
    """
    weg = klant("weg", "anoniem: true", MENSEN, cijfer("2025-06-01", 9, ", gegeven_door: bakker"), contracten=AF)
    oud = klant("oud", cijfer("2025-07-01", 9, ", gegeven_door: oud-contact"))

    gegeven = rijen(klantcijfers(portefeuille(weg, oud)), "cijfers")

    assert [("Klant oud", "oud-contact"), ("Naam niet getoond", "manager ICT")] == [
        (rij["Klant"], rij["Gegeven door"]) for rij in gegeven
    ]


def test_repair_shows_both_marks_and_its_cost(portefeuille: Maak) -> None:
    """
    The first mark, the new one and the amount stand in one row; an amount that nobody wrote down is said.
    """
    klaar = ", herstelplan: {eigenaar: rik-smeets, hercijfer: 8.5, hercijfer_op: 2026-03-01, kosten_voor_ons: 3800}"
    pagina = klantcijfers(
        portefeuille(
            klant("a", cijfer("2026-01-05", 7, klaar)), klant("b", cijfer("2026-01-04", 6, ", herstelplan: {}"))
        )
    )

    zegt = woorden(vouwen(pagina)["Herstelplannen"])
    assert "2 herstelplannen, samen € 3.800 op onze kosten. Van 1 is het bedrag niet ingevuld." in zegt
    assert [
        ["Beheer", "7", "Rik Smeets", "nog niet", "8,5", "€ 3.800", "8 of hoger"],
        ["Beheer", "6", "", "nog niet", "nog niet", "niet ingevuld", "Onder de 8, herstelplan loopt"],
    ] == [
        [waarde for kop, waarde in plan.items() if kop not in {"Klant", "Start"}] for plan in rijen(pagina, "herstel")
    ]


def test_nothing_asked_yet_is_not_a_zero(portefeuille: Maak) -> None:
    """
    A register without marks says what to do first; one without clients that there is nobody to ask.
    """
    pagina = klantcijfers(portefeuille(klant("a"), klant("b")))

    assert zin(pagina).startswith("Er is nog nooit een cijfer gevraagd. Vraag er een na de volgende opdracht")
    assert "cijferbeeld" not in render.html(pagina)
    assert "Nog geen cijfers. Zet na een opdracht bij evaluaties" in render.html(pagina)
    assert "Er loopt geen contract, dus er is niemand om een cijfer te vragen." == zin(klantcijfers(portefeuille()))


def test_only_the_answers_stand_open(portefeuille: Maak) -> None:
    """
    The sentence and what asks attention; guarantee, years, plans and all marks are folded, each around its anchor.
    """
    pagina = klantcijfers(portefeuille(klant("a", cijfer("2026-02-01", 7)), klant("b", cijfer("2025-03-01", 9))))

    assert ["De 8-garantie", "Per jaar", "Herstelplannen", "Alle cijfers"] == list(vouwen(pagina))
    ankers = [vouw.inhoud.naam for vouw in blokken(pagina, Vouw) if isinstance(vouw.inhoud, Anker)]
    assert ["garantie", "per-jaar", "herstel", "alle-cijfers"] == ankers
    assert not any(vouw.open for vouw in blokken(pagina, Vouw))
    assert zin(pagina).endswith(
        "Van alle gegeven cijfers haalde in 2026 0 van 1 (0%) en in 2025 1 van 1 (100%) de norm."
    )


def test_a_year_leads_to_its_marks(portefeuille: Maak) -> None:
    """
    The table filters on that year; the lowest mark of each evaluation counts.
    """
    pagina = klantcijfers(portefeuille(klant("a", cijfer("2025-02-01", 6.5)), klant("b", cijfer("2025-03-01", 9))))

    jaren = blokken(pagina, Naast)[1].delen[1]
    assert isinstance(jaren, Register)
    assert [["2025", "2", "7,8", "7,8", "6,5 tot 9", "1 van 2 (50%)"]] == [list(rij.values()) for rij in tabel(jaren)]
    assert '<a href="?cijfers-jaar=2025#alle-cijfers">2025</a>' in render.html(jaren)
    assert 'data-filter="2025"' in render.html(pagina)


def test_the_picture_keeps_its_order() -> None:
    """
    A higher mark stands higher, years run to the right, and a year without marks leaves its place open.
    """
    jaren = cijferjaren([(date(2023, 1, 1), 9.0), (date(2025, 1, 1), 6.0), (date(2025, 1, 1), 8.0)], 8.0)

    beeld = cijferbeeld(jaren, 8.0)

    assert beeld is not None
    eerste, laatste = beeld.jaren
    assert (2023, 2025) == (eerste.jaar, laatste.jaar)
    assert eerste.mediaan < beeld.norm_y < laatste.mediaan < laatste.laag
    assert 2 * 92 == laatste.x - eerste.x
    assert ((eerste.x + 92, 2024),) == beeld.zonder
    assert (f"{eerste.x},{eerste.mediaan}", f"{laatste.x},{laatste.mediaan}") == beeld.lijnen
    assert ("9", "7") == (eerste.waarde, laatste.waarde)
    assert "2025: 2 cijfers, van 6 tot en met 8, mediaan 7, gemiddeld 7, 50% is 8 of hoger" == laatste.tekst


def test_one_perfect_year_can_be_drawn() -> None:
    """
    A single mark has no spread, and the scale still shows the norm.
    """
    beeld = cijferbeeld(cijferjaren([(date(2025, 1, 1), 10.0)], 8.0), 8.0)

    assert beeld is not None
    assert beeld.jaren[0].laag == beeld.jaren[0].hoog
    assert beeld.norm_y < beeld.hoogte
    assert cijferbeeld((), 8.0) is None
