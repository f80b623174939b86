"""What was tried at a client, and how it ended."""

from collections.abc import Callable

import pytest

from macros.afleidingen.dossier import Dossier
from macros.views.overdracht.geprobeerd import geprobeerd

CONTRACT = "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31%s}]"


@pytest.mark.parametrize(
    ("yaml", "wat", "uitkomst"),
    [
        (
            CONTRACT % ""
            + """
canvassen:
  - {id: "2026", contracten: [c], gestart_op: 2025-07-01,
     doelen: [{id: d, tekst: Verlengen, status: gehaald}, {id: e, tekst: Groeien}],
     acties: [{id: a, tekst: Bellen, status: klaar}, {id: b, tekst: Rekenen, status: loopt}],
     tussenevaluatie: {datum: 2026-01-01, werkt_het: deels, bijstelling: Vaker}}
""",
            "Retentiecanvas 2026, met 2 doelen en 2 acties",
            "Gehaald: “Verlengen”. Halverwege: werkt deels. Bijgesteld: “Vaker”. Klaar: “Bellen”. 1 actie loopt nog.",
        ),
        (
            CONTRACT % "" + '\ncanvassen: [{id: "2026", contracten: [c], gestart_op: 2025-07-01}]',
            "Retentiecanvas 2026, zonder doelen en acties",
            "nog niets bereikt",
        ),
        (
            (
                "evaluaties: [{datum: 2025-05-01, opdracht: Uitrol, cijfer_resultaat: 6, "
                "herstelplan: {acties: [Nalopen], hercijfer: 8, hercijfer_op: 2025-07-01}}]"
            ),
            "Herstelplan na een laag cijfer voor Uitrol: “Nalopen”",
            "nieuw cijfer 8 op 1 juli 2025",
        ),
        (
            "evaluaties: [{datum: 2025-05-01, cijfer_resultaat: 6, herstelplan: {}}]",
            "Herstelplan na een laag cijfer: nog zonder acties",
            "nog geen nieuw cijfer",
        ),
        (
            (
                "fresheyes: [{uitgevoerd_op: 2025-05-01, door: Bureau, relaties: {score: 3, conclusie: Smal}, "
                "acties: [{tekst: Bellen, status: klaar}]}]"
            ),
            "Frisse blik door Bureau",
            "relaties 3 van 5 (Smal); “Bellen” klaar",
        ),
        ("fresheyes: [{uitgevoerd_op: 2025-05-01}]", "Frisse blik", "geen uitkomst opgeschreven"),
        (
            "signalen: [{datum: 2025-05-01, signaal: Stil, actiestap: Langsgaan, gedaan_op: 2025-06-01}]",
            "Signaal uit een les: “Stil”; wij: “Langsgaan”",
            "gedaan op 1 juni 2025",
        ),
        ("signalen: [{datum: 2025-05-01}]", "Signaal uit een les: “gezien”; nog zonder stap", "nog open"),
        (
            "contactmomenten: [{datum: 2025-05-01, signalen: [{soort: prijs, tekst: Te duur}]}]",
            "Signaal over prijs: “Te duur”",
            "nog open",
        ),
        (
            (
                "kansen: [{id: k, tekst: Telefonie, genoteerd_op: 2025-04-01, uitkomst: vervallen}]\n"
                "contactmomenten: [{datum: 2025-05-01, signalen: [{soort: koopsignaal, tekst: Wil bellen, kans: k}]}]"
            ),
            "Koopsignaal: “Wil bellen”",
            "werd de kans “Telefonie”",
        ),
        (
            "kansen: [{id: k, tekst: Telefonie, genoteerd_op: 2025-04-01, uitkomst: vervallen, status: Te vroeg}]",
            "Kans: “Telefonie”",
            "gaat niet door; “Te vroeg”",
        ),
        (
            "trainingen: [{datum: 2025-05-01, doelgroep: chefs, doel_lang: Zelf doen}]",
            "Training voor chefs, doel “Zelf doen”",
            "nog niet nagevraagd",
        ),
        (
            CONTRACT % ", voorstel: {verstuurd_op: 2026-02-01}",
            "Voorstel voor Beheer",
            "nog geen reactie opgeschreven",
        ),
        (
            CONTRACT % "" + "\npostmortems: [{contract: c, uitgevoerd_op: 2026-02-01}]",
            "Terugblik Beheer",
            "geen les opgeschreven",
        ),
    ],
)
def test_each_kind_is_told_with_how_it_ended(klant: Callable[..., Dossier], yaml: str, wat: str, uitkomst: str) -> None:
    """
    What has no end yet says so.
    """
    assert (wat, uitkomst) in [(een.wat, een.uitkomst) for een in geprobeerd(klant(yaml))]


def test_the_latest_comes_first_and_nothing_of_later(klant: Callable[..., Dossier]) -> None:
    """
    A complaint is no attempt; what is planned is none either.
    """
    yaml = """
    trainingen: [{datum: 2025-05-01, doelgroep: een}, {datum: 2026-05-01, doelgroep: straks}]
    fresheyes: [{uitgevoerd_op: 2025-06-01, door: twee}, {gepland_op: 2026-06-01}]
    contactmomenten: [{datum: 2026-01-01, signalen: [{soort: klacht, tekst: Traag}]}]
"""

    assert ["Frisse blik door twee", "Training voor een"] == [een.wat for een in geprobeerd(klant(yaml))]
