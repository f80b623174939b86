"""The story of a client in sentences made of its facts: who it is, what we do and did, and the turns.

Each part is a paragraph; a fact that nobody wrote down is said to be missing where the story needs it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.dossier import Dossier
from macros.model.contract import Contract
from macros.views.delen import namen
from macros.views.klant.account_tijdlijn import Gebeurtenis, gebeurtenissen
from macros.views.overdracht.woorden import citaat, citaten, zinnen
from macros.woorden import labels, taal

CONTRACTEN, KEERPUNTEN = 3, 10
"""How many contracts and turning points fit in a story."""
KEERPUNT = frozenset({"Klant", "Contract", "Uitkomst", "Opzegging", "Overdracht", "Wijziging", "Kick-off", "Terugblik"})
"""Kinds of events after which things were different."""


def verhaal(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Give each paragraph with its heading; never an empty one."""
    yield "Wie het is", zinnen(*_wie(dossier))
    yield "Wat we doen", zinnen(*_werk(dossier))


# --- who it is ---


def _wie(dossier: Dossier) -> Iterator[str]:
    account = dossier.account
    segment = f"{dossier.segment.waarde}-klant" if dossier.segment.waarde else "nog zonder segment"
    omvang = f"omvang {account.omvang}" if account.omvang else ""
    sector = "publieke sector" if account.sector == "publiek" else ""
    over = ", ".join(filter(None, (account.branche, sector, omvang, segment)))
    yield f"{dossier.naam} ({over}){_sinds(dossier)}"
    yield account.omschrijving or ""
    if account.kweekvijver:
        waarom = f": {account.kweekvijver.waarom}" if account.kweekvijver.waarom else ""
        yield f"We houden licht contact{waarom}"
    if account.doelen_klant:
        yield f"Zelf wil de klant {citaten(account.doelen_klant)}"
    else:
        yield "Wat de klant zelf wil bereiken, staat nergens"


def _sinds(dossier: Dossier) -> str:
    sinds = dossier.account.klant_sinds
    if sinds is None and dossier.account.kweekvijver:
        return " is nog geen klant"
    if sinds is None:
        return ": sinds wanneer dit een klant is, staat nergens"
    if sinds > dossier.peildatum:
        return f" wordt klant op {taal.datum(sinds)}"
    jaren = (
        dossier.peildatum.year
        - sinds.year
        - ((dossier.peildatum.month, dossier.peildatum.day) < (sinds.month, sinds.day))
    )
    hoe_lang = f", {jaren} jaar" if jaren else ""
    was = "was klant vanaf" if dossier.fase.waarde == "beeindigd" else "is klant sinds"
    return f" {was} {taal.datum(sinds)}{hoe_lang if was.startswith('is') else ''}"


# --- what we do, and how it went before ---


def _werk(dossier: Dossier) -> Iterator[str]:
    standen = sorted(dossier.contracten.values(), key=_volgorde)
    if not standen:
        yield "Er is geen contract"
    for stand in standen[:CONTRACTEN]:
        yield from _contract(dossier, stand)
    rest = len(standen) - CONTRACTEN
    if rest > 0:
        yield f"Er {'is' if rest == 1 else 'zijn'} nog {taal.aantal(rest, 'contract', 'contracten')}"
    yield _omzet(dossier)
    if (aandeel := dossier.account.ons_aandeel) is not None:
        yield f"Wij leveren {taal.procent(aandeel)} van wat deze klant in ons vak inkoopt"


def _volgorde(stand: Contractstand) -> tuple[bool, int]:
    """What still runs comes first, and of each the newest."""
    return stand.fase.waarde == "beeindigd", -stand.contract.startdatum.toordinal()


