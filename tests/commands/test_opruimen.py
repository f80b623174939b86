"""`handboek opruimen` lists what is kept too long and removes it when asked; what is needed stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands import hoofd
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader
from macros.load.omgeving import lees_peildatum

KLANT = """\
id: acme
naam: Acme
driehoek: {accountmanager: anouk-de-wit}
contracten: []
contactpersonen:
  - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
  # altijd al
  - {id: p-vos, naam: P. Vos, functie: inkoper, laag: operationeel, vertrokken_op: 2024-01-01}   # weg
contactmomenten:
  - {datum: 2023-01-10, wie: anouk-de-wit, met: [h-bakker, p-vos], kern: Te oud}  # bij Vos
  - {datum: 2023-02-10, wie: anouk-de-wit, met: [h-bakker], kern: Boos, signalen: [{soort: klacht}]}
  - {datum: 2025-02-10, wie: anouk-de-wit, met: [p-vos], kern: Vos belde}
toezeggingen: [{id: t1, tekst: Rapport, van: klant, wie: p-vos}]
verwachtingen: [{id: v1, tekst: Snel, van: p-vos}]
canvassen: [{id: c, gestart_op: 2023-01-01, acties: [{id: a1, tekst: Bellen}]}]
"""
W10 = """\
regels:
  - {klant: acme, datum: 2023-03-06, met: [h-bakker, p-vos], kern: Te oud}
  - {klant: acme, datum: 2023-03-07, met: [h-bakker], kern: Beloofd, belofte: {tekst: Sturen}}
  - {klant: acme, datum: 2023-03-08, met: [h-bakker], kern: Nog open, belofte: {tekst: Komen}}
  - {klant: acme, datum: 2023-03-08, kern: Notitie, klopt_nog: [p-vos, h-bakker]}
"""
W11 = """\
regels:
  - {klant: acme, datum: 2023-03-13, kern: Gestuurd, klaar: [2023w10-rik-smeets-2]}
  - {klant: acme, datum: 2023-03-13, kern: Gebeld, klaar: [a1]}
  - {klant: acme, datum: 2023-03-14, met: [h-bakker], kern: Kennis,
     nieuw: {naam: K. Nel, functie: chef, laag: tactisch}}
"""
W30 = "regels: [{klant: acme, datum: 2025-07-21, met: [p-vos], kern: Terug, klopt_nog: [p-vos, h-bakker]}]\n"
Ruim = Callable[..., Result]


@pytest.fixture
def ruim(accounts: Path) -> Ruim:
    """Run the command on a client with old talks, a journal, and somebody who left."""
    (accounts / "acme.yml").write_text(KLANT, encoding="utf-8")
    for naam, tekst in (
        ("2023/w10", W10),
        ("2023/w11", W11),
        ("2023/w12", W10.split("  - ", maxsplit=1)[0] + "  - " + W10.split("  - ")[1]),
        ("2025/w30", W30),
    ):
        pad = accounts / f"_dagboek/{naam}-rik-smeets.yml"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    return lambda *woorden: CliRunner().invoke(hoofd, ["opruimen", *woorden], catch_exceptions=False)


def inhoud(map_: Path) -> dict[str, str]:
    """Every file of a folder."""
    return {str(pad.relative_to(map_)): pad.read_text() for pad in sorted(map_.rglob("*.yml"))}


def codes(map_: Path) -> list[str]:
    """What the check says of keeping too long."""
    nagekeken = kijk_na(Lader(map_), lees_peildatum("2026-03-16"))
    assert not nagekeken.fouten
    return [p.code for p in nagekeken.waarschuwingen if p.code in ("gesprek-te-oud", "persoon-lang-weg")]


def test_lijst_verandert_niets(accounts: Path, ruim: Ruim) -> None:
    """
    Without --doe every talk, line and person that is too old is named with its place.
    """
    voor = inhoud(accounts)
    uit = ruim()
    assert (
        """\
