"""When a contract is decided: in this period (`beslisdatum`) and next (`beslismoment`) (3.5, 3.6).

Both choose from the same candidates: until when notice counts (when silence renews the contract), until when an option
can be exercised, when a tender must be published, and the end itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from macros.afleidingen.contract.datums import termijn_terug
from macros.afleidingen.contract.looptijd import Periode, beslist, maximale_periode, open_opties, stilzwijgende_maanden
from macros.afleidingen.contract.opzegging import berekende_opzegdeadline
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    contractfeit,
    in_dagen,
    in_maanden,
    instelling,
    nvt,
    regel,
    termijn,
    uitkomst,
)
from macros.model.account import Account
from macros.model.contract import Contract, Optie
from macros.model.instellingen import Instellingen

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
    return _eerste([k for k in keuze if k.dag > start], na_start, "beslisdatum {}", GEEN_BESLISDATUM)


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


# --- option deadlines, and for a public client the last day to publish a tender (3.5) ---

GEEN_OPTIE = nvt("er staat geen optie open", handboek="contractdatums/#optiedeadline")
PRIVAAT = nvt("deze klant hoeft niet aan te besteden (sector privaat)", handboek="contractdatums/#uiterste-publicatie")
GEEN_EINDE = nvt(
    "zonder einddatum is er geen aanbesteding te verwachten", handboek="contractdatums/#uiterste-publicatie"
)
ZONDER_AFSPRAAK = regel(
    "er staat niet bij tot wanneer de optie gelicht kan worden: dan telt het einde van de looptijd, vraag het na",
    handboek="contractdatums/#optiedeadline",
)
UITERLIJK = regel("de optie moet gelicht zijn voordat die termijn begint", handboek="contractdatums/#optiedeadline")
TERUGTELLEN = regel(
    "schatting: een nieuwe leverancier moet klaar zijn als het contract op zijn laatst eindigt",
    handboek="contractdatums/#uiterste-publicatie",
)


def optiedeadlines(contract: Contract, periode: Periode) -> Iterator[VerklaardeDatum]:
    """Give for each open option, in order of use, the last day on which it can be exercised.

    Each later option counts from the end that the options before it would give.
    """
    for optie in open_opties(contract):
        yield _optiedeadline(contract, optie, periode)
        periode = periode.langer(optie.maanden)


def uiterste_publicatie(
    contract: Contract, account: Account, periode: Periode | None, instellingen: Instellingen
) -> VerklaardeDatum:
    """Give the last day on which a public client must publish the tender: expected, else counted back (estimate)."""
    if account.sector != "publiek":
        return PRIVAAT
    if contract.aanbesteding and (verwacht := contract.aanbesteding.verwachte_publicatie):
        veld = "aanbesteding.verwachte_publicatie"
        return Verklaard(verwacht, (contractfeit(contract, veld, "publicatie verwacht op {}", verwacht),))
    if periode is None:
        return GEEN_EINDE
    return _geschat(contract, maximale_periode(contract, periode).grens, instellingen)


def _optiedeadline(contract: Contract, optie: Optie, periode: Periode) -> VerklaardeDatum:
    stap = contractfeit(
        contract, "opties", "optie van {}, looptijd tot en met {}", in_maanden(optie.maanden), periode.eind
    )
    uiterlijk = optie.uiterlijk
    if uiterlijk is None:
        return Verklaard(periode.eind, (stap, ZONDER_AFSPRAAK, uitkomst("uiterlijk {} lichten", periode.eind)))
    if isinstance(uiterlijk, date):
        return Verklaard(uiterlijk, (stap, contractfeit(contract, "opties", "lichten kan tot en met {}", uiterlijk)))
    dag = termijn_terug(periode.grens, uiterlijk)
    afspraak = contractfeit(contract, "opties", "lichten uiterlijk {} voor het einde", termijn(uiterlijk))
    return Verklaard(dag, (stap, afspraak, UITERLIJK, uitkomst("uiterlijk {} lichten", dag)))


def _geschat(contract: Contract, grens: date, instellingen: Instellingen) -> VerklaardeDatum:
    """Count back from the latest possible end the lead times of an open procedure and of the implementation."""
    eigen = contract.aanbesteding.implementatie_dagen if contract.aanbesteding else None
    implementatie = instellingen.aanbesteding_implementatie_dagen if eigen is None else eigen
    inschrijving = instellingen.aanbesteding_inschrijving_dagen
    beoordeling = instellingen.aanbesteding_beoordeling_dagen
    opschorting = instellingen.aanbesteding_opschorting_dagen
    # No day comes off: `grens` is the first day without this contract, and so the first of the new supplier.
    dag = grens - timedelta(days=inschrijving + beoordeling + opschorting + implementatie)
    return Verklaard(
        dag,
        (
            contractfeit(contract, "einddatum", "het contract is op zijn laatst voorbij op {}", grens),
            TERUGTELLEN,
            instelling("{} om in te schrijven", in_dagen(inschrijving), veld="aanbesteding_inschrijving_dagen"),
            instelling("{} om te beoordelen", in_dagen(beoordeling), veld="aanbesteding_beoordeling_dagen"),
            instelling("{} opschorting", in_dagen(opschorting), veld="aanbesteding_opschorting_dagen"),
            contractfeit(contract, "aanbesteding.implementatie_dagen", "{} om te starten", in_dagen(implementatie))
            if eigen is not None
            else instelling("{} om te starten", in_dagen(implementatie), veld="aanbesteding_implementatie_dagen"),
            uitkomst("publicatie uiterlijk {}", dag),
        ),
    )
