"""A client for each event, and what somebody types when it happens there."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Spel(NamedTuple):
    """One event at one client; `¤` in what is typed is a word that no page holds yet."""

    klant: str
    getypt: str = ""
    weg: str = ""
    """The kind of work that was asked before, and no more after."""
    regels: int = 1
    """Lines that may be added or changed."""
    op: str = "2026-03-16"


def speelmap(gedeeld: Path, accounts: Path) -> Path:
    """Make a folder with the team and the settings of `accounts`, and a lesson; returns it, without a client."""
    gedeeld.mkdir(parents=True)
    for naam in ("team.yml", "instellingen.yml"):
        shutil.copy(accounts / "_gedeeld" / naam, gedeeld)
    (gedeeld / "lessen.yml").write_text(LES, encoding="utf-8")
    return gedeeld.parent


def schrijf(folder: Path, klant: str, spel: Spel) -> None:
    """Write the client of a play, under this id."""
    kop = f"id: {klant}\nnaam: {klant}\n"
    if "driehoek:" not in spel.klant:
        kop += "driehoek: {accountmanager: anouk-de-wit}\n"
    (folder / f"{klant}.yml").write_text(kop + spel.klant, encoding="utf-8")


def getypt(spel: Spel, nummers: Iterator[int]) -> tuple[list[str], list[str]]:
    """What somebody types, as words of a command, and which of these stood nowhere yet."""
    nieuw: list[str] = []

    def woord(_: re.Match[str]) -> str:
        nieuw.append(f"kraai{next(nummers):03}")
        return nieuw[-1]

    return shlex.split(re.sub("¤", woord, spel.getypt)), nieuw


def loopt(rest: str = "", contract: str = "", einde: str = "2029-12-31") -> str:
    """A client with a contract that runs for years."""
    return f"""\
in_beheer_sinds: 2025-01-01
contracten:
  - id: c
    titel: Beheer
    startdatum: 2024-01-01
    einddatum: {einde}
{contract}{rest}"""


def regel(tekst: str) -> str:
    """A line of that contract."""
    return f"    {tekst}\n"


DRIEHOEK = "driehoek: {accountmanager: anouk-de-wit, directie_sponsor: johan-prins}\n"


def retentie(canvas: str = "", contract: str = "", segment: str = "A") -> str:
    """A large client whose renewal is near."""
    rest = f"segment_keuze: {{segment: {segment}, reden: groot, op: 2025-06-01}}\n{DRIEHOEK}"
    begin = 'canvassen:\n  - id: "2026"\n    contracten: [c]\n    gestart_op: 2025-07-01\n' if canvas else ""
    return loopt(rest, contract, "2026-12-31") + begin + canvas


VOL = "    plan_b: Afwachten\n"
BEZIG = "    vakken: {prestatie: {conclusie: Goed, oordeel: groen, oordeel_op: 2025-07-02, oordeel_bron: mail}}\n"
MET_MENS = "contactregels: [{id: am-tactisch, met: [k]}]\n"
VAKKEN = """\
    vakken:
      waardepropositie:
        conclusie: >-
          Alles loopt
        punten:
          - Snel
          - Goed
        oordeel: groen
        oordeel_op: 2025-07-01
"""
STIL = regel("opzegtermijn: {aantal: 3, eenheid: maanden}") + regel("stilzwijgende_verlenging: {maanden: 12}")
MENS = """\
contactpersonen:
  - id: k
    naam: K. Vos
    functie: inkoper
    laag: tactisch
    rol_bvt: beslisser
    houding: positief
    houding_op: 2026-03-01
    houding_bron: gesprek
"""
KORT_MENS = "contactpersonen: [{id: k, naam: K. Vos, functie: inkoper, laag: tactisch}]\n"
RITME = "contactregels: [{id: kwartaal, wie: accountmanager, laag: tactisch, elke_dagen: 91}]\n"
PROCESRITME = RITME.replace("91", "182, vorm: procesafstemming")
VERWACHT = "verwachtingen: [{id: v, tekst: Snel, soort: uitgesproken, gecheckt_op: 2025-08-01}]\n"
BELOFTE = "toezeggingen: [{id: t, tekst: Rapport, van: %s, voor_datum: 2026-03-15}]\n"
SIGNAAL = "contactmomenten: [{datum: 2026-03-05, kern: Gebeld, signalen: [{soort: %s, tekst: Traag antwoord}]}]\n"
CIJFER = "--cijfer-resultaat 8,5 --cijfer-samenwerking 9 --gegeven-door k --opdracht ¤ --goed ¤ --beter ¤"
GOED_CIJFER = "evaluaties: [{datum: 2026-02-20, cijfer_resultaat: 8.5, cijfer_samenwerking: 9}]\n"
KANS = "kansen: [{id: k1, tekst: Tweede locatie, volgende_stap: Prijs brengen, voor_datum: %s}]\n"
IDEE = "innovaties: [{id: i1, tekst: Zelf melden, voor_datum: 2026-03-09}]\n"
LAAG = "evaluaties: [{datum: 2026-03-05, cijfer_resultaat: 6.5, cijfer_samenwerking: 8}]\n"
PLAN = """\
evaluaties:
  - datum: 2026-03-05
    cijfer_resultaat: 6.5
    cijfer_samenwerking: 8
    herstelplan: {eigenaar: rik-smeets, acties: [Bel], start: 2026-03-06%s}
