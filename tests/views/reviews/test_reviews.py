"""Fresh looks and looks back: what is due, what is planned, who is asked, what they said; and closing decently."""

from collections.abc import Callable

import pytest
from leesbaar import blokken, delen, regel, sorteer, tabel, titel, woorden, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Alinea, Anker, Blokken, Vouw
from macros.views.delen.register import Register
from macros.views.delen.stukken import Bij
from macros.views.render import toon
from macros.views.reviews.reviews import OP_PAPIER, reviews, vragenlijsten
from macros.views.reviews.reviews_pijlers import reviews_pijlers
from macros.views.reviews.reviews_terugblik import reviews_afsluiting, reviews_terugblik

Maak = Callable[..., Portefeuille]


def klant(meer: str = "", start: str = "2025-04-01", naam: str = "acme") -> str:
    """A client of Anouk with one contract; the first look is due a year after its start."""
    return f"""
        id: {naam}
        naam: {naam.title()}
        contracten: [{{id: c, titel: Beheer, startdatum: {start}, einddatum: 2029-12-31}}]
        {meer}
    """


def rij(portefeuille: Portefeuille) -> list[str]:
    """The only row of the register: what to do, and each line of small print under it."""
    [deel] = delen(reviews(portefeuille)).values()
    [enige] = deel.regels
    assert isinstance(enige.wat, tuple)
    return [titel(enige), *(woorden(stuk) for stuk in enige.wat if isinstance(stuk, Bij))]


def test_late_stands_first_and_the_rest_by_day(portefeuille: Maak) -> None:
    """
    Later is folded, and a postponed look has a part of its own.
    """
    pagina = reviews(
        portefeuille(
            klant(start="2025-10-01", naam="later"),
            klant(start="2025-03-15", naam="laat"),
            klant(start="2025-03-20", naam="week"),
            klant("uitstel: [{onderwerp: review_te_laat, tot: 2026-05-01, reden: R}]", "2025-01-01", "rust"),
        )
    )

    assert [
        ("te_laat", True, ["laat"]), ("deze_week", True, ["week"]), ("op_tijd", False, ["later"]),
        ("uitgesteld", False, ["rust"]),
    ] == [
        (deel.stand, not deel.dicht, [regel(r)["klant"].lower() for r in deel.regels])
        for deel in delen(pagina).values()
    ]  # fmt: skip
    assert "1 te laat, 1 deze week." == zin(pagina)


def test_the_day_says_why(portefeuille: Maak) -> None:
    """
    Facts and settings in one line; the rule stands in the handbook.
    """
    assert (
        "nog geen frisse blik → eerste contract begon op 1 april 2025 → elke 12 maanden"
        == rij(portefeuille(klant()))[-1]
    )


@pytest.mark.parametrize(
    ("meer", "plan"),
    [
        ("", ("Voorstel", "Bram Oudkerk", "niet van dit accountteam; 0 frisse blikken gedaan of gepland")),
        ("segment_keuze: {segment: A, reden: R}", ("Van buiten", "vraag een bureau of een relatie", "")),
        ("fresheyes: [{gepland_op: 2026-03-26, door: Bureau Helder, extern: true}]",
         ("Gepland", "26 maart 2026, Bureau Helder", "van buiten")),
        ("fresheyes: [{gepland_op: 2026-04-03, door: Rik Smeets}]",
         ("Gepland", "3 april 2026, Rik Smeets", "van een collega; 2 dagen na de uiterste dag")),
        ("segment_keuze: {segment: A, reden: R}\n        fresheyes: [{gepland_op: 2026-03-26, extern: false}]",
         ("Gepland", "26 maart 2026", "van een collega; bij een A-klant is van buiten de norm")),
        ("fresheyes: [{gepland_op: 2026-03-10, door: Rik Smeets}]",
         ("Ging het door?", "gepland op 10 maart 2026", "leg de uitkomst vast, of een nieuwe dag")),
    ],
)  # fmt: skip
def test_what_to_do_about_it(portefeuille: Maak, meer: str, plan: tuple[str, str, str]) -> None:
    """
    Planned, asked from outside, proposed, or recorded.
    """
    label, tekst, bij = plan

    assert [f"{label} {tekst}", bij] == rij(portefeuille(klant(meer)))[:2]


