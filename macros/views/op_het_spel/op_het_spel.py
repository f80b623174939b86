"""Op het spel: one screen for who leads the whole: what is to be decided, what worries, what is lost, who to ask about.

Every number leads to the rows behind it. What the client shows and what we expect ourselves stand beside each other:
they are never one score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.contract.datums import maanden_tussen
from macros.portefeuille.inzet import Inzet, horizon
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import INSCHATTINGEN, KLANTBEELDEN, Kwartaal, kwartaal_van, per_kwartaal
from macros.views.behoud.beslissing import (
    INSCHATTING,
    gekozen,
    kansbron,
    kanslijst,
    kwartaalkop,
    verliesbron,
    verlieslijst,
)
from macros.views.behoud.rijm import rijm
from macros.views.delen import namen
from macros.views.delen.balk import Balk
from macros.views.delen.blad import Anker, Leeg, Opsomming, Vouw
from macros.views.delen.geld import op_het_spel as aan_geld
from macros.views.delen.onderdeel import OP_ORDE, Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Bij, Link, Nadruk, Zacht, hoofdletter, klant, telwoord
from macros.views.delen.tabel import Bron
from macros.views.op_het_spel.geheel import LIJST, VERLOREN, Geheel, geheel_van
from macros.views.op_het_spel.kerngetallen import Getal, getallen
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

HOOGSTENS = 5
"""Clients to ask about."""
ZORGEN = ("zorg", "let_op")
WEG = "al_verloren"
DELEN = {**labels.KLANTBEELD, WEG: Label("Al verloren", "✕", "weg")}
"""The parts of a bar."""
SAMEN = "samen"


@dataclass(frozen=True)
class OpHetSpel:
    """What `op_het_spel.html` may use."""

    template: ClassVar[str] = "op_het_spel.html"
    zin: Inhoud
    getallen: tuple[Getal, ...]
    """Empty while there is no contract."""
    beeld: Inhoud
    kruis: Inhoud
    rijm: str
    """How the retention figures go together; may be empty."""
    klanten: Inhoud
    lijsten: tuple[Inhoud, ...]
    """The rows behind the numbers, folded."""


@overzicht
def op_het_spel(portefeuille: Portefeuille) -> OpHetSpel:
    """Put the screen together."""
    geheel = geheel_van(portefeuille)
    if not geheel.alles:
        leeg = "Er is nog geen klant met een contract. Met het eerste contract zie je hier wat er op het spel staat."
        return OpHetSpel(Leeg(leeg), (), None, None, "", None, ())
    return OpHetSpel(
        zin=_zin(geheel),
        getallen=getallen(geheel),
        beeld=_beeld(geheel),
        kruis=_kruis(geheel),
        rijm=rijm(portefeuille),
        klanten=_klanten(geheel),
        lijsten=tuple(_lijsten(geheel)),
    )


@tabel("te-beslissen", "Te beslissen", "op-het-spel/#te-beslissen", "Een contract waarover dit jaar wordt beslist.")
def beslistabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give the contracts to decide, the first one on top."""
    yield kansbron(geheel_van(portefeuille).kansen)


