"""From a folder of YAML to the model: every account, every shared file, and every problem of all of them in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from macros.load import dagboek, samenhang, yaml12
from macros.load.accountwijzer import Accountwijzer
from macros.load.bedoeld import bedoeld
from macros.load.bestanden import goede_naam, inhoud_van, is_bestand, reden
from macros.load.dagboekfeiten import plekken, verwerk
from macros.load.keuren import Bestand, Gekeurd, prive
from macros.load.plaatsen import Plaatsen
from macros.load.problem import FOUT, WAARSCHUWING, Bevinding, Problem
from macros.load.standaard import GEDEELDE_BESTANDEN, maak_gedeeld, naambezwaar
from macros.load.vaart import verdeel
from macros.load.verwijzingen import Bekend, ids, in_dagboek, in_gedeeld
from macros.model import gedeeld as model
from macros.model.account import Account
from macros.model.dagboek import Aantekening, Dagboek, Weekblad
from macros.model.gedeeld import Gedeeld

GEDEELD, WERVING = "_gedeeld", "_werving"


@dataclass(frozen=True, slots=True)
class Lading:
    """What a folder holds."""

    accounts: dict[str, Account]
    """By id, sorted; an account with an error is left out."""
    gedeeld: Gedeeld
    problemen: tuple[Problem, ...]
    """Errors, sorted by file, line and column."""
    plaats: Plaatsen
    gedeeld_heel: bool
    """Whether the shared files hold no error; if not, nothing can be derived from them."""


def lees_map(map_: Path, *, voorbeeld: bool = False) -> Lading:
    """Read all files of a folder; never raises for what the files say.

    `voorbeeld` is for the folder of the built-in sample client alone, whose id no other folder may use.
    """
    return Lader(map_, voorbeeld=voorbeeld).lading({})


class Lader:
    """Reads a folder in two steps: the shared files when it is made, each account when asked.

    So a large folder can be read in shares (`vaart.verdeel`), and each account be worked on where it was read.
    """

    def __init__(self, map_: Path, *, voorbeeld: bool = False, proef: Mapping[str, bytes] | None = None) -> None:
        """Read the shared files; never raises for what the files say. `voorbeeld` as for `lees_map`.

        `proef`: files as they would be, there or not, by name without `.yml` (`_dagboek/2026/w12-anouk-de-wit`).
        """
        self.map = map_
        self._gereserveerd: frozenset[str] = frozenset() if voorbeeld else frozenset({samenhang.VOORBEELD})
        self._proef = {f"{naam}.yml": inhoud for naam, inhoud in (proef or {}).items()}
        self._bestanden: dict[str, Path | bytes] = {}
        self.plaats = Plaatsen(map_.resolve().name, self._bestanden)
        self.problemen: list[Problem] = []
        """About the shared files and the names of all files; an account's own come with the account."""
        self.opmerkingen: list[Problem] = []
        """Warnings about the text of the files read so far: what can be read, and may not be what was meant."""
        if not map_.is_dir():
            self._zeg_los("", "map", "deze map bestaat niet; maak hem, of kies een andere map")
        namen = {deel: dict.fromkeys(self._namen(deel)) for deel in ("", GEDEELD, WERVING)}
        for deel, _, naam in (naam.rpartition("/") for naam in proef or {}):
            namen.get(deel, {})[naam] = None
        self.namen: tuple[str, ...] = tuple(sorted(namen[""]))
        """The accounts, as their files are called, sorted."""
        self._bestanden |= self._proef
        stukken = {naam: self._gedeeld(naam) for naam in self._goede(GEDEELD, namen[GEDEELD])}
        werving = {naam: self._werving(naam) for naam in self._goede(WERVING, namen[WERVING])}
        self.gedeeld = maak_gedeeld(
            **{naam: stuk.object for naam, stuk in stukken.items() if stuk.object},
            werving={int(naam): stuk.object for naam, stuk in werving.items() if stuk.object},
        )
        team, lessen = stukken.get("team"), stukken.get("lessen")
        if team is None and self.namen:
            tekst = "dit bestand ontbreekt; maak het, met onder personen elke collega die met klanten werkt"
            self._zeg_los(f"{GEDEELD}/team.yml", "team-ontbreekt", tekst)
        personen = ids(team.waarde, "personen") if team and team.waarde is not None else None
        self._ids = personen, ids(lessen.waarde, "lessen") if lessen else frozenset()
        losse, self.problemen = self.problemen, []
        bekend = self._lees_dagboek()
        van_dagboek, self.problemen = self.problemen, losse
        for naam, stuk in (*stukken.items(), *(("werving", stuk) for stuk in werving.values())):
            self.problemen += self._alle_problemen(stuk, in_gedeeld(naam, stuk.object, bekend) if stuk.gekeurd else ())
        self._zonder_dagboek = tuple(self.problemen)
        self.problemen += van_dagboek

    def met(self, proef: Mapping[str, bytes]) -> Lader:
        """The same folder with other files, as `proef` when it is made; shared ones are read only when they differ."""
        nieuw = {naam for naam in proef if "/" not in naam} - set(self.namen)
        if nieuw or any(naam.startswith((GEDEELD, WERVING)) for naam in proef):
            return Lader(self.map, proef=proef)
        ander = copy(self)
        ander.herlees(proef)
        return ander

    def herlees(self, proef: Mapping[str, bytes]) -> None:
        """Let these files, none of them shared, stand in for what was read; reads the journal again."""
        self._proef = {f"{naam}.yml": inhoud for naam, inhoud in proef.items()}
        self._bestanden = {**self._bestanden, **self._proef}
        self.plaats = Plaatsen(self.map.resolve().name, self._bestanden)
        self.problemen, self.opmerkingen = list(self._zonder_dagboek), []
        self._lees_dagboek()

    def houd_vast(self, naam: str) -> bytes:
        """Read the file of an account now; what is asked of the account after this is about these bytes.

        Empty for a file that cannot be read, which is told when the account is asked for.
        """
        bestand = f"{naam}.yml"
        try:
            self._bestanden[bestand] = inhoud = inhoud_van(self._bestanden[bestand])
        except OSError:
            return b""
        return inhoud

    @property
    def gedeeld_heel(self) -> bool:
        """Whether the shared files and the journal hold no error."""
        return not any(p.bestand.startswith(self.plaats.volledig("_")) for p in self.problemen)

    def account(self, naam: str) -> tuple[Account | None, list[Problem]]:
        """One account, None when it holds an error, and every problem of its file."""
        stuk = self._lees(f"{naam}.yml", Account)
        account: Account | None = stuk.object
        if stuk.gekeurd and account:
            stuk.gekeurd.nieuwe(samenhang.account(account, naam, self._standaardregels, self._gereserveerd))
        problemen = self._alle_problemen(stuk, self._wijzer.keur(account, stuk.waarde) if account else ())
        regels = self.gedeeld.dagboek.get(naam, ())
        if account and regels:
            problemen += [self._bij_regel(*vondst) for vondst in self._wijzer.keur_regels(account, stuk.waarde, regels)]
            account = verwerk(account, regels, self.gedeeld.personen)
            self.plaats.elders(f"{naam}.yml", plekken(account, regels))
        return (None if problemen else account), problemen

    def _bij_regel(self, een: Aantekening, bevinding: Bevinding) -> Problem:
        loc = ("regels", een.nummer, *bevinding.loc)
        return self.plaats.probleem(een.bestand, loc, FOUT, bevinding.code, bevinding.tekst)

    def lading(self, bekend: Mapping[str, Account]) -> Lading:
        """Everything the folder holds; the accounts of which all is `bekend` are not read again."""
        namen = [naam for naam in self.namen if naam not in bekend]

        def lees_deel(deel: int, delen: int) -> list[tuple[str, Account | None, list[Problem]]]:
            return [(naam, *self.account(naam)) for naam in namen[deel::delen]]

        gelezen = list(chain.from_iterable(verdeel(lees_deel, len(namen))))
        accounts = dict(sorted([*bekend.items(), *((naam, account) for naam, account, _ in gelezen if account)]))
        for naam in accounts.keys() & self.gedeeld.dagboek.keys():
            # Where it was read elsewhere, what that knew of places stayed there.
            self.plaats.elders(f"{naam}.yml", plekken(accounts[naam], self.gedeeld.dagboek[naam]))
        problemen = sorted(chain(self.problemen, *(eigen for _, _, eigen in gelezen)))
        return Lading(accounts, self.gedeeld, tuple(problemen), self.plaats, self.gedeeld_heel)

    def los(self, naam: str) -> tuple[Account | None, list[Problem]]:
        """One account, and every error that keeps it from being shown: in its own file or a shared one.

        Errors of other accounts do not matter here. Without such a file there is no account, and no error.
        """
        fouten = [probleem for probleem in self.problemen if _raakt(Path(probleem.bestand), naam)]
        account, eigen_fouten = self.account(naam) if naam in self.namen else (None, [])
        return account, fouten + eigen_fouten

    # --- which files ---

    def _namen(self, deel: str) -> Iterator[str]:
        """Names without `.yml` of the files in a part of the folder; says what is odd about the others."""
        map_ = self.map / deel
        for pad in sorted(map_.iterdir()) if map_.is_dir() else ():
            naam = f"{deel}/{pad.name}" if deel else pad.name
            if pad.name.startswith(".") or naam in (GEDEELD, WERVING, dagboek.DAGBOEK):
                continue
            if pad.is_dir() and not pad.is_symlink():
                self._keur_map(pad, naam)
            elif pad.suffix == ".yml" and not is_bestand(pad):
                tekst = "dit is geen gewoon bestand maar een verwijzing of iets anders; zet het bestand zelf hier neer"
                self._zeg_los(naam, "bestandsnaam", tekst)
            elif pad.suffix.lower() in (".yml", ".yaml") and (deel or goede_naam(pad.name)):
                if pad.suffix == ".yml":
                    self._bestanden[naam] = pad
                    yield pad.stem
                else:
                    self._zeg_los(naam, "bestandsnaam", f"dit bestand wordt niet gelezen; noem het {pad.stem}.yml")
            elif pad.suffix.lower() in (".yml", ".yaml"):
                tekst = "gebruik in de bestandsnaam alleen kleine letters, cijfers en streepjes, zoals acme-zonen.yml"
                self._zeg_los(naam, "bestandsnaam", tekst)

    def _keur_map(self, pad: Path, naam: str) -> None:
        if any(pad.rglob("*.yml")) or pad.suffix == ".yml":
            tekst = f"bestanden in de map {naam} worden niet gelezen; zet ze in {self.map.resolve().name} zelf"
            self._zeg_los(naam, "map", tekst)

    def _goede(self, deel: str, namen: Iterable[str]) -> Iterator[str]:
        """The names that a file may have there; says what is wrong with the others."""
        for naam in namen:
            if bezwaar := naambezwaar(naam, jaar=deel == WERVING):
                self._zeg_los(f"{deel}/{naam}.yml", "bestandsnaam", bezwaar)
            else:
                yield naam

    # --- one file ---

    def _lees(self, naam: str, klasse: type) -> Bestand:
        """Read a file and let the model look at it."""
        try:
            inhoud = inhoud_van(self._bestanden[naam])
        except OSError as fout:
            tekst = f"dit bestand is niet te lezen: {reden(fout)}; kijk dat na"
            return Bestand(naam, None, None, [Problem(self.plaats.volledig(naam), 1, 1, FOUT, "onleesbaar", tekst)])
        lezing = yaml12.lees(inhoud)
        self.plaats.onthoud(naam, lezing.gebeurtenissen)
        volledig = self.plaats.volledig(naam)
        problemen = [Problem(volledig, f.regel, f.kolom, FOUT, f.code, f.tekst) for f in lezing.fouten]
        self.opmerkingen += [
            Problem(volledig, f.regel, f.kolom, WAARSCHUWING, f.code, f.tekst) for f in lezing.opmerkingen
        ]
        if lezing.waarde is None:
            return Bestand(naam, None, None, problemen)
        gekeurd = Gekeurd(klasse, lezing.waarde)
        verboden = [*prive(lezing.waarde, lezing.houders), *samenhang.dubbele_ids(lezing.waarde, lezing.houders)]
        eigen = bedoeld(gekeurd.bevindingen, lezing.waarde, self._bestanden)
        gekeurd.bevindingen = [*verboden, *(b for b in eigen if not any(b.loc == elders.loc for elders in verboden))]
        return Bestand(naam, lezing.waarde, gekeurd, problemen)

    def _gedeeld(self, naam: str) -> Bestand:
        stuk = self._lees(f"{GEDEELD}/{naam}.yml", GEDEELDE_BESTANDEN[naam])
        if stuk.gekeurd and stuk.object:
            stuk.gekeurd.nieuwe(samenhang.gedeeld(naam, stuk.object))
        return stuk

    def _werving(self, naam: str) -> Bestand:
        stuk = self._lees(f"{WERVING}/{naam}.yml", model.Werving)
        if stuk.gekeurd and stuk.object:
            stuk.gekeurd.nieuwe(samenhang.werving(stuk.object, naam))
        return stuk

    def _lees_dagboek(self) -> Bekend:
        self.gedeeld = replace(self.gedeeld, dagboek=self._dagboek())
        bekend = Bekend(self._ids[0], frozenset(self.namen), self._ids[1], self.gedeeld, self.opgeruimd)
        self.problemen += [self._bij_regel(*vondst) for vondst in in_dagboek(self.gedeeld.dagboek, bekend)]
        self._wijzer, self._standaardregels = Accountwijzer(bekend), bekend.standaardregels
        return bekend

    def _dagboek(self) -> Dagboek:
        """The lines of the journal by account; what is wrong in them is told."""
        bladen: dict[str, Path | bytes] = {}
        for naam, pad, fout in dagboek.weekbestanden(self.map):
            if fout:
                self._zeg_los(naam, "bestandsnaam", fout)
            else:
                self._bestanden.setdefault(naam, pad)
                bladen[naam] = pad
        bladen |= {naam: inhoud for naam, inhoud in self._proef.items() if naam.startswith(dagboek.DAGBOEK)}
        per_klant, samen = dagboek.lees(bladen, self._weekblad)
        self.problemen += samen.problemen
        self.opmerkingen += samen.opmerkingen
        self.opgeruimd = frozenset(samen.opgeruimd)
        return per_klant

    def _weekblad(self, naam: str) -> dagboek.Gelezen:
        gezegd, stuk = len(self.opmerkingen), self._lees(naam, Weekblad)
        opmerkingen, self.opmerkingen = self.opmerkingen[gezegd:], self.opmerkingen[:gezegd]
        problemen, gekeurd = self._alle_problemen(stuk, ()), stuk.gekeurd
        if gekeurd is None or stuk.object is None:
            return dagboek.Gelezen([], problemen, opmerkingen, [])
        nummers = [int(gekeurd.oorspronkelijk(("regels", plek))[1]) for plek in range(len(stuk.object.regels))]
        regels, weg = dagboek.aantekeningen(naam, stuk.object, nummers), dagboek.opgeruimde(naam, stuk.object)
        return dagboek.Gelezen(list(regels), problemen, opmerkingen, list(weg))

    def _alle_problemen(self, stuk: Bestand, verwijzingen: Iterator[Bevinding] | tuple[()]) -> list[Problem]:
        """Every problem of a file, now that its references can be followed."""
        if stuk.gekeurd is None:
            return stuk.problemen
        if stuk.object is not None:
            stuk.gekeurd.nieuwe(verwijzingen)
        gevonden = stuk.gekeurd.bevindingen
        return stuk.problemen + [self.plaats.probleem(stuk.naam, b.loc, FOUT, b.code, b.tekst) for b in gevonden]

    def _zeg_los(self, naam: str, code: str, tekst: str) -> None:
        """A problem about a file as a whole."""
        bestand = self.plaats.volledig(naam) if naam else self.map.resolve().name
        self.problemen.append(Problem(bestand, 1, 1, FOUT, code, tekst))


def _raakt(bestand: Path, account: str) -> bool:
    """Whether an error in this file is one of the account: it is its own file, whatever its ending, or a shared one."""
    return bestand.parent.name == GEDEELD or (bestand.stem == account and not bestand.parent.name.startswith("_"))
