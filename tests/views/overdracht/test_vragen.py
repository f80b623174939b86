"""What to ask a predecessor: each gap and oddity asks its question, and a file without any gets five all the same."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from verleden import verleden, wijziging, zin

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import wissel
from macros.views.overdracht.vragen import vragen

BAAS = "{id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser%s}"
VOL = """
    doelen_klant: [Rust]
    waarom_klant_blijft: Vaste ploeg
    verwachtingen: [{id: v, tekst: Snel, soort: uitgesproken, stand: gehaald, gecheckt_op: 2026-03-01}]
    contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]
    contactpersonen:
      - {id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser, houding: fan, belang: Rust,
         houding_op: 2026-03-01, relaties: [anouk-de-wit, rik-smeets, sara-bos]}
      - {id: t, naam: T. Actiek, functie: chef, laag: tactisch, rol_bvt: gebruiker}
      - {id: o, naam: O. Peratie, functie: chef, laag: operationeel, rol_bvt: gebruiker}
    contactmomenten: [{datum: 2026-03-01, wie: anouk-de-wit, met: [b], kern: Goed}]
"""


def gesteld(dossier: Dossier) -> dict[str, str]:
    """The questions, each with what asks it."""
    return {een.tekst: een.waarom for een in vragen(dossier, wissel(dossier))}


@pytest.mark.parametrize(
    ("yaml", "vraag", "waarom"),
    [
        (
            "toezeggingen: [{id: t, tekst: Rapport, van: wij}]",
            "Wanneer verwacht de klant “Rapport”?",
            "beloofd zonder dag",
        ),
        (
            "toezeggingen: [{id: t, tekst: Rapport, van: wij, wie: rik-smeets, voor_datum: 2026-03-06}]",
            "Wat houdt “Rapport” tegen, en wat weet de klant daarvan?",
            "beloofd voor 6 maart 2026, 10 dagen te laat",
        ),
        (
            "toezeggingen: [{id: t, tekst: Rapport, van: wij, voor_datum: 2026-05-06}]",
            "Wie van ons zou “Rapport” doen?",
            "beloofd zonder naam",
        ),
        (
            "toezeggingen: [{id: t, tekst: Rapport, van: wij, stand: gebroken}]",
            "Hoe hoorde de klant dat “Rapport” niet doorging?",
            "niet nagekomen",
        ),
        (
            "contactmomenten: [{datum: 2026-03-01, signalen: [{soort: stille_klacht, tekst: Traag}]}]",
            "Wat is er sindsdien gezegd over “Traag”?",
            "stille klacht van 1 maart 2026, open",
        ),
        ("", "Wie beslist er bij Acme over ons?", "we kennen er niemand"),
        (
            "contactpersonen: [{id: g, naam: G, functie: chef, laag: tactisch, rol_bvt: gebruiker}]",
            "Wie beslist er bij Acme over ons?",
            "we kennen 1 mens, geen beslisser",
        ),
        (f"contactpersonen: [{BAAS % ''}]", "Waarom sprak niemand van ons B. Baas nog?", "directeur, beslist over ons"),
        (
            f"contactpersonen: [{BAAS % ''}]\ncontactmomenten: [{{datum: 2025-11-01, met: [b], kern: X}}]",
            "Waarom sprak niemand B. Baas sinds 1 november 2025?",
            "directeur, beslist over ons",
        ),
        (
            (
                f"contactpersonen: [{BAAS % ', relaties: [anouk-de-wit]'}]\n"
                "contactmomenten: [{datum: 2026-03-01, wie: anouk-de-wit, met: [b], kern: X}]"
            ),
            "Wanneer stel je mij voor aan B. Baas?",
            "directeur, beslist, en kent alleen jou",
        ),
        (
            f"contactpersonen: [{BAAS % ', vertrokken_op: 2026-02-01'}]",
            "Wie doet nu het werk van B. Baas?",
            "directeur, vertrok op 1 februari 2026",
        ),
        (
            f"contactpersonen: [{BAAS % ''}]",
            "Hoe kom ik binnen bij B. Baas?",
            "directeur: niemand van ons kent deze persoon",
        ),
        (
            "contactpersonen: [{id: g, naam: G. Eval, functie: chef, laag: tactisch}]",
            "Heeft G. Eval iets te zeggen over ons?",
            "chef, rol bij het besluit onbekend",
        ),
        (
            f"in_beheer_sinds: 2025-01-01\ncontactpersonen: [{BAAS % ', sinds: 2026-02-01'}]",
            "Waarom is er nog niet kennisgemaakt met B. Baas?",
            "directeur sinds 1 februari 2026, kennismaken kon tot 3 maart 2026",
        ),
        ("omzet: {2024: 100, 2025: 80}", "Waardoor daalde de omzet tussen 2024 en 2025?", "van €\xa0100 naar €\xa080"),
        (
            (
                "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2027-12-31, "
                "inschatting: {verwachting: twijfel, op: 2026-03-01}}]"
            ),
            "Waarom denk je: twijfel, bij Beheer?",
            "inschatting zonder reden",
        ),
        (
            (
                "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, "
                "opzegging: {ontvangen_op: 2026-03-01, door: klant}}]"
            ),
            "Waarom is Beheer opgezegd?",
            "opgezegd op 1 maart 2026, zonder reden",
        ),
        (
            (
                "contracten: [{id: c, titel: Oud, startdatum: 2020-01-01, einddatum: 2025-12-31, "
                "uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}]"
            ),
            "Wat gaf de doorslag bij Oud?",
            "verloren, 1 oktober 2025, zonder uitleg",
        ),
        (
            (
                "contracten: [{id: c, titel: Oud, startdatum: 2020-01-01, einddatum: 2025-12-31, "
                "uitkomsten: [{datum: 2025-10-01, resultaat: verloren, toelichting: Prijs}]}]"
            ),
            "Wat hadden we bij Oud anders moeten doen?",
            "verloren, en geen terugblik gehouden",
        ),
        (
            "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, startdatum_geschat: true}]",
            "Sinds wanneer loopt Beheer echt?",
            "startdatum is geschat",
        ),
        (
            (
                "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2027-12-31, "
                "voorstel: {verstuurd_op: 2026-03-01}}]"
            ),
            "Wat zei de klant op het voorstel voor Beheer?",
            "verstuurd op 1 maart 2026",
        ),
        (
            "evaluaties: [{datum: 2026-02-01, opdracht: Uitrol, cijfer_resultaat: 6.5}]",
            "Wat zat er achter de 6,5 voor Uitrol?",
            "cijfer van 1 februari 2026, zonder uitleg",
        ),
        (
            "wijzigingen: [{datum: 2026-02-01, soort: reorganisatie, tekst: Nieuwe directie}]",
            "Wat deden we na “Nieuwe directie”?",
            "wijziging van 1 februari 2026, niet opgevolgd",
        ),
        (
            "fresheyes: [{uitgevoerd_op: 2025-10-01, acties: [{tekst: Bellen, gereed_op: 2026-01-01}]}]",
            "Waar bleef “Bellen” op hangen?",
            "actie uit een plan, moest klaar zijn op 1 januari 2026",
        ),
        (
            "fresheyes: [{uitgevoerd_op: 2025-10-01, acties: [{tekst: Mailen}]}]",
            "Hoe ver is “Mailen”?",
            "actie uit een plan, zonder dag",
        ),
        ("aannames: [{id: a, tekst: Blijft}]", "Waarop baseer je “Blijft”?", "een aanname, niet getoetst"),
        (
            "contactmomenten: [{datum: 2026-03-01, kern: X, signalen: [{soort: prijs, tekst: Te duur}]}]",
            "Wat kwam er van “Te duur”?",
            "signaal prijs van 1 maart 2026",
        ),
        (
            "concurrenten: [{naam: Ander}]",
            "Hoe dichtbij is Ander, en wie wil daarheen?",
            "kan ons vervangen, sterkte onbekend",
        ),
        ("kansen: [{id: k, tekst: Bellen}]", "Wat weerhield je van “Bellen”?", "kans zonder volgende stap"),
    ],
)
def test_each_gap_asks_its_question(klant: Callable[..., Dossier], yaml: str, vraag: str, waarom: str) -> None:
    """
    With the fact that asks it.
    """
    assert waarom == gesteld(klant(yaml)).get(vraag)


@pytest.mark.parametrize(
    ("erbij", "vraag"),
    [
        ("houding: onbekend", "Hoe staat B. Baas tegenover ons?"),
        ("houding: positief, houding_op: 2025-01-01", "Is B. Baas nog steeds “positief”, en waaruit blijkt dat?"),
    ],
)
def test_an_attitude_that_nobody_knows_is_asked(klant: Callable[..., Dossier], erbij: str, vraag: str) -> None:
    """
    Or one that is old.
    """
    yaml = VOL.replace("houding: fan, belang: Rust,\n         houding_op: 2026-03-01", f"{erbij}, belang: Rust")

    assert vraag in gesteld(klant(yaml))


def test_a_long_silence_is_asked(klant: Callable[..., Dossier]) -> None:
    """
    Between two talks half a year and more; not before the first one.
    """
    yaml = VOL.replace("kern: Goed}", "kern: Goed}, {datum: 2025-03-01, wie: anouk-de-wit, met: [b], kern: Oud}")

    stil = [vraag for vraag in gesteld(klant(yaml)) if "tussen" in vraag]

    assert ["Wat gebeurde er tussen 1 maart 2025 en 1 maart 2026?"] == stil


def test_a_call_that_the_client_contradicts_is_asked(klant: Callable[..., Dossier]) -> None:
    """
    In both directions.
    """
    call = "einddatum: 2029-12-31, inschatting: {verwachting: %s, waarom: Gehoord, op: 2026-03-01}"
    rustig = VOL.replace("einddatum: 2029-12-31", call % "twijfel")
    zorg = VOL.replace("einddatum: 2029-12-31", call % "verlengt").replace("houding: fan", "houding: kritisch")

    assert "zorg" == klant(zorg).klantbeeld.niveau
    assert "Wat weet jij waardoor je “verlengt” zegt, en het klantbeeld “zorg” is?" in gesteld(klant(zorg))
    assert any("waardoor je" in vraag for vraag in gesteld(klant(rustig))) == (
        klant(rustig).klantbeeld.niveau in {"rustig", "onbekend"}
    )


def test_what_the_history_never_explained_is_asked(klant: Callable[..., Dossier]) -> None:
    """
    An attitude that turned round, a promise that went away; not a change of a name.
    """
    dossier = klant(VOL)
    geschiedenis = verleden(
        {
            "acme": [
                wijziging("2026-02-01", zin("B. Baas, Houding: Fan → Neutraal", "contactpersonen", "b", "houding")),
                wijziging("2026-02-02", zin("Toezegging weg: Rapport", "toezeggingen", "t", soort="weg")),
                wijziging("2026-02-02", zin("Rapport, Stand van weg", "toezeggingen", "t", "stand_op", soort="weg")),
                wijziging("2026-02-03", zin("Branche: zorg → bouw", "branche")),
            ]
        }
    )
    met = gesteld(replace(dossier, gedeeld=replace(dossier.gedeeld, geschiedenis=geschiedenis)))

    assert "in het bestand: B. Baas, Houding: Fan → Neutraal" == met["Wat gebeurde er rond 1 februari 2026?"]
    assert "uit het bestand op 2 februari 2026" == met["Waarom is dit weggehaald: “Toezegging weg: Rapport”?"]
    assert not any("Stand van" in vraag for vraag in met)
    assert not any("Branche" in waarom for waarom in met.values())


def test_a_file_without_gaps_gets_five_questions_all_the_same(klant: Callable[..., Dossier]) -> None:
    """
    What no file holds, in words of this client.
    """
    gevonden = gesteld(klant(VOL))

    assert 5 == len(gevonden)
    assert "Hoe gaat een gesprek met B. Baas het best?" in gevonden
    assert "Wat kan er bij Acme misgaan in de komende drie maanden?" in gevonden


def test_at_most_two_of_a_kind_and_ten_in_all(klant: Callable[..., Dossier]) -> None:
    """
    So that one kind of gap does not hide the others.
    """
    beloften = ", ".join(f"{{id: t{n}, tekst: Taak {n}, van: wij}}" for n in range(9))
    aannames = ", ".join(f"{{id: a{n}, tekst: Denk {n}}}" for n in range(9))
    wijzigingen = ", ".join(f"{{datum: 2026-01-0{n}, soort: strategie, tekst: Anders {n}}}" for n in range(1, 9))
    yaml = f"toezeggingen: [{beloften}]\naannames: [{aannames}]\nwijzigingen: [{wijzigingen}]"

    gevonden = gesteld(klant(yaml))

    assert 10 == len(gevonden)
    assert 2 == sum("Taak" in vraag for vraag in gevonden)


def test_at_most_two_about_one_person(klant: Callable[..., Dossier]) -> None:
    """
    A new decider whom nobody met has many gaps; the others have theirs too.
    """
    yaml = VOL.replace(", relaties: [anouk-de-wit, rik-smeets, sara-bos]", "").replace(
        "houding: fan, belang: Rust,\n         houding_op: 2026-03-01", "houding: onbekend"
    )

    assert 2 == sum("B. Baas" in vraag and "gesprek" not in vraag for vraag in gesteld(klant(yaml)))


def test_who_is_no_client_yet_is_not_asked_why_it_stays(klant: Callable[..., Dossier]) -> None:
    """
    Of one in the pond.
    """
    assert "Waarom blijft Acme bij ons?" in gesteld(klant())
    assert "Waarom blijft Acme bij ons?" not in gesteld(klant("kweekvijver: {sinds: 2026-01-01}"))
