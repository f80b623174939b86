"""What follows from a change, read from files as a proposal has them before and after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.load.load import Lader
from macros.load.wijzigen.adres import Bewerking, Erbij, Weg, Zet, wijzig
from macros.load.wijzigen.inlassen import Waarde
from macros.verschil import gevolgen, zinnen

KLANT = "brasmeer-logistiek"
WEEK = "_dagboek/2026/w12-yasmina-el-hadri"


@pytest.fixture(scope="module")
def lader() -> Lader:
    """The files as they are."""
    return Lader(ACCOUNTS)


def gelezen(lader: Lader, klant: str = KLANT) -> Dossier:
    """One client with all that follows."""
    account, problemen = lader.account(klant)
    assert account, problemen
    return dossier_van(account, lader.gedeeld, lader.plaats, PEILDATUM)


def na(lader: Lader, *wijzigingen: Bewerking, proef: Mapping[str, bytes] | None = None) -> Dossier:
    """The client after changes in its file, and with other files beside it."""
    tekst = wijzig((ACCOUNTS / f"{KLANT}.yml").read_text(encoding="utf-8"), wijzigingen)
    return gelezen(lader.met({KLANT: tekst.encode(), **(proef or {})}))


def test_only_another_form(lader: Lader) -> None:
    """
    Other quotes, remarks and lines change nothing.
    """
    tekst = (ACCOUNTS / f"{KLANT}.yml").read_text(encoding="utf-8")
    anders = tekst.replace("naam: Brasmeer Logistiek", "naam: 'Brasmeer Logistiek'   # zo heet hij").replace(
        "\n", "\r\n"
    )

    voor, erna = gelezen(lader), gelezen(lader.met({KLANT: anders.encode()}))

    assert anders != tekst
    assert ((), ()) == (zinnen(voor, erna), gevolgen(voor, erna))


def test_another_end_moves_what_hangs_on_it(lader: Lader) -> None:
    """
    The phase and every derived day say where they went, and by which fact.
    """
    voor, erna = gelezen(lader), na(lader, Zet(("contracten", "platform-2023", "einddatum"), date(2028, 8, 31)))

    assert ["Einddatum van Beheer magazijnplatform: 31 augustus 2026 → 31 augustus 2028"] == [
        zin.tekst for zin in zinnen(voor, erna)
    ]
    gezegd = {zin.waar: zin for zin in gevolgen(voor, erna)}
    beslisdatum = gezegd["contracten", "platform-2023", "beslisdatum"].tekst
    kop = "De beslisdatum van Beheer magazijnplatform schuift van 31 mei 2026 naar 31 mei 2028, omdat: opzegdeadline 31"
    assert beslisdatum.startswith(kop)
    fase = gezegd["contracten", "platform-2023", "fase"].tekst
    assert fase.startswith("Fase van Beheer magazijnplatform: Verlenging voorbereiden → Operationeel, omdat: ")
    assert all(zin.soort in ("datum", "stand", "werk") for zin in gezegd.values())


def test_a_judgement_and_who_thinks_it_through(lader: Lader) -> None:
    """
    Colour, day and source are one sentence; what the client looks like follows.
    """
    vak = ("canvassen", "2026", "vakken", "verwachtingen")

    erna = na(lader, Zet((*vak, "oordeel"), "rood"), Zet((*vak, "oordeel_op"), PEILDATUM))

    zin = "Oordeel van Verwachtingen (canvas 2026): Op orde → Risico (oordeel van: 16 maart 2026)"
    assert [zin] == [een.tekst for een in zinnen(gelezen(lader), erna)]
    assert "Klantbeeld: Let op → Zorg" in [een.tekst for een in gevolgen(gelezen(lader), erna)]


def test_a_line_of_the_journal(lader: Lader) -> None:
    """
    Who wrote it, about which day and what; the facts that it makes are no changes of the account file.
    """
    regel = b"regels:\n  - {klant: brasmeer-logistiek, datum: 2026-03-16, met: [g-ten-have], kern: Gaat door,\n"
    regel += b"    klopt_nog: [g-ten-have], belofte: {tekst: Cijfers, voor_datum: 2026-03-20}}\n"
    voor, erna = gelezen(lader), na(lader, proef={WEEK: regel})

    kop = "Dagboek: Yasmina el Hadri over 16 maart 2026: Bezoek met G. ten Have, “Gaat door”; klopt nog G. ten Have, "
    assert [f"{kop}toezegging (“Cijfers”, klaar voor 20 maart 2026)"] == [zin.tekst for zin in zinnen(voor, erna)]
    assert any(zin.tekst.startswith("Nieuw op Vandaag: Kom na: Cijfers") for zin in gevolgen(voor, erna))
    assert ["weg"] == [zin.soort for zin in zinnen(erna, voor)]


def test_a_line_that_changed_or_moved(lader: Lader) -> None:
    """
    What another line says is named by its title; a line that only stands elsewhere is no change.
    """
    een = b"  - {klant: brasmeer-logistiek, datum: 2026-03-16, kern: Gaat door}\n"
    twee = b"  - {klant: meerdal-zorggroep, datum: 2026-03-16, kern: Gaat ook door}\n"
    alleen = na(lader, proef={WEEK: b"regels:\n" + een})

    assert () == zinnen(alleen, na(lader, proef={WEEK: b"regels:\n" + twee + een}))
    anders = na(lader, proef={WEEK: b"regels:\n" + een.replace(b"Gaat door", b"Stopt")})
    kop = "Kern van de dagboekregel van Yasmina el Hadri over 16 maart 2026: “Gaat door” → “Stopt”"
    assert [kop] == [zin.tekst for zin in zinnen(alleen, anders)]


def test_what_is_gone_comes_first(lader: Lader) -> None:
    """
    A reader must not miss what a proposal takes away.
    """
    naar = (Zet(("omvang",), "S"), Erbij(("aliassen",), "BL"), Weg(("concurrenten",)))

    soorten = [zin.soort for zin in zinnen(gelezen(lader), na(lader, *naar))]

    assert ["weg", "weg", "anders", "erbij"] == soorten


def test_an_open_promise_that_is_kept(lader: Lader) -> None:
    """
    Work that is done is told as done, and what is missed since then as missed.
    """
    belofte: dict[str, Waarde] = {"id": "t9", "tekst": "Cijfers", "van": "wij", "voor_datum": date(2026, 3, 20)}
    voor = na(lader, Erbij(("toezeggingen",), belofte))
    erna = na(lader, Erbij(("toezeggingen",), {**belofte, "stand": "nagekomen"}))

    gezegd = [zin.tekst for zin in gevolgen(voor, erna)]

    assert "Niet meer op Vandaag: Kom na: Cijfers (20 maart 2026)" in gezegd
    assert () == gevolgen(voor, None)


def test_a_new_client(lader: Lader) -> None:
    """
    Its standings, the days of its contracts and its work; no reason for what was never otherwise.
    """
    gezegd = [zin.tekst for zin in gevolgen(None, gelezen(lader))]

    assert "Fase: Verlenging voorbereiden" in gezegd
    assert "De beslisdatum van Beheer magazijnplatform wordt 31 mei 2026" in gezegd


def test_long_texts_show_what_changed(lader: Lader) -> None:
    """
    Of a long text the words around the change.
    """
    oud = "Wij beheren het magazijnplatform, de werkplekken en de scanners. " * 3
    pad = ("omschrijving",)
    voor, erna = na(lader, Zet(pad, f"{oud}Tot 2026.")), na(lader, Zet(pad, f"{oud}Tot 2028."))

    [zin] = zinnen(voor, erna)

    kop = "Omschrijving: “…werkplekken en de scanners. Tot 2026.” → “…werkplekken en de scanners. Tot 2028.”"
    assert kop == zin.tekst
