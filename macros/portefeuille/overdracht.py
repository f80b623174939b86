"""When a client changes hands: from whom to whom, what is not handed over yet, and the first thirty days of contacts.

The thirty days are those of `kennismaking_dagen` and of the path of a new account manager (handbook, inwerken: day 30).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from macros.afleidingen.contact import bezetting
from macros.afleidingen.contact.bezetting import in_dienst, opvolger
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.web import aanwezigen, beslist_mee
from macros.afleidingen.dossier import Dossier
from macros.model.team import Contactpersoon
from macros.portefeuille.acties import UITGESTELD, openstaand
from macros.portefeuille.kennismaakdagen import kennismaakdagen, werkdag

EERSTE = timedelta(days=30)
"""How long the first contacts may take."""
NIEUW = timedelta(days=90)
"""So long after the handover a successor is new here: the path of a new account manager takes ninety days."""
LANG = timedelta(days=180)
"""So long at most a handover that left something open counts as new."""
OPVOLGER = ""
"""Stands for the successor while nobody is named."""
BELOOFD = frozenset({"toezegging", "toezegging_klant", "aanname", "canvasactie", "herstelactie", "reviewactie"})
"""Kinds of open things that have a day by which somebody waits for them."""


@dataclass(frozen=True, slots=True)
class Wissel:
    """One change of account manager: the last one while it is new, else the next one."""

    van: str
    """Who gives the client away: a colleague's id."""
    naar: str | None
    """Who gets it; None while nobody is named."""
    op: date | None
    """Day of the handover; None when it is still to come or nobody wrote it down."""
    begin: date
    """First of the thirty days: the day of the handover, or the peildatum once those thirty days are over."""

    dagen: timedelta = EERSTE

    @property
    def tot(self) -> date:
        """Last of the thirty days."""
        return self.begin + self.dagen


def gekregen(dossier: Dossier) -> bool:
    """Whether this client was handed over lately, a while ago with something left open, or on a day nobody wrote."""
    eerder, peildatum = bezetting.overdracht(dossier.account), dossier.peildatum
    if eerder is None or eerder.op is None or eerder.op > peildatum - NIEUW:
        return eerder is not None
    return eerder.op > peildatum - LANG and bool(niet_overgedragen(dossier))


def wissel(dossier: Dossier) -> Wissel:
    """Say which change of account manager this client is in, or would be in if it were handed over today.

    Of a client whose account manager leaves, or left, the deputy is who gets it.
    """
    eerder, peildatum = bezetting.overdracht(dossier.account), dossier.peildatum
    manager = dossier.account.driehoek.accountmanager
    if eerder and gekregen(dossier):
        op = eerder.op
        return Wissel(eerder.van, manager, op, op if op and op + EERSTE >= peildatum else peildatum)
    weg = dossier.gedeeld.personen[manager].uit_dienst_op if manager in dossier.gedeeld.personen else None
    nieuw = opvolger(manager, dossier.gedeeld.personen, max(weg, peildatum) + timedelta(days=1)) if weg else None
    return Wissel(manager, nieuw, None, peildatum)


def is_hier(dossier: Dossier, wie: str | None) -> bool:
    """Whether this colleague still works with us on the peildatum."""
    persoon = dossier.gedeeld.personen.get(wie or "")
    return persoon is not None and in_dienst(persoon, dossier.peildatum)


def mensen(dossier: Dossier) -> list[Contactpersoon]:
    """Everyone who is there, whom to meet first in front."""
    return aanwezigen(dossier.account.contactpersonen, dossier.peildatum)


# --- what is not handed over yet ---


@dataclass(frozen=True, slots=True)
class Rest:
    """One thing that the change of account manager left open."""

    soort: str
    """`toezegging`, `actie`, `alleen`, `aanspreekpunt`, `wijziging` or `naam`."""
    over: tuple[str, ...]
    """What it is about: words of the file, or ids of contact persons."""


def niet_overgedragen(dossier: Dossier) -> tuple[Rest, ...]:
    """Give what still hangs on who had this client before; nothing while there was no handover."""
    eerder = bezetting.overdracht(dossier.account)
    if eerder is None:
        return ()
    account, van, manager = dossier.account, eerder.van, dossier.account.driehoek.accountmanager
    open_ = [een for een in openstaand(dossier) if een.van == van]
    beloofd = tuple(een.titel for een in open_ if een.soort == "toezegging")
    acties = tuple(een.titel for een in open_ if een.soort not in {"toezegging", "toezegging_klant"})
    alleen = tuple(een.id for een in mensen(dossier) if manager not in een.relaties and _gesproken_tot(dossier, een.id))
    gevonden = (
        Rest("toezegging", beloofd) if beloofd else None,
        Rest("actie", acties) if acties else None,
        Rest("alleen", alleen) if alleen else None,
        Rest("aanspreekpunt", ()) if account.aanspreekpunt_bekend_bij_klant is False else None,
        Rest("wijziging", ()) if not eerder.vastgelegd else None,
        Rest("naam", ()) if van in (account.driehoek.contractmanager, *account.driehoek.projectmanagers) else None,
    )
    return tuple(rest for rest in gevonden if rest)


