"""How a run of the tests goes: what needs a site is known and goes first, and a skip can be a fault."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

BOUWT, BEKIJKT = "bouwplaats", "browser"
"""The fixtures without which no test builds a site or opens a page: who needs one, however deep, needs a site."""
DELEN = 8
"""In how many parts the tests with the mark `verdeeld` of one file go to the workers."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a site, and let their files go first.

    First the files that build sites of their own, then those that look at one that is shared: by then another worker
    has built it. The short tests come last, so that all workers are done at about the same time.
    """
    rang: dict[Path, int] = {}
    for nummer, item in enumerate(items):
        nodig = set(getattr(item, "fixturenames", ()))
        if nodig & {BOUWT, BEKIJKT}:
            item.add_marker(pytest.mark.site)
        eigen = 2 if not nodig & {BOUWT, BEKIJKT} else 0 if BOUWT in nodig and "site" not in nodig else 1
        rang[item.path] = min(eigen, rang.get(item.path, 2))
        # What tests of one file share is made once, by one worker; a file of many slow pages is dealt out.
        deel = nummer % DELEN if item.get_closest_marker("verdeeld") else 0
        item.add_marker(pytest.mark.xdist_group(f"{item.location[0]}-{deel}"))
    items.sort(key=lambda item: rang[item.path])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where every program is present and still a test was skipped: `.ci/run` asks for that.

    With several workers this counts where their reports come together.
    """
    melder = session.config.pluginmanager.get_plugin("terminalreporter")
    overgeslagen = melder.stats.get("skipped", []) if melder else []
    if melder and overgeslagen and os.environ.get("HANDBOEK_NIETS_OVERSLAAN"):
        melder.write_line(f"{len(overgeslagen)} tests were skipped, though nothing may be skipped here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
