"""Hostile text for every place where a colleague, or a register, can write text."""

from __future__ import annotations

import itertools
import types
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from pydantic import AfterValidator

from macros.model import basis
from macros.model.afspraken import Uitstel

WAARDEN = (
    "{{ 7*191 }}",
    "{% for i in [1] %}lus{% endfor %}",
    "{# weg #}",
    "{{ cycler.__init__.__globals__.os.popen('touch gekraakt').read() }}",
    "<script>window.gekraakt = 1</script>",
    "<img src=x onerror='window.gekraakt = 1'>",
    "\"><svg onload='window.gekraakt = 1'>",
    "' onmouseover='window.gekraakt = 1' x='",
    "[klik](javascript:window.gekraakt=1)",
    "javascript:window.gekraakt=1",
    "data:text/html,<script>window.gekraakt=1</script>",
    "![beeld](https://kwaad.example/x.png)",
    '*nadruk*{: onclick="window.gekraakt=1" }',
    '--8<-- "mkdocs.yml"',
    "```\nblok\n```",
    "~~~\nblok\n~~~",
    "a | b | c\n--|---|--\n1 | 2 | 3",
    "eerste regel\n\n# tweede regel\n\n- punt",
    ":smile: :material-check:",
    "<!-- begin van commentaar",
    "--> ]]> </textarea></title>",
    "&lt;script&gt;window.gekraakt=1&lt;/script&gt;",
    "&#60;script&#62;window.gekraakt=1",
    "%3Cscript%3Ewindow.gekraakt=1%3C/script%3E",
    "@@handboek:titel@@ <!--handboek:0-->",
    "</article></main></body><h1>einde</h1>",
    "</script><script>window.gekraakt=1</script>",
    "<style>* { display: none }</style>",
    "<iframe src='https://kwaad.example'></iframe>",
    "${7*191} #{7*191} <%= 7*191 %>",
    "\u202eomgekeerd\u202c en \u200bonzichtbaar",
    'https://kwaad.example/"onmouseover="window.gekraakt=1',
    "'; DROP TABLE klanten; --",
    '\\\\\\" \\n \\u003cscript\\u003e',
    "'\"`~{}[]()*_#+-.!|<>&%$",
)
"""Each tries another way out: templates, HTML, Markdown, links, our own marks."""


GENOEG = " en dat is reden genoeg"
"""Behind every reason for waiting: it has three words at least."""


def vijandig(klasse: type, gegevens: dict[str, Any], waarden: Iterator[str] | None = None) -> dict[str, Any]:
    """Return `gegevens`, the data of a file of model class `klasse`, with every free text replaced by a hostile one."""
    bron = waarden or itertools.cycle(WAARDEN)
    hints = typing.get_type_hints(klasse, include_extras=True)
    vervangen = {sleutel: _vervang(hints[sleutel], waarde, bron) for sleutel, waarde in gegevens.items()}
    if klasse is Uitstel:
        vervangen["reden"] += GENOEG
    return vervangen


def _vervang(hint: Any, waarde: Any, bron: Iterator[str]) -> Any:
    if isinstance(waarde, str):
        return next(bron) if is_vrije_tekst(hint) else waarde
    if isinstance(waarde, list):
        return [_vervang(binnen(hint, list), deel, bron) for deel in waarde]
    if isinstance(waarde, dict):
        klasse = next((soort for soort in map(kaal, keuzes(hint)) if is_dataclass(soort)), None)
        if klasse is not None:
            return vijandig(typing.cast("type", klasse), waarde, bron)
        return {sleutel: _vervang(binnen(hint, dict), deel, bron) for sleutel, deel in waarde.items()}
    return waarde


def keuzes(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a type, however deep its unions are; the type itself when it has none."""
    soort = kaal(hint)
    if typing.get_origin(soort) in (typing.Union, types.UnionType):
        return tuple(keuze for deel in typing.get_args(soort) for keuze in keuzes(deel))
    return (hint,)


def kaal(hint: Any) -> Any:
    """A type without the demands that are put on it."""
    return typing.get_args(hint)[0] if hasattr(hint, "__metadata__") else hint


def binnen(hint: Any, soort: type) -> Any:
    """The type of what a list or map holds."""
    kale = map(kaal, keuzes(hint))
    return next(typing.get_args(keuze)[-1] for keuze in kale if typing.get_origin(keuze) is soort)


def is_vrije_tekst(hint: Any) -> bool:
    """Whether a value of this type is text that a colleague writes: no id, no choice, no web address."""
    return any(
        isinstance(eis, AfterValidator) and eis.func is basis._tekst  # noqa: SLF001
        for keuze in keuzes(hint)
        for eis in getattr(keuze, "__metadata__", ())
    ) and not any(
        isinstance(eis, AfterValidator) and eis.func is basis._webadres  # noqa: SLF001
        for keuze in keuzes(hint)
        for eis in getattr(keuze, "__metadata__", ())
    )
