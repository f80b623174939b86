"""The picture and the cross of *Op het spel*: when decisions fall, and what the client shows against what we expect."""

from macros.afleidingen.contract.datums import maanden_tussen
from macros.portefeuille.inzet import horizon
from macros.portefeuille.prognose import INSCHATTINGEN, KLANTBEELDEN, Kwartaal, kwartaal_van, per_kwartaal
from macros.views.behoud.beslissing import INSCHATTING, gekozen, kwartaalkop
from macros.views.delen.balk import Balk
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Link, Zacht
from macros.views.op_het_spel.geheel import LIJST, Geheel
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

WEG = "al_verloren"
DELEN = {**labels.KLANTBEELD, WEG: Label("Al verloren", "✕", "weg")}
"""The parts of a bar."""
SAMEN = "samen"


def beeld(geheel: Geheel) -> Inhoud:
    """The picture: decisions by quarter, coloured by what the client shows, and apart in it what is lost already."""
    portefeuille = geheel.portefeuille
    eerste, laatste = kwartaal_van(portefeuille.peildatum), kwartaal_van(horizon(portefeuille))
    aantal = maanden_tussen(eerste, laatste) // 3 + 1
    kwartalen = per_kwartaal(geheel.kansen, geheel.verliezen, portefeuille.peildatum, aantal)
    meeste = max(kwartaal.waarde + kwartaal.verloren for kwartaal in kwartalen)
    valuta = portefeuille.gedeeld.instellingen.valuta

    def kop(deel: Kwartaal) -> Inhoud:
        return Link(_kort(deel), gekozen(LIJST, kwartaal=kwartaalkop(deel))) if deel.kansen else _kort(deel)

    def balk(deel: Kwartaal) -> Inhoud:
        return Balk({**deel.per("klantbeeld"), WEG: deel.verloren}, DELEN, meeste, valuta)

    return register(
        f"Tot en met {taal.datum_compact(horizon(portefeuille))}, naar wat de klant laat zien",
        (
            Kolom("Kwartaal", kop),
            Kolom("Te beslissen", lambda deel: geheel.bedrag(deel.kansen) if deel.kansen else "–", getal=True),
            Kolom("Klantbeeld", balk),
        ),
        kwartalen,
        kaarten=False,
        passend=True,
    )


def _kort(kwartaal: Kwartaal) -> str:
    """Name a quarter in the narrow column of the picture."""
    begin = kwartaal.begin
    return f"{(begin.month + 2) // 3}e kwartaal {begin.year}" if begin else kwartaalkop(kwartaal)


def kruis(geheel: Geheel) -> Register:
    """What the client shows against what we expect: amounts, each with its contracts behind it."""
    rijen = [niveau for niveau in KLANTBEELDEN if geheel.bij("klantbeeld", (niveau,))]
    calls = [call for call in INSCHATTINGEN if geheel.bij("inschatting", (call,))]

    def cel(niveau: str, call: str) -> Inhoud:
        delen = [
            kans for kans in geheel.kansen if niveau in {kans.klantbeeld, SAMEN} and call in {kans.inschatting, SAMEN}
        ]
        keuze = {
            **({} if niveau == SAMEN else {"klantbeeld": labels.KLANTBEELD[niveau].tekst}),
            **({} if call == SAMEN else {"eigen_inschatting": INSCHATTING[call].tekst}),
        }
        doel = gekozen(LIJST, **keuze) if keuze else f"#{LIJST}"
        return Link(geheel.bedrag(delen), doel) if delen else Zacht("–")

    def kolom(call: str) -> Kolom[str]:
        return Kolom(
            INSCHATTING[call].tekst if call != SAMEN else "Samen", lambda niveau: cel(niveau, call), getal=True
        )

    return register(
        "Links wat de klant laat zien, boven wat wij zelf verwachten",
        (
            Kolom("Klantbeeld", lambda niveau: labels.KLANTBEELD.get(niveau) or "Samen"),
            *map(kolom, (*calls, SAMEN)),
        ),
        [*rijen, SAMEN] if rijen else [],
        kaarten=False,
        passend=True,
        leeg="Er is niets te beslissen.",
    )