def _gesproken_tot(dossier: Dossier, wie: str) -> bool:
    """Whether somebody was spoken to before, and never by the present account manager."""
    manager = dossier.account.driehoek.accountmanager
    geweest = [m for m in dossier.account.contactmomenten if wie in m.met and m.datum <= dossier.peildatum]
    return bool(geweest) and all(moment.wie != manager for moment in geweest)


# --- the first thirty days ---


@dataclass(frozen=True, slots=True)
class Stap:
    """One thing to do in the first thirty days."""

    dag: date
    """Last day for it; before the peildatum it is late."""
    soort: str
    """`afspraak`, `kennismaken`, `contact`, `contract`, or a kind of `acties.Openstaand`."""
    wat: str
    """Words of the file or of the rule; empty for an introduction."""
    met: tuple[str, ...]
    """People at the client, by id."""
    wie: tuple[str, ...]
    """Colleagues by id, who does it first; `OPVOLGER` for who is not named yet, no one at all while nobody does."""
    doel: str
    """Path below the root of the site where the fact stands."""


def daarna(dossier: Dossier, wie: Wissel) -> tuple[Stap, ...]:
    """Give what comes after the first thirty days, until a successor is no longer new."""
    return tuple(stap for stap in eerste_dagen(dossier, replace(wie, dagen=NIEUW)) if stap.dag > wie.tot)


def eerste_dagen(dossier: Dossier, wie: Wissel) -> tuple[Stap, ...]:
    """Give the first thirty days of a handover: talks, introductions, contact rules, contract days and promises.

    What is late comes along. Introductions are spread over `kennismaking_dagen`, who decides first; an earlier day of a
    new face, or of a contact rule of the account manager, goes before. At a client that is gone nobody is met.
    """
    stappen = [*_afspraken(dossier, wie), *_contract(dossier, wie), *_beloofd(dossier, wie)]
    if dossier.fase.waarde != "beeindigd":
        stappen += _contacten(dossier, wie, [*_kennismakingen(dossier, wie)])
    return tuple(sorted(stappen, key=lambda stap: (stap.dag, stap.soort, stap.wat, stap.met)))


def _afspraken(dossier: Dossier, wissel_: Wissel) -> Iterator[Stap]:
    """Give the talks that are planned; the successor comes along to who is to be met, and need not go twice."""
    for moment in dossier.account.contactmomenten:
        if max(dossier.peildatum, wissel_.begin - timedelta(days=1)) < moment.datum <= wissel_.tot:
            nieuw = wissel_.naar or OPVOLGER
            mee = (nieuw,) if any(een.id in moment.met and _moet(dossier, een) for een in mensen(dossier)) else ()
            wie = tuple(dict.fromkeys((*((moment.wie,) if moment.wie else ()), *mee)))
            doel = f"accounts/{dossier.id}/#contact"
            yield Stap(moment.datum, "afspraak", moment.kern or "", tuple(moment.met), wie, doel)


