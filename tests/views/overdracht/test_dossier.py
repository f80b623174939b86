"""The handover dossier of a client: its parts, the words where one is empty, and what keeps it for us alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from leesbaar import blokken, tabel, woorden
from verleden import verleden, wijziging, zin
from voorbeeldklanten import voorbeeldklanten

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.delen.blad import Blad, Feiten, Leeg, Opsomming, Tussenkop
from macros.views.delen.register import Register
from macros.views.overdracht.band import band
from macros.views.overdracht.overdracht import overdracht
from macros.views.overdracht.verhaal import keerpunten, verhaal
from macros.views.overdracht.woorden import citaat, kort

DELEN = (
    "Het verhaal", "Keerpunten", "Toezeggingen", "Wij beloofden", "De klant beloofde", "Waar het zeer doet",
    "Wie kent wie", "Wat er geprobeerd is", "De eerste dertig dagen",
)  # fmt: skip


def koppen(blad: Blad) -> list[str]:
    """The headings, also those of parts beside each other."""
    html = render.html(blad)
    return [een.tekst for een in blokken(blad, Tussenkop)] if "<h2" in html else []


def alles(dossier: Dossier) -> str:
    """The whole dossier as words."""
    return woorden(render.html(overdracht(dossier)))


# --- the whole ---


@pytest.mark.parametrize("id_", voorbeeldklanten().dossiers)
def test_every_client_has_every_part(id_: str) -> None:
    """
    In one order, with five to ten questions, and on top that it is not for the client.
    """
    dossier = voorbeeldklanten().dossiers[id_]
    tekst = alles(dossier)

    assert tekst.startswith("Alleen voor ons Hier staan namen, oordelen en bedragen.")
    plekken = [tekst.index(deel) for deel in DELEN]
    assert sorted(plekken) == plekken
    [vragen] = [een for een in blokken(overdracht(dossier), Opsomming) if een.genummerd]
    assert 5 <= len(vragen.regels) <= 10


def test_the_questions_differ_per_client() -> None:
    """
    Fewer than half of all questions stand at another client too.
    """
    per_klant = [
        [woorden(regel) for een in blokken(overdracht(dossier), Opsomming) if een.genummerd for regel in een.regels]
        for dossier in voorbeeldklanten().dossiers.values()
    ]
    alle = [vraag for eigen in per_klant for vraag in eigen]

    assert len(set(alle)) > len(alle) * 0.9
    assert all(len(set(eigen)) == len(eigen) for eigen in per_klant)


def test_an_empty_client_says_so_in_every_part(klant: Callable[..., Dossier]) -> None:
    """
    No part is empty, and nothing is guessed.
    """
    tekst = alles(klant())

    for zin_ in (
        "Nu de klant van Anouk de Wit. Wie hem overneemt, is nog niet bekend.",
        "sinds wanneer dit een klant is, staat nergens",
        "Er is geen contract.",
        "Er is nu niets te beslissen.",
        "Waarom de klant blijft, heeft nog niemand opgeschreven.",
        "Er is nog niets gebeurd dat is opgeschreven.",
        "Wij beloofden niets dat nog open staat.",
        "Geen klacht, laag cijfer, gemiste verwachting, probleem of verlies opgeschreven.",
        "We kennen hier nog niemand.",
        "Er is nog geen plan, herstel, frisse blik, signaal of kans opgeschreven.",
        "In deze dertig dagen hoeft er niets.",
    ):
        assert zin_ in tekst


def test_a_text_that_is_code_stays_text(klant: Callable[..., Dossier]) -> None:
    """
    On every place where words of the file are told.
    """
    kwaad = "<img src=x onerror=alert(1)> {{ 7*7 }}"
    html = render.html(
        overdracht(
            klant(
                f"""
    naam: "{kwaad}"
    waarom_klant_blijft: "{kwaad}"
    doelen_klant: ["{kwaad}"]
    contactpersonen:
      - {{id: p, naam: "{kwaad}", functie: "{kwaad}", laag: tactisch, rol_bvt: beslisser, belang: "{kwaad}"}}
    toezeggingen: [{{id: t, tekst: "{kwaad}", van: wij}}, {{id: u, tekst: "{kwaad}", van: wij, stand: gebroken}}]
    aannames: [{{id: a, tekst: "{kwaad}"}}]
    problemen: [{{id: q, tekst: "{kwaad}"}}]
    kansen: [{{id: k, tekst: "{kwaad}", genoteerd_op: 2026-01-01, status: "{kwaad}"}}]
