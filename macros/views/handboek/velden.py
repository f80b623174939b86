"""Field reference: what may stand in a file, made from the model itself so that it never runs behind.

A section is a class of the model: the client, a contract, an option. It says where it stands in the file, and of each
field what it means, what kind of value it takes, whether it is needed, and a line to copy.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from macros.load.standaard import GEDEELDE_BESTANDEN
from macros.load.velden import klasse_in, naam_van, velden_van
from macros.model.account import Account
from macros.model.basis import gat_van
from macros.model.dagboek import Weekblad
from macros.model.gedeeld import Werving
from macros.views.delen.blad import Alinea, Blad, Opsomming, Tussenkop
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Aaneen, Bij, Code, Link, Reeks, hoofdletter
from macros.views.handboek.veldvoorbeeld import hints_van, soort, voorbeeldregel
from macros.views.handboek.veldwoorden import SOMS_VERPLICHT, UITLEG, VOORWAARDE
from macros.views.render import Inhoud, veilig
from macros.woorden.labels import Label

VOORBEELD = Markup('<code class="velden__voorbeeld">{}</code>')
"""A line to copy, which keeps its own breaks."""
VERPLICHT = Label("Verplicht", "●", "gepland")
SOMS = Label("Soms verplicht", "◐", "gepland")
GEVRAAGD = Label("Gevraagd", "?", "let-op")
VRIJ = Label("Mag weg", "–", "stil")

BESTANDEN: dict[type, str] = {
    Account: "accounts/<klant>.yml",
    **{klasse: f"accounts/_gedeeld/{naam}.yml" for naam, klasse in GEDEELDE_BESTANDEN.items()},
    Werving: "accounts/_werving/<jaar>.yml",
    Weekblad: "accounts/_dagboek/<jaar>/w<week>-<collega>.yml",
}
"""The class at the top of each file, and the file."""
SAMEN: Mapping[type, type] = {Weekblad: Account}
"""A file described on the page of another: what stands in both is described there once, under the other."""


@dataclass(frozen=True, slots=True)
class Veld:
    """One field."""

    naam: str
    anker: str
    """Its id on the page: `veld-contract-opzegtermijn`."""
    titel: str
    hulp: str
    soort: str
    naar: str
    """Id of the section that describes the parts of the value; empty for a plain value."""
    nodig: Label
    waarom: str
    """When it is asked for, and what filling it in buys; empty when nobody asks."""
    zonder: str
    """What counts while it is absent; empty when nothing does."""
    voorbeeld: str


@dataclass(frozen=True, slots=True)
class Sectie:
    """One part of a file."""

    anker: str
    """Its id on the page: `veld-contract`."""
    titel: str
    naam: str
    """The same in a sentence: "een contract"."""
    plekken: tuple[str, ...]
    """Where it stands in the file, as keys; none for the file itself."""
    bestand: str
    uitleg: str
    """Where the handbook is about this; empty when it is not."""
    velden: tuple[Veld, ...]


def velden(naam: str, plekken: Mapping[str, str]) -> Blad:
    """Describe a file with all its parts (`account`, `team`), or one part (`contract`).

    `plekken` says where the handbook speaks of a field. Raises KeyError for a name that is neither.
    """
    delen = secties()[naam]
    wijzers = tuple(Link(sectie.titel, f"#{sectie.anker}") for sectie in delen)
    blokken = (blok for sectie in delen for blok in _blokken(sectie, plekken, 2 if naam == "account" else 3))
    return Blad("", (Opsomming(wijzers, kort=True) if len(delen) > 1 else None, *blokken))


def _blokken(sectie: Sectie, plekken: Mapping[str, str], niveau: int) -> tuple[Inhoud, ...]:
    """One part of a file: where it stands, and its fields. The client's file is a page of its own: level 2."""
    onder = Aaneen((_en([Code(plek) for plek in sectie.plekken]), "."))
    plek = ("Bovenaan in", Aaneen((Code(sectie.bestand), "."))) if sectie.bestand else ("Staat onder", onder)
    lees = Link("Lees erover in het handboek", f"handboek/{sectie.uitleg}") if sectie.uitleg else None
    return (
        Tussenkop(sectie.titel, sectie.anker, niveau=niveau),
        Alinea((*plek, lees), zacht=True),
        register(f"Velden van {sectie.naam}", _kolommen(plekken), sectie.velden, anker=lambda veld: veld.anker),
    )


def _en(delen: Sequence[Inhoud]) -> Inhoud:
    """Write a list in a sentence, with "en" before the last."""
    return (Reeks(tuple(delen[:-1])), "en", delen[-1]) if len(delen) > 1 else Reeks(tuple(delen))


