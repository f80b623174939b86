"""Each kind of work is asked, is over by doing what it says, and not by something else that looks like it."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest

from macros.aandacht import alle_aandacht
from macros.model.werk import SOORTEN
from macros.portefeuille.acties import openstaand
from macros.portefeuille.portefeuille import Portefeuille


class Geval(NamedTuple):
    """A client that asks something, with `@` where the answer comes."""

    klant: str
    klaar: tuple[str, ...]
    """Each does what "Klaar als …" says."""
    anders: tuple[str, ...]
    """Each is a likely thing to do that is not it."""
    open: str = ""
    """What stands at `@` while nobody did anything."""
    op: date = date(2026, 3, 16)
    instellingen: str = ""
    gedeeld: str = ""
    """Name of a shared file in which the answer comes; then `klant` is that file."""


LOOPT = "in_beheer_sinds: 2025-01-01\ncontracten: [{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2029-12-31@}]\n"
MENS = "contactpersonen: [{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, rol_bvt: beslisser@}]\n"
GESPREK = "contactmomenten: [{datum: 2026-03-10, wie: anouk-de-wit, laag: tactisch, met: [oud-contact]}]\n"
"""Any talk with the client: hardly ever what was asked."""
RETENTIE = """\
in_beheer_sinds: 2024-01-01
segment_keuze: {segment: A, reden: groot}
contracten: [{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2026-12-31#}]
canvassen: [{id: "2026", contracten: [c], gestart_op: 2025-07-01@}]
"""
KLEIN = RETENTIE.replace("segment: A", "segment: C").partition("canvassen")[0].replace("#", "@")
ZONDER = RETENTIE.partition("canvassen")[0].replace("#", "") + "@"
STIL = ", opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}@"
SIGNAAL = (
    LOOPT.replace("@", "")
    + "kansen: [{id: k, tekst: Meer}]\ncontactmomenten: [{datum: 2026-03-05, signalen: [{soort: %s, tekst: X@}]}]\n"
)
WEG = """\
contracten:
  - {id: c, titel: C, startdatum: 2024-01-01, einddatum: 2026-12-31,
     opzegging: {ontvangen_op: 2026-01-02, door: klant, per_datum: 2026-03-31, reactie_actie: Gesprek}}
@
"""
AFGESLOTEN = """\
afsluiting: {punten_afgesproken: [a], overdracht_klaar_op: 2026-03-01, laatste_gesprek_op: 2026-03-02,
             volg_contactpersonen: [oud-contact]}
"""
LAAG = "evaluaties: [{datum: 2026-03-05, cijfer_resultaat: 6.5, cijfer_samenwerking: 8@}]\n"
PLAN = LAAG.replace("@", ", herstelplan: {eigenaar: rik-smeets, acties: [Bel], hercijfer_op: 2026-04-01@}")
START = "in_beheer_sinds: 2024-01-01\ncontracten: [{id: c, titel: C, startdatum: 2026-03-25, einddatum: 2028-12-31}]\n"
CRITERIA = """
    juiste_klanten: [{id: past, tekst: Past, zwaarte: zwaar}]
    juiste_voorwaarden: [{id: betaalt_op_tijd, tekst: Betaalt, zwaarte: knock_out}]
"""
SEGMENT = "segment_keuze: {segment: B@}\n"
MAANDAG = "personen: [{id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], in_dienst_sinds: 2020-01-01@}]"
TOERNOOI = """\
jaar: 2025
start_op: 2025-03-20
eigenaar: anouk-de-wit
startaantal: 32
rondes: [{nummer: 2, start: 2026-01-05}]
adressen: [{id: a, naam: A@}]
"""


def loopt(regels: str, contract: str = "") -> str:
    """A client with a contract that runs for years, and these lines."""
    return LOOPT.replace("@", contract) + regels


def retentie(canvas: str = "@", contract: str = "") -> str:
    """A large client whose renewal is being prepared."""
    return RETENTIE.replace("@", canvas).replace("#", contract)


GEVALLEN = {
    "einddatum_voorbij": Geval(
        LOOPT.replace("2029-12-31", "2026-02-28"),
        (
            ", verlengingen: [{datum: 2026-02-01, nieuwe_einddatum: 2028-02-29, soort: overeenkomst}]",
            ", uitkomsten: [{datum: 2026-02-20, resultaat: verloren}]",
            ", opzegging: {ontvangen_op: 2025-11-01, door: klant}",
        ),
        (", inschatting: {verwachting: verlengt, op: 2026-03-01}", ", voorstel: {verstuurd_op: 2026-03-01}"),
    ),
    "verlengd_tot": Geval(
        LOOPT.replace("@", ", uitkomsten: [{datum: 2026-03-10, resultaat: verlengd}]@"),
        (
            ", verlengingen: [{datum: 2026-03-10, nieuwe_einddatum: 2030-12-31, soort: overeenkomst}]",
            ", opties: [{maanden: 12, status: gelicht, datum_gelicht: 2026-03-11}]",
        ),
        (
            ", opties: [{maanden: 12}]",
            ", voorstel: {verstuurd_op: 2026-03-01}",
        ),
    ),
    "opzegging": Geval(
        loopt("", ", opzegging: {ontvangen_op: 2026-03-10, door: klant@}"),
        (", reactie_actie: We bellen",),
        (", reden: Te duur", ", per_datum: 2026-12-31"),
    ),
    "opzegdeadline": Geval(
        retentie("", STIL),
        (", verlengbesluit: {besluit: doorgaan, op: 2026-08-20}",),
        (", voorstel: {verstuurd_op: 2026-08-20}", ", inschatting: {verwachting: verlengt, op: 2026-08-20}"),
        op=date(2026, 8, 31),
    ),
    "optie": Geval(
        loopt("", ", opties: [{maanden: 12, uiterlijk: 2026-04-01@}]"),
        (", status: niet_gelicht", ", status: gelicht, datum_gelicht: 2026-03-10"),
        (", wie: wij",),
    ),
    "publicatie": Geval(
        "sector: publiek\n" + loopt("", ", aanbesteding: {@}"),
        ("gepubliceerd_op: 2026-03-14, verwachte_publicatie: 2026-03-20", "verwachte_publicatie: 2027-03-20"),
        (
            "procedure: openbaar, verwachte_publicatie: 2026-03-20",
            "verwachte_publicatie: 2026-03-20, gepubliceerd_op: 2026-03-20",
        ),
        open="verwachte_publicatie: 2026-03-20",
    ),
    "voorstel": Geval(
        retentie("", "@"),
        (", voorstel: {verstuurd_op: 2026-09-01}",),
        (
            ", voorstel: {reactie: Mooi}",
            ", voorstel: {verstuurd_op: 2024-09-01}",
            ", voorstel: {verstuurd_op: 2026-09-11}",
        ),
        op=date(2026, 9, 10),
    ),
    "aankondigen": Geval(
        retentie("", STIL),
        (", voorstel: {besproken_op: 2026-07-01}", ", voorstel: {verstuurd_op: 2026-07-01}"),
        (", verlengbesluit: {besluit: doorgaan, op: 2026-07-01}", ", voorstel: {besproken_op: 2026-07-11}"),
        op=date(2026, 7, 10),
    ),
    "klacht": Geval(SIGNAAL % "klacht", (", opgevolgd_op: 2026-03-06",), (", kans: k",)),
    "stille_klacht": Geval(SIGNAAL % "stille_klacht", (", opgevolgd_op: 2026-03-06",), (", kans: k",)),
    "koopsignaal": Geval(SIGNAAL % "koopsignaal", (", kans: k",), (), open=""),
    "herstelplan": Geval(loopt(LAAG), (", herstelplan: {acties: [Bel]}",), (", beter: Sneller", ", goed: Alles")),
    "herstelactie": Geval(
        loopt(PLAN.replace("hercijfer_op: 2026-04-01@", "@")),
        ("hercijfer: 8.5, hercijfer_op: 2026-03-12",),
        ("hercijfer_op: 2026-03-12", "afgesproken_met_klant_op: 2026-03-12"),
        open="start: 2026-03-06",
    ),
    "hercijfer": Geval(
        loopt(PLAN.replace("2026-04-01@", "@")),
        ("2026-03-12, hercijfer: 8.5",),
        ("2026-04-01, afgesproken_met_klant_op: 2026-03-12",),
        open="2026-04-01",
    ),
    "toezegging": Geval(
        loopt("toezeggingen: [{id: t, tekst: Rapport, van: wij, voor_datum: 2026-03-15@}]\n"),
        (", stand: nagekomen, stand_op: 2026-03-14", ", stand: vervallen"),
        (", wie: rik-smeets",),
    ),
    "toezegging_klant": Geval(
        loopt("toezeggingen: [{id: t, tekst: Planning, van: klant, voor_datum: 2026-03-15@}]\n"),
        (", stand: nagekomen",),
        (", gedaan_op: 2026-03-01",),
    ),
    "kickoff": Geval(
        START.replace("2026-03-25", "2026-03-01") + "@",
        ("opstart: {kickoff_op: 2026-03-16}\n",),
        ("opstart: {kickoff_op: 2026-03-17}\n",),
    ),
    "kennismaking": Geval(
        loopt(MENS.replace("@", ", sinds: 2026-03-01") + "@"),
        (GESPREK.replace("oud-contact", "k"),),
        (GESPREK, GESPREK.replace("oud-contact", "k").replace("wie", "vorm: bericht, wie")),
    ),
    "opvolger": Geval(
        loopt(MENS.replace("@", ", vertrokken_op: 2026-03-01@")),
        (", opvolger: geen",),
        (", opvolger: k", ", kennismaking_op: 2026-03-10"),
    ),
    "wijziging": Geval(
        loopt("wijzigingen: [{datum: 2026-02-20, soort: eigenaar_fusie, tekst: Fusie@}]\n"),
        (", opgevolgd_op: 2026-03-01",),
        (", opgevolgd_op: 2026-03-17",),
    ),
    "actiestap": Geval(
        loopt("signalen: [{datum: 2026-03-10, signaal: Stilte@}]\n"),
        (", gedaan_op: 2026-03-12",),
        (", actiestap: Bel", ", uitkomst: Niets"),
    ),
    "canvas": Geval(
        ZONDER,
        ('canvassen: [{id: "2026", contracten: [c], gestart_op: 2026-03-10}]\n',),
        ("fresheyes: [{uitgevoerd_op: 2026-03-01}]\n",),
    ),
    "sessie": Geval(
        retentie(),
        (", sessie_op: 2026-03-10",),
        (", deelnemers: [anouk-de-wit]", ", tussenevaluatie: {datum: 2026-03-02}"),
    ),
    "coach": Geval(
        retentie(),
        (", coach: {wie: johan-prins, datum: 2026-03-10}",),
        (", sessie_op: 2026-03-10", ", coach: {oordeel: groen, opmerking: Mooi}"),
    ),
    "verlengbesluit": Geval(
        KLEIN,
        (", verlengbesluit: {besluit: doorgaan, op: 2026-09-01}",),
        (", voorstel: {verstuurd_op: 2026-09-01}", ", verlengbesluit: {besluit: doorgaan, op: 2023-12-01}"),
        op=date(2026, 9, 20),
    ),
    "start_retentiefase": Geval(
        ZONDER,
        ('canvassen: [{id: "2026", contracten: [c], gestart_op: 2025-06-01}]\n',),
        (),
        op=date(2025, 6, 10),
    ),
    "tussenevaluatie": Geval(
        retentie(),
        (", tussenevaluatie: {datum: 2026-05-02, werkt_het: ja}",),
        (", sessie_op: 2026-05-02", ", tussenevaluatie: {datum: 2026-06-02}"),
        op=date(2026, 6, 1),
    ),
    "goedkeuring": Geval(
        retentie(", goedkeuring: [{wie: johan-prins, waarover: prijs, stand: @}]"),
        ("akkoord", "afgewezen"),
        ("gevraagd, op: 2026-03-10",),
        open="gevraagd",
    ),
    "klantbesluit": Geval(
        loopt("juiste_klant: {scores: {betaalt_op_tijd: voldoet_niet}@}\n"),
        (", besluit: afscheid",),
        (", getoetst_op: 2026-03-10",),
    ),
    "c_besluit": Geval(
        loopt("segment_keuze: {segment: C, reden: klein, op: 2026-02-20}\n@"),
        ("c_besluit: {besluit: behouden}\n",),
        ("juiste_klant: {besluit: doorgaan}\n",),
    ),
    "toets": Geval(
        START + "juiste_klant: {@}\n",
        ("scores: {past: voldoet, betaalt_op_tijd: onbekend}, getoetst_op: 2026-03-10",),
        (
            "scores: {past: voldoet}, getoetst_op: 2026-03-10",
            "scores: {past: voldoet, betaalt_op_tijd: voldoet}",
            "scores: {past: voldoet, betaalt_op_tijd: voldoet}, getoetst_op: 2026-03-17",
        ),
        open="scores: {}",
    ),
    "overdracht": Geval(
        START + "@", ("opstart: {overdracht_voor_tekenen: true}\n",), ("opstart: {kickoff_op: 2026-03-10}\n",)
    ),
    "opstartcheck": Geval(
        START.replace("2026-03-25", "2026-02-10") + "@",
        (
            "verwachtingen: [{id: v, tekst: Snel, gecheckt_op: 2026-03-10}]\n",
            "verwachtingen: [{id: v, tekst: Snel}]\n" + GESPREK.replace("}]", ", nagevraagd: [v]}]"),
        ),
        ("verwachtingen: [{id: v, tekst: Snel}]\n" + GESPREK,),
    ),
    "verwachtingen": Geval(
        loopt("verwachtingen: [{id: v, tekst: Snel, soort: uitgesproken, gecheckt_op: 2025-08-01}]\n@"),
        (GESPREK.replace("}]", ", nagevraagd: [v]}]"),),
        (GESPREK,),
    ),
    "frisse_blik": Geval(
        loopt("fresheyes: [{uitgevoerd_op: 2025-03-20}@]\n"),
        (", {uitgevoerd_op: 2026-03-10}",),
        (", {gepland_op: 2026-03-10}",),
    ),
    "reviewactie": Geval(
        loopt("fresheyes: [{uitgevoerd_op: 2026-02-01, acties: [{tekst: Bel, gereed_op: 2026-03-15@}]}]\n"),
        (", status: klaar", ", status: vervallen"),
        (", wie: rik-smeets", ", status: loopt"),
    ),
    "terugblik": Geval(
        WEG,
        ("postmortems: [{contract: c, uitgevoerd_op: 2026-03-01}]",),
        (
            "postmortems: [{contract: c, gepland_op: 2026-03-01}]",
            "postmortems: [{contract: c, uitgevoerd_op: 2026-03-21}]",
            "afsluiting: {laatste_gesprek_op: 2026-03-01}",
        ),
        op=date(2026, 3, 20),
    ),
    "afsluiting": Geval(
        WEG,
        (AFGESLOTEN,),
        ("afsluiting: {laatste_gesprek_op: 2026-03-02}\n",),
    ),
    "evaluatie": Geval(
        loopt("projecten: [{id: p, titel: P, projectmanager: johan-prins, oplevering: 2026-03-10@\n"),
        (", evaluatie: 2026-03-12}]\nevaluaties: [{datum: 2026-03-12, cijfer_resultaat: 8, cijfer_samenwerking: 8}]",),
        (
            ", evaluatie: 2026-03-12}]\nevaluaties: [{datum: 2026-03-12}]",
            ", evaluatie: 2026-03-18}]\nevaluaties: [{datum: 2026-03-18}]",
        ),
        open="}]",
    ),
    "canvasactie": Geval(
        retentie(", acties: [{id: a, tekst: Bel, wie: rik-smeets, gereed_op: 2026-03-20@}]"),
        (", status: klaar", ", status: vervallen"),
        (", status: loopt",),
    ),
    "aanname": Geval(
        loopt("aannames: [{id: a, tekst: Hij beslist, voor_datum: 2026-03-15@}]\n"),
        (", stand: klopt", ", stand: klopt_niet"),
        (", toets: Vragen",),
    ),
    "web_gat": Geval(
        loopt(MENS),
        (", relaties: [anouk-de-wit, rik-smeets, johan-prins]",),
        (", relaties: [anouk-de-wit]", ", houding: fan"),
    ),
    "gaten": Geval(LOOPT, (", opzegtermijn: {aantal: 1, eenheid: maanden}",), (", document: Kluis",)),
    "contact": Geval(
        loopt(
            MENS.replace("@", "")
            + "contactregels: [{id: kwartaal, wie: accountmanager, laag: tactisch, elke_dagen: 91}]\n@"
        ),
        (GESPREK.replace("oud-contact", "k"),),
        (
            GESPREK.replace("tactisch", "operationeel"),
            GESPREK.replace("anouk-de-wit", "rik-smeets"),
            GESPREK.replace("2026-03-10", "2026-03-17"),
        ),
    ),
    "bericht": Geval(
        "berichten: [@]",
        ("{datum: 2026-03-10, onderwerp: Tip}", "{datum: 2026-03-10, aan: {accounts: [acme]}}"),
        ("{datum: 2026-03-10, aan: {accounts: [ander]}}", "{datum: 2026-03-17}"),
        gedeeld="berichten",
    ),
    "training": Geval(
        loopt("trainingen: [{datum: 2025-09-10, doelgroep: planners@}]\n"),
        (", nagevraagd_op: 2026-03-12, opbrengst: Minder",),
        (
            ", nagevraagd_op: 2026-03-12",
            ", opbrengst: Minder",
            ", nagevraagd_op: 2026-03-17, opbrengst: Minder",
            "}, {datum: 2026-03-12, doelgroep: inkopers",
        ),
    ),
    "kansvraag": Geval(
        loopt("evaluaties: [{datum: 2026-02-20, cijfer_resultaat: 8.5, cijfer_samenwerking: 8}]\n@\n"),
        (
            "kansen: [{id: k, tekst: Meer, genoteerd_op: 2026-02-20}]",
            "geen_kans: [{op: 2026-03-16, reden: Vol}]",
        ),
        (
            "kansen: [{id: k, tekst: Meer}]",
            "kansen: [{id: k, tekst: Meer, genoteerd_op: 2026-02-19}]",
            "geen_kans: [{op: 2026-03-17, reden: Vol}]",
            GESPREK,
        ),
    ),
    "kansstap": Geval(
        loopt("kansen: [{id: k, tekst: Meer, volgende_stap: Bel, voor_datum: 2026-03-10@}]\n"),
        (", uitkomst: gewonnen", ", uitkomst: vervallen"),
        (", status: gebeld", ", eigenaar: rik-smeets", ", genoteerd_op: 2026-03-12"),
    ),
    "innovatie": Geval(
        loopt("innovaties: [{id: i, tekst: Zelf melden, voor_datum: 2026-03-10@}]\n"),
        (", uitkomst: ingevoerd", ", uitkomst: vervallen"),
        (", status: besproken", ", eigenaar: rik-smeets"),
    ),
    "segmenten": Geval(
        LOOPT.replace("@", "") + SEGMENT,
        (", reden: groot, op: 2026-03-01",),
        (", reden: anders, op: 2025-03-10",),
        open=", reden: groot, op: 2025-03-10",
    ),
    "lessen": Geval(
        MAANDAG,
        (", lessencheck_op: 2026-03-16",),
        (", zelfscan: {}", ", lessencheck_op: 2025-03-10"),
        gedeeld="team",
    ),
    "honken": Geval(
        loopt("honken: {@2025: {1: {stand: gehaald}}}\n"),
        ("2026: {1: {stand: open}}, ",),
        ("2024: {1: {stand: gehaald}}, ", "2026: {}, "),
        instellingen="onderdelen: {honken: true}",
    ),
    "ronde": Geval(
        TOERNOOI,
        (", besluit: no_go", ", ronde_bereikt: 2"),
        (", eigenaar: rik-smeets", ", ronde_bereikt: 1"),
        instellingen="onderdelen: {toernooi: true}",
        gedeeld="werving",
    ),
    "toernooi": Geval(
        "jaar: @\neigenaar: anouk-de-wit",
        ("2026\nstart_op: 2026-03-10",),
        ("2025\nstart_op: 2025-03-21",),
        open="2025\nstart_op: 2025-03-20",
        instellingen="onderdelen: {toernooi: true}",
        gedeeld="werving",
    ),
}
"""A client for each kind of work."""
KLAAR = [(soort, antwoord) for soort, geval in GEVALLEN.items() for antwoord in geval.klaar]
ANDERS = [(soort, antwoord) for soort, geval in GEVALLEN.items() for antwoord in geval.anders]

Vraagt = Callable[..., list[date]]


@pytest.fixture
def vraagt(portefeuille: Callable[..., Portefeuille]) -> Vraagt:
    """Give the day of each time that a kind is asked; what has no day, and stands in a register, is for today."""

    def vind(soort: str, antwoord: str | None = None, erbij: str = "") -> list[date]:
        geval = GEVALLEN[soort]
        tekst = geval.klant.replace("@", geval.open if antwoord is None else antwoord) + erbij
        delen: dict[str, Any] = {"criteria": CRITERIA, "lessen": "lessen: [{id: les, titel: Vraag het}]"}
        if geval.instellingen:
            delen["instellingen"] = geval.instellingen
        if geval.gedeeld:
            delen[geval.gedeeld] = {2025: tekst} if geval.gedeeld == "werving" else tekst
        lezer = MENS.replace("@", ", nieuwsbrief: toestemming") if soort == "bericht" else ""
        klant = loopt(SEGMENT.replace("@", ", reden: x") + lezer) if geval.gedeeld else tekst
        alles = portefeuille(klant, peildatum=geval.op, **delen)
        [dossier] = alles.dossiers.values()
        herstel = [punt for punt in openstaand(dossier) if punt.soort == "herstelactie"]
        registers = {"gaten": dossier.gaten, "web_gat": dossier.web_gaten, "herstelactie": herstel}
        if soort in registers:
            return [geval.op] * len(registers[soort])
        return [punt.datum for punt in alle_aandacht(alles) if punt.soort == soort]

    return vind


def test_each_kind_has_a_case() -> None:
    """A new kind asks for one."""
    assert set(SOORTEN) == set(GEVALLEN)


@pytest.mark.parametrize(("soort", "antwoord"), KLAAR)
def test_doing_what_it_asks_is_the_end_of_it(vraagt: Vraagt, soort: str, antwoord: str) -> None:
    """
    It is asked, somebody does what "Klaar als …" says, and it is gone; the next round of a rhythm comes later.
    """
    gevraagd, daarna = vraagt(soort), vraagt(soort, antwoord)

    assert len(gevraagd) - 1 == sum(dag <= max(gevraagd) for dag in daarna)


@pytest.mark.parametrize(("soort", "antwoord"), ANDERS)
def test_doing_something_else_is_not(vraagt: Vraagt, soort: str, antwoord: str) -> None:
    """
    What looks like it, lies in the future or is half of it leaves it asked.
    """
    assert 0 < len(vraagt(soort)) <= len(vraagt(soort, antwoord))


@pytest.mark.parametrize(
    "soort",
    [soort for soort, geval in GEVALLEN.items() if not (geval.gedeeld or "contactmomenten" in geval.klant)],
)
def test_a_talk_alone_answers_nothing(vraagt: Vraagt, soort: str) -> None:
    """
    Any talk with the client is what the rhythm asks, and nothing else.
    """
    assert bool(vraagt(soort, erbij=GESPREK)) == (soort != "contact")