accounts/acme.yml:10: het gesprek van 2023-01-10
accounts/_dagboek/2023/w10-rik-smeets.yml:2: de regel van 2023-03-06 over acme
accounts/_dagboek/2023/w10-rik-smeets.yml:3: de regel van 2023-03-07 over acme
accounts/_dagboek/2023/w10-rik-smeets.yml:5: de regel van 2023-03-08 over acme
accounts/_dagboek/2023/w11-rik-smeets.yml:2: de regel van 2023-03-13 over acme
accounts/_dagboek/2023/w12-rik-smeets.yml:2: de regel van 2023-03-06 over acme
accounts/acme.yml:8: P. Vos, weg sinds 2024-01-01
Met --doe haal je dit weg. Haal er eerst uit wat je moet onthouden.
"""
        == uit.output
    )
    assert voor == inhoud(accounts)
    assert sorted(codes(accounts)) == ["gesprek-te-oud", "persoon-lang-weg"]


def test_weghalen(accounts: Path, ruim: Ruim) -> None:
    """
    What goes is gone with its remarks; who left is a former contact; what is open, last or closes something stays.
    """
    uit = ruim("--doe")
    assert (0, True) == (uit.exit_code, "Dit is weggehaald." in uit.output)
    assert uit.output.endswith("accounts/acme.yml:9: hier staat de naam P. Vos nog; lees dat na\n")
    na = inhoud(accounts)
    assert """\
contactpersonen:
  - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
contactmomenten:
  - {datum: 2023-02-10, wie: anouk-de-wit, met: [h-bakker], kern: Boos, signalen: [{soort: klacht}]}
  - {datum: 2025-02-10, wie: anouk-de-wit, met: [oud-contact], kern: Vos belde}
toezeggingen: [{id: t1, tekst: Rapport, van: klant, wie: oud-contact}]
verwachtingen: [{id: v1, tekst: Snel, van: oud-contact}]
""" in na["acme.yml"]
    assert """\
regels:
  - {klant: acme, datum: 2023-03-08, met: [h-bakker], kern: Nog open, belofte: {tekst: Komen}}
opgeruimd: [1, 2, 4]
""" == na["_dagboek/2023/w10-rik-smeets.yml"]
    assert (
        W11.replace("  - {klant: acme, datum: 2023-03-13, kern: Gestuurd, klaar: [2023w10-rik-smeets-2]}\n", "")
        + ("opgeruimd: [1]\n")
        == na["_dagboek/2023/w11-rik-smeets.yml"]
    )
    assert "_dagboek/2023/w12-rik-smeets.yml" not in na
    assert na["_dagboek/2025/w30-rik-smeets.yml"] == W30.replace("met: [p-vos]", "met: [oud-contact]").replace(
        "[p-vos, h", "[h"
    )
    assert codes(accounts) == []
    acme = Lader(accounts).account("acme")[0]
    assert acme is not None
    assert [een.id for een in acme.toezeggingen if een.stand == "open"] == ["t1", "2023w10-rik-smeets-3"]
    assert acme.canvassen[0].acties[0].status == "klaar"
    assert "Er staat niets wat te oud is." in ruim("--doe").output
    assert na == inhoud(accounts)


@pytest.mark.parametrize("nummer", range(1, 6))
def test_onderbroken(accounts: Path, ruim: Ruim, monkeypatch: pytest.MonkeyPatch, nummer: int) -> None:
    """
    Wherever it stops, the check is green, nothing that was closed is open, and the next time ends it.
    """
    over = [nummer]
    echt = {naam: getattr(os, naam) for naam in ("replace", "unlink")}

    def stop(naam: str) -> Callable[..., None]:
        def doe(*woorden: object, **meer: object) -> None:
            over[0] -= naam == "replace" or "w12" in str(woorden[0])
            if over[0] == 0:
                raise KeyboardInterrupt
            echt[naam](*woorden, **meer)

        return doe

    for naam in echt:
        monkeypatch.setattr(os, naam, stop(naam))
    ruim("--doe")
    codes(accounts)
    acme = Lader(accounts).account("acme")[0]
    assert acme is not None
    assert [een.tekst for een in acme.toezeggingen if een.stand == "open"] == ["Rapport", "Komen"]
    over[0] = 99
    uit = ruim("--doe")
    assert 0 == uit.exit_code, uit.output
    assert codes(accounts) == []


def test_opvolger_van_wie_blijft(accounts: Path, ruim: Ruim) -> None:
    """
    Somebody whom a person who stays names as successor stays too.
    """
    tekst = KLANT.replace("laag: tactisch}", "laag: tactisch, vertrokken_op: 2026-01-01, opvolger: p-vos}", 1)
    (accounts / "acme.yml").write_text(tekst)
    ruim("--doe")
    assert "id: p-vos" in (accounts / "acme.yml").read_text()
