"""How colleagues work off what the site asks: for each kind of work the event that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from kwartaalbeurt import IN_GESPREK, IN_PASSING, Beurt, bedoeld, sprak, zin
from kwartaalmap import Map

from macros.aandacht.punt import STANDEN, Aandachtspunt
from macros.afleidingen.klant.segment import segment_vervalt
from macros.gebeurtenissen.keuzes import keuzes
from macros.woorden import taal


def _contract(beurt: Beurt, punt: Aandachtspunt) -> str:
    """The contract that an item is about."""
    return next(c.id for c in beurt.situatie.account.contracten if punt.titel.endswith(f": {c.titel}"))


def _voorbij(beurt: Beurt, punt: Aandachtspunt) -> None:
    """A contract that ran out: most were renewed, some lost, some followed by a new one."""
    contract = _contract(beurt, punt)
    hoe = beurt.kans.choices(("verlengd", "kwijt", "nieuw"), (7, 2, 2))[0]
    if hoe == "verlengd":
        _verleng(beurt, contract)
    elif hoe == "kwijt":
        terug = beurt.dag(20, 60)
        beurt.meld("klant-kwijt", contract=[contract], toelichting=zin("Ging naar een ander"), gepland_op=terug)
    else:
        nummer = len(beurt.situatie.account.contracten)
        beurt.meld(
            "nieuw-contract",
            id=f"contract-{nummer}",
            titel=zin("Beheer"),
            startdatum=beurt.dag(0, 0),
            einddatum=beurt.dag(700, 1100),
            jaarwaarde=beurt.kans.randint(20, 400) * 1000,
            aantal=3,
            contract=contract,
        )


def _optie(beurt: Beurt, punt: Aandachtspunt) -> None:
    status = "gelicht" if beurt.gebeurt(0.8) else "niet_gelicht"
    beurt.meld("optie", contract=_contract(beurt, punt), status=status)


def _besluit(beurt: Beurt, punt: Aandachtspunt) -> None:
    beurt.meld("besluit", contract=_contract(beurt, punt), besluit="doorgaan", waarom=zin("Het loopt goed"))


def _verleng(beurt: Beurt, contract: str) -> None:
    prijs = {"jaarwaarde": beurt.kans.randint(20, 400) * 1000} if beurt.gebeurt(0.5) else {}
    beurt.meld("verlengd", contract=contract, nieuwe_einddatum=beurt.dag(500, 1200), **prijs)


def _weg_zonder_opvolger(beurt: Beurt) -> None:
    weg = [p.id for p in beurt.situatie.account.contactpersonen if p.vertrokken_op and p.opvolger is None]
    beurt.meld("vertrokken", persoon=weg[0], opvolger="geen")


def _toets(beurt: Beurt, _: Aandachtspunt) -> None:
    beurt.meld("toets", scores=dict.fromkeys(keuzes("criterium", beurt.situatie), "voldoet"))


def _training(beurt: Beurt, punt: Aandachtspunt) -> None:
    gedaan = "teruggekomen_op" if punt.titel.startswith("Kom terug") else "nagevraagd_op"
    wat = next(iter(keuzes("training", beurt.situatie)))
    beurt.meld("training", wat=wat, opbrengst=zin("Minder vragen"), **{gedaan: beurt.map.dag})


def _toezegging(beurt: Beurt, punt: Aandachtspunt) -> None:
    wat = bedoeld(punt, keuzes("toezegging", beurt.situatie))
    beurt.meld("gebroken" if beurt.gebeurt(0.1) else "nagekomen", wat=wat[0])


def _herstelplan(beurt: Beurt, punt: Aandachtspunt) -> None:
    wat = [
        een for een in keuzes("zonder_plan", beurt.situatie) if taal.datum(date.fromisoformat(een[:10])) in punt.waarom
    ]
    trekt = beurt.situatie.account.driehoek.accountmanager
    beurt.meld("herstelplan", wat=wat[0], eigenaar=trekt, acties=[zin("Restpunten oplossen")])


def _hercijfer(beurt: Beurt, punt: Aandachtspunt) -> None:
    plannen = keuzes("herstelplan", beurt.situatie)
    wat = [naam for naam, woorden in plannen.items() if punt.titel.endswith(f": {woorden.rpartition(' van ')[0]}")]
    beurt.meld("hercijfer", wat=wat[0], hercijfer=8.5)


def _canvas(beurt: Beurt, punt: Aandachtspunt) -> None:
    """Start a canvas, or fill the boxes that are empty; a full one that lies still is looked at by the coach."""
    if punt.titel.startswith("Begin "):
        _begin(beurt, punt)
        return
    _vul(beurt, punt.doel.rstrip("/").rpartition("/")[2])


def _sessie(beurt: Beurt, punt: Aandachtspunt) -> None:
    """The team comes together, and fills what is empty."""
    naam = _canvas_id(beurt, punt)
    beurt.meld("sessie", canvas=naam, deelnemers=[beurt.wie])
    _vul(beurt, naam)


def _vul(beurt: Beurt, naam: str) -> None:
    """Fill the empty boxes of a canvas, with a goal and an action where there are none, and the word of the coach."""
    situatie = beurt.situatie
    canvas = next(c for c in situatie.account.canvassen if c.id == naam)
    for vak in situatie.gedeeld.canvas.vakken:
        if vak.soort == "tekst" and vak.id not in canvas.vakken:
            oordeel = {"oordeel": "groen", "oordeel_bron": "gesprek"} if vak.blok == "situatie" else {}
            beurt.meld("canvas-vak", canvas=naam, vak=vak.id, conclusie=zin("De klant wil door"), **oordeel)
    if not canvas.doelen:
        maat = {"maat": "maanden", "doelwaarde": str(beurt.kans.randint(12, 60)), "datum": beurt.dag(60, 200)}
        beurt.meld("canvas-doel", canvas=naam, tekst=zin("Verlengen"), soort="behoud", **maat)
    if not canvas.acties:
        doel = list(keuzes("doel", beurt.situatie))[-1:]
        velden: dict[str, Any] = {"tekst": zin("Voorstel bespreken"), "door": beurt.wie, "gereed_op": beurt.dag(20, 60)}
        beurt.meld("canvas-actie", canvas=naam, **velden, **({"doel": doel[0]} if doel else {}))
    beurt.meld("coach", canvas=naam, coach="directie-1", oordeel="groen", opmerking=zin("Goed bezig"))


def _begin(beurt: Beurt, punt: Aandachtspunt) -> None:
    """The preparation of a renewal starts: with a canvas where one is asked, else with a decision."""
    if beurt.map.portefeuille.dossiers[beurt.klant].segment.waarde == "C" and punt.soort != "canvas":
        _besluit(beurt, punt)
    else:
        beurt.meld("canvas-begonnen", contracten=[_contract(beurt, punt)])


def _canvas_id(beurt: Beurt, punt: Aandachtspunt) -> str:
    deel = beurt.map.portefeuille.dossiers[beurt.klant].canvas_per_contract[_contract(beurt, punt)]
    assert deel.canvas is not None
    return deel.canvas.canvas.id


def _cijfer(beurt: Beurt, punt: Aandachtspunt) -> None:
    """A mark; one in ten is below the norm, with the plan that then belongs to it."""
    laag = beurt.gebeurt(0.1)
    plan = {"eigenaar": beurt.wie, "acties": [zin("Oplossen wat bleef liggen")]} if laag else {}
    door = next(iter(keuzes("contact", beurt.situatie)))
    cijfer = 6.5 if laag else 8.5
    over = [naam for naam, titel in keuzes("project", beurt.situatie).items() if punt.titel.endswith(f": {titel}")]
    plan |= {"project": over[0]} if over else {}
    beurt.meld(
        "cijfer", cijfer_resultaat=cijfer, cijfer_samenwerking=8.5, gegeven_door=door, beter=zin("Sneller"), **plan
    )


def _frisse_blik(beurt: Beurt, _: Aandachtspunt) -> None:
    scores = dict.fromkeys(("verwachtingen", "relaties", "expertise"), 4)
    slotzin = {f"{pijler}_conclusie": zin("Op orde") for pijler in scores}
    beurt.meld("frisse-blik", door=zin("Bureau"), extern=True, aanleiding="jaarlijks", **scores, **slotzin)


def _terugblik(beurt: Beurt, punt: Aandachtspunt) -> None:
    beurt.meld("terugblik", contract=punt.over, door=zin("Bureau"), extern=True, heden=zin("We lieten het liggen"))


def _afsluiting(beurt: Beurt, _: Aandachtspunt) -> None:
    volgen = list(keuzes("contact", beurt.situatie))[:1]
    klaar = dict.fromkeys(("overdracht_klaar_op", "laatste_gesprek_op"), beurt.map.dag)
    beurt.meld("afsluiting", punten_afgesproken=[zin("Alles overgedragen")], volg_contactpersonen=volgen, **klaar)


def _kansvraag(beurt: Beurt, _: Aandachtspunt) -> None:
    """Half the time there is a chance, with a first step; else the reason why there is none."""
    if beurt.gebeurt(0.5):
        stap = {"volgende_stap": zin("Bespreken"), "voor_datum": beurt.dag(20, 60), "soort": "up"}
        beurt.meld("kans", tekst=zin("Meer van hetzelfde"), **stap)
    else:
        beurt.meld("geen-kans", reden=zin("Het zit vol"))


def _kansstap(beurt: Beurt, punt: Aandachtspunt) -> None:
    """Most steps are followed by another, some by an outcome."""
    verder: dict[str, Any] = {"volgende_stap": zin("Voorstel"), "voor_datum": beurt.dag(20, 60)}
    klaar = {"uitkomst": beurt.kans.choice(("gewonnen", "vervallen"))}
    beurt.meld("kans-verder", wat=punt.over, **(klaar if beurt.gebeurt(0.4) else verder))


def _gemeld(gebeurtenis: str, **antwoorden: Any) -> Callable[[Beurt, Aandachtspunt], None]:
    """Work that an event with always the same answers does; a text is new each time."""

    def gemeld(beurt: Beurt, _: Aandachtspunt) -> None:
        nieuw = {naam: zin(een) if een and een[0].isupper() else een for naam, een in antwoorden.items()}
        beurt.meld(gebeurtenis, **nieuw)

    return gemeld


def _over_contract(gebeurtenis: str, **antwoorden: Any) -> Callable[[Beurt, Aandachtspunt], None]:
    def gemeld(beurt: Beurt, punt: Aandachtspunt) -> None:
        _gemeld(gebeurtenis, contract=_contract(beurt, punt), **antwoorden)(beurt, punt)

    return gemeld


def _gekozen(
    gebeurtenis: str, soort: str, naam: str = "wat", **antwoorden: Any
) -> Callable[[Beurt, Aandachtspunt], None]:
    """Work about the one thing of its kind that the item names, or else the first."""

    def gemeld(beurt: Beurt, punt: Aandachtspunt) -> None:
        mogelijk = keuzes(soort, beurt.situatie)
        gekozen = (bedoeld(punt, mogelijk) or list(mogelijk))[0]
        _gemeld(gebeurtenis, **{naam: gekozen}, **antwoorden)(beurt, punt)

    return gemeld


WERK: dict[str, Callable[[Beurt, Aandachtspunt], None]] = {
    "einddatum_voorbij": _voorbij,
    "verlengd_tot": lambda beurt, punt: _verleng(beurt, _contract(beurt, punt)),
    "opzegging": _over_contract("reactie", reactie_actie="Gesprek met de directie"),
    "opzegdeadline": _besluit,
    "optie": _optie,
    "publicatie": lambda b, p: b.meld("aanbesteding", contract=_contract(b, p), verwachte_publicatie=b.dag(60, 200)),
    "voorstel": _over_contract("voorstel"),
    "aankondigen": _over_contract("voorstel"),
    "klacht": _gekozen("opgevolgd", "signaal", kern="Uitgezocht"),
    "stille_klacht": _gekozen("opgevolgd", "signaal", kern="Uitgezocht"),
    "koopsignaal": _gekozen("opgevolgd", "signaal", kern="Besproken"),
    "actiestap": _gekozen("opgevolgd", "signaal", kern="Gedaan"),
    "herstelplan": _herstelplan,
    "hercijfer": _hercijfer,
    "toezegging": _toezegging,
    "toezegging_klant": _toezegging,
    "kickoff": _gemeld("kick-off"),
    "opvolger": lambda beurt, _: _weg_zonder_opvolger(beurt),
    "wijziging": _gekozen("wijziging-opgevolgd", "wijziging"),
    "canvas": _canvas,
    "start_retentiefase": _begin,
    "sessie": _sessie,
    "verlengbesluit": _besluit,
    "tussenevaluatie": lambda b, p: b.meld("tussenevaluatie", canvas=_canvas_id(b, p), werkt_het="ja"),
    "goedkeuring": _gekozen("akkoord", "gevraagd", "canvas", stand="akkoord"),
    "klantbesluit": _gemeld("klantbesluit", besluit="doorgaan"),
    "c_besluit": _gemeld("c-besluit", besluit="behouden"),
    "overdracht": _gemeld("overgedragen", overdracht_voor_tekenen=True),
    "toets": _toets,
    "frisse_blik": _frisse_blik,
    "terugblik": _terugblik,
    "afsluiting": _afsluiting,
    "evaluatie": _cijfer,
    "canvasactie": _gekozen("actie-klaar", "actie"),
    "reviewactie": _gekozen("actie-klaar", "actie"),
    "aanname": _gekozen("aanname", "aanname", stand="klopt"),
    "training": _training,
    "kansvraag": _kansvraag,
    "kansstap": _kansstap,
    "innovatie": lambda beurt, punt: beurt.meld("idee-verder", wat=punt.over, voor_datum=beurt.dag(60, 120)),
}
"""By kind: how somebody does it. Kinds of IN_GESPREK are done in a talk, others for more clients at once."""


def werk_af(beurt: Beurt) -> Iterator[Aandachtspunt]:
    """Work off what the site asks at one client, and give what was done; a little of it may wait."""
    # What the coach says of a canvas is written down when it is filled (`_vul`), by who sits beside the coach.
    beurt = beurt._replace(punten=[punt for punt in beurt.punten if punt.soort != "coach"])
    wacht = {p.soort for p in beurt.punten if p.soort not in IN_GESPREK and beurt.gebeurt(0.04)}
    for soort in sorted(wacht):
        beurt.meld("uitstel", onderwerp=soort, tot=beurt.dag(20, 60), reden=zin("Wacht op de klant"))
    yield from (punt for punt in beurt.punten if punt.soort in wacht)
    beurt = beurt._replace(punten=[punt for punt in beurt.punten if punt.soort not in wacht])
    gesprek = any(p.soort in IN_GESPREK for p in beurt.punten) or (bool(beurt.punten) and beurt.gebeurt(0.1))
    if gesprek:
        sprak(beurt)
    for punt in beurt.punten:
        if punt.soort not in IN_GESPREK and not (gesprek and punt.soort in IN_PASSING):
            WERK[punt.soort](beurt, punt)
    yield from beurt.punten


def samen_gedaan(map_: Map, punten: Sequence[Aandachtspunt]) -> Iterator[Aandachtspunt]:
    """Do what is done for more clients at once: the rounds of the team, and one message to all who wait for one.

    "Berichten leg je niet per klant vast, maar één keer voor het hele team" (contactschema/#berichten).
    """
    for punt in punten:
        if not punt.id:
            _loop_na(map_, punt)
            yield punt
    if berichten := [punt for punt in punten if punt.soort == "bericht"]:
        eerste, *ook = (punt.id for punt in berichten)
        naar = {"ook": ook} if ook else {}
        map_.meld(berichten[0].wie, eerste, "bericht", onderwerp=zin("Veilig thuiswerken"), soort="tip", **naar)
        yield from berichten


def _loop_na(map_: Map, punt: Aandachtspunt) -> None:
    """Do a round of the team: the lessons, or the segments that grow old."""
    if punt.soort == "lessen":
        klanten = map_.portefeuille.dossiers.items()
        eigen = [klant for klant, dossier in klanten if dossier.account.driehoek.accountmanager == punt.over]
        map_.meld(punt.wie, eigen[0], "lessen-nagelopen", persoon=punt.over)
        return
    for klant, dossier in map_.portefeuille.dossiers.items():
        vervalt = segment_vervalt(dossier.account, dossier.gedeeld.instellingen, map_.dag).waarde
        if vervalt and dossier.stand(vervalt) in STANDEN:
            map_.meld(punt.wie, klant, "segment")
