"""Thousands of invented clients for the search box: as many different names and words as real ones have.

The portfolios of tests/bench have ten names, which compress to almost nothing.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from macros.site.zoekblokken import schrijf_ernaast, verdeeld
from macros.site.zoekmensen import Klant

INDEX = "search/search_index.json"
# Kinds that no pinned question asks for: with five hundred of them no one is among the first three.
_BEGIN, _MIDDEN, _EIND, _SOORT, _BRANCHE = (
    regel.split()
    for regel in (
        "b br d dr f g gr h j k kl kr l m n p pr r s sch sl sm sp st str t tr v w z",
        "a aa e ee i ie o oo u uu oe ou ui ei ij eu",
        "k l m n p r s t nd rt ks st ng lt ft x",
        "Zorggroep Bouwbedrijf Gemeente Wooncorporatie Drinkwater Scholen Logistiek Groothandel Drukkerij Energie",
        "zorg bouw overheid wonen water onderwijs logistiek handel industrie energie",
    )
)
_DIENST = "Werkplekken, Servicedesk, Mobiele telefonie, Netwerkbeheer, Printers, Hosting, Back-up, Camera's"
_FUNCTIE = "operationeel directeur, manager ICT, inkoper diensten, hoofd bedrijfsbureau, controller, teamleider"


def veel_klanten(aantal: int) -> Iterator[Klant]:
    """Yield so many clients, the same each time, by name."""
    kans = random.Random(7)  # noqa: S311

    def naam(*einden: str) -> str:
        stukken = (kans.choice(_BEGIN) + kans.choice(_MIDDEN) + kans.choice(_EIND) for _ in range(2))
        return "".join(stukken).capitalize() + kans.choice(einden)

    plaatsen = [naam("dam", "veen", "berg", "dijk", "wijk") for _ in range(400)]
    achternamen = [kans.choice(("", "", "van ", "de ")) + naam("", "s", "stra", "ma", "man") for _ in range(6000)]
    collegas = [naam("") + " " + kans.choice(achternamen) for _ in range(aantal // 25 + 1)]

    def klant() -> Klant:
        namen = (f"{kans.choice(_SOORT)} {naam('', 'dal')}", f"{naam('')}{naam('').lower()} {kans.choice(_SOORT)}")
        diensten = (
            f"{een} {kans.choice(('', 'kantoren', kans.choice(plaatsen)))}".strip()
            for een in kans.sample(_DIENST.split(", "), 2)
        )
        mensen = (
            (f"{kans.choice('ABCDEFGHIJKLM')}. {kans.choice(achternamen)}", kans.choice(_FUNCTIE.split(", ")))
            for _ in range(kans.randint(2, 5))
        )
        onder = f"{kans.choice(_BRANCHE)} · {kans.choice(collegas)}"
        woorden = ", ".join([naam(" B.V."), str(kans.randrange(20_000, 90_000)), *diensten])
        return Klant("", kans.choice(namen), onder, woorden, "2026", [deel for mens in mensen for deel in mens])

    yield from sorted(klant() for _ in range(aantal))


def zoeksite(site: Path, doel: Path, aantal: int) -> None:
    """Copy of a built site what the search needs, with so many clients more among those it has."""
    shutil.copy(site / "index.html", doel)
    for scripts in (site / "assets").glob("js-*"):
        shutil.copytree(scripts, doel / "assets" / scripts.name)
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    eigen = [Klant(*een) for een in index["klanten"]]
    van_klanten, ernaast = verdeeld(sorted([*eigen, *veel_klanten(aantal)], key=lambda klant: klant.naam))
    schrijf_ernaast(doel, {**ernaast, INDEX: json.dumps({**index, **van_klanten}, ensure_ascii=False)})