def test_an_a_client_that_a_colleague_looked_at_is_asked_for_an_outsider(portefeuille: Maak) -> None:
    """
    The look of the colleague counts as done, and the page says what it was.
    """
    wat = rij(
        portefeuille(
            klant("""segment_keuze: {segment: A, reden: R}
        fresheyes: [{uitgevoerd_op: 2025-03-10, door: Rik Smeets, extern: false}]""")
        )
    )

    assert ["Van buiten vraag een bureau of een relatie", "de vorige was van een collega"] == wat[:2]


def test_a_team_of_one_asks_an_outsider(portefeuille: Maak) -> None:
    """
    Nobody is independent.
    """
    team = "personen: [{id: anouk-de-wit, naam: Anouk de Wit}]"

    assert "Niemand vrij vraag iemand van buiten" == rij(portefeuille(klant(), team=team))[0]


def test_looks_of_a_colleague_are_counted_apart(portefeuille: Maak) -> None:
    """
    Of the last twelve months only.
    """
    pagina = reviews(
        portefeuille(
            klant("""fresheyes:
          - {uitgevoerd_op: 2026-01-10, door: Bureau Helder, extern: true}
          - {uitgevoerd_op: 2025-06-10, door: Rik Smeets, extern: false}
          - {uitgevoerd_op: 2025-03-16, door: Rik Smeets, extern: false}""")
        )
    )

    [geteld] = blokken(pagina, Alinea)
    assert woorden(geteld).startswith("Laatste twaalf maanden: 1 van buiten, en apart geteld 1 van een collega. ")


def test_without_contracts_there_is_nothing_to_do(portefeuille: Maak) -> None:
    """
    No zeros that look like facts.
    """
    pagina = reviews(portefeuille("id: leeg\ncontracten: []"))

    [geteld] = blokken(pagina, Alinea)
    assert "Er loopt geen contract, dus er is geen frisse blik nodig." == zin(pagina)
    assert woorden(geteld).startswith("Wanneer een frisse blik moet")


def test_the_pillars_over_the_years(portefeuille: Maak) -> None:
    """
    The oldest score first, a line where there are two, the lowest latest score on top, and averages per year.
    """
    pagina = reviews_pijlers(
        portefeuille(
            klant("""fresheyes:
          - {uitgevoerd_op: 2025-06-01, extern: true, verwachtingen: {score: 4, conclusie: Goed}, relaties: {score: 4}}
          - {uitgevoerd_op: 2024-06-01, extern: false, verwachtingen: {score: 3}, expertise: {conclusie: Traag}}"""),
            klant("fresheyes: [{uitgevoerd_op: 2025-02-01, extern: true, relaties: {score: 2}}]", naam="laag"),
            klant(naam="nooit"),
        )
    )

    [klanten], [jaren], [conclusies] = blokken(pagina, Register), blokken(pagina, Anker), blokken(pagina, Blokken)
    _, acme = conclusies.delen
    assert ["Laag", "Acme"] == [rij["Klant"] for rij in tabel(klanten)]
    assert ["3 → 4", "4", "", "1 jun 2025", "van buiten"] == list(tabel(klanten)[1].values())[1:]
    assert (["", "4"], ["2", "4"]) == (sorteer(klanten, "Verwachtingen"), sorteer(klanten, "Relaties"))
    assert 1 == render.html(klanten).count('points="2,8 16,5"') == render.html(klanten).count("<svg")
    assert (
        "Acme: 2 1 juni 2025 van buiten Verwachtingen 4 van 5 Goed Relaties 4 van 5 zonder conclusie 1 juni 2024"
        " van een collega Verwachtingen 3 van 5 zonder conclusie Vakkennis Traag Naar de klant"
    ) == woorden(acme)
    assert isinstance(jaren.inhoud, Register)
    assert [["2025", "2", "0", "4", "3", "–"], ["2024", "0", "1", "3", "–", "–"]] == [
        list(rij.values()) for rij in tabel(jaren.inhoud)
    ]
    assert "Nog nooit gehouden bij 1 klant." in woorden(klanten.titel)


