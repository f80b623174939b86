"""The rota of the collegiale frisse blik: which independent colleague could look at which client (domain 2.8).

Independent is nobody who works for the client: account, contract and project managers, sponsor, members of a steering
group, who keeps in touch by a rule of its own, the former account manager, and whoever stands in for one of them. Nor
who is above or below the account manager, at whatever distance: nobody marks the work of the own boss. Nor does anyone
look twice in a row at the same client, or on a day of absence, before service begins or after it ended.
Of who is left the colleague is asked who has done, planned or been proposed for the fewest looks [V].

The clients are served by due day and then by id, so that the same data give the same proposals, in whatever order the
files stand, and a look far away never changes who is proposed for one nearby.
"""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.bezetting import Vervanging, aangewezen, vervangingen
from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.blikken import Blikken, Collegas, blikken, collega_van, op_naam, plandag
from macros.model.account import Account
from macros.model.contact import ROLLEN_REGEL
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille

VAN_BUITEN = "A"
"""The segment where an outsider is the norm."""
MAANDEN = 12
"""Looks of this many months count as load."""


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """One client that asks for a colleague."""

    id: str
    dag: date
    """Day of the look: the day it is due, or the peildatum when that has passed."""
    team: frozenset[str]
    """Who works for the client."""
    vorige: frozenset[str]
    """Colleague of the last look that one of us held; two when they have the same name."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Who could look at one client."""

    persoon: str | None
    """None when nobody is independent and present."""
    drukte: int
    """Looks of this colleague in the last year, planned or proposed before this one; 0 for nobody."""


def voorstellen(portefeuille: Portefeuille) -> dict[str, Voorstel]:
    """A proposal for each client that needs a look and has none planned; none for A, where an outsider is the norm."""
    personen, peildatum = portefeuille.gedeeld.personen, portefeuille.peildatum
    invallers, collegas = vervangingen(personen), op_naam(personen.values())
    per_klant = {naam: blikken(d.account, peildatum) for naam, d in portefeuille.dossiers.items()}
    aanvragen = [
        _aanvraag(dossier, per_klant[naam], invallers, collegas)
        for naam, dossier in portefeuille.dossiers.items()
        if vraagt_collega(dossier, per_klant[naam])
    ]
    return verdeel(aanvragen, personen.values(), drukte(per_klant.values(), collegas, peildatum))


def vraagt_collega(dossier: Dossier, stand: Blikken) -> bool:
    """Whether to propose a colleague: a look is due, no plan stands or waits for its result, and no outsider must."""
    plan = stand.gepland or stand.niet_vastgelegd
    return dossier.fresheyes_vervalt.waarde is not None and plan is None and dossier.segment.waarde != VAN_BUITEN


def verdeel(
    aanvragen: Iterable[Aanvraag], personen: Iterable[Persoon], al_gedaan: Mapping[str, int]
) -> dict[str, Voorstel]:
    """Spread the requests over the colleagues: the one with the fewest looks does the next, of equals the first id."""
    telling = Counter(al_gedaan)

    def rang(persoon: Persoon) -> tuple[int, str]:
        return telling[persoon.id], persoon.id

    rij = sorted(personen, key=rang)
    verdeeld: dict[str, Voorstel] = {}
    for vraag in sorted(aanvragen, key=lambda vraag: (vraag.dag, vraag.id)):
        niet = vraag.team | vraag.vorige
        wie = next((p for p in rij if p.id not in niet and aanwezig(p, vraag.dag)), None)
        verdeeld[vraag.id] = Voorstel(wie.id if wie else None, telling[wie.id] if wie else 0)
        if wie:
            rij.remove(wie)  # and back at the place that fits the new count: sorting anew for each client is slow
            telling[wie.id] += 1
            insort(rij, wie, key=rang)
    return verdeeld


def aanwezig(persoon: Persoon, dag: date) -> bool:
    """Whether a colleague is in service and not absent on this day."""
    begonnen = persoon.in_dienst_sinds is None or persoon.in_dienst_sinds <= dag
    gebleven = persoon.uit_dienst_op is None or dag <= persoon.uit_dienst_op
    return begonnen and gebleven and not any(weg.van <= dag <= weg.tot for weg in persoon.afwezig)


def drukte(standen: Iterable[Blikken], collegas: Collegas, peildatum: date) -> Counter[str]:
    """Looks per colleague: held in the last twelve months, or planned."""
    vanaf = min_maanden(peildatum, MAANDEN)
    telling: Counter[str] = Counter()
    for stand in standen:
        recent = [blik for blik in stand.gehouden if (dag := plandag(blik)) and dag > vanaf]
        for blik in [*recent, *([stand.gepland] if stand.gepland else [])]:
            telling.update(collega_van(blik, collegas))
    return telling


def team(account: Account) -> frozenset[str]:
    """Everyone of us who works or worked for this client, by id; ids of people at the client may be among them."""
    return frozenset(
        [naam for rol in ROLLEN_REGEL for naam in aangewezen(rol, account)]
        + [project.contractmanager for project in account.projecten if project.contractmanager]
        + [lid for project in account.projecten for lid in project.stuurgroep]
        + [regel.wie for regel in account.contactregels if regel.wie]
        + ([account.vorige_accountmanager] if account.vorige_accountmanager else [])
    )


def _gezagslijn(wie: str, personen: Mapping[str, Persoon]) -> frozenset[str]:
    """Everyone above this colleague and everyone below, by id; a ring of managers ends where it began."""
    onder, boven, chef = {wie}, {wie}, wie
    while (persoon := personen.get(chef)) and persoon.leidinggevende and persoon.leidinggevende not in boven:
        boven.add(chef := persoon.leidinggevende)
    while erbij := {p.id for p in personen.values() if p.leidinggevende in onder} - onder:
        onder |= erbij
    return frozenset(boven | onder)


def _aanvraag(dossier: Dossier, stand: Blikken, invallers: Sequence[Vervanging], collegas: Collegas) -> Aanvraag:
    peildatum = dossier.peildatum
    dag = max(dossier.fresheyes_vervalt.waarde or peildatum, peildatum)
    eigen = team(dossier.account)
    lijn = _gezagslijn(dossier.account.driehoek.accountmanager, dossier.gedeeld.personen)
    waarnemers = {inval.door for inval in invallers if inval.voor in eigen and _nu_of_dan(inval, peildatum, dag)}
    van_ons = (namen for blik in stand.gehouden if (namen := collega_van(blik, collegas)))
    return Aanvraag(dossier.id, dag, eigen | waarnemers | lijn, next(van_ons, frozenset()))


def _nu_of_dan(inval: Vervanging, peildatum: date, dag: date) -> bool:
    """Whether a deputy stands in today, or on the day of the look."""
    return inval.geldt(peildatum) or inval.geldt(dag)
