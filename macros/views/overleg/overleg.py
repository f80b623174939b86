"""Overleg: the weekly talk with one colleague on one A4, and that colleague's own overview.

By client, and never a comparison of colleagues. What the client shows stands beside the account manager's own call. Who
leads no client gets the questions of the own role: contracts, projects, conversations, clients of the own people.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.contact.bezetting import afwezig_op, in_dienst
from macros.afleidingen.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.punten import alle_punten, puntregel
from macros.views.delen.stukken import Dag, Link, Zacht
from macros.views.delen.werklijst import Deel as Lijst
from macros.views.delen.werklijst import Regel, Werklijst, kaal
from macros.views.overleg import overlegdelen, overlegwerk
from macros.views.overleg.bespreken import Bespreek, besprekingen, is_rustig, loopt_niet
from macros.views.overleg.gebeurd import Gebeurtenis, gebeurd
from macros.views.overleg.kring import Kring, kringen
from macros.views.overleg.overlegblad import Blad, blad
from macros.views.overleg.overlegdelen import Deel
from macros.views.overleg.zelfscan import zelfscan
from macros.views.render import Inhoud
from macros.woorden import taal

ERNST = {"zorg": 0, "let_op": 1}
"""Which klantbeeld comes first in the talk; the others run by their next decision."""
CONTACT = frozenset({"contact", "kennismaking"})


@dataclass(frozen=True)
class Overleg:
    """What `overleg.html` may use."""

    template: ClassVar[str] = "overleg.html"
    stand: str
    """Why this is no ordinary talk: the colleague left, is away, or leads no client; empty otherwise."""
    klanten: tuple[Bespreek, ...]
    """Clients to talk about: worries first, then by next decision."""
    rustig: tuple[tuple[str, str], ...]
    """Id and name of the other clients, by name."""
    lijsten: tuple[Werklijst, ...]
    """What happened since a week ago, and the conversations of an account manager that are late or due this week."""
    delen: tuple[Deel, ...]
    """The tables of this colleague's roles, what is asked first on top."""
    werk: Werklijst | None
    """Everything else in this colleague's name that is late or due within a month."""
    leeg: str
    zelfscan: tuple[Inhoud, ...]
    """Where this colleague wants to win something; on the screen only, and may be nothing."""
    blad: Blad


def overleg(portefeuille: Portefeuille, persoon: Persoon) -> Overleg:
    """Make the talk with `persoon`."""
    kring = kringen(portefeuille)[persoon.id]
    punten = alle_punten(portefeuille).van.get(persoon.id, [])
    sinds = portefeuille.peildatum - timedelta(days=portefeuille.gedeeld.instellingen.stand_week_dagen)
    terug = sorted(
        (feit for dossier in kring.klanten for feit in gebeurd(dossier, sinds)),
        key=lambda feit: (-feit.dag.toordinal(), feit.naam),
    )
    klanten, rustig = _klanten(kring.klanten, besprekingen(portefeuille))
    week = [punt for punt in punten if kring.klanten and _in_week(punt)]
    elders = _in_week if kring.klanten else _in_contactschema
    werk = [punt for punt in punten if not elders(punt)]
    delen = tuple(_delen(persoon, kring, portefeuille))
    past = blad(klanten, terug=terug, week=week, rustig=len(rustig), delen=delen, werk=werk)
    return Overleg(
        stand=_stand(portefeuille, persoon, kring),
        klanten=klanten,
        rustig=rustig,
        lijsten=_lijsten(terug, week, sinds, portefeuille, past.lijst) if klanten or rustig or week else (),
        delen=tuple(
            replace(deel, tabel=replace(deel.tabel, gedrukt=rijen))
            for deel, rijen in zip(delen, past.delen, strict=True)
        ),
        werk=_werk(werk, portefeuille, past.werk) if werk else None,
        leeg="" if week or klanten or delen else "Er staat niets op deze naam dat te laat is of deze maand moet.",
        zelfscan=zelfscan(persoon, portefeuille.gedeeld, heeft_klanten=bool(kring.klanten)),
        blad=past,
    )


def _lijsten(
    terug: list[Gebeurtenis], week: list[Aandachtspunt], sinds: date, portefeuille: Portefeuille, gedrukt: int
) -> tuple[Werklijst, ...]:
    """Put the look back beside the conversations."""
    gebeurd_ = Lijst(
        ("Sinds vorig overleg", Zacht(f"vanaf {taal.datum(sinds)}")),
        [Regel((Dag(feit.dag), Link(feit.naam, f"accounts/{feit.id}/#tijdlijn"), feit.tekst)) for feit in terug],
        "In deze dagen is er niets vastgelegd.",
        anker="sinds",
        gedrukt=gedrukt,
    )
    gesprekken = Lijst(
        "Contact: te laat en deze week",
        [_gesprek(punt, portefeuille) for punt in week],
        "Niemand is aan de beurt.",
        anker="week",
        gedrukt=gedrukt,
    )
    return kaal(gebeurd_, niveau=2), kaal(gesprekken, niveau=2)


