"""The font that we ship: unchanged, licensed, small, and all of it in use."""

import re
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FONTS = PROJECT / "docs/assets/fonts"


def test_the_font_is_the_one_that_its_origin_names() -> None:
    """
    Every file has the checksum beside it, and no file stands there without one.
    """
    herkomst = (FONTS / "HERKOMST.txt").read_text(encoding="utf-8")

    beloofd = {naam: som for som, naam in re.findall(r"^([0-9a-f]{64})  (\S+)$", herkomst, re.MULTILINE)}

    assert beloofd == {pad.name: sha256(pad.read_bytes()).hexdigest() for pad in FONTS.glob("*.woff2")}
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "LICENSE.txt").read_text(encoding="utf-8")


def test_the_font_is_small_and_all_of_it_is_used() -> None:
    """
    At most 120 kB for all files; the style sheet asks for each of them, and a page fetches the Latin one early.
    """
    stijl = (PROJECT / "macros/views/delen/basis.css").read_text(encoding="utf-8")
    thema = (PROJECT / "macros/site/thema/main.html").read_text(encoding="utf-8")
    bestanden = {pad.name: pad.stat().st_size for pad in FONTS.glob("*.woff2")}

    assert sum(bestanden.values()) <= 120_000
    assert set(bestanden) == set(re.findall(r'url\("fonts/([^"]+)"\)', stijl))
    assert ["source-sans-3-latin.woff2"] == re.findall(r"assets/fonts/([\w.-]+)", thema)
