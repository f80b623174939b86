"""What the worker in the browser answers: JSON in, JSON out (protocol: ADR 17).

It runs the reader, the checks, the events and the views of the site itself on a folder in memory, so there is one
implementation. Of other clients than the one at hand that folder holds only the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from macros.afleidingen.contact.bezetting import naam as naam_van_collega
from macros.afleidingen.dossier import Dossier
from macros.bewerken.antwoorden import Bezwaar
from macros.bewerken.patch import Verandering, patch
from macros.bewerken.plekken import veld_op
from macros.bewerken.voorstel import commits, ingekort, onderwerp
from macros.bewerken.werk import Werk, gezegd, nieuwe_waarschuwingen
from macros.bewerken.wijzigingen import Klad, Voorgesteld, nodig
from macros.load import yaml12
from macros.load.load import GEDEELD
from macros.load.problem import Problem
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.onderdelen import onderdelen
from macros.site.pages import Bouw, Oproep, Sjabloon
from macros.verschil.gevolgen import verschil
from macros.verschil.last import last
from macros.verschil.uitkomst import uitkomst
from macros.woorden.taal import opsomming

Antwoord = dict[str, Any]
_NAAM_GEDEELD = "Instellingen en gedeelde bestanden"
_TITEL = 120
"""Characters of the title of a proposal."""
_MIST = re.compile(r" heeft geen (\w+); voeg toe: \1: [^;]*\Z")
"""How the check says that a field misses (`load/modelfout.py`): a form shows that at its question."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~]")


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
    sjablonen = {
        naam: Sjabloon(een["html"], {slot: Oproep(*oproep) for slot, oproep in een["delen"].items()})
        for naam, een in gegevens.get("sjablonen", {}).items()
    }
    dag = date.fromisoformat(gegevens["peildatum"])
    _werk[:] = [Werk(folder, dag, gegevens["vast"], sjablonen, **gegevens.get("elders", {}))]
    _werk[0].schrijf(gegevens["teksten"])
    return {}


def bij_de_hand() -> Werk:
    """The files that `begin` put at hand."""
    return _werk[0]


def laad(gegevens: Mapping[str, Any]) -> Antwoord:
    """Put the texts of one client in the folder: `klant` and `teksten`."""
    _werk[0].schrijf(gegevens["teksten"])
    return {}


# --- while somebody types ---


def probeer(gegevens: Mapping[str, Any]) -> Antwoord:
    """Make all changes of a proposal about one client (or `_gedeeld`), and tell what comes of it.

    `klant` and `wijzigingen`, and perhaps `pagina` with `familie` and `pad`: the page to show; `elk`: sentences for
    each change; `laatste`: what follows from the last change only; `klanten`: others at hand, to tell what follows for
    them. `problemen` come with the change and the field they are about where that is known; warnings only when they
    are new.
    """
    werk, klant, wijzigingen = _werk[0], gegevens["klant"], gegevens["wijzigingen"]
    klad, problemen = werk.klad(), []
    voor = eerder = stand = werk.voor(klant)
    zinnen: list[Antwoord] = []
    for nummer, een in enumerate(wijzigingen, 1):
        if gegevens.get("laatste") and nummer == len(wijzigingen) > 1:
            eerder = werk.stand(klad, klant)
        problemen += [_bezwaar(een, bezwaar) for bezwaar in klad.maak(een)]
        if gegevens.get("elk"):
            vorige, stand = stand, werk.stand(klad, klant)
            zinnen += [{"wijziging": een["id"], "tekst": zin} for zin in gezegd(vorige, stand)]
    na = werk.stand(klad, klant)
    problemen += [_probleem(klad, wijzigingen, een) for een in (*na.fouten, *nieuwe_waarschuwingen(klad, voor, na))]
    pagina = gegevens.get("pagina")
    return {
        "problemen": problemen,
        "zinnen": zinnen,
        "gevolgen": _volgt(eerder.dossier, na.dossier),
        "elders": list(_elders(werk, klad, gegevens.get("klanten", ()))),
        "html": _html(werk, na.dossier, pagina) if pagina and na.dossier else None,
        "teksten": klad.teksten,
    }


def _elders(werk: Werk, klad: Klad, klanten: Sequence[str]) -> Iterator[Antwoord]:
    """What follows for other clients, of those for whom something does."""
    for klant in klanten:
        voor, na = werk.voor(klant).dossier, werk.stand(klad, klant).dossier
        if na and (volgt := _volgt(voor, na)):
            yield {"klant": klant, "naam": na.naam, "gevolgen": volgt}


