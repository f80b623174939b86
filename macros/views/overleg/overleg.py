"""Overleg: the weekly talk with one colleague on one A4, and that colleague's own overview.

By client, and never a comparison of colleagues. What the client shows stands beside the account manager's own call. Who
leads no client gets the questions of the own role: contracts, projects, conversations, clients of the own people.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from macros.aandacht.punt import Aandachtspunt
from macros.aandacht.week import Week, weken
from macros.afleidingen.contact.bezetting import afwezig_op, in_dienst
from macros.afleidingen.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Blad, Feiten, Leeg, Tussenkop
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.punten import alle_punten
from macros.views.delen.stukken import Dag, Link, Zacht, hoofdletter, telwoord
from macros.views.delen.veranderd import week_terug
from macros.views.delen.werklijst import Deel as Lijst
from macros.views.delen.werklijst import Regel, Werklijst, kaal
from macros.views.overleg import mijnoverzicht, overlegdelen, overlegvervolg, overlegwerk
from macros.views.overleg.bespreken import Bespreek, besprekingen, is_rustig, loopt_niet
from macros.views.overleg.gebeurd import Gebeurtenis, gebeurd, geschreven, nieuws, nieuwslijst
from macros.views.overleg.kring import Kring, aanwezigheid, andere_rollen, hoeveel, kringen, weg
from macros.views.overleg.overlegblad import Papier, blad
from macros.views.overleg.overlegdelen import Deel, zelfscan
from macros.views.render import Inhoud
from macros.woorden import taal

ERNST = {"zorg": 0, "let_op": 1}
"""Which klantbeeld comes first in the talk; the others run by their next decision."""
NIETS = "Er staat niets op deze naam dat te laat is of deze maand moet."


@dataclass(frozen=True)
class Overleg:
    """What `overleg.html` may use."""

    template: ClassVar[str] = "overleg.html"
    stand: str
    """Why this is no ordinary talk: the colleague left, is away, or leads no client; empty otherwise."""
    veranderd: Werklijst | None
    """What changed in the files since the last talk; None without a history, and for who talks about no client."""
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
    werk_eerst: bool
    """Whether that stands above the tables: on the own overview."""
    leeg: str
    zelfscan: tuple[Inhoud, ...]
    """Where this colleague wants to win something; on the screen only, and may be nothing."""
    blad: Papier


def overleg(portefeuille: Portefeuille, persoon: Persoon) -> Overleg:
    """Make the talk with `persoon`; the work of who has too much for one page goes on at `overlegvervolg`."""
    kring = kringen(portefeuille)[persoon.id]
    werk, rest = overlegvervolg.deel_van(portefeuille, persoon, 1)
    eigen = kring.bespreekt
    punten = weken(portefeuille).get(persoon.id, Week(persoon.id)).nu
    sinds = week_terug(portefeuille)
    bij_eigen = (feit for _, dossier in eigen for feit in gebeurd(dossier, sinds))
    # What this colleague wrote about an own client is already told of that client.
    terug = sorted(
        dict.fromkeys((*bij_eigen, *geschreven(portefeuille).get(persoon.id, ()))),
        key=lambda feit: (-feit.dag.toordinal(), feit.naam),
    )
    klanten, rustig = _klanten(eigen, besprekingen(portefeuille))
    week = [punt for punt in punten if eigen and overlegvervolg.in_week(punt)]
    mijn = mijnoverzicht.is_mijn(persoon, kring)
    delen = tuple(_delen(persoon, kring, portefeuille))
    nieuw = nieuws([dossier for _, dossier in eigen])
    past = blad(
        klanten, nieuw=nieuw, terug=terug, week=week, rustig=len(rustig), delen=delen, werk=werk, werk_eerst=mijn
    )
    return Overleg(
        stand=_stand(portefeuille, persoon, kring),
        veranderd=nieuwslijst(nieuw, sinds, past.nieuw) if portefeuille.gedeeld.geschiedenis.is_er and eigen else None,
        klanten=klanten,
        rustig=rustig,
        lijsten=_lijsten(terug, week, sinds, portefeuille, past.lijst) if klanten or rustig or week or terug else (),
        delen=tuple(
            replace(deel, tabel=replace(deel.tabel, gedrukt=rijen))
            for deel, rijen in zip(delen, past.delen, strict=True)
        ),
        werk=mijnoverzicht.werk(werk, kring, portefeuille, past.werk, rest) if werk else None,
        werk_eerst=mijn,
        leeg="" if week or klanten or delen or terug else NIETS,
        zelfscan=zelfscan(persoon, portefeuille.gedeeld, heeft_klanten=bool(kring.klanten)),
        blad=past,
    )


def _lijsten(
    terug: list[Gebeurtenis], week: list[Aandachtspunt], sinds: date, portefeuille: Portefeuille, gedrukt: int
) -> tuple[Werklijst, ...]:
    """Put the look back beside the conversations."""
    gebeurd_ = Lijst(
        ("Wat gebeurde er deze week", Zacht(f"vanaf {taal.datum(sinds)}")),
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
    return Regel((klant, punt.titel, Zacht(punt.waarom)), stand=punt.stand)


def _delen(persoon: Persoon, kring: Kring, portefeuille: Portefeuille) -> Iterator[Deel]:
    """Give the tables of the roles this colleague really has; an account manager's conversations stand in the talk."""
    if kring.ploeg:
        yield overlegdelen.ploeg(kring, portefeuille)
    if kring.contracten:
        yield overlegwerk.contracten(kring, persoon.id)
    if overlegwerk.geleid(kring):
        yield overlegwerk.projecten(kring)
    if kring.gesprekken and not kring.bespreekt and not mijnoverzicht.is_mijn(persoon, kring):
        onderdelen = portefeuille.gedeeld.instellingen.onderdelen
        yield overlegdelen.gesprekken(kring, persoon.rollen, onderdelen)
    if kring.contracten or overlegwerk.open_in_dienst(kring):
        yield overlegwerk.dienstverlening(kring)
    if overlegwerk.geleid(kring):
        yield overlegwerk.beloofd_en_verwacht(kring)
    if kring.klanten:
        yield overlegdelen.klanten(kring)
    for ander, van in kring.voor:
        for deel in _delen(ander, replace(van, gesprekken=[], voor=[]), portefeuille):
            kop = f"Van {ander.naam}: {deel.kop[0].lower()}{deel.kop[1:]}"
            yield replace(deel, anker=f"{deel.anker}-{ander.id}", kop=kop)


