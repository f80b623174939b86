"""What to read at the door: one phone screen before a visit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contact.web import aanwezig, gaat_weg
from macros.afleidingen.contract.datums import binnen
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import nagevraagd_op, open_aannames, open_toezeggingen
from macros.model.account import Toezegging
from macros.model.contact import Contactmoment
from macros.portefeuille.acties import KLACHTEN, openstaand
from macros.portefeuille.klantfeiten import loopt
from macros.views.delen import namen
from macros.views.delen.blad import Alinea
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Link, geleden
from macros.views.delen.werklijst import Deel, Regel, Werklijst, item, kaal
from macros.views.klant.account_afspraken import afspraakstand, toezeggingregel, voor
from macros.views.klant.account_mensen import houding
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

VRAGENLIJST = "gesprek"
"""Id of the questions for every talk, in vragenlijsten.yml."""
NAVRAGEN = 5
"""Questions for this talk that fit on one screen."""
BELOFTEN = 3
"""Promises of each side that fit on one screen."""
ZORGEN = 4
"""Troubles of the client that fit on one screen."""
NIET_GEHOORD = frozenset(
    {"klacht_open", "oordeel_rood", "oordeel_oranje", "inschatting_vertrekt", "inschatting_twijfel", "juiste_klant"}
)
"""Reasons of the picture that the client did not bring up: our own judgements, and complaints, which stand in full."""
VERVERS_WIJZIGING_DAGEN = 183
"""How long a person who started is a new face here: half a year."""

NIETS = "Niets na te vragen: geen aannames, geen verouderde verwachtingen, geen late toezegging van de klant."


@dataclass(frozen=True, slots=True)
class Gezicht:
    """A person who is new at the client."""

    naam: str
    functie: str
    houding: Label
    bij: str


@dataclass(frozen=True)
class Gesprek:
    """What `gesprek.html` may use."""

    template: ClassVar[str] = "gesprek.html"
    id: str
    naam: str
    fase: tuple[Label, ...]
    klantbeeld: Label
    beslissing: str
    """The next decision, in words; empty when there is none."""
    laatste: str
    """The last talk: when and with whom; empty when there never was one."""
    laatste_kern: str
    zorgen: Werklijst | None
    """What troubles the client: open complaints, marks, signals, problems; None when nothing does."""
    beloften: Werklijst
    """Open promises of both sides, at most three each; those of the client that are late are asked for below."""
    navragen: Werklijst
    """Questions for this talk: late promises of the client, assumptions, expectations, and what is not known yet."""
    gezichten: tuple[Gezicht, ...]
    kans: str
    """One chance to bring up; empty when there is none."""
    vragen: tuple[str, ...]


@klantmacro
def gesprek(dossier: Dossier) -> Gesprek:
    """Gather what is worth knowing at the door of this client."""
    moment = _laatste(dossier)
    kansen = sorted((k for k in dossier.account.kansen if k.is_open), key=lambda kans: -(kans.waarde_jaar or 0))
    beslismoment = dossier.beslismoment.waarde
    navragen = (*_vraag_naar(dossier), *_toetsen(dossier), *_verwachtingen(dossier), *_nooit_gehoord(dossier))
    zorgen = tuple(_zorgen(dossier))
    return Gesprek(
        id=dossier.id,
        naam=dossier.naam,
        fase=namen.fase(dossier),
        klantbeeld=labels.KLANTBEELD[dossier.klantbeeld.niveau],
        beslissing=f"{taal.datum(beslismoment)}, {geleden(beslismoment, dossier.peildatum)}" if beslismoment else "",
        laatste=_woorden(dossier, moment) if moment else "",
        laatste_kern=(moment.kern or "") if moment else "",
        zorgen=kaal(Deel("", zorgen[:ZORGEN], slot=_meer(dossier, len(zorgen) - ZORGEN, "waarom-klantbeeld")))
        if zorgen
        else None,
        beloften=kaal(
            _open(
                "Wat wij beloofden",
                open_toezeggingen(dossier.account, "wij"),
                dossier,
                "Geen open toezeggingen van ons.",
            ),
            _open("De klant beloofde", _niet_te_laat(dossier), dossier, _niets_van_de_klant(dossier)),
        ),
        navragen=kaal(Deel("", navragen[:NAVRAGEN], NIETS, slot=_meer(dossier, len(navragen) - NAVRAGEN))),
        gezichten=_gezichten(dossier),
        kans=kansen[0].tekst if kansen else "",
        vragen=next(
            (
                tuple(v.tekst for v in lijst.vragen)
                for lijst in dossier.gedeeld.vragenlijsten.vragenlijsten
                if lijst.id == VRAGENLIJST
            ),
            (),
        ),
    )


def _laatste(dossier: Dossier) -> Contactmoment | None:
    """Find the last talk; a message is no talk."""
    gesproken = [m for m in gehouden_momenten(dossier.account, dossier.peildatum) if m.vorm != "bericht"]
    return max(gesproken, key=lambda moment: moment.datum, default=None)


def _woorden(dossier: Dossier, moment: Contactmoment) -> str:
    wie = " met ".join(filter(None, (namen.collega(dossier, moment.wie), namen.contacten(dossier, moment.met))))
    delen = (
        taal.datum(moment.datum),
        geleden(moment.datum, dossier.peildatum),
        labels.VORM[moment.vorm].tekst.lower(),
        wie,
    )
    return ", ".join(filter(None, delen))


def _zorgen(dossier: Dossier) -> Iterator[Regel]:
    """Name what the client will bring up: a complaint in its own words, whether it is late or not."""
    for punt in openstaand(dossier):
        if punt.soort in KLACHTEN:
            yield item(punt.titel, None, punt.waarom)
    for reden in dossier.klantbeeld.redenen:
        if reden.soort not in NIET_GEHOORD:
            yield item(reden.tekst, None, reden.herkomst)
    vanaf = dossier.gedeeld.instellingen.klantbeeld_prioriteit_vanaf
    for probleem in sorted(dossier.account.problemen, key=lambda p: -(p.prioriteit or 0)):
        if probleem.is_open and (probleem.prioriteit or 0) >= vanaf:
            yield item(f"Probleem: {probleem.tekst}", labels.PROBLEEM_STATUS[probleem.status])


def _open(titel: str, toezeggingen: Sequence[Toezegging], dossier: Dossier, leeg: str) -> Deel:
    """Show the first promises of a side, and say how many more there are."""
    meer = len(toezeggingen) - BELOFTEN
    noot = f"De eerste {BELOFTEN}; nog {meer} op de pagina van de klant." if meer > 0 else ""
    return Deel(titel, tuple(toezeggingregel(dossier, t) for t in toezeggingen[:BELOFTEN]), leeg, noot=noot)


def _meer(dossier: Dossier, meer: int, anker: str = "verwachtingen") -> Inhoud:
    """Say how many lines more the client page holds."""
    pagina = Link("pagina van de klant", f"accounts/{dossier.id}/#{anker}")
    return Alinea((f"En nog {meer} op de", pagina), zacht=True) if meer > 0 else None


def _te_laat(dossier: Dossier) -> tuple[Toezegging, ...]:
    """Promises of the client whose day has passed, but for those that may wait."""
    beloofd = open_toezeggingen(dossier.account, "klant")
    return tuple(t for t in beloofd if afspraakstand(dossier, t) == "te_laat")


def _niet_te_laat(dossier: Dossier) -> tuple[Toezegging, ...]:
    return tuple(t for t in open_toezeggingen(dossier.account, "klant") if t not in _te_laat(dossier))


def _niets_van_de_klant(dossier: Dossier) -> str:
    return "Alleen wat te laat is: vraag ernaar." if _te_laat(dossier) else "Geen open toezeggingen van de klant."


def _vraag_naar(dossier: Dossier) -> Iterator[Regel]:
    """What the client promised and has not done in time."""
    for toezegging in _te_laat(dossier):
        yield toezeggingregel(dossier, toezegging, "Vraag naar: ")


def _toetsen(dossier: Dossier) -> Iterator[Regel]:
    """What we assume, with how we find out."""
    for aanname in open_aannames(dossier.account):
        hoe = f"hoe: {aanname.toets}" if aanname.toets else "hoe: nog bedenken"
        naam = namen.collega(dossier, aanname.wie)
        yield item(f"Te toetsen: {aanname.tekst}", None, hoe, naam, voor(dossier, aanname))


def _verwachtingen(dossier: Dossier) -> Iterator[Regel]:
    """Expectations that we only suspect, and those not checked for too long."""
    houdbaar = dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    for v in sorted(dossier.account.verwachtingen, key=lambda v: -(v.prioriteit or 0)):
        gevraagd = nagevraagd_op(v, dossier.account, dossier.peildatum).waarde
        if v.stand != "vervallen" and (v.soort == "vermoed" or not binnen(gevraagd, houdbaar, dossier.peildatum)):
            op = f"laatst nagevraagd op {taal.datum(gevraagd)}" if gevraagd else "nog niet nagevraagd"
            yield item(v.tekst, labels.NAVRAGEN, op)


def _nooit_gehoord(dossier: Dossier) -> Iterator[Regel]:
    """Ask for the wish nobody named and for a new idea; not of who has other things on the mind."""
    if dossier.klantbeeld.niveau == "zorg" or not loopt(dossier):
        return
    verwacht, ideeen = dossier.account.verwachtingen, dossier.account.innovaties
    if verwacht and all(verwachting.soort != "onverwacht" for verwachting in verwacht):
        yield item("Welke wens heeft nog niemand genoemd?", None, "nog geen enkele verwachting verraste ons")
    if verwacht and not ideeen:
        yield item("Wat zou de klant graag doen, en kan nu niet?", None, "er staat nog geen vernieuwing")


def _gezichten(dossier: Dossier) -> tuple[Gezicht, ...]:
    """Who started in the last half year, still waits for an introduction, or will leave."""
    nieuw = []
    for persoon in dossier.account.contactpersonen:
        kort = binnen(persoon.sinds, VERVERS_WIJZIGING_DAGEN, dossier.peildatum)
        weg = persoon.vertrokken_op if gaat_weg(persoon, dossier.peildatum) else None
        if weg or (aanwezig(persoon, dossier.peildatum) and (kort or persoon.id in dossier.kennismaking)):
            label, _ = houding(dossier, persoon)
            delen = (
                _sinds(persoon.sinds),
                persoon.belang,
                "nog kennismaken" if persoon.id in dossier.kennismaking else "",
                f"Vertrekt op {taal.datum(weg)}" if weg else "",
            )
            nieuw.append(Gezicht(persoon.naam, persoon.functie, label, ". ".join(filter(None, delen))))
    return tuple(nieuw)


def _sinds(dag: date | None) -> str:
    return f"Sinds {taal.datum(dag)}" if dag else ""
