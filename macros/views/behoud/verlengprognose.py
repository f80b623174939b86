"""Prognose: what comes to a decision per quarter, by klantbeeld and by the own call, and how often calls were right."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.portefeuille import prognose
from macros.portefeuille.besluiten import HOE, Besluit, besluiten, getoetst
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import Kans, Kwartaal
from macros.portefeuille.telling import KLEIN
from macros.views.delen import keuzes, namen
from macros.views.delen.blad import Alinea, Blad, Leeg, Tussenkop, Vouw
from macros.views.delen.keuzes import Filter
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Aaneen, Bij, Dag, Link, klant
from macros.views.delen.werklijst import kenmerken
from macros.views.render import Inhoud, Stuk
from macros.woorden import labels, taal
from macros.woorden.labels import Label

OPEN = 2
"""How many quarters with decisions stand open."""
INSCHATTING = {
    **labels.INSCHATTING,
    "navragen": Label("Navragen", "?", "stil"),
    "geen": Label("Geen inschatting", "○", "stil"),
}
"""The words for the own call; one that is too old or undated has to be asked again."""
KLOPTE = {
    True: Label("Klopte", "✓", "goed"),
    False: Label("Klopte niet", "✕", "risico"),
    None: Label("Was twijfel", "–", "stil"),
}
RANG = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True, slots=True)
class Balk(Stuk):
    """Amounts as parts of a bar, with their words and sums under it; what is worth nothing is left out."""

    waarden: Mapping[str, int]
    woorden: Mapping[str, Label]
    meeste: int
    """The amount that fills the whole width."""
    valuta: str

    def delen(self) -> Iterator[tuple[Label, int, float, float]]:
        """Give each part: its word, its amount, where it starts and how wide it is in percent."""
        x = 0.0
        for naam, waarde in self.waarden.items():
            if waarde:
                breedte = 100 * waarde / self.meeste
                yield self.woorden[naam], waarde, round(x, 2), round(breedte, 2)
                x += breedte

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print bar and words; nothing when nothing is worth anything."""
        delen = list(self.delen())
        if not delen:
            return Markup()
        stuk = Markup('<rect class="verlengprognose__stuk verlengprognose__stuk--{}" x="{}" width="{}" height="10"/>')
        return Markup(
            '<div><svg class="verlengprognose__balk" viewBox="0 0 100 10" preserveAspectRatio="none"'
            ' aria-hidden="true">{}</svg><ul class="kaal verlengprognose__bedragen">{}</ul></div>'
        ).format(
            Markup().join(stuk.format(label.klasse, x, breedte) for label, _, x, breedte in delen),
            Markup().join(
                Markup("<li>{} {}</li>").format(label, taal.bedrag(waarde, self.valuta)) for label, waarde, *_ in delen
            ),
        )


@overzicht
def verlengprognose(portefeuille: Portefeuille) -> Blad:
    """Make the forecast and the check of the calls."""
    kwartalen = prognose.prognose(portefeuille)
    kansen = [kans for kwartaal in kwartalen for kans in kwartaal.kansen]
    toetsen = sorted(getoetst(besluiten(portefeuille)), key=lambda besluit: besluit.dossier.naam)
    leeg = "Er komt geen contract meer aan een beslismoment toe. Staan de contracten met hun einddatum in de bestanden?"
    return Blad(
        "verlengprognose",
        (
            *(_prognose(kwartalen, kansen, portefeuille) if kansen else (Leeg(leeg),)),
            Tussenkop("Klopte de eigen inschatting?", "inschatting-getoetst", "behoud/#inschatting-getoetst", niveau=3),
            Alinea(_toets_zin(toetsen)),
            *(_toetsen(toetsen) if toetsen else ()),
        ),
    )


