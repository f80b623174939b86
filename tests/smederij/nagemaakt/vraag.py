"""What comes in at the stand-in forge, and what goes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs


@dataclass(frozen=True)
class Vraag:
    """A question as it came over the wire."""

    methode: str
    pad: str
    """Still escaped, so that `a%2Fb` is another path than `a/b`."""
    zoek: Mapping[str, str]
    koppen: Mapping[str, str]
    inhoud: bytes

    @property
    def json(self) -> Any:
        """The JSON that was sent; raises Geweigerd when it is none."""
        try:
            return json.loads(self.inhoud)
        except ValueError:
            raise GeweigerdError(400, "this is no JSON") from None

    @property
    def formulier(self) -> dict[str, str]:
        """The fields of a form."""
        return {naam: waarden[0] for naam, waarden in parse_qs(self.inhoud.decode(), keep_blank_values=True).items()}


@dataclass(frozen=True)
class Antwoord:
    """An answer."""

    status: int = 200
    inhoud: bytes = b""
    soort: str = "application/json"
    koppen: Mapping[str, str] = field(default_factory=dict)


class GeweigerdError(Exception):
    """The stand-in says no, with a status and words as a forge would."""

    def __init__(self, status: int, tekst: str) -> None:
        super().__init__(tekst)
        self.status = status

    @property
    def antwoord(self) -> Antwoord:
        """The answer to send."""
        return als_json({"message": str(self)}, self.status)


def als_json(waarde: object, status: int = 200) -> Antwoord:
    """Make an answer of plain values."""
    return Antwoord(status, json.dumps(waarde).encode())


def naar(adres: str) -> Antwoord:
    """Send the browser to another page."""
    return Antwoord(303, soort="text/plain", koppen={"Location": adres})
