"""A proposal as a mail that `git am` takes: for who has no login at the forge."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from email.header import Header
from textwrap import wrap
from typing import NamedTuple

_ROND = 3
"""Lines that stay, around each change."""
_GEEN_EINDE = "\\ No newline at end of file"
_WEEKDAGEN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MAANDEN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Verandering(NamedTuple):
    """One commit: its words, and each file by its path in the repository with what it was ("" for a new one) and is."""

    bericht: str
    bestanden: Mapping[str, tuple[str, str]]


def patch(veranderingen: Sequence[Verandering], *, wie: str, adres: str, dag: date) -> str:
    """The mails one after the other, as `git format-patch` writes them; `wie` is the author's name.

    Each is in base64, so that no program on the way changes a line end or a letter.
    """
    van = f"{Header(wie, 'utf-8').encode()} <{adres}>"
    aantal = len(veranderingen)
    delen = enumerate(veranderingen, start=1)
    return "".join(_mail(een, f" {nummer}/{aantal}" if aantal > 1 else "", van, dag) for nummer, een in delen)


def _mail(een: Verandering, tel: str, van: str, dag: date) -> str:
    onderwerp, _, rest = een.bericht.partition("\n")
    verschillen = "".join(_verschil(pad, oud, nieuw) for pad, (oud, nieuw) in sorted(een.bestanden.items()))
    lichaam = f"{rest.strip()}\n---\n\n{verschillen}-- \nRetentiehandboek\n".lstrip("\n")
    koppen = (
        f"From {'0' * 40} Mon Sep 17 00:00:00 2001",
        f"From: {van}",
        f"Date: {_WEEKDAGEN[dag.weekday()]}, {dag.day} {_MAANDEN[dag.month - 1]} {dag.year} 12:00:00 +0000",
        f"Subject: {Header(f'[PATCH{tel}] {onderwerp}', 'utf-8').encode()}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
    )
    return "\n".join([*koppen, "", *wrap(b64encode(lichaam.encode()).decode(), 76), "", ""])


def _verschil(pad: str, oud: str, nieuw: str) -> str:
    """The changed lines of one file in git's form."""
    kop = [f"diff --git a/{pad} b/{pad}"]
    if not oud:
        kop.append("new file mode 100644")
    van = f"a/{pad}" if oud else "/dev/null"
    return "\n".join([*kop, f"--- {van}", f"+++ b/{pad}", *_stukken(_regels(oud), _regels(nieuw))]) + "\n"


def _regels(tekst: str) -> list[str]:
    """The lines with their ends: only a line feed ends a line, as in git."""
    *heel, laatste = tekst.split("\n")
    return [f"{regel}\n" for regel in heel] + ([laatste] if laatste else [])


def _stukken(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[str]:
    for groep in SequenceMatcher(None, oud, nieuw, autojunk=False).get_grouped_opcodes(_ROND):
        (_, oud_van, _, nieuw_van, _), (_, _, oud_tot, _, nieuw_tot) = groep[0], groep[-1]
        yield f"@@ -{_bereik(oud_van, oud_tot)} +{_bereik(nieuw_van, nieuw_tot)} @@"
        for soort, a, b, c, d in groep:
            if soort == "equal":
                yield from _met(" ", oud[a:b])
            else:
                yield from _met("-", oud[a:b])
                yield from _met("+", nieuw[c:d])


def _met(teken: str, regels: Sequence[str]) -> Iterator[str]:
    for regel in regels:
        yield teken + regel.removesuffix("\n")
        if not regel.endswith("\n"):
            yield _GEEN_EINDE


def _bereik(van: int, tot: int) -> str:
    """Where a part begins, from 1, and how many lines it has; git counts from 0 for an empty one."""
    return f"{van + 1 if tot > van else van},{tot - van}"
