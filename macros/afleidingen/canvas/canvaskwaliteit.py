"""What can be sharper on a canvas that is in use: rules about quality, each with the words that trigger it.

The rules are agreements of the team [V], after the method: conclusions and choices instead of good intentions. They
look only at what is written and still open, so a canvas that was just begun gives no remarks at all: an empty box is
no remark (the canvas counts those itself).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.canvas.holle_woorden import holle_woorden
from macros.afleidingen.canvas.zinnen import heeft_werkwoord, is_meetbaar, zinnen
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.web import PERSOONLIJK, aanwezig
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.klant.segment import Kern
from macros.load.problem import Loc
from macros.model.account import Account
from macros.model.canvas import Actie, Canvas, Doel, Vak
from macros.model.team import Contactpersoon
from macros.woorden import taal

PAGINA = "retentiecanvas"


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of remark."""

    titel: str
    """In a few words, for a reader of the site."""
    anker: str
    """Id of the paragraph about it on the handbook page of the canvas."""


SOORTEN = {
    "alles-groen": Soort("Alles staat op groen", "alles-groen"),
    "geen-beslisser-in-contactplan": Soort("Niemand spreekt de beslisser", "beslisser-bereiken"),
    "strategie-te-lang": Soort("Strategie van meer dan drie zinnen", "drie-zinnen"),
    "doel-zonder-maat": Soort("Doel zonder maat", "doel-met-maat"),
    "doel-zonder-datum": Soort("Doel zonder datum", "doel-met-maat"),
    "geen-doel-voorwaarden-groei": Soort("Alleen doelen over behouden", "voorwaarden-of-groei"),
    "actie-zonder-werkwoord": Soort("Actie zonder werkwoord", "actie-met-werkwoord"),
    "actie-zonder-naam": Soort("Actie zonder naam", "actie-met-werkwoord"),
    "actie-zonder-datum": Soort("Actie zonder datum", "actie-met-werkwoord"),
    "holle-woorden": Soort("Holle woorden", "holle-woorden"),
}
"""Every kind by the code of its warning."""


@dataclass(frozen=True, slots=True)
class Verscherping:
    """One remark about one place of a canvas."""

    code: str
    """Key of `SOORTEN`."""
    canvas: str
    vak: str
    """Id of the box; empty for what stands below the sheet."""
    citaat: str
    """The sentence or the item that triggers it, as written; empty when it is about something that is not there."""
    tekst: str
    """What is wrong and what to write instead: a Dutch sentence that goes on from the quote, without a full stop."""
    loc: Loc
    """Where it stands in the file of the account."""

    @property
    def titel(self) -> str:
        """Name of its kind."""
        return SOORTEN[self.code].titel

    @property
    def handboek(self) -> str:
        """Paragraph that explains it, below `/handboek/`."""
        return f"{PAGINA}/#{SOORTEN[self.code].anker}"


# --- the rules ---

STRATEGIE_ZINNEN = 3
"""Sentences of a strategy, at most (domain 4.2)."""
GROEN_VANAF = 3
"""Judged boxes from which "all green" says something."""
LOPEND = frozenset({"open", "loopt"})
"""States of an action that is still to be done."""
AFGEDAAN = frozenset({"geregeld", "opgezegd", "beeindigd"})
"""Phases of a contract for which a sharper canvas comes too late."""


@dataclass(frozen=True, slots=True)
class Blad:
    """One canvas with what its rules look at."""

    canvas: Canvas
    plek: Loc
    """Where the canvas stands in the file."""
    situatie: frozenset[str]
    """Ids of the boxes about the situation."""
    titels: Mapping[str, str]
    """Titles of the boxes by id, in reading order."""
    vak: Mapping[str, str]
    """Id of the box by kind: the first one that holds goals, actions, or is the strategy."""
    account: Account
    contact: Sequence[Contactstand] | None
    """The contact rules; None while they rest."""
    peildatum: date

    def vondst(self, code: str, vak: str, citaat: str, tekst: str, *plek: str | int) -> Verscherping:
        """Make a remark about a place of this canvas."""
        return Verscherping(code, self.canvas.id, vak, citaat, tekst, (*self.plek, *plek))


