"""Who of us fills a role at this client, and who stands in for whom (domain 2.5, 2.10).

A person has a role by `team.yml` or by the driehoek of the account. For `directie` the sponsor is the only one; without
a sponsor it is anyone with that role. A deputy counts during absence and after the last day of service.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from macros.model.account import Account
from macros.model.contact import ROLLEN_REGEL
from macros.model.team import Persoon


@dataclass(frozen=True, slots=True)
class Vervanging:
    """From `van` until and including `tot` the work of `voor` is done by `door`."""

    voor: str
    door: str
    van: date
    tot: date

    def geldt(self, dag: date) -> bool:
        """Whether it holds on this day."""
        return self.van <= dag <= self.tot


def vervangingen(personen: Mapping[str, Persoon]) -> tuple[Vervanging, ...]:
    """Every period in which one of us stands in for another; an absence may name its own deputy."""
    gevonden = []
    for persoon in personen.values():
        for afwezig in persoon.afwezig:
            door = afwezig.vervanger or persoon.vervanger
            if door:
                gevonden.append(Vervanging(persoon.id, door, afwezig.van, afwezig.tot))
        if persoon.uit_dienst_op and persoon.vervanger:
            eerste_dag = persoon.uit_dienst_op + timedelta(days=1)
            gevonden.append(Vervanging(persoon.id, persoon.vervanger, eerste_dag, date.max))
    return tuple(gevonden)


def aangewezen(wie: str, account: Account) -> tuple[str, ...]:
    """The people this account itself puts in the role `wie`, in file order; of a person's id that person."""
    driehoek = account.driehoek
    match wie:
        case "accountmanager":
            return (driehoek.accountmanager,)
        case "contractmanager":
            namen = [driehoek.contractmanager, *(contract.contractmanager for contract in account.contracten)]
        case "projectmanager":
            namen = [*driehoek.projectmanagers, *(project.projectmanager for project in account.projecten)]
        case "directie":
            namen = [driehoek.directie_sponsor]
        case _:
            return (wie,)
    return tuple(dict.fromkeys(naam for naam in namen if naam))


def bevoegd(wie: str, account: Account, personen: Mapping[str, Persoon]) -> frozenset[str]:
    """Everyone whose contact counts for a rule of `wie`, deputies apart."""
    eigen = aangewezen(wie, account)
    if wie not in ROLLEN_REGEL or (wie == "directie" and eigen):
        return frozenset(eigen)
    return frozenset(eigen).union(persoon.id for persoon in personen.values() if wie in persoon.rollen)


def aan_zet(wie: str, account: Account, personen: Mapping[str, Persoon], peildatum: date) -> tuple[str, ...]:
    """The people who should act for a rule of `wie` today: who the account names, or the deputy of who is away.

    `directie` without a sponsor is anyone with that role; another role that nobody fills is empty. The contract manager
    of the account comes before those of single contracts.
    """
    eigen = aangewezen(wie, account)
    if wie == "contractmanager" and account.driehoek.contractmanager:
        eigen = eigen[:1]
    if wie == "directie" and not eigen:
        eigen = tuple(persoon.id for persoon in personen.values() if wie in persoon.rollen)
    nu = {v.voor: v.door for v in vervangingen(personen) if v.geldt(peildatum)}
    return tuple(dict.fromkeys(nu.get(naam, naam) for naam in eigen))
