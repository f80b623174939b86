"""The five answers at the top of *Op het spel*, each with the way to what is behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.portefeuille.klantfeiten import Belasting, lasten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import Kans, Verlies
from macros.views.behoud.behoud_cijfers import NVT, Blok, blokken, jaarkoppen
from macros.views.behoud.beslissing import gekozen
from macros.views.delen.stukken import Aaneen, Link
from macros.views.driehoek.driehoek import hoeveel
from macros.views.op_het_spel.geheel import LIJST, VERLOREN, Geheel
from macros.views.render import Inhoud
from macros.woorden import taal

TWIJFELS = ("vertrekt", "twijfel")
FORMULES = "behoud/formules/"
GENOEMD = 2
"""Colleagues with too much who are named."""


@dataclass(frozen=True, slots=True)
class Getal:
    """One answer at the top."""

    titel: str
    regels: tuple[tuple[Inhoud, Inhoud], ...]
    """Each number, with what it counts."""
    bij: Inhoud


def getallen(geheel: Geheel) -> tuple[Getal, ...]:
    """Make them, in reading order."""
    portefeuille = geheel.portefeuille
    return (_te_beslissen(geheel), _risico(geheel), _verloren(geheel), _behoud(portefeuille), _druk(portefeuille))


def _te_beslissen(geheel: Geheel) -> Getal:
    loopt = geheel.bedrag(sum(inzet.loopt for inzet in geheel.alles))
    zonder = sum(kans.waarde is None for kans in geheel.kansen)
    aantal = _aantal(geheel.kansen)
    return Getal(
        f"Te beslissen in {geheel.maanden}",
        ((Link(geheel.bedrag(geheel.kansen), f"#{LIJST}"), None),),
        Aaneen(
            (
                f"{aantal}; van ",
                Link(loopt, "accounts/?klanten-op=-jaarwaarde"),
                " die nu loopt",
                f"; {zonder} zonder bedrag" * bool(zonder),
            )
        ),
    )


def _risico(geheel: Geheel) -> Getal:
    zorg, twijfel = geheel.bij("klantbeeld", ("zorg",)), geheel.bij("inschatting", TWIJFELS)
    allebei = [kans for kans in zorg if kans.inschatting in TWIJFELS]
    return Getal(
        "Daarvan met zorgen",
        (
            (Link(geheel.bedrag(zorg), gekozen(LIJST, klantbeeld="Zorg")), "klant in Zorg"),
            (Link(geheel.bedrag(twijfel), "#spel-kruis"), "wij: twijfel of vertrekt"),
        ),
        f"Allebei: {geheel.bedrag(allebei)}",
    )


def _verloren(geheel: Geheel) -> Getal:
    if not geheel.verliezen:
        return Getal("Al verloren, loopt nog", ((geheel.bedrag(0), None),), "er is geen opzegging die nog loopt")
    laatste = max((verlies.op for verlies in geheel.verliezen if verlies.op), default=None)
    aantal = _aantal(geheel.verliezen)
    tot = f", tot en met {taal.datum_compact(laatste)}" if laatste else ""
    return Getal(
        "Al verloren, loopt nog",
        ((Link(geheel.bedrag(geheel.verliezen), f"#{VERLOREN}"), None),),
        f"{aantal}{tot}. Zit nog in de omzet, niet in te beslissen",
    )


def _behoud(portefeuille: Portefeuille) -> Getal:
    """The figures of *Behoud in cijfers*, of the same year."""
    per_id = {blok.cijfer.id: blok for blok in blokken(portefeuille)}
    omzet, graad = per_id["omzetretentie"], per_id["verlengingsgraad"]
    regels = [
        (Link(tekst, f"{FORMULES}#omzetretentie"), naam)
        for tekst, naam in _getallen(omzet, omzet.jaar, ("bruto (GRR), zonder groei", "netto (NRR), met groei"))
    ]
    delen = [f"{naam}{tekst}" for tekst, naam in _getallen(graad, omzet.jaar, ("verlengd: ", "in geld "))]
    jaar = jaarkoppen(portefeuille)[omzet.jaar]
    verlengd = Link(", ".join(delen), f"{FORMULES}#verlengingsgraad") if delen else ""
    leeg = None if regels else Link("wat eerst nodig is", f"{FORMULES}#omzetretentie")
    return Getal(f"Omzet behouden in {jaar}", tuple(regels) or ((NVT, leeg),), verlengd)


def _getallen(blok: Blok, jaar: int, woorden: Sequence[str]) -> list[tuple[str, str]]:
    getallen = blok.groepen[0].jaren[jaar] if blok.groepen else ()
    return [(getal.tekst, woord) for getal, woord in zip(getallen, woorden, strict=False)]


def _druk(portefeuille: Portefeuille) -> Getal:
    """Who has more than was agreed, in the words of *Driehoek en werkdruk*."""
    regels = [regel for last in lasten(portefeuille) for regel in _te_veel(last)]
    wie = {naam for naam, _ in regels}
    getal = taal.aantal(len(wie), "collega", "collega's") if wie else "niemand"
    meer = f"en nog {len(regels) - GENOEMD}" if len(regels) > GENOEMD else None
    woorden = tuple((f"{naam}:", zin) for naam, zin in regels[:GENOEMD])
    return Getal(
        "Meer dan afgesproken",
        ((Link(getal, "driehoek/#belasting"), None),),
        (*woorden, meer) if woorden else "elk binnen wat is afgesproken, of zonder afspraak",
    )


def _te_veel(last: Belasting) -> Iterator[tuple[str, str]]:
    for deel, wat in ((last.accounts, "klanten"), (last.contracten, "contracten")):
        if deel.stand in {"boven", "boven_met_waarneming"}:
            yield last.persoon.naam, f"{hoeveel(deel)} van hoogstens {deel.maximum} {wat}"


def _aantal(delen: Sequence[Kans | Verlies]) -> str:
    """Count behind an amount: "7 contracten bij 4 klanten"."""
    klanten = taal.aantal(len({deel.dossier.id for deel in delen}), "klant", "klanten")
    return f"{taal.aantal(len(delen), 'contract', 'contracten')} bij {klanten}"
