"""What the browser is given beside the runtime: forms, shared files, pages to fill, and each client's own file.

One folder, named after what is in it; nothing of it is read until somebody begins to edit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Any

from macros.aandacht import aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verhuld import in_bestand
from macros.bewerken import watals
from macros.bewerken.formulieren import formulieren
from macros.gebeurtenissen.alle import GEBEURTENISSEN, die_passen
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.keuzes import KEUZES, keuzes
from macros.gebeurtenissen.voorbeeld import over_dit
from macros.load import yaml12
from macros.load.load import GEDEELD, WERVING, Lader
from macros.load.vaart import verdeel
from macros.model.contact import ROLLEN_REGEL
from macros.model.gedeeld import Gedeeld
from macros.model.werk import UITSTELBAAR
from macros.portefeuille.acties import Openstaand, openstaand
from macros.portefeuille.portefeuille import Portefeuille
from macros.site import bewaard
from macros.site.bewaard import Klantbladen
from macros.site.pages import Bouw
from macros.site.pagina import FAMILIES
from macros.views.delen.vastleggen import UITSTEL, anker, situatie_van, vastlegger, wat_wacht
from macros.woorden import labels

Json = dict[str, Any]
MAP, KLANTEN, WIJZER = "bewerken", "klanten", "nu.json"
"""The folder of the site, that of the clients, and what says where all is."""
SCHERM = Path(__file__).with_name("scherm")


class Bestanden:
    """The texts of the files of a build, without the names of clients that want no mention."""

    def __init__(self, bouw: Bouw) -> None:
        self._map = bouw.map
        verborgen = any(een.verborgen for een in bouw.portefeuille.dossiers.values())
        lader = Lader(bouw.map) if verborgen else None
        weg = (
            [lader.account(naam)[0] for naam in lader.namen if naam not in bouw.portefeuille.dossiers] if lader else []
        )
        self._zonder_namen = in_bestand([account for account in weg if account])

    def tekst(self, naam: str) -> str:
        """What a file says, by its name below the folder."""
        return self._zonder_namen((self._map / naam).read_bytes().decode())

    def van_klant(self, dossier: Dossier) -> dict[str, str]:
        """The file of a client and the weeks of the journal with a line about it, by name."""
        weken = {een.bestand for een in dossier.gedeeld.dagboek.get(dossier.id, ())}
        return {naam: self.tekst(naam) for naam in sorted({f"{dossier.id}.yml", *weken})}

    def gedeeld(self) -> dict[str, str]:
        """The shared files and those of the tournament, by name."""
        paden = (pad for deel in (GEDEELD, WERVING) for pad in sorted((self._map / deel).glob("*.yml")))
        return {naam: self.tekst(naam) for naam in (pad.relative_to(self._map).as_posix() for pad in paden)}


def gedeeld(bouw: Bouw, bestanden: Bestanden) -> Json:
    """What is the same for every client: what `brein.begin` takes, and the forms."""
    portefeuille = bouw.portefeuille
    vormen, personen = formulieren(portefeuille.gedeeld), portefeuille.gedeeld.personen
    vormen["keuzes"] |= {
        "collega": [[naam, personen[naam].naam] for naam in _wij(portefeuille.gedeeld, portefeuille.peildatum)],
        "wie": [
            *([rol, labels.woord(labels.ROL, rol).tekst] for rol in ROLLEN_REGEL),
            *([een.id, een.naam] for een in personen.values()),
        ],
    }
    return {
        "begin": {
            "peildatum": portefeuille.peildatum.isoformat(),
            "vast": portefeuille.vast,
            "teksten": bestanden.gedeeld(),
            "klanten": list(portefeuille.dossiers),
            "elders": {
                "repo": bouw.map.name,
                "bewerk_map": bouw.bewerk_map,
                "uit": bouw.uit.pattern if bouw.uit else "",
            },
        },
        "klanten": [[een.id, een.naam] for een in zichtbare(portefeuille)],
        "voorstellen": asdict(portefeuille.gedeeld.instellingen.voorstellen),
        **vormen,
    }


def sjablonen(bouw: Bouw) -> Json:
    """The pages of the families that are about a client, as `brein.begin` takes them: the text without the theme."""
    uit = {}
    for familie, sjabloon in bouw.sjablonen().items():
        if familie not in FAMILIES or not FAMILIES[familie].bestand.startswith("accounts/"):
            continue
        tekst = sjabloon.html[sjabloon.html.index("<article") : sjabloon.html.index("</article>") + len("</article>")]
        uit[familie] = {
            "html": tekst,
            "delen": {slot: [een.naam, een.args, dict(een.kwargs)] for slot, een in sjabloon.delen.items()},
        }
    return uit


def klant(dossier: Dossier, bestanden: Bestanden) -> Json:
    """What the forms of one client need: its texts, what stands in them now, and what may be chosen."""
    eigen = f"{dossier.id}.yml"
    situatie, wij = situatie_van(dossier), _wij(dossier.gedeeld, dossier.peildatum)
    teksten = bestanden.van_klant(dossier)
    return {
        "id": dossier.id,
        "naam": dossier.naam,
        "accountmanager": situatie.wie,
        "teksten": teksten,
        "waarden": yaml12.lees(teksten[eigen].encode()).waarde,
        "keuzes": {**{soort: om_ons_heen(_paren(keuzes(soort, situatie)), wij) for soort in KEUZES}, **_meer(dossier)},
        "gebeurtenissen": [een.id for een in die_passen(situatie)],
        "nu": dict(_nu(dossier, situatie)),
    }


def zichtbare(portefeuille: Portefeuille) -> Iterator[Dossier]:
    """The clients that can be edited on the site: those whose name it may show."""
    return (een for een in portefeuille.dossiers.values() if not een.verborgen)


def _wij(gedeeld: Gedeeld, dag: date) -> list[str]:
    """Who of us works here, in the order of the team."""
    return [een.id for een in gedeeld.personen.values() if een.uit_dienst_op is None or een.uit_dienst_op >= dag]


def om_ons_heen(opties: list[list[str]], wij: Sequence[str]) -> list[list[str] | None]:
    """The same answers, with None where the rest of us stands in the order of the team: of a large team nearly all.

    The list of all of us is the same for every client, and is given once (`keuzes.collega` of what they share).
    """
    plek = {naam: nummer for nummer, naam in enumerate(wij)}
    for begin in range(len(opties)):
        eind, vorige = begin, -1
        while eind < len(opties) and vorige < plek.get(opties[eind][0], -1):
            eind, vorige = eind + 1, plek[opties[eind][0]]
        apart = {naam for naam, _ in (*opties[:begin], *opties[eind:])}
        if eind - begin > 1 and [naam for naam, _ in opties[begin:eind]] == [naam for naam in wij if naam not in apart]:
            return [*opties[:begin], None, *opties[eind:]]
    return list(opties)


def _paren(woorden: Mapping[str, str]) -> list[list[str]]:
    return [[naam, woord or naam] for naam, woord in woorden.items()]


def _meer(dossier: Dossier) -> Json:
    """What fields of this client may name, beside what events ask for."""
    return {
        "doel": [[doel.id, doel.tekst] for canvas in dossier.account.canvassen for doel in canvas.doelen],
        "evaluatie": [[str(een.datum), f"evaluatie van {een.datum}"] for een in dossier.account.evaluaties],
    }


def _nu(dossier: Dossier, situatie: Situatie) -> Iterator[tuple[str, Json]]:
    """By its place on the page of events: what lies there now, and which answers are known."""
    punten: Iterable[Aandachtspunt | Openstaand] = chain(aandacht(dossier), openstaand(dossier))
    for punt in punten:
        gebeurtenis = vastlegger(punt, dossier)
        if gebeurtenis and not punt.uitstel:
            over = over_dit(gebeurtenis, situatie, punt.over)
            yield (
                anker(gebeurtenis, punt.over),
                {"gebeurtenis": gebeurtenis.id, "titel": punt.titel, "antwoorden": over},
            )
        if punt.soort in UITSTELBAAR and not punt.uitstel:
            onderwerp = wat_wacht(punt, dossier)
            yield (
                anker(GEBEURTENISSEN[UITSTEL], onderwerp),
                {"gebeurtenis": UITSTEL, "titel": punt.titel, "antwoorden": {"onderwerp": onderwerp}},
            )


def schrijf(bouw: Bouw, site: Path, runtime: str, oud: Path | None = None) -> None:
    """Write the folder below `bewerken/` of the site, and `bewerken/nu.json`, which says where all is.

    `runtime` is where `werker.js` stands, below `bewerken/`. Of `oud`, the site from before, is taken over what
    would be the same (`bewaard.py`).
    """
    bestanden, hier = Bestanden(bouw), site / MAP
    # The folder is named after what is in it, so the clients wait for their name.
    wacht = hier / KLANTEN
    schrijver = _Klantschrijver(bouw, bestanden, wacht, *_vorige(bouw, oud))
    klanten: dict[str, Klantbladen] = {}
    for deel in verdeel(schrijver.schrijf_deel, len(bouw.portefeuille.dossiers)):
        klanten |= deel
    delen = {
        "gedeeld.json": gedeeld(bouw, bestanden),
        "sjablonen.json": sjablonen(bouw),
        "watals.json": watals.gegeven(bouw.portefeuille),
    }
    teksten = {naam: _json(een) for naam, een in delen.items()}
    afdrukken = {f"{KLANTEN}/{naam}": afdruk for een in klanten.values() for naam, afdruk in een.bladen.items()}
    folder, eigen = _kenmerk(afdrukken | _afdrukken(teksten)), scherm()
    kenmerk = _kenmerk(_afdrukken(eigen))
    _bewaar(hier / folder, teksten)
    wacht.rename(hier / folder / KLANTEN)
    _bewaar(hier / kenmerk, eigen)
    _bewaar(hier, {WIJZER: json.dumps({"gegevens": folder, "runtime": runtime, "scherm": kenmerk}) + "\n"})
    if oud:
        bewaard.schrijf(bouw.map, oud, {naam: een for naam, een in klanten.items() if een.sleutel}, MAP)


@dataclass(frozen=True, slots=True)
class _Klantschrijver:
    bouw: Bouw
    bestanden: Bestanden
    map: Path
    """Where the files come."""
    oud: Path
    """Where those of the last build are."""
    bekend: Mapping[str, Klantbladen]
    """What they were made of."""

    def schrijf_deel(self, deel: int, delen: int) -> dict[str, Klantbladen]:
        """Write, or keep, what is given of every so many clients."""
        self.map.mkdir(parents=True, exist_ok=True)
        dossiers = islice(zichtbare(self.bouw.portefeuille), deel, None, delen)
        return {een.id: self._behouden(een) or self._geschreven(een) for een in dossiers}

    def _behouden(self, dossier: Dossier) -> Klantbladen | None:
        vroeger, sleutel = self.bekend.get(dossier.id), self._sleutel(dossier)
        zelfde = vroeger and sleutel and vroeger.sleutel == sleutel and vroeger.neem_over(self.oud, self.map)
        return vroeger if zelfde else None

    def _geschreven(self, dossier: Dossier) -> Klantbladen:
        eigen = {f"{dossier.id}.json": _json(klant(dossier, self.bestanden))}
        _bewaar(self.map, eigen)
        return Klantbladen(self._sleutel(dossier), _afdrukken(eigen), {}, ())

    def _sleutel(self, dossier: Dossier) -> str:
        """That of its pages with the texts as they are read here: a week holds lines about others too."""
        sleutel = self.bouw.sleutels.get(dossier.id)
        return sha256(f"{sleutel} {self.bestanden.van_klant(dossier)}".encode()).hexdigest() if sleutel else ""


def _vorige(bouw: Bouw, oud: Path | None) -> tuple[Path, Mapping[str, Klantbladen]]:
    """Where the last build put the files of clients, and what it made them of."""
    if oud is None:
        return Path(), {}
    try:
        folder = json.loads((oud / MAP / WIJZER).read_bytes())["gegevens"]
    except (OSError, ValueError, KeyError, TypeError):  # no site yet, or one that somebody changed
        return oud, {}
    return oud / MAP / str(folder) / KLANTEN, bewaard.lees(bouw.map, oud, MAP)


def _json(waarde: Json) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def _bewaar(map_: Path, teksten: Mapping[str, str]) -> None:
    for naam, tekst in teksten.items():
        pad = map_ / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode())


def scherm() -> dict[str, str]:
    """The scripts and the style of the forms, by name."""
    paden = sorted(pad for pad in SCHERM.rglob("*") if pad.suffix in (".js", ".css", ".txt"))
    return {pad.relative_to(SCHERM).as_posix(): pad.read_text(encoding="utf-8") for pad in paden}


def _afdrukken(teksten: Mapping[str, str]) -> dict[str, bytes]:
    return {naam: sha256(tekst.encode()).digest() for naam, tekst in teksten.items()}


def _kenmerk(afdrukken: Mapping[str, bytes]) -> str:
    merk = sha256()
    for naam, afdruk in sorted(afdrukken.items()):
        merk.update(f"{naam}\0".encode() + afdruk)
    return merk.hexdigest()[:12]
