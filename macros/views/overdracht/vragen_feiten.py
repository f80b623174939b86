"""What to ask a predecessor about contracts and plans: what does not fit, was not explained or lies still."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contract.datums import binnen, gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_aannames
from macros.afleidingen.klant.terugblikken import verloren_op
from macros.model.contract import Contract
from macros.model.geschiedenis import Verteld, Wijziging
from macros.portefeuille.acties import openstaand
from macros.views.delen import namen
from macros.views.overdracht.woorden import kort as citaat
from macros.woorden import labels, taal

STILTE = timedelta(days=180)
"""So long without a talk is odd."""
WEG = frozenset({"verwachtingen", "contactpersonen", "toezeggingen"})
"""Lists from which nothing goes without a reason."""
DALING = 0.9


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question for the predecessor."""

    tekst: str
    waarom: str
    """Which gap or oddity asks it, in a few words."""
    over: str = ""
    """Id of the person at the client whom it is about; empty for anything else."""


"""A turnover below this part of the year before is a drop."""


# --- what does not fit together ---


def verschillen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about a call that says something else than the client shows, and one without a reason."""
    beeld = labels.KLANTBEELD[dossier.klantbeeld.niveau].tekst.lower()
    for stand in dossier.contracten.values():
        eigen = stand.inschatting
        if eigen is None:
            continue
        woord = labels.INSCHATTING[eigen.verwachting].tekst.lower()
        if dossier.klantbeeld.niveau in (("zorg",) if eigen.verwachting == "verlengt" else ("rustig", "onbekend")):
            waarom = f"inschatting van {stand.contract.titel} naast het klantbeeld"
            yield Vraag(f"Wat weet jij waardoor je {citaat(woord)} zegt, en het klantbeeld {citaat(beeld)} is?", waarom)
        elif not eigen.waarom:
            yield Vraag(f"Waarom denk je: {woord}, bij {stand.contract.titel}?", "inschatting zonder reden")
    omzet = dict(sorted(dossier.account.omzet.items()))
    for (vorig, was), (jaar, werd) in pairwise(omzet.items()):
        if was and werd < was * DALING:
            bedragen = f"van {namen.bedrag(dossier, was)} naar {namen.bedrag(dossier, werd)}"
            yield Vraag(f"Waardoor daalde de omzet tussen {vorig} en {jaar}?", bedragen)


def contracten(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about a contract whose end nobody explained, or whose days are not sure."""
    for contract in dossier.account.contracten:
        yield from _einde(dossier, contract)
        if contract.startdatum_geschat:
            yield Vraag(f"Sinds wanneer loopt {contract.titel} echt?", "startdatum is geschat")
        if contract.einddatum is None and contract.soort == "bepaalde_tijd":
            yield Vraag(f"Tot wanneer loopt {contract.titel}?", "zonder einddatum")
        if contract.voortgezet_zonder_afspraak:
            yield Vraag(f"Wat is er mondeling afgesproken over {contract.titel}?", "loopt door zonder afspraak")


def _einde(dossier: Dossier, contract: Contract) -> Iterator[Vraag]:
    for een in contract.uitkomsten:
        if een.datum <= dossier.peildatum and not een.toelichting and een.resultaat != "verlengd":
            woord = labels.RESULTAAT[een.resultaat].tekst.lower()
            yield Vraag(
                f"Wat gaf de doorslag bij {contract.titel}?", f"{woord}, {taal.datum(een.datum)}, zonder uitleg"
            )
    if contract.opzegging and not contract.opzegging.reden:
        op = taal.datum(contract.opzegging.ontvangen_op)
        yield Vraag(f"Waarom is {contract.titel} opgezegd?", f"opgezegd op {op}, zonder reden")
    geleerd = {blik.contract for blik in dossier.account.postmortems if gehouden(blik.uitgevoerd_op, dossier.peildatum)}
    if (op_ := verloren_op(contract)) and op_ <= dossier.peildatum and contract.id not in geleerd:
        yield Vraag(f"Wat hadden we bij {contract.titel} anders moeten doen?", "verloren, en geen terugblik gehouden")


