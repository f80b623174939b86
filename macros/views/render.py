"""Views become HTML here: one Jinja environment for every template of the package.

Text that came from YAML is data. It is escaped, the few characters that Markdown or Jinja could still read as syntax
become numeric entities, and a line break becomes `<br>`.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from macros.views.sjablonen import GEHEUGEN, Schrijver
from macros.woorden import begrippen, taal

VIEWS = Path(__file__).parent

BIJZONDER = re.compile(r"[&<>\"'`~{\r\n]")
"""The characters of `ENTITEITEN`; most values of a page hold none of them."""
ENTITEITEN = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&#34;",
        "'": "&#39;",
        "`": "&#96;",
        "~": "&#126;",
        "{": "&#123;",
        "\r": "",
        "\n": "<br>",
    }
)
KOP = re.compile(r"<(?P<soort>th|dt)(?P<rest>(?: [^<>]*)?)>(?P<tekst>[^<>{}]+)</(?P=soort)>")
"""A heading of a column or a fact that a template writes out."""
WEBADRES = ("https://", "http://", "mailto:")


class View(Protocol):
    """A frozen dataclass whose fields are what its template may use."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


def html(view: View, basis: str = "") -> Markup:
    """Render `view`; `basis` is the relative path from the page to the root of the site, such as `../../`."""
    namen = _velden(type(view))
    return Markup(_template(view.template).render({naam: getattr(view, naam) for naam in namen}, basis=basis))  # noqa: S704


class Koppen(Extension):
    """Explains the words of the method in the fixed headings of every template, once, when it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the template with those headings linked; not on the client's page, where each byte counts."""
        return source if name and name.startswith("account") else KOP.sub(_uitgelegd, source)


def _uitgelegd(kop: re.Match[str]) -> str:
    """Link the heading itself; beside a heading that becomes a button to sort by, link a mark."""
    begrip = begrippen.begrip_van(kop["tekst"])
    if begrip is None:
        return kop[0]
    merk = "data-sorteer" in kop["rest"]
    link = begrippen.koppeling(begrip, "" if merk else kop["tekst"], "{{ basis }}")
    return f"<{kop['soort']}{kop['rest']}>{kop['tekst'] if merk else ''}{link}</{kop['soort']}>"


def begrip(tekst: str, basis: str) -> str | Markup:
    """Link a word that a view prints and a team may change, such as the title of a box, when the glossary has it."""
    gevonden = begrippen.begrip_van(tekst)
    if gevonden is None:
        return tekst
    return Markup(begrippen.koppeling(gevonden, str(veilig(tekst)), basis))  # noqa: S704


def veilig(waarde: object) -> str | Markup:
    """Make one value fit to print: markup stays, nothing prints as empty text, all else is escaped.

    Every value of every template passes here, and nothing escapes it after this: see `Schrijver`.
    """
    if waarde is None:
        return ""
    if type(waarde) is not str and hasattr(waarde, "__html__"):
        return waarde if isinstance(waarde, Markup) else Markup(waarde.__html__())  # noqa: S704
    tekst = str(waarde)
    return Markup(tekst.translate(ENTITEITEN)) if BIJZONDER.search(tekst) else tekst  # noqa: S704


def weblink(adres: str | None, tekst: str | None = None) -> str | Markup:
    """Return a link for a web or mail address; any other text (`javascript:` among it) stays plain text."""
    if not adres or not adres.lower().startswith(WEBADRES):
        return veilig(tekst or adres)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(adres, tekst or adres)


def omgeving() -> Environment:
    """Return the Jinja environment of the package; a template may use nothing but its view's fields and `basis`."""
    return _omgeving()


def lees_opnieuw() -> None:
    """Read the templates from disk again at their next use: a build begins, and `serve` may have seen a change."""
    _omgeving.cache_clear()
    _template.cache_clear()


class Omgeving(Environment):
    """The environment of the package's templates."""

    code_generator_class = Schrijver


@cache
def _omgeving() -> Environment:
    env = Omgeving(
        loader=FileSystemLoader([VIEWS, *(folder for folder in sorted(VIEWS.iterdir()) if folder.is_dir())]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=veilig,
        auto_reload=False,
        bytecode_cache=GEHEUGEN,
        extensions=[Koppen],
    )
    env.filters |= {
        "begrip": begrip,
        "datum": taal.datum,
        "datum_kort": taal.datum_kort,
        "datum_compact": taal.datum_compact,
        "maand": taal.maand,
        "bedrag": taal.bedrag,
        "getal": taal.getal,
        "weblink": weblink,
    }
    return env


@cache
def _velden(soort: type[View]) -> tuple[str, ...]:
    return tuple(veld.name for veld in fields(soort))


@cache
def _template(naam: str) -> Any:  # noqa: ANN401
    return _omgeving().get_template(naam)
