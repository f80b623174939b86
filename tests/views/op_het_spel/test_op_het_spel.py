"""The director's screen: the numbers add up, equal those of other pages, and lead to what is behind them."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from leesbaar import blokken, sorteer, tabel, woorden

from macros.load.load import lees_map
from macros.portefeuille.inzet import inzetten
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.portefeuille.prognose import prognose
from macros.views.behoud.behoud import behoud
from macros.views.behoud.rijm import rijm
from macros.views.behoud.verlengprognose import verlengprognose
from macros.views.delen.blad import Alinea, Anker, Vouw
from macros.views.delen.register import Register
from macros.views.driehoek.driehoek import driehoek
from macros.views.klant.klanten import klanten
from macros.views.op_het_spel.op_het_spel import OpHetSpel, op_het_spel
from macros.views.render import html

Maak = Callable[..., Portefeuille]
ACCOUNTS = Path(__file__).resolve().parents[3] / "accounts"
PEILDATUM = date(2026, 3, 16)
BESLISSINGEN = {
    "bouwbedrijf-hoenderveen": ("telefonie-2024",),
    "brasmeer-logistiek": ("platform-2023", "werkplek-2022", "scanners-2025"),
    "gemeente-vlierwoude": ("kcc-2022", "ict-inhuur-2024"),
    "meerdal-zorggroep": ("beheer-2024",),
    "tandzorg-merelplein": ("telefonie-2023", "praktijk-2025"),
    "waterschap-ammerdiep": ("meetnet-2021",),
    "woonstichting-talmerveld": ("zaaksysteem-2021", "telefonie-2022", "werkplek-2024"),
}
"""Contracts of the example that come to a decision up to 16 September 2027, read from the files by hand."""
OPGEZEGD = ", opzegging: {door: klant, ontvangen_op: 2026-02-01, reden: Te duur}"


def klant(naam: str, eind: str = "2026-12-31", meer: str = "", bij: str = "") -> str:
    """A client with one contract of a hundred a year, up to and including `eind`."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: {eind}, jaarwaarde: 100{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


@pytest.fixture(scope="module")
def voorbeeldsite() -> Portefeuille:
    """The example that a visitor sees first."""
    return portefeuille(lees_map(ACCOUNTS), PEILDATUM)


def bedragen(inhoud: object) -> list[int]:
    """Every amount that stands there."""
    return [int(bedrag.replace(".", "")) for bedrag in re.findall(r"€\s([\d.]+)", woorden(inhoud))]  # type: ignore[arg-type]


def getal(pagina: OpHetSpel, titel: str) -> str:
    """The words of one of the five answers."""
    [gevonden] = [getal for getal in pagina.getallen if getal.titel.startswith(titel)]
    return woorden((*gevonden.regels, gevonden.bij))


def uit_bestand() -> tuple[int, int]:
    """What the files of the example say is to be decided and lost, without any rule of ours."""
    te_beslissen = verloren = 0
    for pad in ACCOUNTS.glob("*.yml"):
        for contract in yaml.safe_load(pad.read_text(encoding="utf-8")).get("contracten") or ():
            if contract["id"] in BESLISSINGEN.get(pad.stem, ()):
                te_beslissen += contract["jaarwaarde"]
            if opzegging := contract.get("opzegging"):
                laatste = opzegging.get("per_datum") or contract.get("einddatum") or PEILDATUM
                if laatste >= PEILDATUM:
                    verloren += contract["jaarwaarde"]
    return te_beslissen, verloren


def test_the_numbers_are_those_of_the_files(voorbeeldsite: Portefeuille) -> None:
    """
    Added up here from the YAML: what is to be decided in eighteen months, and what was given notice and still runs.
    """
    pagina = op_het_spel(voorbeeldsite)

    te_beslissen, verloren = uit_bestand()
    assert (1683800, 126000) == (te_beslissen, verloren)
    assert te_beslissen == bedragen(getal(pagina, "Te beslissen"))[0]
    assert verloren == bedragen(getal(pagina, "Al verloren"))[0]
    assert BESLISSINGEN == {
        wie: tuple(kans.stand.contract.id for kans in sorted(kansen, key=lambda kans: kans.op))
        for wie, kansen in per_klant(voorbeeldsite).items()
    }


