"""When a contract is decided: in this period (`beslisdatum`) and next (`beslismoment`) (3.6).

Both choose from the same candidates: until when notice counts (when silence renews the contract), until when an option
can be exercised, when a tender must be published, and the end itself.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from macros.afleidingen.contract.looptijd import Periode, beslist, stilzwijgende_maanden
from macros.afleidingen.contract.opzegging import berekende_opzegdeadline
from macros.afleidingen.verklaring import Stap, Verklaard, VerklaardeDatum, nvt, regel, uitkomst
from macros.model.contract import Contract

GEEN_RETENTIEFASE = nvt("zonder retentiefase is er geen beslisdatum", handboek="contractdatums/#beslisdatum")
GEEN_BESLISDATUM = nvt(
    "na de start van de retentiefase valt er niets meer te beslissen", handboek="contractdatums/#beslisdatum"
)
GEEN_BESLISMOMENT = nvt("er komt geen dag meer waarop iets beslist wordt", handboek="contractdatums/#beslismoment")
BESLOTEN = nvt("over dit contract is al besloten", handboek="contractdatums/#beslismoment")


class Kandidaat(NamedTuple):
    """A day on which a contract may be decided, and the step that names it."""

    dag: date
    stap: Stap


def kandidaat(dag: date, sjabloon: str, handboek: str) -> Kandidaat:
    """Make a candidate; `handboek` is its paragraph in the chapter on contract dates."""
    return Kandidaat(dag, regel(sjabloon, dag, handboek=f"contractdatums/#{handboek}"))


def kandidaten(
    opzegdeadline: date | None, optiedeadline: date | None, uiterste_publicatie: date | None
) -> tuple[Kandidaat, ...]:
    """List the days that decide a period besides its end; pass a notice deadline only if silence renews it."""
    dagen = (
        (opzegdeadline, "opzegdeadline {}", "opzegdeadline"),
        (optiedeadline, "optie lichten uiterlijk {}", "optiedeadline"),
        (uiterste_publicatie, "publicatie uiterlijk {}", "uiterste-publicatie"),
    )
    return tuple(kandidaat(dag, sjabloon, handboek) for dag, sjabloon, handboek in dagen if dag)


def einde(periode: Periode) -> Kandidaat:
    """Make the candidate of the end of a period."""
    return kandidaat(periode.eind, "einddatum {}", "einddatum")


def beslisdatum(start: date, keuze: Iterable[Kandidaat]) -> VerklaardeDatum:
    """Give the first candidate after the start of the retention phase; it does not depend on the peildatum."""
    na_start = regel(
        "de eerste dag na de start van de retentiefase op {}", start, handboek="contractdatums/#beslisdatum"
    )
    return _eerste([k for k in keuze if k.dag > start], na_start, "beslissing uiterlijk {}", GEEN_BESLISDATUM)


def beslismoment(keuze: Iterable[Kandidaat], peildatum: date) -> VerklaardeDatum:
    """Give the first candidate that has not passed at the peildatum."""
    vanaf = regel("de eerste dag vanaf {}", peildatum, handboek="contractdatums/#beslismoment")
    komend = [k for k in keuze if k.dag >= peildatum]
    return _eerste(komend, vanaf, "eerstvolgend beslismoment {}", GEEN_BESLISMOMENT)


def eind_of_volgende(contract: Contract, periode: Periode, opzegdeadline: date | None, peildatum: date) -> Kandidaat:
    """Give the end of the period, or what comes after it once silence can no longer be broken.

    That is the first later notice deadline that has not passed, or the end of the next period if it is the last one
    or has no deadline of its own.
    """
    maanden = stilzwijgende_maanden(contract, periode)
    deadline_voorbij = opzegdeadline is not None and opzegdeadline < peildatum
    # Until the deadline somebody can still end it, so the end is what comes next.
    if not (maanden and deadline_voorbij) or beslist(contract, periode):
        return einde(periode)
    while maanden:
        periode = periode.stilzwijgend_verlengd(maanden)
        maanden = stilzwijgende_maanden(contract, periode)
        deadline = berekende_opzegdeadline(contract, periode).waarde
        if maanden and deadline and deadline >= peildatum:
            return kandidaat(deadline, "opzegdeadline van de volgende periode {}", "opzegdeadline")
        if deadline is None:
            break
    return kandidaat(periode.eind, "einde van de volgende periode {}", "einddatum")


def _eerste(keuze: list[Kandidaat], gekozen: Stap, sjabloon: str, anders: VerklaardeDatum) -> VerklaardeDatum:
    """Explain the earliest candidate by naming them all."""
    if not keuze:
        return anders
    dag = min(k.dag for k in keuze)
    return Verklaard(dag, (*(k.stap for k in keuze), gekozen, uitkomst(sjabloon, dag)))