"""
            )
        )
    )

    assert "<img" not in html
    assert "{{" not in html
    assert html.count("&lt;img") > 8


# --- from whom to whom ---


@pytest.mark.parametrize(
    ("yaml", "zin_"),
    [
        ("", "Nu de klant van Anouk de Wit. Wie hem overneemt, is nog niet bekend."),
        (
            "vorige_accountmanager: rik-smeets\novergedragen_op: 2026-03-01",
            "Overgedragen van Rik Smeets naar Anouk de Wit, op 1 maart 2026.",
        ),
        (
            "vorige_accountmanager: rik-smeets",
            "Overgedragen van Rik Smeets naar Anouk de Wit, op een dag die niet is opgeschreven.",
        ),
    ],
)
def test_it_says_from_whom_to_whom(klant: Callable[..., Dossier], yaml: str, zin_: str) -> None:
    """
    With the day when there is one.
    """
    assert zin_ in alles(klant(yaml))


WEG = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: is-weg, naam: Is Weg, rollen: [accountmanager], uit_dienst_op: 2025-12-31, vervanger: rik-smeets}
"""


def test_of_who_left_the_deputy_gets_it_and_another_is_asked(klant: Callable[..., Dossier]) -> None:
    """
    Whoever spoke the client most; else the advice to ask the client.
    """
    op_naam = "driehoek: {accountmanager: is-weg}\n"
    sprak = "contactmomenten: [{datum: 2026-01-05, wie: anouk-de-wit, kern: Gebeld}]\n"

    assert "Nog op naam van Is Weg, en gaat naar Rik Smeets." in alles(klant(op_naam, team=WEG))
    assert "Is Weg werkt hier niet meer. Bel als dat kan" in alles(klant(op_naam, team=WEG))
    assert "Vraag het Anouk de Wit: die sprak de klant één keer." in alles(klant(op_naam + sprak, team=WEG))


def test_what_is_not_handed_over_is_named(klant: Callable[..., Dossier]) -> None:
    """
    Each thing a sentence; without a handover there is no such part.
    """
    yaml = """
    vorige_accountmanager: rik-smeets
    overgedragen_op: 2026-03-01
    toezeggingen: [{id: t, tekst: Rapport sturen., van: wij, wie: rik-smeets}]
"""
    tekst = alles(klant(yaml))

    assert "Nog niet overgedragen" in tekst
    assert "Toegezegd, en nog op naam van Rik Smeets: “Rapport sturen”." in tekst
    assert "De wisseling staat nog niet bij de wijzigingen." in tekst
    assert "Nog niet overgedragen" not in alles(klant())


# --- the story ---

VERHAAL = """
    naam: Acme Zorg
    branche: zorg
    omvang: L
    klant_sinds: 2019-05-01
    doelen_klant: ["Kortere wachttijden.", "Eén werkplek"]
    waarom_klant_blijft: "vaste ploeg"
    omzet: {2023: 100000, 2025: 80000}
    ons_aandeel: 40
    contracten:
      - {id: oud, titel: Netwerk, startdatum: 2020-01-01, einddatum: 2023-12-31,
         uitkomsten: [{datum: 2023-10-01, resultaat: verloren, toelichting: "Te duur"}]}
      - {id: nu, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 210000,
         opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12},
         inschatting: {verwachting: twijfel, waarom: "Kijkt rond", op: 2026-03-02}}
    wijzigingen: [{datum: 2025-06-01, soort: reorganisatie, tekst: Nieuwe directie}]
"""


def test_the_story_is_told_in_sentences(klant: Callable[..., Dossier]) -> None:
    """
    Who it is, and what we do and did.
    """
    delen = dict(verhaal(klant(VERHAAL)))

    assert delen["Wie het is"] == (
        "Acme Zorg (zorg, omvang L, nog zonder segment) is klant sinds 1 mei 2019, 6 jaar. "
        "Zelf wil de klant “Kortere wachttijden” en “Eén werkplek”."
    )
    assert delen["Wat we doen"] == (
        "Beheer loopt sinds 1 januari 2024. Netwerk liep van 1 januari 2020 tot en met 31 december 2023. "
        "Uitkomst op 1 oktober 2023: verloren, “Te duur”. "
        "De omzet daalde van €\xa0100.000 in 2023 naar €\xa080.000 in 2025. "
        "Wij leveren 40% van wat deze klant in ons vak inkoopt."
    )


