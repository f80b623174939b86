"""Who this client is: the quiet facts that no first screen needs, and everyone still looks up."""

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.views.delen.blad import Blad, Feiten
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Link, Waarom, Zacht
from macros.views.kalender.agendalinks import van_deze_klant
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label


@klantmacro
def account_over(dossier: Dossier) -> Blad:
    """Show who the client is, since when, in which segment and why."""
    return Blad("", (Feiten(tuple((naam, feit) for naam, feit in _feiten(dossier) if feit)),))


def _feiten(dossier: Dossier) -> Iterator[tuple[str, Inhoud]]:
    """Yield the quiet facts by name; what is not known is left out by who prints them."""
    account, manager = dossier.account, dossier.account.driehoek.accountmanager
    segment = labels.SEGMENT[dossier.segment.waarde] if dossier.segment.waarde else GEEN_SEGMENT
    soort = (account.branche, account.sector, account.omvang and f"omvang {account.omvang}")
    yield "Accountmanager", (Link(namen.collega(dossier, manager), f"overleg/{manager}/"), Zacht(_overdracht(dossier)))
    yield "Segment", (Waarom(dossier.segment, "waarom-segment", segment), Zacht(_berekend(dossier)))
    yield "Juiste klant", labels.JUISTE_KLANT.get(dossier.juiste_klant_stand.waarde or "")
    yield "Klant sinds", _sinds(dossier)
    yield "Wat voor klant", ", ".join(filter(None, soort))
    yield "Blijft omdat", account.waarom_klant_blijft
    yield "Ook bekend als", ", ".join(filter(None, (*account.aliassen, account.klantnummer)))
    yield "Hoort bij", Link(account.moeder, f"accounts/{account.moeder}/") if account.moeder else None
    yield "Kweekvijver", _kweekvijver(dossier)
    yield "In je eigen agenda", van_deze_klant(dossier)
    stil = dossier.windstilte_sinds
    yield "Windstil sinds", Waarom(stil, "waarom-windstilte-sinds") if stil.waarde else None


GEEN_SEGMENT = Label("Nog geen segment", "?", "stil")


def _sinds(dossier: Dossier) -> str:
    sinds = dossier.account.klant_sinds
    if sinds is None or sinds > dossier.peildatum:
        return f"vanaf {taal.datum(sinds)}" if sinds else ""
    return f"{taal.datum(sinds)} ({(dossier.peildatum - sinds).days // 365} jaar)"


def _kweekvijver(dossier: Dossier) -> str:
    vijver = dossier.account.kweekvijver
    if vijver is None:
        return ""
    sinds = f"sinds {taal.datum(vijver.sinds)}" if vijver.sinds else "in de kweekvijver"
    return f"{sinds}: {vijver.waarom}" if vijver.waarom else sinds


def _berekend(dossier: Dossier) -> str:
    """Set the computed segment beside the one that a colleague chose."""
    keuze, berekend = dossier.account.segment_keuze, dossier.segment_berekend
    if keuze is None:
        return ""
    reden = f"zelf gekozen: {keuze.reden}" + (f" ({taal.datum(keuze.op)})" if keuze.op else "")
    return f"berekend: {berekend}; {reden}" if berekend and berekend != keuze.segment else reden


def _overdracht(dossier: Dossier) -> str:
    account = dossier.account
    if not account.vorige_accountmanager:
        return ""
    op = f" op {taal.datum(account.overgedragen_op)}" if account.overgedragen_op else ""
    return f"overgenomen van {namen.collega(dossier, account.vorige_accountmanager)}{op}"
