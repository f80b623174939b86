"""What to read at the door: what hurts, where we are going, what to ask whom, and what changed since the last talk.

Nothing is said of what is not there: at a door only what is open counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contact.web import gaat_weg
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_toezeggingen
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.model.contact import Contactmoment
from macros.model.samenwerking import Evaluatie
from macros.portefeuille.acties import KLACHTEN, UITGESTELD, openstaand
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Link, Nadruk, Zacht, geleden, hoofdletter
from macros.views.klant.account_afspraken import toezeggingregel
from macros.views.klant.account_mensen import houding
from macros.views.klant.account_tijdlijn import Gebeurtenis, gebeurtenissen
from macros.views.klant.accountkop import Vak, jaarwaarde, oordeel, projecten
from macros.views.klant.gespreksvragen import Partner, Vraag, laag_cijfer, partners
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

VRAGENLIJST = "gesprek"
"""Id of the questions for every talk, in vragenlijsten.yml."""
BELOFTEN = 2
"""Promises of each side that fit."""
PIJN = 5
"""Troubles of the client that fit."""
DOELEN, STAPPEN = 1, 2
"""Goals, and steps of the plan, that fit."""
NIEUWS = 5
"""Facts since the last talk that fit."""
ZELF_GEZEGD = frozenset({"klacht_open", "verwachting_niet_gehaald", "garantie_geschonden", "garantie_herstel"})
"""Reasons of the klantbeeld that stand on this page in full, as the fact itself."""
PLANNEN = frozenset({"canvasactie", "herstelactie", "reviewactie", "actiestap"})
"""Open things that belong to a plan."""


@dataclass(frozen=True)
class Gesprek:
    """What `gesprek.html` may use."""

    template: ClassVar[str] = "gesprek.html"
    id: str
    naam: str
    stand: tuple[Label, ...]
    bij: tuple[Inhoud, ...]
    """What it is about: the value and the decision, and the own call, a line each."""
    delen: tuple[Vak, ...]
    """Only the parts that hold something, what hurts on top."""


@klantmacro
def gesprek(dossier: Dossier) -> Gesprek:
    """Gather what is worth knowing at the door of this client."""
    moment = laatste_gesprek(dossier)
    delen = (
        Vak("pijn", "Dit doet pijn", _pijn(dossier)),
        Vak("vragen", "Vraag dit", _vragen(dossier)),
        Vak("plan", "Waar we naartoe werken", _plan(dossier)),
        Vak("beloften", "Toezeggingen", _beloften(dossier)),
        Vak("sinds", _sinds_kop(dossier, moment), _sinds(dossier, moment)),
        Vak("altijd", "", _altijd(dossier)),
    )
    return Gesprek(
        id=dossier.id,
        naam=dossier.naam,
        stand=(*namen.fase(dossier), labels.KLANTBEELD[dossier.klantbeeld.niveau]),
        bij=tuple(_bij(dossier)),
        delen=tuple(deel for deel in delen if deel.inhoud),
    )


def _bij(dossier: Dossier) -> Iterator[Inhoud]:
    dag = dossier.beslismoment.waarde
    los = projecten(dossier)
    beslissing = f"beslismoment {taal.datum(dag)}, {geleden(dag, dossier.peildatum)}" if dag else ""
    yield taal.met_punten(jaarwaarde(dossier), los and f"daarnaast {los}", beslissing)
    for stand in dossier.contracten.values():
        if stand.inschatting:
            titel = f" ({stand.contract.titel})" if len(dossier.contracten) > 1 else ""
            yield f"Onze inschatting{titel}:", oordeel(dossier, stand.inschatting), stand.inschatting.waarom


def _lijst(dossier: Dossier, regels: Sequence[Inhoud], hoeveel: int, anker: str) -> tuple[Inhoud, ...]:
    """Show the first lines and count the rest, with the way to it; nothing when there are none."""
    if not regels:
        return ()
    meer, pagina = len(regels) - hoeveel, f"accounts/{dossier.id}/#{anker}"
    rest = Bij(Link(f"en nog {meer} bij de klant", pagina)) if meer > 0 else None
    return Opsomming(tuple(regels[:hoeveel])), rest


# --- what hurts ---


def _pijn(dossier: Dossier) -> tuple[Inhoud, ...]:
    return _lijst(dossier, tuple(pijn(dossier)), PIJN, "waarom-klantbeeld")


def pijn(dossier: Dossier) -> Iterator[Inhoud]:
    """Give everything that the client suffers from, and why we worry."""
    yield from zere_plekken(dossier)
    for reden in dossier.klantbeeld.redenen:
        if reden.soort not in ZELF_GEZEGD:
            yield reden.woorden, labels.KLANTBEELD[reden.telt], Zacht(reden.herkomst)


def zere_plekken(dossier: Dossier) -> Iterator[Inhoud]:
    """Give the complaints, the low mark, what was missed and the problems, in the client's words if we have them."""
    for punt in openstaand(dossier):
        if punt.soort in KLACHTEN:
            yield f"“{punt.titel}”", Bij(punt.waarom)
    if laag := laag_cijfer(dossier):
        yield _cijfer(dossier, laag)
    for verwachting in dossier.account.verwachtingen:
        if verwachting.stand == "niet_gehaald":
            van = namen.contact(dossier, verwachting.van)
            yield f"Niet gehaald: {verwachting.tekst}", Bij(f"verwachting van {van}" if van else None)
    for probleem in sorted(dossier.account.problemen, key=lambda een: -(een.prioriteit or 0)):
        if probleem.is_open:
            wie = namen.aan_zet_of_niemand(dossier, probleem.eigenaar)
            sinds = f"speelt sinds {taal.datum(probleem.sinds)}" if probleem.sinds else ""
            status = labels.PROBLEEM_STATUS[probleem.status]
            yield f"Probleem: {probleem.tekst}", status, Bij(taal.met_punten(wie, sinds))