def geschiedenis(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about what the history shows and nobody explained: a fact that went away, a judgement that turned round."""
    alle = dossier.gedeeld.geschiedenis.van(dossier.id, dossier.peildatum)
    gevonden = [(een, zin) for een in reversed(alle) for zin in een.zinnen]
    for soort in (_omgeslagen, _weggehaald):
        yield from (vraag for een, zin in gevonden if (vraag := soort(een, zin)))


def _omgeslagen(een: Wijziging, zin: Verteld) -> Vraag | None:
    if zin.soort != "anders" or not zin.waar or zin.waar[-1] not in {"houding", "verwachting", "voor_datum"}:
        return None
    return Vraag(f"Wat gebeurde er rond {taal.datum(een.dag)}?", f"in het bestand: {zin.tekst}")


def _weggehaald(een: Wijziging, zin: Verteld) -> Vraag | None:
    # A whole item: list and id. A field that was emptied is no loss to explain.
    if zin.soort != "weg" or len(zin.waar) != 2 or zin.waar[0] not in WEG:
        return None
    return Vraag(f"Waarom is dit weggehaald: {citaat(zin.tekst)}?", f"uit het bestand op {taal.datum(een.dag)}")


def wijzigingen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what we did after a change at the client; that of our own team is this handover."""
    for een in sorted(dossier.account.wijzigingen, key=lambda een: een.datum, reverse=True):
        open_ = gehouden(een.datum, dossier.peildatum) and not gehouden(een.opgevolgd_op, dossier.peildatum)
        if open_ and een.soort != "eigen_team":
            yield Vraag(
                f"Wat deden we na {citaat(een.tekst)}?", f"wijziging van {taal.datum(een.datum)}, niet opgevolgd"
            )


# --- plans, judgements and silence ---


def voorstellen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what the client said of a proposal."""
    for stand in dossier.contracten.values():
        voorstel = stand.contract.voorstel
        if voorstel and gehouden(voorstel.verstuurd_op, dossier.peildatum) and not voorstel.reactie:
            op = taal.datum(voorstel.verstuurd_op)
            yield Vraag(f"Wat zei de klant op het voorstel voor {stand.contract.titel}?", f"verstuurd op {op}")


def achterstand(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about a day of a contract that passed with the work undone, and about a role that long spoke nobody."""
    for punt in dossier.agenda:
        if punt.stand == "te_laat":
            titel = dossier.contracten[punt.contract].contract.titel
            wat = citaat(f"{punt.naam}, {titel}")
            yield Vraag(f"Waarom bleef {wat} liggen?", f"had gemoeten op {taal.datum(punt.datum)}")
    for regel in dossier.contact:
        if regel.stand == "te_laat" and regel.dagen_te_laat > STILTE.days:
            wie = namen.collegas(dossier, regel.personen) or regel.naam
            stil = f"{regel.naam}: {taal.aantal(regel.dagen_te_laat, 'dag', 'dagen')} te laat"
            yield Vraag(f"Waarom ging {wie} hier zo lang niet langs?", stil)


def signalen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what came of a signal that somebody acted on without writing down what it brought."""
    for moment in gehouden_momenten(dossier.account, dossier.peildatum):
        for een in moment.signalen:
            if een.soort in {"prijs", "concurrent", "onderdruk", "bovendruk"} and een.tekst:
                soort = labels.SIGNAAL[een.soort].tekst.lower()
                yield Vraag(f"Wat kwam er van {citaat(een.tekst)}?", f"signaal {soort} van {taal.datum(moment.datum)}")


def anderen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about who could replace us, and about a chance without a next step."""
    for een in sorted(dossier.account.concurrenten, key=lambda een: -(een.sterkte or 0)):
        sterk = f"sterkte {een.sterkte} van 5" if een.sterkte else "sterkte onbekend"
        yield Vraag(f"Hoe dichtbij is {een.naam}, en wie wil daarheen?", f"kan ons vervangen, {sterk}")
    for kans in dossier.account.kansen:
        if kans.is_open and not kans.volgende_stap:
            yield Vraag(f"Wat weerhield je van {citaat(kans.tekst)}?", "kans zonder volgende stap")


def plannen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about an action of a plan that lies still, and a plan that does not work."""
    for een in openstaand(dossier):
        if een.soort in {"canvasactie", "reviewactie", "herstelactie"} and een.stand in {"te_laat", "zonder_datum"}:
            if een.datum:
                klaar = f"moest klaar zijn op {taal.datum(een.datum)}"
                yield Vraag(f"Waar bleef {citaat(een.titel)} op hangen?", f"actie uit een plan, {klaar}")
            else:
                yield Vraag(f"Hoe ver is {citaat(een.titel)}?", "actie uit een plan, zonder dag")
    for stand in dossier.canvassen.values():
        tussen = stand.canvas.tussenevaluatie
        if stand.huidig and tussen and tussen.werkt_het in {"nee", "deels"} and not tussen.bijstelling:
            woord = labels.WERKT_HET[tussen.werkt_het].tekst.lower()
            yield Vraag(
                f"Wat werkt er niet aan het plan {stand.canvas.id}?", f"halverwege: {woord}, zonder bijstelling"
            )


def stiltes(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about a long time without a talk, the last one first; what was before we kept this client is no silence."""
    dagen = [m.datum for m in gehouden_momenten(dossier.account, dossier.peildatum) if m.vorm != "bericht"]
    for na, voor_ in pairwise([dossier.peildatum, *dagen]):
        if na - voor_ > STILTE:
            tot = "nu" if na == dossier.peildatum else taal.datum(na)
            stil = f"{(na - voor_).days} dagen geen gesprek"
            yield Vraag(f"Wat gebeurde er tussen {taal.datum(voor_)} en {tot}?", stil)


def aannames(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what an assumption rests on."""
    for een in open_aannames(dossier.account):
        yield Vraag(f"Waarop baseer je {citaat(een.tekst)}?", "een aanname, niet getoetst")


def gaten(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what every file should say and this one does not."""
    account = dossier.account
    if not account.waarom_klant_blijft and dossier.fase.waarde != "beeindigd" and not account.kweekvijver:
        yield Vraag(f"Waarom blijft {dossier.naam} bij ons?", "nergens opgeschreven")
    if not account.doelen_klant and dossier.fase.waarde != "beeindigd":
        yield Vraag(f"Wat wil {dossier.naam} zelf bereiken?", "nergens opgeschreven")
    if not account.verwachtingen:
        yield Vraag(f"Waarop rekent {dossier.naam} ons af?", "geen verwachting opgeschreven")
    houdbaar = dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    for een in account.verwachtingen:
        if (
            een.soort == "vermoed"
            and een.stand != "vervallen"
            and not binnen(een.gecheckt_op, houdbaar, dossier.peildatum)
        ):
            yield Vraag(f"Van wie hoorde je {citaat(een.tekst)}?", "een vermoeden, niet nagevraagd")
