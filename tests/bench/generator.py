"""Invented account files of a realistic size (about 190 lines), the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

PEILDATUM = date(2026, 3, 16)
PER_ACCOUNTMANAGER = 25

PLAATSEN = ["Aalburg", "Borne", "Culemborg", "Dalfsen", "Ede", "Fijnaart", "Gulpen", "Heiloo", "Ijlst", "Joure"]
SOORTEN = [
    "Zorg",
    "Scholen",
    "Waterbeheer",
    "Logistiek",
    "Bouw",
    "Wonen",
    "Machines",
    "Handel",
    "Energie",
    "Notarissen",
]
DIENSTEN = ["Werkplekbeheer", "Netwerkbeheer", "Servicedesk", "Printbeheer", "Telefonie", "Applicatiebeheer"]
NAMEN = ["Bakker", "Visser", "Mulder", "Kuipers", "Dekker", "Brouwer", "Smid", "Molenaar", "Schipper", "Wever"]
VAKKEN = ["waardepropositie", "verwachtingen", "relaties", "prestatie", "concurrentie", "contract", "strategie", "team"]
SITUATIE = VAKKEN[:6]
ACTIES = ["Voorstel voor de komende jaren bespreken", "Ideeën voor de vestigingen ophalen"]
CRITERIA = [
    "past_bij_ons",
    "cultuur_past",
    "toekomstvast",
    "toegang_beslissers",
    "betaalt_op_tijd",
    "marge_gezond",
    "scope_vooraf",
    "redelijke_termijnen",
]


def schrijf_portefeuille(
    folder: Path, aantal: int, zaad: int = 1, *, per_accountmanager: int = PER_ACCOUNTMANAGER
) -> None:
    """Write `aantal` account files with their shared files below `folder`, which must not exist yet."""
    gedeeld = folder / "_gedeeld"
    gedeeld.mkdir(parents=True)
    (gedeeld / "instellingen.yml").write_text(
        f"peildatum_vast: {PEILDATUM}\nonderdelen: {{scores: true}}\n", encoding="utf-8"
    )
    (gedeeld / "berichten.yml").write_text(
        "berichten:\n  - {datum: 2026-01-12, soort: nieuwsbrief, onderwerp: Veilig thuiswerken}\n", encoding="utf-8"
    )
    (gedeeld / "team.yml").write_text("\n".join(team(aantal // per_accountmanager + 1)) + "\n", encoding="utf-8")
    for nummer in range(aantal):
        regels = account(nummer, nummer // per_accountmanager, random.Random(zaad * 1_000_003 + nummer))  # noqa: S311
        (folder / f"klant-{nummer:05}.yml").write_text("\n".join(regels) + "\n", encoding="utf-8")


def team(aantal: int) -> Iterator[str]:
    """Yield the team file: so many account managers, each with the others of the triangle."""
    yield "personen:"
    yield "  - {id: directie-1, naam: D. Prins, rollen: [directie, leidinggevende]}"
    for nummer in range(aantal):
        for rol in ("accountmanager", "contractmanager", "projectmanager"):
            naam = f"naam: {rol[0].upper()}. {NAMEN[nummer % 10]} {nummer}"
            yield f"  - {{id: {rol}-{nummer}, {naam}, rollen: [{rol}], leidinggevende: directie-1}}"


def account(nummer: int, collega: int, kans: random.Random) -> Iterator[str]:
    """Yield the lines of one account file; `collega` is the number of who has this client."""
    yield from _algemeen(nummer, collega, kans)
    yield from _contracten(kans)
    yield from _mensen(collega, kans)
    yield from _samenwerking(collega, kans)
    yield from _canvas(collega, kans)


def _dag(kans: random.Random, van: int, tot: int) -> date:
    """A day between `van` and `tot` days from the reference date."""
    return PEILDATUM + timedelta(days=kans.randint(van, tot))


def _algemeen(nummer: int, collega: int, kans: random.Random) -> Iterator[str]:
    yield f"id: klant-{nummer:05}"
    yield f"naam: {kans.choice(SOORTEN)} {kans.choice(PLAATSEN)} {nummer}"
    yield f"branche: {kans.choice(SOORTEN).lower()}"
    yield f"klant_sinds: {_dag(kans, -3000, -1200)}"
    yield f"in_beheer_sinds: {_dag(kans, -400, -200)}"
    yield "omschrijving: Regionale organisatie met meerdere vestigingen en een eigen afdeling voor automatisering"
    yield "doelen_klant:"
    yield "  - Minder storingen op de vestigingen"
    yield "  - Eén aanspreekpunt voor alle vragen"
    yield "waarom_klant_blijft: Vaste ploeg die de vestigingen kent"
    yield "concurrenten:"
    yield "  - {naam: Regionale leverancier, wat: Goedkoper in beheer, sterkte: 3}"
    yield "omzet:"
    for jaar in (2023, 2024, 2025):
        yield f"  {jaar}: {kans.randint(40, 900) * 1000}"
    yield "marge_procent:"
    yield f"  2025: {kans.randint(8, 34)}"
    yield "driehoek:"
    yield f"  accountmanager: accountmanager-{collega}"
    yield f"  contractmanager: contractmanager-{collega}"
    yield "  contractmanager_soort: lijnmanager"
    yield f"  projectmanagers: [projectmanager-{collega}]"
    yield "  directie_sponsor: directie-1"
    yield "waarde:"
    yield "  scores:"
    for element in ("omzetaandeel", "brutomarge", "strategisch", "groei", "referentie"):
        yield f"    {element}: {kans.randint(1, 5)}"
    yield f"  definitief_op: {_dag(kans, -500, -20)}"


def _contracten(kans: random.Random) -> Iterator[str]:
    yield "contracten:"
    for nummer, dienst in enumerate(kans.sample(DIENSTEN, 2)):
        begin = _dag(kans, -1100, -100)
        yield f"  - id: contract-{nummer}"
        yield f"    titel: {dienst}"
        yield f"    startdatum: {begin}"
        yield f"    einddatum: {begin + timedelta(days=kans.choice((364, 729, 1095, 1460)))}"
        yield f"    jaarwaarde: {kans.randint(20, 400) * 1000}"
        yield "    omvang_klasse: normaal"
        yield f"    opzegtermijn: {{aantal: {kans.choice((1, 3, 6))}, eenheid: maanden}}"
        if kans.random() < 0.6:
            yield "    stilzwijgende_verlenging: {maanden: 12, herhaalt: true}"
        else:
            yield "    opties:"
            yield "      - {maanden: 12, wie: klant, uiterlijk: {aantal: 3, eenheid: maanden}}"
        yield "    inschatting:"
        yield f"      verwachting: {kans.choice(('verlengt', 'verlengt', 'twijfel', 'vertrekt'))}"
        yield "      waarom: Goed gesprek gehad over de komende jaren"
        yield f"      op: {_dag(kans, -200, -5)}"
        yield "      bron: gesprek"


def _mensen(collega: int, kans: random.Random) -> Iterator[str]:
    yield "contactpersonen:"
    for nummer, laag in enumerate(("strategisch", "tactisch", "operationeel")):
        yield f"  - id: persoon-{nummer}"
        yield f"    naam: {kans.choice('ABCDEFGH')}. {kans.choice(NAMEN)}"
        yield f"    functie: {('directeur', 'manager automatisering', 'coördinator')[nummer]}"
        yield f"    laag: {laag}"
        yield f"    rol_bvt: {('beslisser', 'beinvloeder', 'gebruiker')[nummer]}"
        yield f"    invloed: {5 - nummer}"
        yield f"    houding: {kans.choice(('fan', 'positief', 'neutraal', 'kritisch'))}"
        yield f"    houding_op: {_dag(kans, -200, -5)}"
        yield "    houding_bron: gesprek"
        yield f"    relaties: [accountmanager-{collega}, contractmanager-{collega}]"
        yield f"    sinds: {_dag(kans, -900, -10)}"
        yield "    nieuwsbrief: toestemming"
    yield "contactmomenten:"
    for nummer in range(10):
        rol = ("accountmanager", "contractmanager")[nummer % 2]
        vorm = kans.choice(("bezoek", "belafspraak", "overleg"))
        wie = f"wie: {rol}-{collega}, met: [persoon-{nummer % 3}], vorm: {vorm}"
        yield f"  - {{datum: {_dag(kans, -300, 20)}, {wie}, kern: Voortgang en wensen besproken}}"


def _samenwerking(collega: int, kans: random.Random) -> Iterator[str]:
    yield "juiste_klant:"
    yield "  scores:"
    for criterium in CRITERIA:
        yield f"    {criterium}: {kans.choice(('voldoet', 'voldoet', 'voldoet', 'deels'))}"
    yield f"  getoetst_op: {_dag(kans, -400, -30)}"
    yield "verwachtingen:"
    for nummer in range(3):
        stand = kans.choice(("loopt", "gehaald", "niet_gehaald"))
        yield f"  - {{id: v{nummer}, tekst: Storingen zijn binnen vier uur verholpen, van: persoon-{nummer},"
        yield f"     termijn: {('direct', 'kort', 'lang')[nummer]}, soort: uitgesproken,"
        yield f"     prioriteit: {kans.randint(2, 5)}, stand: {stand}, gecheckt_op: {_dag(kans, -250, -5)}}}"
    yield "toezeggingen:"
    yield "  - id: t1"
    yield "    tekst: Rapport over de storingen sturen"
    yield "    van: wij"
    yield f"    wie: accountmanager-{collega}"
    yield f"    gedaan_op: {_dag(kans, -60, -10)}"
    yield f"    voor_datum: {_dag(kans, -9, 60)}"
    yield "evaluaties:"
    yield f"  - datum: {_dag(kans, -300, -5)}"
    yield "    opdracht: Vernieuwing van het netwerk"
    yield f"    door: projectmanager-{collega}"
    yield "    gegeven_door: persoon-1"
    yield f"    cijfer_resultaat: {kans.choice((7, 7.5, 8, 8.5, 9))}"
    yield f"    cijfer_samenwerking: {kans.choice((7.5, 8, 8.5, 9))}"
    yield "fresheyes:"
    yield f"  - uitgevoerd_op: {_dag(kans, -500, -30)}"
    yield "    door: Bureau Buitenblik"
    yield "    extern: true"
    yield "    aanleiding: jaarlijks"
    for pijler in ("verwachtingen", "relaties", "expertise"):
        yield f"    {pijler}: {{score: {kans.randint(2, 5)}, conclusie: Op de goede weg}}"


def _canvas(collega: int, kans: random.Random) -> Iterator[str]:
    yield "canvassen:"
    yield '  - id: "2026"'
    yield "    contracten: [contract-0]"
    yield f"    gestart_op: {_dag(kans, -300, -30)}"
    yield "    vakken:"
    for vak in VAKKEN[: kans.randint(3, 8)]:
        yield f"      {vak}:"
        yield "        conclusie: De klant wil door, maar vraagt om meer ideeën voor de komende jaren"
        yield "        punten: [Twee nieuwe wensen, Budget staat vast]"
        if vak in SITUATIE:
            yield f"        oordeel: {kans.choice(('groen', 'groen', 'oranje', 'rood'))}"
            yield f"        oordeel_op: {_dag(kans, -150, -5)}"
            yield "        oordeel_bron: gesprek"
    yield "    doelen:"
    yield "      - id: d1"
    yield "        tekst: Verlengen voor drie jaar zonder uitvraag"
    yield "        soort: behoud"
    yield "        maat: contract"
    yield "        doelwaarde: 36"
    yield f"        datum: {_dag(kans, 30, 300)}"
    yield "    acties:"
    for nummer, actie in enumerate(ACTIES):
        yield f"      - id: a{nummer}"
        yield f"        tekst: {actie}"
        yield f"        wie: accountmanager-{collega}"
        yield f"        gereed_op: {_dag(kans, -20, 120)}"
        yield "        doel: d1"
