"""Option deadlines, and for a public client the last day to publish a tender (3.5)."""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.afleidingen.contract.contractfeit import contractfeit, in_dagen, in_maanden, termijn
from macros.afleidingen.contract.datums import termijn_terug
from macros.afleidingen.contract.looptijd import Periode, maximale_periode, open_opties
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, instelling, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.contract import Contract, Optie
from macros.model.instellingen import Instellingen

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
