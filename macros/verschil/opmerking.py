"""A proposal as the one remark below it: who looks, what changes, and which pages to look at before it is merged.

Nothing in it is markup of a file, calls anybody, or links anywhere but to the preview that was given. It begins with a
mark, by which whoever puts it somewhere finds and replaces the one that was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from macros.load.problem import Problem
from macros.verschil.meekijken import KLASSEN
from macros.verschil.voorstel import NIETS, Klantverschil, Voorstel, delen
from macros.woorden import taal
from macros.woorden.markdown import MERK, ontsnapt

MEESTE = 60_000
"""Signs of a remark that every forge takes: the least is 65,536, at GitHub."""
KOP = "### Wat dit voorstel verandert"
BLADEN = 20
"""Clients whose pages are named."""
FOUTEN = 10
"""Errors that are told where nothing else can be."""
_OVERZICHTEN = {"datum": ("Kalender", "kalender/"), "stand": ("Klanten", "accounts/"), "werk": ("Vandaag", "")}
"""Registers that show what follows, by the kind of it."""


class Blad(NamedTuple):
    """A page of the site that a proposal changes."""

    titel: str
    pad: str
    """From the root of the site."""


def als_markdown(voorstel: Voorstel, voorbeeld: str | None = None) -> str:
    """The proposal as a remark.

    `voorbeeld` is an address: one that ends in a slash is that of a site that was built from the proposal, any other
    one is where that site can be fetched. It stands in a link as it is.
    """
    if voorstel.leeg:
        return _af([NIETS, ""])
    regels = [*_meekijken(voorstel), *_vooraf(bladen(voorstel), voorbeeld)]
    for deel in delen(voorstel):
        regels += [f"**{ontsnapt(deel.kop)}**", ""]
        for kop, zinnen in deel.groepen:
            regels += [f"{ontsnapt(kop)}:", ""] if kop else []
            regels += [*(f"- {ontsnapt(zin)}" for zin in zinnen), ""]
    return _af(regels)


def met_fouten(problemen: Sequence[Problem]) -> str:
    """The remark where the shared files hold errors: then nothing can be said of what changes."""
    regels = [
        "Dat is nog niet te zeggen: in de gedeelde bestanden of een dagboek staat een fout. Verbeter die eerst.",
        "",
        *(f"- {ontsnapt(str(probleem))}" for probleem in problemen[:FOUTEN]),
    ]
    if (meer := len(problemen) - FOUTEN) > 0:
        regels.append(f"- en nog {taal.aantal(meer, 'andere', 'andere')}")
    return _af([*regels, ""])


def _af(regels: Sequence[str]) -> str:
    """The whole remark, cut after a line when it is long."""
    tekst = "\n".join([MERK, KOP, "", *regels])
    if len(tekst) <= MEESTE:
        return tekst
    kop = tekst[:MEESTE].rpartition("\n")[0]
    return f"{kop}\n\nEr verandert meer dan hier past: `handboek diff` laat alles zien.\n"


def _meekijken(voorstel: Voorstel) -> Iterator[str]:
    """Who looks at what, as a table."""
    if voorstel.meekijken:
        yield from ("| Wat voor wijziging | Waar | Wie kijkt mee |", "| --- | --- | --- |")
        for een in voorstel.meekijken:
            naam, vraag = KLASSEN[een.klasse]
            yield f"| **{naam}**: {vraag} | {ontsnapt(een.wat)} | {ontsnapt(een.wie)} |"
        yield ""


# --- which pages ---


def bladen(voorstel: Voorstel) -> tuple[Blad, ...]:
    """The pages to look at: of each client that was changed, its canvases, and the registers that show what follows."""
    aangeraakt = [een for een in voorstel.klanten if een.aangeraakt and not _is_weg(een) and not een.fouten]
    gevonden = [blad for een in aangeraakt[:BLADEN] for blad in _van_klant(een)]
    soorten = {zin.soort for een in voorstel.klanten for zin in een.gevolgen}
    gevonden += [Blad(*blad) for soort, blad in _OVERZICHTEN.items() if soort in soorten]
    if voorstel.gedeeld:
        gevonden.append(Blad("Overzichten", "overzichten/"))
    return tuple(gevonden)


def _is_weg(een: Klantverschil) -> bool:
    """Whether the client has no page any more."""
    return any(zin.soort == "weg" and not zin.waar for zin in een.zinnen)


def _van_klant(een: Klantverschil) -> Iterator[Blad]:
    yield Blad(een.naam, f"accounts/{een.id}/")
    canvassen = (zin for zin in een.zinnen if zin.waar[:1] == ("canvassen",) and len(zin.waar) > 1)
    for naam in dict.fromkeys(str(zin.waar[1]) for zin in canvassen if len(zin.waar) > 2 or zin.soort != "weg"):
        yield Blad(f"{een.naam}, canvas {naam}", f"accounts/{een.id}/canvas/{naam}/")


def _vooraf(gevonden: Sequence[Blad], voorbeeld: str | None) -> Iterator[str]:
    """The pages, with what there is to look at them."""
    if not gevonden:
        return
    if voorbeeld and voorbeeld.endswith("/"):
        links = (f"[{ontsnapt(blad.titel)}]({voorbeeld}{quote(blad.pad)})" for blad in gevonden)
        yield f"Bekijk vooraf: {' · '.join(links)}"
    else:
        namen = " · ".join(ontsnapt(blad.titel) for blad in gevonden)
        bestand = f"; [haal de site van dit voorstel op]({voorbeeld}) om ze te bekijken" if voorbeeld else ""
        yield f"Hierdoor veranderen deze pagina's: {namen}{bestand}."
    yield ""
