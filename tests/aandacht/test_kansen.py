"""What more we could do for a client: the question after a chance, and what has a day."""

from collections.abc import Callable
from datetime import date

from macros.aandacht.punt import Aandachtspunt

Punten = Callable[..., list[tuple[date, str, str]]]
LOOPT = """
    in_beheer_sinds: 2025-01-01
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31}]
"""
CIJFER = LOOPT + "    evaluaties: [{datum: 2026-02-18, cijfer_resultaat: 8.5, cijfer_samenwerking: 9}]\n"
KLACHT = "    contactmomenten: [{datum: 2026-01-05, signalen: [{soort: klacht, tekst: Traag}]}]\n"


def test_a_good_mark_asks_once_whether_there_is_more(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    With two moments there is one question, and it names both.
    """
    klant = CIJFER + "    naam: Acme\n"
    klant = klant.replace("2029-12-31}", "2029-12-31, uitkomsten: [{datum: 2026-03-02, resultaat: verlengd}]}")

    [punt] = [punt for punt in aandacht(klant) if punt.soort == "kansvraag"]

    assert (date(2026, 3, 20), "deze_week", "anouk-de-wit") == (punt.datum, punt.stand, punt.wie)
    assert "Beheer verlengd en de klant gaf een 8,5" == punt.waarom
    assert punt.doel.endswith("/#waarom-kansvraag")


def test_who_is_troubled_or_gone_is_not_asked_for_more(punten: Punten) -> None:
    """
    An old complaint is solved first; a client without a running contract is asked nothing.
    """
    weg = CIJFER.replace("2029-12-31", "2026-02-28, uitkomsten: [{datum: 2026-02-28, resultaat: verloren}]")

    assert [(date(2026, 3, 20), "deze_week", "anouk-de-wit")] == punten("kansvraag", CIJFER)
    assert [] == punten("kansvraag", CIJFER + KLACHT)
    assert [] == punten("kansvraag", weg)


def test_the_next_step_of_a_chance_is_asked_of_its_owner(punten: Punten) -> None:
    """
    Of the account manager when nobody is named; without a step there is nothing to ask, nor once it is over.
    """
    kans = LOOPT + "    kansen: [{id: k, tekst: Meer, volgende_stap: Bel, voor_datum: 2026-03-10%s}]\n"
    laat = date(2026, 3, 10), "te_laat"

    assert [(*laat, "anouk-de-wit")] == punten("kansstap", kans % "")
    assert [(*laat, "rik-smeets")] == punten("kansstap", kans % ", eigenaar: rik-smeets")
    assert [] == punten("kansstap", kans % ", uitkomst: gewonnen")
    assert [] == punten("kansstap", kans.replace(" volgende_stap: Bel,", "") % "")
    assert [] == punten("kansstap", kans.replace("2026-03-10", "2026-06-01") % "")


def test_an_idea_with_a_day_is_asked_of_its_owner(punten: Punten) -> None:
    """
    One that is late stays until it has another day, or an outcome.
    """
    idee = LOOPT + "    innovaties: [{id: i, tekst: Zelf melden, voor_datum: 2026-03-10%s}]\n"

    assert [(date(2026, 3, 10), "te_laat", "rik-smeets")] == punten("innovatie", idee % ", eigenaar: rik-smeets")
    assert [] == punten("innovatie", idee.replace("2026-03-10", "2026-06-01") % "")
    assert [] == punten("innovatie", idee % ", uitkomst: vervallen")
    assert [] == punten("innovatie", idee.replace(", voor_datum: 2026-03-10", "") % "")