def _cijfer(dossier: Dossier, laag: Evaluatie) -> Inhoud:
    """Word what of the last mark is below the norm, with what could be better and the plan made for it."""
    cijfer, plan = cijfer_van(laag, dossier.peildatum), laag.herstelplan
    norm = dossier.gedeeld.instellingen.cijfer_norm
    delen = (("het resultaat", cijfer.resultaat), ("de samenwerking", cijfer.samenwerking)) if cijfer else ()
    cijfers = [f"{taal.getal(een)} voor {waarvoor}" for waarvoor, een in delen if een is not None and een < norm]
    van = namen.contact(dossier, laag.gegeven_door)
    wat = f" bij {laag.opdracht}" if laag.opdracht else ""
    acties = f": {taal.opsomming(plan.acties)}" if plan and plan.acties else ""
    return (
        f"Cijfer {taal.opsomming(cijfers)}{wat}",
        Bij(
            taal.met_punten(
                taal.datum(laag.datum), f"van {van}" if van else "", f"beter: {laag.beter}" if laag.beter else ""
            )
        ),
        Bij(f"Ons herstelplan loopt{acties}" if plan else "Er is nog geen herstelplan"),
    )


# --- what to ask whom ---


def _vragen(dossier: Dossier) -> tuple[Inhoud, ...]:
    eerste, *anderen = partners(dossier)
    return (*_partner(dossier, eerste), *(_gevouwen(dossier, een) for een in anderen))


def _partner(dossier: Dossier, partner: Partner) -> Iterator[Inhoud]:
    """Show who it is, as a heading, what to know of this person, and the questions."""
    if partner.persoon:
        label, _ = houding(dossier, partner.persoon)
        yield Tussenkop(f"{partner.persoon.naam}, {partner.persoon.functie}", niveau=3, bij=label)
        yield Alinea(taal.met_punten(*_over(dossier, partner)), zacht=True)
    yield _gesteld(partner.vragen)


def _gevouwen(dossier: Dossier, partner: Partner) -> Inhoud:
    persoon = partner.persoon
    if persoon is None:
        return None
    over = Alinea(taal.met_punten(*_over(dossier, partner)), zacht=True)
    return Vouw(f"{persoon.naam}, {persoon.functie}", (over, _gesteld(partner.vragen)))


def _gesteld(vragen: Sequence[Vraag]) -> Inhoud:
    return Opsomming(tuple((vraag.tekst, Bij(vraag.waarom)) for vraag in vragen), genummerd=True)


def _over(dossier: Dossier, partner: Partner) -> Iterator[str]:
    """Say in a line how new somebody is here, whether we met, what matters to them and whether they leave."""
    persoon = partner.persoon
    if persoon is None:
        return
    op = dossier.gesproken.get(persoon.id)
    yield labels.ROL_BVT[persoon.rol_bvt].tekst if persoon.rol_bvt else "Rol bij het besluit onbekend"
    yield f"gesproken op {taal.datum_compact(op)}" if op else "nog niet gesproken"
    if persoon.id in dossier.kennismaking and persoon.sinds:
        al = ", toen in een andere functie" if op and op < persoon.sinds else ""
        yield f"in deze functie sinds {taal.datum(persoon.sinds)}{al}"
    yield persoon.belang or ""
    if persoon.vertrokken_op and gaat_weg(persoon, dossier.peildatum):
        yield f"vertrekt op {taal.datum(persoon.vertrokken_op)}"


