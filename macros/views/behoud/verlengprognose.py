"""Prognose: what comes to a decision per quarter, by klantbeeld and by the own call, and how often calls were right."""

from collections import Counter
from collections.abc import Iterator, Sequence

from macros.portefeuille import prognose
from macros.portefeuille.besluiten import HOE, Besluit, besluiten, getoetst
from macros.portefeuille.inzet import horizon, inzetten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import Kans, Kwartaal
from macros.portefeuille.telling import KLEIN
from macros.views.behoud.beslissing import INSCHATTING, gekozen, kanslijst, kwartaalkop, verlieslijst
from macros.views.delen.balk import Balk
from macros.views.delen.blad import Alinea, Anker, Blad, Leeg, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Aaneen, Bij, Link, klant
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

LIJST = "beslissingen"
"""Where the contracts stand, and the name of their table in the address."""
KLOPTE = {
    True: Label("Klopte", "✓", "goed"),
    False: Label("Klopte niet", "✕", "risico"),
    None: Label("Was twijfel", "–", "stil"),
}


@overzicht
def verlengprognose(portefeuille: Portefeuille) -> Blad:
    """Make the forecast and the check of the calls."""
    kwartalen = prognose.prognose(portefeuille)
    kansen = [kans for kwartaal in kwartalen for kans in kwartaal.kansen]
    verloren = any(kwartaal.verliezen for kwartaal in kwartalen)
    toetsen = sorted(getoetst(besluiten(portefeuille)), key=lambda besluit: besluit.dossier.naam)
    leeg = "Er komt geen contract meer aan een beslismoment toe. Staan de contracten met hun einddatum in de bestanden?"
    return Blad(
        "verlengprognose",
        (
            *(_prognose(kwartalen, kansen, portefeuille) if kansen or verloren else (Leeg(leeg),)),
            Tussenkop("Klopte de eigen inschatting?", "inschatting-getoetst", "behoud/#inschatting-getoetst", niveau=3),
            Alinea(_toets_zin(toetsen)),
            *(_toetsen(toetsen) if toetsen else ()),
        ),
    )


