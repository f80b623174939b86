"""What happens at clients by itself in a week, and what somebody types by hand without an event."""

from __future__ import annotations

from typing import Any

from kwartaalbeurt import Beurt, zin

from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.adres import Erbij, Zet

LAGEN = ("strategisch", "tactisch", "operationeel")


def gebeurt_er(beurt: Beurt) -> None:
    """What happens at a client in a week, written down by its account manager."""
    for kans, gebeurtenis in KANSEN:
        if beurt.gebeurt(kans):
            gebeurtenis(beurt)


def _houding(beurt: Beurt) -> None:
    mensen = list(keuzes("contact", beurt.situatie))
    if mensen:
        houding = beurt.kans.choice(("fan", "positief", "neutraal", "kritisch"))
        beurt.meld("houding", persoon=beurt.kans.choice(mensen), houding=houding, houding_bron="gesprek")


def _nieuw_gezicht(beurt: Beurt) -> None:
    laag, sinds = beurt.kans.choice(LAGEN), beurt.dag(-5, 0)
    beurt.meld("nieuw-gezicht", naam=zin("P. Nieuw"), functie=zin("manager"), laag=laag, sinds=sinds)


def _vertrek(beurt: Beurt) -> None:
    """Somebody leaves; one in three times it is typed by hand, without who comes after."""
    mensen = list(keuzes("contact", beurt.situatie))
    if len(mensen) > 2:
        weg, volgt = beurt.kans.sample(mensen, 2)
        if beurt.kans.random() < 1 / 3:
            beurt.hand(Zet(("contactpersonen", weg, "vertrokken_op"), beurt.dag(-40, -20)))
        else:
            beurt.meld("vertrokken", persoon=weg, opvolger=beurt.kans.choice((volgt, "geen")))


def _wijziging(beurt: Beurt) -> None:
    soort = beurt.kans.choice(("reorganisatie", "strategie", "eigen_team", "inkoopbeleid"))
    beurt.meld("wijziging", tekst=zin("Er verandert iets"), soort=soort)


def _lopend(beurt: Beurt) -> list[str]:
    return [c.id for c in beurt.situatie.account.contracten if not c.opzegging and not c.uitkomsten]


def _inschatting(beurt: Beurt) -> None:
    for contract in _lopend(beurt)[:1]:
        verwacht = beurt.kans.choice(("verlengt", "twijfel", "vertrekt"))
        beurt.meld("inschatting", contract=contract, verwachting=verwacht, waarom=zin("Kijkt rond"), bron="gesprek")


def _opzegging(beurt: Beurt) -> None:
    """The client gives notice, or now and then we do."""
    if contracten := _lopend(beurt)[:1]:
        velden: dict[str, Any] = {"contract": contracten, "per_datum": beurt.dag(40, 90), "reden": zin("Te duur")}
        if beurt.kans.random() < 2 / 3:
            gepland = (
                {}
                if any(p.contract in contracten for p in beurt.situatie.account.postmortems)
                else {"gepland_op": beurt.dag(10, 30)}
            )
            beurt.meld("klant-zegt-op", **velden, **gepland)
        else:
            beurt.meld("wij-zeggen-op", **velden)


def _overdracht(beurt: Beurt) -> None:
    nu = beurt.situatie.account.driehoek.accountmanager
    anderen = [w for w in keuzes("collega", beurt.situatie) if w.startswith("accountmanager") and w != nu]
    beurt.meld("overdracht", accountmanager=beurt.kans.choice(anderen))


def _nieuw_contract(beurt: Beurt) -> None:
    naam, begin = f"extra-{beurt.map.dag}", beurt.dag(5, 30)
    velden: dict[str, Any] = {
        "id": naam,
        "titel": zin("Extra dienst"),
        "startdatum": begin,
        "einddatum": beurt.dag(700, 1100),
    }
    beurt.meld("nieuw-contract", **velden, jaarwaarde=25000, aantal=2)


