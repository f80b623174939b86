"""Kansen: every chance with its next step, what lies still on top, and the clients at which nobody looked yet."""

from collections.abc import Callable

from leesbaar import blokken, delen, regel, tabel, titel, woorden, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Leeg, Vouw
from macros.views.delen.register import Register
from macros.views.kansen.kansen import GEEN, GEEN_VRAAG, kansen

Maak = Callable[..., Portefeuille]


def klant(naam: str, meer: str = "") -> str:
    """A client of Anouk with a contract that runs for years."""
    return f"""
        id: {naam}
        naam: {naam.title()}
        in_beheer_sinds: 2025-01-01
        contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31}}]
        {meer}
    """


ACME = klant(
    "acme",
    "kansen: [{id: s, tekst: Straks, waarde_jaar: 50000, volgende_stap: Bel, voor_datum: 2026-03-20},"
    " {id: w, tekst: Won, waarde_jaar: 9000, uitkomst: gewonnen}, {id: x, tekst: Open, bron: toernooi}]",
)
BETA = klant(
    "beta",
    "kansen: [{id: l, tekst: Laat, soort: up, waarde_jaar: 20000, volgende_stap: Brief, voor_datum: 2026-03-06,"
    " eigenaar: rik-smeets, status: gevraagd}, {id: z, tekst: Zonder dag, volgende_stap: Bel}]\n"
    "        contactmomenten: [{datum: 2026-02-10, signalen: [{soort: koopsignaal, tekst: Vroeg erom, kans: l}]}]",
)


def test_what_lies_still_stands_first_then_the_day(portefeuille: Maak) -> None:
    """
    Of what has no step or a past one the most valuable is on top; a step without a day comes last.
    """
    [register] = blokken(kansen(portefeuille(ACME, BETA)), Register)
    rijen = tabel(register)

    assert ["Laat gevraagd", "Open", "Straks", "Zonder dag"] == [rij["Kans"] for rij in rijen]
    assert ["Brief Te laat 6 mrt 2026 10 dagen te laat", "Nog geen stap", "Bel 20 mrt 2026 over 4 dagen",
            "Bel Zonder dag"] == [rij["Volgende stap"] for rij in rijen]  # fmt: skip
    assert ["€ 20.000", "nog niet bekend", "€ 50.000", "nog niet bekend"] == [
        rij["Waarde per jaar"].replace("\xa0", " ") for rij in rijen
    ]
    assert ["Rik Smeets", "Anouk de Wit"] == [rij["Wie"] for rij in rijen[:2]]
    assert ["Vroeg erom 10 feb 2026", "toernooi", "onbekend"] == [rij["Waar de kans vandaan komt"] for rij in rijen[:3]]


def test_the_headline_counts_the_money(portefeuille: Maak) -> None:
    """
    Of what is still open; what was won is folded.
    """
    pagina = kansen(portefeuille(ACME, BETA))

    assert (
        "4 kansen bij 2 klanten, samen € 70.000 per jaar. "
        "Daarvan hebben er 2 geen volgende stap, of een waarvan de dag voorbij is."
    ) == zin(pagina).replace("\xa0", " ")
    [vouw] = blokken(pagina, Vouw)
    assert ("Gewonnen", 1) == (vouw.kop, vouw.aantal)
    assert isinstance(vouw.inhoud, Register)
    assert ["Won"] == [rij["Kans"] for rij in tabel(vouw.inhoud)]


def test_an_empty_portfolio_says_what_to_do(portefeuille: Maak) -> None:
    """
    No chance, and nothing to look at.
    """
    assert [GEEN, GEEN_VRAAG] == [woorden(leeg.inhoud) for leeg in blokken(kansen(portefeuille(klant("acme"))), Leeg)]


def test_who_nobody_looked_at_is_named(portefeuille: Maak) -> None:
    """
    With what happened, and by when.
    """
    cijfer = "evaluaties: [{datum: 2026-02-18, cijfer_resultaat: 8.5, cijfer_samenwerking: 9}]"

    [deel] = delen(kansen(portefeuille(klant("acme", cijfer)))).values()

    [enige] = deel.regels
    assert ("De klant gaf een 8,5", "Acme") == (titel(enige), regel(enige)["klant"])


def test_text_of_a_chance_stays_text(portefeuille: Maak) -> None:
    """
    What a file says is never markup.
    """
    kwaad = "'<script>alert(1)</script>'"
    velden = ", ".join(f"{naam}: {kwaad}" for naam in ("tekst", "status", "bron", "volgende_stap"))

    assert "<script>alert" not in render.html(kansen(portefeuille(klant("acme", f"kansen: [{{id: k, {velden}}}]"))))
