"""The self-scan on the overview of a colleague: no mark, but where to win something."""

from collections.abc import Iterator

from macros.model.gedeeld import Gedeeld
from macros.model.team import Persoon, Zelfscan
from macros.views.delen.blad import Alinea, Leeg, Opsomming, Tussenkop
from macros.views.delen.stukken import Link
from macros.views.render import Inhoud
from macros.woorden import taal

VRAGEN, UITDAGINGEN = ("zelfscan_vragen", "Vraag"), ("zelfscan_uitdagingen", "Uitdaging")
"""Id of the list with the words of each number, and what to call a number without words."""


def zelfscan(persoon: Persoon, gedeeld: Gedeeld, *, heeft_klanten: bool) -> tuple[Inhoud, ...]:
    """Show the last self-scan of who has clients; nothing for others without one, and where the team has no scan."""
    scan = persoon.zelfscan
    if not gedeeld.instellingen.onderdelen.zelfscan or (scan is None and not heeft_klanten):
        return ()
    van = f"van {taal.datum(scan.datum)}" if scan and scan.datum else None
    hoe = Alinea(Link("Hoe de zelfscan werkt", "handboek/netwerken/#zelfscan"), zacht=True)
    return Tussenkop("Zelfscan", "zelfscan", bij=van), *_uitkomst(scan, gedeeld), hoe


def _uitkomst(scan: Zelfscan | None, gedeeld: Gedeeld) -> Iterator[Inhoud]:
    """The questions and challenges that were answered with no, in the order of the lists."""
    if scan is None or not (scan.vragen or scan.uitdagingen):
        yield Leeg("Nog niet ingevuld. Het kost tien minuten, en je doet er alleen zelf iets mee.")
    elif nee := (*_nee(scan.vragen, *VRAGEN, gedeeld), *_nee(scan.uitdagingen, *UITDAGINGEN, gedeeld)):
        yield Alinea("Geen cijfer, wel een vraag: waar wil je beter in worden? Dit werd een nee.", zacht=True)
        yield Opsomming(nee)
    else:
        yield Leeg("Alles wat is ingevuld, werd een ja.")


def _nee(antwoorden: dict[int, bool], lijst: str, woord: str, gedeeld: Gedeeld) -> Iterator[str]:
    """Give the words of what was answered with no; a number where the team left the list out."""
    teksten = [vraag.tekst for een in gedeeld.vragenlijsten.vragenlijsten if een.id == lijst for vraag in een.vragen]
    for nummer in sorted(nummer for nummer, ja in antwoorden.items() if not ja):
        yield teksten[nummer - 1] if nummer <= len(teksten) else f"{woord} {nummer}"
