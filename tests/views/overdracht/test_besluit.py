"""What is decided at a client, and how it and we stand: one sentence, one table, and short lists."""

from collections.abc import Callable

import pytest
from leesbaar import tabel, woorden

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.delen.register import Register
from macros.views.overdracht.band import band
from macros.views.overdracht.besluit import besluit

VERHAAL = """
    waarom_klant_blijft: "vaste ploeg"
    contracten:
      - {id: oud, titel: Netwerk, startdatum: 2020-01-01, einddatum: 2023-12-31,
         uitkomsten: [{datum: 2023-10-01, resultaat: verloren, toelichting: "Te duur"}]}
      - {id: nu, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 210000,
         opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12},
         inschatting: {verwachting: twijfel, waarom: "Kijkt rond", op: 2026-03-02}}
    concurrenten: [{naam: Ander, wat: werkplekken, sterkte: 2}]
    canvassen:
      - {id: "2026", contracten: [nu], gestart_op: 2025-07-14,
         vakken: {waardepropositie: {conclusie: "Beheer is vanzelfsprekend", oordeel: oranje, oordeel_op: 2026-02-24}},
         doelen: [{id: d, tekst: "Drie jaar verlengen", datum: 2026-09-01}]}
"""


def gedrukt(dossier: Dossier) -> str:
    """Everything about the decision, as words."""
    return " ".join(woorden(render.toon(blok, "")) for blok in besluit(dossier))


def delen(dossier: Dossier) -> dict[str, str]:
    """How it and we stand, as words by label."""
    return {kop: woorden(render.toon(inhoud, "")) for kop, inhoud in band(dossier)}


def test_the_first_decision_is_one_sentence_above_the_contracts(klant: Callable[..., Dossier]) -> None:
    """
    The contract that ended is told in the story; what runs has its days, and what comes of doing nothing.
    """
    een = klant(VERHAAL)
    [rij] = next(tabel(blok) for blok in besluit(een) if isinstance(blok, Register))

    assert (
        "Beheer komt eerst: opzeggen kan tot en met 30 september 2026 (nog 198 dagen); anders loopt het door."
        in gedrukt(een)
    )
    assert ["Beheer", "€ 210.000", "31 dec 2026", "30 sep 2026"] == list(rij.values())[:4]
    assert ("verlengt vanzelf 12 maanden", "nog niet verstuurd") == (rij["Daarna"], rij["Ons voorstel"])
    assert "Beheer: twijfel “Kijkt rond” · ingeschat op 2 maart 2026" in gedrukt(een)
    assert "Ander, sterkte 2 van 5: werkplekken" in gedrukt(een)


def test_without_contracts_there_is_no_table(klant: Callable[..., Dossier]) -> None:
    """
    It says that nothing is to be decided.
    """
    assert "Wat er beslist wordt Er is nu niets te beslissen." == gedrukt(klant())


@pytest.mark.parametrize(
    ("contract", "daarna"),
    [
        ("einddatum: 2026-12-31", "stopt"),
        ("einddatum: 2026-12-31, opzegging: {ontvangen_op: 2026-03-01, door: klant}", "opgezegd, stopt"),
        ("soort: onbepaalde_tijd, opzegtermijn: {aantal: 3, eenheid: maanden}", "onbepaalde tijd"),
        (
            (
                "einddatum: 2026-12-31, stilzwijgende_verlenging: {maanden: 12, herhaalt: false}, "
                "verlengingen: [{datum: 2025-12-01, nieuwe_einddatum: 2027-12-31, soort: stilzwijgend}]"
            ),
            "stopt",
        ),
    ],
)
def test_each_contract_says_what_comes_after(klant: Callable[..., Dossier], contract: str, daarna: str) -> None:
    """
    It ends, also when silence is used up; it was given notice; it has no end.
    """
    een = klant(f"contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, {contract}}}]")
    [rij] = next(tabel(blok) for blok in besluit(een) if isinstance(blok, Register))

    assert daarna == rij["Daarna"]


def test_the_canvas_is_told_in_lists(klant: Callable[..., Dossier]) -> None:
    """
    What is weak, the goals with day and standing, the advice and plan B, each under its own label; nothing is cut.
    """
    lang = "woord " * 60
    yaml = VERHAAL.replace(
        "vakken: {",
        f'plan_b: "Los aanbieden", coach: {{wie: rik-smeets, opmerking: "Wacht op ja"}}, '
        f'vakken: {{strategie: {{conclusie: "{lang}einde"}}, ',
    )
    een = delen(klant(yaml))

    assert "Vaste ploeg." == een["Waarom de klant blijft"]
    assert een["Wat knelt"].startswith("Waardepropositie")
    assert een["Wat knelt"].endswith("“Beheer is vanzelfsprekend”")
    assert "Drie jaar verlengen open · voor 1 september 2026" == een["Onze doelen"]
    assert een["Onze strategie"].endswith("woord einde”")
    assert "“Wacht op ja”" == een["Raad van Rik Smeets"]
    assert "“Los aanbieden”" == een["Plan B"]


def test_it_follows_the_canvas_that_says_something(klant: Callable[..., Dossier]) -> None:
    """
    An empty one that was begun later does not hide it; alone, it is said to be empty.
    """
    leeg = '    canvassen:\n      - {id: "2027", contracten: [oud], gestart_op: 2026-03-11}\n'

    assert "Waardepropositie" in delen(klant(VERHAAL.replace("    canvassen:\n", leeg)))["Wat knelt"]
    assert (
        "Het canvas van 11 maart 2026 is nog leeg."
        == delen(klant(VERHAAL.partition("    canvassen:")[0] + leeg))["Wat knelt"]
    )


def test_marks_say_of_how_many_and_reasons_are_a_list(klant: Callable[..., Dossier]) -> None:
    """
    What the client expects too; an empty client has a sentence for each.
    """
    yaml = """
    evaluaties: [{datum: 2026-02-01, opdracht: Migratie, cijfer_resultaat: 8.5, cijfer_samenwerking: 6}]
    verwachtingen: [{id: v, tekst: Rust, termijn: kort, soort: uitgesproken, prioriteit: 4}]
"""
    een = delen(klant(yaml))

    assert "is 8,5 van 10 voor het resultaat en 6 van 10 voor de samenwerking." in een["Hoe de klant ons ziet"]
    assert een["Waarom dat zo is"]
    assert "Rust" == een["Wat de klant verwacht"]
    assert "Wat de klant verwacht, staat nergens." == delen(klant())["Wat de klant verwacht"]
