"""What to ask whom at a client, and why: three questions for each person, made of what we do and do not know.

First what this person said, promised or waits for; then what the client as a whole still owes us an answer to, each
question for one person only. A question follows its fact: when the answer is written down, another takes its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contact.web import aanwezig, aanwezigen, gaat_weg
from macros.afleidingen.contract.datums import binnen, gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import nagevraagd_op, open_aannames, open_toezeggingen
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.model.samenwerking import Evaluatie, Verwachting, Wijziging
from macros.model.team import Contactpersoon
from macros.portefeuille.acties import KLACHTEN
from macros.portefeuille.klantfeiten import loopt
from macros.views.delen import namen
from macros.views.delen.stukken import geleden
from macros.views.klant.account_afspraken import afspraakstand, voor
from macros.views.lessen.lessen import lijkt_op
from macros.woorden import labels, taal

VRAGEN = 3
"""Questions for one person."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question for a talk."""

    tekst: str
    waarom: str
    """Which fact asks it, in a few words."""
    van: str = ""
    """The person it is for; empty for anybody."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody to talk to, with what to ask."""

    persoon: Contactpersoon | None
    """None where nobody at the client is known."""
    vragen: tuple[Vraag, ...]


def partners(dossier: Dossier) -> tuple[Partner, ...]:
    """Give everyone there with three questions, whom the next talk is planned with first, then who decides."""
    gepland = [wie for m in dossier.account.contactmomenten if m.datum > dossier.peildatum for wie in m.met]
    hier = aanwezigen(dossier.account.contactpersonen, dossier.peildatum)
    mensen = sorted(hier, key=lambda een: een.id not in gepland)
    alle, gesteld = list(_uit_feiten(dossier, {een.id for een in mensen})), set[str]()
    uit = []
    iedereen: list[Contactpersoon | None] = [*mensen] or [None]
    for persoon in iedereen:
        wie = persoon.id if persoon else ""
        eigen = (vraag for vraag in alle if vraag.van == wie and wie)
        rest = (vraag for vraag in alle if not vraag.van)
        nieuw = (vraag for vraag in chain(eigen, rest, _altijd(dossier, persoon)) if vraag.tekst not in gesteld)
        gekozen = tuple(islice(nieuw, VRAGEN))
        gesteld |= {vraag.tekst for vraag in gekozen}
        uit.append(Partner(persoon, gekozen))
    return tuple(uit)


def _uit_feiten(dossier: Dossier, hier: set[str]) -> Iterator[Vraag]:
    """Give every question that a fact asks, the most painful first; `hier` are the people who are there."""
    for bron in (_klachten, _beloofd, _cijfers, _gemist, _mensen, _besluit, _aannames, _signalen):
        yield from (_aan_wie_er_is(vraag, hier) for vraag in bron(dossier))
    for bron in (_verouderd, _veranderd, _doelen, _kansen, _lessen, _trainingen, _plannen):
        yield from (_aan_wie_er_is(vraag, hier) for vraag in bron(dossier))


def _aan_wie_er_is(vraag: Vraag, hier: set[str]) -> Vraag:
    return vraag if vraag.van in hier else Vraag(vraag.tekst, vraag.waarom)


def _klachten(dossier: Dossier) -> Iterator[Vraag]:
    for moment in gehouden_momenten(dossier.account, dossier.peildatum):
        for signaal in moment.signalen:
            if signaal.soort in KLACHTEN and not gehouden(signaal.opgevolgd_op, dossier.peildatum):
                wat = signaal.tekst or moment.kern or "je klacht"
                waarom = f"{labels.SIGNAAL[signaal.soort].tekst.lower()} van {taal.datum(moment.datum)}, nog open"
                yield Vraag(f"Hoe is het nu met “{wat}”?", waarom, next(iter(moment.met), ""))


def _beloofd(dossier: Dossier) -> Iterator[Vraag]:
    for een in open_toezeggingen(dossier.account, "klant"):
        if afspraakstand(dossier, een) == "te_laat":
            yield Vraag(f"Hoe staat het met “{een.tekst}”?", f"toegezegd {voor(dossier, een)}", een.wie or "")


def laag_cijfer(dossier: Dossier) -> Evaluatie | None:
    """Find the last mark, if it is below the norm and no better one came after it."""
    gegeven = [een for een in dossier.account.evaluaties if cijfer_van(een, dossier.peildatum)]
    laatste = max(gegeven, key=lambda een: een.datum, default=None)
    cijfer = cijfer_van(laatste, dossier.peildatum) if laatste else None
    norm = dossier.gedeeld.instellingen.cijfer_norm
    return laatste if cijfer and cijfer.laagste is not None and cijfer.laagste < norm else None


def _cijfers(dossier: Dossier) -> Iterator[Vraag]:
    if (
        (laag := laag_cijfer(dossier))
        and (cijfer := cijfer_van(laag, dossier.peildatum))
        and cijfer.laagste is not None
    ):
        norm = taal.getal(dossier.gedeeld.instellingen.cijfer_norm)
        wat = f" voor {laag.opdracht}" if laag.opdracht else ""
        beter = f"; kon beter: “{laag.beter}”" if laag.beter else ""
        yield Vraag(
            f"Wat maakt van de {taal.getal(cijfer.laagste)}{wat} een {norm}?",
            f"cijfer van {taal.datum(laag.datum)}{beter}",
            laag.gegeven_door or "",
        )