ANONIEM = """
        id: stille-bv
        naam: Stille BV
        anoniem: true
        contactpersonen: [{id: k, naam: Klaas Geheim, functie: directeur, laag: strategisch}]
        contracten: [{id: c, titel: Beheer, startdatum: 2022-01-01, einddatum: 2025-12-31,
                      uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}]
        fresheyes: [{uitgevoerd_op: 2024-02-01, extern: true, relaties: {score: 2, conclusie: Dun}}]
        postmortems: [{contract: c, uitgevoerd_op: 2025-12-04, door: Bureau Helder, gesproken_met: [k],
                       expertise: {waar_mis: Te traag, les: Meet het}, lessen: [l]}]
        afsluiting: {punten_afgesproken: [A]}
"""


def test_a_client_without_name_stays_without_name(portefeuille: Maak) -> None:
    """
    Neither its name, its address nor its people are on the page; what we learned is.
    """
    portfolio = portefeuille(ANONIEM, lessen="lessen: [{id: l, titel: De les, account: stille-bv}]")

    html = "".join(
        render.html(maak(portfolio)) for maak in (reviews, reviews_pijlers, reviews_terugblik, reviews_afsluiting)
    )

    assert "Stille" not in html
    assert "stille-bv" not in html
    assert "Geheim" not in html
    assert 2 == html.count("Naam niet getoond")
    assert "Te traag" in html
    assert "gesproken met 1 persoon" in html


def test_a_look_back_reports_on_the_same_pillars(portefeuille: Maak) -> None:
    """
    With the lessons that came from it, and how late it was.
    """
    [verslag] = blokken(reviews_terugblik(portefeuille(ANONIEM, lessen="lessen: [{id: l, titel: De les}]")), Vouw)

    assert verslag.open
    assert (
        "Naam niet getoond: Beheer 4 december 2025 · 3 dagen te laat · Bureau Helder · gesproken met 1 persoon"
        == woorden(verslag.kop)
    )
    assert "Vakkennis Te traag Meet het" in woorden(verslag.inhoud)
    assert '<a href="lessen/#les-l">De les</a>' in toon(verslag.inhoud)


@pytest.mark.parametrize(
    ("ontvangen", "postmortem", "plan", "tekst"),
    [
        ("2026-03-02", "", "Nog niet gepland", ""),
        ("2026-03-02", "gepland_op: 2026-04-02, door: Bureau Helder", "Gepland", "2 april 2026, Bureau Helder"),
        ("2026-03-10", "gepland_op: 2026-03-18", "Gepland", "18 maart 2026; vroeg: dan hoor je vooral boosheid"),
        ("2026-01-12", "gepland_op: 2026-03-17", "Gepland", "17 maart 2026; 5 dagen na de uiterste dag"),
        ("2026-02-02", "gepland_op: 2026-03-12", "Ging het door?",
         "gepland op 12 maart 2026; leg de uitkomst vast, of een nieuwe dag"),
    ],
)  # fmt: skip
def test_a_look_back_to_hold(portefeuille: Maak, ontvangen: str, postmortem: str, plan: str, tekst: str) -> None:
    """
    Planned or not, and whether the day is a good one.
    """
    opzegging = f"opzegging: {{ontvangen_op: {ontvangen}, door: klant, per_datum: 2026-12-31}}"
    yaml = f"""
        id: acme
        contracten: [{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2026-12-31, {opzegging}}}]
        postmortems: [{f"{{contract: c, {postmortem}}}" if postmortem else ""}]
    """

    [nodig] = tabel(blokken(reviews_terugblik(portefeuille(yaml)), Register)[0])

    assert f"{plan} {tekst}".strip() == nodig["Gepland"].split(" beste gesprekken")[0]


