"""Views become HTML here: one Jinja environment for every template of the package.

Text that came from YAML is data. It is escaped, the few characters that Markdown or Jinja could still read as syntax
become numeric entities, and a line break becomes `<br>`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from markupsafe import Markup

from macros.load.velden import in_woorden
from macros.model.account import Account
from macros.model.contract import Contract
from macros.model.instellingen import Instellingen
from macros.model.team import Persoon
from macros.views.sjabloongeheugen import GEHEUGEN
from macros.woorden import begrippen, taal
from macros.woorden.opmaak import opmaak, samen


class Schrijver(CodeGenerator):
    """Leaves escaping to `finalize`, which does it for every value; Jinja would look at each of them once more.

    A page holds hundreds of values and a site millions: this is a tenth of the time of a build.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:  # noqa: ARG002  Jinja's types
        self.write(finalize.src)

    def _output_child_post(self, node: Any, frame: Any, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")


VIEWS = Path(__file__).parent

BIJZONDER = re.compile(r"[&<>\"'`~{\r\n]|@@")
"""The characters of `ENTITEITEN` and what our own marks begin with; most values of a page hold none of them."""
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


class Stuk(ABC):
    """A piece of a page that prints itself, without a template."""

    __slots__ = ()

    @abstractmethod
    def html(self, basis: str) -> Markup:
        """Return its marks; `basis` is the relative path from the page to the root of the site."""


class Gemerkt(Protocol):
    """Something whose marks are the same on every page, such as a label."""

    def __html__(self) -> str:
        """Return them."""


Inhoud: TypeAlias = "str | float | Gemerkt | Stuk | View | Iterable[Inhoud] | None"
"""What may stand in one place: text (escaped), a piece, a view, or several of them with a space between."""


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
    tekst = uitgelegd(kop["tekst"], "{{ basis }}", "data-sorteer" in kop["rest"])
    return f"<{kop['soort']}{kop['rest']}>{tekst}</{kop['soort']}>"


def uitgelegd(kop: str, basis: str, knop: object = False) -> str | Markup:  # noqa: FBT002  a filter of templates
    """Link the heading of a column that the glossary has; beside one that becomes a button to sort by, link a mark."""
    gevonden = begrippen.begrip_van(kop)
    if gevonden is None:
        return kop
    link = begrippen.koppeling(gevonden, "" if knop else str(veilig(kop)), basis)
    return Markup(f"{veilig(kop) if knop else ''}{link}")  # noqa: S704  our own marks


def veilig(waarde: object) -> str | Markup:
    """Make one value fit to print: markup stays, nothing prints as empty text, all else is escaped.

    Every value of every template passes here, and nothing escapes it after this: see `Schrijver`.
    """
    if waarde is None:
        return ""
    if type(waarde) is not str and hasattr(waarde, "__html__"):
        return waarde if isinstance(waarde, Markup) else Markup(waarde.__html__())  # noqa: S704
    tekst = str(waarde)
    return Markup(zonder_merk(tekst.translate(ENTITEITEN))) if BIJZONDER.search(tekst) else tekst  # noqa: S704


def zonder_merk(tekst: str) -> str:
    """Return escaped text in which nothing can be taken for a mark of ours."""
    return tekst.replace("@@", "&#64;@")


def toon(inhoud: Inhoud, basis: str = "") -> Markup | str:
    """Print whatever may stand in one place; what prints nothing leaves no space."""
    if inhoud is None or isinstance(inhoud, str | int | float) or hasattr(inhoud, "__html__"):
        return veilig(inhoud)
    if isinstance(inhoud, Stuk):
        return inhoud.html(basis)
    if isinstance(inhoud, Iterable):
        return samen((gedrukt for deel in inhoud if (gedrukt := toon(deel, basis))), " ")
    return html(inhoud, basis)


@lru_cache(maxsize=8192)  # the sentences of an event are those of every client
def met_code(zin: str) -> Markup:
    """Print a sentence in which what stands in a file is between backticks."""
    delen = (
        f"<code>{veilig(deel)}</code>" if nummer % 2 else veilig(deel) for nummer, deel in enumerate(zin.split("`"))
    )
    return Markup("".join(delen))  # noqa: S704  each part was escaped


def weblink(adres: str | None, tekst: str | None = None) -> str | Markup:
    """Return a link for a web or mail address; any other text (`javascript:` among it) stays plain text."""
    if not adres or not adres.lower().startswith(WEBADRES):
        return veilig(tekst or adres)
    return opmaak('<a href="{}" rel="noreferrer">{}</a>', adres, tekst or adres)


def onderdeel(sjabloon: str, naam: str) -> Callable[..., Markup]:
    """Return one macro of a template, for a piece that Python prints."""
    macro: Callable[..., Markup] = getattr(_template(sjabloon).module, naam)
    return macro


def lees_opnieuw() -> None:
    """Read the templates from disk again at their next use: a build begins, and `serve` may have seen a change."""
    omgeving.cache_clear()
    _template.cache_clear()


class Omgeving(Environment):
    """The environment of the package's templates."""

    code_generator_class = Schrijver


@cache
def omgeving() -> Environment:
    """Return the Jinja environment of the package; a template may use nothing but its view's fields and `basis`."""
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
        "code": met_code,
        "datum": taal.datum,
        "datum_kort": taal.datum_kort,
        "datum_compact": taal.datum_compact,
        "maand": taal.maand,
        "bedrag": taal.bedrag,
        "getal": taal.getal,
        "toon": toon,
        "uitgelegd": uitgelegd,
        "plek": _plek,
        "weblink": weblink,
        "weekblad": weekblad,
    }
    return env


_weekbladen: dict[str, str] = {}


def weekbladen(adressen: Mapping[str, str]) -> None:
    """Tell where the files of the journal stand in the forge, by their name below the folder; each build does."""
    _weekbladen.clear()
    _weekbladen.update(adressen)


def weekblad(veld: str) -> str:
    """Where the journal of a step (`_dagboek/2026/w12-anouk.yml, dagboekregel 1`) stands; empty without a page."""
    return _weekbladen.get(veld.partition(",")[0], "") if _weekbladen else ""


def _plek(veld: str, tekst: str) -> str:
    """Say in words where the fact or the setting of a step stands, save what its sentence says already."""
    tekst = tekst.lower()
    return ", ".join(titel for titel in _titels(veld) if titel.lower() not in tekst)


@cache
def _titels(veld: str) -> tuple[str, ...]:
    pad = veld.rpartition(".")[2] if veld.startswith("team.") else veld
    titels = in_woorden(pad, Account, Contract, Instellingen, Persoon)
    return tuple(titel for titel in titels if titel not in ("Naam", "Titel"))  # the sentence is what it is called


@cache
def _velden(soort: type[View]) -> tuple[str, ...]:
    return tuple(veld.name for veld in fields(soort))


@cache
def _template(naam: str) -> Any:
    return omgeving().get_template(naam)