def _contract(dossier: Dossier, stand: Contractstand) -> Iterator[str]:
    contract, begin = stand.contract, taal.datum(stand.contract.startdatum)
    einde = eind_van(stand)
    tot = f" tot en met {taal.datum(einde)}" if einde else ""
    if contract.startdatum_geschat:
        begin = f"ongeveer {begin}"
    if stand.fase.waarde == "beeindigd":
        yield f"{contract.titel} liep van {begin}{tot}{'' if tot else ', en is afgelopen'}"
    else:
        woord = "begint op" if contract.startdatum > dossier.peildatum else "loopt sinds"
        af = ""
        if einde is not None and einde < dossier.peildatum:
            af = f". Het liep af op {taal.datum(einde)}, en loopt door zonder nieuwe afspraak"
        yield f"{contract.titel} {woord} {begin}{af}"
    yield from _afloop(contract, dossier.peildatum)


def _afloop(contract: Contract, peildatum: date) -> Iterator[str]:
    """Say how the periods of a contract ended: renewals, the last outcome, a notice."""
    verteld = {een.datum for een in contract.uitkomsten}
    verlengd = [een for een in contract.verlengingen if een.datum <= peildatum and een.datum not in verteld]
    if verlengd:
        laatste = verlengd[-1]
        keer = f"{len(verlengd)} keer verlengd, het laatst" if len(verlengd) > 1 else "verlengd"
        hoe = "vanzelf" if laatste.soort == "stilzwijgend" else "in overleg"
        yield f"Het is {keer} op {taal.datum(laatste.datum)} ({hoe})"
    for uitkomst in [een for een in contract.uitkomsten if een.datum <= peildatum][-2:]:
        woord = labels.RESULTAAT[uitkomst.resultaat].tekst.lower()
        waarom = f", {citaat(uitkomst.toelichting)}" if uitkomst.toelichting else ", zonder uitleg erbij"
        yield f"Uitkomst op {taal.datum(uitkomst.datum)}: {woord}{waarom}"
    if opzegging := contract.opzegging:
        wie = "De klant zegde" if opzegging.door == "klant" else "Wij zegden"
        per = f", per {taal.datum(opzegging.per_datum)}" if opzegging.per_datum else ""
        reden = f": {citaat(opzegging.reden)}" if opzegging.reden else ", zonder reden erbij"
        yield f"{wie} het op {taal.datum(opzegging.ontvangen_op)} op{per}{reden}"


def _omzet(dossier: Dossier) -> str:
    jaren = sorted(dossier.account.omzet.items())
    if not jaren:
        return ""
    (van, eerst), (tot, nu) = jaren[0], jaren[-1]
    if van == tot:
        return f"De omzet was {namen.bedrag(dossier, nu)} in {tot}"
    woord = "steeg" if nu > eerst else "daalde" if nu < eerst else "bleef gelijk"
    if woord == "bleef gelijk":
        return f"De omzet bleef {namen.bedrag(dossier, nu)}, van {van} tot en met {tot}"
    return f"De omzet {woord} van {namen.bedrag(dossier, eerst)} in {van} naar {namen.bedrag(dossier, nu)} in {tot}"


# --- the turns ---


def keerpunten(dossier: Dossier) -> list[Gebeurtenis]:
    """Give what changed the relation, the earliest first: how it began, and the last of the rest.

    A change of account manager that stands among the changes too is told there; a renewal that stands there with its
    new last day is not told again as the outcome of that day.
    """
    alles = [een for een in reversed(gebeurtenissen(dossier)) if een.soort in KEERPUNT]
    eigen = {een.datum for een in dossier.account.wijzigingen if een.soort == "eigen_team"}
    alles = [een for een in alles if een.soort != "Overdracht" or een.datum not in eigen]
    verlengd = [(een.datum, een.tekst) for een in alles if een.soort == "Contract"]
    alles = [een for een in alles if een.soort != "Uitkomst" or not _staat_er(een, verlengd)]
    alles.sort(key=lambda een: (een.datum, een.soort != "Klant"))
    return [*alles[:1], *alles[1:][-(KEERPUNTEN - 1) :]]


def _staat_er(uitkomst: Gebeurtenis, verlengd: Sequence[tuple[date, str]]) -> bool:
    """Whether a renewal of the same contract, on the same day, tells this outcome already."""
    titel, _, woorden = uitkomst.tekst.partition(": ")
    return woorden.startswith("verlengd") and any(
        dag == uitkomst.datum and tekst.startswith(f"{titel} verlengd") for dag, tekst in verlengd
    )
