"""Who of us fills a role at this client, who is there on a day, and who stands in for whom (domain 2.5, 2.10).

A person has a role by `team.yml` or by the driehoek of the account. For `directie` the sponsor is the only one; without
a sponsor it is anyone with that role. A deputy counts during absence and after the last day of service.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from macros.model.account import Account
from macros.model.contact import ROLLEN_REGEL
from macros.model.team import Afwezigheid, Persoon

# --- whether a colleague is there, and who does the work when not ---


def in_dienst(persoon: Persoon, dag: date) -> bool:
    """Whether this colleague works with us on this day; `uit_dienst_op` is the last day that still counts."""
    return persoon.uit_dienst_op is None or dag <= persoon.uit_dienst_op


def afwezig_op(persoon: Persoon, dag: date) -> Afwezigheid | None:
    """The absence that covers this day, if any."""
    return next((afwezig for afwezig in persoon.afwezig if afwezig.van <= dag <= afwezig.tot), None)


def waarnemer(wie: str, personen: Mapping[str, Persoon], dag: date) -> str | None:
    """Who does the work of `wie` on this day: that colleague, else the deputy, else the deputy's own deputy.

    None when nobody does: somebody in that line has no deputy, or they only name each other.
    """
    gevraagd: set[str] = set()
    nu: str | None = wie
    while nu is not None and nu in personen and nu not in gevraagd:
        persoon, afwezig = personen[nu], afwezig_op(personen[nu], dag)
        if in_dienst(persoon, dag) and afwezig is None:
            return nu
        gevraagd.add(nu)
        # The deputy of one absence does not count for somebody who has left.
        nu = (afwezig.vervanger if afwezig and in_dienst(persoon, dag) else None) or persoon.vervanger
    return None


def opvolger(wie: str, personen: Mapping[str, Persoon], dag: date) -> str | None:
    """Whose work it is on this day: `wie` while in service, away or not, and after that the deputy still in service."""
    gevraagd: set[str] = set()
    nu: str | None = wie
    while nu is not None and nu in personen and nu not in gevraagd:
        if in_dienst(personen[nu], dag):
            return nu
        gevraagd.add(nu)
        nu = personen[nu].vervanger
    return None


def doet(wie: str, personen: Mapping[str, Persoon], dag: date) -> str | None:
    """Who does the work of `wie`: whoever is there, else whose work it stays; None when everybody in line left."""
    return waarnemer(wie, personen, dag) or opvolger(wie, personen, dag)


def naam(wie: str | None, personen: Mapping[str, Persoon], door: str | None = None) -> str:
    """Name a colleague, and `door` who does the work now: "Bram Oudkerk (Anouk de Wit neemt waar)".

    Empty for None; the id itself of who is not in the team.
    """
    if wie is None:
        return ""
    eigen = personen[wie].naam if wie in personen else wie
    return f"{eigen} ({naam(door, personen)} neemt waar)" if door else eigen


def naam_op(wie: str, personen: Mapping[str, Persoon], dag: date) -> str:
    """Name a colleague, and who does the work on this day when that is another."""
    door = waarnemer(wie, personen, dag)
    return naam(wie, personen, None if door == wie else door)


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


# --- what one account manager left behind for the next (domain 2.2, 5.5) ---

VOORAF = timedelta(days=31)
"""How long before the handover the change may be recorded: the client often hears it earlier."""


@dataclass(frozen=True, slots=True)
class Overdracht:
    """One handover."""

    van: str
    """Id of the colleague who had this client before."""
    op: date | None
    """Day of the handover; None when nobody wrote it down."""
    beloften: int
    """Promises of ours that are still open."""
    vastgelegd: bool
    """Whether `wijzigingen` holds a change of our own team around that day; without a day: any such change."""


def overdracht(account: Account) -> Overdracht | None:
    """Return the handover of this client; None when it always had the same account manager."""
    if account.vorige_accountmanager is None:
        return None
    op = account.overgedragen_op
    return Overdracht(
        van=account.vorige_accountmanager,
        op=op,
        beloften=sum(belofte.van == "wij" and belofte.stand == "open" for belofte in account.toezeggingen),
        vastgelegd=any(
            wijziging.soort == "eigen_team" and (op is None or wijziging.datum >= op - VOORAF)
            for wijziging in account.wijzigingen
        ),
    )