def _kolommen(plekken: Mapping[str, str]) -> tuple[Kolom[Veld], ...]:
    def invullen(veld: Veld) -> Inhoud:
        soort_ = Link(veld.soort, f"#{veld.naar}") if veld.naar else veld.soort
        zonder = f"zonder dit veld: {veld.zonder}" if veld.zonder else None
        uitleg = Link("uitleg", f"handboek/{plekken[veld.naam]}") if veld.naam in plekken else None
        return veld.hulp, Bij(Reeks((soort_, zonder, uitleg), ";")), VOORBEELD.format(veilig(veld.voorbeeld))

    return (
        Kolom("Veld", lambda veld: (Code(veld.naam), Bij(veld.titel))),
        Kolom("Wat je invult", invullen, breed="ruim"),
        Kolom("Nodig?", lambda veld: (veld.nodig, Bij(veld.waarom))),
    )


@cache
def secties() -> Mapping[str, list[Sectie]]:
    """Return the sections by the name of their class: of a file all it holds, of a part itself alone."""
    gevonden: dict[str, list[Sectie]] = {}
    for wortel, bestand in BESTANDEN.items():
        delen = [_sectie(klasse, plekken, "") for klasse, plekken in _beschreven(wortel).items()]
        for deel in delen:
            gevonden.setdefault(deel.anker.removeprefix("veld-"), [deel])
        gevonden[kenmerk(wortel)] = [_sectie(wortel, (), bestand), *delen]
    return gevonden


def _beschreven(wortel: type) -> dict[type, tuple[str, ...]]:
    """Return the classes that a file describes: not those of the file whose page it is on, whose places it adds."""
    elders = onderdelen_van(SAMEN[wortel]) if wortel in SAMEN else {}
    erbij = [onderdelen_van(ander) for ander, blad in SAMEN.items() if blad is wortel]
    return {
        klasse: (*plekken, *(plek for delen in erbij for plek in delen.get(klasse, ())))
        for klasse, plekken in onderdelen_van(wortel).items()
        if klasse not in elders
    }


def kenmerk(klasse: type) -> str:
    """Return the name by which a page calls a class: StilzwijgendeVerlenging is `stilzwijgende-verlenging`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", klasse.__name__).lower()


def onderdelen_van(wortel: type) -> dict[type, tuple[str, ...]]:
    """Every class below a file's own with the keys that lead to it, in the order of the file."""
    gevonden: dict[type, tuple[str, ...]] = {}
    for klasse, pad in _loop(wortel, ()):
        gevonden[klasse] = (*gevonden.get(klasse, ()), " › ".join(pad))
    return gevonden


def _loop(klasse: type, pad: tuple[str, ...]) -> Iterator[tuple[type, tuple[str, ...]]]:
    for naam, hint in hints_van(klasse).items():
        if binnenin := klasse_in(hint):
            yield binnenin, (*pad, naam)
            yield from _loop(binnenin, (*pad, naam))


def _sectie(klasse: type, plekken: tuple[str, ...], bestand: str) -> Sectie:
    naam, hints = kenmerk(klasse), hints_van(klasse)
    in_zin = naam_van(klasse)
    titel = in_zin.removeprefix("een ").removeprefix("de ").removeprefix("het ")
    return Sectie(
        anker=f"veld-{naam}",
        titel=hoofdletter(titel),
        naam=in_zin,
        plekken=plekken,
        bestand=bestand,
        uitleg=UITLEG.get(naam, ""),
        velden=tuple(_veld(klasse, veld, hints[veld]) for veld in velden_van(klasse)),
    )


def _veld(klasse: type, naam: str, hint: Any) -> Veld:
    info, binnenin = velden_van(klasse)[naam], klasse_in(hint)
    nodig, waarom = _nodig(klasse, naam)
    return Veld(
        naam=naam,
        anker=f"veld-{kenmerk(klasse)}-{naam.lower().replace('_', '-')}",
        titel=info.title or "",
        hulp=info.description or "",
        soort=soort(hint),
        naar=f"veld-{kenmerk(binnenin)}" if binnenin else "",
        nodig=nodig,
        waarom=waarom,
        zonder=_zonder(info.get_default(call_default_factory=True)),
        voorbeeld=voorbeeldregel(klasse, naam),
    )


def _nodig(klasse: type, naam: str) -> tuple[Label, str]:
    """Whether a field must be there, and when or why it is asked for."""
    info = velden_van(klasse)[naam]
    if info.is_required():
        return VERPLICHT, ""
    if soms := SOMS_VERPLICHT.get((klasse.__name__, naam)):
        return SOMS, soms
    if gat := gat_van(info):
        tekst = f"{gat.tekst.replace('nog {open} van {totaal}', 'alle')}."
        wanneer = VOORWAARDE[gat.voorwaarde]
        return GEVRAAGD, f"{hoofdletter(wanneer)}. {tekst}" if wanneer else tekst
    return VRIJ, ""


def _zonder(standaard: Any) -> str:
    """The default as it would be typed; empty when it is nothing, or has fields of its own."""
    if isinstance(standaard, bool):
        return "true" if standaard else "false"
    if isinstance(standaard, list):
        return ", ".join(map(str, standaard))
    return str(standaard) if isinstance(standaard, str | int | float) else ""