def _altijd(dossier: Dossier) -> tuple[Inhoud, ...]:
    """Fold the questions that the team keeps for every talk."""
    lijsten = dossier.gedeeld.vragenlijsten.vragenlijsten
    vragen = next((lijst.vragen for lijst in lijsten if lijst.id == VRAGENLIJST), ())
    regels = Opsomming(tuple(vraag.tekst for vraag in vragen))
    return (Vouw("Wat je altijd kunt vragen", regels, len(vragen)),) if vragen else ()


# --- the plan, the promises, and what changed ---


def _plan(dossier: Dossier) -> tuple[Inhoud, ...]:
    """Name the goals of the current canvas, or else those of the client, and the next steps of what runs."""
    nu = [stand.canvas for stand in dossier.canvassen.values() if stand.huidig and not stand.afgerond]
    doelen = [doel for canvas in nu for doel in canvas.doelen if doel.status == "open"]
    regels: list[Inhoud] = [
        (Nadruk(doel.tekst), Bij(f"voor {taal.datum(doel.datum)}" if doel.datum else None)) for doel in doelen[:DOELEN]
    ] or [(Nadruk(doel), Bij("doel van de klant")) for doel in dossier.account.doelen_klant[:DOELEN]]
    stappen = sorted(
        (een for een in openstaand(dossier) if een.soort in PLANNEN and een.stand != UITGESTELD),
        key=lambda een: een.datum or date.max,
    )
    stap = [
        (
            een.titel,
            labels.STAND["te_laat"] if een.stand == "te_laat" else None,
            Bij(taal.met_punten(namen.collega(dossier, een.wie), f"voor {taal.datum(een.datum)}" if een.datum else "")),
        )
        for een in stappen
    ]
    rest = len(stap) - STAPPEN
    meer = (
        [Bij(Link(f"en nog {taal.aantal(rest, 'stap', 'stappen')}", f"accounts/{dossier.id}/#canvas"))]
        if rest > 0
        else []
    )
    return (Opsomming((*regels, *stap[:STAPPEN])), *meer) if regels or stap else ()


def _beloften(dossier: Dossier) -> tuple[Inhoud, ...]:
    """List the open promises of each side that has any."""
    return tuple(
        deel
        for kop, van in (("Wij beloofden", "wij"), ("De klant beloofde", "klant"))
        if (eigen := open_toezeggingen(dossier.account, van))
        for deel in (
            Tussenkop(kop, niveau=3),
            *_lijst(dossier, [toezeggingregel(dossier, een).wat for een in eigen], BELOFTEN, "beloften"),
        )
    )


def laatste_gesprek(dossier: Dossier) -> Contactmoment | None:
    """Find the last talk; a message is no talk."""
    gesproken = [m for m in gehouden_momenten(dossier.account, dossier.peildatum) if m.vorm != "bericht"]
    return max(gesproken, key=lambda moment: moment.datum, default=None)


def _sinds_kop(dossier: Dossier, moment: Contactmoment | None) -> str:
    if moment is None:
        return "Wat er gebeurde"
    return f"Sinds het gesprek van {taal.datum(moment.datum)}, {geleden(moment.datum, dossier.peildatum)}"


def _sinds(dossier: Dossier, moment: Contactmoment | None) -> tuple[Inhoud, ...]:
    """Tell the last talk, and every fact with a later day."""
    nieuw = sinds(dossier, moment)
    regels = [(Nadruk(taal.datum_compact(een.datum)), f"{een.soort}: {een.tekst}") for een in nieuw]
    lijst = _lijst(dossier, regels, NIEUWS, "tijdlijn")
    if moment is None:
        return lijst
    wie = " met ".join(filter(None, (namen.collega(dossier, moment.wie), namen.contacten(dossier, moment.met))))
    hoe = ", ".join(filter(None, (hoofdletter(labels.VORM[moment.vorm].tekst), wie)))
    return (Alinea((Nadruk(moment.kern), Bij(hoe))), *lijst)


def sinds(dossier: Dossier, moment: Contactmoment | None) -> list[Gebeurtenis]:
    """Give what happened after a talk, the latest first; everything where there never was one."""
    alles = gebeurtenissen(dossier)
    return [een for een in alles if een.datum > moment.datum] if moment else alles