"""
NET_GETEKEND = "in_beheer_sinds: 2024-01-01\ncontracten: [{id: c, titel: C, startdatum: %s, einddatum: 2028-12-31}]\n"
OPGEZEGD = regel("opzegging: {ontvangen_op: 2026-01-02, door: klant, per_datum: 2026-03-31, reactie_actie: Gesprek}")
GEPLAND = "postmortems: [{contract: c, gepland_op: 2026-05-01}]\n"
MIST_PAST_NIET = "juiste_klant: {scores: {betaalt_op_tijd: voldoet_niet}, getoetst_op: 2026-03-01}\n"

CRITERIA = (
    "past_bij_ons",
    "cultuur_past",
    "toekomstvast",
    "toegang_beslissers",
    "betaalt_op_tijd",
    "marge_gezond",
    "scope_vooraf",
    "redelijke_termijnen",
)
LES = "lessen: [{id: te-laat, titel: Te laat gebeld, account: anoniem, waarschuwingssignalen: [Hij belt niet]}]\n"
"""What the team learned, in the folder of all plays."""

SPELEN: dict[str, tuple[Spel, ...]] = {
    "gesprek": (
        Spel(loopt(KORT_MENS + RITME), "--met k --kern ¤ --soort koop --signaal ¤ --belofte ¤", "contact", 9),
        Spel(loopt(MENS.replace("rol_bvt", "sinds: 2026-03-01\n    rol_bvt")), "--met k --kern ¤", "kennismaking", 5),
    ),
    "procesafstemming": (
        Spel(
            loopt(KORT_MENS + PROCESRITME),
            "--met k --kern ¤ --punten ¤ --punten ¤ --verandert ¤",
            "contact",
            13,
        ),
    ),
    "klopt-nog": (
        Spel(loopt(VERWACHT), "--kern ¤", "verwachtingen", 5),
        Spel(NET_GETEKEND % "2026-02-10" + "verwachtingen: [{id: v, tekst: Snel}]\n", "--kern ¤", "opstartcheck", 5),
    ),
    "belofte": (Spel(loopt(), "--belofte ¤ --voor-datum 2026-04-15", regels=5),),
    "nagekomen": (
        Spel(loopt(BELOFTE % "wij"), "--kern ¤", "toezegging", 5),
        Spel(loopt(BELOFTE % "klant"), "--kern ¤", "toezegging_klant", 5),
    ),
    "gebroken": (
        Spel(loopt(BELOFTE % "wij"), "--kern ¤", "toezegging", 5),
        Spel(loopt(BELOFTE % "klant"), "--kern ¤", "toezegging_klant", 5),
    ),
    "actie-klaar": (
        Spel(
            retentie("    acties: [{id: a, tekst: Bel de directie, wie: rik-smeets, gereed_op: 2026-03-20}]\n"),
            "--kern ¤",
            "canvasactie",
            5,
        ),
        Spel(
            loopt(
                "fresheyes: [{uitgevoerd_op: 2026-02-01, acties: [{tekst: Bel de inkoper, gereed_op: 2026-03-15}]}]\n"
            ),
            "--kern ¤",
            "reviewactie",
            6,
        ),
    ),
    "signaal": (Spel(loopt(KORT_MENS), "--soort klacht --tekst ¤ --met k", regels=6),),
    "opgevolgd": (
        Spel(loopt(SIGNAAL % "klacht"), "--kern ¤", "klacht", 6),
        Spel(loopt(SIGNAAL % "stille_klacht"), "--kern ¤", "stille_klacht", 6),
        Spel(loopt(SIGNAAL % "koopsignaal"), "--kern ¤", regels=6),
        Spel(loopt("signalen:\n  - datum: 2026-03-10\n    actiestap: Bel hen\n"), "--kern ¤", "actiestap", 6),
    ),
    "nieuw-gezicht": (Spel(loopt(), "--naam ¤ --functie ¤ --laag strategisch", regels=3),),
    "vertrokken": (
        Spel(
            loopt(MENS.replace("houding:", "vertrokken_op: 2026-03-10\n    houding:")),
            "--opvolger geen",
            "opvolger",
            2,
            "2026-03-16",
        ),
    ),
    "houding": (Spel(loopt(MENS), "--houding kritisch --houding-bron gesprek", regels=3),),
    "leerde-kennen": (
        Spel(loopt(MENS), "--relaties anouk-de-wit --relaties rik-smeets --relaties johan-prins", "web_gat", 1),
    ),
    "wijziging": (Spel(loopt(), "--tekst ¤ --soort strategie", regels=2),),
    "wijziging-opgevolgd": (
        Spel(
            loopt("wijzigingen: [{datum: 2026-02-20, tekst: Fusie}, {datum: 2026-02-21, tekst: Anders}]\n"),
            "--wat anders",
            "wijziging",
        ),
    ),
    "cijfer": (
        Spel(
            loopt(KORT_MENS + "projecten: [{id: p, titel: P, projectmanager: johan-prins, oplevering: 2026-03-10}]\n"),
            CIJFER + " --project p",
            "evaluatie",
            9,
        ),
        Spel(
            loopt(KORT_MENS),
            CIJFER.replace("8,5", "6") + " --eigenaar rik-smeets --acties ¤ --acties ¤",
            regels=9,
        ),
    ),
    "herstelplan": (Spel(loopt(LAAG), "--eigenaar rik-smeets --acties ¤ --hercijfer-op 2026-05-01", "herstelplan"),),
    "hercijfer": (
        Spel(loopt(PLAN % ", hercijfer_op: 2026-03-10"), "--hercijfer 8,5", "hercijfer", 2),
        Spel(loopt(PLAN % ""), "--hercijfer 9", "herstelactie", 2),
    ),
    "kick-off": (Spel(NET_GETEKEND % "2026-03-01", "", "kickoff"),),
    "overgedragen": (Spel(NET_GETEKEND % "2026-03-25", "--overdracht-voor-tekenen ja", "overdracht"),),
    "training-afgesproken": (Spel(loopt(), "--doelgroep ¤ --doel-emotioneel ¤ --doel-kort ¤ --doel-lang ¤", regels=6),),
    "training": (
        Spel(loopt("trainingen: [{datum: 2025-09-10, doelgroep: planners}]\n"), "--opbrengst ¤", "training"),
        Spel(
            loopt(
                "trainingen: [{datum: 2025-03-10, doelgroep: planners, nagevraagd_op: 2025-09-10, opbrengst: Zelf}]\n"
            ),
            "--teruggekomen-op 2026-03-12",
            "training",
        ),
    ),
    "kans": (
        Spel(
            loopt(GOED_CIJFER),
            "--tekst ¤ --volgende-stap ¤ --voor-datum 2026-04-15 --soort up --waarde-jaar 9000 --status ¤ --bron ¤",
            "kansvraag",
            10,
        ),
        Spel(loopt(SIGNAAL % "koopsignaal"), "--tekst ¤ --volgende-stap ¤ --signaal traag-antwoord", "koopsignaal", 8),
    ),
    "geen-kans": (Spel(loopt(GOED_CIJFER), "--reden ¤", "kansvraag", 2),),
    "kans-verder": (
        Spel(loopt(KANS % "2026-03-10"), "--volgende-stap ¤ --voor-datum 2026-06-01 --status ¤", "kansstap"),
        Spel(loopt(KANS % "2026-03-10"), "--uitkomst gewonnen", "kansstap"),
    ),
    "idee": (Spel(loopt(), "--tekst ¤ --eigenaar rik-smeets --voor-datum 2026-06-01 --status ¤", regels=2),),
    "idee-verder": (
        Spel(loopt(IDEE), "--status ¤ --voor-datum 2026-09-01", "innovatie"),
        Spel(loopt(IDEE), "--uitkomst ingevoerd", "innovatie"),
    ),
    "honk-8": (
        Spel(loopt("honken:\n  2026:\n    8: {stand: bezig}\n"), "--positie onderhandelen --notitie ¤", regels=1),
    ),
    "canvas-begonnen": (
        Spel(retentie(), "", "start_retentiefase", 4, "2025-06-10"),
        Spel(retentie(), "", "canvas", 4, "2025-07-10"),
    ),
    "canvas-vak": (
        Spel(
            retentie(VAKKEN),
            "--vak waardepropositie --conclusie ¤ --punten ¤ --punten ¤ --oordeel rood --oordeel-bron gesprek "
            "--oordeel-toelichting ¤ --indicatoren vraagt_innovatie",
            "canvas",
            9,
        ),
        Spel(retentie(VAKKEN), "--vak strategie --conclusie ¤", regels=1),
        Spel(
            retentie(BEZIG) + MENS + MET_MENS,
            "--vak contract --conclusie ¤ --oordeel groen --oordeel-bron mail",
            "canvas",
            2,
        ),
    ),
    "canvas-doel": (
        Spel(
            retentie(BEZIG) + MENS + MET_MENS,
            "--tekst ¤ --soort groei --maat ¤ --doelwaarde 36,5 --datum 2026-11-01",
            regels=3,
        ),
    ),
    "doel": (
        Spel(
            retentie("    doelen: [{id: d1, tekst: Drie jaar, soort: behoud, datum: 2026-11-01}]\n"),
            "--status gehaald",
        ),
    ),
    "canvas-actie": (
        Spel(retentie(BEZIG) + MENS + MET_MENS, "--tekst 'Bel ¤' --door rik-smeets --gereed-op 2026-05-01", regels=3),
    ),
    "coach": (
        Spel(
            retentie(VOL.replace("plan_b", "coach: {datum: 2025-01-01, oordeel: rood}\n    plan_b")),
            "--coach johan-prins --oordeel oranje --opmerking ¤",
            "coach",
        ),
    ),
    "sessie": (Spel(retentie(VOL), "--deelnemers rik-smeets", "sessie", 2),),
    "tussenevaluatie": (Spel(retentie(VOL), "--werkt-het deels --bijstelling ¤", "tussenevaluatie", 1, "2026-06-20"),),
    "akkoord": (
        Spel(
            retentie("    goedkeuring: [{wie: johan-prins, waarover: Prijs, stand: gevraagd, op: 2026-03-10}]\n"),
            "--stand akkoord",
            "goedkeuring",
        ),
    ),
    "verwachting": (Spel(loopt(VERWACHT), "--stand gehaald", "verwachtingen"),),
    "aanname": (
        Spel(loopt("aannames: [{id: a, tekst: Hij beslist, voor_datum: 2026-03-15}]\n"), "--stand klopt", "aanname"),
    ),
    "frisse-blik-gepland": (
        Spel(
            loopt("fresheyes: [{uitgevoerd_op: 2025-03-20}]\n"),
            "--gepland-op 2026-05-01 --door ¤ --aanleiding jaarlijks",
            "frisse_blik",
            2,
        ),
    ),
    "frisse-blik": (
        Spel(
            loopt("fresheyes: [{uitgevoerd_op: 2025-03-20}]\n"),
            "--door ¤ --extern ja --verwachtingen 4 --verwachtingen-conclusie ¤ --relaties 3 --relaties-conclusie ¤ "
            "--expertise 5 --expertise-conclusie ¤",
            "frisse_blik",
            2,
        ),
    ),
    "terugblik": (
        Spel(loopt(GEPLAND, OPGEZEGD), "--door ¤ --verleden ¤ --heden ¤ --toekomst ¤", "terugblik", 2, "2026-05-20"),
    ),
    "segment": (
        Spel(
            loopt("segment_keuze: {segment: B, reden: groot, op: 2025-03-10}\n"), "--segment B --reden ¤", "segmenten"
        ),
        Spel(loopt("waarde: {scores: {}, definitief_op: 2025-03-10}\n"), "", "segmenten"),
    ),
    "toets": (
        Spel(
            NET_GETEKEND % "2026-03-25" + "juiste_klant: {scores: {past_bij_ons: deels}}\n",
            " ".join(f"--scores {criterium}=voldoet" for criterium in CRITERIA),
            "toets",
        ),
        Spel(loopt(), "--scores betaalt_op_tijd=voldoet_niet"),
    ),
    "les": (Spel(loopt(), "--les te-laat --signaal ¤ --actiestap ¤", regels=2),),
    "lessen-nagelopen": (Spel(loopt(), "", "lessen", op="2026-04-20"),),
    "klantbesluit": (Spel(loopt(MIST_PAST_NIET), "--besluit doorgaan", "klantbesluit"),),
    "c-besluit": (
        Spel(
            loopt("segment_keuze: {segment: C, reden: klein, op: 2026-01-01}\n"),
            "--besluit behouden --reden ¤",
            "c_besluit",
        ),
    ),
    "bericht": (
        Spel(
            loopt(
                KORT_MENS.replace("}", ", nieuwsbrief: toestemming}")
                + "segment_keuze: {segment: B, reden: x, op: 2026-01-01}\n"
            ),
            "--onderwerp ¤",
            "bericht",
            2,
        ),
        Spel(loopt(), "--onderwerp ¤ --ook gesprek-0 --ook gesprek-1 --soort tip"),
        Spel(loopt(), "--onderwerp ¤ --aan alle"),
    ),
    "overdracht": (Spel(loopt(), "--accountmanager bram-oudkerk", regels=3),),
    "uitstel": (
        Spel(
            loopt(BELOFTE % "wij"),
            "--onderwerp toezegging --tot 2026-09-12 --reden '¤ na de vakantie'",
            "toezegging",
            2,
        ),
    ),
    "verlengd": (
        Spel(loopt("", einde="2026-02-28"), "--nieuwe-einddatum 2028-02-29 --toelichting ¤", "einddatum_voorbij", 4),
        Spel(
            loopt("", regel("uitkomsten: [{datum: 2026-03-10, resultaat: verlengd}]")),
            "--nieuwe-einddatum 2031-12-31",
            "verlengd_tot",
            2,
        ),
        Spel(
            loopt("", STIL, "2025-12-31"),
            "--nieuwe-einddatum 2026-12-31 --soort stilzwijgend --toelichting ¤",
            regels=4,
        ),
    ),
    "optie": (Spel(loopt("", regel("opties: [{maanden: 12, uiterlijk: 2026-04-01}]")), "--status gelicht", "optie"),),
    "besluit": (
        Spel(retentie("", STIL, "C"), "--besluit doorgaan --waarom ¤", "opzegdeadline", op="2026-08-31"),
        Spel(retentie("", "", "C"), "--besluit stoppen --waarom ¤", "verlengbesluit", op="2026-09-10"),
        Spel(retentie("", "", "C"), "--besluit stoppen --waarom ¤", "start_retentiefase", op="2025-06-10"),
    ),
    "voorstel": (
        Spel(retentie(VOL), "--reactie ¤", "voorstel", op="2026-09-10"),
        Spel(retentie(VOL, STIL), "--besproken-op 2026-07-01", "aankondigen", op="2026-07-10"),
    ),
    "inschatting": (Spel(loopt(), "--verwachting twijfel --waarom ¤ --bron gesprek"),),
    "aanbesteding": (
        Spel(
            "sector: publiek\n" + loopt("", regel("aanbesteding: {verwachte_publicatie: 2026-03-20}")),
            "--gepubliceerd-op 2026-03-14",
            "publicatie",
        ),
    ),
    "nieuw-contract": (
        Spel(
            loopt("", regel("uitkomsten: [{datum: 2026-03-10, resultaat: verlengd}]")),
            "--id beheer-2026 --titel ¤ --startdatum 2030-01-01 --einddatum 2033-12-31 --jaarwaarde 9000 --contract c",
            "verlengd_tot",
            6,
        ),
    ),
    "klant-zegt-op": (
        Spel(loopt(), "--per-datum 2026-12-31 --reden ¤ --gepland-op 2026-05-01 --door ¤ --reactie-actie ¤", regels=3),
    ),
    "wij-zeggen-op": (Spel(loopt(), "--per-datum 2026-12-31 --reden ¤"),),
    "reactie": (
        Spel(
            loopt(GEPLAND, regel("opzegging: {ontvangen_op: 2026-03-10, door: klant, per_datum: 2029-12-31}")),
            "--reactie-actie ¤",
            "opzegging",
        ),
    ),
    "afgelopen": (Spel(loopt("", einde="2026-02-28"), "--resultaat verloren --toelichting ¤", "einddatum_voorbij", 2),),
    "klant-kwijt": (
        Spel(loopt("", einde="2026-02-28"), "--toelichting ¤ --gepland-op 2026-05-01 --door ¤", "einddatum_voorbij", 4),
    ),
    "afsluiting": (
        Spel(
            loopt(KORT_MENS + GEPLAND, OPGEZEGD),
            "--punten-afgesproken ¤ --overdracht-klaar-op 2026-03-10 --laatste-gesprek-op 2026-03-11 "
            "--volg-contactpersonen k",
            "afsluiting",
            5,
        ),
    ),
}