def _gesprek(punt: Aandachtspunt, portefeuille: Portefeuille) -> Regel:
    klant = Link(portefeuille.dossiers[punt.id].naam, punt.doel)
    return Regel((klant, punt.titel.replace("Neem contact op: ", ""), Zacht(punt.waarom)), stand=punt.stand)


def _werk(werk: list[Aandachtspunt], portefeuille: Portefeuille, gedrukt: int) -> Werklijst:
    """Write the work of one colleague, whose name then needs no mention."""
    regels = [replace(puntregel(punt, portefeuille), wie=None, kenmerken={}) for punt in werk]
    return kaal(Lijst("Alles wat op deze naam staat", regels, anker="werk", gedrukt=gedrukt), niveau=2)


def _in_week(punt: Aandachtspunt) -> bool:
    """Whether a conversation stands beside the look back."""
    return punt.soort in CONTACT and punt.stand != "deze_maand"


def _in_contactschema(punt: Aandachtspunt) -> bool:
    """Whether a conversation stands in the table of who leads no client."""
    return punt.soort == "contact"


def _delen(persoon: Persoon, kring: Kring, portefeuille: Portefeuille) -> Iterator[Deel]:
    """Give the tables of the roles this colleague really has; an account manager's conversations stand in the talk."""
    if kring.ploeg:
        yield overlegdelen.ploeg(kring, portefeuille)
    if kring.contracten:
        yield overlegwerk.contracten(kring)
    if kring.projecten:
        yield overlegwerk.projecten(kring)
    if kring.gesprekken and not kring.klanten:
        onderdelen = portefeuille.gedeeld.instellingen.onderdelen
        yield overlegdelen.gesprekken(kring, persoon.rollen, onderdelen)
    if kring.contracten:
        yield overlegwerk.dienstverlening(kring)
    if kring.projecten:
        yield overlegwerk.beloofd_en_verwacht(kring)
    if kring.klanten:
        yield overlegdelen.klanten(kring)


def _klanten(
    eigen: list[Dossier], besproken: dict[str, Bespreek]
) -> tuple[tuple[Bespreek, ...], tuple[tuple[str, str], ...]]:
    """Part the clients in those to talk about and the quiet ones; a quiet one without a contract is in neither."""
    paren = [(dossier, besproken[dossier.id]) for dossier in eigen]
    paren.sort(key=lambda paar: (ERNST.get(paar[0].klantbeeld.niveau, 2), paar[1].beslissing or date.max, paar[1].naam))
    stil = [(d.id, d.naam) for d, klant in paren if is_rustig(d, klant) and not loopt_niet(d)]
    return (
        tuple(klant for d, klant in paren if not is_rustig(d, klant)),
        tuple(sorted(stil, key=lambda paar: paar[1])),
    )


def _stand(portefeuille: Portefeuille, persoon: Persoon, kring: Kring) -> str:
    """Say why there is no ordinary talk with this colleague."""
    klanten, peildatum = taal.aantal(len(kring.klanten), "klant", "klanten"), portefeuille.peildatum
    if persoon.uit_dienst_op is not None and not in_dienst(persoon, peildatum):
        weg = f"{persoon.naam} werkt hier sinds {taal.datum(persoon.uit_dienst_op)} niet meer."
        if not kring.klanten:
            return f"{weg} Er staan geen klanten meer op deze naam."
        over = f" {portefeuille.naam(persoon.vervanger)} neemt waar." if persoon.vervanger else ""
        staan = "staat" if len(kring.klanten) == 1 else "staan"
        return f"{weg} {klanten} {staan} nog op deze naam: kies een nieuwe accountmanager.{over}"
    if afwezig := afwezig_op(persoon, peildatum):
        inval = afwezig.vervanger or persoon.vervanger
        over = f" {portefeuille.naam(inval)} neemt waar." if inval else " Niemand neemt waar."
        return f"{persoon.naam} is afwezig tot en met {taal.datum(afwezig.tot)}.{over}"
    return "" if kring.klanten else _rol(persoon, kring)


def _rol(persoon: Persoon, kring: Kring) -> str:
    """Say what a colleague who leads no client does."""
    managers = len({dossier.account.driehoek.accountmanager for dossier in kring.ploeg})
    rollen = [
        ("geeft leiding aan", managers, "accountmanager", "accountmanagers"),
        ("bewaakt", len(kring.contracten), "contract", "contracten"),
        ("leidt", len(kring.projecten), "project", "projecten"),
        ("houdt contact met", len({dossier.id for dossier, _ in kring.gesprekken}), "klant", "klanten"),
    ]
    zinnen = [f"{doet} {taal.aantal(aantal, een, meer)}" for doet, aantal, een, meer in rollen if aantal]
    if zinnen:
        return f"{persoon.naam} {taal.opsomming(zinnen)}."
    return f"{persoon.naam} is van geen enkele klant accountmanager. Wat wel op deze naam staat, vind je hieronder."
