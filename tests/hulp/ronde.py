"""How a run of the tests goes: what needs a site is known and goes first, and a skip can be a fault."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

BOUWT, BEKIJKT = "bouwplaats", "browser"
"""The fixtures without which no test builds a site or opens a page: who needs one, however deep, needs a site."""
VERDEELD = ("test_elke_pagina", "test_browser", "test_sessie_papier")
"""Files whose tests share little beside the site, and take long: every worker takes some of them."""


class Rooster(LoadFileScheduling):  # type: ignore[misc]
    """Who does what: a file of tests stays with one worker, so that what its tests share is made once."""

    def _split_scope(self, nodeid: str) -> str:
        bestand = nodeid.partition("::")[0]
        return nodeid if Path(bestand).stem in VERDEELD else bestand


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Rooster:
    """Give the workers their tests by file, those of the slow files one by one."""
    return Rooster(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a site, and let their files go first.

    First the files that build sites of their own, then those that look at one that is shared: by then another worker
    has built it. The short tests come last, so that all workers are done at about the same time.
    """
    rang: dict[Path, int] = {}
    for item in items:
        nodig = set(getattr(item, "fixturenames", ()))
        if nodig & {BOUWT, BEKIJKT}:
            item.add_marker(pytest.mark.site)
        eigen = 2 if not nodig & {BOUWT, BEKIJKT} else 0 if BOUWT in nodig and "site" not in nodig else 1
        rang[item.path] = min(eigen, rang.get(item.path, 2))
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
