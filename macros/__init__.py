"""Retentiehandboek: account data in YAML becomes a Dutch intranet site.

This module is what mkdocs-macros loads: it registers the macros and does nothing else.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register every macro with the mkdocs-macros environment `env`, which calls this once per build."""
    # Here and not above: every command imports this package, and none of them needs the pages.
    from macros.site import macrolijst  # noqa: PLC0415

    for naam, macro in macrolijst.macros(env).items():
        env.macro(macro, naam)