def _kennismakingen(dossier: Dossier, wissel_: Wissel) -> Iterator[Stap]:
    """Spread the introductions of the new account manager; whom that one spoke since the handover is met already."""
    al = {wie for stap in _afspraken(dossier, wissel_) for wie in stap.met}
    if wissel_.op:
        al |= {
            w for m in dossier.account.contactmomenten if m.wie == wissel_.naar for w in m.met if _na(m.datum, dossier)
        }
    te_gaan = [een for een in mensen(dossier) if een.id not in al and _moet(dossier, een)]
    dagen = kennismaakdagen(dossier, wissel_.begin)
    for nummer, persoon in enumerate(te_gaan, start=1):
        uiterlijk = wissel_.begin + timedelta(days=max(1, dagen * nummer // len(te_gaan)))
        gevraagd = dossier.kennismaking.get(persoon.id)
        dag = min(uiterlijk, gevraagd.waarde) if gevraagd else uiterlijk
        wie = (wissel_.naar or OPVOLGER, *_voorsteller(dossier, persoon, wissel_))
        yield Stap(
            werkdag(dossier, dag, wissel_.begin), "kennismaken", "", (persoon.id,), wie, f"accounts/{dossier.id}/#web"
        )


def _na(dag: date, dossier: Dossier) -> bool:
    op = dossier.account.overgedragen_op
    return op is not None and op <= dag <= dossier.peildatum


def _moet(dossier: Dossier, persoon: Contactpersoon) -> bool:
    return beslist_mee(persoon) or persoon.rol_bvt == "inkoper" or persoon.id in dossier.kennismaking


def _voorsteller(dossier: Dossier, persoon: Contactpersoon, wissel_: Wissel) -> tuple[str, ...]:
    """Who of us introduces: who gives the client away if that one knows this person, else another; who is away last."""
    kennen = [wie for wie in persoon.relaties if wie != wissel_.naar and is_hier(dossier, wie)]
    personen, dag = dossier.gedeeld.personen, max(dossier.peildatum, wissel_.begin)
    kennen.sort(key=lambda wie: (bezetting.afwezig_op(personen[wie], dag) is not None, wie != wissel_.van))
    return tuple(kennen[:1])


def _contacten(dossier: Dossier, wissel_: Wissel, kennis: list[Stap]) -> Iterator[Stap]:
    """Give the introductions and the contact rules that come due; a rule of the account manager moves one of those."""
    for regel in dossier.contact:
        dag = regel.volgende.waarde
        if regel.stand != "te_laat":
            dag = werkdag(dossier, dag, wissel_.begin)
        if regel.stand == UITGESTELD or dag > wissel_.tot:
            continue
        met = _met(dossier, regel)
        van_manager = regel.wie in {"accountmanager", dossier.account.driehoek.accountmanager}
        plek = next((n for n, stap in enumerate(kennis) if van_manager and stap.met[0] in met), None)
        if plek is None:
            wie = (wissel_.naar or OPVOLGER,) if van_manager else regel.personen
            doel = f"accounts/{dossier.id}/#waarom-contact-{regel.regel}"
            yield Stap(dag, "contact", regel.naam, met[:2], wie, doel)
        else:
            stap = kennis[plek]
            eerder = werkdag(dossier, min(stap.dag, dag), wissel_.begin)
            kennis[plek] = replace(stap, dag=eerder, wat=" en ".join(filter(None, (stap.wat, regel.naam))))
    yield from kennis


def _met(dossier: Dossier, regel: Contactstand) -> tuple[str, ...]:
    """Whom a rule is about: who it names and is there, else everyone of the layer."""
    hier = mensen(dossier)
    return tuple(een.id for een in hier if een.id in regel.met or (not regel.met and een.laag == regel.laag))


def _contract(dossier: Dossier, wissel_: Wissel) -> Iterator[Stap]:
    manager = wissel_.naar or OPVOLGER
    for punt in dossier.agenda:
        if not punt.gedaan and not punt.is_herinnering and not punt.wacht and punt.datum <= wissel_.tot:
            titel = dossier.contracten[punt.contract].contract.titel
            doel = f"accounts/{dossier.id}/#{punt.anker}"
            yield Stap(punt.datum, "contract", f"{punt.naam}: {titel}", (), (manager,), doel)


def _beloofd(dossier: Dossier, wissel_: Wissel) -> Iterator[Stap]:
    """Give what somebody waits for; of a thing that stands there as promise and as action, with the same day, one."""
    gezegd: list[tuple[date, str]] = []
    for een in openstaand(dossier):
        if een.soort not in BELOOFD or een.datum is None or een.stand == UITGESTELD or een.datum > wissel_.tot:
            continue
        tekst = een.titel.casefold()
        if any(dag == een.datum and (al.startswith(tekst) or tekst.startswith(al)) for dag, al in gezegd):
            continue
        gezegd.append((een.datum, tekst))
        wie = (wissel_.naar or OPVOLGER) if een.van == wissel_.van or een.soort == "toezegging_klant" else een.wie
        yield Stap(een.datum, een.soort, een.titel, (), () if wie is None else (wie,), een.doel)


def eerst(rijen: Sequence[Dossier]) -> list[Dossier]:
    """Put clients in the order in which a successor begins.

    First where the client gives worry or something is decided within `NIEUW`, then where a promise of ours is late,
    then by the day that decides; of one day by name.
    """
    return sorted(rijen, key=_rang)


def _rang(dossier: Dossier) -> tuple[bool, bool, date, str]:
    dag = dossier.beslismoment.waarde or date.max
    eerst_ = dossier.klantbeeld.niveau == "zorg" or beslist_gauw(dossier)
    return not eerst_, not te_laat_beloofd(dossier), dag, dossier.naam


def beslist_gauw(dossier: Dossier) -> bool:
    """Whether something is decided before a successor is no longer new."""
    dag = dossier.beslismoment.waarde
    return dag is not None and dossier.peildatum <= dag <= dossier.peildatum + NIEUW


def te_laat_beloofd(dossier: Dossier) -> int:
    """How many promises of ours are late."""
    return sum(een.soort == "toezegging" and een.stand == "te_laat" for een in openstaand(dossier))