@pytest.mark.parametrize(
    ("contract", "woorden_"),
    [
        ("startdatum: 2026-07-01, einddatum: 2027-06-30", "Beheer begint op 1 juli 2026."),
        (
            "startdatum: 2024-01-01, startdatum_geschat: true, einddatum: 2027-12-31",
            "loopt sinds ongeveer 1 januari 2024",
        ),
        (
            "startdatum: 2024-01-01, einddatum: 2026-12-31, opzegging: {ontvangen_op: 2026-03-01, door: klant}",
            "De klant zegde het op 1 maart 2026 op, zonder reden erbij.",
        ),
        (
            (
                "startdatum: 2022-01-01, einddatum: 2024-12-31, verlengingen: [{datum: 2024-10-01, "
                "nieuwe_einddatum: 2027-12-31, soort: overeenkomst}]"
            ),
            "Het is verlengd op 1 oktober 2024 (in overleg).",
        ),
    ],
)
def test_each_contract_is_told_as_it_runs(klant: Callable[..., Dossier], contract: str, woorden_: str) -> None:
    """
    One to come, of which the day is not sure, given notice, renewed.
    """
    assert woorden_ in dict(verhaal(klant(f"contracten: [{{id: c, titel: Beheer, {contract}}}]")))["Wat we doen"]


def test_a_client_that_is_gone_does_not_stay(klant: Callable[..., Dossier]) -> None:
    """
    The story says that it was a client.
    """
    yaml = """
    klant_sinds: 2018-01-01
    contracten:
      - {id: c, titel: C, startdatum: 2020-01-01, einddatum: 2025-12-31,
         uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}
"""
    delen = dict(verhaal(klant(yaml)))

    assert "was klant vanaf 1 januari 2018." in delen["Wie het is"]
    assert "De klant is weg." == dict(band(klant(yaml)))["Waarom de klant blijft"]


def test_the_turns_are_told_from_the_first(klant: Callable[..., Dossier]) -> None:
    """
    At most ten: how it began, and the last of the rest; a handover that is a change too, once.
    """
    jaren = "\n".join(
        f"      - {{datum: {jaar}-06-01, soort: reorganisatie, tekst: Jaar {jaar}}}" for jaar in range(2005, 2026)
    )
    yaml = f"""
    klant_sinds: 2004-01-01
    vorige_accountmanager: rik-smeets
    overgedragen_op: 2026-03-01
    wijzigingen:
      - {{datum: 2026-03-01, soort: eigen_team, tekst: Anouk volgt Rik op}}
{jaren}
"""
    punten = keerpunten(klant(yaml))

    assert ["Klant geworden", "Reorganisatie: Jaar 2018"] == [een.tekst for een in punten[:2]]
    assert "Wisseling in ons team: Anouk volgt Rik op" == punten[-1].tekst
    assert 10 == len(punten)
    assert "Overdracht" not in {een.soort for een in punten}


def test_a_renewal_with_its_outcome_is_one_turn(klant: Callable[..., Dossier]) -> None:
    """
    The one with the new last day; an outcome of another day, or another ending, stays.
    """
    yaml = """
    contracten:
      - {id: c, titel: Beheer, startdatum: 2022-01-01, einddatum: 2024-12-31,
         verlengingen: [{datum: 2024-10-08, nieuwe_einddatum: 2026-12-31, soort: overeenkomst}],
         uitkomsten: [{datum: 2024-10-08, resultaat: verlengd}, {datum: 2025-03-01, resultaat: verlengd_beter}]}
"""

    assert [date(2022, 1, 1), date(2024, 10, 8), date(2025, 3, 1)] == [een.datum for een in keerpunten(klant(yaml))]


def test_a_promise_says_who_keeps_it(klant: Callable[..., Dossier]) -> None:
    """
    That of who gives the client away goes along, that of another stays; both as the thirty days say.
    """
    beloofd = """
    toezeggingen:
      - {id: t, tekst: Rapport, van: wij, wie: anouk-de-wit}
      - {id: u, tekst: Rekening, van: wij, wie: rik-smeets}
      - {id: v, tekst: Bellen, van: wij}
"""
    tekst = alles(klant(beloofd))

    assert "Rapport Open Anouk de Wit gaat over naar de opvolger" in tekst.replace("○ ", "")
    assert "blijft bij Rik Smeets" in tekst
    assert "Bellen" in tekst.partition("nog niemand houdt dit bij")[0]


