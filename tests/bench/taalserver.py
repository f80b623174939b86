"""Asks the language server behind the YAML help of VS Code what it says about our files; see CONTRIBUTING.md.

`python tests/bench/taalserver.py FOLDER`, where FOLDER holds `node_modules/yaml-language-server`. It opens every file
of the example, with and without its first line, then files with a fault, and asks what may come at a place and what a
key means. Nothing is written. Prints a table; ends with 1 when an answer is another one than was expected.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.load.omgeving import PROJECT
from macros.load.schemaregel import BEGIN, schemaregel

ACCOUNTS = PROJECT / "accounts"
WACHT = 30.0
"""Seconds for one answer."""
KLANT = "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: []\n"
DAGBOEK = "_dagboek/2026/w12-anouk-de-wit.yml"
VREEMD = "dit_veld_is_er_niet"
HIER = "¤"
"""Where somebody types or points."""

FOUT = (
    ("acme.yml", KLANT + "sector: privat\n", "privat", "kies uit: privaat, publiek"),
    ("acme.yml", KLANT + "klant_sinds: 1-2-2024\n", "1-2-2024", "hier hoort: datum, zoals 2026-12-31"),
    ("acme.yml", KLANT + "omzet: {2025: 438.500}\n", "438.500", "hier hoort: bedrag in hele euro's, zonder punt"),
    ("acme.yml", KLANT + "omzet: {2025: '12'}\n", "'12'", "hier hoort: bedrag in hele euro's, zonder punt"),
    ("acme.yml", KLANT + "klantnummer: 10234\n", "10234", "hier hoort: tekst"),
    # Text for our own reader, a number for any other: in quotes it is text for all.
    ("acme.yml", KLANT + "klantnummer: 00412\n", "00412", "hier hoort: tekst"),
    ("acme.yml", KLANT + "klantnumer: x\n", "klantnumer", "Property klantnumer is not allowed."),
    ("acme.yml", KLANT.replace("accountmanager", "account"), "driehoek", 'Missing property "accountmanager".'),
    ("acme.yml", KLANT + "honken: {2026: {12: {stand: open}}}\n", "12", "Property 12 is not allowed."),
    ("acme.yml", KLANT + "omzet: {25: 12}\n", "25", "Property 25 is not allowed."),
    ("acme.yml", KLANT + "doelen_klant: groeien\n", "groeien", "hier hoort een lijst: zet voor elk deel een streepje"),
    ("_gedeeld/team.yml", "personen:\n  - {id: Anouk, naam: A}\n", "Anouk", "hier hoort: id, zoals h-bakker"),
    ("_gedeeld/instellingen.yml", "cijfer_norm: acht\n", "acht", "hier hoort: cijfer van 1 tot en met 10, zoals 7.5"),
    ("_werving/2026.yml", "jaar: 26\nstart_op: 2026-01-01\n", "26", "Value is below the minimum of 1900."),
    (
        DAGBOEK,
        "regels:\n  - {klant: acme, datum: 2026-03-17, kern: Gebeld, vorm: lunch}\n",
        "lunch",
        "kies uit: bezoek, belafspraak, overleg, bericht, procesafstemming, nazorg",
    ),
)
"""File, text, the word with the line below it, and what is said about it."""
AANVULLEN = (
    ("acme.yml", KLANT + "waar¤", "waarom_klant_blijft", "Waarom kiest deze klant steeds weer voor ons?"),
    ("acme.yml", KLANT + "sector: ¤", "publiek", "Moet aanbesteden"),
    ("acme.yml", KLANT + "contactpersonen:\n  - id: x\n    houding: ¤", "kritisch", "Nog niet overtuigd"),
    ("acme.yml", KLANT.replace("[]", "\n  - ¤"), "einddatum", "De laatste dag van de eerste looptijd"),
    (DAGBOEK, "regels:\n  - ¤", "klant", "De id van de klant."),
    (DAGBOEK, "regels:\n  - klant: acme\n    signaal:\n      soort: ¤", "koop", "Kort voor koopsignaal"),
)
"""File, text, what is offered, and how its explanation begins."""
UITLEG = (
    ("acme.yml", KLANT + "se¤ctor: privaat\n", ("#### Sector", "* `publiek`: Moet aanbesteden")),
    ("acme.yml", "id: acme\nna¤am: Acme\n", ("#### Naam", "De naam van de klant.")),
    ("acme.yml", KLANT.replace("drie", "dri¤e"), ("#### Driehoek", "Wie van ons werkt voor deze klant?")),
    (DAGBOEK, "regels:\n  - klant: acme\n    ker¤n: Gebeld\n", ("#### Kern", "De kern, in één of twee zinnen.")),
)
"""File, text, and what the explanation holds."""


class Server:
    """A language server at the other end of a pipe."""

    def __init__(self, folder: Path) -> None:
        """Start it as VS Code does, with the settings of the project."""
        programma = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
        self._proces = subprocess.Popen(
            [shutil.which("node") or "node", str(programma), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        vscode = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
        self._yaml = {
            "validate": True,
            "hover": True,
            "completion": True,
            "schemas": vscode["yaml.schemas"],
            "schemaStore": {"enable": vscode["yaml.schemaStore.enable"]},
        }
        self._nummer = 0
        self._geopend: set[str] = set()
        self._bezwaren: dict[str, list[dict[str, Any]]] = {}
        item = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        kan = {"textDocument": {"completion": {"completionItem": item}, "hover": {"contentFormat": ["markdown"]}}}
        map_ = {"uri": PROJECT.as_uri(), "name": PROJECT.name}
        start = {"rootUri": map_["uri"], "workspaceFolders": [map_], "processId": os.getpid()}
        self.vraag("initialize", start | {"capabilities": kan | {"workspace": {"configuration": True}}})
        self._zeg("initialized", {})
        self._zeg("workspace/didChangeConfiguration", {"settings": {"yaml": self._yaml}})

    def stop(self) -> None:
        """End it."""
        self._proces.kill()
        self._proces.wait()

    def open(self, naam: str, tekst: str) -> list[dict[str, Any]]:
        """Open a text as a file below the accounts folder, and return what the server has against it."""
        self._nummer += 1
        uri = self._uri(naam)
        document = {"uri": uri, "version": self._nummer}
        self._bezwaren.pop(uri, None)
        if uri in self._geopend:
            self._zeg("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": tekst}]})
        else:
            self._geopend.add(uri)
            self._zeg("textDocument/didOpen", {"textDocument": document | {"languageId": "yaml", "text": tekst}})
        while uri not in self._bezwaren:
            self._hoor(self._lees())
        return self._bezwaren[uri]

    def op(self, wat: str, naam: str, tekst: str) -> Any:
        """Ask something about the place that is marked in a text."""
        voor, _, na = tekst.partition(HIER)
        self.open(naam, voor + na)
        plek = {"line": voor.count("\n"), "character": len(voor.rpartition("\n")[2])}
        return self.vraag(f"textDocument/{wat}", {"textDocument": {"uri": self._uri(naam)}, "position": plek})

    def vraag(self, wat: str, waarover: dict[str, Any]) -> Any:
        """Ask, and wait for the answer."""
        self._nummer += 1
        self._stuur({"id": self._nummer, "method": wat, "params": waarover})
        while "method" in (bericht := self._lees()) or bericht.get("id") != self._nummer:
            self._hoor(bericht)
        return bericht["result"]

    @staticmethod
    def _uri(naam: str) -> str:
        return (ACCOUNTS / naam).as_uri()

    def _zeg(self, wat: str, waarover: dict[str, Any]) -> None:
        self._stuur({"method": wat, "params": waarover})

    def _hoor(self, bericht: dict[str, Any]) -> None:
        """Answer a question of the server, or keep what it has against a file."""
        if bericht.get("method") == "textDocument/publishDiagnostics":
            self._bezwaren[bericht["params"]["uri"]] = bericht["params"]["diagnostics"]
        elif "method" in bericht and "id" in bericht:
            delen = bericht["params"].get("items", []) if bericht["method"] == "workspace/configuration" else None
            uit = delen if delen is None else [self._yaml if deel.get("section") == "yaml" else {} for deel in delen]
            self._stuur({"id": bericht["id"], "result": uit})

    def _stuur(self, bericht: dict[str, Any]) -> None:
        inhoud = json.dumps({"jsonrpc": "2.0", **bericht}).encode()
        assert self._proces.stdin
        self._proces.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(inhoud), inhoud))
        self._proces.stdin.flush()

    def _lees(self) -> dict[str, Any]:
        uitvoer, lengte = self._proces.stdout, 0
        assert uitvoer
        while (regel := uitvoer.readline()) != b"\r\n":
            if not regel:
                sys.exit("the language server ended")
            naam, _, waarde = regel.partition(b":")
            lengte = int(waarde) if naam.lower() == b"content-length" else lengte
        gelezen: dict[str, Any] = json.loads(uitvoer.read(lengte))
        return gelezen


Uitslag = tuple[str, bool, str]
"""What was asked, whether the answer is right, and the answer."""


def heel(server: Server) -> Iterator[Uitslag]:
    """Open every file of the example; without its first line the settings of VS Code must know it by its place."""
    bestanden = {pad.relative_to(ACCOUNTS).as_posix(): pad for pad in sorted(ACCOUNTS.rglob("*.yml"))}
    for hoe in ("with", "without"):
        mis = []
        start = time.perf_counter()
        for naam, pad in bestanden.items():
            tekst = pad.read_text(encoding="utf-8")
            kaal = tekst.partition("\n")[2] if hoe == "without" and tekst.startswith(BEGIN) else tekst
            # With a key that no kind of file has: that one is to be refused, and nothing else.
            gezegd = [een["message"] for een in server.open(naam, f"{kaal}\n{VREEMD}: 1\n")]
            if gezegd != [f"Property {VREEMD} is not allowed."]:
                mis.append(f"{naam}: {gezegd}")
        klaar = f"only what is wrong has a line below it; {(time.perf_counter() - start) / len(bestanden):.2f} s a file"
        yield f"{len(bestanden)} files {hoe} their first line", not mis, "; ".join(mis) or klaar


def fouten(server: Server) -> Iterator[Uitslag]:
    """Make one fault in a file."""
    for naam, tekst, woord, zin in FOUT:
        geheel = schemaregel(ACCOUNTS, naam) + tekst
        gezegd = [(een["message"], _vanaf(geheel, een["range"]["start"])) for een in server.open(naam, geheel)]
        goed = any(een == zin and vanaf.startswith(woord) for een, vanaf in gezegd)
        yield f"{naam}: {woord}", goed, "; ".join(een for een, _ in gezegd) or "nothing"


def _vanaf(tekst: str, plek: dict[str, int]) -> str:
    return tekst.splitlines()[plek["line"]][plek["character"] :]


def aanvullingen(server: Server) -> Iterator[Uitslag]:
    """Ask what may come at a place."""
    for naam, tekst, keuze, uitleg in AANVULLEN:
        start = time.perf_counter()
        antwoord = server.op("completion", naam, schemaregel(ACCOUNTS, naam) + tekst)
        duur = (time.perf_counter() - start) * 1000
        items = {een["label"]: een.get("documentation", "") for een in antwoord["items"]}
        gezegd = items.get(keuze, "")
        gezegd = gezegd["value"] if isinstance(gezegd, dict) else gezegd
        waar = tekst.splitlines()[-1].strip()
        yield f"{naam}: {waar}", gezegd.startswith(uitleg), f"{len(items)} choices in {duur:.0f} ms; {keuze}: {gezegd}"


def uitleg(server: Server) -> Iterator[Uitslag]:
    """Point at a key."""
    for naam, tekst, delen in UITLEG:
        antwoord = server.op("hover", naam, schemaregel(ACCOUNTS, naam) + tekst)
        gezegd = antwoord["contents"]["value"] if antwoord else ""
        waar = next(regel.strip() for regel in tekst.splitlines() if HIER in regel)
        yield f"{naam}: {waar}", all(deel in gezegd for deel in delen), " ".join(gezegd.split())[:90]


def main(folder: Path) -> int:
    """Ask everything; return how the program ends."""
    if not (folder / "node_modules" / "yaml-language-server").is_dir():
        sys.exit(f"no language server in {folder}; npm install --prefix {folder} yaml-language-server@1.25.0")
    server, goed = Server(folder), True
    try:
        for vragen in (heel, fouten, aanvullingen, uitleg):
            print(f"\n{vragen.__name__}")
            for vraag, klopt, antwoord in vragen(server):
                goed &= klopt
                print(f"  {'ok ' if klopt else 'NOT'} {vraag:58} {antwoord}")
    finally:
        server.stop()
    return 0 if goed else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
