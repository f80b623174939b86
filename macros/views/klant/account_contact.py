"""Contact with one client: which agreement is late, what we sent, and what was said."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard
from macros.model.contact import Contactmoment, Contactsignaal
from macros.views.delen import berichten, namen
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.wanneer import geleden, wanneer
from macros.woorden import labels, taal
from macros.woorden.labels import Label

EERST = 3
"""Moments that stand open on the page."""


@dataclass(frozen=True, slots=True)
class Contactrij:
    """One agreement on contact."""

    naam: str
    volgende: Verklaard[date]
    anker: str
    label: Label | None
    """Its standing; None while it is far away."""
    bij: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Momentrij:
    """One contact that was held or is planned."""

    datum: date
    wie: str
    vorm: str
    kern: str
    signalen: tuple[tuple[Label, str], ...]


@dataclass(frozen=True)
class AccountContact:
    """What `account_contact.html` may use."""

    template: ClassVar[str] = "account_contact.html"
    id: str
    """Of the account: these parts also stand on pages of the handbook, so that a link names its page."""
    regels: tuple[Contactrij, ...]
    """The agreements, the longest overdue first."""
    leeg: str
    berichten: str
    """How many messages this client got in a year, against the norm; empty when the part is off."""
    bericht_volgende: Verklaard[date | None]
    """Last day for the next message."""
    bericht_laatste: str
    """What the last message was about, when it went out and whether we called about it; empty when there was none."""
    nieuwsbrief: str
    gepland: tuple[Momentrij, ...]
    """Moments still to come, the first on top."""
    eerst: tuple[Momentrij, ...]
    """The latest moments."""
    meer: int


@klantmacro
def account_contact(dossier: Dossier) -> AccountContact:
    """Show the standing of each contact rule, the messages and the log."""
    momenten = sorted(dossier.account.contactmomenten, key=lambda moment: moment.datum, reverse=True)
    gehouden = [moment for moment in momenten if moment.datum <= dossier.peildatum]
    return AccountContact(
        id=dossier.id,
        regels=tuple(_regel(dossier, stand) for stand in dossier.contact),
        leeg=(
            "Geen contactafspraken: kies eerst een segment."
            if dossier.segment.waarde is None
            else "Geen contactafspraken die nu lopen."
        ),
        berichten=_berichten(dossier),
        bericht_volgende=dossier.bericht_volgende,
        bericht_laatste=_laatste(dossier),
        nieuwsbrief=berichten.nieuwsbrief(dossier, lambda mensen: taal.opsomming([mens.naam for mens in mensen])),
        gepland=tuple(_moment(dossier, moment) for moment in reversed(momenten) if moment.datum > dossier.peildatum),
        eerst=tuple(_moment(dossier, moment) for moment in gehouden[:EERST]),
        meer=max(0, len(gehouden) - EERST),
    )


def _regel(dossier: Dossier, stand: Contactstand) -> Contactrij:
    wij = namen.collegas(dossier, stand.personen) or labels.woord(labels.ROL, stand.wie).tekst
    wie = " met ".join(filter(None, (wij, namen.contacten(dossier, stand.met))))
    if stand.stand == "te_laat":
        dagen = (dossier.peildatum - stand.sinds).days
        nooit = "" if stand.laatste else "nog "
        hoe: tuple[str, ...] = (
            f"{taal.aantal(dagen, 'dag', 'dagen')} {nooit}niet gesproken (afspraak: {stand.elke_dagen})",
            wie,
        )
    else:
        laatst = f"laatst {geleden(stand.laatste, dossier.peildatum)}" if stand.laatste else "nog nooit"
        hoe = (wanneer(stand.volgende.waarde, dossier.peildatum), f"{laatst}, afspraak {stand.elke_dagen} dagen", wie)
    return Contactrij(
        naam=stand.naam,
        volgende=stand.volgende,
        anker=f"waarom-contact-{stand.regel}",
        label=None if stand.stand == "op_tijd" else labels.STAND[stand.stand],
        bij=hoe,
    )


def _berichten(dossier: Dossier) -> str:
    if dossier.berichten_12m is None:
        return ""
    norm = dossier.gedeeld.instellingen.berichten_per_jaar
    return f"{taal.aantal(dossier.berichten_12m, 'bericht', 'berichten')} in twaalf maanden (afspraak: {norm})"


def _laatste(dossier: Dossier) -> str:
    bericht = berichten.laatste(dossier)
    if bericht is None:
        return ""
    op = bericht.nagebeld.get(dossier.id)
    nagebeld = f", nagebeld op {taal.datum(op)}" if op else ""
    return f"“{berichten.onderwerp(bericht)}”, {taal.datum(bericht.datum)}{nagebeld}"


def _moment(dossier: Dossier, moment: Contactmoment) -> Momentrij:
    wij, zij = namen.collega(dossier, moment.wie), namen.contacten(dossier, moment.met)
    return Momentrij(
        datum=moment.datum,
        wie=" met ".join(filter(None, (wij, zij))),
        vorm=labels.VORM[moment.vorm].tekst,
        kern=moment.kern or "",
        signalen=tuple((labels.SIGNAAL[signaal.soort], signaaltekst(signaal)) for signaal in moment.signalen),
    )


def signaaltekst(signaal: Contactsignaal) -> str:
    """What the client let show, and when something was done with it; empty when nobody wrote either down."""
    gedaan = f"opgevolgd op {taal.datum(signaal.opgevolgd_op)}" if signaal.opgevolgd_op else ""
    return ", ".join(filter(None, (signaal.tekst, gedaan)))
