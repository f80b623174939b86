"""What the lines of the journal add to the account that they are about.

Everything that follows from an account follows from it *with* its lines (`verwerk`): a talk is a contact moment, a
promise a promise, and what still holds gets the newest date. So no rule has to know where a fact was written. Where
each of those facts stands is kept (`plekken`), for whoever has something to say about it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Literal, NamedTuple, TypeVar, cast

from macros.load.problem import Loc
from macros.model.account import Account, Toezegging
from macros.model.canvas import Canvas
from macros.model.contact import Contactmoment, Contactsignaal, SoortSignaal
from macros.model.contract import Contract
from macros.model.dagboek import Aantekening, AccountMetDagboek, Bron
from macros.model.team import Contactpersoon, Persoon

INSCHATTING = "inschatting"
"""At `klopt_nog`: the own call of every contract."""
VERSE_BRON: Literal["gesprek"] = "gesprek"
T = TypeVar("T")


def verwerk(account: Account, regels: Sequence[Aantekening], personen: Mapping[str, Persoon]) -> Account:
    """The account with what its lines in the journal add, in order of their days; itself when there are none."""
    if not regels:
        return account
    op_volgorde = sorted(regels, key=lambda een: (een.regel.datum, een.id))
    klopt = _nieuwste((naam, een) for een in op_volgorde for naam in een.regel.klopt_nog)
    klaar = _eerste((naam, een) for een in op_volgorde for naam in een.regel.klaar)
    gebroken = _eerste((naam, een) for een in op_volgorde for naam in een.regel.gebroken)
    # Who was introduced here may be told whole in the account file, under the same id.
    bekend = {persoon.id for persoon in account.contactpersonen}
    nieuw = (_gezicht(een) for een in op_volgorde if een.regel.nieuw and een.gezicht_id not in bekend)
    gezichten = [*account.contactpersonen, *nieuw]
    momenten = [*account.contactmomenten, *(_moment(een, account) for een in op_volgorde if een.regel.is_gesprek)]
    beloften = [*account.toezeggingen, *(_belofte(een) for een in op_volgorde if een.regel.belofte)]
    nu = {veld.name: getattr(account, veld.name) for veld in fields(account)}
    nu |= {
        "contactpersonen": [_houding(persoon, klopt.get(persoon.id)) for persoon in gezichten],
        "contactmomenten": [
            replace(m, signalen=[_opgevolgd(s, klaar) for s in m.signalen]) if m.signalen else m for m in momenten
        ],
        "toezeggingen": [_gehouden(belofte, klaar, gebroken) for belofte in beloften],
        "verwachtingen": [
            replace(v, gecheckt_op=dag) if (dag := _later(v.gecheckt_op, klopt.get(v.id))) else v
            for v in account.verwachtingen
        ],
        "contracten": [_inschatting(contract, klopt) for contract in account.contracten],
        "signalen": [
            replace(s, gedaan_op=klaar[s.id].regel.datum) if s.id in klaar and s.gedaan_op is None else s
            for s in account.signalen
        ],
        "canvassen": _canvassen(account.canvassen, klopt, klaar),
        "fresheyes": [replace(blik, acties=_gedaan(blik.acties, klaar)) for blik in account.fresheyes],
    }
    return AccountMetDagboek(**nu, bronnen=dict(_bronnen(account, op_volgorde, klopt, personen)), eigen=account)


def _bronnen(
    account: Account,
    regels: Sequence[Aantekening],
    klopt: Mapping[str, Aantekening],
    personen: Mapping[str, Persoon],
) -> Iterator[tuple[str, Bron]]:
    """The line behind every fact that lives in the journal or was confirmed in it, with the day of the account file."""

    def bron(een: Aantekening, elders: date | None = None) -> Bron:
        naam = personen[een.wie].naam if een.wie in personen else een.wie
        return Bron(naam, een.bestand, een.nummer, een.regel.datum, elders)

    for een in regels:
        yield f"contactmomenten.{een.id}", bron(een)
        if een.regel.belofte:
            yield f"toezeggingen.{een.id}", bron(een)
        if een.regel.nieuw:
            yield f"contactpersonen.{een.gezicht_id}", bron(een)
        yield from ((f"toezeggingen.{naam}.stand", bron(een)) for naam in een.regel.gebroken)
    for feit in dagfeiten(account):
        gevonden = [klopt[naam] for naam in feit.namen if naam in klopt]
        if gevonden:
            yield feit.pad, bron(max(gevonden, key=lambda een: een.regel.datum), feit.dag)


class Dagfeit(NamedTuple):
    """The day of something that may still hold."""

    namen: tuple[str, ...]
    """Names by which `klopt_nog` confirms it."""
    loc: Loc
    pad: str
    """The same place with ids: `contactpersonen.h-bakker.houding_op`."""
    dag: date | None


def dagfeiten(account: Account) -> Iterator[Dagfeit]:
    """Every day that a line can renew: of attitudes, expectations, own calls and judgements on the current canvases."""
    for nummer, persoon in enumerate(account.contactpersonen):
        if persoon.houding:
            loc: Loc = ("contactpersonen", nummer, "houding_op")
            yield Dagfeit((persoon.id,), loc, f"contactpersonen.{persoon.id}.houding_op", persoon.houding_op)
    for nummer, v in enumerate(account.verwachtingen):
        loc = ("verwachtingen", nummer, "gecheckt_op")
        yield Dagfeit((v.id,), loc, f"verwachtingen.{v.id}.gecheckt_op", v.gecheckt_op)
    for nummer, c in enumerate(account.contracten):
        if c.inschatting:
            loc = ("contracten", nummer, "inschatting", "op")
            yield Dagfeit((c.id, INSCHATTING), loc, f"contracten.{c.id}.inschatting.op", c.inschatting.op)
    huidig = {canvas.id for canvas in huidige_canvassen(account.canvassen)}
    for nummer, canvas in enumerate(account.canvassen):
        for naam, vak in canvas.vakken.items() if canvas.id in huidig else ():
            if vak.oordeel:
                loc = ("canvassen", nummer, "vakken", naam, "oordeel_op")
                yield Dagfeit((naam,), loc, f"canvassen.{canvas.id}.vakken.{naam}.oordeel_op", vak.oordeel_op)


def _nieuwste(paren: Iterator[tuple[str, Aantekening]]) -> dict[str, Aantekening]:
    return dict(paren)  # the last of each name wins


def _eerste(paren: Iterator[tuple[str, Aantekening]]) -> dict[str, Aantekening]:
    gevonden: dict[str, Aantekening] = {}
    for naam, een in paren:
        gevonden.setdefault(naam, een)
    return gevonden


def _later(bekend: date | None, bevestigd: Aantekening | None) -> date | None:
    """The day of a confirmation that is newer than what the account file says; None when the file's is the newest."""
    dag = bevestigd.regel.datum if bevestigd else None
    return dag if dag and (bekend is None or dag > bekend) else None