def test_the_least_closed_client_stands_first(portefeuille: Maak) -> None:
    """
    Of a client that stays nothing is asked.
    """
    weg = "[{id: c, titel: B, startdatum: 2022-01-01, einddatum: 2025-12-31, uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}]"  # noqa: E501
    pagina = reviews_afsluiting(
        portefeuille(
            f"id: af\nnaam: Af\ncontracten: {weg}\nafsluiting: {{overdracht_klaar_op: 2026-01-05}}",
            f"id: niets\nnaam: Niets\ncontracten: {weg}",
            klant(naam="blijft"),
        )
    )

    niets, af = (list(rij.values()) for rij in tabel(pagina))
    assert ["Niets", "Nog doen", "Nog doen", "Nog doen", "Nog doen"] == niets
    assert ["Af", "Nog doen", "Klaar 5 jan 2026", "Nog doen", "Nog doen"] == af


def test_each_question_list_is_one_sheet(portefeuille: Maak) -> None:
    """
    All questions and enough lines, which together fit on one A4; nothing of a client.
    """
    portfolio = portefeuille(klant("fresheyes: [{uitgevoerd_op: 2025-06-01, relaties: {score: 2, conclusie: Smal}}]"))
    pagina = vragenlijsten(portfolio)

    assert list(OP_PAPIER) == [vel.id for vel in pagina.vellen]
    assert {"gesprek", "zelfscan_vragen", "zelfscan_uitdagingen"} == {
        lijst.id for lijst in portfolio.gedeeld.vragenlijsten.vragenlijsten
    } - set(OP_PAPIER), "asked on a page of its own, or promised and not printed"
    for vel in pagina.vellen:
        assert all(vraag.regels >= 2 for vraag in vel.vragen)
        assert 23 == sum(1 + bool(vraag.keuzes) + vraag.regels for vraag in vel.vragen)
    html = render.html(pagina)
    assert "Acme" not in html
    assert "Smal" not in html


def test_answers_can_be_ticked(portefeuille: Maak) -> None:
    """
    A score to 5, a mark to 10, yes or no; words have lines only.
    """
    lijst = """
        vragenlijsten:
          - {id: evaluatie, titel: E, vragen: [
              {id: a, tekst: A, soort: score}, {id: b, tekst: B, soort: cijfer}, {id: c, tekst: C, soort: ja_nee},
              {id: d, tekst: D}]}
    """
    [vel] = vragenlijsten(portefeuille(vragenlijsten=lijst)).vellen

    assert ["1 2 3 4 5", "1 2 3 4 5 6 7 8 9 10", "ja nee", ""] == [" ".join(vraag.keuzes) for vraag in vel.vragen]


def test_a_team_without_these_lists_is_told_so(portefeuille: Maak) -> None:
    """
    An own file replaces all lists; a list without questions is a sheet without questions.
    """
    leeg = render.html(vragenlijsten(portefeuille(vragenlijsten="vragenlijsten: []")))
    kaal = vragenlijsten(portefeuille(vragenlijsten="vragenlijsten: [{id: overname, titel: O}]"))

    assert "deze vragenlijsten weggehaald" in leeg
    assert [()] == [vel.vragen for vel in kaal.vellen]


def test_the_register_stays_small(portefeuille: Maak) -> None:
    """
    A row costs about 700 bytes, however many clients there are: one in the register, two below the pillars.
    """
    blik = "fresheyes: [{uitgevoerd_op: 2025-04-01, extern: true, relaties: {score: 3, conclusie: Goed}}]"
    portfolio = portefeuille(*(klant(blik, naam=f"klant-{nr:03}") for nr in range(50)))

    assert len(render.html(reviews(portfolio), "../").encode()) < 50 * 750
    assert len(render.html(reviews_pijlers(portfolio), "../").encode()) < 2 * 50 * 700
