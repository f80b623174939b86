"""Every open action, promise, assumption and signal of every client, and what was put off (domain 2.2, 2.5 to 2.8).

A name is missing when nobody has it, or when the colleague who had it left without a deputy. A day is missing where the
file should hold one; a buying signal has none by nature (domain 2.5).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.bezetting import doet
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import Respijt
from macros.model.samenwerking import Herstelplan
from macros.model.werk import SOORT_VAN, SOORTEN
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal

ZONDER_DATUM, UITGESTELD = "zonder_datum", "uitgesteld"
"""Standings beside those of `datums.stand`."""
ZONDER_DAG = "koopsignaal"
"""The kind that has no day by nature: a talk shows an interest, the file says no more."""


@dataclass(frozen=True, slots=True)
class Openstaand:
    """One open thing."""

    soort: str
    """Key of SOORTEN."""
    id: str
    """The client."""
    naam: str
    segment: str | None
    wie: str | None
    """Colleague who should act, the deputy of who is away; None when that is nobody."""
    van: str | None
    """Whose name stands in the file, on our side or the client's."""
    datum: date | None
    """Last day for it."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd`, `zonder_datum` or `uitgesteld`."""
    titel: str
    """What is open, in the words of the file."""
    bij: str
    """What the file adds, as the end of a sentence: when it was promised, how it is tested; may be empty."""
    doel: str
    """Path below the root of the site where the facts stand, with an anchor."""
    uitstel: Respijt | None
    """What lets it wait today, if anything."""
    over: str
    """Its id in the file; the words of what has none."""

    @property
    def mist(self) -> tuple[str, ...]:
        """What nobody filled in: `naam`, `datum`, or both."""
        naam = ("naam",) if self.wie is None else ()
        return (*naam, "datum") if self.datum is None and self.soort != ZONDER_DAG else naam

    @property
    def waarom(self) -> str:
        """What kind of thing it is and what the file adds: "Toezegging van ons, beloofd op 27 februari 2026"."""
        return ", ".join(filter(None, (SOORTEN[self.soort].woord, self.bij)))

    @property
    def klaar_als(self) -> str:
        """What done means, as the end of the sentence "Klaar als …"."""
        return SOORTEN[self.soort].klaar_als


