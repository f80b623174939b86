"""Every rule of the site fires at least once in the portfolio of the tests.

The kinds are those that the code itself lists, so a new rule asks for an example there. What cannot occur together with
the rest is named below, with the reason; the list is meant to stay short.
"""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

import pytest
from leesbaar import delen, vragen
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros import controles
from macros.aandacht import alle_aandacht
from macros.aandacht.klant import AFSLUITEN
from macros.aandacht.punt import STANDEN, UITGESTELD
from macros.afleidingen.canvas import canvaskwaliteit, canvasstand
from macros.afleidingen.canvas.lesgelijkenis import GENOTEERD, gelijkenissen
from macros.afleidingen.contact.driehoek import driehoek
from macros.afleidingen.contract.fasen import VOLGORDE
from macros.afleidingen.klant import tevredenheid, toernooi
from macros.afleidingen.klant.klantbeeld import JUISTE_KLANT, REDENEN
from macros.afleidingen.klant.terugblikken import afsluitlijst
from macros.afleidingen.klant.tevredenheid import evaluatiestanden
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader
from macros.model.contact import SoortSignaal
from macros.model.contract import Resultaat, SoortContract
from macros.model.werk import PIJN, SOORTEN, Soort
from macros.portefeuille.acties import alles_open
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import KLANTBEELDEN
from macros.views.driehoek import driehoek as driehoekblad
from macros.views.klantcijfers import cijferbeeld, cijferkolommen
from macros.views.klantcijfers import klantcijfers as cijferblad
from macros.views.reviews import reviews
from macros.views.segmenten import segment_aandacht
from macros.views.segmenten.segmenten import segmenten
from macros.views.toernooi import toernooi as toernooiblad
from macros.woorden import labels

UITZONDERING = {
    # The next tournament is asked for eleven months after the last one began. The example shows a tournament that is
    # being played, with a round that is late, and that one began three months ago.
    ("aandacht", "toernooi"),
    # A round lapses when every address dropped out before it. The tournament of 2025 was won and that of 2026 goes on.
    ("ronden van het toernooi", "vervallen"),
    # The client that gave notice keeps a contract that is being renewed, and is marked as leaving in part.
    ("fasen van een klant", "opgezegd"),
    # The look back that is due has its day, and waits for it.
    ("huiswerk", "terugblik_te_laat"),
    # A renewal of which nobody wrote down until when is a warning too, with a place in tests and in no example.
    ("aandacht", "verlengd_tot"),
    # No talk of the example is that old; tests/controles/test_waarschuwingen.py has one.
    ("waarschuwingen", "gesprek-te-oud"),
    # What a typing mistake causes has no place in an example; tests/controles fires each of them.
    *(
        ("waarschuwingen", code)
        for code in (
            "in-de-toekomst",
            "verlengd-zonder-einde",
            "opzegging-te-laat",
            "laatste-dag",
            "optie-te-laat",
            "publicatie-na-einde",
            "opzegtermijn-te-lang",
            "bedrag-valt-op",
            "dubbel-gesprek",
            "laatste-dag-ontbreekt",
            "terugblik-te-laat",
            "nog-in-kweekvijver",
            "bericht-zonder-lezer",
            "dagboek-van-morgen",
            "dagboek-voor-het-begin",
            "dagboek-al-gedaan",
            "dagboek-vernieuwt-niets",
        )
    ),
    # A session or a canvas of the example is in order; tests/controles/test_waarschuwingen.py has one that is not.
    ("waarschuwingen", "canvas-voor-contract"),
    ("waarschuwingen", "sessie-afwezig"),
}
"""Kinds that cannot occur beside the rest, as (rule, kind)."""

Regel = tuple[Iterable[str], Callable[[Portefeuille], Iterable[str | None]]]
"""The kinds that the code lists, and how to find those that occur."""


def waarschuwingscodes() -> set[str]:
    """Read from the modules of `controles` the code of each warning, and add those about quality."""
    [map_] = controles.__path__
    codes = set(canvaskwaliteit.SOORTEN)
    for pad in Path(map_).glob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            match knoop:
                case ast.Call(func=ast.Name(id="Bevinding"), args=[_, ast.Constant(value=code), _]):
                    codes.add(str(code))
    return codes


def gewaarschuwd(_: Portefeuille) -> set[str]:
    return {waarschuwing.code for waarschuwing in kijk_na(Lader(ACCOUNTS), PEILDATUM).waarschuwingen}


def driehoekpunten(alles: Portefeuille) -> set[str]:
    return {
        punt.soort
        for d in alles.dossiers.values()
        if loopt(d)
        for punt in driehoek(d.account, d.contracten, alles.gedeeld.personen, d.segment.waarde, PEILDATUM).punten
    }


def nog_af_te_sluiten(alles: Portefeuille) -> set[str]:
    dossiers = alles.dossiers.values()
    return {stap.naam for d in dossiers for stap in afsluitlijst(d.account, d.fase.waarde, PEILDATUM)}


def rondestanden(alles: Portefeuille) -> set[str]:
    werving, instellingen = alles.gedeeld.werving.values(), alles.gedeeld.instellingen
    return {ronde.stand for jaar in werving for ronde in toernooi.toernooi(jaar, instellingen, PEILDATUM).rondes}


def honkstanden(alles: Portefeuille) -> set[str]:
    return {
        stand
        for d in alles.dossiers.values()
        for jaar in d.account.honken
        if (standen := toernooi.honkjaar(d.account.honken, jaar, PEILDATUM))
        for stand in standen.standen.values()
    }


def cijferstanden(alles: Portefeuille) -> set[str]:
    return {
        stand.stand
        for d in alles.dossiers.values()
        for stand in evaluatiestanden(d.account.evaluaties, alles.gedeeld.instellingen, PEILDATUM)
    }