def _moment(een: Aantekening, account: Account) -> Contactmoment:
    """The talk of a line; what it confirms of an expectation was asked in it."""
    regel, signaal = een.regel, een.regel.signaal
    soort = cast("SoortSignaal", "koopsignaal" if signaal and signaal.soort == "koop" else signaal and signaal.soort)
    verwacht = {verwachting.id for verwachting in account.verwachtingen}
    return Contactmoment(
        id=een.id,
        datum=regel.datum,
        wie=een.wie,
        met=[*regel.met, *([een.gezicht_id] if regel.nieuw else [])],
        laag=regel.laag,
        vorm=regel.vorm,
        regel=regel.regel,
        kern=regel.kern,
        proces=regel.proces,
        nagevraagd=[naam for naam in regel.klopt_nog if naam in verwacht],
        signalen=[Contactsignaal(id=een.signaal_id, soort=soort, tekst=signaal.tekst, kans=signaal.kans)]
        if signaal
        else [],
    )


def _belofte(een: Aantekening) -> Toezegging:
    belofte = een.regel.belofte
    assert belofte is not None  # noqa: S101  only lines with one are asked
    wie = een.wie if belofte.van == "wij" else next(iter(een.regel.met), None)
    return Toezegging(
        id=een.id,
        tekst=belofte.tekst,
        van=belofte.van,
        wie=wie,
        gedaan_op=een.regel.datum,
        voor_datum=belofte.voor_datum,
        zichtbaar=belofte.zichtbaar,
    )


def _gezicht(een: Aantekening) -> Contactpersoon:
    nieuw = een.regel.nieuw
    assert nieuw is not None  # noqa: S101  only lines with one are asked
    return Contactpersoon(
        id=een.gezicht_id,
        naam=nieuw.naam,
        functie=nieuw.functie,
        laag=nieuw.laag,
        sinds=een.regel.datum,
        relaties=[een.wie],  # who met knows
    )


def _houding(persoon: Contactpersoon, bevestigd: Aantekening | None) -> Contactpersoon:
    if persoon.houding and (dag := _later(persoon.houding_op, bevestigd)):
        return replace(persoon, houding_op=dag, houding_bron=VERSE_BRON)
    return persoon