def kan_scherper(
    kern: Kern, canvassen: Mapping[str, Canvasstand], contact: Sequence[Contactstand]
) -> tuple[Verscherping, ...]:
    """Every remark about the canvases in use, per canvas in reading order of the boxes."""
    gevonden: list[Verscherping] = []
    for nummer, canvas in enumerate(kern.account.canvassen):
        if _in_gebruik(canvassen[canvas.id], kern.contracten):
            blad = _blad(kern, nummer, canvas, contact if kern.ingangsdatum else None)
            volgorde = list(blad.titels)
            # What belongs in no box stands below the sheet, so it comes last.
            gevonden += sorted(_verscherpingen(blad), key=lambda v: volgorde.index(v.vak) if v.vak else len(volgorde))
    return tuple(gevonden)


def _in_gebruik(stand: Canvasstand, contracten: Mapping[str, Contractstand]) -> bool:
    """Whether a canvas is current, somebody wrote on it, and some contract of it is still to be decided."""
    fasen = [contracten[naam].fase.waarde for naam in stand.canvas.contracten if naam in contracten]
    beschreven = any((stand.canvas.vakken, stand.canvas.doelen, stand.canvas.acties))
    return stand.huidig and beschreven and not (fasen and AFGEDAAN.issuperset(fasen))


def _blad(kern: Kern, nummer: int, canvas: Canvas, contact: Sequence[Contactstand] | None) -> Blad:
    indeling = sorted(kern.gedeeld.canvas.vakken, key=lambda vak: vak.volgorde)
    return Blad(
        canvas=canvas,
        plek=("canvassen", nummer),
        situatie=frozenset(vak.id for vak in indeling if vak.blok == "situatie"),
        titels={vak.id: vak.titel for vak in indeling},
        # Reversed, so that the first box of a kind is written last and stays.
        vak={sleutel: vak.id for vak in reversed(indeling) for sleutel in (vak.soort, vak.blok, vak.id)},
        account=kern.account,
        contact=contact,
        peildatum=kern.peildatum,
    )


def _verscherpingen(blad: Blad) -> Iterator[Verscherping]:
    yield from _alles_groen(blad)
    yield from _beslisser(blad)
    yield from _strategie(blad)
    yield from _doelen(blad)
    yield from _acties(blad)
    yield from _holle_woorden(blad)


def _alles_groen(blad: Blad) -> Iterator[Verscherping]:
    """Where every judged box is green, somebody should ask what we do not know."""
    oordelen = {naam: vak.oordeel for naam, vak in blad.canvas.vakken.items() if vak.oordeel}
    if len(oordelen) >= GROEN_VANAF and set(oordelen.values()) == {"groen"}:
        namen = taal.opsomming([titel for naam, titel in blad.titels.items() if naam in oordelen])
        tekst = "staan allemaal op groen; zoek wat je nog niet weet, en laat iemand van buiten het team meekijken"
        yield blad.vondst("alles-groen", next(iter(oordelen)), namen, tekst, "vakken")


def _beslisser(blad: Blad) -> Iterator[Verscherping]:
    """Somebody of ours speaks a decider: a contact rule or a planned moment reaches at least one."""
    code, vak = "geen-beslisser-in-contactplan", blad.vak.get("relaties", "")
    beslissers = {
        nummer: persoon
        for nummer, persoon in enumerate(blad.account.contactpersonen)
        if persoon.rol_bvt == "beslisser" and aanwezig(persoon, blad.peildatum)
    }
    if not beslissers:
        tekst = "bij deze klant staat geen beslisser; zoek uit wie tekent en zet die persoon bij contactpersonen"
        yield blad.vondst(code, vak, "", tekst)
    elif blad.contact is not None and not any(_bereikt(blad, blad.contact, wie) for wie in beslissers.values()):
        namen = taal.opsomming([persoon.naam for persoon in beslissers.values()])
        werkwoord = "beslist" if len(beslissers) == 1 else "beslissen"
        tekst = f"{werkwoord}, en geen contactregel of afspraak komt daar; plan een gesprek bij contactmomenten"
        yield Verscherping(code, blad.canvas.id, vak, namen, tekst, ("contactpersonen", next(iter(beslissers))))


def _bereikt(blad: Blad, regels: Sequence[Contactstand], persoon: Contactpersoon) -> bool:
    """Whether a rule or a planned moment brings one of us to this person."""
    gepland = any(
        moment.datum > blad.peildatum and moment.vorm in PERSOONLIJK and persoon.id in moment.met
        for moment in blad.account.contactmomenten
    )
    return gepland or any(
        regel.vorm in PERSOONLIJK and (persoon.id in regel.met if regel.met else regel.laag == persoon.laag)
        for regel in regels
    )


