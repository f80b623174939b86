"""Every open action, promise, assumption and signal of every client, and what was put off (domain 2.2, 2.5 to 2.8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.uitstel import lopend_uitstel
from macros.model.account import Uitstel
from macros.model.samenwerking import Herstelplan
from macros.portefeuille.openstaand import Maker, Openstaand
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal

GEDAAN = frozenset({"klaar", "vervallen"})
"""States in which an action asks nothing any more."""
KLACHTEN = frozenset({"klacht", "stille_klacht"})
"""Signals that ask for an answer."""


@dataclass(frozen=True, slots=True)
class Wacht:
    """Something of one client that may wait."""

    id: str
    """Id of the client."""
    uitstel: Uitstel
    """Subject, last day and reason."""
    teksten: tuple[str, ...]
    """The homework and the open things it covers today; empty when it covers none yet."""


def openstaand(dossier: Dossier) -> tuple[Openstaand, ...]:
    """Give everything open at one client: actions first, then promises, assumptions and signals, in file order."""
    maker = Maker(dossier)
    bronnen = (_canvasacties, _herstelacties, _reviewacties, _actiestappen, _toezeggingen, _aannames, _signalen)
    return tuple(punt for bron in bronnen for punt in bron(maker))


def alles_open(portefeuille: Portefeuille) -> tuple[Openstaand, ...]:
    """Give everything open at every client, the nearest day first and what has no day last."""
    alle = (punt for dossier in portefeuille.dossiers.values() for punt in openstaand(dossier))
    return tuple(sorted(alle, key=lambda p: (p.datum or date.max, p.wie or "", p.naam, p.titel)))


def wachtend(dossier: Dossier) -> tuple[Wacht, ...]:
    """Give each postponement of one client that holds today, the first to end on top, with what it covers."""
    lopend = lopend_uitstel(dossier.account, dossier.peildatum).values()
    return tuple(
        Wacht(dossier.id, uitstel, _gedekt(dossier, uitstel)) for uitstel in sorted(lopend, key=lambda u: u.tot)
    )


def _gedekt(dossier: Dossier, uitstel: Uitstel) -> tuple[str, ...]:
    huiswerk = [punt.tekst for punt in dossier.uitgesteld if (punt.tot, punt.reden) == (uitstel.tot, uitstel.reden)]
    open_ = [punt.titel for punt in openstaand(dossier) if punt.uitstel is uitstel]
    return tuple(dict.fromkeys([*huiswerk, *open_]))


def _canvasacties(maker: Maker) -> Iterator[Openstaand]:
    """The plan of each canvas that still counts."""
    vak = next((vak.id for vak in maker.dossier.gedeeld.canvas.vakken if vak.soort == "acties"), "")
    for naam, stand in maker.dossier.canvassen.items():
        for actie in stand.canvas.acties if stand.huidig else ():
            if actie.status not in GEDAAN:
                yield from maker.maak(
                    "canvasactie", actie.tekst, actie.gereed_op, wie=actie.wie,
                    doel=f"canvas/{naam}/#vak-{vak}", wacht=(naam,),
                )  # fmt: skip


def _herstelacties(maker: Maker) -> Iterator[Openstaand]:
    """A repair plan is open until the client gave a new mark; its actions share the day planned for that."""
    for evaluatie in maker.dossier.account.evaluaties:
        plan = evaluatie.herstelplan
        if plan is None or _hersteld(plan, maker.dossier.peildatum):
            continue
        for tekst in plan.acties:
            yield from maker.maak(
                "herstelactie", tekst, plan.hercijfer_op, wie=plan.eigenaar, doel="#tevredenheid",
                bij=evaluatie.opdracht or _op("cijfer", evaluatie.datum),
            )  # fmt: skip


def _hersteld(plan: Herstelplan, peildatum: date) -> bool:
    return plan.hercijfer is not None and (plan.hercijfer_op is None or plan.hercijfer_op <= peildatum)


def _reviewacties(maker: Maker) -> Iterator[Openstaand]:
    for review in maker.dossier.account.fresheyes:
        for actie in review.acties:
            if actie.status not in GEDAAN:
                yield from maker.maak(
                    "reviewactie", actie.tekst, actie.gereed_op, wie=actie.wie, doel="#tevredenheid",
                    bij=_op("gehouden", review.uitgevoerd_op),
                )  # fmt: skip


def _actiestappen(maker: Maker) -> Iterator[Openstaand]:
    """A warning sign of a lesson asks the account manager for its action step at once."""
    account = maker.dossier.account
    for signaal in account.signalen:
        if signaal.gedaan_op is None and gehouden(signaal.datum, maker.dossier.peildatum):
            titel = signaal.actiestap or signaal.signaal or "Doe iets met het waarschuwingssignaal"
            yield from maker.maak(
                "actiestap", titel, signaal.datum, wie=account.driehoek.accountmanager, doel="#klantbeeld",
                bij=_op("gezien", signaal.datum),
            )  # fmt: skip


def _toezeggingen(maker: Maker) -> Iterator[Openstaand]:
    """Promises of both sides; the account manager reminds the client of theirs."""
    account = maker.dossier.account
    for toezegging in account.toezeggingen:
        if toezegging.stand == "open":
            van_ons = toezegging.van == "wij"
            yield from maker.maak(
                "toezegging" if van_ons else "toezegging_klant", toezegging.tekst, toezegging.voor_datum,
                wie=toezegging.wie if van_ons else account.driehoek.accountmanager, van=toezegging.wie,
                doel="#beloften", bij=_op("beloofd", toezegging.gedaan_op),
            )  # fmt: skip


def _aannames(maker: Maker) -> Iterator[Openstaand]:
    for aanname in maker.dossier.account.aannames:
        if aanname.stand == "open":
            yield from maker.maak(
                "aanname", aanname.tekst, aanname.voor_datum, wie=aanname.wie, doel="#verwachtingen",
                bij=f"zo zoeken we het uit: {aanname.toets}" if aanname.toets else "",
            )  # fmt: skip


def _signalen(maker: Maker) -> Iterator[Openstaand]:
    """A complaint without an answer is due when it starts to weigh; a buying signal without a chance has no day."""
    dossier = maker.dossier
    geduld = timedelta(days=dossier.gedeeld.instellingen.klantbeeld_klacht_dagen)
    for moment in dossier.account.contactmomenten:
        for signaal in moment.signalen if gehouden(moment.datum, dossier.peildatum) else ():
            klacht = signaal.soort in KLACHTEN and signaal.opgevolgd_op is None
            if klacht or (signaal.soort == "koopsignaal" and signaal.kans is None):
                yield from maker.maak(
                    signaal.soort, signaal.tekst or moment.kern or "Gehoord in een gesprek",
                    moment.datum + geduld if klacht else None, wie=dossier.account.driehoek.accountmanager,
                    doel="#contact", bij=_op("gehoord", moment.datum),
                )  # fmt: skip


def _op(woord: str, dag: date | None) -> str:
    return f"{woord} op {taal.datum(dag)}" if dag else ""
