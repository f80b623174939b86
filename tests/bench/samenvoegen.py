"""How often git cannot put two proposals together: a talk in the client's file, as before, against the journal.

Plays some weeks (`kwartaal`), takes pairs of what was saved, and puts each together twice: with everything in the file
of the client, and with the journal and events. Some pairs are put together with real branches too. A merge that
succeeds must hold what both wrote; with `merge=union` for the journal that is counted as well. Seeded.
Run: `.venv/bin/python tests/bench/samenvoegen.py`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from kwartaal import Uitslag, speel
from kwartaalmap import Feit, botsen, samengevoegd, toegepast

from macros.gebeurtenissen.gebeurtenis import Dagboek
from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.load.wijzigen.adres import Erbij, Wijziging, Zet, wijzig
from macros.load.wijzigen.inlassen import NietInTeLassenError, inhoud
from macros.model.dagboek import Weekblad

PAREN = 200
"""Pairs of each kind."""
ECHT = 5
"""Pairs of each kind that are put together with real branches."""
Teksten = Mapping[str, str]
Bekend = dict[tuple[int, object, tuple[int, ...]], tuple[tuple[Feit, ...], dict[str, str] | None]]
Manier = Callable[[Teksten, tuple[Feit, ...]], dict[str, str] | None]


class Paar(NamedTuple):
    """Two proposals that began with the same texts."""

    begin: Teksten
    een: tuple[Feit, ...]
    ander: tuple[Feit, ...]


# --- which pairs ---


def gesprekken(uitslag: Uitslag, kans: random.Random, *, een_collega: bool) -> Iterator[Paar]:
    """Two talks with one client: by two colleagues, or by one of them on a phone and on a laptop."""
    feiten = [(begin, feit) for begin, alle in _feiten(uitslag) for feit in alle if feit.wat == "gesprek"]
    while True:
        begin, een = kans.choice(feiten)
        _, ander = kans.choice(feiten)
        if een is not ander:
            rol, _, nummer = een.situatie.wie.partition("-")
            collega = een.situatie.wie if een_collega else f"{_ANDERE_ROL.get(rol, 'accountmanager')}-{nummer}"
            velden = _velden(ander) | {"klant": een.situatie.account.id, "met": _velden(een).get("met", [])}
            tweede = Dagboek({naam: waarde for naam, waarde in velden.items() if naam not in ("klopt_nog", "klaar")})
            yield Paar(begin, (een,), (Feit(een.situatie._replace(wie=collega), "gesprek", (tweede,)),))


def _velden(feit: Feit) -> dict[str, Any]:
    """What the line of a talk says."""
    return next(dict(gevolg.velden) for gevolg in feit.gevolgen if isinstance(gevolg, Dagboek))


_ANDERE_ROL = {"accountmanager": "contractmanager"}


def weken(uitslag: Uitslag, kans: random.Random) -> Iterator[Paar]:
    """Two saves of one week."""
    while True:
        begin, voorstellen = kans.choice(uitslag.weekvoorstellen)
        if len(voorstellen) > 1:
            een, ander = kans.sample(voorstellen, 2)
            yield Paar(begin, een.feiten, ander.feiten)


def klant(uitslag: Uitslag, kans: random.Random) -> Iterator[Paar]:
    """Two things that two colleagues wrote down about one client."""
    alle = [(begin, feit) for begin, feiten in _feiten(uitslag) for feit in feiten]
    paren = [
        (begin, een, ander)
        for (begin, een), (_, ander) in combinations(alle, 2)
        if een.situatie.account.id == ander.situatie.account.id and een.situatie.wie != ander.situatie.wie
    ]
    while True:
        begin, een, ander = kans.choice(paren)
        yield Paar(begin, (een,), (ander,))


def _feiten(uitslag: Uitslag) -> Iterator[tuple[Teksten, list[Feit]]]:
    for begin, voorstellen in uitslag.weekvoorstellen:
        yield begin, [feit for voorstel in voorstellen for feit in voorstel.feiten]


# --- the two ways ---


def nieuw(begin: Teksten, feiten: tuple[Feit, ...]) -> dict[str, str] | None:
    """The texts with the journal and events; None when it does not fit in these."""
    return toegepast(begin, feiten)


def oud(begin: Teksten, feiten: tuple[Feit, ...]) -> dict[str, str] | None:
    """The texts with everything in the file of the client."""
    teksten: dict[str, str] = {}
    for feit in feiten:
        naam = f"{feit.situatie.account.id}.yml"
        for gevolg in feit.gevolgen:
            if isinstance(gevolg, Dagboek):
                for wijziging in _in_het_klantbestand(feit, gevolg.velden):
                    teksten[naam] = _als_het_past(teksten.get(naam, begin[naam]), wijziging)
            else:
                los = toegepast({**begin, **teksten}, (feit._replace(gevolgen=(gevolg,)),))
                if los is None:
                    return None
                teksten |= los
    return teksten


def _als_het_past(tekst: str, wijziging: Wijziging) -> str:
    try:
        return wijzig(tekst, [wijziging])
    except NietInTeLassenError:
        return tekst


def _in_het_klantbestand(feit: Feit, velden: Mapping[str, Any]) -> Iterator[Wijziging]:
    """What a line of the journal was before there was one: a talk, and its date at all that it touched."""
    account, wie, dag = feit.situatie.account, feit.situatie.wie, velden["datum"]
    moment = {naam: velden[naam] for naam in ("datum", "met", "laag", "vorm", "kern") if naam in velden}
    signaal = {"signalen": [dict(velden["signaal"])]} if "signaal" in velden else {}
    if velden.keys() & {"met", "laag", "regel", "signaal"}:
        yield Erbij(("contactmomenten",), {**moment, "wie": wie, **signaal})
    for naam in velden.get("klopt_nog", ()):
        yield Zet(("contactpersonen", naam, "houding_op"), dag)
        yield Zet(("verwachtingen", naam, "gecheckt_op"), dag)
        for canvas in account.canvassen if any(naam in c.vakken for c in account.canvassen) else ():
            yield Zet(("canvassen", canvas.id, "vakken", naam, "oordeel_op"), dag)
        for contract in account.contracten if naam == "inschatting" else ():
            yield Zet(("contracten", contract.id, "inschatting", "op"), dag)
    for naam in velden.get("klaar", ()):
        yield Zet(("toezeggingen", naam, "stand"), "nagekomen")
        for canvas in account.canvassen:
            yield Zet(("canvassen", canvas.id, "acties", naam, "status"), "klaar")
    if belofte := velden.get("belofte"):
        yield Erbij(("toezeggingen",), {"id": f"t-{dag}", "van": "wij", "wie": wie, "gedaan_op": dag, **belofte})


# --- putting together ---


def uitkomst(paar: Paar, een: Teksten, ander: Teksten, *opties: str) -> str:
    """`goed`, `botst`, `gezien` or `stil fout`.

    `gezien` is a wrong merge that the check sees; `stil fout` one that it does not.
    """
    samen_geraakt = een.keys() & ander.keys()
    na_elkaar = (nieuw({**paar.begin, **een}, paar.ander) or {}) if samen_geraakt else {}
    gevonden = "goed"
    for naam in samen_geraakt:
        samen = samengevoegd(paar.begin.get(naam, ""), een[naam], ander[naam], *opties)
        if samen is None:
            return "botst"
        if not _leesbaar(naam, samen):
            gevonden = "gezien"
        elif _kaal(inhoud(samen)) != _kaal(inhoud(na_elkaar[naam])) and gevonden == "goed":
            gevonden = "stil fout"
    return gevonden


def _leesbaar(naam: str, tekst: str) -> bool:
    """Whether the check has nothing to say about a week; of another file whether it can be read."""
    lezing = yaml12.lees(tekst.encode())
    if lezing.waarde is None or lezing.fouten:
        return False
    return not naam.startswith("_dagboek") or not Gekeurd(Weekblad, lezing.waarde).bevindingen


def _kaal(waarde: Any) -> Any:
    """A value without the order of its lists."""
    if isinstance(waarde, dict):
        return {str(sleutel): _kaal(een) for sleutel, een in waarde.items()}
    if isinstance(waarde, list):
        return sorted((_kaal(een) for een in waarde), key=lambda een: json.dumps(een, default=str, sort_keys=True))
    return str(waarde)


def met_takken(begin: Teksten, een: Teksten, ander: Teksten) -> bool:
    """Whether `git merge` of two real branches conflicts."""
    with tempfile.TemporaryDirectory() as map_:

        def git(*woorden: str, mag: bool = False) -> int:
            wie = ("-c", "user.name=Bench", "-c", "user.email=bench@voorbeeld.invalid", "-c", "commit.gpgsign=false")
            return subprocess.run(["git", *wie, *woorden], cwd=map_, capture_output=True, check=not mag).returncode  # noqa: S607

        def bewaar(teksten: Teksten, tekst: str) -> None:
            for naam, inhoud_ in teksten.items():
                pad = Path(map_, "accounts", naam)
                pad.parent.mkdir(parents=True, exist_ok=True)
                pad.write_text(inhoud_, encoding="utf-8")
            git("add", "-A")
            git("commit", "-q", "--allow-empty", "-m", tekst)

        git("init", "-q", "-b", "main")
        bewaar(begin, "begin")
        for tak, teksten in (("een", een), ("ander", ander)):
            git("checkout", "-q", "-b", tak, "main")
            bewaar(teksten, tak)
        return git("merge", "-q", "--no-edit", "een", mag=True) != 0


def meet(uitslag: Uitslag, zaad: int, paren: int = PAREN, echt: int = ECHT) -> Iterator[str]:
    """The table, a line each; raises when real branches say something else than the merge of texts."""
    kans = random.Random(zaad)  # noqa: S311
    soorten: dict[str, Iterator[Paar]] = {
        "twee gesprekken, twee collega's": gesprekken(uitslag, kans, een_collega=False),
        "twee gesprekken, één collega op twee plekken": gesprekken(uitslag, kans, een_collega=True),
        "twee keer opslaan in één week": weken(uitslag, kans),
        "twee collega's over één klant": klant(uitslag, kans),
    }
    yield f"{'Botsingen':46}{'klantbestand':>14}{'dagboek':>10}{'stil fout':>11}   met merge=union: gezien, stil fout"
    bekend: Bekend = {}
    for soort, bron in soorten.items():
        geteld: dict[str, Counter[str]] = defaultdict(Counter)
        gemeten = 0
        while gemeten < paren:
            paar = next(bron)
            vroeger, nu = _teksten(paar, oud, bekend), _teksten(paar, nieuw, bekend)
            if vroeger is None or nu is None:
                continue
            geteld["oud"][str(botsen(paar.begin, *vroeger))] += 1
            geteld["nieuw"][uitkomst(paar, *nu)] += 1
            geteld["unie"][uitkomst(paar, *nu, "--union")] += 1
            for teksten in (vroeger, nu) if gemeten < echt else ():
                if met_takken(paar.begin, *teksten) != botsen(paar.begin, *teksten):
                    raise SystemExit(f"echte takken zeggen iets anders dan de teksten: {paar.een} {paar.ander}")
            gemeten += 1
        deel = [f"{geteld[manier][fout] / paren:.1%}" for manier, fout in (("oud", "True"), ("nieuw", "botst"))]
        stil = geteld["nieuw"]["stil fout"] + geteld["nieuw"]["gezien"]
        unie = f"{geteld['unie']['gezien']}, {geteld['unie']['stil fout']}"
        yield f"{soort:46}{deel[0]:>14}{deel[1]:>10}{stil:>11}   {unie}"
    yield f"{2 * paren * len(soorten)} keer samengevoegd, {2 * echt * len(soorten)} ook met echte takken"


def _teksten(paar: Paar, manier: Manier, bekend: Bekend) -> tuple[dict[str, str], dict[str, str]] | None:
    """What both make of the texts they began with; None when one of them builds on what is not there.

    `bekend` holds what was made before: each takes long, and is drawn more than once.
    """
    uit = []
    for feiten in (paar.een, paar.ander):
        sleutel = (id(paar.begin), manier, tuple(map(id, feiten)))
        if sleutel not in bekend:
            bekend[sleutel] = (feiten, manier(paar.begin, feiten))
        uit.append(bekend[sleutel][1])
    een, ander = uit
    return None if een is None or ander is None else (een, ander)


def main() -> None:
    """Play and print."""
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--weken", type=int, default=4)
    opties.add_argument("--zaad", type=int, default=1)
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as werk:
        uitslag = speel(Path(werk), weken=keuze.weken, zaad=keuze.zaad)
    print("\n".join(meet(uitslag, keuze.zaad)))


if __name__ == "__main__":
    main()
