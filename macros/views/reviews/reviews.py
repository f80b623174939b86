"""Frisse blik: which client is due for a look from outside, what is planned, and who could do it.

A look by one of us is counted apart. For an A client the page asks for an outsider; for the others the rota of
`collegiaal.py` proposes a colleague.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contract.datums import min_maanden, stand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import lopend_uitstel, uitstel_van
from macros.afleidingen.klant.blikken import Blikken, Collegas, blikken, collegiaal, op_naam, plandag
from macros.afleidingen.verklaring import VerklaardeDatum, zin
from macros.model.review import Fresheyes
from macros.portefeuille.collegiaal import MAANDEN, VAN_BUITEN, Voorstel, voorstellen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.wanneer import dagen, wanneer
from macros.woorden import labels, taal
from macros.woorden.labels import Label

KOPPEN = {
    "te_laat": "Te laat",
    "deze_week": "Deze week",
    "deze_maand": "Deze maand",
    "op_tijd": "Later",
    "uitgesteld": "Uitgesteld",
}
"""The parts of the page, by standing."""
BUITEN = Label("Van buiten", "◆", "gepland")
VOORSTEL = Label("Voorstel", "→", "stil")
ONBEKEND = Label("Ging het door?", "?", "let-op")
NIEMAND = Label("Niemand vrij", "!", "let-op")


@dataclass(frozen=True, slots=True)
class Rij:
    """One client that a fresh look is due for."""

    account: str
    klant: str
    segment: str
    """A, B, C or `geen`."""
    wie: str
    uiterlijk: date
    """Last day for the look."""
    wanneer: str
    waarom: str
    plan: Label
    """What to do about it: planned, ask an outsider, ask a colleague, or record what happened."""
    plan_tekst: str
    plan_bij: str
    """What to know about it; may be empty."""


@dataclass(frozen=True, slots=True)
class Deel:
    """The clients in one standing."""

    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    kop: str
    open: bool
    """Whether it stands open; what comes later is folded."""
    rijen: tuple[Rij, ...]
    """The earliest day first."""


@dataclass(frozen=True)
class Reviews:
    """What `reviews.html` may use."""

    template: ClassVar[str] = "reviews.html"
    zin: str
    geteld: str
    """Looks of the last twelve months, those from outside apart from those of a colleague; empty without any."""
    keuzes: tuple[Keuze, ...]
    delen: tuple[Deel, ...]
    """Parts that hold a client, late first."""


def reviews(portefeuille: Portefeuille) -> Reviews:
    """Make the register of fresh looks: due, late and planned."""
    dossiers = portefeuille.dossiers.values()
    standen = {dossier.id: blikken(dossier.account, portefeuille.peildatum) for dossier in dossiers}
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    aan_de_beurt = [dossier for dossier in dossiers if dossier.fresheyes_vervalt.waarde]
    delen = tuple(_delen(aan_de_beurt, standen, voorstellen(portefeuille), collegas))
    return Reviews(
        zin=_zin(delen),
        geteld=_geteld(standen.values(), collegas, portefeuille.peildatum),
        keuzes=(
            keuzes.personen(portefeuille, (d.account.driehoek.accountmanager for d in aan_de_beurt), "Accountmanager"),
            keuzes.segmenten(dossier.segment.waarde for dossier in aan_de_beurt),
        ),
        delen=delen,
    )


def _zin(delen: Iterable[Deel]) -> str:
    tellingen = {deel.stand: len(deel.rijen) for deel in delen}
    if not tellingen:
        return "Er loopt geen contract, dus er is geen frisse blik nodig."
    eerst = [f"{tellingen[waarde]} {kop.lower()}" for waarde, kop in list(KOPPEN.items())[:3] if waarde in tellingen]
    return f"{', '.join(eerst)}." if eerst else "Niets te laat, en niets dat deze maand moet."


def _geteld(standen: Iterable[Blikken], collegas: Collegas, peildatum: date) -> str:
    """Count who looked in the last twelve months."""
    vanaf = min_maanden(peildatum, MAANDEN)
    recent = [blik for s in standen for blik in s.gehouden if blik.uitgevoerd_op and blik.uitgevoerd_op > vanaf]
    van_ons = sum(collegiaal(blik, collegas) for blik in recent)
    if not recent:
        return ""
    return f"Laatste twaalf maanden: {len(recent) - van_ons} van buiten, en apart geteld {van_ons} van een collega."


def _delen(
    dossiers: Iterable[Dossier], standen: dict[str, Blikken], voorstel: dict[str, Voorstel], collegas: Collegas
) -> Iterator[Deel]:
    per_stand: dict[str, list[Rij]] = {waarde: [] for waarde in KOPPEN}
    for dossier in dossiers:
        uiterlijk = dossier.fresheyes_vervalt.waarde
        if uiterlijk:
            plan = _plan(dossier, uiterlijk, standen[dossier.id], voorstel.get(dossier.id), collegas)
            per_stand[_stand(dossier, uiterlijk)].append(_rij(dossier, uiterlijk, *plan))
    for waarde, rijen in per_stand.items():
        if rijen:
            rijen.sort(key=lambda rij: (rij.uiterlijk, rij.klant))
            yield Deel(waarde, KOPPEN[waarde], waarde not in {"op_tijd", "uitgesteld"}, tuple(rijen))


def _stand(dossier: Dossier, uiterlijk: date) -> str:
    if uitstel_van(("review_te_laat",), lopend_uitstel(dossier.account, dossier.peildatum)):
        return "uitgesteld"
    return stand(uiterlijk, dossier.peildatum, dossier.gedeeld.instellingen)


def _rij(dossier: Dossier, uiterlijk: date, label: Label, tekst: str, bij: str) -> Rij:
    return Rij(
        account=dossier.id,
        klant=dossier.naam,
        segment=dossier.segment.waarde or "geen",
        wie=dossier.account.driehoek.accountmanager,
        uiterlijk=uiterlijk,
        wanneer=wanneer(uiterlijk, dossier.peildatum),
        waarom=waarom(dossier.fresheyes_vervalt),
        plan=label,
        plan_tekst=tekst,
        plan_bij=bij,
    )


def waarom(vervalt: VerklaardeDatum) -> str:
    """Write the facts and settings that lead to the day; the rule stands in the handbook, the day beside it."""
    return zin(stap for stap in vervalt.stappen[:-1] if stap.soort != "regel")


def _plan(
    dossier: Dossier, uiterlijk: date, stand: Blikken, voorstel: Voorstel | None, collegas: Collegas
) -> tuple[Label, str, str]:
    """Say what is planned, or else who to ask: label, who and when, and what to know about it."""
    if stand.gepland:
        return labels.GEPLAND, *_gepland(dossier, uiterlijk, stand.gepland, collegas)
    if stand.niet_vastgelegd:
        return ONBEKEND, f"gepland op {taal.datum(stand.niet_vastgelegd)}", "leg de uitkomst vast, of een nieuwe dag"
    if dossier.segment.waarde == VAN_BUITEN:
        vorige = stand.gehouden and collegiaal(stand.gehouden[0], collegas)
        return BUITEN, "vraag een bureau of een relatie", "de vorige was van een collega" if vorige else ""
    if voorstel is None or voorstel.persoon is None:
        return NIEMAND, "vraag iemand van buiten", "iedereen hoort bij deze klant, was er net of is er niet"
    naam = dossier.gedeeld.personen[voorstel.persoon].naam
    keren = taal.aantal(voorstel.drukte, "frisse blik", "frisse blikken")
    return VOORSTEL, naam, f"niet van dit klantteam; {keren} gedaan of gepland"


def _gepland(dossier: Dossier, uiterlijk: date, blik: Fresheyes, collegas: Collegas) -> tuple[str, str]:
    dag, van_ons = plandag(blik) or uiterlijk, collegiaal(blik, collegas)
    bij = [
        "van een collega" if van_ons else "van buiten",
        f"{dagen((dag - uiterlijk).days)} na de uiterste dag" if dag > uiterlijk else "",
        "bij een A-klant is van buiten de norm" if van_ons and dossier.segment.waarde == VAN_BUITEN else "",
    ]
    return ", ".join(filter(None, (taal.datum(dag), blik.door))), "; ".join(filter(None, bij))
