"""The tables of a colleague's own overview: what each role asks first (domain 5.1 to 5.6), by client and by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.canvas.canvasstand import NIET_NODIG, ONTBREEKT, VEROUDERD
from macros.afleidingen.contract.windstilte import lopend
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import c_besluit_gevraagd, klantbesluit_gevraagd
from macros.model.instellingen import Onderdelen
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.wanneer import dagen, wanneer
from macros.views.overleg.kring import Kring
from macros.woorden import labels
from macros.woorden.labels import Label

VER = date.max
"""Where what has no day stands: last."""
DIRECTIE = (
    ("Behoud in cijfers", "behoud/"),
    ("Klantcijfers", "klantcijfers/"),
    ("Wat past en wat niet", "segmenten/#juiste-klant"),
)
"""Where the questions of a director about the whole are answered (domain 5.6)."""
LEIDING = (
    ("Segmenten", "segmenten/"),
    ("Driehoek en werkdruk", "driehoek/"),
    ("Frisse blik en terugblik", "reviews/"),
    ("Lessen", "lessen/"),
)
"""The same for a manager (domain 5.2)."""
OP_HET_SCHERM = 100
"""Most rows of one table: what is beyond stands in the register that the table links to."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: words, a state or a day; with an address where the facts stand."""

    tekst: str = ""
    doel: str = ""
    """Path below the root of the site, of the words or the day; empty for no link."""
    dag: date | None = None
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Deel:
    """One table of the overview."""

    anker: str
    kop: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    """What needs this colleague first on top."""
    aantal: int
    """How many rows there are; more than `rijen` where those are too many for one page."""
    leeg: str
    verder: tuple[tuple[str, str], ...] = ()


def klant_cel(dossier: Dossier) -> Cel:
    """The name of a client, with the way to its page."""
    return Cel(dossier.naam, f"accounts/{dossier.id}/")


def klanten(kring: Kring) -> Deel:
    """The clients of an account manager, the nearest decision first."""
    actief = [dossier for dossier in kring.klanten if loopt(dossier)]
    actief.sort(key=lambda dossier: (dossier.beslismoment.waarde or VER, dossier.naam))
    return Deel(
        anker="overleg-klanten",
        kop="Klanten op deze naam",
        koppen=("Klant", "Fase", "Volgende beslissing", "Klantbeeld", "Eigen inschatting", "Canvas"),
        rijen=tuple(
            (
                klant_cel(dossier),
                Cel(label=labels.fase(dossier.fase.waarde)),
                _beslissing(dossier),
                Cel(label=labels.woord(labels.KLANTBEELD, dossier.klantbeeld.niveau)),
                Cel(label=_inschatting(dossier)),
                _canvas(dossier),
            )
            for dossier in actief[:OP_HET_SCHERM]
        ),
        aantal=len(actief),
        leeg="Er loopt geen contract bij de klanten op deze naam.",
        verder=(("Alle klanten", "accounts/"), ("Kalender", "kalender/")),
    )


def ploeg(kring: Kring, portefeuille: Portefeuille) -> Deel:
    """Where a manager is needed: worries, canvases and reviews of the own people's clients, by next decision."""
    alle = ((dossier, tuple(_verder(dossier))) for dossier in kring.ploeg if loopt(dossier))
    vragend = [(dossier, verder) for dossier, verder in alle if verder or _vraagt(dossier)]
    vragend.sort(key=lambda paar: (paar[0].beslismoment.waarde or VER, paar[0].naam))
    managers = {dossier.account.driehoek.accountmanager for dossier in kring.ploeg}
    gesprekken = sorted((portefeuille.naam(wie), f"overleg/{wie}/") for wie in managers)
    return Deel(
        anker="overleg-ploeg",
        kop="Klanten van je collega's die om je vragen",
        koppen=("Klant", "Accountmanager", "Klantbeeld", "Eigen inschatting", "Canvas", "Verder"),
        rijen=tuple(
            (
                klant_cel(dossier),
                Cel(
                    portefeuille.naam(dossier.account.driehoek.accountmanager),
                    f"overleg/{dossier.account.driehoek.accountmanager}/",
                ),
                Cel(
                    next((reden.tekst for reden in dossier.klantbeeld.redenen), ""),
                    label=labels.woord(labels.KLANTBEELD, dossier.klantbeeld.niveau),
                ),
                Cel(label=_inschatting(dossier)),
                _canvas(dossier),
                Cel("; ".join(verder)),
            )
            for dossier, verder in vragend[:OP_HET_SCHERM]
        ),
        aantal=len(vragend),
        leeg="Geen klant van je collega's geeft zorg, en geen canvas of review is te laat.",
        verder=(*gesprekken, *LEIDING),
    )


