"""Who is due with whom: the rules that hold for an account, the next day of each, and who was last spoken to when.

The rules are those of the segment, with what the account itself says (domain 2.5, 3.8).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.bezetting import Vervanging, aan_zet, bevoegd, vervangingen
from macros.afleidingen.contact.web import PERSOONLIJK
from macros.afleidingen.contract import datums
from macros.afleidingen.klant.afspraken import Respijt
from macros.afleidingen.klant.segment import Kern
from macros.afleidingen.verklaring import Stap, Verklaard, VerklaardeDatum, feit, in_dagen, regel, uit_twee, uitkomst
from macros.model.account import Account
from macros.model.basis import Segment
from macros.model.contact import Contactmoment, Contactregel
from macros.model.dagboek import AccountMetDagboek, bron
from macros.model.gedeeld import Gedeeld, Persoon, Segmentatie

PROCES = "de procesafstemming"
"""What a rule that asks for it is called: the item about it and the event that ends it go by the same words."""

WIE = {
    "accountmanager": "Accountmanager",
    "contractmanager": "Contractmanager",
    "projectmanager": "Projectmanager",
    "directie": "Directie",
}
VELDEN = ("wie", "laag", "met", "vorm", "elke_dagen")
"""What an override may change."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One contact rule, complete."""

    id: str
    naam: str
    """As people know it: "Accountmanager, tactisch"."""
    wie: str
    """A role or a person's id."""
    laag: str
    met: tuple[str, ...]
    """Contact persons of whom one must have been there; empty = anyone in the layer."""
    vorm: str
    elke_dagen: int
    eigen: bool
    """Whether the account changed or added it."""


def contactregels(account: Account, segment: Segment | None, gedeeld: Gedeeld) -> tuple[Regel, ...]:
    """The rules in force: defaults of the segment first, then the account's own; none by default without a segment.

    An override names only what differs. One of a rule that this segment does not have takes the rest from the
    highest segment that does, so that an account keeps its rule when its segment changes.
    """
    standaard = _standaard(segment, gedeeld.segmentatie)
    afwijkend = {afwijking.id: afwijking for afwijking in account.contactregels}
    regels = []
    for naam in dict.fromkeys([*standaard, *afwijkend]):
        afwijking = afwijkend.get(naam)
        if afwijking and afwijking.vervalt:
            continue
        basis = standaard.get(naam) or _elders(naam, gedeeld.segmentatie)
        regels.append(_regel(naam, basis, afwijking, gedeeld.personen))
    return tuple(regel for regel in regels if regel)


def _standaard(segment: Segment | None, segmentatie: Segmentatie) -> dict[str, Contactregel]:
    behandeling = segmentatie.segmenten.get(segment) if segment else None
    return {regel.id: regel for regel in behandeling.contactschema} if behandeling else {}


def _elders(naam: str, segmentatie: Segmentatie) -> Contactregel | None:
    # A before B before C: the highest segment that has the rule.
    for segment in sorted(segmentatie.segmenten):
        if regel := _standaard(segment, segmentatie).get(naam):
            return regel
    return None


def _regel(
    naam: str, basis: Contactregel | None, afwijking: Contactregel | None, personen: Mapping[str, Persoon]
) -> Regel | None:
    """Merge a default and its override; None while an own rule does not say who, which layer and how often."""
    velden = {
        veld: waarde
        for bron in (basis, afwijking)
        if bron
        for veld in VELDEN
        # An empty `met` in an override says nothing, so the people of the default stay.
        if (waarde := getattr(bron, veld)) not in (None, [])
    }
    if not {"wie", "laag", "elke_dagen"} <= velden.keys():
        return None
    vorm = velden.get("vorm", "bezoek")
    return Regel(
        id=naam,
        naam=_regelnaam(velden["wie"], velden["laag"], vorm, personen),
        wie=velden["wie"],
        laag=velden["laag"],
        met=tuple(velden.get("met", ())),
        vorm=vorm,
        elke_dagen=velden["elke_dagen"],
        eigen=afwijking is not None,
    )


def _regelnaam(wie: str, laag: str, vorm: str, personen: Mapping[str, Persoon]) -> str:
    if vorm == "procesafstemming":
        return "Procesafstemming"
    persoon = personen.get(wie)
    return f"{WIE.get(wie) or (persoon.naam if persoon else wie)}, {laag}"


# --- where each rule stands ---

HANDBOEK_REGELS = "contactschema/#contactregels"
HANDBOEK_BASIS = "contactschema/#ingangsdatum"


@dataclass(frozen=True, slots=True)
class Contactstand:
    """One contact rule of an account with where it stands."""

    regel: str
    naam: str
    """As people know it: "Accountmanager, tactisch"."""
    volgende: Verklaard[date]
    """Last day for the next contact."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    dagen_te_laat: int
    """0 when not late, and while postponed."""
    wacht: Respijt | None
    """What lets it wait today."""
    laatste: date | None
    """Last held moment that counts for this rule; None when there never was one."""
    sinds: date
    """Day the rule counts from: `laatste`, or the due base where that is later or there is no moment."""
    elke_dagen: int
    wie: str
    """A role or a person's id."""
    personen: tuple[str, ...]
    """Colleagues who should act now, the deputy of who is away."""
    laag: str
    vorm: str
    met: tuple[str, ...]
    """Contact persons of whom one must have been there; empty = anyone in the layer."""


