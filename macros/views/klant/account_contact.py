"""Contact with one client: which agreement is late, what we sent, and what was said."""

from collections.abc import Iterable, Iterator

from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.dossier import Dossier
from macros.model.contact import Contactmoment, Contactsignaal
from macros.views.delen import berichten, namen
from macros.views.delen.blad import Alinea, Blad, Leeg, Naast, Opsomming, Tussenkop
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Dag, Link, Nadruk, Onder, Waarom, Zacht, geleden, wanneer
from macros.views.render import Inhoud
from macros.woorden import labels, taal

EERST = 3
"""Moments that stand open on the page."""


@klantmacro
def account_contact(dossier: Dossier) -> Blad:
    """Show the standing of each contact rule with the messages, beside the log: what is planned, then the latest."""
    if dossier.contact:
        # The longest overdue first.
        regels: Inhoud = Opsomming(tuple(_regel(dossier, stand) for stand in dossier.contact))
    else:
        zonder = "Geen contactafspraken die nu lopen."
        regels = Leeg(zonder if dossier.segment.waarde else "Geen contactafspraken: kies eerst een segment.")
    return Blad("account-contact", (Naast(((regels, *_berichten(dossier)), tuple(_gesprekken(dossier)))),))


def _regel(dossier: Dossier, stand: Contactstand) -> Inhoud:
    """Word one agreement: how long ago or how late, how often, and who of us."""
    wij = namen.collegas(dossier, stand.personen) or labels.woord(labels.ROL, stand.wie).tekst
    wie = " met ".join(filter(None, (wij, namen.contacten(dossier, stand.met))))
    if stand.stand == "te_laat":
        dagen = (dossier.peildatum - stand.sinds).days
        nooit = "" if stand.laatste else "nog "
        stil = f"{taal.aantal(dagen, 'dag', 'dagen')} {nooit}niet gesproken (afspraak: {stand.elke_dagen})"
        hoe = taal.met_punten(stil, wie)
    else:
        laatst = f"laatst {geleden(stand.laatste, dossier.peildatum)}" if stand.laatste else "nog nooit"
        straks = wanneer(stand.volgende.waarde, dossier.peildatum)
        hoe = taal.met_punten(straks, f"{laatst}, afspraak {stand.elke_dagen} dagen", wie)
    return (
        Nadruk(stand.naam),
        Waarom(stand.volgende, f"waarom-contact-{stand.regel}"),
        None if stand.stand == "op_tijd" else labels.STAND[stand.stand],
        Bij(hoe),
    )


def _berichten(dossier: Dossier) -> Iterator[Inhoud]:
    """Count the messages of a year against the norm, with the next and the last one and who may get them."""
    if dossier.berichten_12m is None:
        return
    norm = dossier.gedeeld.instellingen.berichten_per_jaar
    aantal = taal.aantal(dossier.berichten_12m, "bericht", "berichten")
    yield f"{aantal} in twaalf maanden (afspraak: {norm})"
    if dossier.bericht_volgende.waarde:
        yield Zacht("het volgende uiterlijk"), Waarom(dossier.bericht_volgende, "waarom-bericht-volgende")
    laatste = _laatste(dossier)
    yield Bij(f"Laatst: {laatste}" if laatste else None)
    nieuwsbrief = berichten.nieuwsbrief(dossier, lambda mensen: taal.opsomming([mens.naam for mens in mensen]))
    yield Bij(f"Nieuwsbrief {nieuwsbrief}" if nieuwsbrief else None)


def _laatste(dossier: Dossier) -> str:
    """Say what the last message was about, when it went out and whether we called about it."""
    bericht = berichten.laatste(dossier)
    if bericht is None:
        return ""
    op = bericht.nagebeld.get(dossier.id)
    nagebeld = f", nagebeld op {taal.datum(op)}" if op else ""
    return f"“{berichten.onderwerp(bericht)}”, {taal.datum(bericht.datum)}{nagebeld}"


def _gesprekken(dossier: Dossier) -> Iterator[Inhoud]:
    momenten = sorted(dossier.account.contactmomenten, key=lambda moment: moment.datum)
    if gepland := [moment for moment in momenten if moment.datum > dossier.peildatum]:
        yield Tussenkop("Gepland", niveau=3)
        yield _momenten(dossier, gepland)
    gehouden = [moment for moment in reversed(momenten) if moment.datum <= dossier.peildatum]
    yield Tussenkop("Gesprekken", niveau=3)
    yield _momenten(dossier, gehouden[:EERST]) if gehouden else Leeg("Nog geen gesprek vastgelegd.")
    if len(gehouden) > EERST:
        # Parts of this page also stand on pages of the handbook, so that a link names its page.
        elders = Link("wat er gebeurde", f"accounts/{dossier.id}/#tijdlijn")
        yield Alinea((f"{len(gehouden) - EERST} eerder: zie", elders), zacht=True)


def _momenten(dossier: Dossier, momenten: Iterable[Contactmoment]) -> Opsomming:
    return Opsomming(tuple(_moment(dossier, moment) for moment in momenten))


def _moment(dossier: Dossier, moment: Contactmoment) -> Inhoud:
    """Word one contact: when, how, who of us with whom, what was said, and what the client let show."""
    wij, zij = namen.collega(dossier, moment.wie), namen.contacten(dossier, moment.met)
    wie = " met ".join(filter(None, (wij, zij)))
    return (
        Dag(moment.datum, voluit=True),
        Zacht(", ".join(filter(None, (labels.VORM[moment.vorm].tekst, wie)))),
        Onder(moment.kern) if moment.kern else None,
        *(Onder((labels.SIGNAAL[signaal.soort], signaaltekst(signaal))) for signaal in moment.signalen),
    )


def signaaltekst(signaal: Contactsignaal) -> str:
    """What the client let show, and when something was done with it; empty when nobody wrote either down."""
    gedaan = f"opgevolgd op {taal.datum(signaal.opgevolgd_op)}" if signaal.opgevolgd_op else ""
    return ", ".join(filter(None, (signaal.tekst, gedaan)))
