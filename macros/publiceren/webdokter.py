"""Asks a web server for the site, as a stranger and as a colleague, and looks at what it says along with it."""

from __future__ import annotations

import base64
import gzip
import http.client
import json
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.message import Message
from typing import Any
from urllib.parse import urljoin, urlsplit

from macros.publiceren.dokter import Bevinding, Soort, actueel
from macros.publiceren.plek import STATUS
from macros.woorden import taal

AANMELDEN = "HANDBOEK_AANMELDEN"
"""Environment variable: `name:password` with which `handboek dokter` may look behind a basic login."""
NAGEVRAAGD = "no-cache"
_VAST = re.compile(r'(?:src|href)="([^"]+[.-][0-9a-f]{10}[./][^"]*?(?:js|css))"')
_SECONDEN = 10
_WEINIG_DAGEN = 14
"""A certificate that ends within so many days asks for attention."""


class OnbereikbaarError(Exception):
    """The site did not answer; the message is Dutch."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a server said."""

    status: int
    kop: Message
    inhoud: bytes
    geldig_tot: date | None
    """Last day of the certificate."""

    def zegt(self, naam: str) -> str:
        """One head line; empty when it is absent."""
        return str(self.kop.get(naam) or "")


@dataclass(frozen=True, slots=True)
class Bezoek:
    """Somebody who asks for pages of a site."""

    adres: str
    """Of the site, with its closing slash."""
    aanmelden: str = ""
    """`name:password`; empty for a stranger."""

    def haal(self, pad: str = "") -> Antwoord:
        """Ask for one address below the site; redirections are not followed. Raises `OnbereikbaarError`."""
        doel = urlsplit(urljoin(self.adres, pad))
        kop = {"Accept-Encoding": "gzip"}
        if self.aanmelden:
            kop["Authorization"] = f"Basic {base64.b64encode(self.aanmelden.encode()).decode()}"
        soort = http.client.HTTPSConnection if doel.scheme == "https" else http.client.HTTPConnection
        lijn = soort(doel.hostname or "", doel.port, timeout=_SECONDEN)
        try:
            lijn.request("GET", doel.path or "/", headers=kop)
            geldig_tot = _geldig_tot(lijn.sock)
            antwoord = lijn.getresponse()
            return Antwoord(antwoord.status, antwoord.headers, antwoord.read(), geldig_tot)
        except ssl.SSLCertVerificationError as fout:
            raise OnbereikbaarError(f"het certificaat van {doel.hostname} wordt niet vertrouwd") from fout
        except (OSError, http.client.HTTPException) as fout:
            raise OnbereikbaarError(f"{doel.netloc} geeft geen antwoord ({fout})") from fout
        finally:
            lijn.close()


def web(adres: str, aanmelden: str, beleid: str, vandaag: date, hoogstens: int) -> Iterator[Bevinding]:
    """Look at the site at `adres`; `beleid` is the policy it should send along."""
    adres = f"{adres.rstrip('/')}/"
    try:
        vreemde = Bezoek(adres).haal()
        yield from _toegang(adres, vreemde, vandaag)
        yield from _koppen(vreemde, beleid)
        if aanmelden:
            yield from _binnen(Bezoek(adres, aanmelden), vandaag, hoogstens)
        elif status := _status(Bezoek(adres)):  # who asks on the server itself needs no login
            yield actueel(status, vandaag, hoogstens)
    except OnbereikbaarError as fout:
        kijk = "Kijk of de webserver draait, en in zijn foutenlog."
        yield Bevinding(f"De site is niet te bekijken: {fout}", kijk, Soort.ACTUEEL)


def _toegang(adres: str, antwoord: Antwoord, vandaag: date) -> Iterator[Bevinding]:
    veilig = adres.startswith("https:")
    yield Bevinding(
        "De verbinding is versleuteld" if veilig else "De verbinding is niet versleuteld",
        "" if veilig else "Zet TLS aan: zonder gaan wachtwoorden leesbaar over het netwerk en werkt indienen niet.",
    )
    if antwoord.geldig_tot:
        kort = (antwoord.geldig_tot - vandaag).days < _WEINIG_DAGEN
        yield Bevinding(f"Certificaat geldig tot en met {taal.datum(antwoord.geldig_tot)}", "Vernieuw het." * kort)
    elders = antwoord.status in (302, 303, 307) and urlsplit(antwoord.zegt("Location")).netloc not in (
        "", urlsplit(adres).netloc
    )  # fmt: skip
    dicht = antwoord.status in (401, 403) or elders
    yield Bevinding(
        "Wie zich niet aanmeldt, ziet niets" if dicht else f"Wie zich niet aanmeldt, krijgt antwoord {antwoord.status}",
        "" if dicht else "Zet aanmelden aan in de webserver: hier staan gegevens van klanten.",
    )