def _strategie(blad: Blad) -> Iterator[Verscherping]:
    """A strategy of three sentences is a choice; a longer one is a list."""
    naam = blad.vak.get("strategie", "")
    vak = blad.canvas.vakken.get(naam, Vak())
    alle = [zin for tekst in (vak.conclusie or "", *vak.punten) for zin in zinnen(tekst)]
    if len(alle) > STRATEGIE_ZINNEN:
        tekst = f"is zin {STRATEGIE_ZINNEN + 1} van {len(alle)}; kies, en houd hoogstens drie zinnen over"
        yield blad.vondst("strategie-te-lang", naam, alle[STRATEGIE_ZINNEN], tekst, "vakken", naam)


def _doelen(blad: Blad) -> Iterator[Verscherping]:
    vak = blad.vak.get("doelen", "")
    for nummer, doel in enumerate(blad.canvas.doelen):
        if doel.status == "open":
            if maat := _zonder_maat(doel):
                yield blad.vondst("doel-zonder-maat", vak, doel.tekst, maat, "doelen", nummer)
            if doel.datum is None:
                tekst = "heeft geen datum; vul bij datum in wanneer het gehaald moet zijn"
                yield blad.vondst("doel-zonder-datum", vak, doel.tekst, tekst, "doelen", nummer)
    telt = [doel for doel in blad.canvas.doelen if doel.status != "vervallen"]
    if telt and not any(doel.soort in ("voorwaarden", "groei") for doel in telt):
        tekst = "gaat niet over voorwaarden of groei, en een ander doel ook niet; wat willen wij er beter van worden?"
        yield blad.vondst("geen-doel-voorwaarden-groei", vak, telt[0].tekst, tekst, "doelen")


def _zonder_maat(doel: Doel) -> str:
    """What a goal misses to be measured; empty when it can be: in its fields, or in its words."""
    if is_meetbaar(doel.tekst) or (doel.maat and doel.doelwaarde is not None):
        return ""
    if doel.maat:
        return f"heeft een maat ({doel.maat}) en geen waarde; vul bij doelwaarde in wanneer het gehaald is"
    return "heeft geen maat; vul bij maat in wat je telt, en bij doelwaarde hoeveel het moet worden"


def _acties(blad: Blad) -> Iterator[Verscherping]:
    for nummer, actie in enumerate(blad.canvas.acties):
        if actie.status in LOPEND:
            for code, tekst in _mist(actie):
                yield blad.vondst(code, blad.vak.get("acties", ""), actie.tekst, tekst, "acties", nummer)


def _mist(actie: Actie) -> Iterator[tuple[str, str]]:
    """What an action misses: what is done, by whom, or when."""
    if not heeft_werkwoord(actie.tekst):
        yield (
            "actie-zonder-werkwoord",
            "zegt niet wat iemand doet; schrijf er een werkwoord bij, zoals bespreken, sturen of uitrekenen",
        )
    if actie.wie is None:
        yield "actie-zonder-naam", "staat op niemands naam; vul bij wie één collega in"
    if actie.gereed_op is None:
        yield "actie-zonder-datum", "heeft geen datum; vul in wanneer het klaar is"


def _holle_woorden(blad: Blad) -> Iterator[Verscherping]:
    """Each sentence or item whose words promise something and name nothing."""
    for vak, tekst, plek in _teksten(blad):
        # Most texts hold no hollow word: asking first saves parting them in sentences.
        for zin in zinnen(tekst) if holle_woorden(tekst, situatie=vak in blad.situatie) else ():
            if hol := holle_woorden(zin, situatie=vak in blad.situatie):
                zegt = f"blijft hangen in '{hol.woorden}'; geef antwoord op: {hol.vraag}"
                yield blad.vondst("holle-woorden", vak, zin, zegt, *plek)


def _teksten(blad: Blad) -> Iterator[tuple[str, str, Loc]]:
    """Every text that counts now, with its box and its place in the canvas."""
    for naam, vak in blad.canvas.vakken.items():
        yield naam, vak.conclusie or "", ("vakken", naam, "conclusie")
        for nummer, punt in enumerate(vak.punten):
            yield naam, punt, ("vakken", naam, "punten", nummer)
    for nummer, doel in enumerate(blad.canvas.doelen):
        if doel.status == "open":
            yield blad.vak.get("doelen", ""), doel.tekst, ("doelen", nummer, "tekst")
    for nummer, actie in enumerate(blad.canvas.acties):
        if actie.status in LOPEND:
            yield blad.vak.get("acties", ""), actie.tekst, ("acties", nummer, "tekst")
    yield "", blad.canvas.plan_b or "", ("plan_b",)
