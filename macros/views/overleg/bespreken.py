"""What to talk about for one client: signals beside the own call, decisions, canvas, plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.canvas.canvasstand import NIET_NODIG
from macros.afleidingen.contract.momenten import Contractstand, beslissoort, vraagt_besluit
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import c_besluit_gevraagd, klantbesluit_gevraagd
from macros.model.werk import SOORT_VAN, SOORTEN
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen import namen
from macros.views.delen.stukken import dagen, straks, wanneer
from macros.woorden import labels, taal
from macros.woorden.labels import Label

REDENEN = 3
"""How many reasons of the klantbeeld are written out."""
BIJ_FASE = {"verlopen": "einddatum_voorbij", "opgezegd": "opzegging"}
"""The kind of work that the end of a contract asks."""
HEEL, HALF, KOP = 105, 56, 55
"""Characters on a line of the sheet and of the half of it, and in the heading besides the name and the phase."""


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """One thing to talk about."""

    kop: str
    """One word: Besluit, Canvas, Plan, Voorstel, Toezegging, Frisse blik, Terugblik."""
    tekst: str
    doel: str
    """Path below the root of the site where the facts stand."""


@dataclass(frozen=True, slots=True)
class Eigen:
    """The account manager's own call on one contract."""

    titel: str
    label: Label | None
    """Verlengt, twijfel or vertrekt; None when no call was given."""
    waarom: str
    """Reason and day; empty when not given."""


@dataclass(frozen=True, slots=True)
class Bespreek:
    """One client of the talk."""

    id: str
    naam: str
    segment: Label | None
    """A, B or C; None without one."""
    fase: tuple[Label, ...]
    beslissing: date | None
    """Next decision; None when nothing is to decide."""
    over: str
    klantbeeld: Label
    redenen: tuple[str, ...]
    """Why, the first few."""
    meer_redenen: int
    eigen: tuple[Eigen, ...]
    onderwerpen: tuple[Onderwerp, ...]
    """What to talk about, decisions first."""
    van: str = ""
    """Name of the colleague who is away and whose client it is; empty for an own one."""

    @property
    def regels(self) -> int:
        """How many lines it takes on paper, about."""
        beeld = _hoogte(self.redenen, HALF) + bool(self.meer_redenen)
        eigen = _hoogte((f"{eigen.titel} {eigen.waarom}" for eigen in self.eigen), HALF)
        kop = _hoogte((f"{self.naam}{' '.join(label.tekst for label in self.fase)}{' ' * KOP}",), HEEL)
        return 3 + kop + max(beeld, eigen) + _hoogte((onderwerp.tekst for onderwerp in self.onderwerpen), HEEL)