def per_dossier(vindt: str, soort: str = "soort") -> Callable[[Portefeuille], set[str]]:
    """Give the kinds of what each dossier lists under a name."""
    return lambda alles: {getattr(een, soort) for d in alles.dossiers.values() for een in getattr(d, vindt)}


def soorten(met: Callable[[Soort], object]) -> list[str]:
    """Name the kinds of work of which something is true."""
    return [naam for naam, soort in SOORTEN.items() if met(soort)]


def koppen(tabel: dict[str, tuple[str, str]]) -> list[str]:
    return [kop for kop, _ in tabel.values()]


REGELS: dict[str, Regel] = {
    "aandacht": (soorten(lambda soort: soort.uiterlijk), lambda p: (punt.soort for punt in alle_aandacht(p))),
    "standen van aandacht": ((*STANDEN, UITGESTELD), lambda p: (punt.stand for punt in alle_aandacht(p))),
    "huiswerk": ([naam for soort in SOORTEN.values() for naam in soort.huiswerk], per_dossier("huiswerk")),
    "waarschuwingen": (waarschuwingscodes(), gewaarschuwd),
    "redenen van het klantbeeld": (
        (soort for soort, _, _ in REDENEN),
        lambda p: (reden.soort for d in p.dossiers.values() for reden in d.klantbeeld.redenen),
    ),
    "niveaus van het klantbeeld": (KLANTBEELDEN, lambda p: (d.klantbeeld.niveau for d in p.dossiers.values())),
    "juiste klant": (("juist", *JUISTE_KLANT), lambda p: (d.juiste_klant_stand.waarde for d in p.dossiers.values())),
    "driehoek": (driehoekblad.ERNST, driehoekpunten),
    "gaten in het web": (
        ("te_weinig_relaties", "geen_beslisser", "lege_laag", "geen_opvolger"),
        per_dossier("web_gaten"),
    ),
    "fasen van een klant": (VOLGORDE, lambda p: (d.fase.waarde for d in p.dossiers.values())),
    "fasen van een contract": (
        VOLGORDE,
        lambda p: (stand.fase.waarde for d in p.dossiers.values() for stand in d.contracten.values()),
    ),
    "soorten contracten": (
        get_args(SoortContract),
        lambda p: (c.soort for d in p.dossiers.values() for c in d.account.contracten),
    ),
    "uitkomsten": (
        get_args(Resultaat),
        lambda p: (u.resultaat for d in p.dossiers.values() for c in d.account.contracten for u in c.uitkomsten),
    ),
    "stand van het canvas": (canvasstand.ERNST, lambda p: (d.canvas_stand for d in p.dossiers.values())),
    "canvas van een contract": (
        canvasstand.ERNST,
        lambda p: (eis.stand for d in p.dossiers.values() for eis in d.canvas_per_contract.values()),
    ),
    "garantie": (tevredenheid.ERNST, lambda p: (d.garantie.waarde for d in p.dossiers.values())),
    "standen van een cijfer": (cijferkolommen.STANDEN, cijferstanden),
    "vragen over cijfers": (
        koppen(cijferbeeld.KOPPEN),
        lambda p: vragen(cijferblad.klantcijfers(p)),
    ),
    "vragen over segmenten": (
        koppen(segment_aandacht.KOPPEN),
        lambda p: vragen(segmenten(p)),
    ),
    "contact": (labels.STAND, per_dossier("contact", "stand")),
    "frisse blikken": (labels.STAND, lambda p: (deel.stand for deel in delen(reviews.reviews(p)).values())),
    "open acties": (
        soorten(lambda soort: soort.opdracht is not None),
        lambda p: (punt.soort for punt in alles_open(p)),
    ),
    "signalen in het contact": (
        get_args(SoortSignaal),
        lambda p: (s.soort for d in p.dossiers.values() for m in d.account.contactmomenten for s in m.signalen),
    ),
    "afsluiting": (AFSLUITEN, nog_af_te_sluiten),
    "honken": (
        (toernooi.GEHAALD, toernooi.EERDER, toernooi.GEPLAND, toernooi.BEZIG, toernooi.OPEN),
        honkstanden,
    ),
    "ronden van het toernooi": (toernooiblad.STAND, rondestanden),
}
"""Every rule that tells several kinds apart."""


@pytest.mark.parametrize("regel", REGELS)
def test_every_kind_occurs(regel: str, voorbeeld: Portefeuille) -> None:
    """Each kind that the code lists occurs at some client, but for the exceptions."""
    soorten, gevonden = REGELS[regel]
    gevraagd = {(regel, soort) for soort in soorten}

    assert gevraagd & UITZONDERING == gevraagd - {(regel, soort) for soort in gevonden(voorbeeld)}


def test_each_exception_is_about_a_rule() -> None:
    """No exception outlives its rule."""
    assert {regel for regel, _ in UITZONDERING} <= set(REGELS)


def test_each_kind_of_pain_hurts_now(voorbeeld: Portefeuille) -> None:
    """Of each kind of pain something is late: the front page shows them all, one below the other."""
    assert set(PIJN) == {SOORTEN[punt.soort].pijn for punt in alle_aandacht(voorbeeld) if punt.stand == "te_laat"}


def test_lessons_are_found_by_hand_and_by_words(voorbeeld: Portefeuille) -> None:
    """A warning sign is recorded at one client, and at another the site sees the likeness itself."""
    bronnen = {
        gelijkenis.bron
        for d in voorbeeld.dossiers.values()
        for gelijkenis in gelijkenissen(d.account, voorbeeld.gedeeld, d.canvassen, PEILDATUM)
    }

    assert {GENOTEERD, "contact", "probleem"} <= bronnen
