"""A browser in which our own Python runs: what it is asked, the page that asks it, and the server it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from snelsite import OVERZICHTEN, bladen

from macros.bewerken import uitgave
from macros.bewerken.neerzetten import zet_neer
from macros.site import pages
from macros.site.onderdelen import onderdelen

Vraag = tuple[str, dict[str, Any]]
"""The name of a question and what it takes."""
CSP = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; "
    "img-src data:"
)
PAGINA = """<!doctype html><title>x</title><link rel="icon" href="data:,"><script>
const werker = new Worker("WERKER", { type: "module" });
const wacht = new Map(), stappen = [], geweigerd = [], tijden = [];
let klaar, nummer = 0, van = performance.now();
const meet = () => { const nu = performance.now(); tijden.push(nu - van); van = nu; };
const gereed = new Promise((los) => { klaar = los; });
werker.addEventListener("message", ({ data }) => {
  if (data.stap) stappen.push(data.stap);
  if (data.stap === "klaar" || data.stap === "mislukt") klaar(data);
  if (data.id !== undefined) wacht.get(data.id)(data);
});
addEventListener("securitypolicyviolation", (een) => geweigerd.push(een.violatedDirective));
const vraag = (naam, args) => new Promise((los) => {
  wacht.set(++nummer, los);
  werker.postMessage({ id: nummer, naam, args });
});
</script>"""
VRAAG_ALLES = """async (vragen) => {
  await gereed;
  meet();
  const uit = [];
  for (const een of vragen) {
    uit.push(await vraag(...een));
    meet();
  }
  return { uit, stappen, geweigerd, tijden };
}"""
"""Gives the answers, the steps of the start, what the policy refused, and milliseconds of the start and each answer."""
WACHT_OP_LADE = """async () => {
  const leeg = async () => !(await (await caches.open("handboek-bewerken")).keys()).length;
  while (await leeg()) await new Promise((los) => setTimeout(los, 200));
}"""
"""Ends when what Python compiled is put away for the next visit."""


def vragen_van_een_bezoek() -> list[Vraag]:
    """What is asked when somebody opens one canvas after the other and changes nothing: each canvas of the example."""
    bouw = pages.begin("https://git.intern.example/edit/main/docs/")
    list(bladen(bouw, zonder=OVERZICHTEN))
    for familie, een in bouw.sjablonen().items():  # the theme puts an article around the text
        bouw.neem_over(familie, een._replace(html=f"<article>{een.html}</article>"), onderdelen())
    bestanden = uitgave.Bestanden(bouw)
    gevraagd: list[Vraag] = []
    begin = uitgave.gedeeld(bouw, bestanden)["begin"]
    gevraagd.append(("begin", {**begin, "sjablonen": uitgave.sjablonen(bouw)}))
    dossiers = {een.id: een for een in uitgave.zichtbare(bouw.portefeuille)}
    for pagina in bouw.paginas("canvas"):
        klant = pagina.pad.split("/")[1]
        if klant not in dossiers:
            continue
        teksten = uitgave.klant(dossiers[klant], bestanden)["teksten"]
        gevraagd.append(("laad", {"klant": klant, "teksten": teksten}))
        blad = {"familie": "canvas", "pad": pagina.pad}
        gevraagd.append(("probeer", {"klant": klant, "wijzigingen": [], "pagina": blad}))
    return gevraagd


def proefsite(site: Path) -> None:
    """Make a site of one page that asks our Python what `VRAAG_ALLES` gives it."""
    werker = f"bewerken/{zet_neer(site)}/werker.js"
    (site / "index.html").write_text(PAGINA.replace("WERKER", werker), encoding="utf-8")


class _Bediende(SimpleHTTPRequestHandler):
    """Serves a site with the policy that ours must hold."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def geserveerd(site: Path) -> Iterator[str]:
    """Serve a folder on this machine, at the address that is given."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Bediende, directory=str(site)))
    draad = Thread(target=server.serve_forever)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        draad.join()
        server.server_close()