def _prognose(kwartalen: Sequence[Kwartaal], kansen: Sequence[Kans], portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """The amounts per quarter, and under them the contracts."""
    valuta = portefeuille.gedeeld.instellingen.valuta
    yield Alinea((_zin(portefeuille), Link("Op het spel", "op-het-spel/")))
    yield _bedragen(kwartalen, valuta)
    if zonder := sum(kwartaal.zonder_waarde for kwartaal in kwartalen):
        yield Alinea(
            f"Zonder jaarwaarde: {zonder}. Vul die in bij het contract: dan zie je hoeveel omzet aan een beslismoment "
            "toe is.",
            zacht=True,
        )
    if kansen:
        yield Vouw(
            "De contracten die aan een beslismoment toe zijn", Anker(LIJST, kanslijst(LIJST, kansen)), len(kansen)
        )
    if verliezen := [verlies for kwartaal in kwartalen for verlies in kwartaal.verliezen]:
        yield Vouw("Al verloren, en nog niet afgelopen", Anker("verloren", verlieslijst(verliezen)), len(verliezen))


def _zin(portefeuille: Portefeuille) -> str:
    """The totals of as far ahead as *Op het spel* looks, which has the same ones."""
    geld = inzetten(portefeuille).values()
    valuta, maanden = portefeuille.gedeeld.instellingen.valuta, portefeuille.gedeeld.instellingen.retentiefase_maanden
    verloren = sum(inzet.verloren for inzet in geld)
    weg = f" Daarnaast is {taal.bedrag(verloren, valuta)} al verloren: dat loopt nog." if verloren else ""
    tot = taal.datum(horizon(portefeuille))
    return (
        f"In {taal.aantal(maanden, 'maand', 'maanden')}, tot en met {tot}, komt "
        f"{taal.bedrag(sum(inzet.te_beslissen for inzet in geld), valuta)} aan een beslismoment toe.{weg} Meer op"
    )


def _bedragen(kwartalen: Sequence[Kwartaal], valuta: str) -> Inhoud:
    meeste = max(kwartaal.waarde for kwartaal in kwartalen)

    def kwartaal(deel: Kwartaal) -> Inhoud:
        zonder = f", waarvan {deel.zonder_waarde} zonder jaarwaarde" if deel.zonder_waarde else ""
        contracten = taal.aantal(len(deel.kansen), "contract", "contracten")
        kop: Inhoud = kwartaalkop(deel)
        if deel.kansen:
            kop = Link(kop, f"#{LIJST}" if deel.soort == "later" else gekozen(LIJST, kwartaal=kwartaalkop(deel)))
        return kop, Bij(f"{contracten}{zonder}" if deel.kansen else "niets te beslissen")

    def bedrag(deel: Kwartaal) -> Inhoud:
        return taal.bedrag(deel.waarde, valuta) if len(deel.kansen) > deel.zonder_waarde else None

    def verloren(deel: Kwartaal) -> Inhoud:
        return Link(taal.bedrag(deel.verloren, valuta), "#verloren", kwartaalkop(deel)) if deel.verliezen else None

    kolommen = [
        Kolom("Kwartaal", kwartaal),
        Kolom("Te beslissen", bedrag, getal=True),
        Kolom(
            "Klantbeeld",
            lambda deel: Balk(deel.per("klantbeeld"), labels.KLANTBEELD, meeste, valuta),
            bij=Link("wat de klant laat zien", "handboek/klantbeeld/#klantbeeld"),
        ),
        Kolom(
            "Eigen inschatting",
            lambda deel: Balk(deel.per("inschatting"), INSCHATTING, meeste, valuta),
            kort="Inschatting",
            bij=Link("wat wij verwachten", "handboek/klantbeeld/#inschatting"),
        ),
    ]
    if any(kwartaal.verliezen for kwartaal in kwartalen):
        kolommen.insert(2, Kolom("Al verloren", verloren, getal=True, bij="loopt af in dat kwartaal"))
    return register(
        Aaneen(
            (
                "Jaarwaarde van contracten die aan een ",
                Link("beslismoment", "handboek/contractdatums/#beslismoment"),
                " toe zijn; breder is meer geld",
            )
        ),
        kolommen,
        kwartalen,
    )


def _toets_zin(toetsen: Sequence[Besluit]) -> str:
    """Say how often the call was right; doubt is neither right nor wrong."""
    if not toetsen:
        return (
            "Nog geen enkele inschatting heeft een uitkomst. Zet bij contracten in de retentiefase een inschatting met "
            "een datum, en na de beslissing de uitkomst: dan zie je hoe goed we het vooraf zien."
        )
    duidelijk = [besluit for besluit in toetsen if besluit.gelijk is not None]
    twijfel = len(toetsen) - len(duidelijk)
    if not duidelijk:
        return f"Bij {taal.aantal(twijfel, 'contract', 'contracten')} met een uitkomst twijfelden we vooraf."
    goed = sum(bool(besluit.gelijk) for besluit in duidelijk)
    klein = " Dat is een klein aantal." if len(duidelijk) < KLEIN else ""
    nog = f" Bij nog {twijfel} twijfelden we vooraf; dat telt niet mee." if twijfel else ""
    van = taal.aantal(len(duidelijk), "contract", "contracten")
    return f"De eigen inschatting klopte bij {goed} van {van}.{klein}{nog}"


def _toetsen(toetsen: Sequence[Besluit]) -> Iterator[Inhoud]:
    """The calls against what came of them, for everyone together: people are not named."""
    telling: Counter[tuple[str, str]] = Counter(
        (call.verwachting, besluit.beslissing.afloop)
        for besluit in toetsen
        if (call := besluit.beslissing.contract.inschatting)
    )
    kruis: tuple[Kolom[str], ...] = (
        Kolom("Inschatting", lambda verwachting: labels.INSCHATTING[verwachting]),
        Kolom("Behouden", lambda verwachting: telling[verwachting, "behouden"], getal=True),
        Kolom("Verloren", lambda verwachting: telling[verwachting, "verloren"], getal=True),
    )
    titel = "De eigen inschatting tegen de uitkomst, van alle contracten samen"
    yield register(titel, kruis, ("verlengt", "twijfel", "vertrekt"), kaarten=False, passend=True)
    erachter = register("Per contract: wat we dachten en hoe het afliep, op naam van de klant", TOETSKOLOMMEN, toetsen)
    yield Vouw(f"{taal.aantal(len(toetsen), 'inschatting', 'inschattingen')} erachter", erachter)


def _inschatting(besluit: Besluit) -> Inhoud:
    call = besluit.beslissing.contract.inschatting
    if call is None:
        return None
    op = taal.datum_compact(call.op) if call.op else ""
    return labels.INSCHATTING[call.verwachting], Bij(": ".join(filter(None, (op, call.waarom))))


TOETSKOLOMMEN: tuple[Kolom[Besluit], ...] = (
    Kolom("Klant", lambda b: klant(b.dossier, f"contract-{b.beslissing.contract.id}")),
    Kolom("Contract", lambda b: b.beslissing.contract.titel),
    Kolom("Inschatting", _inschatting),
    Kolom("Uitkomst", lambda b: f"{HOE[b.beslissing.hoe]}, {taal.datum_compact(b.beslissing.op)}"),
    Kolom("Klopte het?", lambda b: KLOPTE[b.gelijk]),
)