def _gemist(dossier: Dossier) -> Iterator[Vraag]:
    for een in _op_gewicht(dossier):
        if een.stand == "niet_gehaald":
            yield Vraag(f"Wat mist er nog aan “{een.tekst}”?", "verwachting niet gehaald", een.van or "")


def _op_gewicht(dossier: Dossier) -> list[Verwachting]:
    return sorted(dossier.account.verwachtingen, key=lambda een: -(een.prioriteit or 0))


def _mensen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask each person what only that person can tell: the new post, the doubt, who comes after, the role."""
    for een in dossier.account.contactpersonen:
        if not aanwezig(een, dossier.peildatum):
            continue
        if een.id in dossier.kennismaking and een.sinds:
            waarom = f"in deze functie sinds {taal.datum(een.sinds)}, nog geen kennis gemaakt"
            yield Vraag(f"Wat wil je als {een.functie} als eerste voor elkaar krijgen?", waarom, een.id)
        if een.houding == "kritisch":
            bron = labels.OORDEEL_BRON[een.houding_bron].tekst if een.houding_bron else ""
            op = taal.datum(een.houding_op) if een.houding_op else ""
            uit = ", ".join(filter(None, (bron, op)))
            waarom = f"nog niet overtuigd{f' ({uit})' if uit else ''}"
            yield Vraag(f"Wat moet je als {een.functie} van ons zien om overtuigd te zijn?", waarom, een.id)
        if een.vertrokken_op and gaat_weg(een, dossier.peildatum):
            waarom = f"vertrekt op {taal.datum(een.vertrokken_op)}"
            yield Vraag(f"Wie doet straks jouw werk als {een.functie}?", waarom, een.id)
        if een.rol_bvt is None:
            yield Vraag(f"Beslis je als {een.functie} mee over ons werk?", "rol bij het besluit niet bekend", een.id)


def _besluit(dossier: Dossier) -> Iterator[Vraag]:
    if any(gat.soort == "geen_beslisser" for gat in dossier.web_gaten):
        waarover = _eerste_contract(dossier) or f"ons werk bij {dossier.naam}"
        yield Vraag(f"Wie beslist er bij jullie over {waarover}?", "we kennen nog geen beslisser")


def _aannames(dossier: Dossier) -> Iterator[Vraag]:
    for een in open_aannames(dossier.account):
        hoe = f"; zo zoeken we het uit: {een.toets}" if een.toets else ""
        yield Vraag(f"Klopt dit: “{een.tekst}”?", f"aanname{hoe}")


def _signalen(dossier: Dossier) -> Iterator[Vraag]:
    vragen = {
        "concurrent": "Met wie vergelijken jullie ons, en waarop?",
        "prijs": "Waarvoor betaal je ons nu te veel?",
        "onderdruk": "Wat vinden je mensen op de werkvloer van ons werk?",
        "bovendruk": "Wat vraagt je directie nu van jou, en van ons?",
    }
    for moment in sorted(gehouden_momenten(dossier.account, dossier.peildatum), key=lambda m: m.datum, reverse=True):
        for signaal in moment.signalen:
            if signaal.soort in vragen and not gehouden(signaal.opgevolgd_op, dossier.peildatum):
                wat = f": “{signaal.tekst}”" if signaal.tekst else ""
                waarom = f"signaal {signaal.soort} op {taal.datum(moment.datum)}{wat}"
                yield Vraag(vragen[signaal.soort], waarom, next(iter(moment.met), ""))


def _verouderd(dossier: Dossier) -> Iterator[Vraag]:
    houdbaar = dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    for een in _op_gewicht(dossier):
        gevraagd = nagevraagd_op(een, dossier.account, dossier.peildatum).waarde
        oud = een.soort == "vermoed" or not binnen(gevraagd, houdbaar, dossier.peildatum)
        if oud and een.stand not in {"vervallen", "niet_gehaald"}:
            op = f"laatst nagevraagd op {taal.datum(gevraagd)}" if gevraagd else "nog niet nagevraagd"
            yield Vraag(f"Verwacht je nog steeds “{een.tekst}”?", op, een.van or "")


def _veranderd(dossier: Dossier) -> Iterator[Vraag]:
    for een in dossier.account.wijzigingen:
        if gehouden(een.datum, dossier.peildatum) and not gehouden(een.opgevolgd_op, dossier.peildatum):
            waarom = f"verandering van {taal.datum(een.datum)}"
            if zelf := _nieuw_in_functie(dossier, een):
                yield Vraag(f"Wat wordt er voor ons werk anders nu je {zelf.functie} bent?", waarom, zelf.id)
            else:
                yield Vraag(f"Wat betekent dit voor ons werk: “{een.tekst}”?", waarom)


def _nieuw_in_functie(dossier: Dossier, wijziging: Wijziging) -> Contactpersoon | None:
    """Find who a change of persons names: nobody is asked about themselves in the third person."""
    if wijziging.soort != "contactpersoon":
        return None
    hier = (een for een in dossier.account.contactpersonen if aanwezig(een, dossier.peildatum))
    return next((een for een in hier if re.search(rf"\b{re.escape(een.naam)}\b", wijziging.tekst or "")), None)


def _doelen(dossier: Dossier) -> Iterator[Vraag]:
    for stand in dossier.canvassen.values():
        for doel in stand.canvas.doelen if stand.huidig and not stand.afgerond else ():
            if doel.status == "open" and not doel.maat:
                yield Vraag(f"Waaraan merk je dat dit is gelukt: “{doel.tekst}”?", "doel zonder maat op het canvas")


def _kansen(dossier: Dossier) -> Iterator[Vraag]:
    for kans in sorted((een for een in dossier.account.kansen if een.is_open), key=lambda een: -(een.waarde_jaar or 0)):
        waarde = f", {namen.bedrag(dossier, kans.waarde_jaar)} per jaar" if kans.waarde_jaar else ""
        yield Vraag(f"Wat zou dit jullie brengen: “{kans.tekst}”?", f"kans{waarde}")


def _lessen(dossier: Dossier) -> Iterator[Vraag]:
    for gelijk in lijkt_op(dossier):
        yield Vraag(f"Hoe gaat het nu hiermee: “{gelijk.tekst}”?", f"lijkt op de les “{gelijk.les.titel}”")


def _trainingen(dossier: Dossier) -> Iterator[Vraag]:
    for een in dossier.account.trainingen:
        if gehouden(een.datum, dossier.peildatum) and not gehouden(een.nagevraagd_op, dossier.peildatum):
            wie = een.doelgroep or "de gebruikers"
            yield Vraag(f"Wat doen {wie} sinds de training anders?", f"training van {taal.datum(een.datum)}")


def _plannen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about what lies ahead: the decision, the client's own goals, ideas, the wish that nobody named."""
    dag, titel = dossier.beslismoment.waarde, _eerste_contract(dossier)
    if dag and titel and dag >= dossier.peildatum:
        waarom = f"beslismoment {geleden(dag, dossier.peildatum)}"
        yield Vraag(f"Wat heb je voor {taal.datum(dag)} nodig om te beslissen over {titel}?", waarom)
    for doel in dossier.account.doelen_klant:
        yield Vraag(f"Hoe ver zijn jullie met “{doel}”?", "doel van de klant zelf")
    for idee in (een for een in dossier.account.innovaties if een.is_open):
        yield Vraag(f"Zouden jullie dit willen proberen: “{idee.tekst}”?", "idee, nog niet gedaan")
    yield from _nooit_gehoord(dossier)


