"""What the journal says, in words: a line for the timeline and the talk, and the day that it renewed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.afleidingen.contact.contact import gesproken_met
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard, bevestigd, uit_dagboek
from macros.load.dagboekfeiten import INSCHATTING
from macros.model.account import Account
from macros.model.contact import Contactmoment
from macros.model.dagboek import Aantekening, Bron, bron
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.stukken import Waarom
from macros.views.render import Inhoud
from macros.woorden import labels, taal


def vertel(dossier: Dossier, een: Aantekening) -> Iterator[str]:
    """Say what a line tells besides its talk: the note, and what was confirmed, closed and promised."""
    regel = een.regel
    if not regel.is_gesprek:
        yield f"Notitie: {regel.kern}"
    for kop, namen, woorden in (
        ("Klopt nog", regel.klopt_nog, _klopt),
        ("Klaar", regel.klaar, _sluitbaar),
        (labels.TOEZEGGING_STAND["gebroken"].tekst, regel.gebroken, _sluitbaar),
    ):
        gevonden = dict(woorden(dossier)) if namen else {}
        zin = taal.opsomming([gevonden.get(naam, naam) for naam in namen])
        if zin and zin not in regel.kern:  # an event that closes one thing says so in its own words
            yield f"{kop}: {zin}"
    if regel.belofte:
        yield beloofd(regel.belofte.van, regel.belofte.tekst)


def procesuitkomst(moment: Contactmoment) -> Iterator[str]:
    """Say what came of a talk about how the work runs; nothing for any other."""
    if moment.proces and moment.proces.punten:
        yield f"Afgesproken: {'; '.join(moment.proces.punten)}"
    if moment.proces and moment.proces.verandert:
        yield f"Er verandert: {moment.proces.verandert}"


def beloofd(van: str, tekst: str) -> str:
    """Say who promised what."""
    return f"{'De klant beloofde' if van == 'klant' else 'Beloofd'}: {tekst}"


def gedateerd(dossier: Dossier, pad: str, woorden: Inhoud) -> Inhoud:
    """Let the words about a day open where it stands, if the journal speaks of it; `pad` is the path of the day."""
    dag = bevestigd(dossier.account, pad) if woorden else None
    return _waarom(dag, f"waarom-{re.sub('[._]', '-', pad)}", woorden) if dag else woorden


def gesproken(dossier: Dossier, wie: str, woorden: Inhoud) -> Inhoud:
    """The same for the last talk with somebody at the client."""
    dag = gesproken_met(dossier.account, wie, dossier.peildatum)
    return _waarom(dag, f"waarom-gesproken-{wie}", woorden) if any(map(uit_dagboek, dag.stappen)) else woorden


def _waarom(dag: Verklaard[Any], anker: str, woorden: Inhoud) -> Waarom:
    return Waarom(Verklaard(dag.waarde, dag.stappen[::-1]), anker, woorden)  # what counts stands last, in bold


def weekbladen(portefeuille: Portefeuille) -> set[str]:
    """The files of the journal that may be opened, below the folder; not where the name of a hidden client stands."""
    per_klant = portefeuille.gedeeld.dagboek
    verborgen = [dossier.id for dossier in portefeuille.dossiers.values() if dossier.verborgen]
    dicht = {een.bestand for klant in verborgen for een in per_klant.get(klant, ())}
    return {een.bestand for regels in per_klant.values() for een in regels} - dicht


def weekblad(account: Account, loc: Sequence[str | int]) -> Bron | None:
    """The line of the journal that holds what stands at a path of a whole account; None when its own file does."""
    match loc:
        case ("contactmomenten" | "toezeggingen" | "contactpersonen" as lijst, int(nummer), *_):
            return bron(account, f"{lijst}.{getattr(account, lijst)[nummer].id}")
    return None


def _klopt(dossier: Dossier) -> Iterable[tuple[str, str]]:
    """The words of everything that a line can confirm."""
    account = dossier.account
    yield INSCHATTING, "de eigen inschatting"
    yield from ((c.id, f"de eigen inschatting van {c.titel}") for c in account.contracten)
    yield from ((vak.id, f"het oordeel bij {vak.titel}") for vak in dossier.gedeeld.canvas.vakken)
    yield from ((v.id, f"“{v.tekst}”") for v in account.verwachtingen)
    voluit = dossier.gedeeld.instellingen.toon_contactnamen
    yield from ((p.id, f"de houding van {p.naam if voluit else p.functie}") for p in account.contactpersonen)


def _sluitbaar(dossier: Dossier) -> Iterable[tuple[str, str]]:
    """The words of everything that a line can close or call broken."""
    account = dossier.account
    yield from ((actie.id, actie.tekst) for canvas in account.canvassen for actie in canvas.acties if actie.id)
    yield from ((actie.id, actie.tekst) for blik in account.fresheyes for actie in blik.acties if actie.id)
    yield from ((belofte.id, belofte.tekst) for belofte in account.toezeggingen if belofte.id)
    for moment in account.contactmomenten:
        for signaal in moment.signalen:
            if signaal.id:
                yield signaal.id, signaal.tekst or labels.SIGNAAL[signaal.soort].tekst.lower()
    for les in account.signalen:
        if les.id:
            yield les.id, les.actiestap or les.signaal or "een signaal uit een les"