def per_klant(alles: Portefeuille) -> dict[str, list]:  # type: ignore[type-arg]
    """The contracts of the forecast up to the horizon, by client."""
    gevonden: dict[str, list] = {}  # type: ignore[type-arg]
    for kwartaal in prognose(alles):
        for kans in kwartaal.kansen:
            if kans.op <= date(2027, 9, 16):
                gevonden.setdefault(kans.dossier.id, []).append(kans)
    return dict(sorted(gevonden.items()))


@pytest.mark.parametrize("welke", ["voorbeeldsite", "voorbeeld"])
def test_the_numbers_are_those_of_the_other_pages(welke: str, request: pytest.FixtureRequest) -> None:
    """
    Klanten adds up to it, Behoud says the same, and the overload is that of Driehoek.
    """
    alles: Portefeuille = request.getfixturevalue(welke)
    pagina = op_het_spel(alles)

    [register] = blokken(klanten(alles), Register)
    cellen = [rij["Jaarwaarde"] for rij in tabel(register)]
    loopt = [int(waarde) for waarde in sorteer(register, "Jaarwaarde") if waarde]
    te_beslissen, nu = bedragen(getal(pagina, "Te beslissen"))[:2]
    verloren = bedragen(getal(pagina, "Al verloren"))[0]
    assert nu == sum(loopt)
    assert te_beslissen == sum(een.te_beslissen for een in inzetten(alles).values())
    assert verloren == sum(bedrag for cel in cellen for bedrag in van(cel, "al verloren"))
    prognosezin = woorden(blokken(verlengprognose(alles), Alinea)[0])
    assert [te_beslissen, verloren] == bedragen(prognosezin)
    cijfers = {tegel.id: [deel.tekst for deel in tegel.getallen] for tegel in behoud(alles).tegels}
    assert all(tekst in getal(pagina, "Omzet") for tekst in (*cijfers["omzetretentie"], *cijfers["verlengingsgraad"]))
    assert getal(pagina, "Meer dan").split(":")[0].split(" ", 2)[2] in woorden(driehoek(alles))


def van(cel: str, woord: str) -> list[int]:
    """The amount before a word in a cell."""
    return [int(bedrag.replace(".", "")) for bedrag in re.findall(rf"€\s([\d.]+) {woord}", cel)]


def test_the_picture_and_the_cross_add_up(voorbeeldsite: Portefeuille) -> None:
    """
    Quarters, rows and columns each come to the total; what is lost stands in the bars and is no part of it.
    """
    pagina = op_het_spel(voorbeeldsite)
    assert isinstance(pagina.beeld, Register)
    assert isinstance(pagina.kruis, Register)

    beeld, kruis = tabel(pagina.beeld), tabel(pagina.kruis)
    assert 1683800 == sum(bedrag for rij in beeld for bedrag in bedragen(rij["Te beslissen"]))
    delen = " ".join(rij["Klantbeeld"] for rij in beeld)
    assert 126000 == sum(int(b.replace(".", "")) for b in re.findall(r"Al verloren €\s([\d.]+)", delen))
    assert 1683800 + 126000 == sum(bedragen(delen))
    *rijen, samen = kruis
    for kolom in samen:
        if kolom != "Klantbeeld":
            assert bedragen(samen[kolom]) == [sum(bedrag for rij in rijen for bedrag in bedragen(rij[kolom]))]
    assert [1683800] == bedragen(samen["Samen"])


def test_what_the_client_shows_and_what_we_expect_stand_apart(portefeuille: Maak) -> None:
    """
    Two amounts beside each other, and how much is in both: no score.
    """
    twijfel = ", inschatting: {verwachting: twijfel, op: 2026-03-01}"

    pagina = op_het_spel(portefeuille(klant("a", meer=twijfel), klant("b")))

    assert "€ 0 klant in Zorg € 100 wij: twijfel of vertrekt Allebei: € 0" == getal(pagina, "Daarvan").replace(
        "\xa0", " "
    )


def test_every_number_leads_to_its_contracts(voorbeeldsite: Portefeuille) -> None:
    """
    Each link on the page itself has its place there, with the filter of that table in front.
    """
    pagina = html(op_het_spel(voorbeeldsite))

    plekken = set(re.findall(r' id="([^"]+)"', pagina))
    doelen = set(re.findall(r'href="(?:\?[^"#]*)?#([^"]+)"', pagina))
    assert {"te-beslissen", "al-verloren", "spel-kruis"} <= doelen <= plekken
    assert (
        'href="?te-beslissen-klantbeeld=Zorg&amp;te-beslissen-eigen-inschatting=Twijfel#te-beslissen"'
        in pagina.replace("&#38;", "&amp;")
        or "te-beslissen-klantbeeld=Zorg" in pagina
    )
    keuzes = set(re.findall(r"te-beslissen-kwartaal=([^\"&#]+)", pagina))
    assert {keuze.replace("%20", " ") for keuze in keuzes} <= set(re.findall(r'data-filter="([^"|]+)"', pagina))


