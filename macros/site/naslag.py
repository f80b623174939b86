"""Parts that explain the site itself: every field, every setting, and the sample client through its life.

Where the handbook speaks of a setting or a field is found in its own text, so a moved paragraph is found again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from markupsafe import Markup

from macros.afleidingen.dossier import dossier
from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.load.omgeving import PROJECT
from macros.load.velden import velden_van
from macros.model.account import Account
from macros.model.gedeeld import Berichten, Gedeeld
from macros.model.werk import SOORTEN
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.onderdelen import KLANTDELEN, Onderdeel, OnderdeelError, onderdelen
from macros.site.pagina import Pagina
from macros.views import render
from macros.views.handboek import instellingen, velden
from macros.views.handboek.velden import BESTANDEN, onderdelen_van
from macros.views.handboek.veldvoorbeeld import LEVEN
from macros.views.render import View
from macros.woorden import taal

HANDBOEK = PROJECT / "docs" / "handboek"
_KOP = re.compile(r"^(#+) .*?(?:\{: #([\w-]+) \})?$")
_GENOEMD = re.compile(r"(\*\*)?\{\{ instelling\(\"(\w+)\"\) \}\}|`([a-z]+(?:_[a-z0-9]+)+)`")
_VET, _ZIN, _TABEL = 4, 2, 1
"""A number in bold is the rule itself, in a sentence it is spoken of, in a table it is one of many."""
_SAMENVATTEND = ("behoud", "invoering", "klantbeeld", "zo-werken-wij")
"""Chapters that quote the rules of others; they count only for what is nowhere else."""


def vindplaatsen() -> dict[str, str]:
    """Return for each name the place that speaks of it most: `kickoff_dagen` → `opstart/#kick-off`."""
    return _gewogen(tuple((pad, pad.stat().st_mtime_ns) for pad in sorted(HANDBOEK.glob("*.md"))))


@lru_cache(maxsize=1)
def _gewogen(bestanden: tuple[tuple[Path, int], ...]) -> dict[str, str]:
    """Read the chapters once for each state they are in."""
    gewichten: dict[str, Counter[str]] = {}
    for naam, plek, gewicht in _genoemd(pad for pad, _ in bestanden):
        gewichten.setdefault(naam, Counter())[plek] += gewicht
    return {naam: max(plekken, key=lambda plek: _volgorde(plek, plekken)) for naam, plekken in gewichten.items()}


def veldplaatsen() -> dict[str, str]:
    """Return the same for names of fields that occur once in all files; other names mean several things."""
    eenmalig = _eenmalig()
    return {naam: plek for naam, plek in vindplaatsen().items() if naam in eenmalig}


def _volgorde(plek: str, plekken: Counter[str]) -> tuple[bool, int]:
    return plek.partition("/")[0] not in _SAMENVATTEND, plekken[plek]


def _genoemd(bestanden: Iterable[Path]) -> Iterator[tuple[str, str, int]]:
    """Every mention under a heading that can be linked to; the table of kinds of work names the paragraph itself."""
    for soort in SOORTEN.values():
        yield from ((naam, soort.handboek, _TABEL) for _, naam, _, _ in Formatter().parse(soort.uiterlijk) if naam)
    for pad in bestanden:
        plek = ""
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if kop := _KOP.match(regel):
                plek = f"{pad.stem}/#{kop[2]}" if kop[2] else ""
            for vet, instelling, veld in _GENOEMD.findall(regel) if plek else ():
                # In a table also a number in bold is one of many.
                yield instelling or veld, plek, _TABEL if regel.startswith("|") else _VET if vet else _ZIN


@cache
def _eenmalig() -> frozenset[str]:
    klassen = {klasse for wortel in BESTANDEN for klasse in (wortel, *onderdelen_van(wortel))}
    telling = Counter(naam for klasse in klassen for naam in velden_van(klasse))
    return frozenset(naam for naam, aantal in telling.items() if aantal == 1)


# --- one invented client followed through its whole life: the same account file at six moments ---


@dataclass(frozen=True, slots=True)
class Moment:
    """The client as its file was on one day."""

    nummer: int
    titel: str
    peildatum: date
    klant: Mapping[str, Any]
    """The whole account file of that day, as plain values."""
    berichten: tuple[Mapping[str, Any], ...]
    """The messages that had been sent by then."""


def momenten() -> tuple[Moment, ...]:
    """Return the moments of the story, by date."""
    return _momenten(tuple(pad.read_bytes() for pad in sorted(LEVEN.glob("*.yml"))))


def portefeuille_op(moment: Moment, gedeeld: Gedeeld) -> Portefeuille:
    """Return a portfolio of that client alone, with everything that follows from its file on that day.

    `gedeeld` gives the team and the settings; the messages are those of the story.
    """
    klant = _gelezen(Account, moment.klant)
    berichten = _gelezen(Berichten, {"berichten": list(moment.berichten)})
    delen = replace(gedeeld, berichten=berichten)
    return Portefeuille({klant.id: dossier(klant, delen, moment.peildatum)}, delen, moment.peildatum, vast=True)


def voeg_samen(oud: Any, nieuw: Any) -> Any:
    """Put what was written later over what stood there; neither is changed.

    Maps are put together key by key. In a list, an item with the id of an earlier one changes that one (a mark, which
    has no id, is known by its `opdracht`); other items come after it. Any other value, a list of plain words too, is
    replaced.
    """
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        return oud | {naam: voeg_samen(oud.get(naam), waarde) for naam, waarde in nieuw.items()}
    if isinstance(oud, list) and isinstance(nieuw, list) and all(isinstance(item, dict) for item in oud + nieuw):
        wijzigt = {_kenmerk(item): item for item in nieuw if _kenmerk(item)}
        # `pop`: what is left in `wijzigt` afterwards is new.
        bestaand = [voeg_samen(item, wijzigt.pop(_kenmerk(item), {})) for item in oud]
        return bestaand + [item for item in nieuw if not _kenmerk(item) or _kenmerk(item) in wijzigt]
    return nieuw


def _kenmerk(item: Mapping[str, Any]) -> str:
    return str(item.get("id") or item.get("opdracht") or "")


@cache
def _momenten(bestanden: tuple[bytes, ...]) -> tuple[Moment, ...]:
    """The moments by the bytes of their files: a changed file is read again."""
    klant: dict[str, Any] = {}
    berichten: list[dict[str, Any]] = []
    gevonden = []
    for nummer, inhoud in enumerate(bestanden, start=1):
        stuk: Any = yaml12.lees(inhoud).waarde
        klant = voeg_samen(klant, stuk["klant"])
        berichten = [*berichten, *stuk.get("berichten", [])]
        dag = date.fromisoformat(stuk["peildatum"])
        gevonden.append(Moment(nummer, stuk["titel"], dag, klant, tuple(berichten)))
    return tuple(gevonden)


def _gelezen(klasse: type, waarde: Mapping[str, Any]) -> Any:
    gekeurd = Gekeurd(klasse, dict(waarde))
    if gekeurd.bevindingen:
        raise ValueError(f"the story of the sample client is wrong: {gekeurd.bevindingen}")
    return gekeurd.object


# --- a finished part of a page, made fit to stand on another page, more than once and about another day ---

_VERWIJZING = re.compile(r'(?<= )(id|for|aria-labelledby|aria-controls|aria-describedby|data-tabel)="([^"]+)"')
_WEGWIJZER = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HREF = re.compile(r'href="([^"]*)"')
_MEETELLEN = re.compile(r' data-(?:wanneer|stand)(?:="[^"]*")?(?=[ >])')


def losgemaakt(html: str, voorvoegsel: str, basis: str) -> Markup:
    """Return `html` with `voorvoegsel` before every id and only links to the handbook.

    Signposts (`<nav>`) are left out.

    `basis` is the path to the root of the site that the part was made with.
    """
    # First: a signpost has links of its own, which must not survive as words.
    kaal = _WEGWIJZER.sub("", html)
    eigen = _VERWIJZING.sub(lambda gevonden: f'{gevonden[1]}="{_met(voorvoegsel, gevonden[2])}"', kaal)
    links = _LINK.sub(lambda link: _link(link, f"{basis}handboek/"), eigen)
    return Markup(_MEETELLEN.sub("", links))  # noqa: S704  HTML of our own views


def _met(voorvoegsel: str, namen: str) -> str:
    """Several ids may stand in one attribute."""
    return " ".join(f"{voorvoegsel}-{naam}" for naam in namen.split())


def _link(link: re.Match[str], handboek: str) -> str:
    adres = _HREF.search(link[1])
    return link[0] if adres and adres[1].startswith(handboek) else link[2]


# --- the parts ---

VOORBEELDDELEN = ("accountkaart", "canvas", *KLANTDELEN)
"""What can be shown of the sample client at a moment of its life."""


def naslag() -> dict[str, Onderdeel]:
    """Return these parts by the name a page calls them by."""
    return {
        "velden": _velden,
        "instellingen": _instellingen,
        "werksoorten": lambda pagina: instellingen.werksoorten(pagina.portefeuille),
        "gebeurtenissen": lambda _pagina: instellingen.gebeurtenissen(),
        "uitstelwoorden": lambda _pagina: instellingen.uitstelwoorden(),
        "voorbeeld": _voorbeeld,
    }


def _velden(_pagina: Pagina, naam: str = "account") -> View:
    """All fields of a file (`account`, `team`), or of one part of it (`contract`)."""
    try:
        return velden.velden(naam, veldplaatsen())
    except KeyError as fout:
        raise OnderdeelError(
            f"er is geen bestand of onderdeel '{naam}'; kies uit: {', '.join(sorted(velden.secties()))}"
        ) from fout


def _instellingen(pagina: Pagina) -> View:
    return instellingen.instellingen(pagina.portefeuille, vindplaatsen())


def _voorbeeld(pagina: Pagina, deel: str, moment: int) -> View:
    """One part of the client page of the sample, as it was at one moment of its life."""
    if deel not in VOORBEELDDELEN:
        raise OnderdeelError(f"'{deel}' is geen deel van een klantpagina; kies uit: {', '.join(VOORBEELDDELEN)}")
    toen = next((een for een in momenten() if een.nummer == moment), None)
    if toen is None:
        raise OnderdeelError(f"er is geen moment {moment}; kies 1 tot en met {len(momenten())}")
    html = render.html(onderdelen()[deel](_pagina_op(pagina, toen)), pagina.basis)
    return instellingen.Voorbeelddeel(
        dag=taal.datum(toen.peildatum),
        inhoud=losgemaakt(html, f"moment-{moment}-{deel.replace('_', '-')}", pagina.basis),
    )


def _pagina_op(pagina: Pagina, moment: Moment) -> Pagina:
    """The page as if it were that client's, on that day; nobody can edit what is invented."""
    toen = portefeuille_op(moment, pagina.voorbeeld.gedeeld)
    [dossier] = toen.dossiers.values()
    canvas = next(iter(dossier.canvassen), None)
    return replace(pagina, portefeuille=toen, dossier=dossier, canvas=canvas, bewerk_url=lambda _account: "")