def _prognose(kwartalen: Sequence[Kwartaal], kansen: Sequence[Kans], portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """The amounts per quarter, and under them the contracts; none further ahead, where the calendar has them."""
    yield _bedragen(kwartalen, portefeuille.gedeeld.instellingen.valuta)
    if zonder := sum(kwartaal.zonder_waarde for kwartaal in kwartalen):
        yield Alinea(
            f"Zonder jaarwaarde: {zonder}. Vul die in bij het contract: dan zie je hoeveel omzet aan een beslismoment "
            "toe is.",
            zacht=True,
        )
    selecties = (
        keuzes.personen(portefeuille, (_kenmerken(kans)["wie"] for kans in kansen), "Accountmanager"),
        keuzes.segmenten(kans.dossier.segment.waarde for kans in kansen),
    )
    yield Filter(selecties, "verlengprognose-blad", "Geen contracten voor deze keuze.")
    genoemd = [kwartaal for kwartaal in kwartalen if _genoemd(kwartaal)]
    bezet = [kwartaal for kwartaal in kwartalen if kwartaal.kansen]
    for kwartaal in genoemd:
        kop = _kop(kwartaal)
        yield Vouw(
            kop.capitalize(),
            register(f"Contracten: {kop}", _kanskolommen(portefeuille), kwartaal.kansen, kenmerken=_kenmerken),
            len(kwartaal.kansen),
            anker=_id(kwartaal),
            open=kwartaal in bezet[:OPEN],
            gefilterd=True,
        )


def _bedragen(kwartalen: Sequence[Kwartaal], valuta: str) -> Inhoud:
    meeste = max(kwartaal.waarde for kwartaal in kwartalen)

    def kwartaal(deel: Kwartaal) -> Inhoud:
        zonder = f", waarvan {deel.zonder_waarde} zonder jaarwaarde" if deel.zonder_waarde else ""
        contracten = taal.aantal(len(deel.kansen), "contract", "contracten")
        kop: Inhoud = _kop(deel)
        if deel.kansen:
            kop = Link(kop, f"#{_id(deel)}" if _genoemd(deel) else "kalender/")
        return kop, Bij(f"{contracten}{zonder}" if deel.kansen else "niets te beslissen")

    def bedrag(deel: Kwartaal) -> Inhoud:
        return taal.bedrag(deel.waarde, valuta) if len(deel.kansen) > deel.zonder_waarde else None

    return register(
        Aaneen(
            (
                "Jaarwaarde van contracten die aan een ",
                Link("beslismoment", "handboek/contractdatums/#beslismoment"),
                " toe zijn; breder is meer geld",
            )
        ),
        (
            Kolom("Kwartaal", kwartaal),
            Kolom("Jaarwaarde", bedrag, getal=True),
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
        ),
        kwartalen,
    )


def _kanskolommen(portefeuille: Portefeuille) -> tuple[Kolom[Kans], ...]:
    def contract(kans: Kans) -> Inhoud:
        eigen = kans.stand.contract
        bedrag = namen.bedrag(kans.dossier, kans.waarde) or "geen jaarwaarde"
        wie = portefeuille.naam(kans.dossier.account.driehoek.accountmanager)
        return eigen.titel, Bij(taal.met_punten(bedrag, wie))

    return (
        Kolom("Klant", lambda kans: klant(kans.dossier, f"contract-{kans.stand.contract.id}")),
        Kolom("Contract", contract, breed="ruim"),
        Kolom("Beslismoment", lambda kans: Dag(kans.op)),
        Kolom("Klantbeeld", lambda kans: (labels.KLANTBEELD[kans.klantbeeld], Bij(_reden(kans)))),
        Kolom("Eigen inschatting", lambda kans: (INSCHATTING[kans.inschatting], Bij(_waarom(kans)))),
    )


def _kenmerken(kans: Kans) -> dict[str, str]:
    return kenmerken(kans.dossier)


def _genoemd(kwartaal: Kwartaal) -> bool:
    return bool(kwartaal.kansen) and kwartaal.soort != "later"


def _id(kwartaal: Kwartaal) -> str:
    begin = kwartaal.begin
    return f"kwartaal-{begin.year}-{(begin.month + 2) // 3}" if begin else f"kwartaal-{kwartaal.soort}"


def _kop(kwartaal: Kwartaal) -> str:
    begin = kwartaal.begin
    if begin:
        return f"{RANG[(begin.month - 1) // 3]} kwartaal {begin.year}"
    return "einddatum voorbij, geen uitkomst" if kwartaal.soort == "voorbij" else "later"


def _reden(kans: Kans) -> str:
    """The first reason, and how many more the client page has."""
    redenen = kans.dossier.klantbeeld.redenen
    meer = f", en nog {len(redenen) - 1}" if len(redenen) > 1 else ""
    return f"{redenen[0].tekst}{meer}" if redenen else ""


def _waarom(kans: Kans) -> str:
    """Give the reason of the call; of one that has to be asked again also what it was, and when."""
    call = kans.stand.contract.inschatting
    if call is None:
        return ""
    if kans.inschatting != prognose.NAVRAGEN:
        return call.waarom or ""
    wanneer = f"van {taal.datum_compact(call.op)}" if call.op else "zonder datum"
    eerder = f"{labels.INSCHATTING[call.verwachting].tekst}, {wanneer}"
    return ": ".join(filter(None, (eerder, call.waarom)))


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
