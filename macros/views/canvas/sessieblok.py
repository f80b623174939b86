"""What the team brings to the session: the facts of one client as short lists, each with room on paper (domain 1.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import nagevraagd_op
from macros.afleidingen.klant.tevredenheid import GESCHONDEN, HERSTEL, cijfer_van, stand_van
from macros.model.review import Fresheyes
from macros.model.team import Contactpersoon
from macros.views.canvas.canvasvakken import Gedrukt, gedrukt
from macros.views.delen import namen
from macros.views.delen.stukken import geleden
from macros.views.klant.account_mensen import houding
from macros.views.toernooi.honken import ONDERHANDELEN
from macros.woorden import labels, taal
from macros.woorden.labels import Label

TEKENS, BIJ_TEKENS = 96, 62
"""Room on paper for an item (two lines of half a sheet) and for the small line below it."""

ONDER_NORM = {stand: labels.GARANTIE[stand] for stand in (GESCHONDEN, HERSTEL)}
"""A mark says more than "8 of hoger"; only below that there is a word beside it."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One item."""

    tekst: Gedrukt
    bij: Gedrukt
    """What belongs to it, in small; may be empty."""
    label: Label | None
    op_papier: bool


@dataclass(frozen=True, slots=True)
class Blok:
    """One list."""

    titel: str
    anker: str
    vraag: str
    regels: tuple[Regel, ...]
    """What weighs most first."""
    leeg: str
    """What stands there when the list is empty: what to find out before the session."""
    meer: int
    """Items that only the screen shows."""


Item = tuple[str, str, Label | None]
"""Text, small line and state."""


def invoer(dossier: Dossier) -> tuple[Blok, ...]:
    """Give the lists in the order of the boxes of the canvas."""
    return (
        blok("Verwachtingen", "verwachtingen", "Wat moet straks waar zijn?", _verwachtingen(dossier), 5,
             "Nog geen verwachtingen vastgelegd: vraag er voor de sessie naar."),
        blok("Mensen die beslissen", "mensen", "Wie hebben we nog niet overtuigd?", _mensen(dossier), 5,
             "Nog geen beslisser bekend: zoek uit wie er beslist."),
        blok("Gaten in ons web", "mensen", "Wie van ons legt welk contact?",
             ((gat.tekst, "", None) for gat in dossier.web_gaten), 3, "Geen gaten: ons web is op orde."),
        blok("Cijfers en frisse blikken", "tevredenheid", "Wat zegt de klant zelf?", _prestatie(dossier), 4,
             "Nog geen cijfer en nog geen frisse blik."),
        blok("Problemen", "verwachtingen", "Wat moet eerst weg?", _problemen(dossier), 3,
             "Geen open problemen bekend."),
        blok("Alternatieven", "kansen", "Wat kost overstappen de klant?", _concurrenten(dossier), 3,
             "Geen concurrent bekend: vraag ernaar."),
        blok("Open toezeggingen", "beloften", "Wat moet voor het voorstel gedaan zijn?", _toezeggingen(dossier), 5,
             "Geen open toezeggingen."),
        blok("Aannames", "verwachtingen", "Wat weten we niet zeker?", _aannames(dossier), 3, "Geen open aannames."),
        blok("Kansen", "kansen", "Waar groeit de klant van?", _kansen(dossier), 3, "Nog geen kans genoteerd."),
    )  # fmt: skip


def blok(  # noqa: PLR0913, PLR0917  the parts of a list, in reading order
    titel: str, anker: str, vraag: str, items: Iterable[Item], op_papier: int, leeg: str
) -> Blok:
    """Make a list of which paper holds the first `op_papier` items."""
    regels = tuple(
        Regel(gedrukt(tekst, TEKENS), gedrukt(bij, BIJ_TEKENS), label, op_papier=nummer < op_papier)
        for nummer, (tekst, bij, label) in enumerate(items)
    )
    return Blok(titel, anker, vraag, regels, leeg, max(0, len(regels) - op_papier))


def _komma(*delen: str | None) -> str:
    return ", ".join(deel for deel in delen if deel)


def _op(woord: str, dag: date | None) -> str:
    return f"{woord} {taal.datum_compact(dag)}" if dag else ""


def _verwachtingen(dossier: Dossier) -> Iterable[Item]:
    lopend = [v for v in dossier.account.verwachtingen if v.stand != "vervallen"]
    for v in sorted(lopend, key=lambda v: -(v.prioriteit or 0)):
        prioriteit = f"prioriteit {v.prioriteit}" if v.prioriteit else None
        gevraagd = nagevraagd_op(v, dossier.account, dossier.peildatum).waarde
        bij = _komma(v.termijn, prioriteit, _op("nagevraagd", gevraagd) or "nog niet nagevraagd")
        yield v.tekst, bij, labels.woord(labels.VERWACHTING_STAND, v.stand)