def _volgt(voor: Dossier | None, na: Dossier | None) -> list[str]:
    """What follows at one client, and what that does to the load of each colleague, as `handboek diff` says it."""
    if voor is None or na is None:
        return []
    was, wordt, personen = uitkomst(voor), uitkomst(na), na.gedeeld.personen
    drukte = last([was], [wordt], lambda wie: naam_van_collega(wie, personen))
    return [een.tekst for een in (*verschil(was, wordt), *drukte)]


def _bezwaar(een: Voorgesteld, bezwaar: Bezwaar) -> Antwoord:
    return {"wijziging": een["id"], "veld": bezwaar.veld, "tekst": bezwaar.tekst, "soort": "fout"}


def _probleem(klad: Klad, wijzigingen: Sequence[Voorgesteld], probleem: Problem) -> Antwoord:
    bestand = probleem.bestand.partition("/")[2]
    wijziging, veld = veld_op(klad.tekst(bestand), bestand, probleem.regel, wijzigingen)
    plek = {"bestand": probleem.bestand, "regel": probleem.regel}
    tekst = probleem.tekst
    if wijziging and (mist := _MIST.search(tekst)):
        veld, tekst = mist[1], "vul dit nog in"
    return {"wijziging": wijziging, "veld": veld, "tekst": tekst, "soort": probleem.ernst, **plek}


def _html(werk: Werk, dossier: Dossier, pagina: Mapping[str, str]) -> str | None:
    alleen = Portefeuille({dossier.id: dossier}, dossier.gedeeld, werk.peildatum, werk.vast)
    bouw = Bouw(
        alleen,
        werk.map,
        bewerk_map=werk.bewerk_map,
        uit=re.compile(werk.uit, re.DOTALL) if werk.uit else None,
        voorbeeld=replace(alleen, dossiers={}),
    )
    bouw.neem_over(pagina["familie"], werk.sjablonen[pagina["familie"]], onderdelen())
    return bouw.blad(pagina["familie"], pagina["pad"])


def waarden(gegevens: Mapping[str, Any]) -> Antwoord:
    """The plain values in a `bestand`; for a shared file that is not there those that count; None without any."""
    return {"waarden": yaml12.lees(_werk[0].klad().begin(gegevens["bestand"]).encode()).waarde}


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
    werk.schrijf({naam.removeprefix(f"{werk.repo}/"): tekst for naam, tekst in gegevens["nieuwste"].items()})
    klad = werk.klad()
    gemaakt, gebotst, bezwaren = commits(klad, wijzigingen)
    problemen = [_bezwaar(*een) for een in bezwaren]
    # A change that could not be made because the file cannot be read is no change that was made already.
    stil = {een["klant"] for een in wijzigingen} - {een.klant for een in gemaakt}
    problemen += [_probleem(klad, wijzigingen, een) for klant in sorted(stil) for een in werk.stand(klad, klant).fouten]
    veranderingen, gezegd_bij = [], {}
    for commit in gemaakt:
        na = werk.stand(klad, commit.klant)
        problemen += [_probleem(klad, wijzigingen, een) for een in na.fouten]
        zinnen = gezegd(werk.voor(commit.klant), na)
        naam = na.dossier.naam if na.dossier else _NAAM_GEDEELD if commit.klant == GEDEELD else commit.klant
        gezegd_bij[naam] = zinnen
        bericht = "\n".join([onderwerp(commit.klant, _kort(zinnen)), "", *(f"- {zin}" for zin in zinnen)])
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


def _kort(gezegd: Sequence[str]) -> str:
    """One sentence for what was said, and how many more there are."""
    if not gezegd:
        return "Bijgewerkt"
    meer = f" en nog {len(gezegd) - 1}" if len(gezegd) > 1 else ""
    return f"{gezegd[0].rstrip('.')}{meer}"


def _titel(per_klant: Mapping[str, Sequence[str]]) -> str:
    namen = list(per_klant)
    if len(namen) == 1:
        return ingekort(f"{namen[0]}: {_kort(per_klant[namen[0]])}", _TITEL)
    return ingekort(f"{opsomming(namen)} bijgewerkt", _TITEL)


def _lijst(gezegd: Sequence[str]) -> str:
    return "\n".join(f"- {_letterlijk(zin)}" for zin in gezegd)


def _letterlijk(tekst: str) -> str:
    """Text that a forge prints as it is, and that mentions nobody."""
    return _MARKDOWN.sub(r"\\\g<0>", tekst).replace("@", "@\u2060")
