"""The handbook keeps its promises: paragraphs that dates link to, settings it quotes, pages it points at."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path, PurePosixPath
from posixpath import normpath

import pytest
import yaml
from menu import DOCS, ROOT, hoofdstukken

from macros.model.instellingen import Instellingen

STANDAARD = ROOT / "macros" / "model" / "standaard"
TEKSTEN = sorted([*(DOCS / "handboek").glob("*.md"), *(DOCS / "bijdragen").glob("*.md")])
PAGINAS = sorted(DOCS.rglob("*.md"))

ANKERS = {
    "twee-fasen": """operationele-fase retentiefase start-retentiefase korte-contracten fase fase-van-de-klant
        tussenevaluatie op-tijd-gestart""",
    "retentiecanvas": """waardepropositie verwachtingen relaties prestatie concurrentie contract strategie doelen plan
        team coach volledigheid canvas-stand oordeel wanneer-verplicht verlengbesluit tekstruimte scherp doel-met-maat
        voorwaarden-of-groei actie-met-werkwoord drie-zinnen holle-woorden beslisser-bereiken alles-groen gesprek""",
    "contactschema": "dagboek contactregels wie-telt-mee ingangsdatum berichten windstilte laatst-gesproken",
    "driehoek": "rollen contractmanager routering belasting drukte naar-voren",
    "contractdatums": """maanden-rekenen einddatum opties stilzwijgend opzegdeadline actiedatum aankondigen
        optiedeadline uiterste-publicatie beslisdatum beslismoment voorstel onbepaalde-tijd opzegging indexering""",
    "teamsessie": "sessie uitgangspunten deelnemers invoer agenda uitkomst ruitmodel",
    "zo-werken-wij": "kern wie altijd",
    "klanten-voor-het-leven": "stappen uitgangspunten verdeling waarde gevaar",
    "juiste-klant": "criteria juiste-klant erosie besluit afscheid",
    "opstart": "overdracht kick-off eerste-weken verwachtingen problemen-en-vernieuwing overgenomen",
    "invloedsweb": "invloedsweb rollen kennismaking vertrek eigen-team",
    "privacy": "bewaren-wel bewaren-niet bewaren woorden berichten zichtbaar klantoverzicht",
    "invoering": "drie-maanden afspraken ritme training",
    "klantbeeld": "klantbeeld huiswerk vandaag acties gaten uitstel inschatting",
    "lessen": "les ronde lijkt-op gevaar",
    "frisse-blik": "frisse-blik collegiaal doorvragen",
    "terugblik": "terugblik afsluiting van-terugblik-naar-les ronde",
    "garantie": "evaluatie garantie herstelplan nooit-gevraagd cijfers-per-jaar",
    "meer-verkopen": "drie-wegen kansen koopsignaal doelen-klant waarom-blijft relatie-nalopen",
    "onderhandelen": "verkopen-of-onderhandelen overstapdrempels druk accountbespreking ruitmodel",
    "nazorg": "na-de-handtekening training koopsignalen stille-klachten ophalen",
    "netwerken": "gepland zeven-vragen zeven-uitdagingen zelfscan team",
    "honken": "honken gehaald go terug-naar-1 honk-12",
    "toernooi": "rondes go kweekvijver nieuw-jaar",
    "behoud": """zo-tellen-we klantretentie omzetretentie retentiefactor verlengingsgraad op-tijd-gestart frisse-blik
        terugblik-op-tijd contactdiscipline berichten cijfer prognose inschatting-getoetst""",
    "segmenten": "score segment behandeling top nalopen waardebeeld c-besluit",
}
KOPPEN = ["Waarom", "De regel", "Zo doe je het", "Veelgemaakte fouten", "Checklist", "Waar je dit doet", "Bron"]
"""The headings of a chapter; before "Waar je dit doet" may stand what the portfolio shows of it today."""
ANDERE_KOPPEN = {"De regels": "De regel", "Waar op de site": "Waar je dit doet"}
"""Headings of chapters with many rules or pages."""
HOOFDSTUKKEN = hoofdstukken()


def naam(pagina: Path) -> str:
    """Name a page in the output of pytest."""
    return pagina.relative_to(DOCS).as_posix()


def tekst(pagina: Path) -> str:
    """Read a page."""
    return pagina.read_text(encoding="utf-8")


def proza(pagina: Path) -> str:
    """Read a page without its blocks of code."""
    return re.sub(r"^( *)```.*?^\1```$", "", tekst(pagina), flags=re.MULTILINE | re.DOTALL)


def ankers(pagina: Path) -> list[str]:
    """List the ids of the headings of a page."""
    return re.findall(r"^#+ .*\{: #([\w-]+) \}$", tekst(pagina), re.MULTILINE)


@pytest.mark.parametrize("hoofdstuk", ANKERS)
def test_each_rule_has_its_paragraph(hoofdstuk: str) -> None:
    """People link to these headings from outside, so they stay; each stands once on its page."""
    gevonden = ankers(DOCS / "handboek" / f"{hoofdstuk}.md")

    assert set(ANKERS[hoofdstuk].split()) <= set(gevonden)


@pytest.mark.parametrize("pagina", TEKSTEN, ids=naam)
def test_no_heading_takes_the_place_of_another(pagina: Path) -> None:
    """Explained dates and other pages link to headings; each stands once on its page."""
    gevonden = ankers(pagina)

    assert len(gevonden) == len(set(gevonden))


def test_each_link_of_an_explanation_arrives() -> None:
    """Every `handboek` place that the code writes down exists; a register may bear the same name as a chapter."""
    koppen = {pagina.stem: ankers(pagina) for pagina in HOOFDSTUKKEN}
    code = "\n".join(bestand.read_text(encoding="utf-8") for bestand in (ROOT / "macros").rglob("*.py"))
    plekken = set(re.findall(rf"(?<!doel=\")\b({'|'.join(koppen)})/#([\w-]+)\"", code))

    registers = {
        (view.parent.name, kop)
        for view in (ROOT / "macros" / "views").rglob("*.*")
        if view.suffix in {".html", ".py"}
        for kop in re.findall(r'(?:<h2[^>]* id=|Tussenkop\(\s*"[^"]+",\s*)"([\w-]+)"', view.read_text(encoding="utf-8"))
    }

    assert plekken
    assert [] == [plek for plek in sorted(plekken - registers) if plek[1] not in koppen[plek[0]]]


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN, ids=naam)
def test_each_chapter_ends_in_work_to_do(pagina: Path) -> None:
    """A chapter says why, gives steps, mistakes and a checklist, where to do it, and names its source with a link."""
    koppen = re.findall(r"^## (.+)$", proza(pagina), re.MULTILINE)
    bron = tekst(pagina).partition("## Bron\n")[2]

    assert KOPPEN == [ANDERE_KOPPEN.get(kop, kop) for kop in koppen if kop != "Nu in onze portefeuille"]
    assert "](https://" in bron


@pytest.mark.parametrize("pagina", TEKSTEN, ids=naam)
def test_settings_exist(pagina: Path) -> None:
    """A number comes from a setting that really is one."""
    bekend = {veld.name for veld in fields(Instellingen)}

    assert [] == [x for x in re.findall(r"instelling\(\"(\w+)\"\)", tekst(pagina)) if x not in bekend]


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN, ids=naam)
def test_numbers_of_settings_are_not_typed(pagina: Path) -> None:
    """The best-known numbers of the method never stand in a sentence as digits: a team may change them."""
    zinnen = re.sub(r"^(\|.*|.*[Vv]oorbeeld.*)$", "", proza(pagina), flags=re.MULTILINE)

    assert [] == re.findall(r"\b(?:18 maanden|24 maanden|92 dagen|20 werkdagen|61 dagen|90 dagen)\b", zinnen)


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_no_heading_opens_a_comment(pagina: Path) -> None:
    """A brace with a hash begins a Jinja comment and breaks the page; ids are written with a colon."""
    assert "{#" not in tekst(pagina)


@pytest.mark.parametrize("pagina", TEKSTEN, ids=naam)
def test_no_emoji_shortcodes(pagina: Path) -> None:
    """A shortcode would become a picture from another site."""
    assert [] == re.findall(r"(?<![\w:]):[a-z][a-z_]+:(?!\w)", proza(pagina))


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_no_page_names_a_client(pagina: Path) -> None:
    """The same docs build with any portfolio, so no page knows a client of the example."""
    klanten = {bestand.stem for bestand in (ROOT / "accounts").glob("*.yml")}

    assert set() == klanten & set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", tekst(pagina)))


@pytest.mark.parametrize("pagina", TEKSTEN, ids=naam)
def test_relative_links_arrive(pagina: Path) -> None:
    """Each link inside the site leads to a page, and its anchor to a heading of that page."""
    kapot = []
    for doel in re.findall(r"\]\((?!https?://)([^)\s]+)\)", proza(pagina)):
        pad, _, anker = doel.partition("#")
        bestand = DOCS / normpath(PurePosixPath(naam(pagina)).parent / pad) if pad else pagina
        if not bestand.is_file() or (anker and anker not in ankers(bestand)):
            kapot.append(doel)

    assert [] == kapot


def test_canvas_chapter_asks_the_questions_of_the_canvas() -> None:
    """The handbook quotes title, question and room of the ten boxes as a new team finds them."""
    canvas = yaml.safe_load((STANDAARD / "canvas.yml").read_text(encoding="utf-8"))
    hoofdstuk = tekst(DOCS / "handboek" / "retentiecanvas.md")
    vragen = hoofdstuk.lower().replace("? is wat", ": is wat").replace(", en wanneer is het klaar", ", wanneer klaar")

    for vak in canvas["vakken"]:
        assert f"### Vak {vak['volgorde']}: {vak['titel']} {{: #{vak['id']} }}" in hoofdstuk
        assert vak["vraag"].lower() in vragen
        assert vak.get("tekens") is None or f"**{vak['tekens']}" in hoofdstuk


def test_contact_chapter_shows_the_default_schedule() -> None:
    """The table of contact rules says what a new team gets."""
    segmenten = yaml.safe_load((STANDAARD / "segmentatie.yml").read_text(encoding="utf-8"))["segmenten"]
    rijen = re.findall(r"^\| (.+?) \|(.+)\|$", tekst(DOCS / "handboek" / "contactschema.md"), re.MULTILINE)
    tabel = {regel.split(" (")[0].split(":")[0]: [cel.strip() for cel in cellen.split("|")] for regel, cellen in rijen}
    namen = {
        "directie-strategisch": "Directie, strategisch",
        "am-tactisch": "Accountmanager, tactisch",
        "cm-operationeel": "Contractmanager, operationeel",
        "procesafstemming": "Procesafstemming",
    }

    for kolom, segment in enumerate("ABC"):
        dagen = {regel["id"]: f"{regel['elke_dagen']} dagen" for regel in segmenten[segment]["contactschema"]}
        assert {regel: dagen.get(regel, "–") for regel in namen} == {
            regel: tabel[label][kolom] for regel, label in namen.items()
        }


@pytest.mark.parametrize("hoofdstuk", HOOFDSTUKKEN, ids=naam)
def test_a_chapter_of_the_method_names_no_field(hoofdstuk: Path) -> None:
    """What somebody types stands in an example; a sentence is in words."""
    assert [] == re.findall(r"`[^`\n]+`", proza(hoofdstuk))
