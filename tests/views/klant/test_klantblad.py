"""The page of a client as one answer: the first screen, the folds below it, and the one fold of what is empty."""

from collections.abc import Callable

import pytest
from leesbaar import woorden

from macros.afleidingen.dossier import Dossier
from macros.site.onderdelen import OnderdeelError, onderdelen
from macros.views import render
from macros.views.klant.account_delen import SOORTEN, AccountDelen, account_delen
from macros.views.klant.account_veranderd import VERANDERD
from macros.views.klant.accountkop import accountkop
from macros.views.klant.volgende_stappen import ineen, volgende

Klant = Callable[..., Dossier]
ZONDER_VERLEDEN = [anker for anker in SOORTEN if anker != VERANDERD]
KOPPEN = {anker: anker.capitalize() for anker in ZONDER_VERLEDEN}
VOL = """
    segment_keuze: {segment: A, reden: Groot}
    in_beheer_sinds: 2024-06-01
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}
    contracten:
      - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 210000,
         opzegtermijn: {aantal: 3, eenheid: maanden},
         inschatting: {verwachting: twijfel, op: 2026-03-02, bron: gesprek, waarom: Vergelijkt ons}}
      - {id: tel, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2027-12-31, jaarwaarde: 40000}
    contactpersonen:
      - {id: p, naam: P. Vos, functie: inkoper, laag: tactisch, rol_bvt: beslisser, houding: kritisch,
         houding_op: 2026-03-01, houding_bron: gesprek}
    toezeggingen:
      - {id: t1, van: wij, tekst: Rapport sturen, wie: rik-smeets, voor_datum: 2026-03-06}
      - {id: t2, van: klant, tekst: Lijst geven, wie: p, voor_datum: 2026-04-06}
    kansen: [{id: k, tekst: Tweede werkplek}]
"""


def vak(dossier: Dossier, kop: str) -> str:
    """The words of one question of the first screen."""
    return next(woorden(deel.inhoud) for deel in accountkop(dossier).vakken if deel.kop == kop)


def test_the_first_screen_answers_six_questions(klant: Klant) -> None:
    """
    The klantbeeld has its reasons; the own call stands beside it as it was written, and then the rest.
    """
    dossier = klant(VOL)

    assert vak(dossier, "Klantbeeld").startswith("Zorg P. Vos: nog niet overtuigd (gesprek, 1 maart 2026)")
    assert "Twijfel Beheer Vergelijkt ons gesprek, 2 maart 2026, 14 dagen geleden" == vak(dossier, "Eigen inschatting")
    assert vak(dossier, "Waarde en beslissing").startswith(
        "€ 250.000 per jaar Beslismoment 31 december 2026, over 290 dagen Beheer € 210.000 "
        "· beslismoment 31 dec 2026 · opzeggen t/m 30 sep 2026 Telefonie"
    )
    assert "Accountmanager Anouk de Wit" in vak(dossier, "Mensen")
    assert "P. Vos, inkoper Nog niet overtuigd nog niet gesproken" in vak(dossier, "Mensen")
    assert "Rapport sturen Te laat" in vak(dossier, "Toezeggingen")
    assert "Lijst geven" in vak(dossier, "Toezeggingen")


def test_the_own_call_changes_nothing_of_the_klantbeeld_that_is_shown(klant: Klant) -> None:
    """
    Who expects a renewal sees the same reasons of the client, and no sum of the two.
    """
    verwacht = klant(VOL.replace("verwachting: twijfel", "verwachting: verlengt"))

    assert vak(verwacht, "Klantbeeld").startswith("Zorg P. Vos: nog niet overtuigd")
    assert vak(verwacht, "Eigen inschatting").startswith("Verlengt")


def test_the_next_steps_are_three_with_the_way_to_do_them(klant: Klant) -> None:
    """
    What is late comes first; who acts and the way to write it down stand beside it.
    """
    dossier = klant(VOL)
    stappen = list(volgende(dossier))
    getoond = vak(dossier, "Volgende stappen")

    assert ("te_laat", "Kom na: Rapport sturen") == (stappen[0].stand, stappen[0].titel)
    assert [True, True, True, False] == [stap.titel in getoond for stap in stappen[:4]]
    assert "accounts/acme/gebeurd/#nagekomen-t1" == (stappen[0].vastleggen and stappen[0].vastleggen.doel)
    assert "Rik Smeets · 10 dagen te laat Zo leg je het vast" in getoond