def test_a_line_to_write_on_stands_there_while_nobody_is_named(klant: Callable[..., Dossier]) -> None:
    """
    For the name of the successor, on paper.
    """
    assert "Wie neemt over:" in alles(klant())
    assert "Wie neemt over:" not in alles(klant("vorige_accountmanager: rik-smeets\novergedragen_op: 2026-03-01"))


def test_the_days_are_said_as_a_colleague_says_them(klant: Callable[..., Dossier]) -> None:
    """
    What to do first, and which kind of thing it is in small; that what is late stands on top only when something is.
    """
    yaml = """
    contactpersonen: [{id: b, naam: B. Baas, functie: chef, laag: operationeel, rol_bvt: beslisser}]
    contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]
    aannames: [{id: a, tekst: Niemand kijkt rond, wie: rik-smeets, voor_datum: %s}]
    contactregels: [{id: r, wie: contactmanager, laag: operationeel, elke_dagen: 440}]
""".replace("contactmanager", "contractmanager")
    tekst = alles(klant(yaml % "2026-03-20"))

    assert "Kennismaken met B. Baas" in tekst
    assert "Nagaan of klopt: Niemand kijkt rond aanname" in tekst
    assert "Contact: contractmanager met de operationele laag contactregel" in tekst
    assert "Wat te laat is, staat bovenaan." in alles(klant(yaml % "2026-03-02"))


def test_quotes_hold_the_words_and_no_more() -> None:
    """
    Quotes and a full stop of their own go; long words end in three dots.
    """
    assert "“Doe dit”" == citaat(' "Doe dit." ')
    assert kort("woord " * 60).endswith("woord…”")
    assert len(kort("woord " * 60)) <= 162


# --- the other parts ---


def test_who_knows_whom_says_who_spoke_last(klant: Callable[..., Dossier]) -> None:
    """
    With who left marked, and that nobody knows somebody.
    """
    yaml = """
    contactpersonen:
      - {id: g, naam: G. Bruiker, functie: chef, laag: operationeel}
      - {id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser, invloed: 5, houding: fan,
         houding_op: 2026-02-01, relaties: [anouk-de-wit, is-weg], belang: Rust}
      - {id: w, naam: W. Weg, functie: baas, laag: tactisch, vertrokken_op: 2026-01-01}
    contactmomenten:
      - {datum: 2026-01-05, wie: rik-smeets, met: [b], kern: X, vorm: overleg}
      - {datum: 2026-04-05, wie: rik-smeets, met: [b], kern: Gepland}
"""
    blad = overdracht(klant(yaml, team=WEG))
    rijen = next(
        tabel(een) for blok in blad.blokken if isinstance(blok, tuple) for een in blok if isinstance(een, Register)
    )

    assert [
        ("B. Baas directeur", "Beslisser, invloed 5 van 5 Fan 1 feb 2026", "Rust"),
        ("G. Bruiker chef", "Rol onbekend Onbekend", ""),
    ] == [(rij["Wie bij de klant"], rij["Rol en houding"], rij["Wat telt"]) for rij in rijen]
    assert (
        "Anouk de Wit en Is Weg (weg) laatst: overleg met Rik Smeets op 5 jan 2026" == rijen[0]["Wie van ons, en hoe"]
    )
    assert "Niemand nog niet gesproken" == rijen[1]["Wie van ons, en hoe"]
    assert "Vertrokken: W. Weg, baas." in woorden(render.html(blad))


def test_what_hurt_is_told_with_how_it_was_answered(klant: Callable[..., Dossier]) -> None:
    """
    An open complaint, a low mark with its plan once, a broken promise, a lost contract, an answered complaint.
    """
    tekst = alles(
        klant(
            """
    contracten:
      - {id: c, titel: Netwerk, startdatum: 2020-01-01, einddatum: 2025-12-31,
         uitkomsten: [{datum: 2025-10-01, resultaat: verloren, toelichting: Te duur}]}
    contactpersonen: [{id: b, naam: B. Baas, functie: directeur, laag: strategisch}]
    evaluaties:
      - {datum: 2026-02-01, opdracht: Migratie, cijfer_resultaat: 6, beter: Bellen}
      - {datum: 2025-02-01, opdracht: Uitrol, cijfer_resultaat: 5, herstelplan: {acties: [Nalopen], hercijfer: 8}}
    toezeggingen: [{id: t, tekst: Rapport sturen, van: wij, stand: gebroken, stand_op: 2026-01-02}]
    contactmomenten:
      - {datum: 2026-03-01, met: [b], kern: X, signalen: [{soort: klacht, tekst: Traag}]}
      - {datum: 2025-03-01, met: [b], kern: X, signalen: [{soort: klacht, tekst: Fout, opgevolgd_op: 2025-03-09}]}
"""
        )
    )
    zeer = tekst.partition("Waar het zeer doet")[2].partition("Wie kent wie")[0]

    assert "“Traag”" in zeer
    assert 1 == zeer.count("Migratie")
    assert "Een 5 voor Uitrol 1 februari 2025 · herstelplan: “Nalopen”; daarna een 8" in zeer
    assert "Wij kwamen niet na: “Rapport sturen” 2 januari 2026" in zeer
    assert "Netwerk: verloren 1 oktober 2025 · “Te duur”" in zeer
    assert "Eerder geklaagd: “Fout” B. Baas · 1 maart 2025 · opgevolgd op 9 maart 2025" in zeer


