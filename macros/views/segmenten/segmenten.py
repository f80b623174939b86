"""Segmenten: who is A, B or C and why, whether that still holds, and whether each gets what the segment promises."""

from collections.abc import Iterator, Sequence
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import bijgesteld, segment_vervalt, waardegroep
from macros.model.segmentatie import Element, Groep
from macros.portefeuille import klantfeiten
from macros.portefeuille.klantfeiten import Top, feiten, in_beeld, loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Tussenkop, Vouw, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.register import Gegeven, Kolom, labelkolom, register
from macros.views.delen.stukken import Bij, Dag, Nadruk, Reeks, Zacht, klant, over, segment
from macros.views.delen.tabel import Bron, bedraggegeven, daggegeven, klantgegeven, segmentgegeven
from macros.views.delen.vragen import vragenlijst
from macros.views.render import Inhoud
from macros.views.segmenten.segment_aandacht import KOPPEN, c_besluiten, juiste_klant, segment_aandacht
from macros.views.segmenten.segment_behandeling import segmentdelen
from macros.views.segmenten.waardebeeld import waardebeeld
from macros.woorden import labels, taal
from macros.woorden.labels import Label

AANDACHT = Tussenkop("Wat vraagt aandacht", "aandacht")
GROOTSTE = Tussenkop("De grootste klanten", "top", "segmenten/#top")
BEGIN = "Zet in het bestand van je belangrijkste klanten het segment, met een reden en een datum."
"""What to do first on a register that came from elsewhere."""


@overzicht
def segmenten(portefeuille: Portefeuille) -> Blad:
    """Make the register of segments."""
    alle = tuple(portefeuille.dossiers.values())
    klanten = sorted(filter(in_beeld, alle), key=lambda dossier: (dossier.naam, dossier.id))
    top = klantfeiten.top(feiten(portefeuille))
    if not klanten:
        leeg = "Er is nog geen klant met een contract. Een klant is één bestand in de map accounts."
        # Other pages lead to these parts, also before there is anything in them.
        delen = (AANDACHT, Leeg("Nog niets: er is geen klant."), GROOTSTE, *_grootste(top, portefeuille))
        return Blad("segmenten", (Zin(leeg), *delen, *juiste_klant(())))
    aandacht = segment_aandacht(klanten, klantfeiten.teamtop(portefeuille.team))
    niets = "Niets: elk segment is vastgesteld, op tijd nagelopen en met een besluit."
    cees = (*klanten, *(dossier for dossier in alle if dossier.account.kweekvijver and dossier not in klanten))
    met_segment = any(dossier.segment.waarde for dossier in klanten)
    geen_c = "Er zijn geen C-klanten." if met_segment else "Nog geen klant heeft een segment, dus ook geen C-klanten."
    return Blad(
        "segmenten",
        (
            Zin(_zin(klanten)),
            AANDACHT,
            vragenlijst(portefeuille, "segmenten-aandacht", aandacht, KOPPEN, niets),
            *_waarde(klanten, top.peiljaar, portefeuille),
            Tussenkop("Wat beloven we, en wat gebeurt er", "behandeling", "segmenten/#behandeling"),
            segmentdelen(klanten, top, portefeuille),
            GROOTSTE,
            *_grootste(top, portefeuille),
            *juiste_klant(klanten),
            *c_besluiten(cees, geen_c),
        ),
    )


@tabel("segmenten", "Segmenten", "segmenten/", "Een klant met een contract, met zijn scores en zijn segment.")
def segmententabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give the clients of every group that shares its value elements."""
    klanten = sorted(filter(in_beeld, portefeuille.dossiers.values()), key=lambda d: (d.naam, d.id))
    jaar = klantfeiten.top(feiten(portefeuille)).peiljaar
    groepen = _groepen(klanten, portefeuille) if portefeuille.gedeeld.instellingen.onderdelen.scores else []
    for groep, leden in groepen or [(None, klanten)]:
        yield _bron(groep, leden, jaar, groep.naam if groep and len(groepen) > 1 else "")


@kaart("segmenten/")
def segmentkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the A clients, and the clients whose segment asks something."""
    klanten = [dossier for dossier in portefeuille.dossiers.values() if in_beeld(dossier)]
    a = sum(dossier.segment.waarde == "A" for dossier in klanten)
    vragen = segment_aandacht(klanten, klantfeiten.top(feiten(portefeuille)))
    telt = f"{'A-klant' if a == 1 else 'A-klanten'} van {taal.aantal(len(klanten), 'klant', 'klanten')}"
    vraag = "Hoeveel aandacht krijgt elke klant, en klopt dat nog?"
    tekst = "vraagt aandacht" if len(vragen) == 1 else "vragen aandacht"
    return Kaart(vraag, a, telt, kaartstand(len(vragen), tekst))