def test_the_date_of_one_contract_says_what_it_is(klant: Klant) -> None:
    """
    It has its label, the contract, and until when notice can be given while that is still to come.
    """
    een = """
    contracten:
      - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 10,
         opzegtermijn: {aantal: 3, eenheid: maanden}}
    """

    vast = vak(klant(een), "Waarde en beslissing")
    door = vak(
        klant(een.replace("maanden}}", "maanden},\n         stilzwijgende_verlenging: {maanden: 12}}")),
        "Waarde en beslissing",
    )

    assert vast.endswith("Beslismoment 31 december 2026, over 290 dagen Beheer · opzeggen t/m 30 sep 2026")
    assert door.endswith("Beslismoment 30 september 2026, over 198 dagen Beheer · opzeggen t/m die dag")


def test_a_phone_reads_the_decision_and_the_steps_first(klant: Klant) -> None:
    """
    What is decided and what to do stand before why we worry.
    """
    koppen = [deel.kop for deel in accountkop(klant(VOL)).vakken]

    assert ["Waarde en beslissing", "Volgende stappen", "Klantbeeld", "Eigen inschatting"] == koppen[:4]


@pytest.mark.parametrize(
    ("actie", "wie", "dag", "rijen"),
    [
        ("Rapport sturen, met de cijfers", "rik-smeets", "2026-03-06", 1),
        ("rapport sturen.", "rik-smeets", "2026-03-09", 1),
        ("Rapport sturen naar Vos", "rik-smeets", "2026-03-06", 2),
        ("Rapport sturen", "anouk-de-wit", "2026-03-06", 2),
    ],
)
def test_one_job_is_one_step(klant: Klant, actie: str, wie: str, dag: str, rijen: int) -> None:
    """
    A promise and an action in the same words for the same person; the other day is named. Of another they are two.
    """
    plan = f"""
    canvassen:
      - id: "2026"
        contracten: [beheer]
        gestart_op: 2026-01-05
        acties: [{{id: a1, tekst: "{actie}", wie: {wie}, gereed_op: {dag}}}]
    """

    stappen = [stap for stap in ineen(volgende(klant(VOL + plan))) if "rapport sturen" in stap.titel.lower()]

    assert rijen == len(stappen)
    assert (rijen == 1) is any("ook actie uit het canvas" in stap.waarom for stap in stappen)
    assert ("2026-03-09" == dag) is any("voor 9 maart 2026" in stap.waarom for stap in stappen)


def test_who_has_nothing_to_do_reads_so(klant: Klant) -> None:
    """
    A client of which only the name is known asks for a contract manager, and has no made-up steps.
    """
    assert "Nu geen lopend contract Niets te beslissen" in vak(klant(), "Waarde en beslissing")
    assert "Contractmanager Nog niemand" in vak(klant(), "Mensen")
    assert "Nog niet bekend" in vak(klant(), "Mensen")
    assert "Wij en de klant hebben nu niets openstaan." == vak(klant(), "Toezeggingen")


def delen(dossier: Dossier) -> AccountDelen:
    return account_delen(dossier, KOPPEN)


def test_what_is_empty_stands_together_and_says_what_filling_brings(klant: Klant) -> None:
    """
    Eight lists that hold nothing are one fold; a list leaves it as soon as it holds something.
    """
    leeg = {een.kop: woorden(een.waartoe) for een in delen(klant(VOL)).leeg}

    assert {"Aannames", "Problemen", "Verwachtingen", "Concurrenten", "Doelen van de klant"} <= set(leeg)
    assert "Kansen" not in leeg
    assert all(leeg.values())
    assert "Aannames" not in {
        een.kop for een in delen(klant(VOL + "\n    aannames: [{id: a1, tekst: Wil groeien}]")).leeg
    }


def test_no_part_is_lost_and_each_keeps_its_anchor(klant: Klant) -> None:
    """
    Full or empty, each part of the page can be linked to.
    """
    for dossier in (klant(), klant(VOL)):
        html = render.html(delen(dossier))
        assert [] == [anker for anker in ZONDER_VERLEDEN if f'id="{anker}"' not in html]


def test_an_empty_part_has_no_words_of_its_own_left(klant: Klant) -> None:
    """
    Outside the fold of what is empty no list says that there is nothing in it.
    """
    vol, _, _ = render.html(delen(klant(VOL))).partition('id="leeg"')

    assert "Geen open aannames" not in vol
    assert "Nog geen frisse blik" not in vol


@pytest.mark.parametrize(
    ("koppen", "melding"), [({}, "noem hier de delen"), ({"kanzen": "Kansen"}, "'kanzen' is geen")]
)
def test_a_part_that_does_not_exist_is_named(koppen: dict[str, str], melding: str) -> None:
    """
    Who arranges the page reads which parts there are.
    """
    with pytest.raises(OnderdeelError, match=melding) as fout:
        onderdelen()["account_delen"](None, **koppen)

    assert "tijdlijn" in str(fout.value)
