"""What one page knows to be done, no page asks: one standing decides for all."""

from collections.abc import Callable
from datetime import date

from leesbaar import tabel, woorden

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.aanleidingen import termijn_nadert, voorstel_nadert
from macros.portefeuille.drukte import drukte
from macros.portefeuille.hoofdstukken import raad
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.register import Register
from macros.views.delen.werklijst import kenmerken
from macros.views.kalender.verlengingskalender import verlengingskalender
from macros.views.klant.account_mensen import account_mensen
from macros.views.klant.accountkop import accountkop
from macros.views.klant.klanten import klanten
from macros.views.overleg.bespreken import bespreek
from macros.views.overleg.kring import kringen
from macros.views.overleg.overlegwerk import contracten

Maak = Callable[..., Portefeuille]
KLANT = """
    id: acme
    segment_keuze: {segment: C, reden: klein}
    c_besluit: {besluit: behouden, datum: 2026-01-05}
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}
    contracten: [{id: c, titel: Beheer, startdatum: 2023-07-01, einddatum: 2026-06-30, contractmanager: rik-smeets,
      opzegtermijn: {aantal: 2, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}%s}]
"""
VOORSTEL = ", voorstel: {verstuurd_op: 2026-01-20}"
BESLUIT = ", verlengbesluit: {besluit: doorgaan, op: 2026-01-15}"


def gevraagd(portefeuille: Portefeuille) -> list[str]:
    """What calendar, timeline, talk, load, the contract manager and the handbook ask about the contract."""
    [dossier] = portefeuille.dossiers.values()
    kalender = verlengingskalender(portefeuille)
    [balk] = [balk for groep in kalender.groepen for balk in groep.balken]
    [bewaakt] = tabel(contracten(kringen(portefeuille)["rik-smeets"]).tabel)
    return [
        *(regel.wat for regel in kalender.te_laat),
        *(regel.wat for _, _, blok in kalender.maanden for regel in blok),
        *(f"merk {merk.letter}" for merk in balk.merken),
        *(
            f"{onderwerp.kop}: {onderwerp.tekst}"
            for onderwerp in bespreek(dossier).onderwerpen
            if "Beheer" in onderwerp.tekst
        ),
        *(f"druk {moment.wat}" for wie in drukte(portefeuille) for maand in wie.maanden for moment in maand.momenten),
        *(f"in actie {dag}" for dag in [bewaakt["In actie uiterlijk"]] if dag),
        *filter(None, (termijn_nadert(dossier), voorstel_nadert(dossier))),
    ]


def test_open_work_is_asked_on_every_page(portefeuille: Maak) -> None:
    """
    The proposal is late, the renewal is to be announced, and somebody has to decide.
    """
    assert [
        "Voorstel uiterlijk",
        "Verlenging aankondigen",
        "In actie voor de opzegdeadline",
        "Nog 30 dagen tot de opzegdeadline",
        "Opzegdeadline",
        "Einddatum",
        "merk V",
        "merk A",
        "merk O",
        "Besluit: Beheer: opzeggen of laten doorlopen, uiterlijk 30 april 2026, over 45 dagen",
        "Besluit: Beheer: nog geen verlengbesluit",
        "Voorstel: Beheer: 45 dagen te laat (30 januari 2026)",
        "druk Verlenging aankondigen",
        "druk Voorstel uiterlijk",
        "druk Beslismoment",
        "druk In actie voor de opzegdeadline",
        "in actie 31 mrt 2026",
        "Opzegdeadline Beheer: 30 april 2026",
        "Voorstel uiterlijk 30 januari 2026",
    ] == gevraagd(portefeuille(KLANT % ""))


def test_work_that_is_done_is_asked_nowhere(portefeuille: Maak) -> None:
    """
    Decided, and the proposal has been with the client: only the days on which the client itself may act are left.
    """
    assert ["Opzegdeadline", "Einddatum", "merk O"] == gevraagd(portefeuille(KLANT % (VOORSTEL + BESLUIT)))


def kop(portefeuille: Portefeuille) -> dict[str, str]:
    """The first screen of the client by its headings, the advice of the phase, and the links."""
    [dossier] = portefeuille.dossiers.values()
    deel = accountkop(dossier)
    return {vak.kop: woorden(vak.inhoud) for vak in deel.vakken} | {
        "Fase": woorden(deel.raad),
        "knoppen": woorden((deel.knoppen, deel.elders)),
    }


