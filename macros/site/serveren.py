"""Under `mkdocs serve`: a change is noticed sooner, and an error leaves the last good site to read.

What did not change since the last build is not worked out again here either (`bladgeheugen.py`, `bewaard.py`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import wraps
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.observers.polling import PollingObserverVFS

KIJK_ELKE = 0.25
"""Seconds between two looks at the files; MkDocs itself waits half a second."""

log = get_plugin_logger("handboek")
_BODY = re.compile(rb"<body\b[^>]*>")
_MELDING = "white-space:pre-wrap;margin:0;padding:12px 16px;background:#fff3d6;color:#3d2a00;font-size:14px"


def onthoud_bestandenlijst() -> None:
    """List the files of the theme once; those of our own part of it each time, because that is what we work on."""
    gewoon = Environment.list_templates
    bekend: dict[tuple[str, ...], list[str]] = {}

    @wraps(gewoon)
    def lijst(
        omgeving: Environment,
        extensions: Any = None,
        filter_func: Callable[[str], bool] | None = None,
    ) -> list[str]:
        mappen: list[str] = getattr(omgeving.loader, "searchpath", [])
        sleutel = tuple(mappen)
        if extensions is not None or not mappen:
            return gewoon(omgeving, extensions, filter_func)
        if sleutel not in bekend:
            bekend[sleutel] = gewoon(omgeving, None, filter_func)
        eigen = {pad.relative_to(mappen[0]).as_posix() for pad in Path(mappen[0]).rglob("*") if pad.is_file()}
        return sorted({*bekend[sleutel], *filter(filter_func, eigen)})

    setattr(Environment, "list_templates", lijst)  # noqa: B010


def kijk_vaker(server: LiveReloadServer) -> None:
    """Notice a change sooner than MkDocs does, in the same way: by looking, which works on every disk.

    Compiled modules do not count: Python writes those during a build, and each would ask for one more.
    """
    gewoon = server.observer
    server.observer = PollingObserverVFS(os.stat, _bestanden_en_mappen, polling_interval=KIJK_ELKE)  # type: ignore[assignment]
    # Watched again one by one, because a new observer knows nothing yet.
    for pad in list(server._watched_paths):  # noqa: SLF001
        del server._watched_paths[pad]  # noqa: SLF001
        server.watch(pad)
    gewoon.unschedule_all()


def houd_de_laatste_goede(server: LiveReloadServer) -> None:
    """While the files have an error, go on with the last good site and say on top of each page what is wrong.

    MkDocs would let the browser wait without an answer until the error is gone.
    """
    bouw: Callable[[], None] = server.builder
    gewoon: Callable[[bytes, int], bytes] = server._inject_js_into_html  # noqa: SLF001
    probleem: list[str] = []

    def probeer() -> None:
        try:
            bouw()
        except Exception as fout:
            # What MkDocs raises in the end says no more than that it stopped.
            probleem[:] = [str(fout.__context__ or fout)]
            if not isinstance(fout, Abort):  # of that MkDocs itself said why
                log.exception("de site kon niet gemaakt worden")
        else:
            probleem.clear()

    def met_probleem(inhoud: bytes, versie: int) -> bytes:
        if probleem:
            melding = f'<pre role="alert" style="{_MELDING}">Dit is de vorige versie.\n{escape(probleem[0])}</pre>'
            # A function: the message may hold what a replacement would read as a group.
            inhoud = _BODY.sub(lambda body: body[0] + melding.encode(), inhoud, count=1)
        return gewoon(inhoud, versie)

    server.builder = probeer
    server._inject_js_into_html = met_probleem  # type: ignore[method-assign]  # noqa: SLF001


def _bestanden_en_mappen(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """What stands in a folder, save what Python keeps there for itself."""
    with os.scandir(folder) as delen:
        return iter([deel for deel in delen if deel.name != "__pycache__"])
