"""Terugblik na vertrek: which look back is due, in which weeks it is best held, and what earlier ones taught us.

Names of clients that want no mention are left out, and of the people we spoke with only the number is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.terugblikken import GEHOUDEN, PIJLERS, Terugblik, terugblikken
from macros.afleidingen.verklaring import Verklaard
from macros.model.review import Postmortem
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.wanneer import dagen, wanneer
from macros.views.lessen.lijkt_op import les_adres
from macros.woorden import labels, taal
from macros.woorden.labels import Label

NAMEN = {"verwachtingen": "Verwachtingen", "web_of_influence": "Invloedsweb", "expertise": "Vakkennis"}
"""The pillars as people say them."""
NIET_GEPLAND = Label("Nog niet gepland", "!", "te-laat")
GING_HET_DOOR = Label("Ging het door?", "?", "let-op")
VOLGORDE = ("te_laat", "deze_week", "deze_maand", "op_tijd", "uitgesteld")


@dataclass(frozen=True, slots=True)
class Nodig:
    """One look back that is still to be held."""

    account: str
    """Id of the client; empty when its name is not shown."""
    klant: str
    titel: str
    anker: str
    bekend: str
    """How and when we knew: "opgezegd op 19 februari 2026"; empty where nobody asked for a look back."""
    uiterlijk: Verklaard[date] | None
    """Last day to hold it, with its steps; None where nobody asked for a look back."""
    wanneer: str
    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    advies: str
    """The weeks that give the best talk; may be empty."""
    plan: Label
    plan_tekst: str
    """When and by whom; may be empty."""


@dataclass(frozen=True, slots=True)
class Verslag:
    """One look back that was held."""

    account: str
    """Id of the client; empty when its name is not shown."""
    klant: str
    titel: str
    op: date
    bij: tuple[str, ...]
    situatie: tuple[tuple[str, str], ...]
    pijlers: tuple[tuple[str, str, str], ...]
    lessen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReviewsTerugblik:
    """What `reviews_terugblik.html` may use."""

    template: ClassVar[str] = "reviews_terugblik.html"
    nodig: tuple[Nodig, ...]
    """Still to be held, the most urgent first."""
    verslagen: tuple[Verslag, ...]
    """Held, the latest first."""


def reviews_terugblik(portefeuille: Portefeuille) -> ReviewsTerugblik:
    """Make the register of looks back."""
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    paren = [(d, t) for d in portefeuille.dossiers.values() for t in terugblikken(d.account, instellingen, peildatum)]
    nodig = [_nodig(dossier, terug, nr) for nr, (dossier, terug) in enumerate(paren) if terug.stand != GEHOUDEN]
    verslagen = [
        _verslag(dossier, terug, terug.verslag, terug.gehouden_op)
        for dossier, terug in paren
        if terug.verslag and terug.gehouden_op
    ]
    return ReviewsTerugblik(
        nodig=tuple(sorted(nodig, key=_dringend)),
        verslagen=tuple(sorted(verslagen, key=lambda verslag: (verslag.op, verslag.titel), reverse=True)),
    )


def _dringend(nodig: Nodig) -> tuple[int, date, str]:
    return VOLGORDE.index(nodig.stand), nodig.uiterlijk.waarde if nodig.uiterlijk else date.max, nodig.titel


def _nodig(dossier: Dossier, terug: Terugblik, nummer: int) -> Nodig:
    plan, tekst = _plan(terug, dossier.peildatum)
    hoe = "opgezegd" if terug.contract.opzegging else "verloren"
    return Nodig(
        account=dossier.adres,
        klant=dossier.naam,
        titel=terug.contract.titel,
        anker=f"terugblik-{nummer}",
        bekend=f"{hoe} op {taal.datum(terug.bekend_op)}" if terug.bekend_op else "",
        uiterlijk=terug.uiterlijk,
        wanneer=wanneer(terug.uiterlijk.waarde, dossier.peildatum) if terug.uiterlijk else "",
        stand=terug.stand,
        advies=_advies(terug),
        plan=plan,
        plan_tekst=tekst,
    )


def _advies(terug: Terugblik) -> str:
    if terug.advies is None:
        return ""
    van, tot = terug.advies
    return f"beste gesprekken tussen {taal.datum(van)} en {taal.datum(tot)}"


def _plan(terug: Terugblik, peildatum: date) -> tuple[Label, str]:
    """Say whether it is planned, and whether that day is a good one."""
    dag = terug.gepland_op
    if dag is None:
        return NIET_GEPLAND, ""
    if dag < peildatum:
        return GING_HET_DOOR, f"gepland op {taal.datum(dag)}; leg de uitkomst vast, of een nieuwe dag"
    door = terug.verslag.door if terug.verslag else None
    tekst = ", ".join(filter(None, (taal.datum(dag), door)))
    if terug.uiterlijk and dag > terug.uiterlijk.waarde:
        tekst += f"; {dagen((dag - terug.uiterlijk.waarde).days)} na de uiterste dag"
    elif terug.advies and dag < terug.advies[0]:
        tekst += "; vroeg: dan hoor je vooral boosheid"
    return labels.GEPLAND, tekst


def _verslag(dossier: Dossier, terug: Terugblik, blik: Postmortem, op: date) -> Verslag:
    lessen = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    return Verslag(
        account=dossier.adres,
        klant=dossier.naam,
        titel=terug.contract.titel,
        op=op,
        bij=tuple(filter(None, _bij(terug, blik))),
        situatie=tuple(
            (kop, tekst)
            for kop, tekst in (("Toen", blik.verleden), ("Nu", blik.heden), ("Straks", blik.toekomst))
            if tekst
        ),
        pijlers=tuple(_pijlers(blik)),
        lessen=tuple((les_adres(dossier, les), lessen[les]) for les in blik.lessen if les in lessen),
    )


def _bij(terug: Terugblik, blik: Postmortem) -> Iterator[str]:
    if terug.uiterlijk:
        yield f"{dagen(terug.dagen_te_laat)} te laat" if terug.dagen_te_laat else "op tijd"
    yield blik.door or ""
    yield {True: "van buiten", False: "van een collega", None: ""}[blik.extern]
    if blik.gesproken_met:
        yield f"gesproken met {taal.aantal(len(blik.gesproken_met), 'persoon', 'personen')}"


def _pijlers(blik: Postmortem) -> Iterator[tuple[str, str, str]]:
    for veld in PIJLERS:
        deel = getattr(blik, veld)
        if deel:
            yield NAMEN[veld], deel.waar_mis or "", deel.les or ""