def test_at_most_five_clients_are_named_the_worst_first(portefeuille: Maak) -> None:
    """
    With why, our own call and whom to ask; a calm client is not among them.
    """
    weg = [klant(f"weg-{n}", meer=OPGEZEGD) for n in range(6)]

    pagina = op_het_spel(portefeuille(*weg, klant("rustig")))

    regels = re.findall(r"<li>(.*?)</li>", str(html(pagina)).split("spel-vragen")[1].split("</section>")[0])
    assert 5 == len(regels)
    assert "weg-0" in regels[0]
    assert "€ 100 al verloren" in woorden([regels[0]]).replace("\xa0", " ")
    assert "rustig" not in " ".join(regels)
    leeg = op_het_spel(portefeuille(klant("rustig")))
    assert "Geen klant laat iets zien dat zorgen geeft, en er is niets opgezegd." == woorden(leeg.klanten)
    assert "Geen enkele klant staat in Zorg." in woorden(leeg.zin)


def test_one_sentence_says_how_the_figures_go_together(voorbeeldsite: Portefeuille, portefeuille: Maak) -> None:
    """
    With the figures of that year: little was renewed of a small part, and what was lost ran on to its end.
    """
    assert (
        "In 2025 bleef 98,1% van de omzet (bruto), en 110,3% met groei erbij (netto); de verlengingsgraad (20% van de "
        "contracten, 10,2% van hun waarde) gaat alleen over de € 511.000 waarover toen is beslist, 20% van die omzet, "
        "en € 313.000 verlies daarvan liep door tot eind 2025: dat zie je pas daarna."
    ) == rijm(voorbeeldsite).replace("\xa0", " ")
    zonder = portefeuille(klant("a", bij="omzet: {2024: 100, 2025: 90}"))
    assert rijm(zonder).endswith(
        "er was dat jaar geen contract aan een beslismoment toe, dus een verlengingsgraad is er niet."
    )
    assert "" == rijm(portefeuille(klant("a")))


def test_the_months_are_those_of_the_team(portefeuille: Maak) -> None:
    """
    A team that prepares twelve months ahead reads twelve.
    """
    pagina = op_het_spel(portefeuille(klant("a"), instellingen="retentiefase_maanden: 12"))

    assert "Te beslissen in 12 maanden" == pagina.getallen[0].titel
    assert "18 maanden" not in woorden(html(pagina))


def test_the_lists_are_folded_and_counted(voorbeeldsite: Portefeuille) -> None:
    """
    Contracts with their decision, and what is lost with how and until when.
    """
    te_beslissen, verloren = op_het_spel(voorbeeldsite).lijsten

    assert isinstance(te_beslissen, Vouw)
    assert isinstance(verloren, Vouw)
    assert (13, 2) == (te_beslissen.aantal, verloren.aantal)
    assert isinstance(verloren.inhoud, Anker)
    assert isinstance(verloren.inhoud.inhoud, Register)
    assert ["10 jun 2026", "31 aug 2026"] == [rij["Loopt tot en met"] for rij in tabel(verloren.inhoud.inhoud)]


def test_without_a_contract_it_says_what_comes(portefeuille: Maak) -> None:
    """
    No row of zeros before there is a client.
    """
    pagina = op_het_spel(portefeuille())

    assert () == pagina.getallen
    assert "Er is nog geen klant met een contract." in woorden(html(pagina))


def test_the_sentence_on_top_says_what_is_counted_where(portefeuille: Maak) -> None:
    """
    Euros to decide, and that what is lost already is not among them.
    """
    zin = woorden(op_het_spel(portefeuille(klant("weg", meer=OPGEZEGD), klant("blijft"))).zin).replace("\xa0", " ")

    assert zin.startswith(
        "In 18 maanden beslissen klanten over € 100 per jaar; € 100 die al verloren is, telt daar niet in mee."
    )
    assert "al verloren" not in woorden(op_het_spel(portefeuille(klant("blijft"))).zin)
