"""What changed as a feed (Atom, RFC 4287), written by the build beside the page; without a history there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from markupsafe import Markup

from macros.site.pages import Bouw
from macros.views.veranderd.veranderdfeed import FEED, Bericht, berichten, berichtid
from macros.woorden.opmaak import opmaak

ATOM = "http://www.w3.org/2005/Atom"
NAAM = "Wat veranderde"
MAKER = "Retentiehandboek"
"""Who wrote it, for the standard asks for somebody: nobody of the team is named."""
_GEEN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold, escaped or not."""


def schrijf(bouw: Bouw, site: Path) -> None:
    """Write the feed below `site`, where there is a history."""
    geschiedenis = bouw.portefeuille.gedeeld.geschiedenis
    if geschiedenis.begin is None:
        return
    pad = site / FEED
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(atom(berichten(bouw.portefeuille), bouw.site_url, geschiedenis.begin.tijd))


def atom(alle: Sequence[Bericht], basis: str, begin: datetime) -> bytes:
    """Write a feed; `begin` is when it changed last where it has no entry.

    `basis` is the address of the site, ending in a slash. Where that is unknown links are relative to the feed itself.
    """
    basis = basis or "../" * FEED.count("/")
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    _zet(feed, "id", berichtid())
    _zet(feed, "title", NAAM)
    _zet(feed, "updated", _tijd(max((een.tijd for een in alle), default=begin)))
    _zet(ET.SubElement(feed, "author"), "name", MAKER)
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{basis}{FEED}"})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{basis}{FEED.rpartition('/')[0]}/"})
    for een in alle:
        bericht = ET.SubElement(feed, "entry")
        _zet(bericht, "id", een.id)
        _zet(bericht, "title", een.titel)
        _zet(bericht, "updated", _tijd(een.tijd))
        ET.SubElement(bericht, "link", {"rel": "alternate", "type": "text/html", "href": f"{basis}{een.doel}"})
        regels = Markup().join(opmaak("<li>{}</li>", regel) for regel in een.regels)
        _zet(bericht, "content", opmaak("<ul>{}</ul>", regels)).set("type", "html")
    ET.indent(feed, " ")
    geschreven: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return geschreven + b"\n"


def _zet(in_: ET.Element, naam: str, tekst: str) -> ET.Element:
    deel = ET.SubElement(in_, naam)
    deel.text = _GEEN_XML.sub("", tekst)
    return deel


def _tijd(tijd: datetime) -> str:
    return f"{tijd.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
