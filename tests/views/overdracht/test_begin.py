"""Where a successor begins: which clients and in which order, the days of all of them, what is left."""

from collections.abc import Callable

from leesbaar import blokken, tabel, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.register import Register
from macros.views.overdracht.begin import overgenomen, zo_begin_je
from macros.views.overdracht.woorden import WAARSCHUWING

Maak = Callable[..., Portefeuille]
VAN_EVA = "vorige_accountmanager: eva-weg\novergedragen_op: 2026-03-01"
MENS = (
    "contactpersonen: [{id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser, "
    "relaties: [rik-smeets]}]"
)


def loopt(einddatum: str = "2029-12-31") -> str:
    """A contract that runs until this day."""
    return f"contracten: [{{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: {einddatum}}}]"


WEG = (
    "contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2025-12-31, "
    "uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}]"
)


def klant(naam: str, *regels: str) -> str:
    """A client with these lines."""
    return "\n".join((f"id: {naam}", f"naam: Klant {naam}", *regels))


def alles(portefeuille: Portefeuille, wie: str) -> str:
    """The page of a colleague as words."""
    return woorden(render.html(zo_begin_je(portefeuille, portefeuille.gedeeld.personen[wie])))


def test_the_clients_come_in_the_order_to_begin(portefeuille: Maak) -> None:
    """
    With from whom and why; one of long ago, one that is gone and one of a colleague are not named.
    """
    alle = portefeuille(
        klant("later", loopt(), VAN_EVA),
        klant("gauw", loopt("2026-05-31"), VAN_EVA, MENS),
        klant("eigen", loopt()),
        klant("lang", loopt(), "vorige_accountmanager: eva-weg", "overgedragen_op: 2024-03-01"),
        klant("weg", WEG, VAN_EVA),
        klant("ander", loopt(), VAN_EVA, "driehoek: {accountmanager: rik-smeets}"),
    )
    [volgorde, dagen, _] = blokken(zo_begin_je(alle, alle.gedeeld.personen["anouk-de-wit"]), Register)

    assert ["gauw", "later"] == [een.id for een in overgenomen(alle, "anouk-de-wit")]
    assert ["Klant gauw", "Klant later"] == [rij["Klant"] for rij in tabel(volgorde)]
    assert "Eva Weg op 1 mrt 2026" == tabel(volgorde)[0]["Van wie"]
    assert "beslismoment 31 mei 2026, over 76 dagen" in tabel(volgorde)[0]["Waarom nu"]
    assert {"jij; Rik Smeets stelt voor"} == {
        rij["Door wie"] for rij in tabel(dagen) if rij["Wat"].startswith("Kennismaken")
    }
    assert {"B. Baas, directeur"} == {rij["Met wie"] for rij in tabel(dagen) if rij["Wat"].startswith("Kennismaken")}
    assert alles(alle, "anouk-de-wit").startswith(
        f"Alleen voor ons {WAARSCHUWING} Twee klanten om mee te beginnen. Eerst: Klant gauw."
    )


def test_the_days_of_all_clients_are_one_list(portefeuille: Maak) -> None:
    """
    By day, whichever the client.
    """
    belofte = "toezeggingen: [{{id: t, tekst: {0}, van: wij, wie: eva-weg, voor_datum: {1}}}]"
    alle = portefeuille(
        klant("aaa", loopt(), VAN_EVA, belofte.format("Tweede", "2026-03-20")),
        klant("bbb", loopt(), VAN_EVA, belofte.format("Eerste", "2026-03-18")),
    )
    [_, dagen, _] = blokken(zo_begin_je(alle, alle.gedeeld.personen["anouk-de-wit"]), Register)

    assert [("18 mrt 2026", "Klant bbb", "jij"), ("20 mrt 2026", "Klant aaa", "jij")] == [
        (rij["Uiterlijk"], rij["Klant"], rij["Door wie"]) for rij in tabel(dagen)
    ]


def test_what_is_left_stands_by_client(portefeuille: Maak) -> None:
    """
    Together; when nothing is, it says so.
    """
    vast = "wijzigingen: [{datum: 2026-03-01, soort: eigen_team, tekst: Anouk volgt Eva op}]"

    assert "Klant aaa De wisseling staat nog niet bij de wijzigingen." in alles(
        portefeuille(klant("aaa", loopt(), VAN_EVA)), "anouk-de-wit"
    )
    assert "Niets meer: alles staat op jouw naam" in alles(
        portefeuille(klant("aaa", loopt(), VAN_EVA, vast)), "anouk-de-wit"
    )


def test_the_clients_of_who_left_wait_for_the_deputy(portefeuille: Maak) -> None:
    """
    Before anybody wrote the handover down.
    """
    alle = portefeuille(klant("aaa", loopt(), "driehoek: {accountmanager: eva-weg}"))

    assert ["aaa"] == [een.id for een in overgenomen(alle, "bram-oudkerk")]
    assert "Klant aaa Staat nog op naam van Eva Weg." in alles(alle, "bram-oudkerk")


def test_without_a_handover_it_is_kind_and_useful(portefeuille: Maak) -> None:
    """
    The own clients are the dossiers to leave behind; without any it says what will stand here.
    """
    alle = portefeuille(klant("aaa", loopt()), klant("weg", WEG))

    assert "Je nam de laatste tijd geen klant over." in alles(alle, "anouk-de-wit")
    assert "Dit zijn de dossiers die je dan achterlaat. Klant aaa Jouw klanten" in alles(alle, "anouk-de-wit")
    assert "Er staat ook nog geen klant op jouw naam." in alles(alle, "rik-smeets")


def test_a_month_in_which_nothing_is_due_says_what_comes_after(portefeuille: Maak) -> None:
    """
    The first days until a successor is no longer new.
    """
    belofte = "toezeggingen: [{id: t, tekst: Rapport, van: wij, wie: rik-smeets, voor_datum: 2026-04-30}]"

    tekst = alles(portefeuille(klant("aaa", loopt(), VAN_EVA, belofte)), "anouk-de-wit")

    assert "In deze dertig dagen moet er niets." in tekst
    assert "Daarna komt: 30 april 2026 “Rapport”." in tekst


def test_paper_holds_what_fits(portefeuille: Maak) -> None:
    """
    The rest is counted and stays on the screen.
    """
    veel = ", ".join(
        f"{{id: t{n}, tekst: 'Taak {n}, met een zin die langer is dan een regel van de tabel kan zijn op papier', "
        f"van: wij, wie: rik-smeets, voor_datum: 2026-03-{n:02}}}"
        for n in range(1, 30)
    )
    alle = portefeuille(*(klant(f"k{n}", loopt(), VAN_EVA, f"toezeggingen: [{veel}]") for n in range(12)))
    [volgorde, dagen, _] = blokken(zo_begin_je(alle, alle.gedeeld.personen["anouk-de-wit"]), Register)

    assert volgorde.gedrukt is not None
    assert 3 < volgorde.gedrukt <= 8
    assert dagen.gedrukt is not None
    assert 3 < dagen.gedrukt < 40
    assert f"Op papier de eerste {dagen.gedrukt} van {12 * 29}" in alles(alle, "anouk-de-wit")
