"""Behoud in short: the answer in a sentence or three, and the card with the first of its figures.

Do we keep our clients? Yes only when all of them stayed.
"""

from collections.abc import Iterator

from macros.portefeuille.besluiten import besluiten, vertrekken
from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import aandeel
from macros.views.behoud.behoud_cijfers import NVT, Blok, blokken, jaarkoppen
from macros.views.delen.onderdeel import OP_ORDE, Kaart, kaart, kaartstand
from macros.woorden import taal
from macros.woorden.labels import Label

HELFT = 50
"""Percent that stayed below which the answer is no."""


def antwoord(portefeuille: Portefeuille) -> str:
    """Say it of the last full year and of this one so far; empty while nothing is kept (the tile says what to do)."""
    per_id = {blok.cijfer.id: blok for blok in blokken(portefeuille)}
    return " ".join(_zinnen(per_id["klantretentie"], per_id["omzetretentie"], portefeuille))


def _zinnen(klanten: Blok, omzet: Blok, portefeuille: Portefeuille) -> Iterator[str]:
    if not klanten.groepen:
        return
    over, dit_jaar = jaren(portefeuille), portefeuille.peildatum.year
    jaar = over[klanten.jaar]
    yield _bleven(klanten, jaar, "tot nu toe " if jaar == dit_jaar else "")
    if omzet.groepen and (bruto := omzet.groepen[0].jaren[omzet.jaar]) and bruto[0].procent is not None:
        yield f"Van de omzet bleef {bruto[0].tekst}{'' if omzet.jaar == klanten.jaar else f' in {over[omzet.jaar]}'}."
    if jaar < dit_jaar:
        weg = sum(vertrek.op.year == dit_jaar for vertrek in vertrekken(besluiten(portefeuille)))
        verloren = taal.aantal(weg, "contract", "contracten") if weg else "nog geen contract"
        yield f"In {dit_jaar} verloren we tot nu toe {verloren}."


def _bleven(klanten: Blok, jaar: int, tot_nu: str) -> str:
    """Say how many of the clients of the start are still there, with the year before beside it."""
    nu, toen = (
        aandeel(telling for telling in klanten.cijfer.maten[0].tellingen if telling.jaar == welk)
        for welk in (jaar, jaar - 1)
    )
    weg, alle = round(nu.noemer - nu.teller), round(nu.noemer)
    wie = "de ene klant" if alle == 1 else f"de {alle} klanten"
    if not weg:
        return f"Ja: {wie} waarmee {jaar} begon, {'bleef' if alle == 1 else f'bleven {tot_nu}allemaal'}."
    if alle == 1:
        return f"Nee: {wie} waarmee {jaar} begon, ging {tot_nu}weg."
    woord = "Nee" if 100 * nu.teller < HELFT * nu.noemer else "Niet allemaal"
    eerder = round(toen.noemer - toen.teller)
    naast = f" (in {jaar - 1} {eerder or 'geen'} van de {round(toen.noemer)})" if toen.noemer else ""
    return f"{woord}: van {wie} waarmee {jaar} begon, {'ging' if weg == 1 else 'gingen'} er {tot_nu}{weg} weg{naast}."


@kaart("behoud/")
def behoudkaart(portefeuille: Portefeuille) -> Kaart:
    """Say what part of the clients, and of the revenue, stayed in the year of the tile."""
    per_id = {blok.cijfer.id: blok for blok in blokken(portefeuille)}
    blok, omzet = per_id["klantretentie"], per_id["omzetretentie"]
    getal = blok.groepen[0].jaren[blok.jaar][0].tekst if blok.groepen else NVT
    jaar = portefeuille.peildatum.year
    verloren = sum(vertrek.op.year == jaar for vertrek in vertrekken(besluiten(portefeuille)))
    telt = f"{blok.cijfer.titel.lower()} in {jaarkoppen(portefeuille)[blok.jaar]}"
    if omzet.groepen and (bruto := omzet.groepen[0].jaren[omzet.jaar]) and bruto[0].procent is not None:
        anders = f" in {jaarkoppen(portefeuille)[omzet.jaar]}" if omzet.jaar != blok.jaar else ""
        telt += f", en {bruto[0].tekst} van de omzet bleef{anders} (bruto behoud)"
    leeg = OP_ORDE if blok.groepen else Label("Nog geen omzet of vertrek bekend", "?", "stil")
    tekst = f"{'contract' if verloren == 1 else 'contracten'} verloren in {jaar}"
    stand = kaartstand(verloren, tekst, "risico", anders=leeg)
    return Kaart("Hoeveel klanten en omzet houden we vast, en waarom?", getal, telt, stand)
