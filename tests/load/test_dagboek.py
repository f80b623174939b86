"""The journal: what its files may say, and what they add to a client."""

from datetime import date
from pathlib import Path

import pytest

from macros.afleidingen.dossier import dossier_van
from macros.load.load import Lader, lees_map
from macros.model.account import Account
from macros.portefeuille.klantdeel import klantdeel
from macros.views import render
from macros.views.klant.klantoverzicht import klantoverzicht

TEAM = "personen:\n  - {id: anouk, naam: Anouk}\n  - {id: rik, naam: Rik}\n"
KLANT = """\
id: acme
naam: Acme
driehoek: {accountmanager: anouk}
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
     inschatting: {verwachting: twijfel, waarom: "Ze kijken rond", op: 2026-01-05, bron: mail}}
contactpersonen:
  - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch, houding: positief, houding_op: 2025-12-18,
     houding_bron: mail}
  - {id: p-vos, naam: P. Vos, functie: inkoper, laag: operationeel}
contactmomenten:
  - {datum: 2025-12-18, wie: anouk, met: [h-bakker], kern: Jaargesprek, signalen: [{id: s1, soort: klacht}]}
verwachtingen: [{id: v1, tekst: Binnen vier uur hersteld, gecheckt_op: 2026-02-20}]
toezeggingen: [{id: t3, tekst: Rapport sturen, van: wij}]
signalen: [{id: l1, datum: 2026-01-10, signaal: Stil}]
canvassen:
  - {id: "2024", contracten: [beheer], gestart_op: 2024-02-01, vakken: {relaties: {conclusie: Oud, oordeel: rood,
     oordeel_op: 2024-03-01}}}
  - {id: "2026", contracten: [beheer], gestart_op: 2025-07-14, vakken: {relaties: {conclusie: Goed, oordeel: groen,
     oordeel_op: 2026-01-08}}, acties: [{id: a1, tekst: Voorstel}]}
"""
KLOPT = "is geen contactpersoon, verwachting, beoordeeld vak of contract van deze klant"
KLAAR = "is geen actie, toezegging of signaal van deze klant"
WEEK = """\
regels:
  - klant: acme
    datum: 2026-03-17
    met: [h-bakker]
    kern: Wil een voorstel
    klopt_nog: [h-bakker, v1, relaties, inschatting]
    klaar: [a1, t3, s1, l1]
    belofte: {tekst: Voorstel sturen, voor_datum: 2026-04-15}
    signaal: {soort: koop, tekst: Vroeg naar planning}
  - {klant: acme, datum: 2026-03-19, kern: Niet gesproken}
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Make a folder with one client, a team and no journal yet."""
    (tmp_path / "_gedeeld").mkdir()
    (tmp_path / "_gedeeld" / "team.yml").write_text(TEAM, encoding="utf-8")
    (tmp_path / "acme.yml").write_text(KLANT, encoding="utf-8")
    return tmp_path


def week(map_: Path, tekst: str, naam: str = "2026/w12-anouk.yml") -> None:
    """Put a week file in the journal."""
    pad = map_ / "_dagboek" / naam
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")


def klant(map_: Path) -> Account:
    """Read the one client, without any problem."""
    lading = lees_map(map_)
    assert not lading.problemen
    return lading.accounts["acme"]


def zinnen(map_: Path) -> list[str]:
    """Give every problem as file, line and sentence."""
    return [f"{p.bestand.split('/', 1)[-1]}:{p.regel} {p.tekst}" for p in lees_map(map_).problemen]


def test_gesprek_is_contactmoment(map_: Path) -> None:
    """A talk of the journal counts as one of the account file, by who wrote the week."""
    week(map_, WEEK)
    moment = klant(map_).contactmomenten[-1]
    assert (moment.id, moment.wie, moment.datum) == ("2026w12-anouk-1", "anouk", date(2026, 3, 17))
    assert (moment.met, moment.kern, moment.nagevraagd) == (["h-bakker"], "Wil een voorstel", ["v1"])
    assert [(s.id, s.soort) for s in moment.signalen] == [("2026w12-anouk-1-signaal", "koopsignaal")]


def test_notitie_is_geen_contact(map_: Path) -> None:
    """A line without people says something, and nobody was spoken to."""
    week(map_, WEEK)
    assert [m.kern for m in klant(map_).contactmomenten] == ["Jaargesprek", "Wil een voorstel"]
    assert [een.regel.kern for een in lees_map(map_).gedeeld.dagboek["acme"]] == ["Wil een voorstel", "Niet gesproken"]


def test_klopt_nog_vernieuwt_de_dag(map_: Path) -> None:
    """What still holds gets the day of the talk and keeps its value; an older canvas stays history."""
    week(map_, WEEK)
    acme, dag = klant(map_), date(2026, 3, 17)
    bakker, inschatting = acme.contactpersonen[0], acme.contracten[0].inschatting
    assert inschatting is not None
    assert (bakker.houding, bakker.houding_op, bakker.houding_bron) == ("positief", dag, "gesprek")
    assert (inschatting.verwachting, inschatting.op, inschatting.bron) == ("twijfel", dag, "gesprek")
    assert acme.verwachtingen[0].gecheckt_op == dag
    assert [c.vakken["relaties"].oordeel_op for c in acme.canvassen] == [date(2024, 3, 1), dag]


