"""What the team does for all clients at once: lessons, segments, bases and the tournament (domain 1.8, 3.8).

One point for each colleague, whatever the number of clients; the register behind it names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from macros.aandacht.punt import STANDEN, Aandachtspunt, Bezetting, Maker
from macros.afleidingen.canvas.lesgelijkenis import lessenronde
from macros.afleidingen.contract.datums import dagen_te_laat, stand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import segment_vervalt
from macros.afleidingen.klant.toernooi import GEPLAND, Toernooi, opnieuw_uitzetten, toernooien
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal


class Teammaker:
    """Makes the points that are about more clients at once."""

    def __init__(self, portefeuille: Portefeuille, bezetting: Bezetting) -> None:
        self.portefeuille = portefeuille
        self._bezetting = bezetting

    def punt(  # noqa: PLR0913  each is a fact of the point
        self, soort: str, titel: str, datum: date | None, *, waarom: str, doel: str, wie: str | None, over: str = ""
    ) -> Iterator[Aandachtspunt]:
        """Give the point, unless it has no day or owner, or lies further than a month away.

        `over` is the colleague about whose clients it is, where one event at one of them ends it for all.
        """
        peildatum, instellingen = self.portefeuille.peildatum, self.portefeuille.gedeeld.instellingen
        if datum is None or wie is None or (hoe_dichtbij := stand(datum, peildatum, instellingen)) not in STANDEN:
            return
        yield Aandachtspunt(
            id="",
            naam="",
            segment=None,
            wie=self._bezetting[wie],
            soort=soort,
            titel=titel,
            datum=datum,
            stand=hoe_dichtbij,
            dagen_te_laat=dagen_te_laat(datum, peildatum),
            waarom=waarom,
            doel=doel,
            over=over,
            voor=self._bezetting.voor(wie),
        )


def teampunten(maker: Teammaker, makers: Iterable[Maker]) -> Iterator[Aandachtspunt]:
    """Give the rounds of the team; `makers` know the clients."""
    onderdelen = maker.portefeuille.gedeeld.instellingen.onderdelen
    makers = [klant for klant in makers if loopt(klant.dossier)]
    yield from _lessen(maker)
    yield from _segmenten(maker, makers)
    if onderdelen.honken:
        yield from _honken(maker, makers)
    if onderdelen.toernooi:
        yield from _toernooien(maker)


def _lessen(maker: Teammaker) -> Iterator[Aandachtspunt]:
    """The round over all lessons; of who never made one, and began we do not know when, it is for today.

    It is as short as a month: it comes up halfway, or who just made one would be asked again at once.
    """
    portefeuille = maker.portefeuille
    helft = timedelta(days=(portefeuille.gedeeld.instellingen.lessencheck_dagen + 1) // 2)
    for persoon in portefeuille.accountmanagers():
        ronde = lessenronde(persoon, portefeuille.gedeeld, portefeuille.peildatum)
        uiterlijk = ronde.volgende.waarde or portefeuille.peildatum
        if ronde.stand is None or uiterlijk - portefeuille.peildatum > helft:
            continue
        voor = "" if ronde.door == persoon.id else f" voor de klanten van {persoon.naam}"
        laatste = f"Laatste ronde op {taal.datum(ronde.laatste)}" if ronde.laatste else "Nog geen ronde vastgelegd"
        yield from maker.punt(
            "lessen",
            f"Loop de lessen na{voor}",
            uiterlijk,
            waarom=laatste,
            doel="lessen/#ronde",
            wie=ronde.door,
            over=persoon.id,
        )


def _segmenten(maker: Teammaker, makers: Iterable[Maker]) -> Iterator[Aandachtspunt]:
    """Segments that grow old; the manager has them settled anew, for all clients in one go."""
    peildatum, instellingen = maker.portefeuille.peildatum, maker.portefeuille.gedeeld.instellingen
    per_manager: dict[str, list[tuple[date, str]]] = {}
    for klant in makers:
        dag = segment_vervalt(klant.dossier.account, instellingen, peildatum).waarde
        if dag is None or klant.dossier.uitstellen.voor("segmenten") or klant.dossier.stand(dag) not in STANDEN:
            continue
        # One client from before our time does not make the whole round late.
        dag = peildatum if klant.dossier.geerfd(dag) else dag
        wie = klant.leidinggevende or klant.dossier.account.driehoek.accountmanager
        per_manager.setdefault(wie, []).append((dag, klant.dossier.naam))
    for wie, klanten in per_manager.items():
        yield from maker.punt(
            "segmenten",
            f"Loop de segmenten na van {taal.aantal(len(klanten), 'klant', 'klanten')}",
            min(klanten)[0],
            waarom=_namen(naam for _, naam in sorted(klanten)),
            doel="segmenten/#aandacht",
            wie=wie,
        )


def _honken(maker: Teammaker, makers: Iterable[Maker]) -> Iterator[Aandachtspunt]:
    """The bases are set out anew in January, for each client that had them before."""
    peildatum = maker.portefeuille.peildatum
    # A point shows a month ahead, so this day makes it come up on the first of January.
    januari = date(peildatum.year, 1, 1) + timedelta(days=maker.portefeuille.gedeeld.instellingen.stand_maand_dagen - 1)
    per_persoon: dict[str, list[Dossier]] = {}
    for klant in makers:
        if opnieuw_uitzetten(klant.dossier.account.honken, peildatum.year) and not klant.dossier.uitstellen.voor(
            "honken"
        ):
            per_persoon.setdefault(klant.dossier.account.driehoek.accountmanager, []).append(klant.dossier)
    for wie, klanten in per_persoon.items():
        yield from maker.punt(
            "honken",
            f"Zet de honken van {peildatum.year} uit bij {taal.aantal(len(klanten), 'klant', 'klanten')}",
            peildatum if all(klant.geerfd(januari) for klant in klanten) else januari,
            waarom=_namen(sorted(klant.naam for klant in klanten)),
            doel="honken/",
            wie=wie,
        )


def _toernooien(maker: Teammaker) -> Iterator[Aandachtspunt]:
    """The round that is played, and the next tournament once a year has passed."""
    gedeeld, peildatum = maker.portefeuille.gedeeld, maker.portefeuille.peildatum
    nu, _ = toernooien(gedeeld.werving, gedeeld.instellingen, peildatum)
    for toernooi in nu:
        yield from _ronde(maker, toernooi)
    begonnen = [toernooi for toernooi in nu if toernooi.werving.start_op <= peildatum]
    # A tournament that has its file but is still to begin is the next one: nothing to ask.
    if begonnen and len(begonnen) == len(nu):
        laatste = begonnen[0].werving
        yield from maker.punt(
            "toernooi",
            f"Begin het toernooi van {laatste.jaar + 1}",
            begonnen[0].opnieuw_op,
            waarom=f"Het vorige begon op {taal.datum(laatste.start_op)}",
            doel="toernooi/",
            wie=laatste.eigenaar,
        )


def _ronde(maker: Teammaker, toernooi: Toernooi) -> Iterator[Aandachtspunt]:
    ronde = toernooi.ronde
    if ronde is not None and ronde.stand != GEPLAND:
        adressen = taal.aantal(ronde.zonder_besluit, "adres", "adressen")
        yield from maker.punt(
            "ronde",
            f"Rond ronde {ronde.nummer} van het toernooi af",
            ronde.uiterlijk,
            waarom=f"Nog {adressen} zonder besluit",
            doel="toernooi/",
            wie=toernooi.werving.eigenaar,
        )


def _namen(namen: Iterable[str], eerste: int = 3) -> str:
    """Name the first few, and count the others."""
    alle = list(namen)
    rest = len(alle) - eerste
    return f"{', '.join(alle[:eerste])} en nog {rest}" if rest > 0 else taal.opsomming(alle)
