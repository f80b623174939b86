"""What would move if something happened: scenarios beside now, in euros, days and load, as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from macros.afleidingen.contact.bezetting import naam as naam_van_collega
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.drukte import MAANDEN
from macros.portefeuille.euros import Euros, euros, figuren, procent, samen
from macros.verschil import feiten
from macros.verschil.gevolgen import verschil
from macros.verschil.last import last, momenten
from macros.verschil.uitkomst import Uitkomst, uitkomst
from macros.verschil.voorstel import Klantverschil
from macros.verschil.zin import Zin
from macros.woorden import taal
from macros.woorden.markdown import ontsnapt

NIETS_OPGESLAGEN = "Er is niets opgeslagen: zo zou het zijn, met de gegevens van nu."
AANNAME = (
    "De omzet per jaar komt uit de contracten: wat nog te beslissen is, gaat door tegen de laatste prijs. "
    "GRR en NRR vergelijken volgend jaar met dit jaar."
)
GELIJK = "gelijk"


@dataclass(frozen=True, slots=True)
class Kader:
    """What all scenarios are compared with."""

    nu: Euros
    jaar: int
    """The year of the peildatum."""
    maanden: int
    """How many months ahead a decision counts as soon (`retentiefase_maanden`)."""
    valuta: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """What would be."""

    titel: str
    euros: Euros
    """Of all clients together."""
    klanten: tuple[Klantverschil, ...] = ()
    """The clients at which something happens, with what follows."""
    last: tuple[Zin, ...] = ()
    """What that does to the load of each colleague, by month."""
    kanttekeningen: tuple[str, ...] = ()
    momenten: Mapping[str, tuple[int, int]] | None = None
    """Of each colleague (by name) for whom it changes: key moments in two years, now and then."""


class Rij(NamedTuple):
    """One line of the table: a figure, now and in each scenario."""

    naam: str
    waarden: tuple[str, ...]
    verschillen: tuple[str, ...]
    """For each scenario how much it is more or less than now, or that it is the same."""


def rijen(kader: Kader, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    """The table: euros first, then load."""
    for figuur in figuren(kader.jaar, kader.maanden):
        nu, dan = figuur.haal(kader.nu), [figuur.haal(een.euros) for een in scenarios]
        toon = procent if figuur.deel else partial(taal.bedrag, valuta=kader.valuta)
        meer = _punten if figuur.deel else toon
        yield Rij(figuur.naam, tuple(map(toon, (nu, *dan))), tuple(_meer(nu, een, meer) for een in dan))
    for wie in sorted({naam for een in scenarios for naam in een.momenten or ()}):
        per = [(een.momenten or {}).get(wie) for een in scenarios]
        nu = next(paar[0] for paar in per if paar)
        aantallen = [nu, *(paar[1] if paar else nu for paar in per)]
        verschillen = tuple(_meer(nu, een, taal.getal) for een in aantallen[1:])
        yield Rij(f"Momenten van {wie}, {MAANDEN} maanden", tuple(map(taal.getal, aantallen)), verschillen)


def _punten(getal: float) -> str:
    return f"{taal.getal(round(getal, 1))} procentpunt"


def _meer(nu: float | None, dan: float | None, toon: Callable[[float], str]) -> str:
    scheelt = round(dan, 1) - round(nu, 1) if nu is not None and dan is not None else 0
    return f"{'+' if scheelt > 0 else '−'} {toon(abs(scheelt))}" if scheelt else GELIJK


def vergeleken(
    scenario: Scenario, paren: Sequence[tuple[Dossier, Dossier]], drukte: Mapping[str, int], klanten: Mapping[str, str]
) -> Scenario:
    """Fill in what moves: `scenario` still has the money of now, `paren` are the clients at which something happens.

    `drukte` are the key moments that each colleague has now, over all clients; `klanten` the names of clients by id.
    """
    voor, na = ([uitkomst(paar[kant]) for paar in paren] for kant in (0, 1))

    def heet(wie: str) -> str:
        return naam_van_collega(wie, paren[0][0].gedeeld.personen)

    return replace(
        scenario,
        euros=scenario.euros.plus(samen(euros(dan).min(euros(nu)) for nu, dan in paren)),
        klanten=tuple(
            Klantverschil(dan.id, dan.naam, feiten.zinnen(nu, dan, klanten), verschil(was, wordt))
            for (nu, dan), was, wordt in zip(paren, voor, na, strict=True)
        ),
        last=tuple(last(voor, na, heet)),
        momenten=_telling(voor, na, drukte, heet),
    )


def _telling(
    voor: Sequence[Uitkomst], na: Sequence[Uitkomst], alle: Mapping[str, int], heet: Callable[[str], str]
) -> dict[str, tuple[int, int]]:
    """Of each colleague whose months change: how many key moments in two years, now (`alle`, by id) and then."""
    was, wordt = momenten(voor), momenten(na)
    anders = [wie for wie in {*was, *wordt} if was[wie] != wordt[wie]]
    return {
        heet(wie): (nu := alle.get(wie, 0), nu - was[wie].total() + wordt[wie].total())
        for wie in sorted(anders, key=lambda wie: (heet(wie), wie))
    }


# --- as text ---


def letters(aantal: int) -> list[str]:
    """What scenarios are called in the head of a table: one alone "dan", more A, B and so on."""
    return ["dan"] if aantal == 1 else [chr(ord("A") + nummer) for nummer in range(aantal)]


def als_tekst(kader: Kader, scenarios: Sequence[Scenario]) -> str:
    """The scenarios for a terminal."""
    koppen = letters(len(scenarios))
    een = len(scenarios) == 1
    regels = [f"Wat als: {scenarios[0].titel}"] if een else [f"{k}: {s.titel}" for k, s in _paren(koppen, scenarios)]
    regels += [NIETS_OPGESLAGEN, ""]
    regels += [*_uitgelijnd(_tabel(kader, scenarios, koppen)), "", AANNAME]
    for kop, scenario in _paren(koppen, scenarios):
        regels += [""] if een else ["", f"{kop}: {scenario.titel}"]
        for titel, groepen in _delen(scenario):
            regels.append(titel)
            for naam, zinnen in groepen:
                regels += [f"  {naam}:"] if naam else []
                regels += [f"  {'  ' if naam else ''}{zin}" for zin in zinnen]
    return "\n".join(regels) + "\n"


def _paren(koppen: Sequence[str], scenarios: Sequence[Scenario]) -> Iterator[tuple[str, Scenario]]:
    return zip(koppen, scenarios, strict=True)


def _tabel(kader: Kader, scenarios: Sequence[Scenario], koppen: Sequence[str]) -> list[tuple[str, ...]]:
    """Head and lines; of one scenario the difference stands beside it, of more behind each where there is one."""
    alle = list(rijen(kader, scenarios))
    if len(scenarios) == 1:
        return [("", "nu", "dan", "verschil"), *((rij.naam, *rij.waarden, *rij.verschillen) for rij in alle)]
    return [("", "nu", *koppen), *((rij.naam, *rij.waarden) for rij in alle)]


def _uitgelijnd(tabel: Sequence[tuple[str, ...]]) -> Iterator[str]:
    breed = [max(len(rij[kolom]) for rij in tabel) for kolom in range(len(tabel[0]))]
    for eerste, *rest in tabel:
        cellen = [eerste.ljust(breed[0]), *(cel.rjust(breed[nummer]) for nummer, cel in enumerate(rest, 1))]
        yield "  ".join(cellen).rstrip()


def _delen(scenario: Scenario) -> Iterator[tuple[str, list[tuple[str, Sequence[str]]]]]:
    """Headings with sentences, in reading order."""
    if scenario.kanttekeningen:
        yield "Let op", [("", scenario.kanttekeningen)]
    for klant in scenario.klanten:
        groepen = [("", _teksten(klant.zinnen)), ("Hieruit volgt", _teksten(klant.gevolgen))]
        yield f"{klant.naam} ({klant.id})", [groep for groep in groepen if groep[1]]
    if scenario.last:
        yield "Wat dat doet met de drukte", [("", _teksten(scenario.last))]


def _teksten(zinnen: Sequence[Zin]) -> list[str]:
    return [zin.tekst for zin in zinnen]


def als_markdown(kader: Kader, scenarios: Sequence[Scenario]) -> str:
    """The scenarios for a page or a remark; what stands in files is escaped."""
    koppen = letters(len(scenarios))
    tabel = _tabel(kader, scenarios, koppen)
    regels = [f"- {kop}: {ontsnapt(een.titel)}" for kop, een in _paren(koppen, scenarios)]
    regels += ["", NIETS_OPGESLAGEN, ""]
    regels.append(_cellen(tabel[0]))
    regels.append(f"| --- |{' ---: |' * (len(tabel[0]) - 1)}")
    regels += [*map(_cellen, tabel[1:]), "", AANNAME]
    for kop, scenario in _paren(koppen, scenarios):
        regels += [] if len(scenarios) == 1 else ["", f"## {kop}: {ontsnapt(scenario.titel)}"]
        for titel, groepen in _delen(scenario):
            regels += ["", f"### {ontsnapt(titel)}", ""]
            for naam, zinnen in groepen:
                regels += ["", f"{naam}:", ""] if naam else []
                regels += [f"- {ontsnapt(zin)}" for zin in zinnen]
    return "\n".join(regels) + "\n"


def _cellen(rij: Sequence[str]) -> str:
    return f"| {' | '.join(map(ontsnapt, rij))} |"


def als_json(kader: Kader, scenarios: Sequence[Scenario]) -> str:
    """The scenarios for another program: amounts as whole numbers, percentages with one decimal."""
    data = {
        "jaar": kader.jaar,
        "nu": cijfers(kader.nu),
        "scenarios": [_los(een) for een in scenarios],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def cijfers(een: Euros) -> dict[str, float | None]:
    """The figures by name."""
    delen = {naam: getal for naam, getal in een._asdict().items() if naam not in {"behouden", "gebleven"}}
    return {**delen, "grr": _rond(een.grr), "nrr": _rond(een.nrr)}


def _rond(getal: float | None) -> float | None:
    return None if getal is None else round(getal, 1)


def _los(een: Scenario) -> dict[str, Any]:
    return {
        "titel": een.titel,
        "cijfers": cijfers(een.euros),
        "kanttekeningen": list(een.kanttekeningen),
        "klanten": [
            {
                "id": klant.id,
                "naam": klant.naam,
                "zinnen": _teksten(klant.zinnen),
                "gevolgen": _teksten(klant.gevolgen),
            }
            for klant in een.klanten
        ],
        "last": _teksten(een.last),
        "momenten": {wie: {"nu": nu, "dan": dan} for wie, (nu, dan) in (een.momenten or {}).items()},
    }
