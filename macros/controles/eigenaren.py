"""Who a git server asks to look at a file: made from team and clients, and whether what is committed still fits.

GitHub and GitLab read patterns of which the last one that fits wins; Gitea and Forgejo read regular expressions of Go
that hold a whole path, of which every one that fits asks somebody. Both get the same owners of the same paths. Azure
DevOps reads no such file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from macros.afleidingen.contact.bezetting import in_dienst, opvolger
from macros.load.problem import WAARSCHUWING, Problem
from macros.model.gedeeld import Gedeeld
from macros.model.team import LEIDING
from macros.portefeuille.klantfeiten import Klantfeiten

PLEKKEN: Mapping[str, str] = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    "forgejo": ".gitea/CODEOWNERS",
}
"""Where each kind of server looks, from the root of the repository; Gitea and Forgejo share a place."""
MERK = "# Gemaakt met 'handboek eigenaren'"
"""How a file of ours begins: one that does not is somebody else's, and is left alone."""
_LOGIN = re.compile(r"@?([A-Za-z0-9][\w.-]*(?:/[\w.-]+)*)", re.ASCII)
_BEHEER = re.compile(r"^(?:\*|!\S+) +(@\S+)$", re.MULTILINE)


class Eigenaar(NamedTuple):
    """Who owns the files below a path."""

    pad: str
    """From the root of the repository; one that ends in a slash is a folder."""
    logins: tuple[str, ...]


def login_van(tekst: str | None) -> str | None:
    """The name behind the @; None for nothing, or what cannot be one, such as a name with a space."""
    past = _LOGIN.fullmatch(tekst or "")
    return past[1] if past else None


def eigenaren(klanten: Mapping[str, str], gedeeld: Gedeeld, peildatum: date, map_: str) -> list[Eigenaar]:
    """Owners of the shared files, the handbook and each client; `klanten` are account managers by client.

    A client of who left is of the deputy; one of whom nobody has a login is of those who lead. `map_` is the name of
    the accounts folder. What nobody with a login owns is not there.
    """
    personen = gedeeld.personen
    leiding = [
        login
        for een in personen.values()
        if in_dienst(een, peildatum) and set(LEIDING) & {*een.rollen} and (login := login_van(een.login))
    ]
    gevonden = [Eigenaar(f"{map_}/{deel}/", tuple(leiding)) for deel in ("_gedeeld", "_werving")]
    gevonden.append(Eigenaar("docs/handboek/", tuple(leiding)))
    for klant, manager in sorted(klanten.items()):
        wie = personen.get(opvolger(manager, personen, peildatum) or "")
        login = login_van(wie.login) if wie else None
        gevonden.append(Eigenaar(f"{map_}/{klant}.yml", (login,) if login else tuple(leiding)))
    return [een for een in gevonden if een.logins]


def zonder_login(klanten: Mapping[str, str], gedeeld: Gedeeld, peildatum: date) -> list[str]:
    """Names of the account managers who cannot be asked: no login, or one that cannot be a login."""
    personen = gedeeld.personen
    wie = {opvolger(manager, personen, peildatum) for manager in klanten.values()}
    return [een.naam for een in personen.values() if een.id in wie and not login_van(een.login)]


def bestand(soort: str, alle: Iterable[Eigenaar], beheer: str | None, map_: str) -> str:
    """The text of the file for a kind of server; `beheer` is the login or team that owns all else, None for nobody.

    The journals are of who wrote them, and ask nobody.
    """
    regels = [f"{MERK} --voor {soort}; verander het niet met de hand."]
    if soort == "forgejo":
        regels += [f"!{map_}/.* @{beheer}"] if beheer else []
        regels += [f"{_regex(een.pad)} {_wie(een)}" for een in alle]
    else:
        regels += [f"* @{beheer}"] if beheer else []
        # Of GitLab a line without an owner is a fault; there the journals are of who keeps the rest.
        regels += [f"/{map_}/_dagboek/"] if beheer and soort == "github" else []
        regels += [f"/{een.pad} {_wie(een)}" for een in alle]
    return "\n".join([*regels, ""])


def _wie(een: Eigenaar) -> str:
    return " ".join(f"@{login}" for login in een.logins)


def _regex(pad: str) -> str:
    """A path as Gitea reads it: it takes one backslash away before Go reads the other."""
    return pad.replace(".", "\\\\.") + (".*" if pad.endswith("/") else "")


def beheer_in(tekst: str) -> str | None:
    """Who owns all else in a file that was made before."""
    past = _BEHEER.search(tekst)
    return past[1].removeprefix("@") if past else None


def verouderd(klanten: Iterable[Klantfeiten], gedeeld: Gedeeld, peildatum: date, accounts: Path) -> Iterator[Problem]:
    """Wie een voorstel krijgt, past bij het team: een warning for each file of ours that would be made otherwise."""
    wortel, naam = accounts.resolve().parent, accounts.resolve().name
    for soort, plek in PLEKKEN.items():
        tekst = gemaakt(wortel / plek)
        # A practice folder beside the accounts has nothing to do with it.
        if tekst is None or f"{naam}/_gedeeld/" not in tekst.replace("\\", ""):
            continue
        managers = {een.id: een.accountmanager for een in klanten}
        goed = bestand(soort, eigenaren(managers, gedeeld, peildatum, naam), beheer_in(tekst), naam)
        if tekst != goed:
            wat = f"dit bestand past niet meer bij het team; maak het opnieuw met: handboek eigenaren --voor {soort}"
            yield Problem(plek, 1, 1, WAARSCHUWING, "eigenaren-verouderd", wat)


def gemaakt(pad: Path) -> str | None:
    """The text of a file of ours; None for one that is not there, cannot be read, or is somebody else's."""
    try:
        tekst = pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return tekst if tekst.startswith(MERK) else None