def _mensen(dossier: Dossier) -> Iterable[Item]:
    """Who decides or is heard, deciders and the most influential first."""
    nu = [p for p in dossier.account.contactpersonen if aanwezig(p, dossier.peildatum) and beslist_mee(p)]
    for persoon in sorted(nu, key=lambda p: (p.rol_bvt != "beslisser", -(p.invloed or 0))):
        yield persoon.voluit, _band(dossier, persoon), houding(dossier, persoon)[0]


def _band(dossier: Dossier, persoon: Contactpersoon) -> str:
    gesproken = dossier.gesproken.get(persoon.id)
    return _komma(
        labels.ROL_BVT[persoon.rol_bvt or "geen"].tekst.lower(),
        taal.aantal(len(set(persoon.relaties)), "collega", "collega's"),
        f"gesproken {geleden(gesproken, dossier.peildatum)}" if gesproken else "nog niet gesproken",
    )


def _prestatie(dossier: Dossier) -> Iterable[Item]:
    """The last fresh look, then the marks, the latest first."""
    yield from _blik(dossier)
    for evaluatie in sorted(dossier.account.evaluaties, key=lambda e: e.datum, reverse=True):
        cijfer = cijfer_van(evaluatie, dossier.peildatum)
        if cijfer is not None:
            paar = " en ".join(taal.getal(c) for c in (cijfer.resultaat, cijfer.samenwerking) if c is not None)
            tekst = f"{evaluatie.opdracht}: {paar}" if evaluatie.opdracht else f"Cijfer {paar}"
            stand = stand_van(evaluatie, cijfer, dossier.gedeeld.instellingen.cijfer_norm)
            beter = f"beter: {evaluatie.beter}" if evaluatie.beter else None
            yield tekst, _komma(taal.datum_compact(cijfer.datum), beter), ONDER_NORM.get(stand)


def _blik(dossier: Dossier) -> Iterable[Item]:
    geweest = [blik for blik in dossier.account.fresheyes if gehouden(blik.uitgevoerd_op, dossier.peildatum)]
    for blik in sorted(geweest, key=lambda blik: blik.uitgevoerd_op or date.min)[-1:]:
        op = _komma(_op("op", blik.uitgevoerd_op), blik.door)
        yield f"Frisse blik: {_scores(blik)}", op, None


def _scores(blik: Fresheyes) -> str:
    pijlers = (("verwachtingen", blik.verwachtingen), ("relaties", blik.relaties), ("vakkennis", blik.expertise))
    scores = [f"{naam} {pijler.score}" for naam, pijler in pijlers if pijler and pijler.score is not None]
    return ", ".join(scores) or "zonder scores"


def _problemen(dossier: Dossier) -> Iterable[Item]:
    open_ = [p for p in dossier.account.problemen if p.is_open]
    for p in sorted(open_, key=lambda p: -(p.prioriteit or 0)):
        wie = namen.aan_zet_of_niemand(dossier, p.eigenaar)
        yield p.tekst, _komma(wie, _op("sinds", p.sinds)), labels.PROBLEEM_STATUS[p.status]


def _concurrenten(dossier: Dossier) -> Iterable[Item]:
    """Whether we sell or negotiate, as chosen at base 8 this year, and who else could do it."""
    honk = dossier.account.honken.get(dossier.peildatum.year, {}).get(ONDERHANDELEN)
    if honk and honk.positie and dossier.gedeeld.instellingen.onderdelen.honken:
        yield f"We {honk.positie}", _komma(f"honk {ONDERHANDELEN}", honk.notitie), None
    for c in sorted(dossier.account.concurrenten, key=lambda c: -(c.sterkte or 0)):
        yield c.naam, _komma(f"sterkte {c.sterkte} van 5" if c.sterkte else None, c.wat), None


def _toezeggingen(dossier: Dossier) -> Iterable[Item]:
    open_ = [t for t in dossier.account.toezeggingen if t.stand == "open"]
    for t in sorted(open_, key=lambda t: (t.voor_datum or date.max, t.van)):
        wacht = dossier.uitstellen.voor("toezegging" if t.van == "wij" else "toezegging_klant")
        te_laat = t.voor_datum is not None and dossier.stand(t.voor_datum, wacht) == "te_laat"
        wie = namen.iemand(dossier, t.wie) or ("van ons" if t.van == "wij" else "van de klant")
        yield t.tekst, _komma(wie, _op("voor", t.voor_datum)), labels.STAND["te_laat"] if te_laat else None


def _aannames(dossier: Dossier) -> Iterable[Item]:
    open_ = [a for a in dossier.account.aannames if a.stand == "open"]
    for a in sorted(open_, key=lambda a: a.voor_datum or date.max):
        yield a.tekst, _komma(a.toets, _op("voor", a.voor_datum)), None


def _kansen(dossier: Dossier) -> Sequence[Item]:
    op_waarde = sorted((k for k in dossier.account.kansen if k.is_open), key=lambda kans: -(kans.waarde_jaar or 0))
    return [(k.tekst, _komma(namen.bedrag(dossier, k.waarde_jaar), k.status), None) for k in op_waarde]
