"""Lessons that find you: what was recorded at a client looks like the warning sign of an earlier lesson (domain 2.6).

A sign that somebody recorded with its lesson is a hit. Any other text is compared by words: with one warning sign it
shares at least `les_woorden_minimaal` words that say something, and those are at least `les_woorden_deel` of the words
of that sign [V]. Nothing is guessed and nothing learns: the words that matched are shown. A sign of this lesson that
was dealt with (`gedaan_op`) silences what was recorded until then, also when it turned out not to fit.

And the round over all lessons: each account manager ticks it for the own clients, weekly or monthly (domain 3.8).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.contact.bezetting import vervangingen
from macros.afleidingen.contract import datums
from macros.afleidingen.contract.datums import binnen, gehouden
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    feit,
    in_dagen,
    instelling,
    nvt,
    regel,
    uitkomst,
)
from macros.model.account import Account
from macros.model.afspraken import Lessignaal
from macros.model.gedeeld import Actiestap, Gedeeld, Les
from macros.model.instellingen import Instellingen
from macros.model.team import Persoon
from macros.woorden.begrippen import zonder_accenten

RONDE = "lessen/#ronde"
NOOIT = "nooit"
GEEN_LESSEN = nvt("er zijn nog geen lessen om na te lopen", handboek=RONDE)


@dataclass(frozen=True, slots=True)
class Ronde:
    """Where the round of one account manager stands."""

    laatste: date | None
    """Last round; None when there never was one."""
    volgende: VerklaardeDatum
    """Last day for the next round; None without lessons, or while no first day is known."""
    stand: str | None
    """`nooit`, `te_laat`, `deze_week`, `deze_maand` or `op_tijd`; None while there are no lessons."""
    door: str
    """Who does it now: the colleague, or the deputy of who is away or has left."""


def lessenronde(persoon: Persoon, gedeeld: Gedeeld, peildatum: date) -> Ronde:
    """The next round of a colleague with clients: `lessencheck_dagen` after the last one, or after the first day here.

    A round dated after the peildatum is planned and does not count.
    """
    door = next((v.door for v in vervangingen({persoon.id: persoon}) if v.geldt(peildatum)), persoon.id)
    if not any(les.status == "actief" for les in gedeeld.lessen.lessen):
        return Ronde(None, GEEN_LESSEN, None, door)
    dagen = gedeeld.instellingen.lessencheck_dagen
    ritme = instelling("elke {}", in_dagen(dagen), veld="lessencheck_dagen")
    if gehouden(persoon.lessencheck_op, peildatum):
        gelopen = feit("laatste ronde op {}", persoon.lessencheck_op, veld=f"team.{persoon.id}.lessencheck_op")
        volgende = persoon.lessencheck_op + timedelta(days=dagen)
        stand = datums.stand(volgende, peildatum, gedeeld.instellingen)
        return Ronde(persoon.lessencheck_op, _verklaard(volgende, gelopen, ritme), stand, door)
    return _eerste_ronde(persoon, door, ritme, gedeeld, peildatum)


def _eerste_ronde(persoon: Persoon, door: str, ritme: Stap, gedeeld: Gedeeld, peildatum: date) -> Ronde:
    """Who just arrived has as long as between two rounds; of anyone else the first is simply still to do."""
    begin = persoon.in_dienst_sinds
    if begin is None:
        nooit = regel("nog geen ronde vastgelegd", handboek=RONDE)
        return Ronde(None, Verklaard(None, (nooit, ritme)), NOOIT, door)
    volgende = begin + timedelta(days=gedeeld.instellingen.lessencheck_dagen)
    gekomen = feit("in dienst sinds {}", begin, veld=f"team.{persoon.id}.in_dienst_sinds")
    stand = datums.stand(volgende, peildatum, gedeeld.instellingen)
    return Ronde(None, _verklaard(volgende, gekomen, ritme), NOOIT if stand == "te_laat" else stand, door)


def _verklaard(volgende: date, begin: Stap, ritme: Stap) -> VerklaardeDatum:
    return Verklaard(volgende, (begin, ritme, uitkomst("uiterlijk {}", volgende)))


GENOTEERD = "genoteerd"
"""`bron` of a sign that was recorded with its lesson."""


@dataclass(frozen=True, slots=True)
class Waarneming:
    """One thing recorded about a client that may look like a warning sign."""

    bron: str
    """`contact`, `wijziging`, `probleem`, `canvas` or `signaal`."""
    tekst: str
    datum: date | None
    """None where the file gives no day."""


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """A lesson that an account looks like, and why."""

    les: Les
    bron: str
    """`genoteerd`, or that of the observation."""
    tekst: str
    datum: date | None
    signaal: str
    """The warning sign it looks like; empty for a recorded sign."""
    woorden: tuple[str, ...]
    """The words of `tekst` that matched, in its order; empty for a recorded sign."""
    afspraak: str
    """Step that was agreed with a recorded sign; may be empty."""

    @property
    def stap(self) -> Actiestap | None:
        """The first step of the lesson."""
        return next(iter(self.les.actiestappen), None)


def gelijkenissen(
    account: Account, gedeeld: Gedeeld, canvassen: dict[str, Canvasstand], peildatum: date
) -> tuple[Gelijkenis, ...]:
    """Every lesson that this account looks like, at most once: recorded signs first, then the strongest likeness."""
    lessen = {les.id: les for les in gedeeld.lessen.lessen}
    genoteerd = {g.les.id: g for g in _genoteerd(account, lessen, peildatum)}
    actief = [les for les in lessen.values() if les.status == "actief" and les.id not in genoteerd]
    if not actief:
        return tuple(genoteerd.values())
    gezien = list(waarnemingen(account, gedeeld, canvassen, peildatum))
    gevonden = [beste for les in actief if (beste := _beste(les, _nieuw(les, gezien, account, peildatum), gedeeld))]
    return (*genoteerd.values(), *sorted(gevonden, key=lambda g: (-len(g.woorden), g.les.id)))


def _genoteerd(account: Account, lessen: dict[str, Les], peildatum: date) -> Iterator[Gelijkenis]:
    """Recorded signs that were not dealt with, the latest last so that it is the one that stays."""
    for signaal in sorted(account.signalen, key=lambda signaal: signaal.datum):
        if signaal.les in lessen and _is_open(signaal, peildatum):
            les, tekst = lessen[signaal.les], signaal.signaal or "Signaal zonder omschrijving"
            yield Gelijkenis(les, GENOTEERD, tekst, signaal.datum, "", (), signaal.actiestap or "")


def waarnemingen(
    account: Account, gedeeld: Gedeeld, canvassen: dict[str, Canvasstand], peildatum: date
) -> Iterator[Waarneming]:
    """What was recorded lately, or is still open.

    Signals and changes of the last `klantbeeld_signaal_dagen`, open problems, open signs without a lesson, and the
    indicators of the current canvases.
    """
    dagen = gedeeld.instellingen.klantbeeld_signaal_dagen
    yield from _onlangs(account, dagen, peildatum)
    for probleem in account.problemen:
        if probleem.is_open:
            yield Waarneming("probleem", probleem.tekst, probleem.sinds)
    for teken in account.signalen:
        if teken.signaal and not teken.les and _is_open(teken, peildatum):
            yield Waarneming("signaal", teken.signaal, teken.datum)
    yield from _indicatoren(gedeeld, canvassen)


def _onlangs(account: Account, dagen: int, peildatum: date) -> Iterator[Waarneming]:
    for moment in account.contactmomenten:
        if binnen(moment.datum, dagen, peildatum):
            yield from (Waarneming("contact", s.tekst, moment.datum) for s in moment.signalen if s.tekst)
    for wijziging in account.wijzigingen:
        if binnen(wijziging.datum, dagen, peildatum):
            yield Waarneming("wijziging", wijziging.tekst, wijziging.datum)


def _is_open(signaal: Lessignaal, peildatum: date) -> bool:
    """Whether a sign was seen and not dealt with."""
    return gehouden(signaal.datum, peildatum) and not gehouden(signaal.gedaan_op, peildatum)


def _indicatoren(gedeeld: Gedeeld, canvassen: dict[str, Canvasstand]) -> Iterator[Waarneming]:
    teksten = {indicator.id: indicator.tekst for indicator in gedeeld.canvas.indicatoren}
    for stand in canvassen.values():
        for vak in stand.canvas.vakken.values() if stand.huidig else ():
            for indicator in vak.indicatoren:
                if indicator in teksten:
                    yield Waarneming("canvas", teksten[indicator], vak.oordeel_op)


def _nieuw(les: Les, gezien: Iterable[Waarneming], account: Account, peildatum: date) -> Iterator[Waarneming]:
    """What was recorded after the last time that a sign of this lesson was dealt with here."""
    gedaan = [s.gedaan_op for s in account.signalen if s.les == les.id and gehouden(s.gedaan_op, peildatum)]
    tot = max(gedaan, default=None)
    return (iets for iets in gezien if tot is None or (iets.datum is not None and iets.datum > tot))


def _beste(les: Les, gezien: Iterable[Waarneming], gedeeld: Gedeeld) -> Gelijkenis | None:
    """The observation that shares most words with a sign of the lesson; of two the latest. None when nothing does."""
    gevonden = [
        Gelijkenis(les, iets.bron, iets.tekst, iets.datum, signaal, woorden, "")
        for iets in gezien
        for signaal in les.waarschuwingssignalen
        if (woorden := gedeelde_woorden(iets.tekst, signaal, gedeeld.instellingen))
    ]
    # The texts come last in the key: two builds choose the same one.
    return max(gevonden, key=lambda g: (len(g.woorden), g.datum or date.min, g.tekst, g.signaal), default=None)


def gedeelde_woorden(tekst: str, signaal: str, instellingen: Instellingen) -> tuple[str, ...]:
    """The words of `tekst` that the warning sign also has, when they are enough to be alike; else none."""
    in_tekst, in_signaal = stammen(tekst), stammen(signaal)
    gelijk = in_tekst.keys() & in_signaal.keys()
    genoeg = len(gelijk) >= instellingen.les_woorden_minimaal
    if not genoeg or len(gelijk) < instellingen.les_woorden_deel * len(in_signaal):
        return ()
    return tuple(woord for stam, woord in in_tekst.items() if stam in gelijk)


# --- which words say something, and what is left of each without its endings ---

WOORD = re.compile(r"[^\W\d_]+")
GEWOON = frozenset(
    WOORD.findall("""
    aan achter al alle alleen alles als altijd ander andere anderen anders ben bij bijna binnen blijft boven buiten daar
    daarna dan dat de deze die dit doe doen doet door dus een eens eerst elk elke elkaar en er erbij erg even geen gaan
    gaat gaf geeft geven geweest haar had half heb hebben heeft heel hem hen het hetzelfde hier hij hoe hun iets iemand
    ieder iedereen
    ik in intussen is ja je jij jouw jullie kan kon komen komt kort kunnen kwam lang langer langs later liever maar
    mag meer meest men met mijn minder moet moeten moest na naar nadat nee net niemand niet niets nog nooit nu of om
    omdat onder ons onze ook op over paar pas per plaats sinds staan staat steeds te tegen ten ter terug tijdens toch
    toen tot tussen twee drie vier vijf zes zeven acht negen tien uit van vaak veel voor vooral vorige waar waarom waren
    was wat we weer weg weinig wel welke werd werden wie wij wil willen word worden wordt zal ze zei zeer zelf zich zij
    zijn zit zitten zo zoals zodra zonder zou
    """)
)
"""Words of every Dutch sentence."""
VAKTAAL = frozenset(
    WOORD.findall("""
    bedrijf belt bellen bezoek contact contract dag dagen eigen gesprek gesprekken goed graag groot grote jaar jaren
    keer klant klanten klein kleine maand maanden mensen mogelijk nieuw nieuwe noemt onderwerp oude probleem problemen
    spreekt spreken vraag vraagt vragen vroeg werk werken week weken zegt
    """)
)
"""Words of every note about a client."""
KORTST = 3
"""Letters that a word needs to count."""
EINDEN = {"en": 3, "e": 4, "t": 4, "s": 4}
"""Endings, each with the letters that must be left without it."""
DUBBEL = re.compile(r"(.)\1")


@lru_cache(maxsize=4096)
def stammen(tekst: str) -> dict[str, str]:
    """The stems of the words that say something, each with the first word it stands for, in the order of the text.

    A light stemmer of our own: "afspraken" is "afspraak", "inkopers" is "inkoper". It need not find the right stem,
    only the same one for the forms of one word. Words that occur in nearly every sentence about a client say nothing
    about likeness, and are left out.
    """
    gevonden: dict[str, str] = {}
    for woord in WOORD.findall(unicodedata.normalize("NFC", tekst.casefold())):
        kaal = zonder_accenten(woord)
        if len(kaal) >= KORTST and kaal not in GEWOON and kaal not in VAKTAAL:
            gevonden.setdefault(stam(kaal), woord)
    return gevonden


def stam(woord: str) -> str:
    """Take endings off a word in small letters without accents, until nothing comes off."""
    vorige = ""
    while woord != vorige:
        vorige = woord
        # "bellen" and "bel" are one word: a double letter is only spelling.
        woord = _korter(DUBBEL.sub(r"\1", woord))
    # And so are "brieven" and "brief", "prijzen" and "prijs".
    return woord[:-1] + {"v": "f", "z": "s"}.get(woord[-1], woord[-1])


def _korter(woord: str) -> str:
    """Take one ending off; the s of a word such as "huis" or "prijs" belongs to it."""
    for einde, over in EINDEN.items():
        rest = woord.removesuffix(einde)
        if rest != woord and len(rest) >= over and not (einde == "s" and rest[-1] in "aiouyj"):
            return rest
    return woord
