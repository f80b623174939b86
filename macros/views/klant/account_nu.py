"""What a client asks of us now: coming days, the method's advice, signals beside our own homework, gaps.

Also what was recorded here that we have seen go wrong before, with what we did then.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from macros.afleidingen.contract.agenda import Agendapunt
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.gaten import Gat
from macros.model.afspraken import Lessignaal
from macros.portefeuille import hoofdstukken
from macros.portefeuille.hoofdstukken import raad
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Anker, Blad, Feiten, Leeg, Naast, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Dag, Link, Over, Zacht, wanneer
from macros.views.lessen.lessen import gezien, les_adres, lijkt_op
from macros.views.render import Inhoud
from macros.woorden import labels, taal

T = TypeVar("T")
MOMENTEN = 7
"""Days that stand open on the page."""
EERST = 6
"""Homework and gaps that stand open; the rest is folded and counted."""
KALENDER = Link("kalender", "kalender/")


@klantmacro
def account_momenten(dossier: Dossier) -> Blad:
    """Take from the agenda of all contracts what still asks for something or is still to come, late ones first."""
    komt = [punt for punt in dossier.agenda if not (punt.gedaan or punt.is_herinnering)]
    if not komt:
        return Blad("account-momenten", (Leeg("Er komt niets aan." if dossier.contracten else GEEN_CONTRACT),))
    meer, contracten = len(komt) - MOMENTEN, Link("contracten", f"accounts/{dossier.id}/#contracten")
    return Blad(
        "account-momenten",
        (
            Feiten(tuple(_moment(dossier, punt) for punt in komt[:MOMENTEN])),
            Alinea((f"Daarna nog {meer}: zie de", contracten, "en de", KALENDER), zacht=True) if meer > 0 else None,
        ),
    )


GEEN_CONTRACT = "Geen contract, dus geen datums."


def _moment(dossier: Dossier, punt: Agendapunt) -> tuple[Inhoud, Inhoud]:
    contract = dossier.contracten[punt.contract].contract.titel if len(dossier.contracten) > 1 else ""
    return (
        # Parts of this page also stand on pages of the handbook, so that a link names its page.
        Link(Dag(punt.datum, voluit=True), f"accounts/{dossier.id}/#{punt.anker}"),
        (
            punt.naam,
            Zacht(contract) if contract else None,
            None if punt.stand == "op_tijd" else labels.STAND[punt.stand],
            Zacht(punt.wacht.woorden) if punt.wacht else Over(punt.datum, wanneer(punt.datum, dossier.peildatum)),
        ),
    )


@klantmacro
def account_methode(dossier: Dossier) -> Blad:
    """Choose the two or three paragraphs of the handbook that help most with this client today."""
    regels = tuple(
        (f"{gevonden.reden}:", Link(gevonden.wijzer.helpt, f"handboek/{gevonden.wijzer.plek}"))
        for gevonden in raad(dossier)[: hoofdstukken.EERST]
    )
    return Blad("account-methode", (Opsomming(regels) if regels else Leeg("Alles loopt volgens de werkwijze."),))


@klantmacro
def account_huiswerk(dossier: Dossier) -> Blad:
    """Show the signals of the client beside our own unfinished work; the two are never added up."""
    beeld = dossier.klantbeeld
    signalen = tuple((r.woorden, labels.KLANTBEELD[r.telt], Zacht(r.herkomst)) for r in beeld.redenen)
    uitgesteld = tuple(Zacht(f"{punt.tekst}. {punt.uitstel.woorden}") for punt in dossier.uitgesteld)
    klant = (
        Tussenkop("Klantbeeld", "waarom-klantbeeld", niveau=3, bij=labels.KLANTBEELD[beeld.niveau]),
        Alinea("Wat de klant laat zien.", zacht=True),
        Opsomming(signalen) if signalen else Leeg(zonder_signaal(dossier)),
    )
    wij = (
        Tussenkop("Huiswerk", niveau=3),
        Alinea("Wat wij zelf nog niet deden. Telt niet mee in het klantbeeld.", zacht=True),
        gevouwen(
            dossier.huiswerk,
            lambda taak: (
                Link(taak.woorden, f"accounts/{dossier.id}/#{taak.anker}"),
                Zacht(namen.aan_zet(dossier, taak.wie)) if taak.wie else None,
            ),
            "Niets blijven liggen.",
        ),
        Opsomming(uitgesteld) if uitgesteld else None,
    )
    return Blad("account-huiswerk", (Naast((klant, wij)),))


def zonder_signaal(dossier: Dossier) -> str:
    """Say what the level means when there is no signal to show."""
    if dossier.klantbeeld.niveau == "rustig":
        return "Geen zorgen of signalen, en we weten het van kort geleden."
    dagen = dossier.gedeeld.instellingen.klantbeeld_rustig_dagen
    return f"In {dagen} dagen geen oordeel, cijfer of gesprek vastgelegd: we weten het dus niet."


@klantmacro
def account_gaten(dossier: Dossier) -> Blad:
    """List what is still to be filled in, what hurts most first, each with what filling it buys."""

    def regel(gat: Gat) -> Inhoud:
        return gat.tekst, Bij(gat.bij)

    return Blad("account-gaten", (Anker("waarom-gaten", gevouwen(dossier.gaten, regel, "Alles is ingevuld.")),))


def gevouwen(dingen: Sequence[T], regel: Callable[[T], Inhoud], leeg: str) -> Inhoud:
    """Show the first things of a list and fold the rest, counted; `leeg` are the words for none."""
    regels = tuple(map(regel, dingen))
    if not regels:
        return Leeg(leeg)
    rest = regels[EERST:]
    return Opsomming(regels[:EERST]), Vouw(f"Nog {len(rest)}", Opsomming(rest)) if rest else None


@klantmacro
def account_lessen(dossier: Dossier) -> Blad:
    """Show the lessons that find this client, and the signs that were dealt with, the latest first."""
    gelijk = tuple(gezien(gelijk, les_adres(dossier, gelijk.les.id)) for gelijk in lijkt_op(dossier))
    gedaan = [signaal for signaal in dossier.account.signalen if gehouden(signaal.gedaan_op, dossier.peildatum)]
    gedaan.sort(key=lambda signaal: signaal.datum, reverse=True)
    afgehandeld = Opsomming(tuple(_gedaan(dossier, signaal) for signaal in gedaan))
    return Blad(
        "",
        (
            Opsomming(gelijk) if gelijk else Leeg(("Niets genoteerd dat op een", Link("les", "lessen/"), "lijkt.")),
            Vouw(f"{len(gedaan)} eerder gezien en afgehandeld", afgehandeld) if gedaan else None,
        ),
    )


def _gedaan(dossier: Dossier, signaal: Lessignaal) -> Inhoud:
    """What was seen, what we did and what came of it."""
    titels = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    bij = taal.met_punten(
        f"gezien op {taal.datum(signaal.datum)}",
        f"les: {titels[signaal.les]}" if signaal.signaal and signaal.les in titels else "",
        f"stap: {signaal.actiestap}" if signaal.actiestap else "",
        f"gedaan op {taal.datum(signaal.gedaan_op)}" if signaal.gedaan_op else "",
        f"uitkomst: {signaal.uitkomst}" if signaal.uitkomst else "",
    )
    return signaal.signaal or titels.get(signaal.les or "", "Waarschuwingssignaal"), Bij(bij)