def _hoogte(teksten: Iterable[str], breed: int) -> int:
    """Lines that these texts take in a column of so many characters."""
    return sum(max(1, -(-len(tekst) // breed)) for tekst in teksten)


@per_portefeuille
def besprekingen(portefeuille: Portefeuille) -> dict[str, Bespreek]:
    """Put together what to talk about for every client, by id: for the list of talks and for each of them."""
    return {naam: bespreek(dossier) for naam, dossier in portefeuille.dossiers.items()}


def bespreek(dossier: Dossier) -> Bespreek:
    """Put together what to talk about for one client."""
    beslissing, segment = dossier.beslismoment.waarde, dossier.segment.waarde
    redenen = tuple(reden.woorden for reden in dossier.klantbeeld.redenen)
    return Bespreek(
        id=dossier.id,
        naam=dossier.naam,
        segment=labels.SEGMENT[segment] if segment else None,
        fase=namen.fase(dossier),
        beslissing=beslissing,
        over=straks(beslissing, dossier.peildatum),
        klantbeeld=labels.woord(labels.KLANTBEELD, dossier.klantbeeld.niveau),
        redenen=redenen[:REDENEN],
        meer_redenen=max(0, len(redenen) - REDENEN),
        eigen=tuple(_eigen(dossier)),
        onderwerpen=(*_besluiten(dossier), *_een_canvas(dossier, (*_huiswerk(dossier), *_plan(dossier)))),
    )


def is_rustig(dossier: Dossier, klant: Bespreek) -> bool:
    """Whether nothing about this client asks for the talk."""
    return not klant.onderwerpen and (loopt_niet(dossier) or dossier.klantbeeld.niveau not in {"zorg", "let_op"})


def loopt_niet(dossier: Dossier) -> bool:
    """Whether all contracts ended, or there never was one."""
    return dossier.fase.waarde in {None, "beeindigd"}


def _eigen(dossier: Dossier) -> Iterator[Eigen]:
    for stand in dossier.contracten.values():
        inschatting = stand.inschatting
        if inschatting is not None:
            wanneer_gegeven = f" ({taal.datum(inschatting.op)})" if inschatting.op else " (ongedateerd)"
            waarom = f"{inschatting.waarom or ''}{wanneer_gegeven}".strip()
            yield Eigen(stand.contract.titel, labels.INSCHATTING[inschatting.verwachting], waarom)
        elif stand.fase.waarde == "retentie":
            yield Eigen(stand.contract.titel, None, "")


def _besluiten(dossier: Dossier) -> Iterator[Onderwerp]:
    """Decisions of the coming weeks, and what waits for somebody's yes or no; nothing that was put off."""
    wacht = dossier.uitstellen.voor
    yield from _contractbesluiten(dossier)
    pad = f"accounts/{dossier.id}/"
    for canvas in dossier.canvassen.values():
        gevraagd = canvas.huidig and not wacht("goedkeuring", canvas.canvas.id)
        for goedkeuring in canvas.canvas.goedkeuring if gevraagd else ():
            if goedkeuring.stand == "gevraagd":
                tekst = f"Akkoord gevraagd: {goedkeuring.waarover or 'op het plan'}"
                yield Onderwerp("Besluit", tekst, f"{pad}canvas/{canvas.canvas.id}/")
    if klantbesluit_gevraagd(dossier.account) and not wacht("klantbesluit"):
        tekst = "Past niet bij onze afspraken: doorgaan, voorwaarden aanpassen of afscheid nemen?"
        yield Onderwerp("Besluit", tekst, f"{pad}#waarom-juiste-klant-stand")
    c_besluit = c_besluit_gevraagd(dossier.account, dossier.segment.waarde) and not loopt_niet(dossier)
    if c_besluit and not wacht("c_besluit"):
        yield Onderwerp("Besluit", "C-klant: houden, afbouwen of afscheid nemen?", f"{pad}#gaten")


def _contractbesluiten(dossier: Dossier) -> Iterator[Onderwerp]:
    """What is to be decided about a contract before our proposal should lie there, and how to answer a notice."""
    pad = f"accounts/{dossier.id}/"
    verte = dossier.peildatum + timedelta(days=dossier.gedeeld.instellingen.voorstel_voor_beslisdatum_dagen)
    for naam, stand in dossier.contracten.items():
        if _besluit_wacht(dossier, stand):
            continue
        dag, eind, opzegging = stand.beslismoment.waarde, stand.einddatum_actueel.waarde, stand.contract.opzegging
        titel = stand.contract.titel
        if stand.fase.waarde == "verlopen" and eind is not None:
            tekst = f"{titel}: einddatum {taal.datum(eind)} is voorbij, wat is afgesproken?"
            yield Onderwerp("Besluit", tekst, f"{pad}#waarom-{naam}-einddatum-actueel")
        elif (
            opzegging and stand.fase.waarde == "opgezegd" and opzegging.door == "klant" and not opzegging.reactie_actie
        ):
            yield Onderwerp("Besluit", f"{titel}: opgezegd, wat doen we?", f"{pad}#contract-{naam}")
        elif dag is not None and dag <= verte and vraagt_besluit(stand, dossier.peildatum):
            tekst = f"{titel}: {namen.waarover(stand)} {taal.datum(dag)}, {wanneer(dag, dossier.peildatum)}"
            yield Onderwerp("Besluit", tekst, f"{pad}#waarom-{naam}-beslismoment")


def _besluit_wacht(dossier: Dossier, stand: Contractstand) -> bool:
    """Whether what a contract asks to decide may wait."""
    soort = BIJ_FASE.get(stand.fase.waarde) or beslissoort(stand)
    return dossier.uitstellen.voor(soort, contracten=(stand.contract.id,)) is not None


def _een_canvas(dossier: Dossier, onderwerpen: tuple[Onderwerp, ...]) -> Iterator[Onderwerp]:
    """Say all about the canvas on one line, at the place of the first; of a client with more each line stays."""
    over = [onderwerp for onderwerp in onderwerpen if onderwerp.kop == "Canvas"]
    samen = len(over) > 1 and sum(stand.huidig for stand in dossier.canvassen.values()) == 1
    for onderwerp in onderwerpen:
        if not samen or onderwerp.kop != "Canvas":
            yield onderwerp
        elif onderwerp is over[0]:
            tekst = "; ".join((over[0].tekst, *(een.tekst[:1].lower() + een.tekst[1:] for een in over[1:])))
            yield Onderwerp("Canvas", tekst, over[-1].doel)


def _huiswerk(dossier: Dossier) -> Iterator[Onderwerp]:
    """What we have not done; the word in front is not said twice."""
    for punt in dossier.huiswerk:
        if kop := SOORTEN[SOORT_VAN[punt.soort]].overleg:
            tekst = punt.woorden.removeprefix(f"{kop}: ").removeprefix(f"{kop} ").removeprefix("Toezegging: ")
            yield Onderwerp(kop, tekst, f"accounts/{dossier.id}/#{punt.anker}")


def _plan(dossier: Dossier) -> Iterator[Onderwerp]:
    """What the halfway evaluation asks of a plan that runs, a late start, and what makes a canvas weak."""
    for naam, canvas in dossier.canvassen.items():
        evaluatie = canvas.canvas.tussenevaluatie if canvas.stand != NIET_NODIG else None
        if evaluatie and evaluatie.werkt_het in {"deels", "nee"} and evaluatie.datum <= dossier.peildatum:
            woord = labels.woord(labels.WERKT_HET, evaluatie.werkt_het).tekst.lower()
            bij = f": {evaluatie.bijstelling}" if evaluatie.bijstelling else ""
            tekst = f"Halverwege ({taal.datum(evaluatie.datum)}) {woord}{bij}"
            yield Onderwerp("Plan", tekst, f"accounts/{dossier.id}/canvas/{naam}/")
    for deel in dossier.canvas_per_contract.values():
        if deel.canvas is not None and deel.dagen_te_laat_gestart and not deel.ingestapt:
            tekst = f"{dagen(deel.dagen_te_laat_gestart)} later begonnen dan afgesproken"
            yield Onderwerp("Canvas", tekst, f"accounts/{dossier.id}/canvas/{deel.canvas.canvas.id}/")
    yield from _scherper(dossier)


def _scherper(dossier: Dossier) -> Iterator[Onderwerp]:
    """What makes a canvas weak, by kind; only of one that the preparation of a renewal rests on."""
    per_canvas: dict[str, dict[str, int]] = {}
    for opmerking in dossier.kan_scherper:
        soorten = per_canvas.setdefault(opmerking.canvas, {})
        soorten[opmerking.titel] = soorten.get(opmerking.titel, 0) + 1
    for naam, soorten in per_canvas.items():
        if dossier.canvassen[naam].stand != NIET_NODIG:
            delen = [titel.lower() + (f" ({aantal})" if aantal > 1 else "") for titel, aantal in soorten.items()]
            pad = f"accounts/{dossier.id}/canvas/{naam}/"
            yield Onderwerp("Canvas", f"Kan scherper: {taal.opsomming(delen)}", pad)