def _nooit_gehoord(dossier: Dossier) -> Iterator[Vraag]:
    """Ask for the wish nobody named and for a new idea; not of who has other things on the mind."""
    verwacht, ideeen = dossier.account.verwachtingen, dossier.account.innovaties
    if dossier.klantbeeld.niveau == "zorg" or not loopt(dossier) or not verwacht:
        return
    if all(een.soort != "onverwacht" for een in verwacht):
        yield Vraag("Welke wens heeft nog niemand genoemd?", "nog geen enkele verwachting verraste ons")
    if not ideeen:
        yield Vraag("Wat zouden jullie graag doen, en kan nu niet?", "er staat nog geen vernieuwing")


def _eerste_contract(dossier: Dossier) -> str:
    """Title of the contract that is decided first; else of the last that ran."""
    dag, standen = dossier.beslismoment.waarde, list(dossier.contracten.values())
    eerst = [stand for stand in standen if stand.beslismoment.waarde == dag and dag] or standen[-1:]
    return eerst[0].contract.titel if eerst else ""


def _altijd(dossier: Dossier, persoon: Contactpersoon | None) -> Iterator[Vraag]:
    """Give what can always be asked of somebody, in words of this client; enough to make three."""
    wie, titel = persoon.functie if persoon else "", _eerste_contract(dossier) or "ons werk"
    op = dossier.gesproken.get(persoon.id) if persoon else None
    gesproken = f"laatst gesproken {geleden(op, dossier.peildatum)}" if op else "nog niet gesproken"
    if persoon and persoon.belang:
        yield Vraag(f"Wat merk je van ons bij “{persoon.belang}”?", f"daar gaat het deze {wie} om")
    als = f" als {wie}" if wie else ""
    yield Vraag(f"Wat merk je{als} van {titel}?", gesproken)
    yield Vraag(f"Wat is voor jou{als} nog jammer aan {titel}?", "de kleine ergernis die niemand meldt")
    yield Vraag(f"Wie bij {dossier.naam} moeten we{f' volgens jou{als}' if als else ''} ook kennen?", _bekend(dossier))


def _bekend(dossier: Dossier) -> str:
    mensen = sum(aanwezig(een, dossier.peildatum) for een in dossier.account.contactpersonen)
    return f"we kennen nu {taal.aantal(mensen, 'contactpersoon', 'contactpersonen')}"