def test_a_client_that_needs_no_canvas_is_not_sent_to_one(portefeuille: Maak) -> None:
    """
    A small client works with the renewal decision; a large one with the canvas, that it also has a session about.
    """
    klein, groot = kop(portefeuille(KLANT % "")), kop(portefeuille((KLANT % "").replace("segment: C", "segment: A")))

    assert "Hier is geen canvas nodig: werk met het verlengbesluit." in klein["Fase"]
    assert "Werk met het Retentiecanvas toe naar het beslismoment." in groot["Fase"]
    assert [False, False] == [knop in klein["knoppen"] for knop in ("Retentiecanvas", "Teamsessie")]
    assert [True, True] == [knop in groot["knoppen"] for knop in ("Retentiecanvas", "Teamsessie")]


def test_a_signed_contract_needs_no_call_any_more(portefeuille: Maak) -> None:
    """
    What was expected is not asked again, nor missed, and stands in no list beside what happened.
    """

    def gezegd(meer: str) -> tuple[str, str, int]:
        alles = portefeuille(KLANT % meer)
        [dossier] = alles.dossiers.values()
        [tabel_] = [blok for blok in klanten(alles).blokken if isinstance(blok, Register)]
        [rij] = tabel(tabel_)
        return kop(alles)["Eigen inschatting"], rij["Eigen inschatting"], len(bespreek(dossier).eigen)

    oud, getekend = (
        ", inschatting: {verwachting: twijfel, op: 2025-11-01}",
        (", uitkomsten: [{datum: 2026-02-17, resultaat: verlengd}]"),
    )
    [open_, in_lijst, overleg] = gezegd(oud)
    assert "Twijfel, navragen" in open_
    assert ("Navragen", 1) == (in_lijst, overleg)
    for geregeld in (getekend, oud + getekend):
        [eigen, in_lijst, overleg] = gezegd(geregeld)
        assert "Er is nu niets te beslissen." == eigen
        assert ("", 0) == (in_lijst, overleg)


def test_a_talk_is_told_whoever_it_was_with(klant: Callable[..., Dossier]) -> None:
    """
    A user who was spoken has a day; of a decider it is missed, of a user nobody expects one.
    """
    mensen = "\n".join(
        f"  - {{id: {wie}, naam: {wie.upper()}, functie: chef, laag: tactisch, rol_bvt: {rol}}}"
        for wie, rol in (("a", "beslisser"), ("b", "gebruiker"), ("c", "gebruiker"), ("d", "inkoper"))
    )
    dossier = klant(
        f"contactpersonen:\n{mensen}\ncontactmomenten: [{{datum: 2026-03-04, wie: anouk-de-wit, met: [b, d]}}]"
    )

    [lijst] = [blok for blok in account_mensen(dossier).blokken if isinstance(blok, Register)]

    assert {"A chef": "nog nooit", "B chef": "12 dagen geleden", "C chef": "–", "D chef": "12 dagen geleden"} == {
        rij["Wie"]: rij["Laatst gesproken"] for rij in tabel(lijst)
    }


def test_a_plan_that_runs_is_not_asked_to_be_made(klant: Callable[..., Dossier]) -> None:
    """
    Below the norm asks a plan; the plan asks to be finished.
    """

    def advies(plan: str) -> list[str]:
        laag = f"evaluaties: [{{datum: 2026-03-01, cijfer_resultaat: 6, cijfer_samenwerking: 7{plan}}}]"
        dossier = klant(f"contracten: [{{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2029-12-31}}]\n{laag}")
        return [deel.wijzer.helpt for deel in raad(dossier) if "herstelplan" in deel.wijzer.helpt]

    plan = ", herstelplan: {start: 2026-03-02, eigenaar: anouk-de-wit, acties: [Nabellen]}"
    assert ["Een herstelplan maken"] == advies("")
    assert ["Het herstelplan afmaken en opnieuw een cijfer vragen"] == advies(plan)


def test_a_choice_of_name_finds_own_clients_and_those_stood_in_for(portefeuille: Maak) -> None:
    """
    On a table, on a list and on the calendar alike; the absent one still finds the own client.
    """
    klant_ = (KLANT % "").replace("anouk-de-wit", "bram-oudkerk")
    alles = portefeuille(klant_, peildatum=date(2026, 6, 30))
    [dossier] = alles.dossiers.values()
    [lijst] = [blok for blok in klanten(alles).blokken if isinstance(blok, Register)]
    plek = [kop_.tekst for kop_ in lijst.koppen].index("Accountmanager")
    kalender = verlengingskalender(alles)

    assert ["Bram Oudkerk|Anouk de Wit"] == [rij.cellen[plek].filter for rij in lijst.rijen]
    assert "bram-oudkerk anouk-de-wit" == kenmerken(dossier)["wie"]
    assert ["bram-oudkerk anouk-de-wit rik-smeets"] == [balk.wie for deel in kalender.groepen for balk in deel.balken]
    assert ["anouk-de-wit", "bram-oudkerk", "rik-smeets"] == [wie for wie, _ in kalender.keuzes[0].opties]
