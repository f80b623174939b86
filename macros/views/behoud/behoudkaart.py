"""The card of Behoud: the first of its figures, and the contracts that we lost this year."""

from macros.portefeuille.besluiten import besluiten, vertrekken
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.behoud.behoud_cijfers import NVT, blokken, jaarkoppen
from macros.views.delen.kaart import OP_ORDE, Kaart, kaartstand
from macros.views.delen.onderdeel import kaart
from macros.woorden.labels import Label


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
