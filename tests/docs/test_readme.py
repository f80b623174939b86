"""The README tells a newcomer where everything lives; that has to stay true."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VANAF = ("", "macros", "tests", "tests/bench")
"""Where a path in the text may begin."""
NIET_VAN_ONS = {".venv/bin/", ".cache/accounts-geschiedenis.json", "application/", "chapter/"}
"""What only looks like a path of the repository, or is made beside it."""
README = (ROOT / "README.md").read_text(encoding="utf-8")


def indeling() -> dict[str, list[str]]:
    """Return the folders of the layout block with the folders that stand indented under each."""
    [blok] = re.findall(r"```text\n(accounts/.*?)```", README, re.DOTALL)
    mappen: dict[str, list[str]] = {}
    for regel in blok.splitlines():
        gevonden = re.match(r"( *)(\w+)/ +\S", regel)
        assert gevonden, f"the layout says nothing about {regel!r}"
        if gevonden[1]:
            mappen[list(mappen)[-1]].append(gevonden[2])
        else:
            mappen[gevonden[2]] = []
    return mappen


def rooms(folder: Path) -> set[str]:
    """Return the folders that hold something of the project."""
    return {pad.name for pad in folder.iterdir() if pad.is_dir() and pad.name != "__pycache__"}


def test_the_layout_names_every_room_of_the_package() -> None:
    """
    Who reads the README finds the same rooms in the folder listing, and in the same order of flow.
    """
    eigen = indeling()

    assert rooms(ROOT / "macros") == set(eigen["macros"])
    assert set(eigen["accounts"]) == rooms(ROOT / "accounts")
    assert all((ROOT / map_ / deel).is_dir() for map_, delen in eigen.items() for deel in delen)


def test_every_decision_stands_in_the_index() -> None:
    """
    A record that nobody can find decides nothing.
    """
    adr = ROOT / "docs" / "adr"
    index = (adr / "README.md").read_text(encoding="utf-8")

    assert {pad.name for pad in adr.glob("0*.md")} == set(re.findall(r"\]\((0[\w-]+\.md)\)", index))


def test_each_command_that_the_readme_names_exists() -> None:
    """
    A command in a table or a block is a target of the Makefile or a command of `handboek`.
    """
    doelen = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"^make (\w+)", README, re.MULTILINE)) <= doelen


@pytest.mark.parametrize("naam", ["README.md", "CONTRIBUTING.md"])
def test_each_path_exists(naam: str) -> None:
    """
    What a recipe opens is there; a path with a part to fill in, as `<client>`, begins with a folder that is there.
    """
    tekst = (ROOT / naam).read_text(encoding="utf-8")
    paden = re.findall(r"`((?:\.?\w[\w.-]*/)+(?:[\w.-]+\.\w+)?)[^`]*`", tekst) + re.findall(
        r"(?<=[ `])(?:\w+/)+\w+\.py", tekst
    )

    assert 10 < len(paden)
    assert [] == [pad for pad in paden if pad not in NIET_VAN_ONS and not any((ROOT / w / pad).exists() for w in VANAF)]


def test_each_constant_stands_in_the_module_that_is_named() -> None:
    """
    A name in capitals is defined in one of the modules of its line.
    """
    regels = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    genoemd = [(re.findall(r"`(?:\w+\.)?([A-Z]+(?:_[A-Z]+)*)`", regel), regel) for regel in regels]
    fout = [
        (constante, regel)
        for constanten, regel in genoemd
        for constante in constanten
        if ".py" in regel
        if not any(re.search(rf"^{constante}\b.*=", tekst, re.MULTILINE) for tekst in _modules(regel))
    ]

    assert 5 < sum(len(constanten) for constanten, _ in genoemd)
    assert [] == fout


def _modules(regel: str) -> Iterator[str]:
    """The texts of the modules that a line names, with or without their folder."""
    for naam in {*re.findall(r"[\w/]+\.py", regel), *(f"{m}.py" for m in re.findall(r"`(\w+)\.[A-Z_]+`", regel))}:
        for map_ in ("macros", "tests"):
            yield from (pad.read_text(encoding="utf-8") for pad in (ROOT / map_).rglob(Path(naam).name))