def test_the_history_tells_what_changed_lately(klant: Callable[..., Dossier]) -> None:
    """
    Only with a history, and nothing of more than ninety days ago.
    """
    dossier = klant()
    geschiedenis = verleden(
        {
            "acme": [
                wijziging("2025-01-05", zin("Omvang: S → L", "omvang")),
                wijziging(
                    "2026-03-01", zin("Branche: zorg → bouw", "branche"), zin("Nieuw: bel", "vandaag", soort="werk")
                ),
            ]
        }
    )
    met = replace(dossier, gedeeld=replace(dossier.gedeeld, geschiedenis=geschiedenis))

    assert "Wat er de laatste 90 dagen veranderde" in alles(met)
    assert "Branche: zorg → bouw" in alles(met)
    assert "Omvang" not in alles(met)
    assert "Nieuw: bel" not in alles(met)
    assert "veranderde" not in alles(dossier)


def test_what_does_not_fit_is_counted(klant: Callable[..., Dossier]) -> None:
    """
    With the way to it; the first of each stand there, and one that would be left alone stands there too.
    """
    veel = ", ".join(f"{{id: t{n}, tekst: Taak {n}, van: wij}}" for n in range(10))
    tekst = alles(klant(f"toezeggingen: [{veel}]"))

    assert "en nog 6 toezeggingen" in tekst
    een_te_veel = veel.partition(", {id: t5")[0]
    assert "en nog 1 toezegging" not in alles(klant(f"toezeggingen: [{een_te_veel}]"))


def test_nothing_is_empty_on_the_page(klant: Callable[..., Dossier]) -> None:
    """
    Each paragraph of the story has words.
    """
    [feiten, *_] = blokken(overdracht(klant()), Feiten)

    assert all(woorden(tekst) for _, tekst in feiten.paren)
    assert blokken(overdracht(klant()), Leeg)
    assert date(2026, 3, 16) == klant().peildatum


def test_of_who_is_away_another_is_asked_and_introduces(klant: Callable[..., Dossier]) -> None:
    """
    Until the day of coming back.
    """
    team = WEG.replace(
        "rollen: [accountmanager]}\n      - {id: rik",
        "rollen: [accountmanager],\n         afwezig: [{van: 2026-03-01, tot: 2026-05-17}]}\n      - {id: rik",
        1,
    )
    yaml = """
    contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]
    contactpersonen: [{id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser,
                       relaties: [anouk-de-wit, rik-smeets]}]
    contactmomenten: [{datum: 2026-01-05, wie: rik-smeets, met: [b], kern: X}]
"""
    tekst = alles(klant(yaml, team=team))

    assert "Anouk de Wit is er niet tot en met 17 mei 2026. Vraag het Rik Smeets: die sprak de klant één keer." in tekst
    assert "de opvolger; Rik Smeets stelt voor" in tekst


def test_a_contract_past_its_end_is_said_to_run_on(klant: Callable[..., Dossier]) -> None:
    """
    And who is no client yet, is not one since nobody knows when.
    """
    yaml = """
    contracten:
      - {id: c, titel: Beheer, startdatum: 2021-10-01, einddatum: 2025-09-30, voortgezet_zonder_afspraak: true}
"""
    in_vijver = klant("kweekvijver: {sinds: 2026-01-01, waarom: Zit vast}")
    vijver = dict(verhaal(in_vijver))

    assert (
        "Het liep af op 30 september 2025, en loopt door zonder nieuwe afspraak."
        in (dict(verhaal(klant(yaml)))["Wat we doen"])
    )
    assert "is nog geen klant. We houden licht contact: Zit vast." in vijver["Wie het is"]
    assert "Het is nog geen klant." == dict(band(in_vijver))["Waarom de klant blijft"]
