"""The files of a folder: ordinary ones only, and no further than a file may be long.

A proposal can carry whatever git keeps: a link to a device or to a file elsewhere, a loop, a folder called `x.yml`.
None of those is followed or waited for.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from macros.load.tekens import MAXIMUM_BYTES


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
    if os.path.lexists(pad) and not is_bestand(pad):
        raise OSError(errno.EINVAL, "het is geen gewoon bestand")
    with pad.open("rb") as stroom:
        return stroom.read(hoogstens + 1)


def lees_tekst(pad: Path) -> str:
    """Return the text of a file that is going to be changed; raises `OSError` or `UnicodeDecodeError`."""
    inhoud = lees_bytes(pad)
    if len(inhoud) > MAXIMUM_BYTES:
        raise OSError(errno.EFBIG, "het is te groot")
    return inhoud.decode()


def yamlbestanden(map_: Path) -> Iterator[Path]:
    """Yield the ordinary `.yml` files in a folder, sorted; hidden ones are those of an editor or of ourselves."""
    for pad in sorted(map_.glob("[!.]*.yml")):
        if is_bestand(pad):
            yield pad