def _gehouden(belofte: Toezegging, klaar: Mapping[str, Aantekening], gebroken: Mapping[str, Aantekening]) -> Toezegging:
    """The promise as kept or broken; what is broken may still be kept later."""
    if belofte.stand not in ("open", "gebroken"):
        return belofte
    if een := klaar.get(belofte.id):
        return replace(belofte, stand="nagekomen", stand_op=een.regel.datum)
    if belofte.stand == "open" and (een := gebroken.get(belofte.id)):
        return replace(belofte, stand="gebroken", stand_op=een.regel.datum)
    return belofte


def _opgevolgd(signaal: Contactsignaal, klaar: dict[str, Aantekening]) -> Contactsignaal:
    if signaal.id in klaar and signaal.opgevolgd_op is None:
        return replace(signaal, opgevolgd_op=klaar[signaal.id].regel.datum)
    return signaal


def _inschatting(contract: Contract, klopt: dict[str, Aantekening]) -> Contract:
    """The own call of a contract, confirmed by the contract's id or for all contracts at once."""
    kandidaten = [klopt[naam] for naam in (contract.id, INSCHATTING) if naam in klopt]
    nieuwste = max(kandidaten, key=lambda een: een.regel.datum, default=None)
    if contract.inschatting and (dag := _later(contract.inschatting.op, nieuwste)):
        return replace(contract, inschatting=replace(contract.inschatting, op=dag, bron=VERSE_BRON))
    return contract


def _canvassen(
    canvassen: Sequence[Canvas], klopt: dict[str, Aantekening], klaar: dict[str, Aantekening]
) -> list[Canvas]:
    """The canvases with judgements confirmed and actions closed; of an older canvas the judgements are history."""
    huidig = {canvas.id for canvas in huidige_canvassen(canvassen)}
    return [
        replace(
            canvas,
            acties=_gedaan(canvas.acties, klaar),
            vakken={
                naam: replace(vak, oordeel_op=dag, oordeel_bron=VERSE_BRON)
                if canvas.id in huidig and vak.oordeel and (dag := _later(vak.oordeel_op, klopt.get(naam)))
                else vak
                for naam, vak in canvas.vakken.items()
            },
        )
        for canvas in canvassen
    ]


def huidige_canvassen(canvassen: Sequence[Canvas]) -> tuple[Canvas, ...]:
    """Of every contract its newest canvas."""
    per_contract: dict[str, Canvas] = {}
    for canvas in sorted(canvassen, key=lambda canvas: canvas.gestart_op):
        per_contract |= dict.fromkeys(canvas.contracten or [""], canvas)
    return tuple({canvas.id: canvas for canvas in per_contract.values()}.values())


def _gedaan(acties: Sequence[T], klaar: Collection[str]) -> list[T]:
    """The actions, those that a line closes as done; one that lapsed stays so."""
    return [replace(cast("Any", actie), status="klaar") if _sluit(actie, klaar) else actie for actie in acties]


def _sluit(actie: Any, klaar: Collection[str]) -> bool:
    return actie.id in klaar and actie.status in ("open", "loopt")


def plekken(account: Account, regels: Sequence[Aantekening]) -> dict[Loc, tuple[str, Loc]]:
    """Where the facts of a whole account (`verwerk`) stand that its own file does not hold: file, and path in it.

    A line itself goes by `dagboek` and its id.
    """
    op_volgorde = sorted(regels, key=lambda een: (een.regel.datum, een.id))
    uit: dict[Loc, tuple[str, Loc]] = {("dagboek", een.id): (een.bestand, ("regels", een.nummer)) for een in regels}
    per_id = {een.id: een for een in regels} | {een.gezicht_id: een for een in regels}
    for lijst in ("contactpersonen", "contactmomenten", "toezeggingen"):
        for nummer, ding in enumerate(getattr(account, lijst)):
            een = per_id.get(ding.id)
            if een and (ding.id != een.gezicht_id or ding == _gezicht(een)):
                uit[lijst, nummer] = (een.bestand, ("regels", een.nummer))
    feiten = list(dagfeiten(account))
    for een in op_volgorde:
        bevestigd = set(een.regel.klopt_nog)
        for feit in feiten if bevestigd else ():
            if feit.dag == een.regel.datum and bevestigd.intersection(feit.namen):
                uit[feit.loc] = (een.bestand, ("regels", een.nummer, "datum"))
    return uit