@tabel("al-verloren", "Al verloren", "op-het-spel/#al-verloren", "Een contract dat verloren is en nog loopt.")
def verliestabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give what is lost and still runs, the first to end on top."""
    yield verliesbron(geheel_van(portefeuille).verliezen)


@kaart("op-het-spel/")
def spelkaart(portefeuille: Portefeuille) -> Kaart:
    """Say how much is to be decided, and how many clients worry."""
    geheel = geheel_van(portefeuille)
    zorg = len(_in_zorg(geheel))
    tekst = f"{'klant' if zorg == 1 else 'klanten'} in Zorg"
    leeg = OP_ORDE if geheel.alles else Label("Nog geen contract", "?", "stil")
    stand = kaartstand(zorg, tekst, "risico", anders=leeg)
    return Kaart(
        "Hoeveel omzet staat op het spel?",
        geheel.bedrag(geheel.kansen),
        f"te beslissen in {geheel.maanden}",
        stand,
    )


def _in_zorg(geheel: Geheel) -> list[str]:
    return [inzet.dossier.naam for inzet in geheel.alles if inzet.dossier.klantbeeld.niveau == "zorg"]


def _zin(geheel: Geheel) -> str:
    """Say how much is to be decided and what is lost besides, and name who worries most."""
    weg = f"; {geheel.bedrag(geheel.verliezen)} die al verloren is, telt daar niet in mee" if geheel.verliezen else ""
    eerst = f"In {geheel.maanden} beslissen klanten over {geheel.bedrag(geheel.kansen)} per jaar{weg}."
    zorg = _in_zorg(geheel)
    if not zorg:
        return f"{eerst} Geen enkele klant staat in Zorg."
    wie = f": {taal.opsomming(zorg)}" if len(zorg) <= HOOGSTENS else ""
    staat = "klant staat" if len(zorg) == 1 else "klanten staan"
    return f"{eerst} {hoofdletter(telwoord(len(zorg)))} {staat} in Zorg{wie}."


def _klanten(geheel: Geheel) -> Inhoud:
    """The clients to ask about: who worries first, then the most money."""
    vraagt = [i for i in geheel.alles if i.dossier.klantbeeld.niveau in ZORGEN or i.verliezen]
    if not vraagt:
        return Leeg("Geen klant laat iets zien dat zorgen geeft, en er is niets opgezegd.")
    return Opsomming(tuple(map(_vraag, vraagt[:HOOGSTENS])), genummerd=True)


def _vraag(inzet: Inzet) -> Inhoud:
    """One client: what it shows beside our own call, why, how much, and whom to ask."""
    dossier = inzet.dossier
    gegeven = {kans.inschatting for kans in inzet.kansen}
    calls = ", ".join(INSCHATTING[call].tekst.lower() for call in INSCHATTINGEN if call in gegeven)
    return (
        klant(dossier, segment=True),
        labels.KLANTBEELD[dossier.klantbeeld.niveau],
        Nadruk(", ".join(aan_geld(inzet))),
        Bij(taal.met_punten(namen.reden(dossier), calls and f"wij: {calls}", namen.aan_zet(dossier))),
    )


def _lijsten(geheel: Geheel) -> Iterator[Inhoud]:
    kansen, verliezen = geheel.kansen, geheel.verliezen
    yield Vouw(
        f"Te beslissen in {geheel.maanden}",
        Anker(LIJST, kanslijst(LIJST, kansen, leeg="Er is niets te beslissen.")),
        len(kansen),
    )
    if verliezen:
        yield Vouw("Al verloren, loopt nog", Anker(VERLOREN, verlieslijst(verliezen)), len(verliezen))


# --- the picture and the cross: when decisions fall, and what the client shows against what we expect ---


def _beeld(geheel: Geheel) -> Inhoud:
    """The picture: decisions by quarter, coloured by what the client shows, and apart in it what is lost already."""
    portefeuille = geheel.portefeuille
    eerste, laatste = kwartaal_van(portefeuille.peildatum), kwartaal_van(horizon(portefeuille))
    aantal = maanden_tussen(eerste, laatste) // 3 + 1
    kwartalen = per_kwartaal(geheel.kansen, geheel.verliezen, portefeuille.peildatum, aantal)
    meeste = max(kwartaal.waarde + kwartaal.verloren for kwartaal in kwartalen)
    valuta = portefeuille.gedeeld.instellingen.valuta

    def kop(deel: Kwartaal) -> Inhoud:
        return Link(_kort(deel), gekozen(LIJST, kwartaal=kwartaalkop(deel))) if deel.kansen else _kort(deel)

    def balk(deel: Kwartaal) -> Inhoud:
        return Balk({**deel.per("klantbeeld"), WEG: deel.verloren}, DELEN, meeste, valuta)

    return register(
        f"Tot en met {taal.datum_compact(horizon(portefeuille))}, naar wat de klant laat zien",
        (
            Kolom("Kwartaal", kop),
            Kolom("Te beslissen", lambda deel: geheel.bedrag(deel.kansen) if deel.kansen else "–", getal=True),
            Kolom("Klantbeeld", balk),
        ),
        kwartalen,
        kaarten=False,
        passend=True,
    )


def _kort(kwartaal: Kwartaal) -> str:
    """Name a quarter in the narrow column of the picture."""
    begin = kwartaal.begin
    return f"{(begin.month + 2) // 3}e kwartaal {begin.year}" if begin else kwartaalkop(kwartaal)


def _kruis(geheel: Geheel) -> Register:
    """What the client shows against what we expect: amounts, each with its contracts behind it."""
    rijen = [niveau for niveau in KLANTBEELDEN if geheel.bij("klantbeeld", (niveau,))]
    calls = [call for call in INSCHATTINGEN if geheel.bij("inschatting", (call,))]

    def cel(niveau: str, call: str) -> Inhoud:
        delen = [
            kans for kans in geheel.kansen if niveau in {kans.klantbeeld, SAMEN} and call in {kans.inschatting, SAMEN}
        ]
        keuze = {
            **({} if niveau == SAMEN else {"klantbeeld": labels.KLANTBEELD[niveau].tekst}),
            **({} if call == SAMEN else {"eigen_inschatting": INSCHATTING[call].tekst}),
        }
        doel = gekozen(LIJST, **keuze) if keuze else f"#{LIJST}"
        return Link(geheel.bedrag(delen), doel) if delen else Zacht("–")

    def kolom(call: str) -> Kolom[str]:
        return Kolom(
            INSCHATTING[call].tekst if call != SAMEN else "Samen", lambda niveau: cel(niveau, call), getal=True
        )

    return register(
        "Links wat de klant laat zien, boven wat wij zelf verwachten",
        (
            Kolom("Klantbeeld", lambda niveau: labels.KLANTBEELD.get(niveau) or "Samen"),
            *map(kolom, (*calls, SAMEN)),
        ),
        [*rijen, SAMEN] if rijen else [],
        kaarten=False,
        passend=True,
        leeg="Er is niets te beslissen.",
    )