class Maker:
    """Makes the open things of one client; knows its people and what may wait."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def maak(  # noqa: PLR0913  each is a fact of the thing
        self,
        soort: str,
        titel: str,
        datum: date | None,
        *,
        wie: str | None,
        doel: str,
        van: str | None = None,
        bij: str = "",
        wacht: tuple[str, ...] = (),
        over: str | None = None,
    ) -> Iterator[Openstaand]:
        """Give the thing.

        `doel` is a path or anchor on the client page, `wacht` are the subjects of an `uitstel` that would cover it,
        besides the names of its kind.
        """
        dossier = self.dossier
        uitstel = dossier.uitstellen.voor(soort, *wacht)
        yield Openstaand(
            soort=soort,
            id=dossier.id,
            naam=dossier.naam,
            segment=dossier.segment.waarde,
            wie=self._wie(wie),
            van=van or wie,
            datum=datum,
            stand=UITGESTELD if uitstel else dossier.stand(datum) if datum else ZONDER_DATUM,
            titel=titel,
            bij=bij,
            doel=f"accounts/{dossier.id}/{doel}",
            uitstel=uitstel,
            over=over or titel,
        )

    def _wie(self, wie: str | None) -> str | None:
        """Find who acts: who is named, the deputy of who is away or left, None when nobody is there."""
        personen, peildatum = self.dossier.gedeeld.personen, self.dossier.peildatum
        return doet(wie, personen, peildatum) if wie else None


GEDAAN = frozenset({"klaar", "vervallen"})
"""States in which an action asks nothing any more."""
KLACHTEN = frozenset({"klacht", "stille_klacht"})
"""Signals that ask for an answer."""


@dataclass(frozen=True, slots=True)
class Wacht:
    """Something of one client that may wait."""

    id: str
    """The client."""
    uitstel: Respijt
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
    gepland = {punt.uitstel for punt in dossier.uitgesteld if not punt.uitstel.reden}
    lopend = {uitstel for uitstel in dossier.uitstellen.opgeschreven.values() if _kan(dossier, uitstel)} | gepland
    return tuple(
        Wacht(dossier.id, uitstel, _gedekt(dossier, uitstel)) for uitstel in sorted(lopend, key=lambda u: u.tot)
    )


def _kan(dossier: Dossier, uitstel: Respijt) -> bool:
    """Whether what was put off can be asked of this client at all: without a canvas there is no plan to look at."""
    soort = SOORT_VAN.get(uitstel.onderwerp)
    if soort == "tussenevaluatie":
        return any(deel.tussenevaluatie for deel in dossier.canvas_per_contract.values())
    return dossier.canvas_hoort or soort not in {"canvas", "sessie"}


def _gedekt(dossier: Dossier, uitstel: Respijt) -> tuple[str, ...]:
    huiswerk = [punt.tekst for punt in dossier.uitgesteld if punt.uitstel == uitstel]
    open_ = [punt.titel for punt in openstaand(dossier) if punt.uitstel == uitstel]
    return tuple(dict.fromkeys([*huiswerk, *open_]))


def _canvasacties(maker: Maker) -> Iterator[Openstaand]:
    """The plan of each canvas that still counts."""
    vak = next((vak.id for vak in maker.dossier.gedeeld.canvas.vakken if vak.soort == "acties"), "")
    for naam, canvas in maker.dossier.canvassen.items():
        doelen = {doel.id: doel.tekst for doel in canvas.canvas.doelen}
        for actie in canvas.canvas.acties if canvas.huidig else ():
            if actie.status not in GEDAAN:
                yield from maker.maak(
                    "canvasactie",
                    actie.tekst,
                    actie.gereed_op,
                    wie=actie.wie,
                    doel=f"canvas/{naam}/#vak-{vak}",
                    bij=f"voor: {doelen[actie.doel]}" if actie.doel in doelen else "",
                    wacht=(naam,),
                    over=actie.id,
                )


def _herstelacties(maker: Maker) -> Iterator[Openstaand]:
    """A repair plan is open until the client gave a new mark; its actions share the day planned for that."""
    for evaluatie in maker.dossier.account.evaluaties:
        plan = evaluatie.herstelplan
        if plan is None or _hersteld(plan, maker.dossier.peildatum):
            continue
        for tekst in plan.acties:
            yield from maker.maak(
                "herstelactie",
                tekst,
                plan.hercijfer_op,
                wie=plan.eigenaar,
                doel="#tevredenheid",
                bij=evaluatie.opdracht or _op("cijfer", evaluatie.datum),
            )


def _hersteld(plan: Herstelplan, peildatum: date) -> bool:
    return plan.hercijfer is not None and (plan.hercijfer_op is None or plan.hercijfer_op <= peildatum)


def _reviewacties(maker: Maker) -> Iterator[Openstaand]:
    for review in maker.dossier.account.fresheyes:
        for actie in review.acties:
            if actie.status not in GEDAAN:
                yield from maker.maak(
                    "reviewactie",
                    actie.tekst,
                    actie.gereed_op,
                    wie=actie.wie,
                    doel="#tevredenheid",
                    bij=_op("gehouden", review.uitgevoerd_op),
                    over=actie.id,
                )


def _actiestappen(maker: Maker) -> Iterator[Openstaand]:
    """A warning sign of a lesson asks the account manager for its action step at once."""
    account = maker.dossier.account
    for signaal in account.signalen:
        peildatum = maker.dossier.peildatum
        if gehouden(signaal.datum, peildatum) and not gehouden(signaal.gedaan_op, peildatum):
            titel = signaal.actiestap or signaal.signaal or "Doe iets met het waarschuwingssignaal"
            yield from maker.maak(
                "actiestap",
                titel,
                signaal.datum,
                wie=account.driehoek.accountmanager,
                doel="#klantbeeld",
                bij=_op("gezien", signaal.datum),
                over=signaal.id,
            )


def _toezeggingen(maker: Maker) -> Iterator[Openstaand]:
    """Promises of both sides; the account manager reminds the client of theirs."""
    account = maker.dossier.account
    for toezegging in account.toezeggingen:
        if toezegging.stand == "open":
            van_ons = toezegging.van == "wij"
            yield from maker.maak(
                "toezegging" if van_ons else "toezegging_klant",
                toezegging.tekst,
                toezegging.voor_datum,
                wie=toezegging.wie if van_ons else account.driehoek.accountmanager,
                van=toezegging.wie,
                doel="#beloften",
                bij=_op("beloofd", toezegging.gedaan_op),
                over=toezegging.id,
            )


def _aannames(maker: Maker) -> Iterator[Openstaand]:
    for aanname in maker.dossier.account.aannames:
        if aanname.stand == "open":
            yield from maker.maak(
                "aanname",
                aanname.tekst,
                aanname.voor_datum,
                wie=aanname.wie,
                doel="#verwachtingen",
                bij=f"zo zoeken we het uit: {aanname.toets}" if aanname.toets else "",
                over=aanname.id,
            )


def _signalen(maker: Maker) -> Iterator[Openstaand]:
    """A complaint without an answer is due when it starts to weigh; a buying signal without a chance has no day."""
    dossier = maker.dossier
    geduld = timedelta(days=dossier.gedeeld.instellingen.klantbeeld_klacht_dagen)
    for moment in dossier.account.contactmomenten:
        for signaal in moment.signalen if gehouden(moment.datum, dossier.peildatum) else ():
            klacht = signaal.soort in KLACHTEN and not gehouden(signaal.opgevolgd_op, dossier.peildatum)
            if klacht or (signaal.soort == "koopsignaal" and signaal.kans is None):
                yield from maker.maak(
                    signaal.soort,
                    signaal.tekst or moment.kern or "Gehoord in een gesprek",
                    moment.datum + geduld if klacht else None,
                    wie=dossier.account.driehoek.accountmanager,
                    doel="#contact",
                    bij=_op("gehoord", moment.datum),
                    over=signaal.id,
                )


def _op(woord: str, dag: date | None) -> str:
    return f"{woord} op {taal.datum(dag)}" if dag else ""
