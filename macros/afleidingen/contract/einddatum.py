"""The end of a contract as it stands now, and at the latest; each with the agreements that lead to it."""

from collections.abc import Iterator

from macros.afleidingen.contract.contractfeit import contractfeit, in_maanden
from macros.afleidingen.contract.looptijd import Periode, afspraken, maximale_periode, open_opties
from macros.afleidingen.verklaring import Stap, Verklaard, VerklaardeDatum, nvt, regel, uitkomst
from macros.model.contract import Contract, Optie

ONBEPAALD = nvt("een contract voor onbepaalde tijd heeft geen einddatum", handboek="contractdatums/#onbepaalde-tijd")
GEEN_OPTIES = regel("er staat geen optie meer open", handboek="contractdatums/#opties")
OPTIES = regel("elke open optie maakt het contract langer, als zij wordt gelicht", handboek="contractdatums/#opties")
VOORLOPIG = regel(
    "het einde ging voorbij zonder opzegging of uitkomst: voorlopig is het contract verlengd, leg dat vast",
    handboek="contractdatums/#stilzwijgend",
)


def einddatum_actueel(contract: Contract, periode: Periode | None) -> VerklaardeDatum:
    """Give the last day after recorded options and renewals, or the provisional one after a tacit renewal (3.3)."""
    if periode is None:
        return ONBEPAALD
    return Verklaard(periode.eind, (*_afspraken(contract, periode), uitkomst("loopt tot en met {}", periode.eind)))


def einddatum_maximaal(contract: Contract, periode: Periode | None) -> VerklaardeDatum:
    """Give the last day if every open option is exercised; never certain revenue (3.3)."""
    if periode is None:
        return ONBEPAALD
    actueel = contractfeit(contract, "einddatum", "einddatum {}", periode.eind)
    opties = tuple(
        contractfeit(contract, "opties", "open optie van {}", in_maanden(optie.maanden))
        for optie in open_opties(contract)
    )
    if not opties:
        return Verklaard(periode.eind, (actueel, GEEN_OPTIES))
    eind = maximale_periode(contract, periode).eind
    return Verklaard(eind, (actueel, *opties, OPTIES, uitkomst("loopt op zijn langst tot en met {}", eind)))


def _afspraken(contract: Contract, periode: Periode) -> Iterator[Stap]:
    """State the end that was signed and everything that moved it since."""
    yield contractfeit(contract, "einddatum", "einddatum in het contract {}", contract.einddatum)
    for afspraak in afspraken(contract):
        if isinstance(afspraak, Optie):
            lengte = in_maanden(afspraak.maanden)
            yield contractfeit(contract, "opties", "optie van {} gelicht op {}", lengte, afspraak.datum_gelicht)
        else:
            tot = afspraak.nieuwe_einddatum
            yield contractfeit(contract, "verlengingen", "op {} verlengd tot en met {}", afspraak.datum, tot)
    clausule = contract.stilzwijgende_verlenging
    if periode.keer and clausule:
        lengte = in_maanden(clausule.maanden)
        yield contractfeit(contract, "stilzwijgende_verlenging", "verlengt stilzwijgend met {}", lengte)
        yield VOORLOPIG
