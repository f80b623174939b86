"""Do our clients fit our criteria, and what do we do with C: verdicts, what fails, decisions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import criteria_onder, klantbesluit_gevraagd
from macros.views.delen.blad import Alinea, Leeg, Opsomming, Tussenkop, Vouw
from macros.views.delen.register import Kolom, labelkolom, register
from macros.views.delen.stukken import Bij, dag, klant, of
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

BESLUIT_NODIG = Label("Besluit nodig", "!", "te-laat")
ERNST = list(labels.JUISTE_KLANT)
"""Verdicts on a client, the most serious first."""


def juiste_klant(klanten: Sequence[Dossier]) -> Iterator[Inhoud]:
    """Say how many fit, list those that do not simply fit, and name those that were never tested."""
    niet = sorted((d for d in klanten if d.juiste_klant_stand.waarde in {"onjuist", "twijfel"}), key=_rang)
    juist = sum(dossier.juiste_klant_stand.waarde == "juist" for dossier in klanten)
    ongetoetst = [dossier for dossier in klanten if dossier.juiste_klant_stand.waarde is None]
    yield Tussenkop("Juiste klant, juiste voorwaarden", "juiste-klant", "juiste-klant/#juiste-klant")
    if juist or niet:
        passen = taal.aantal(juist, "klant past", "klanten passen")
        is_ = "is" if len(ongetoetst) == 1 else "zijn"
        yield Alinea(
            f"{passen} bij onze afspraken, {len(niet)} niet helemaal, {len(ongetoetst)} {is_} nog niet getoetst."
        )
    else:
        yield Leeg(
            "Nog geen enkele klant is getoetst. Geef bij juiste_klant een oordeel per criterium: dan weet je wie past, "
            "en waar je over moet beslissen."
        )
    yield register("Klanten die niet helemaal passen, de ernstigste bovenaan", TOETSKOLOMMEN, niet, naam="toets")
    if ongetoetst:
        namen = tuple(klant(dossier, "gaten") for dossier in ongetoetst)
        yield Vouw("Nog niet getoetst", Opsomming(namen, kort=True), len(namen))


def c_besluiten(dossiers: Iterable[Dossier], leeg: str) -> Iterator[Inhoud]:
    """List the C clients with what we decided, undecided first."""
    yield Tussenkop("C-klanten: houden of afscheid", "c-besluit", "segmenten/#c-besluit")
    cees = [dossier for dossier in dossiers if dossier.segment.waarde == "C"]
    cees.sort(key=lambda dossier: (dossier.account.c_besluit is not None, dossier.naam))
    yield Opsomming(tuple(map(_c_besluit, cees))) if cees else Leeg(leeg)


def _c_besluit(dossier: Dossier) -> Inhoud:
    besluit = dossier.account.c_besluit
    if besluit is None:
        return klant(dossier), BESLUIT_NODIG
    op = taal.datum(besluit.datum) if besluit.datum else ""
    return klant(dossier), labels.C_BESLUIT[besluit.besluit], Bij(": ".join(filter(None, (op, besluit.reden))))


def _rang(dossier: Dossier) -> tuple[int, bool, str]:
    stand = dossier.juiste_klant_stand.waarde or ""
    return ERNST.index(stand), not klantbesluit_gevraagd(dossier.account), dossier.naam


def _besluit(dossier: Dossier) -> Label | None:
    """What we decided; None where nothing has to be decided."""
    if klantbesluit_gevraagd(dossier.account):
        return BESLUIT_NODIG
    toets = dossier.account.juiste_klant
    return labels.JUISTE_KLANT_BESLUIT[toets.besluit] if toets and toets.besluit else None


def _getoetst_op(dossier: Dossier) -> date | None:
    return dossier.account.juiste_klant.getoetst_op if dossier.account.juiste_klant else None


def _wat_past_niet(dossier: Dossier) -> Inhoud:
    """The criteria that do not simply fit, the most serious first."""
    onder = list(criteria_onder(dossier.account, dossier.gedeeld.criteria))
    onder.sort(key=lambda deel: list(labels.CRITERIUM).index(deel[1]))
    return Opsomming(tuple((criterium.tekst, labels.CRITERIUM[oordeel]) for criterium, oordeel in onder), kort=True)


TOETSKOLOMMEN: tuple[Kolom[Dossier], ...] = (
    Kolom("Klant", lambda d: klant(d, "waarom-juiste-klant-stand"), sorteer=True),
    Kolom("Segment", lambda d: d.segment.waarde, sorteer=True, filter=True),
    labelkolom("Oordeel", lambda d: d.juiste_klant_stand.waarde, labels.JUISTE_KLANT),
    Kolom("Wat past niet", _wat_past_niet),
    Kolom("Besluit", lambda d: of(_besluit(d), "niet nodig"), sorteer=True, filter=True),
    Kolom("Getoetst", lambda d: dag(_getoetst_op(d), "geen datum"), _getoetst_op),
)
