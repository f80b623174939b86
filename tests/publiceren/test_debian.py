"""What the tests need beside Python stands in one list, which CI installs and the README names."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIJST = "tests/debian.txt"
VAN_NPM = {"tsc": "typescript", "lighthouse": "lighthouse"}
"""Program → package."""


def pakketten() -> dict[str, str]:
    """Return for each package the program or file that shows it is there."""
    regels = (ROOT / LIJST).read_text(encoding="utf-8").splitlines()
    delen = [regel.split(maxsplit=2) for regel in regels if not regel.startswith("#")]
    assert all(3 == len(deel) for deel in delen), "each line is a package, a sign and a reason"
    return {pakket: teken for pakket, teken, _ in delen}


def test_every_program_that_a_test_asks_for_is_in_the_list() -> None:
    """
    So that no test is skipped where the list is installed; CI asks npm for the checker of types and for Lighthouse.
    """
    tests = "".join(pad.read_text(encoding="utf-8") for pad in (ROOT / "tests").rglob("*.py"))
    gezocht = set(re.findall(r'shutil\.which\("(\w+)"\)', tests))
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    van_npm = {programma for programma, pakket in VAN_NPM.items() if f" {pakket}@" in ci}

    assert gezocht
    assert set() == gezocht - set(pakketten().values()) - van_npm


def test_ci_and_readme_use_the_list() -> None:
    """
    Nobody keeps a second one.
    """
    ci, readme = ((ROOT / naam).read_text(encoding="utf-8") for naam in (".ci/run", "README.md"))

    assert f"done <{LIJST}" in ci
    assert f"]({LIJST})" in readme
    apt = "\n".join(regel for regel in ci.splitlines() if "apt-get" in regel)
    assert [] == [pakket for pakket in pakketten() if re.search(rf"\b{pakket}\b", apt)]
