"""What the worker in the browser answers: JSON in, JSON out (protocol: ADR 17).

It runs the reader, the checks, the events and the views of the site itself on a folder in memory, so there is one
implementation. Of other clients than the one at hand that folder holds only the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from macros.afleidingen.dossier import Dossier
from macros.bewerken.antwoorden import Bezwaar
from macros.bewerken.patch import Verandering, patch
from macros.bewerken.plekken import veld_op
from macros.bewerken.voorstel import commits, in_zinnen, onderwerp
from macros.bewerken.wijzigingen import Klad, Voorgesteld, nodig
from macros.controles import over_klant
from macros.controles.nakijken import proeflees
from macros.load import yaml12
from macros.load.load import GEDEELD, Lader
from macros.load.problem import Problem
from macros.portefeuille.portefeuille import Portefeuille, dossier_van
from macros.site.onderdelen import onderdelen
from macros.site.pages import Bouw, Oproep, Sjabloon
from macros.woorden.taal import opsomming

Antwoord = dict[str, Any]
_NAAM_GEDEELD = "Instellingen en gedeelde bestanden"
_TITEL = 120
"""Characters of the title of a proposal."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~]")


@dataclass(slots=True)
class Werk:
    """What the worker knows."""

    map: Path
    peildatum: date
    vast: bool
    sjablonen: Mapping[str, Sjabloon]
    repo: str = "accounts"
    """The folder of the accounts in the repository."""
    bewerk_map: str = ""
    """What the forge's addresses of those files begin with; empty without a forge."""
    uit: str = ""
    """The pattern that finds links to pages of parts that are off; empty when none is."""
    lader: list[Lader] = field(default_factory=list)
    """What read the folder; empty when a file changed since."""
    bekend: dict[str, Dossier] = field(default_factory=dict)
    """The clients at hand as they were published."""

    def lees(self, naam: str) -> str:
        """What a file held when the site was made; empty when it is not there."""
        pad = self.map / naam
        return pad.read_bytes().decode() if pad.exists() else ""

    def vergeet(self) -> None:
        """A file of the folder changed."""
        self.bekend.clear()
        self.lader.clear()

    def klad(self) -> Klad:
        """The files, to make changes in."""
        if not self.lader:
            self.lader[:] = [Lader(self.map)]
        return Klad(self.lader[0], self.lees)


_werk: list[Werk] = []


def begin(gegevens: Mapping[str, Any], map_: str = "/werk/accounts") -> Antwoord:
    """Make the folder: the shared files, and an empty file for each client that is not at hand.

    `gegevens` holds `peildatum`, `vast`, `teksten` (by name below the folder), `klanten` (ids), `sjablonen` and
    `elders`: `repo`, `bewerk_map` and `uit`.
    """
    folder = Path(map_)
    folder.mkdir(parents=True, exist_ok=True)
    for klant in gegevens["klanten"]:
        (folder / f"{klant}.yml").touch()
    _schrijf(folder, gegevens["teksten"])
    sjablonen = {
        naam: Sjabloon(een["html"], {slot: Oproep(*oproep) for slot, oproep in een["delen"].items()})
        for naam, een in gegevens.get("sjablonen", {}).items()
    }
    dag = date.fromisoformat(gegevens["peildatum"])
    _werk[:] = [Werk(folder, dag, gegevens["vast"], sjablonen, **gegevens.get("elders", {}))]
    return {}


def laad(gegevens: Mapping[str, Any]) -> Antwoord:
    """Put the texts of one client in the folder: `klant` and `teksten`."""
    werk = _werk[0]
    _schrijf(werk.map, gegevens["teksten"])
    werk.vergeet()
    return {}


def _schrijf(folder: Path, teksten: Mapping[str, str]) -> None:
    for naam, tekst in teksten.items():
        pad = folder / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode())


# --- while somebody types ---


