"""Our web of relations at the client: its holes, whom we have yet to meet, and who knows whom (domain 1.3, 2.5).

A line of the web is written down in `relaties`. It is warm when that colleague spoke this person in the last
`klantbeeld_rustig_dagen` days [V]; a message is no conversation.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.bezetting import in_dienst
from macros.afleidingen.contact.driehoek import Driehoekstand
from macros.afleidingen.contract.datums import binnen, gehouden, versheid
from macros.afleidingen.verklaring import Verklaard, feit, in_dagen, instelling, regel, uitkomst
from macros.model.account import Account
from macros.model.afspraken import Toezegging
from macros.model.dagboek import bron
from macros.model.instellingen import Instellingen
from macros.model.team import Contactpersoon, Persoon

ADJECTIEF = {"strategisch": "strategische", "tactisch": "tactische", "operationeel": "operationele"}
"""The layers, in the order of the site, as an adjective."""
PERSOONLIJK = frozenset({"bezoek", "belafspraak", "overleg", "nazorg"})
"""The forms in which two people speak; any of them counts for any other."""
ROL = {"beslisser": "beslisser", "beinvloeder": "beïnvloeder"}
"""The roles that decide or are heard, as a word."""
ROLVOLGORDE = ("beslisser", "beinvloeder", "inkoper", "gebruiker", "geen", None)
"""Who stands first."""


@dataclass(frozen=True, slots=True)
class Webgat:
    """One hole in the web."""

    soort: str
    """`te_weinig_relaties`, `geen_beslisser`, `lege_laag` or `geen_opvolger`."""
    wie: str | None
    """Contact person, layer, or None."""
    tekst: str


def aanwezig(persoon: Contactpersoon, peildatum: date) -> bool:
    """Whether this person has not left the client on the peildatum."""
    return persoon.vertrokken_op is None or persoon.vertrokken_op > peildatum


def aanwezigen(personen: Iterable[Contactpersoon], peildatum: date) -> list[Contactpersoon]:
    """Who is there: who decides first, and of one role who weighs most; nobody judged comes last."""
    hier = (een for een in personen if aanwezig(een, peildatum))
    return sorted(hier, key=lambda een: (ROLVOLGORDE.index(een.rol_bvt), -(een.invloed or 0)))


def gaat_weg(persoon: Contactpersoon, peildatum: date) -> bool:
    """Whether this person is still there and the day of leaving is known."""
    return persoon.vertrokken_op is not None and aanwezig(persoon, peildatum)


def open_met(account: Account, wie: str) -> list[Toezegging]:
    """The promises that stand open and were made by this person, or to this person in a talk; in file order."""
    erbij = {moment.id for moment in account.contactmomenten if wie in moment.met}
    return [een for een in account.toezeggingen if een.stand == "open" and (een.wie == wie or een.id in erbij)]


def beslist_mee(persoon: Contactpersoon) -> bool:
    """Whether this person decides, or is heard when others decide."""
    return persoon.rol_bvt in ROL


def web_gaten(contactpersonen: Sequence[Contactpersoon], minimaal: int, peildatum: date) -> tuple[Webgat, ...]:
    """Deciders too few of us know, then no decider at all, layers where we know nobody, and who left no successor.

    `minimaal` is the setting `relaties_minimaal`.
    """
    gaten = _gaten([persoon for persoon in contactpersonen if aanwezig(persoon, peildatum)], minimaal)
    weg = (
        Webgat("geen_opvolger", persoon.id, f"{persoon.naam} is weg: wie is de nieuwe {ROL[persoon.rol_bvt or '']}?")
        for persoon in zonder_opvolger(contactpersonen, peildatum)
    )
    return (*gaten, *weg)


def zonder_opvolger(contactpersonen: Sequence[Contactpersoon], peildatum: date) -> list[Contactpersoon]:
    """Who decided or was heard and left, while the file names nobody in their place; in file order."""
    return [een for een in met_open_plek(contactpersonen) if not aanwezig(een, peildatum)]


def met_open_plek(contactpersonen: Sequence[Contactpersoon]) -> list[Contactpersoon]:
    """Who decides or is heard and left, or will, while the file names nobody in their place; in file order."""
    weg = (persoon for persoon in contactpersonen if persoon.vertrokken_op is not None)
    return [persoon for persoon in weg if beslist_mee(persoon) and persoon.opvolger in {None, persoon.id}]


def _gaten(personen: list[Contactpersoon], minimaal: int) -> Iterator[Webgat]:
    for persoon in personen:
        # A colleague who is named twice is one.
        bekend = len(set(persoon.relaties))
        if beslist_mee(persoon) and bekend < minimaal:
            rol = ROL[persoon.rol_bvt or ""]
            tekst = f"{persoon.naam}: {bekend} van minstens {minimaal} collega's kennen deze {rol}"
            yield Webgat("te_weinig_relaties", persoon.id, tekst)
    if not any(persoon.rol_bvt == "beslisser" for persoon in personen):
        yield Webgat("geen_beslisser", None, "Geen beslisser bekend")
    bezet = {persoon.laag for persoon in personen}
    for laag, adjectief in ADJECTIEF.items():
        if laag not in bezet:
            yield Webgat("lege_laag", laag, f"Niemand bekend in de {adjectief} laag")


# --- when we should have met a new face (domain 3.8) ---

HANDBOEK = "invloedsweb/#kennismaking"


def kennismakingen(
    account: Account, in_beheer_sinds: date | None, instellingen: Instellingen, peildatum: date
) -> dict[str, Verklaard[date]]:
    """The last day for each introduction still to be made, by contact person, in file order.

    Only people who came after `in_beheer_sinds` are asked for; who left before we could meet is dropped. A talk since
    somebody began in this function is the introduction.
    """
    if in_beheer_sinds is None:
        return {}
    dagen = timedelta(days=instellingen.kennismaking_dagen)
    gesproken = {  # the last day of each, as one of two dates of a person is enough
        wie: moment.datum
        for moment in sorted(account.contactmomenten, key=lambda moment: moment.datum)
        for wie in moment.met
        if moment.vorm in PERSOONLIJK and moment.datum <= peildatum
    }
    return {
        persoon.id: _uitleg(account, persoon, persoon.sinds + dagen, instellingen)
        for persoon in account.contactpersonen
        if persoon.sinds is not None
        and persoon.sinds > in_beheer_sinds
        and not gehouden(persoon.kennismaking_op, peildatum)
        and gesproken.get(persoon.id, date.min) < persoon.sinds
        and aanwezig(persoon, peildatum)
        and (persoon.vertrokken_op is None or persoon.vertrokken_op >= persoon.sinds + dagen)
    }


def _uitleg(account: Account, persoon: Contactpersoon, uiterlijk: date, instellingen: Instellingen) -> Verklaard[date]:
    pad = f"contactpersonen.{persoon.id}"
    nieuw = bron(account, pad)
    stappen = (
        feit("{} staat sinds {} in het dagboek van {}", persoon.naam, nieuw.dag, nieuw.naam, veld=nieuw.plek)
        if nieuw and nieuw.dag == persoon.sinds
        else feit("{} begon op {}", persoon.naam, persoon.sinds, veld=f"{pad}.sinds"),
        regel("maak kennis met een nieuw gezicht", handboek=HANDBOEK),
        instelling("binnen {}", in_dagen(instellingen.kennismaking_dagen), veld="kennismaking_dagen"),
        uitkomst("kennismaken uiterlijk {}", uiterlijk),
    )
    return Verklaard(uiterlijk, stappen)


# --- wie kent wie: which of our people know which people at the client, and how fresh that is ---


@dataclass(frozen=True, slots=True)
class Lijn:
    """One person at the client and who of us knows this person."""

    persoon: Contactpersoon
    kent: dict[str, str]
    """By colleague: `sprak` (warm), `kent`, or `kende` when that colleague left us."""
    te_weinig: bool
    """A decider, or who is heard, whom fewer of us know than agreed."""
    houding: str
    """`vers`, `navragen`, `ongedateerd`, or empty without an attitude to judge."""


@dataclass(frozen=True, slots=True)
class Web:
    """The web of one client."""

    collegas: tuple[str, ...]
    """Who of us works for this client, and then who else knows somebody."""
    lagen: dict[str, tuple[Lijn, ...]]
    """Who is there by layer, in each the deciders and the most influential first; a layer may be empty."""


def web(
    account: Account,
    hoek: Driehoekstand,
    personen: Mapping[str, Persoon],
    instellingen: Instellingen,
    peildatum: date,
) -> Web:
    """Lay out the web; who left the client is not in it, who left us is only where a file still names them."""
    warm = _gesproken(account, instellingen, peildatum)
    nu = aanwezigen(account.contactpersonen, peildatum)
    lagen: dict[str, list[Lijn]] = {"strategisch": [], "tactisch": [], "operationeel": []}
    weg = {wie for wie, persoon in personen.items() if not in_dienst(persoon, peildatum)}
    for persoon in nu:
        kent = {wie: "kende" if wie in weg else _sterkte((wie, persoon.id) in warm) for wie in persoon.relaties}
        te_weinig = beslist_mee(persoon) and len(kent) < instellingen.relaties_minimaal
        lagen[persoon.laag].append(Lijn(persoon, kent, te_weinig, _houding(persoon, instellingen, peildatum)))
    team = (wie for bezet in hoek.rollen.values() for wie in bezet)
    kenners = (wie for lijnen in lagen.values() for lijn in lijnen for wie in lijn.kent)
    return Web(tuple(dict.fromkeys((*team, *kenners))), {laag: tuple(lijnen) for laag, lijnen in lagen.items()})


def _sterkte(warm: bool) -> str:  # noqa: FBT001
    return "sprak" if warm else "kent"


def _gesproken(account: Account, instellingen: Instellingen, peildatum: date) -> frozenset[tuple[str, str]]:
    """Pairs of a colleague and a person who spoke not long ago."""
    return frozenset(
        (moment.wie, persoon)
        for moment in account.contactmomenten
        if moment.wie
        and moment.vorm in PERSOONLIJK
        and binnen(moment.datum, instellingen.klantbeeld_rustig_dagen, peildatum)
        for persoon in moment.met
    )


def _houding(persoon: Contactpersoon, instellingen: Instellingen, peildatum: date) -> str:
    if persoon.houding in (None, "onbekend"):
        return ""
    return versheid(persoon.houding_op, instellingen.oordeel_houdbaar_dagen, peildatum)