def _klanten(
    eigen: list[tuple[str, Dossier]], besproken: dict[str, Bespreek]
) -> tuple[tuple[Bespreek, ...], tuple[tuple[str, str], ...]]:
    """Part the clients in those to talk about and the quiet ones; a quiet one without a contract is in neither."""
    paren = [(dossier, replace(besproken[dossier.id], van=van)) for van, dossier in eigen]
    paren.sort(
        key=lambda paar: (
            paar[1].van,
            ERNST.get(paar[0].klantbeeld.niveau, 2),
            paar[1].beslissing or date.max,
            paar[1].naam,
        )
    )
    stil = [
        (d.id, k.naam + (f" (van {k.van})" if k.van else "")) for d, k in paren if is_rustig(d, k) and not loopt_niet(d)
    ]
    return (
        tuple(klant for d, klant in paren if not is_rustig(d, klant)),
        tuple(sorted(stil, key=lambda paar: paar[1])),
    )


def _stand(portefeuille: Portefeuille, persoon: Persoon, kring: Kring) -> str:
    """Say why there is no ordinary talk with this colleague, and whose clients stand in it too."""
    klanten, aanwezig = taal.aantal(len(kring.klanten), "klant", "klanten"), aanwezigheid(portefeuille, persoon, kring)
    if not in_dienst(persoon, portefeuille.peildatum):
        staan = "staat" if len(kring.klanten) == 1 else "staan"
        nog = [f"{klanten} {staan} nog op deze naam: kies een nieuwe accountmanager."] if kring.klanten else []
        if rollen := list(andere_rollen(portefeuille, persoon)):
            nog.append(f"{hoofdletter(taal.opsomming(rollen))} staat nog deze naam: kies een opvolger.")
        return " ".join((aanwezig, *(nog or ["Er staan geen klanten meer op deze naam."])))
    if kring.bespreekt or afwezig_op(persoon, portefeuille.peildatum):
        return aanwezig
    return " ".join(filter(None, (_rol(persoon, kring), aanwezig)))


def _rol(persoon: Persoon, kring: Kring) -> str:
    """Say what a colleague who leads no client does."""
    managers = len({dossier.account.driehoek.accountmanager for dossier in kring.ploeg})
    rollen = [
        ("geeft leiding aan", managers, "accountmanager", "accountmanagers"),
        ("bewaakt", len(kring.contracten), "contract", "contracten"),
        ("leidt", len(overlegwerk.geleid(kring)), "project", "projecten"),
        ("houdt contact met", len({dossier.id for dossier, _ in kring.gesprekken}), "klant", "klanten"),
    ]
    zinnen = [f"{doet} {taal.aantal(aantal, een, meer)}" for doet, aantal, een, meer in rollen if aantal]
    if zinnen:
        return f"{persoon.naam} {taal.opsomming(zinnen)}."
    return f"{persoon.naam} is van geen enkele klant accountmanager. Wat wel op deze naam staat, vind je hieronder."