def _belofte_van_klant(beurt: Beurt) -> None:
    beurt.meld("belofte", belofte=zin("Lijst van gebruikers geven"), van="klant", voor_datum=beurt.dag(7, 21))


def _frisse_blik_gepland(beurt: Beurt) -> None:
    if not any(blik.uitgevoerd_op is None for blik in beurt.situatie.account.fresheyes):
        beurt.meld("frisse-blik-gepland", gepland_op=beurt.dag(7, 25), door=zin("Bureau"), extern=True)


def _vermoeden(beurt: Beurt) -> None:
    """Typed by hand: something we believe, to find out."""
    velden: dict[str, Any] = {
        "id": f"n-{beurt.map.dag}",
        "tekst": zin("Ze willen naar één leverancier"),
        "wie": beurt.wie,
    }
    beurt.hand(Erbij(("aannames",), {**velden, "voor_datum": beurt.dag(7, 30)}))


def _project(beurt: Beurt) -> None:
    """Typed by hand: a project that was delivered."""
    velden: dict[str, Any] = {"id": f"p-{beurt.map.dag}", "titel": zin("Verhuizing"), "oplevering": beurt.dag(-5, 0)}
    beurt.hand(Erbij(("projecten",), velden))


def _training(beurt: Beurt) -> None:
    """Typed by hand: a training of half a year ago."""
    beurt.hand(Erbij(("trainingen",), {"datum": beurt.dag(-190, -170), "doelgroep": zin("de balie")}))


def _akkoord(beurt: Beurt) -> None:
    """Typed by hand: somebody has to approve of a plan."""
    for canvas in beurt.situatie.account.canvassen[-1:]:
        vraag: dict[str, Any] = {"wie": "directie-1", "waarover": zin("De prijs"), "stand": "gevraagd"}
        beurt.hand(Erbij(("canvassen", canvas.id, "goedkeuring"), {**vraag, "op": beurt.map.dag}))


def _les(beurt: Beurt) -> None:
    """A sign of a lesson, with what to do about it."""
    if lessen := list(keuzes("les", beurt.situatie)):
        beurt.meld("les", les=beurt.kans.choice(lessen), signaal=zin("Stil"), actiestap=zin("Bel"))


def _vak(beurt: Beurt) -> None:
    """The oldest judgement on the canvas changes, with why."""
    vakken = {vak.id for vak in beurt.situatie.gedeeld.canvas.vakken if vak.blok == "situatie"}
    for canvas in keuzes("canvas", beurt.situatie):
        vak = next(naam for naam in keuzes("vak", beurt.situatie) if naam in vakken)
        oordeel = beurt.kans.choice(("groen", "oranje", "rood"))
        beurt.meld(
            "canvas-vak", canvas=canvas, vak=vak, conclusie=zin("Anders"), oordeel=oordeel, oordeel_bron="gesprek"
        )


def _doel(beurt: Beurt) -> None:
    """A goal is reached, or is not."""
    for doel in list(keuzes("doel", beurt.situatie))[:1]:
        beurt.meld("doel", wat=doel, status=beurt.kans.choice(("gehaald", "niet_gehaald")))


def _idee(beurt: Beurt) -> None:
    """Somebody has an idea for what the client does not do yet."""
    beurt.meld("idee", tekst=zin("Zelf melden"), voor_datum=beurt.dag(10, 40))


KANSEN = (
    (0.02, _houding),
    (0.015, _nieuw_gezicht),
    (0.015, _vertrek),
    (0.02, _wijziging),
    (0.03, _inschatting),
    (0.006, _opzegging),
    (0.004, _overdracht),
    (0.004, _nieuw_contract),
    (0.02, _belofte_van_klant),
    (0.006, _frisse_blik_gepland),
    (0.006, _vermoeden),
    (0.006, _project),
    (0.003, _training),
    (0.006, _akkoord),
    (0.005, _les),
    (0.01, _vak),
    (0.005, _doel),
    (0.004, _idee),
)
"""The chance of each in a week at one client."""