def probeer(gegevens: Mapping[str, Any]) -> Antwoord:
    """Make all changes of a proposal about one client, and tell what comes of it.

    `klant`, `wijzigingen`, and perhaps `pagina` with `familie` and `pad`: the page to show. `problemen` come with the
    change and the field they are about where that is known; warnings only when they are new.
    """
    werk, klant, wijzigingen = _werk[0], gegevens["klant"], gegevens["wijzigingen"]
    klad, problemen = werk.klad(), []
    for een in wijzigingen:
        problemen += [_bezwaar(een, bezwaar) for bezwaar in klad.maak(een)]
    voor = _voor(werk, klant)
    na, gevonden = _na(werk, klad, klant)
    problemen += [_probleem(klad, wijzigingen, een, "fout") for een in gevonden]
    if voor and na:
        problemen += [_probleem(klad, wijzigingen, een, "waarschuwing") for een in _nieuwe(voor, na, klad)]
    pagina = gegevens.get("pagina")
    return {
        "problemen": problemen,
        "zinnen": [{"wijziging": een["id"], "tekst": zin} for een in wijzigingen for zin in in_zinnen(een)],
        "html": _html(werk, na, pagina) if pagina and na else None,
        "teksten": klad.teksten,
    }


def _voor(werk: Werk, klant: str) -> Dossier | None:
    if klant not in werk.bekend:
        dossier, _ = _na(werk, werk.klad(), klant)
        if dossier is None:
            return None
        werk.bekend[klant] = dossier
    return werk.bekend[klant]