def _koppen(antwoord: Antwoord, beleid: str) -> Iterator[Bevinding]:
    gezegd, nodig = _delen(antwoord.zegt("Content-Security-Policy")), _delen(beleid)
    anders = [naam for naam in nodig if gezegd.get(naam) != nodig[naam]]
    yield Bevinding(
        f"Content-Security-Policy wijkt af bij {taal.opsomming(anders)}" if anders else "Content-Security-Policy klopt",
        f"Laat de webserver dit meesturen: {beleid}" if anders else "",
    )
    strak = antwoord.zegt("X-Content-Type-Options").lower() == "nosniff"
    yield Bevinding(
        "X-Content-Type-Options klopt" if strak else "X-Content-Type-Options ontbreekt",
        "" if strak else "Laat de webserver meesturen: X-Content-Type-Options: nosniff",
    )


def _binnen(collega: Bezoek, vandaag: date, hoogstens: int) -> Iterator[Bevinding]:
    """What somebody who is logged in gets."""
    voor = collega.haal()
    if voor.status != 200:
        kijk = f"Kijk of de naam in {AANMELDEN} klopt."
        yield Bevinding(f"Aanmelden lukt niet: antwoord {voor.status}", kijk, Soort.ACTUEEL)
        return
    if status := _status(collega):
        yield actueel(status, vandaag, hoogstens)
    else:
        yield Bevinding("status.json ontbreekt", "Publiceer de site met handboek publish.", Soort.ACTUEEL)
    vers = NAGEVRAAGD in voor.zegt("Cache-Control")
    yield Bevinding(
        "Een pagina wordt elke keer nagevraagd" if vers else "Een pagina kan oud uit de browser komen",
        "" if vers else "Laat de webserver bij pagina's meesturen: Cache-Control: no-cache",
    )
    klein = voor.zegt("Content-Encoding") in ("gzip", "br", "zstd")
    yield Bevinding(
        "Pagina's komen ingepakt" if klein else "Pagina's komen niet ingepakt",
        "" if klein else "Zet gzip aan in de webserver.",
    )
    if vast := _VAST.search(_uitgepakt(voor).decode(errors="replace")):
        lang = "immutable" in collega.haal(vast[1]).zegt("Cache-Control")
        yield Bevinding(
            "Wat een kenmerk draagt, blijft in de browser" if lang else "Wat een kenmerk draagt, wordt steeds gehaald",
            "" if lang else "Zet bewaren aan voor assets/ en bewerken/, zoals in het voorbeeld voor de webserver.",
        )


def _status(bezoek: Bezoek) -> dict[str, Any]:
    """What the site says of itself; empty where something else comes, a page to log in perhaps."""
    antwoord = bezoek.haal(STATUS)
    if antwoord.status != 200:
        return {}
    try:
        status = json.loads(_uitgepakt(antwoord))
    except ValueError:
        return {}
    return status if isinstance(status, dict) and "peildatum" in status else {}


def _delen(beleid: str) -> dict[str, set[str]]:
    """A policy as its parts."""
    return {deel.split()[0]: set(deel.split()[1:]) for deel in beleid.split(";") if deel.strip()}


def _uitgepakt(antwoord: Antwoord) -> bytes:
    return gzip.decompress(antwoord.inhoud) if antwoord.zegt("Content-Encoding") == "gzip" else antwoord.inhoud


def _geldig_tot(lijn: object) -> date | None:
    """Last day of the certificate that was shown; None without encryption."""
    if not isinstance(lijn, ssl.SSLSocket):
        return None
    seconden = ssl.cert_time_to_seconds(str((lijn.getpeercert() or {})["notAfter"]))
    return datetime.fromtimestamp(seconden, UTC).date()