def contact(kern: Kern, regels: Sequence[Regel]) -> tuple[Contactstand, ...]:
    """Every rule with its next day, by that day and then by rule; empty while the schedule rests (no due base)."""
    if kern.ingangsdatum is None:
        return ()
    account, personen = kern.account, kern.gedeeld.personen
    momenten = gehouden_momenten(account, kern.peildatum)
    invallers = vervangingen(personen)
    standen = []
    for r in regels:
        wie = bevoegd(r.wie, account, personen)
        geteld = (m for m in momenten if m.regel == r.id or _telt(m, r, wie, invallers, account))
        standen.append(
            _stand(kern, r, laatste_dag("laatste contact dat meetelt op {}", account, geteld), kern.ingangsdatum)
        )
    return tuple(sorted(standen, key=lambda stand: (stand.volgende.waarde, stand.regel)))


def gehouden_momenten(account: Account, peildatum: date) -> list[Contactmoment]:
    """The moments that have been, the newest first; a moment after the peildatum is planned."""
    geweest = [moment for moment in account.contactmomenten if moment.datum <= peildatum]
    return sorted(geweest, key=lambda moment: moment.datum, reverse=True)


def lagen_van(moment: Contactmoment, account: Account) -> frozenset[str]:
    """The layers a moment was with: as written, and of every contact person present; empty when unknown."""
    bij = {persoon.laag for persoon in account.contactpersonen if persoon.id in moment.met}
    return frozenset({*bij, moment.laag} if moment.laag else bij)


def laatste_dag(zin: str, account: Account, momenten: Iterable[Contactmoment]) -> VerklaardeDatum:
    """The day of the first of these moments, which come newest first; says in which file it stands, and the other day.

    `zin` has a place for the day. None without moments, and then without steps.
    """
    dagboek, bestand = None, None
    for moment in momenten:
        if regel := bron(account, f"contactmomenten.{moment.id}"):
            dagboek = dagboek or regel
        else:
            bestand = bestand or moment.datum
        if not isinstance(account, AccountMetDagboek) or (dagboek and bestand):
            break
    if not dagboek and not bestand:
        return Verklaard(None)
    stappen = uit_twee(zin, bestand, dagboek, veld="contactmomenten")
    return Verklaard(max(filter(None, (bestand, dagboek and dagboek.dag))), stappen)


def gesproken_met(account: Account, wie: str, peildatum: date) -> VerklaardeDatum:
    """The last held personal moment with somebody, explained; None without one."""
    met = (m for m in gehouden_momenten(account, peildatum) if m.vorm in PERSOONLIJK and wie in m.met)
    return laatste_dag("laatst gesproken op {}", account, met)


def gesproken(account: Account, peildatum: date) -> dict[str, date]:
    """The last held personal moment with everyone who was ever in one."""
    gevonden: dict[str, date] = {}
    for moment in gehouden_momenten(account, peildatum):
        if moment.vorm in PERSOONLIJK:
            for wie in moment.met:
                gevonden.setdefault(wie, moment.datum)
    return gevonden


def _telt(
    moment: Contactmoment, r: Regel, wie: frozenset[str], invallers: Sequence[Vervanging], account: Account
) -> bool:
    """Whether a moment that names no rule counts for this one: form, layer, contact person and colleague all fit."""
    vorm_past = moment.vorm in PERSOONLIJK if r.vorm in PERSOONLIJK else moment.vorm == r.vorm
    if not vorm_past or r.laag not in lagen_van(moment, account) or (r.met and not set(r.met) & set(moment.met)):
        return False
    return moment.wie in wie or any(
        inval.door == moment.wie and inval.voor in wie and inval.geldt(moment.datum) for inval in invallers
    )


def _stand(kern: Kern, r: Regel, laatste: VerklaardeDatum, ingangsdatum: date) -> Contactstand:
    sinds = max(laatste.waarde or ingangsdatum, ingangsdatum)
    volgende = sinds + timedelta(days=r.elke_dagen)
    stand = datums.stand(volgende, kern.peildatum, kern.gedeeld.instellingen)
    # An uitstel of the kind is about what is asked now; one of the rule itself also about what is to come.
    wacht = kern.uitstellen.van(r.id) if stand == "op_tijd" else kern.uitstellen.voor("contact", r.id)
    stand = "uitgesteld" if wacht else stand
    return Contactstand(
        regel=r.id,
        naam=r.naam,
        volgende=Verklaard(volgende, (*_sinds(laatste, ingangsdatum), *_uitleg(r), uitkomst("uiterlijk {}", volgende))),
        stand=stand,
        dagen_te_laat=datums.dagen_te_laat(volgende, kern.peildatum) if stand == "te_laat" else 0,
        wacht=wacht,
        laatste=laatste.waarde,
        sinds=sinds,
        elke_dagen=r.elke_dagen,
        wie=r.wie,
        personen=aan_zet(r.wie, kern.account, kern.gedeeld.personen, kern.peildatum),
        laag=r.laag,
        vorm=r.vorm,
        met=r.met,
    )


def _sinds(laatste: VerklaardeDatum, ingangsdatum: date) -> tuple[Stap, ...]:
    """The steps that say from which day the rule counts."""
    basis = regel("we tellen vanaf {}", ingangsdatum, handboek=HANDBOEK_BASIS)
    if laatste.waarde is None:
        return (uitkomst("nog geen contact dat meetelt"), basis)
    return (*laatste.stappen, basis) if laatste.waarde < ingangsdatum else laatste.stappen


def _uitleg(r: Regel) -> tuple[Stap, ...]:
    if r.eigen:
        return (feit("afspraak voor deze klant: elke {}", in_dagen(r.elke_dagen), veld=f"contactregels.{r.id}"),)
    return (regel("afspraak bij dit segment: elke {}", in_dagen(r.elke_dagen), handboek=HANDBOEK_REGELS),)