def _zin(dossiers: Sequence[Dossier]) -> str:
    """Say how many clients each segment has."""
    per = {segment: sum(d.segment.waarde == segment for d in dossiers) for segment in (*labels.SEGMENT, None)}
    zonder = per.pop(None)
    if not any(per.values()):
        return f"Nog geen enkele klant heeft een segment. {BEGIN}"
    tellingen = [
        f"{aantal} {segment}-{'klant' if aantal == 1 else 'klanten'}" for segment, aantal in per.items() if aantal
    ]
    nog = f" {taal.aantal(zonder, 'klant heeft', 'klanten hebben')} nog geen segment." if zonder else ""
    return f"{taal.opsomming(tellingen)}.{nog}"


def _waarde(klanten: Sequence[Dossier], jaar: int, portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """The picture of value against risk, and a table for each group that shares its value elements."""
    met_scores = portefeuille.gedeeld.instellingen.onderdelen.scores
    wat, waar = ("er een score is", "de scores onder waarde") if met_scores else ("er omzet bekend is", "omzet")
    yield Tussenkop("Waarde en klantbeeld", "beeld", "segmenten/#waardebeeld")
    yield waardebeeld(klanten) or Leeg(
        f"Het beeld komt zodra {wat} en iets van de klant: een cijfer, een gesprek of een oordeel. "
        f"Zet {waar} in het bestand van je grootste klanten."
    )
    kop, regel = ("Score en segment", "score") if met_scores else ("Segment per klant", "segment")
    yield Tussenkop(kop, "na-waardebeeld", f"segmenten/#{regel}")
    groepen = _groepen(klanten, portefeuille) if met_scores else [(None, klanten)]
    for nummer, (groep, leden) in enumerate(groepen, start=1):
        apart = groep.naam if groep and len(groepen) > 1 else ""
        yield _tabel(groep, leden, jaar, apart, f"waarde{nummer if apart else ''}")
        if groep and groep.elementen:
            bij = f" bij {apart}" if apart else ""
            yield Vouw(f"Wat betekent een score{bij}?", Feiten(tuple(map(_uitleg, groep.elementen))))


def _groepen(klanten: Sequence[Dossier], portefeuille: Portefeuille) -> list[tuple[Groep | None, Sequence[Dossier]]]:
    """Part the clients by the elements that value them; groups without clients are left out."""
    segmentatie = portefeuille.gedeeld.segmentatie
    per_groep: dict[str, list[Dossier]] = {}
    for dossier in klanten:
        per_groep.setdefault(waardegroep(dossier.account, segmentatie).id, []).append(dossier)
    return [(groep, per_groep[groep.id]) for groep in segmentatie.groepen if groep.id in per_groep]


def _uitleg(element: Element) -> tuple[str, str]:
    uitleg = "; ".join(f"{score}: {tekst}" for score, tekst in sorted(element.uitleg_per_score.items()))
    return element.naam, uitleg or "geen uitleg opgeschreven"


def _tabel(groep: Groep | None, klanten: Sequence[Dossier], jaar: int, apart: str, naam: str) -> Inhoud:
    """What each client is worth: its scores, the segment that follows, the one that counts and since when."""
    hoogste = "hoogste score bovenaan; bij elk element staat het gewicht" if groep else "hoogste omzet bovenaan"
    titel = f"{apart + ': ' if apart else ''}de {hoogste}"
    bron = _bron(groep, klanten, jaar, apart)
    return register(titel, bron.kolommen, bron.rijen, naam=naam, zoek="Zoek een klant", kaarten=False, liggend=True)


def _bron(groep: Groep | None, klanten: Sequence[Dossier], jaar: int, apart: str) -> Bron:
    """Columns and rows of that table, the most valuable first."""

    def rang(dossier: Dossier) -> tuple[float, int, str]:
        return -(dossier.score.waarde or 0), -(dossier.account.omzet.get(jaar) or 0), dossier.naam

    kolommen: tuple[Kolom[Dossier], ...] = (
        Kolom("Klant", lambda d: klant(d, "waarom-segment"), sorteer=True, gegevens=(klantgegeven(_zelf),)),
        *(map(_scorekolom, groep.elementen) if groep else ()),
        *([SCORE] if groep else []),
        Kolom(
            f"Omzet {jaar}",
            lambda d: namen.bedrag(d, d.account.omzet.get(jaar)),
            lambda d: d.account.omzet.get(jaar),
            getal=True,
            breed="smal",
            gegevens=(bedraggegeven("omzet", lambda d: d.account.omzet.get(jaar), f"omzet over {jaar}"),),
        ),
        *VASTE_KOLOMMEN,
    )
    return Bron(kolommen, sorted(klanten, key=rang), apart)


def _scorekolom(element: Element) -> Kolom[Dossier]:
    def score(dossier: Dossier) -> int | None:
        return dossier.account.waarde.scores.get(element.id) if dossier.account.waarde else None

    return Kolom(f"{element.naam} {element.gewicht}", score, sorteer=True, getal=True, breed="smal")


def _segment(dossier: Dossier) -> Inhoud:
    """The segment that counts, the one that the score gives where the team chose another, and why."""
    account = dossier.account
    anders = bijgesteld(account, dossier.segment_berekend)
    return (
        segment(dossier),
        Label(f"score zegt {dossier.segment_berekend}", "▲", "let-op") if anders and dossier.segment_berekend else None,
        Bij(account.segment_keuze.reden if account.segment_keuze else None),
    )


def _nalopen(dossier: Dossier) -> Inhoud:
    """Last day to settle the segment anew, and how late that is."""
    dag = _vervalt(dossier)
    if dag is None:
        return Zacht("geen datum") if dossier.segment.waarde else None
    laat = dag < dossier.peildatum and not dossier.uitstellen.voor("segmenten")
    return Dag(dag), over(dossier, dag) if laat else None


def _reden(dossier: Dossier) -> str | None:
    return keuze.reden if (keuze := dossier.account.segment_keuze) else None


def _vervalt(dossier: Dossier) -> date | None:
    return segment_vervalt(dossier.account, dossier.gedeeld.instellingen, dossier.peildatum).waarde


def _zelf(dossier: Dossier) -> Dossier:
    return dossier


SCORE: Kolom[Dossier] = Kolom(
    "Score",
    lambda d: None if d.score.waarde is None else Nadruk(taal.getal(d.score.waarde)),
    lambda d: d.score.waarde,
    getal=True,
    breed="smal",
)
VASTE_KOLOMMEN: tuple[Kolom[Dossier], ...] = (
    Kolom(
        "Segment",
        _segment,
        sorteer=True,
        filter=namen.segmentwoord,
        gegevens=(
            segmentgegeven(_zelf),
            Gegeven("segment_berekend", lambda d: d.segment_berekend, "het segment dat uit de score volgt"),
            Gegeven("reden", _reden, "waarom het team iets anders koos"),
        ),
    ),
    labelkolom("Klantbeeld", lambda d: d.klantbeeld.niveau, labels.KLANTBEELD),
    Kolom("Huiswerk", lambda d: len(d.huiswerk), sorteer=True, getal=True, breed="smal"),
    Kolom(
        "Nalopen",
        _nalopen,
        _vervalt,
        gegevens=(daggegeven("nalopen", _vervalt, "uiterste dag om het segment opnieuw te bekijken"),),
    ),
)


def _grootste(top: Top, portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """80/20: how much the largest clients bring, and which of them are no A; or what to fill in to know it."""
    if top.aandeel is None:
        yield Alinea(
            f"Van geen enkele klant is de omzet over {top.peiljaar} bekend. "
            "Vul omzet in bij je klanten: dan zie je van wie je afhankelijk bent."
        )
        return
    aantal = taal.aantal(len(top.klanten), "klant brengt", "klanten brengen")
    deel = taal.procent(round(top.aandeel))
    lopend = taal.aantal(top.lopend, "klant", "klanten")
    zin = f"{aantal} {deel} van de omzet over {top.peiljaar}, op {lopend} met een lopend contract."
    noot = (
        f"Van {taal.aantal(top.zonder_omzet, 'klant', 'klanten')} is de omzet over {top.peiljaar} niet bekend. "
        "Dit aandeel gaat over de rest."
    )
    yield Alinea((zin, Zacht(noot) if top.zonder_omzet else None))
    kolommen: tuple[Kolom[Dossier], ...] = (
        Kolom("Klant", klant, sorteer=True),
        Kolom(
            "Omzet",
            lambda d: namen.bedrag(d, d.account.omzet[top.peiljaar]),
            lambda d: d.account.omzet[top.peiljaar],
            getal=True,
        ),
        Kolom(
            "Aandeel",
            lambda d: taal.procent(round(100 * d.account.omzet[top.peiljaar] / top.omzet, 1)),
            getal=True,
        ),
        Kolom("Segment", _top_segment, sorteer=True),
    )
    klanten = [portefeuille.dossiers[feit.id] for feit in top.klanten]
    titel = f"De grootste klanten naar omzet over {top.peiljaar}"
    yield register(titel, kolommen, klanten, naam="top", kaarten=False, passend=True)
    yield _op_winst(top, klanten, portefeuille)


def _op_winst(top: Top, grootste: Sequence[Dossier], portefeuille: Portefeuille) -> Inhoud:
    """80/20 of the profit: who is among as many by revenue times margin, and not by revenue; None without margins."""

    def winst(dossier: Dossier) -> float:
        return dossier.account.omzet.get(top.peiljaar, 0) * dossier.account.marge_procent.get(top.peiljaar, 0)

    lopend = [dossier for dossier in portefeuille.dossiers.values() if loopt(dossier)]
    bekend = sorted(filter(winst, lopend), key=lambda dossier: (-winst(dossier), dossier.id))
    erbij = [dossier for dossier in bekend[: len(grootste)] if dossier not in grootste and winst(dossier) > 0]
    mist = len(lopend) - len(bekend)
    noot = Zacht(f"Van {taal.aantal(mist, 'klant', 'klanten')} is dat niet bekend.") if mist else None
    zin = "Naar omzet maal marge " + ("hoort daar ook bij:" if erbij else "zijn het geen andere klanten.")
    return Alinea((zin, Reeks(tuple(map(klant, erbij))), noot)) if bekend else None


def _top_segment(dossier: Dossier) -> Inhoud:
    return segment(dossier), None if dossier.segment.waarde == "A" else Label("geen A", "▲", "let-op")