def test_wat_nieuwer_in_het_klantbestand_staat_blijft(map_: Path) -> None:
    """Of journal and account file the newest day counts."""
    week(map_, "regels: [{klant: acme, datum: 2025-12-01, met: [h-bakker], kern: Eerder, klopt_nog: [h-bakker, v1]}]\n")
    acme = klant(map_)
    assert (acme.contactpersonen[0].houding_op, acme.contactpersonen[0].houding_bron) == (date(2025, 12, 18), "mail")
    assert acme.verwachtingen[0].gecheckt_op == date(2026, 2, 20)


def test_klaar_sluit(map_: Path) -> None:
    """One line closes an action, a promise, a signal of a talk and a step of a lesson."""
    week(map_, WEEK)
    acme, dag = klant(map_), date(2026, 3, 17)
    assert acme.canvassen[1].acties[0].status == "klaar"
    assert (acme.toezeggingen[0].stand, acme.toezeggingen[0].stand_op) == ("nagekomen", dag)
    assert acme.contactmomenten[0].signalen[0].opgevolgd_op == dag
    assert acme.signalen[0].gedaan_op == dag


def test_belofte_uit_het_dagboek_wordt_in_het_dagboek_nagekomen(map_: Path) -> None:
    """A promise lives in the journal under the id of its line, and a later line closes it and its signal."""
    week(map_, WEEK)
    belofte = klant(map_).toezeggingen[-1]
    assert (belofte.id, belofte.wie, belofte.stand) == ("2026w12-anouk-1", "anouk", "open")
    klaar = (
        "regels: [{klant: acme, datum: 2026-04-02, kern: Gestuurd, klaar: [2026w12-anouk-1, 2026w12-anouk-1-signaal]}]"
    )
    week(map_, klaar, "2026/w14-rik.yml")
    acme = klant(map_)
    assert (acme.toezeggingen[-1].stand, acme.toezeggingen[-1].stand_op) == ("nagekomen", date(2026, 4, 2))
    assert acme.contactmomenten[-1].signalen[0].opgevolgd_op == date(2026, 4, 2)


def test_alleen_een_gemerkte_belofte_is_voor_de_klant(map_: Path) -> None:
    """Of a talk the client sees a promise that is marked, also when it was kept, and nothing else."""
    regel = "{klant: acme, datum: 2026-03-17, met: [h-bakker], kern: Geheim, belofte: {tekst: %s}, signaal: %s}"
    signaal = "{soort: klacht, tekst: Geheim}"
    beloften = ["Rapport, zichtbaar: klant", "Geheim", "Cijfers, van: klant, zichtbaar: klant"]
    week(map_, "regels:\n" + "".join(f"  - {regel % (belofte, signaal)}\n" for belofte in beloften))
    week(map_, "regels: [{klant: acme, datum: 2026-03-24, kern: K, klaar: [2026w12-anouk-1]}]\n", "2026/w13-rik.yml")

    lading = lees_map(map_)
    acme = dossier_van(lading.accounts["acme"], lading.gedeeld, lading.plaats, date(2026, 4, 1))
    html = render.html(klantoverzicht(acme))

    assert "Geheim" not in html
    assert [("Rapport", "nagekomen")] == [(een.tekst, een.stand) for een in klantdeel(acme).beloofd]
    assert [("Cijfers", "open")] == [(een.tekst, een.stand) for een in klantdeel(acme).gevraagd]
    assert "Rapport" in html


def test_nieuw_gezicht(map_: Path) -> None:
    """Somebody new is a contact person who was spoken to, whom the account file may name too."""
    week(
        map_,
        "regels: [{klant: acme, datum: 2026-03-17, kern: Kennisgemaakt, nieuw: {naam: S. Jansen, functie: directeur, "
        "laag: strategisch}}]\n",
    )
    acme = klant(map_)
    assert [(p.id, p.naam, p.sinds) for p in acme.contactpersonen][-1] == (
        "2026w12-anouk-1-nieuw",
        "S. Jansen",
        date(2026, 3, 17),
    )
    assert acme.contactmomenten[-1].met == ["2026w12-anouk-1-nieuw"]
    assert acme.contactpersonen[-1].relaties == ["anouk"]
    naam = map_ / "acme.yml"
    naam.write_text(
        naam.read_text(encoding="utf-8")
        + "aannames: []\nafsluiting: {volg_contactpersonen: [2026w12-anouk-1-nieuw]}\n",
        encoding="utf-8",
    )
    assert not zinnen(map_)