def gesprekken(kring: Kring, rollen: Iterable[str], onderdelen: Onderdelen) -> Deel:
    """With whom this colleague should speak, the longest overdue first; a director finds the figures beside it."""
    cijfers = DIRECTIE if "directie" in rollen else ()
    toernooi = (("Toernooi nieuwe klanten", "toernooi/"),) if cijfers and onderdelen.toernooi else ()
    rijen = sorted(kring.gesprekken, key=lambda paar: (paar[1].volgende.waarde, paar[0].naam))
    return Deel(
        anker="overleg-gesprekken",
        kop="Aan de beurt bij",
        koppen=("Klant", "Segment", "Afspraak", "Uiterlijk", "Hoe lang geleden"),
        rijen=tuple(
            (
                klant_cel(dossier),
                Cel(dossier.segment.waarde or ""),
                Cel(regel.naam),
                Cel(dag=regel.volgende.waarde, doel=f"accounts/{dossier.id}/#waarom-contact-{regel.regel}"),
                Cel(
                    f"{dagen((dossier.peildatum - regel.sinds).days)}, afspraak: {regel.elke_dagen}",
                    label=labels.STAND[regel.stand],
                ),
            )
            for dossier, regel in rijen[:OP_HET_SCHERM]
        ),
        aantal=len(rijen),
        leeg="In het contactschema staat geen gesprek op deze naam.",
        verder=(("Contactschema", "contacten/"), *cijfers, *toernooi),
    )


def _inschatting(dossier: Dossier) -> Label | None:
    """The most serious own call on a contract that runs."""
    gegeven = {
        stand.contract.inschatting.verwachting
        for stand in lopend(list(dossier.contracten.values()))
        if stand.contract.inschatting
    }
    return next((label for naam, label in labels.INSCHATTING.items() if naam in gegeven), None)


def _beslissing(dossier: Dossier) -> Cel:
    """The next decision; nothing when nothing is to decide."""
    dag = dossier.beslismoment.waarde
    return Cel(dag=dag, doel=f"accounts/{dossier.id}/#momenten") if dag else Cel()


def _canvas(dossier: Dossier) -> Cel:
    """State of the canvas; nothing when none is needed."""
    nodig = dossier.canvas_stand != NIET_NODIG
    return Cel(label=labels.CANVAS_STAND[dossier.canvas_stand]) if nodig else Cel()


def _vraagt(dossier: Dossier) -> bool:
    """Whether the client itself, or the canvas, asks for the manager."""
    return dossier.klantbeeld.niveau in {"zorg", "let_op"} or dossier.canvas_stand in {ONTBREEKT, VEROUDERD}


def _verder(dossier: Dossier) -> Iterator[str]:
    """What the manager plans or decides."""
    for naam, vervalt in (("frisse blik", dossier.fresheyes_vervalt), ("terugblik", dossier.postmortem_vervalt)):
        if vervalt.waarde is not None and vervalt.waarde < dossier.peildatum:
            yield f"{naam} {wanneer(vervalt.waarde, dossier.peildatum)}"
    if klantbesluit_gevraagd(dossier.account):
        yield "past niet: besluit nodig"
    if c_besluit_gevraagd(dossier.account, dossier.segment.waarde):
        yield "C-klant: besluit nodig"
