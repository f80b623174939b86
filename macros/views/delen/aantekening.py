"""A line of the journal in words, for the timeline of a client and the talk of a colleague."""

from collections.abc import Iterable, Iterator

from macros.afleidingen.dossier import Dossier
from macros.load.dagboekfeiten import INSCHATTING
from macros.model.dagboek import Aantekening
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
        if namen:
            gevonden = dict(woorden(dossier))
            yield f"{kop}: {taal.opsomming([gevonden.get(naam, naam) for naam in namen])}"
    if regel.belofte:
        yield beloofd(regel.belofte.van, regel.belofte.tekst)


def beloofd(van: str, tekst: str) -> str:
    """Say who promised what."""
    return f"{'De klant beloofde' if van == 'klant' else 'Beloofd'}: {tekst}"


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
