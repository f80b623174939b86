"""Lessons that find you: what was recorded at a client looks like the warning sign of an earlier lesson (domain 2.6).

A sign that somebody recorded with its lesson is a hit. Any other text is compared by words: with one warning sign it
shares at least `les_woorden_minimaal` words that say something, and those are at least `les_woorden_deel` of the words
of that sign [V]. Nothing is guessed and nothing learns: the words that matched are shown. A sign of this lesson that
was dealt with (`gedaan_op`) silences what was recorded until then, also when it turned out not to fit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.canvas.woorden import stammen
from macros.afleidingen.contact.versheid import binnen, gehouden
from macros.model.account import Account
from macros.model.gedeeld import Actiestap, Gedeeld, Les
from macros.model.groei import Lessignaal
from macros.model.instellingen import Instellingen

GENOTEERD = "genoteerd"
"""`bron` of a sign that was recorded with its lesson."""
HANDBOEK = "lessen/#lijkt-op"


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
        if probleem.status != "opgelost":
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
