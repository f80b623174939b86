"""Wat de methode nu zegt: the paragraphs of the handbook that help with one client today."""

from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.hoofdstukken import EERST, Raad, raad


@dataclass(frozen=True, slots=True)
class Regel:
    """One paragraph."""

    plek: str
    """Address below the handbook."""
    helpt: str
    """What it helps with."""
    reden: str
    """Why today."""


@dataclass(frozen=True)
class AccountMethode:
    """What `account_methode.html` may use."""

    template: ClassVar[str] = "account_methode.html"
    regels: tuple[Regel, ...]
    """The most urgent first; none when all is well."""


def account_methode(dossier: Dossier) -> AccountMethode:
    """Choose the two or three paragraphs that help most."""
    return AccountMethode(tuple(map(_regel, raad(dossier)[:EERST])))


def _regel(gevonden: Raad) -> Regel:
    return Regel(gevonden.wijzer.plek, gevonden.wijzer.helpt, gevonden.reden)
