"""The Dutch of the site is spelt right: a dictionary and a list of our own words, over all texts and views."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WOORDEN = Path(__file__).with_name("woorden.txt")
TEKSTEN = sorted(pad for pad in (ROOT / "docs").rglob("*.md") if pad.parent.name != "adr")
SJABLONEN = sorted((ROOT / "macros" / "views").rglob("*.html"))
MODULES = sorted((ROOT / "macros" / "views").glob("*/*.py"))
BRONNEN = [*TEKSTEN, *SJABLONEN, *MODULES]
OPDRACHT = ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"]
WEG = [
    r"\A---\n.*?\n---\n",  # front matter
    r"^( *)```.*?^\1```$",  # blocks of code
    r"^### (\S+) \{: #\1 \}$",  # names of rules
    r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}",  # Jinja
    r"\{:.*?\}",  # ids and classes of Markdown
    r"^(?:!!!|\?\?\?) \w+",  # kinds of boxes
    r"`[^`\n]*`",
    r"\*(?:Add|Commit|Create|Propose)[^*]*\*|\b(?:merge|pull) request\b",  # buttons of a forge
    r"<code.*?</code>|<i lang=.*?</i>|<!--.*?-->",
    r"<[^>]*>",
    r"\]\([^)\s]*\)",
    r"https?://\S+|\S+@\S+|\S+/\S*\.(?:ya?ml|md|py|csv|html)\b|\S+\.(?:ya?ml|md|py|csv|xlsx)\b",
    r"\b[\w-]+\.com\b|Clients for Life|Lessons Learned|Infinite Influence|Circle of Influence",  # names of sources
    r"&\w+;|&#\d+;",
]
"""What is not text, in the order in which it is taken out."""
WOORD = re.compile(r"[^\W\d_]{2,}(?:['-][^\W\d_]+)*")


@cache
def tekst(bestand: Path) -> str:
    """Return the words that a reader sees of a page, a template or a view, each once."""
    return " ".join(dict.fromkeys(WOORD.findall(proza(bestand).replace("’", "'"))))


def proza(bestand: Path) -> str:
    """Return what a reader sees of a page, a template or a view."""
    inhoud = bestand.read_text(encoding="utf-8")
    if bestand.suffix == ".py":
        inhoud = "\n".join(zinnen(inhoud))
    for patroon in WEG:
        inhoud = re.sub(patroon, " ", inhoud, flags=re.MULTILINE | re.DOTALL)
    return inhoud


def zinnen(bron: str) -> Iterator[str]:
    """Yield the texts of a module that hold more than one word: no docstrings, patterns or faults of our own."""
    boom = ast.parse(bron)
    niet = [
        knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr | ast.Raise | ast.AnnAssign) or _patroon(knoop)
    ]
    geen_tekst = {
        id(deel)
        for knoop in niet
        if not isinstance(knoop, ast.Expr) or isinstance(knoop.value, ast.Constant)
        for deel in ast.walk(knoop.annotation if isinstance(knoop, ast.AnnAssign) else knoop)
    }
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in geen_tekst:
            yield from [knoop.value] if " " in knoop.value.strip() and "<" not in knoop.value else ()


def _patroon(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "re.compile"


@cache
def onbekend() -> frozenset[str]:
    """Ask the dictionary, once for all texts, which words it does not know."""
    woorden = sorted({woord for bestand in BRONNEN for woord in tekst(bestand).split()})
    gedaan = subprocess.run(OPDRACHT, input="\n".join(woorden), capture_output=True, text=True, check=True)
    return frozenset(gedaan.stdout.split())


@cache
def eigen_woorden() -> tuple[str, ...]:
    """Return our own list."""
    return tuple(WOORDEN.read_text(encoding="utf-8").splitlines())


def _draait() -> bool:
    return subprocess.run(OPDRACHT, input=b"", capture_output=True, check=False).returncode == 0


def heeft_woordenboek() -> bool:
    """Whether this machine has the program and its Dutch dictionary."""
    return bool(shutil.which("hunspell")) and _draait()


@pytest.mark.skipif(not heeft_woordenboek(), reason="hunspell with hunspell-nl is not on this machine")
@pytest.mark.parametrize("bestand", BRONNEN, ids=lambda pad: pad.relative_to(ROOT).as_posix())
def test_every_word_is_known(bestand: Path) -> None:
    """
    Correct a misspelt word in its text; add a right one that the dictionary misses to woorden.txt.
    """
    vreemd = onbekend() - set(eigen_woorden())

    assert [] == sorted(vreemd & set(tekst(bestand).split()))


ANDERS = {
    r"[Kk]lantteams?": "accountteam",
    r"(?<!FreshEyes )[Rr]eviews?": "frisse blik",
    r"[Bb]eloften?": "toezegging",
    r"[Ii]ndicator(?:en)?": "signaal op het canvas",
    r"[Dd]irectiesponsor": "sponsor in de directie",
    r"[Vv]erlengingskalender": "kalender",
    r"\[De garantie": "De 8-garantie",
    r"(?:[Vv]olgende|eerstvolgende) beslissing": "beslismoment",
    r"beslissing uiterlijk": "beslisdatum",
    r"met gewicht": "met prioriteit",
    r"[Kk]nock.?out": "harde eis",
}
"""Words for which the site has chosen another, by pattern."""
GELEZEN = [bestand for bestand in BRONNEN if "bijdragen" not in bestand.parts]


@pytest.mark.parametrize("bestand", GELEZEN, ids=lambda pad: pad.relative_to(ROOT).as_posix())
def test_one_thing_has_one_word(bestand: Path) -> None:
    """
    A reader who meets a second word looks for a second thing.
    """
    gezocht = re.compile(rf"(?<!\w)(?:{'|'.join(ANDERS)})(?!\w)")

    assert [] == [treffer[0] for treffer in gezocht.finditer(proza(bestand))]


ZICHTBAAR = [pad for pad in [*MODULES, *SJABLONEN] if pad.parent.name != "handboek"]


@pytest.mark.parametrize("bestand", ZICHTBAAR, ids=lambda pad: pad.relative_to(ROOT).as_posix())
def test_a_view_names_no_file(bestand: Path) -> None:
    """
    Not in a sentence either that no portfolio of the tests brings up.
    """
    bron = bestand.read_text(encoding="utf-8")
    teksten = list(zinnen(bron)) if bestand.suffix == ".py" else [re.sub(r"\{#.*?#\}", "", bron, flags=re.DOTALL)]

    assert [] == [tekst for tekst in teksten if re.search(r"\w\.ya?ml\b", tekst)]


def test_our_own_words_are_sorted_and_needed() -> None:
    """
    The list is short enough to review: in order, no word twice, and each in use.
    """
    woorden = eigen_woorden()
    gebruikt = {woord for bestand in BRONNEN for woord in tekst(bestand).split()}

    assert list(woorden) == sorted(set(woorden), key=lambda woord: (woord.casefold(), woord))
    assert [] == [woord for woord in woorden if woord not in gebruikt]