def test_nieuw_gezicht_staat_later_heel_in_het_klantbestand(map_: Path) -> None:
    """Under the same id the account file tells the rest, and the person is there once."""
    week(
        map_,
        "regels: [{klant: acme, datum: 2026-03-17, kern: Hoi, nieuw: {naam: S. Jansen, functie: x, laag: tactisch}}]\n",
    )
    heel = "  - {id: 2026w12-anouk-1-nieuw, naam: S. Jansen, functie: directeur, laag: strategisch, invloed: 5}\n"
    naam = map_ / "acme.yml"
    tekst = naam.read_text(encoding="utf-8")
    naam.write_text(tekst.replace("contactmomenten:", f"{heel}contactmomenten:"), encoding="utf-8")

    jansen = [(p.functie, p.invloed) for p in klant(map_).contactpersonen if p.naam == "S. Jansen"]
    assert [("directeur", 5)] == jansen


def test_alle_fouten_in_een_keer(map_: Path) -> None:
    """Each reference that leads nowhere is told at its own line of the journal, with what was meant."""
    week(
        map_,
        """\
regels:
  - {klant: acmee, datum: 2026-03-17, kern: Verkeerde klant}
  - klant: acme
    datum: 2026-03-17
    met: [bakker]
    kern: Gesproken
    klopt_nog: [relatie]
    klaar: [t9]
  - {klant: acme, kern: Zonder dag}
""",
    )
    assert [zin.removeprefix("_dagboek/2026/w12-anouk.yml:") for zin in zinnen(map_)] == [
        "2 klant: 'acmee' is geen klant: er is geen bestand met die naam; bedoel je 'acme'?",
        "5 met: 'bakker' is geen contactpersoon van deze klant; bedoel je 'h-bakker'?",
        "7 klopt_nog: 'relatie' " + KLOPT + "; bedoel je 'relaties'?",
        "8 klaar: 't9' " + KLAAR + "; kies uit a1, l1, s1, t3, of voeg het daar toe",
        "9 een regel heeft geen datum; voeg toe: datum: 2026-12-31",
    ]


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("2026/week12-anouk.yml", "noem dit bestand naar de week en de collega, zoals w12-anouk-de-wit.yml"),
        ("2026/w54-anouk.yml", "noem dit bestand naar de week en de collega, zoals w12-anouk-de-wit.yml"),
        ("2025/w53-anouk.yml", "noem dit bestand naar de week en de collega, zoals w12-anouk-de-wit.yml"),
        ("2026/w12-anouk.yaml", "dit bestand wordt niet gelezen; noem het w12-anouk.yml"),
        ("2026/notities.txt", "in het dagboek staan alleen weken; haal notities.txt hier weg"),
        (
            "2026/w12-piet.yml",
            (
                "dit bestand heet naar 'piet', en die staat niet in _gedeeld/team.yml; kies uit anouk, rik, of "
                "voeg het daar toe"
            ),
        ),
    ],
)
def test_bestandsnaam(map_: Path, naam: str, zin: str) -> None:
    """A file that would not be read, or of nobody, says so."""
    week(map_, "regels: [{klant: acme, datum: 2026-03-17, kern: Iets}]\n", naam)
    assert zinnen(map_) == [f"_dagboek/{naam}:1 {zin}"] or zinnen(map_)[0].endswith(zin)


def test_prive_hoort_ook_hier_niet(map_: Path) -> None:
    """What the account file refuses about people, the journal refuses too."""
    week(map_, "regels: [{klant: acme, datum: 2026-03-17, kern: Bel hem op 06-12345678 terug, hobby: zeilen}]\n")
    assert [zin.split(" ", 1)[1].split(":")[0] for zin in zinnen(map_)] == [
        "hier staat een telefoonnummer; dat bewaren we in het CRM en niet hier (AVG)",
        "'hobby' bewaren we niet",
    ]


def test_plek_van_wat_het_dagboek_toevoegt(map_: Path) -> None:
    """Whoever has something to say about a fact of the journal says it there."""
    week(map_, WEEK)
    lader = Lader(map_)
    acme, _ = lader.account("acme")
    assert acme is not None
    plek = lader.plaats.in_bestand
    bestand = f"{map_.name}/_dagboek/2026/w12-anouk.yml"
    assert plek("acme.yml", ("contactmomenten", 1, "datum"))[:2] == (bestand, 3)
    assert plek("acme.yml", ("toezeggingen", 1))[:2] == (bestand, 2)
    assert plek("acme.yml", ("contactpersonen", 0, "houding_op"))[:2] == (bestand, 3)
    assert plek("acme.yml", ("contactpersonen", 1))[0] == f"{map_.name}/acme.yml"


def test_een_vraag_die_bleef_staan(map_: Path) -> None:
    """Lines copied from a page hold questions; one without an answer is an error, also in the account file."""
    week(map_, 'regels: [{klant: acme, datum: 2026-03-17, kern: "… De kern, in één of twee zinnen"}]\n')
    naam = map_ / "acme.yml"
    naam.write_text(naam.read_text(encoding="utf-8") + 'doelen_klant: ["… Wat wil de klant?"]\n', encoding="utf-8")

    gezegd = zinnen(map_)

    assert len(gezegd) == 2
    assert any("hier staat nog de vraag 'Wat wil de klant?'" in zin for zin in gezegd)
    assert any("'De kern, in één of twee zinnen'; schrijf je antwoord" in zin for zin in gezegd)
