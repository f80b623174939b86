"""What the samples for web servers let a browser keep for ever: only what carries a mark of its content in its name."""

import re
from pathlib import Path

import pytest

SERVER = Path(__file__).resolve().parents[2] / "macros/publiceren/server"
PATRONEN = {
    "nginx.conf": r'"~\^\(200\|206\|304\):(/\S+)" "private, max-age=31536000, immutable"',
    "apache.conf": r'<LocationMatch "(\^/\S+)">',
    "Caddyfile": r"@vast path_regexp (\^/\S+)",
}
"""Where each sample says what may be kept."""
VAST = ("/assets/css-1a2b3c4d/site.css", "/assets/js-1a2b3c4d5e/zoeker.js", "/bewerken/0123456789/gedeeld.json")
NAVRAGEN = ("/", "/search/search_index.json", "/voorbeeld/2026/search/search_index.json", "/status.json",
            "/bewerken/nu.json", "/accounts/meerdal-zorggroep/")  # fmt: skip


@pytest.mark.parametrize("bestand", PATRONEN)
def test_a_name_without_a_mark_is_asked_for_again(bestand: str) -> None:
    """
    The index of the search has no mark in its name, so a browser asks the server whether it is still the same.
    """
    tekst = (SERVER / bestand).read_text(encoding="utf-8")

    patronen = [re.compile(patroon) for patroon in re.findall(PATRONEN[bestand], tekst)]

    bewaard = [pad for pad in (*VAST, *NAVRAGEN) if any(patroon.match(pad) for patroon in patronen)]
    assert list(VAST) == bewaard
    assert "no-cache" in tekst
