"""Lessons that find you: what looks like a warning sign, what does not, and what was dealt with."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.canvas.lesgelijkenis import Gelijkenis, gelijkenissen
from macros.afleidingen.dossier import dossier
from macros.portefeuille.portefeuille import Portefeuille

PEILDATUM = date(2026, 3, 16)
LESSEN = """
    lessen:
      - id: prijs-eerst
        titel: De prijs kwam eerst
        waarschuwingssignalen:
          - Een nieuwe inkoper vraagt tarieven of een benchmark op
          - De gebruikersorganisatie zit niet meer aan tafel
        actiestappen: [{tekst: Stuur geen tarieven, wie: accountmanager, binnen_dagen: 1}]
      - {id: restpunten, titel: Restpunten, waarschuwingssignalen: [Restpunten na vier weken nog open]}
      - {id: oud, titel: Oud, waarschuwingssignalen: [Inkoper vraagt tarieven], status: vervallen}
"""

Zoek = Callable[..., tuple[Gelijkenis, ...]]


@pytest.fixture
def zoek(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Zoek:
    """Look which lessons a client of these lines is like, at 16 March 2026."""

    def maak(yaml: str, lessen: str = LESSEN, **bestanden: str) -> tuple[Gelijkenis, ...]:
        klant = dossier(account(yaml), gedeeld(lessen=lessen, **bestanden), PEILDATUM)
        return gelijkenissen(klant.account, klant.gedeeld, klant.canvassen, PEILDATUM)

    return maak


def contact(tekst: str, datum: str = "2026-03-02") -> str:
    """One signal in a contact moment."""
    return f"contactmomenten: [{{datum: {datum}, signalen: [{{soort: prijs, tekst: {tekst}}}]}}]"


def test_two_words_of_a_sign_are_a_likeness(zoek: Zoek) -> None:
    """
    It says which sign, which words and where they were seen.
    """
    [gelijk] = zoek(contact("De inkoper wil onze tarieven vergelijken"))

    assert ("prijs-eerst", "contact", date(2026, 3, 2)) == (gelijk.les.id, gelijk.bron, gelijk.datum)
    assert "Een nieuwe inkoper vraagt tarieven of een benchmark op" == gelijk.signaal
    assert ("inkoper", "tarieven") == gelijk.woorden
    assert gelijk.stap is not None
    assert "Stuur geen tarieven" == gelijk.stap.tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "De tarieven zijn goed",
        "Een nieuwe klant vraagt na vier weken een gesprek",
        "De inkoper is ziek",
        "Restpunten zijn opgelost",
        "De deur staat open",
        "Vraagt of de proef ook in Venlo kan",
    ],
)
def test_one_word_or_common_words_are_none(zoek: Zoek, tekst: str) -> None:
    """
    Low false positives: one word is chance, and common words say nothing.
    """
    assert () == zoek(contact(tekst))


def test_words_of_two_signs_do_not_add_up(zoek: Zoek) -> None:
    """
    A text is compared with one sign at a time.
    """
    assert () == zoek(contact("De inkoper zat niet aan tafel"))


def test_the_team_sets_how_many_words_are_enough(zoek: Zoek) -> None:
    """
    Both the number and the part of the words are settings.
    """
    streng = "{les_woorden_minimaal: 3}"
    deel = "{les_woorden_deel: 1.0}"

    assert () == zoek(contact("Inkoper vraagt tarieven"), instellingen=streng)
    assert () == zoek(contact("Inkoper vraagt tarieven"), instellingen=deel)
    assert 1 == len(zoek(contact("Inkoper vraagt tarieven en een benchmark"), instellingen=deel))


@pytest.mark.parametrize(
    ("regels", "bron"),
    [
        ("problemen: [{id: p, tekst: De inkoper klaagt over tarieven}]", "probleem"),
        ("problemen: [{id: p, tekst: De inkoper klaagt over tarieven, status: opgelost}]", None),
        ("wijzigingen: [{datum: 2026-02-01, tekst: Een inkoper gaat over de tarieven}]", "wijziging"),
        ("wijzigingen: [{datum: 2025-11-01, tekst: Een inkoper gaat over de tarieven}]", None),
        ("wijzigingen: [{datum: 2026-04-01, tekst: Een inkoper gaat over de tarieven}]", None),
        ("signalen: [{datum: 2024-02-01, signaal: Inkoper vraagt tarieven}]", "signaal"),
        ("signalen: [{datum: 2026-02-01, signaal: Inkoper vraagt tarieven, gedaan_op: 2026-02-02}]", None),
        (contact("Inkoper vraagt tarieven", "2025-12-16"), "contact"),
        (contact("Inkoper vraagt tarieven", "2025-12-15"), None),
        (contact("Inkoper vraagt tarieven", "2026-03-17"), None),
    ],
)
def test_what_is_looked_at(zoek: Zoek, regels: str, bron: str | None) -> None:
    """
    What is open or of the last ninety days; not what is solved, old or still to come.
    """
    assert ([bron] if bron else []) == [gelijk.bron for gelijk in zoek(regels)]


def test_indicators_of_the_current_canvas_count(zoek: Zoek) -> None:
    """
    Those of an older canvas about the same contract do not.
    """
    les = "lessen: [{id: c, titel: C, waarschuwingssignalen: [De klant spreekt met concurrenten]}]"
    vak = "vakken: {waardepropositie: {conclusie: X, indicatoren: [%s]}}"
    yaml = """
        contracten: [{id: b, titel: B, startdatum: 2024-01-01, einddatum: 2026-12-31}]
        canvassen:
          - {id: "2024", contracten: [b], gestart_op: 2024-07-01, %s}
          - {id: "2025", contracten: [b], gestart_op: 2025-07-01, %s}
    """
    los = "{les_woorden_minimaal: 1}"

    nu = zoek(yaml % (vak % "hygienefactor", vak % "spreekt_concurrent"), les, instellingen=los)
    toen = zoek(yaml % (vak % "spreekt_concurrent", vak % "hygienefactor"), les, instellingen=los)

    assert ["canvas"] == [gelijk.bron for gelijk in nu]
    assert () == toen


def test_a_recorded_sign_comes_first_and_only_once(zoek: Zoek) -> None:
    """
    What one of us recorded with the lesson wins over a likeness with that lesson, and stands before others.
    """
    gevonden = zoek("""
        signalen: [{datum: 2026-02-01, les: restpunten, signaal: Nog steeds open, actiestap: Lijst sturen}]
        problemen:
          - {id: a, tekst: Vier restpunten staan open}
          - {id: b, tekst: Inkoper vraagt een benchmark}
    """)

    assert [("restpunten", "genoteerd", "Lijst sturen"), ("prijs-eerst", "probleem", "")] == [
        (gelijk.les.id, gelijk.bron, gelijk.afspraak) for gelijk in gevonden
    ]


def test_the_latest_recorded_sign_of_a_lesson_stays(zoek: Zoek) -> None:
    """
    A lesson finds a client once; a sign that is still to come is no sign yet.
    """
    [gelijk] = zoek("""
        signalen:
          - {datum: 2026-03-01, les: restpunten, signaal: Laatste}
          - {datum: 2026-02-01, les: restpunten, signaal: Eerste}
          - {datum: 2026-04-01, les: restpunten, signaal: Komt nog}
    """)

    assert "Laatste" == gelijk.tekst


@pytest.mark.parametrize(("gedaan_op", "gevonden"), [("2026-03-02", 0), ("2026-03-01", 1), ("2026-04-01", 0)])
def test_what_was_dealt_with_does_not_return(zoek: Zoek, gedaan_op: str, gevonden: int) -> None:
    """
    A sign of the lesson that was done silences what was seen until that day; a later signal is new.
    """
    yaml = contact("Inkoper vraagt tarieven") + (
        f"\nsignalen: [{{datum: 2026-02-20, les: prijs-eerst, gedaan_op: {gedaan_op}, uitkomst: Past niet}}]"
    )

    assert gevonden == len([gelijk for gelijk in zoek(yaml) if gelijk.bron == "contact"])


def test_without_lessons_nothing_is_found(zoek: Zoek) -> None:
    """
    A team that starts has none.
    """
    assert () == zoek(contact("Inkoper vraagt tarieven"), "lessen: []")


def test_the_example_portfolio_has_exactly_the_meant_likenesses(voorbeeld: Portefeuille) -> None:
    """
    Of all that was recorded about fourteen clients two texts look like a lesson, and both do.
    """
    gevonden = {
        (d.id, gelijk.les.id, gelijk.bron, gelijk.woorden)
        for d in voorbeeld.dossiers.values()
        for gelijk in gelijkenissen(d.account, d.gedeeld, d.canvassen, PEILDATUM)
        if gelijk.bron != "genoteerd"
    }

    assert {
        ("brasmeer-logistiek", "prijs-eerst-bij-inkoop", "contact", ("inkoper", "benchmark", "tarieven")),
        ("tandzorg-merelplein", "restpunten-bleven-liggen", "probleem", ("restpunten", "open")),
    } == gevonden