def _na(werk: Werk, klad: Klad, klant: str) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The client with the changes, and the errors; `_gedeeld` is no client, and only has errors."""
    if klant == GEDEELD:
        return None, proeflees(klad.lader, klant, None, klad.teksten)[2]
    if not klad.tekst(f"{klant}.yml").strip():
        return None, ()
    account, gedeeld, problemen = klad.gelezen(klant, werk.peildatum)
    if problemen or account is None:
        return None, problemen
    plaats = klad.lader.met(klad.proef()).plaats
    return dossier_van(account, gedeeld, plaats, werk.peildatum), ()


def _nieuwe(voor: Dossier, na: Dossier, klad: Klad) -> Iterator[Problem]:
    """The warnings that come with the changes."""
    bekend = {(een.code, een.tekst) for een in over_klant(voor)}
    plaats = klad.lader.met(klad.proef()).plaats
    for een in over_klant(na):
        if (een.code, een.tekst) not in bekend:
            yield plaats.probleem(f"{na.id}.yml", een.loc, "waarschuwing", een.code, een.tekst)


def _bezwaar(een: Voorgesteld, bezwaar: Bezwaar) -> Antwoord:
    return {"wijziging": een["id"], "veld": bezwaar.veld, "tekst": bezwaar.tekst, "soort": "fout"}


def _probleem(klad: Klad, wijzigingen: Sequence[Voorgesteld], probleem: Problem, soort: str) -> Antwoord:
    bestand = probleem.bestand.partition("/")[2]
    wijziging, veld = veld_op(klad.tekst(bestand), bestand, probleem.regel, wijzigingen)
    plek = {"bestand": probleem.bestand, "regel": probleem.regel}
    return {"wijziging": wijziging, "veld": veld, "tekst": probleem.tekst, "soort": soort, **plek}


def _html(werk: Werk, dossier: Dossier, pagina: Mapping[str, str]) -> str | None:
    alleen = Portefeuille({dossier.id: dossier}, dossier.gedeeld, werk.peildatum, werk.vast)
    bouw = Bouw(
        alleen,
        werk.map,
        bewerk_map=werk.bewerk_map,
        uit=re.compile(werk.uit, re.DOTALL) if werk.uit else None,
        voorbeeld=alleen,
    )
    bouw.neem_over(pagina["familie"], werk.sjablonen[pagina["familie"]], onderdelen())
    return bouw.blad(pagina["familie"], pagina["pad"])


def waarden(gegevens: Mapping[str, Any]) -> Antwoord:
    """The plain values in a `bestand`; None for one that is not there."""
    return {"waarden": yaml12.lees(_werk[0].lees(gegevens["bestand"]).encode()).waarde}


# --- handing in ---


def raakt(gegevens: Mapping[str, Any]) -> Antwoord:
    """The files in the repository whose newest text is needed to hand in these `wijzigingen`."""
    return {"bestanden": [f"{_werk[0].repo}/{naam}" for naam in nodig(gegevens["wijzigingen"])]}


def indienen(gegevens: Mapping[str, Any]) -> Antwoord:
    """Make the `wijzigingen` again on the `nieuwste` texts (by path in the repository; None: not there).

    A commit for each client, words for the proposal and the same as a patch, or what stands in the way: `botsingen`
    and `problemen`. `wie` is the name of who hands in, `adres` perhaps a mail address, `op` the day.
    """
    werk, wijzigingen = _werk[0], gegevens["wijzigingen"]
    _vernieuw(werk, {naam.removeprefix(f"{werk.repo}/"): tekst for naam, tekst in gegevens["nieuwste"].items()})
    klad = werk.klad()
    gemaakt, gebotst, bezwaren = commits(klad, wijzigingen)
    problemen = [_bezwaar(*een) for een in bezwaren]
    veranderingen, gezegd_bij = [], {}
    for commit in gemaakt:
        na, gevonden = _na(werk, klad, commit.klant)
        problemen += [_probleem(klad, wijzigingen, een, "fout") for een in gevonden]
        gezegd = [zin for een in wijzigingen if een["klant"] == commit.klant for zin in in_zinnen(een)]
        gezegd_bij[na.naam if na else _NAAM_GEDEELD if commit.klant == GEDEELD else commit.klant] = gezegd
        bericht = "\n".join([onderwerp(commit.klant, _kort(gezegd)), "", *(f"- {zin}" for zin in gezegd)])
        paren = {f"{werk.repo}/{naam}": paar for naam, paar in commit.bestanden.items()}
        veranderingen.append(Verandering(bericht.rstrip(), paren))
    uit: Antwoord = {"botsingen": [asdict(een) for een in gebotst], "problemen": problemen}
    if gebotst or problemen or not veranderingen:
        return uit
    return uit | {
        "commits": [
            {
                "bericht": een.bericht,
                "bestanden": [{"pad": pad, "tekst": nieuw} for pad, (_, nieuw) in een.bestanden.items()],
            }
            for een in veranderingen
        ],
        "titel": _titel(gezegd_bij),
        "tekst": "\n\n".join(f"**{_letterlijk(naam)}**\n\n{_lijst(gezegd)}" for naam, gezegd in gezegd_bij.items()),
        "patch": patch(
            veranderingen,
            wie=gegevens["wie"],
            adres=gegevens.get("adres") or "voorstel@handboek.invalid",
            dag=date.fromisoformat(gegevens["op"]),
        ),
    }


def _vernieuw(werk: Werk, teksten: Mapping[str, str | None]) -> None:
    _schrijf(werk.map, {naam: tekst for naam, tekst in teksten.items() if tekst is not None})
    for naam in (naam for naam, tekst in teksten.items() if tekst is None):
        (werk.map / naam).unlink(missing_ok=True)
    werk.vergeet()


def _kort(gezegd: Sequence[str]) -> str:
    """One sentence for what was said, and how many more there are."""
    if not gezegd:
        return "Bijgewerkt"
    meer = f" en nog {len(gezegd) - 1}" if len(gezegd) > 1 else ""
    return f"{gezegd[0].rstrip('.')}{meer}"


def _titel(per_klant: Mapping[str, Sequence[str]]) -> str:
    namen = list(per_klant)
    if len(namen) == 1:
        return f"{namen[0]}: {_kort(per_klant[namen[0]])}"[:_TITEL]
    return f"{opsomming(namen)} bijgewerkt"[:_TITEL]


def _lijst(gezegd: Sequence[str]) -> str:
    return "\n".join(f"- {_letterlijk(zin)}" for zin in gezegd)


def _letterlijk(tekst: str) -> str:
    """Text that a forge prints as it is, and that mentions nobody."""
    return _MARKDOWN.sub(r"\\\g<0>", tekst).replace("@", "@\u2060")
