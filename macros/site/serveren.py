"""Under `mkdocs serve`: a change is noticed sooner, and an error leaves the last good site to read.

What MkDocs made is remembered here too (`bladgeheugen.py`), and what stands in its pages is filled in when a browser
asks for one (`opverzoek.py`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserverVFS

from macros.load.omgeving import OngeldigeOmgevingError
from macros.load.problem import ProblemenGevonden
from macros.site.onderdelen import OnderdeelError
from macros.site.opverzoek import OP_VERZOEK, Antwoord
from macros.views.render import VIEWS

KIJK_ELKE = 0.2
"""Seconds between two looks at the files; MkDocs itself waits half a second."""
RUST = 0.05
"""Seconds without a change before a build begins; MkDocs waits twice as long."""

log = get_plugin_logger("handboek")
_BODY = re.compile(rb"<body\b[^>]*>")
_KAPOT = b'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Niet gemaakt</title><body></body></html>'
# In sight wherever the reader was: a browser keeps its place when it loads the page again.
_MELDING = (
    "position:sticky;top:0;z-index:9;max-height:40vh;overflow:auto;white-space:pre-wrap;margin:0;padding:12px 16px;"
    "background:#fff3d6;color:#3d2a00;font-size:14px"
)


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


class _Schrijver(FileSystemEventHandler):
    """Writes down which files changed, before anybody hears that something did."""

    def __init__(self, gewijzigd: set[str], daarna: FileSystemEventHandler) -> None:
        self._gewijzigd, self._daarna = gewijzigd, daarna

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Write down one change, of a file that was moved both paths, and pass it on."""
        if not event.is_directory:
            self._gewijzigd |= {os.fsdecode(pad) for pad in (event.src_path, event.dest_path) if pad}
        self._daarna.dispatch(event)


class _Kijker(PollingObserverVFS):
    """Notices a change by looking, which works on every disk, and remembers of which files."""

    def __init__(self) -> None:
        super().__init__(os.stat, _bestanden_en_mappen, polling_interval=KIJK_ELKE)
        self.gewijzigd: set[str] = set()

    def schedule(self, event_handler: FileSystemEventHandler, path: str | Path, **meer: Any) -> ObservedWatch:
        """Watch a folder or a file."""
        return super().schedule(_Schrijver(self.gewijzigd, event_handler), path, **meer)


def kijk_vaker(server: LiveReloadServer) -> set[str]:
    """Notice a change sooner than MkDocs does; return the set in which the paths of changed files come.

    Compiled modules do not count: Python writes those during a build, and each would ask for one more.
    """
    gewoon, kijker = server.observer, _Kijker()
    server.observer, server.build_delay = kijker, RUST  # type: ignore[assignment]
    # Watched again one by one, because a new observer knows nothing yet.
    for pad in list(server._watched_paths):  # noqa: SLF001
        del server._watched_paths[pad]  # noqa: SLF001
        server.watch(pad)
    gewoon.unschedule_all()
    return kijker.gewijzigd


def bouw_wat_moet(server: LiveReloadServer, gewijzigd: set[str], accounts: Path) -> None:
    """Let MkDocs build again only after a change of more than accounts and templates."""
    bouw: Callable[[], None] = server.builder
    gegevens, views = f"{os.path.realpath(accounts)}{os.sep}", f"{os.path.realpath(VIEWS)}{os.sep}"

    def ververs(gezien: set[str]) -> bool:
        paden = [os.path.realpath(pad) for pad in gezien]
        anders = [pad for pad in paden if not pad.startswith(gegevens)]
        if not paden or any(not pad.startswith(views) or not pad.endswith(".html") for pad in anders):
            return False
        return OP_VERZOEK.ververs(sjablonen=bool(anders))

    def zo_weinig_mogelijk() -> None:
        with OP_VERZOEK.slot:
            gezien = set(gewijzigd)
            # Before the build: a file that changes once more while it is being read, changes after this build.
            gewijzigd.difference_update(gezien)
            try:
                if not ververs(gezien):
                    bouw()
            except BaseException as fout:
                gewijzigd.update(gezien)
                if isinstance(fout, ProblemenGevonden | OngeldigeOmgevingError):
                    log.error("%s", fout)  # noqa: TRY400  what is wrong stands in it
                    raise Abort(str(fout)) from None
                raise

    server.builder = zo_weinig_mogelijk


def antwoord_op_verzoek() -> None:
    """Let the server ask first whether a page or a file is made when it is asked for; see `opverzoek.py`."""
    gewoon = LiveReloadServer._serve_request  # noqa: SLF001
    if hasattr(gewoon, "__wrapped__"):
        return

    @wraps(gewoon)
    def antwoord(server: LiveReloadServer, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        pad = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if pad.startswith("/livereload/") or not pad.startswith(server.mount_path):
            return gewoon(server, environ, start_response)
        with server._epoch_cond:  # noqa: SLF001  as MkDocs does: nothing of a site that is being built
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)  # noqa: SLF001
            versie = server._visible_epoch  # noqa: SLF001
        try:
            with OP_VERZOEK.slot:
                gevraagd = OP_VERZOEK.antwoord(pad.removeprefix(server.mount_path))
        except Exception as fout:
            # What an author got wrong is said in its message; where in our code it came out is no help.
            log.error("%s: %s", pad, fout, exc_info=not isinstance(fout, OnderdeelError))  # noqa: TRY400
            gevraagd = Antwoord(_KAPOT, blad=True, bezwaren=[str(fout)])
        if gevraagd is None:
            return gewoon(server, environ, start_response)
        if gevraagd.elders:
            start_response("302 Found", [("Location", f"{quote(pad)}/")])
            return []
        inhoud = gevraagd.inhoud
        if gevraagd.blad:
            if gevraagd.bezwaren:
                inhoud = _met_melding(inhoud, "Zo komt deze pagina niet op de site.", *gevraagd.bezwaren)
            if server._watched_paths:  # noqa: SLF001
                inhoud = server._inject_js_into_html(inhoud, versie)  # type: ignore[no-untyped-call]  # noqa: SLF001
        soort = "text/html" if gevraagd.blad else server._guess_type(pad)  # type: ignore[no-untyped-call]  # noqa: SLF001
        start_response("200 OK", [("Content-Type", soort), ("Content-Length", str(len(inhoud)))])
        return [inhoud]

    setattr(LiveReloadServer, "_serve_request", antwoord)  # noqa: B010


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
            inhoud = _met_melding(inhoud, "Dit is de vorige versie.", probleem[0])
        return gewoon(inhoud, versie)

    server.builder = probeer
    server._inject_js_into_html = met_probleem  # type: ignore[method-assign]  # noqa: SLF001


def _met_melding(pagina: bytes, *regels: str) -> bytes:
    """Say something on top of a page."""
    melding = f'<pre role="alert" style="{_MELDING}">{escape(chr(10).join(regels))}</pre>'
    # A function: the message may hold what a replacement would read as a group.
    return _BODY.sub(lambda body: body[0] + melding.encode(), pagina, count=1)


def _bestanden_en_mappen(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """What stands in a folder, save what Python keeps there for itself."""
    with os.scandir(folder) as delen:
        return iter([deel for deel in delen if deel.name != "__pycache__"])
