"""The files of a folder: ordinary ones only, no further than a file may be long, and fit to read.

A proposal can carry whatever git keeps: a link to a device or to a file elsewhere, a loop, a folder called `x.yml`.
None of those is followed or waited for. What is unfit to read is seen in its bytes and signs.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from yaml.events import Event, ScalarEvent

from macros.load import tikfouten
from macros.load.problem import Leesfout

MAXIMUM_BYTES = 256 * 1024

# A line feed and a carriage return are the only signs below a space that may stand in a file.
_ONLEESBAAR = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Only where YAML needs a real space: before a key or a dash, and behind a colon. Inside a text it does no harm.
_VASTE_SPATIE = re.compile("^ *(?:- *)?\u00a0|:\u00a0", re.MULTILINE)


def voor_het_lezen(inhoud: bytes) -> Leesfout | None:
    """Find what makes the bytes unfit to read at all."""
    if len(inhoud) > MAXIMUM_BYTES:
        tekst = "het bestand is groter dan 256 KiB; haal oude contactmomenten weg of splits de klant"
        return Leesfout(1, 1, "te-groot", tekst)
    if inhoud.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        tekst = "het bestand begint met een onzichtbaar merkteken (BOM); sla het op als UTF-8 zonder BOM"
        return Leesfout(1, 1, "bom", tekst)
    try:
        tekst = inhoud.decode()
    except UnicodeDecodeError as fout:
        voor = inhoud[: fout.start].decode()
        melding = "hier staat een teken dat niet als UTF-8 is opgeslagen; sla het bestand op als UTF-8"
        return Leesfout(*_plek(voor, len(voor)), "geen-utf-8", melding)
    if conflict := tikfouten.conflict(tekst):
        return Leesfout(conflict[0], 1, "samenvoeging", conflict[1])
    return _vreemd_teken(tekst)


def _vreemd_teken(tekst: str) -> Leesfout | None:
    """Find the first tab, control character or misleading space."""
    if treffer := _ONLEESBAAR.search(tekst):
        plek = _plek(tekst, treffer.start())
        if treffer[0] == "\t":
            return Leesfout(*plek, "tab", "hier staat een tab; gebruik gewone spaties")
        return Leesfout(*plek, "stuurteken", "hier staat een onzichtbaar stuurteken; haal het weg en typ opnieuw")
    if "\u00a0" in tekst and (treffer := _VASTE_SPATIE.search(tekst)):
        melding = "hier staat een vaste spatie, vaak geplakt uit Word of een webpagina; typ een gewone spatie"
        return Leesfout(*_plek(tekst, treffer.end() - 1), "vaste-spatie", melding)
    return None


_ONDERDEEL = rf"[{tikfouten.BOLLETJES}]|-[^\W\d_]|-[{{\[]"
_STREEPJE = re.compile(r"\n *-[^ \n\d-]")


def vreemd_begin(tekst: str, gebeurtenissen: Sequence[Event]) -> Iterator[Leesfout]:
    """Find texts that begin with a bullet or a curly quote of a text processor: they can be read, but not as meant."""
    if not _STREEPJE.search(tekst) and not any(teken in tekst for teken in tikfouten.BOLLETJES + tikfouten.KRULLEN):
        return
    regels = tekst.splitlines()
    for event in gebeurtenissen:
        waarde = event.value if type(event) is ScalarEvent and event.implicit[0] else ""
        if not waarde or not event.start_mark:
            continue
        regel, kolom = event.start_mark.line + 1, event.start_mark.column + 1
        if waarde[0] in tikfouten.KRULLEN and not re.search(f"[{tikfouten.KRULLEN}].", waarde[1:]):
            yield Leesfout(regel, kolom, "aanhalingsteken", tikfouten.krul(waarde[0]))
        elif re.match(_ONDERDEEL, waarde) and not regels[regel - 1][: kolom - 1].strip():
            yield Leesfout(regel, kolom, "streepje", tikfouten.streepje(regels[regel - 1].strip()[1:].strip()))


def _plek(tekst: str, positie: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in the text."""
    regel_begin = tekst.rfind("\n", 0, positie) + 1
    return tekst.count("\n", 0, positie) + 1, positie - regel_begin + 1


_HEKJE = re.compile(r" #(?=[^\s#])")


def hekjes(tekst: str, gebeurtenissen: Sequence[Event]) -> Iterator[Leesfout]:
    """Find texts that a `#` cuts off: it follows words without quotes and, unlike a remark, no space follows it."""
    if not _HEKJE.search(tekst):
        return
    # Where the text before the sign ends, as line and column from 0, and the column of the sign itself.
    einden = {
        (nummer, len(regel[: treffer.start()].rstrip())): treffer.start() + 1
        for nummer, regel in enumerate(tekst.splitlines())
        for treffer in _HEKJE.finditer(regel)
    }
    for event in gebeurtenissen:
        if type(event) is ScalarEvent and event.implicit[0] and event.end_mark and re.search(r"[^\W\d]", event.value):
            kolom = einden.get((event.end_mark.line, event.end_mark.column))
            if kolom is not None:
                yield Leesfout(event.end_mark.line + 1, kolom + 1, "opmerking", tikfouten.HEKJE)


_REDENEN = {
    errno.EACCES: "je hebt er geen rechten voor",
    errno.EPERM: "je hebt er geen rechten voor",
    errno.EROFS: "op deze schijf kun je alleen lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOENT: "het bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.EEXIST: "er staat al iets met deze naam",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EMFILE: "er staan te veel bestanden open",
}


def reden(fout: OSError) -> str:
    """Say in Dutch why the system refused; in its own words when we have none."""
    return _REDENEN.get(fout.errno or 0) or fout.strerror or str(fout)


def is_bestand(pad: Path) -> bool:
    """Tell whether an ordinary file stands here itself; a link is none, wherever it leads."""
    try:
        return stat.S_ISREG(pad.lstat().st_mode)
    except OSError:
        return False


def lees_bytes(pad: Path, hoogstens: int = MAXIMUM_BYTES) -> bytes:
    """Return what stands in an ordinary file; of one that is longer one byte more than `hoogstens`.

    Raises `OSError`, with a Dutch reason when it is no ordinary file.
    """
    if not is_bestand(pad) and os.path.lexists(pad):
        raise OSError(errno.EINVAL, "het is geen gewoon bestand")
    with pad.open("rb") as stroom:
        return stroom.read(hoogstens + 1)


def inhoud_van(bron: Path | bytes) -> bytes:
    """Return what stands in a file, or what would; raises `OSError` as `lees_bytes` does."""
    return bron if isinstance(bron, bytes) else lees_bytes(bron)


def lees_tekst(pad: Path) -> str:
    """Return the text of a file that is going to be changed; raises `OSError` or `UnicodeDecodeError`."""
    inhoud = lees_bytes(pad)
    if len(inhoud) > MAXIMUM_BYTES:
        raise OSError(errno.EFBIG, "het is te groot")
    return inhoud.decode()


def goede_naam(naam: str) -> bool:
    """Whether the file of a client may be called so."""
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.(yml|yaml)", naam) is not None


def yamlbestanden(map_: Path) -> Iterator[Path]:
    """Yield the ordinary `.yml` files in a folder, sorted; hidden ones are those of an editor or of ourselves."""
    for pad in sorted(map_.glob("[!.]*.yml")):
        if is_bestand(pad):
            yield pad