ANDEREN = "Andere collega's"
NIET_HIER = "Nu niet hier"


@overzicht
def overleg_lijst(portefeuille: Portefeuille) -> Blad:
    """Make the list of talks: account managers with something to discuss, the quiet ones, the others, who is away."""
    kring, punten = kringen(portefeuille), alle_punten(portefeuille).van
    besproken = besprekingen(portefeuille)
    koppen = ("Iets te bespreken", "Verder rustig", mijnoverzicht.NAAM, ANDEREN, NIET_HIER)
    delen: dict[str, list[tuple[Inhoud, Inhoud]]] = {kop: [] for kop in koppen}
    for persoon in sorted(portefeuille.gedeeld.personen.values(), key=lambda persoon: persoon.naam):
        eigen, link = kring[persoon.id], Link(persoon.naam, f"overleg/{persoon.id}/")
        klanten = [dossier for _, dossier in eigen.bespreekt]
        if niet_hier := weg(portefeuille, persoon, eigen).removeprefix(f"{persoon.naam} "):
            if klanten or in_dienst(persoon, portefeuille.peildatum):
                delen[NIET_HIER].append((link, f"{hoofdletter(niet_hier)} {hoeveel(eigen)}."))
        elif klanten:
            zinnen = _zinnen(klanten, besproken, punten.get(persoon.id, ()))
            tekst = f"{hoeveel(eigen)}; {taal.opsomming(zinnen) or 'niets bijzonders'}."
            delen["Iets te bespreken" if zinnen else "Verder rustig"].append((link, tekst))
        else:
            kop = mijnoverzicht.NAAM if mijnoverzicht.is_mijn(persoon, eigen) else ANDEREN
            delen[kop].append((link, _dingen(len(punten.get(persoon.id, ())))))
    ankers = {ANDEREN: "anderen", mijnoverzicht.NAAM: "mijn-overzicht"}
    geen = None if portefeuille.dossiers else Leeg("Er is nog geen klant, dus ook geen overleg.")
    blokken = ((Tussenkop(kop, ankers.get(kop, "")), Feiten(tuple(paren))) for kop, paren in delen.items() if paren)
    return Blad("overleg-lijst", (geen, *(blok for paar in blokken for blok in paar)))


def _zinnen(klanten: Iterable[Dossier], besproken: dict[str, Bespreek], punten: Iterable[Aandachtspunt]) -> list[str]:
    """Say what stands out among these clients, and what is late in this name."""
    lopend = [dossier for dossier in klanten if not loopt_niet(dossier)]
    canvas = Counter(soort for dossier in lopend for soort in {punt.soort for punt in dossier.huiswerk})
    laat = Counter(punt.soort for punt in punten if punt.stand == "te_laat")
    besluiten = sum(any(onderwerp.kop == "Besluit" for onderwerp in besproken[d.id].onderwerpen) for d in lopend)
    zinnen = (
        _aantal(sum(d.klantbeeld.niveau == "zorg" for d in lopend), "klant geeft zorg", "klanten geven zorg"),
        _aantal(besluiten, "klant vraagt een besluit", "klanten vragen een besluit"),
        _aantal(sum(d.fase.waarde == "verlopen" for d in lopend), "einddatum is voorbij", "einddatums zijn voorbij"),
        _aantal(canvas["canvas_ontbreekt"], "canvas is nog niet begonnen", "canvassen zijn nog niet begonnen"),
        _aantal(canvas["canvas_verouderd"], "canvas ligt stil", "canvassen liggen stil"),
        _aantal(laat["toezegging"], "toezegging is te laat", "toezeggingen zijn te laat"),
    )
    return [zin for zin in zinnen if zin]


def _dingen(aantal: int) -> str:
    dingen = _aantal(aantal, "ding", "dingen")
    return hoofdletter(f"{dingen} te doen, te laat of deze maand.") if dingen else "Niets dat deze maand moet."


def _aantal(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Write a count in words; nothing for none."""
    return f"{telwoord(aantal)} {enkelvoud if aantal == 1 else meervoud}" if aantal else ""
