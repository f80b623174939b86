"""What a client waits for: complaints, marks below the norm, promises, new faces, signals of an earlier lesson."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from macros import taal
from macros.aandacht.punt import Aandachtspunt, Maker

KLACHTEN = {"klacht": "klacht", "stille_klacht": "stille klacht"}
"""Signals of a conversation that ask for an answer."""


def klantpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the points in which the client waits for us."""
    yield from _klachten(maker)
    yield from _herstelplan(maker)
    yield from _toezeggingen(maker)
    yield from _kennismakingen(maker)
    yield from _signalen(maker)


def _klachten(maker: Maker) -> Iterator[Aandachtspunt]:
    """A complaint is due within the days after which it weighs in the klantbeeld."""
    dossier = maker.dossier
    dagen = timedelta(days=dossier.gedeeld.instellingen.klantbeeld_klacht_dagen)
    for moment in dossier.account.contactmomenten:
        if moment.datum > dossier.peildatum:
            continue
        for signaal in moment.signalen:
            if signaal.soort in KLACHTEN and signaal.opgevolgd_op is None:
                yield from maker.punt(
                    "klacht", f"Volg de {KLACHTEN[signaal.soort]} op", moment.datum + dagen,
                    waarom=signaal.tekst or f"Gehoord op {taal.datum(moment.datum)}", anker="contact", wie=None,
                )  # fmt: skip


def _herstelplan(maker: Maker) -> Iterator[Aandachtspunt]:
    """A mark below the norm asks for a plan before it goes to the manager."""
    dossier = maker.dossier
    cijfer, dagen = dossier.cijfer_laatste, dossier.gedeeld.instellingen.herstelplan_escalatie_dagen
    if dossier.garantie.waarde == "geschonden" and cijfer is not None and cijfer.laagste is not None:
        yield from maker.punt(
            "herstelplan", "Maak een herstelplan met de klant", cijfer.datum + timedelta(days=dagen),
            waarom=f"Cijfer {taal.getal(cijfer.laagste)} op {taal.datum(cijfer.datum)}", anker="tevredenheid", wie=None,
        )  # fmt: skip


def _toezeggingen(maker: Maker) -> Iterator[Aandachtspunt]:
    for toezegging in maker.dossier.account.toezeggingen:
        if toezegging.van == "wij" and toezegging.stand == "open":
            sinds = toezegging.gedaan_op
            yield from maker.punt(
                "toezegging", f"Kom na: {toezegging.tekst}", toezegging.voor_datum,
                waarom=f"Beloofd op {taal.datum(sinds)}" if sinds else "Beloofd aan de klant", anker="beloften",
                wie=toezegging.wie, wacht=("toezegging_te_laat",),
            )  # fmt: skip


def _kennismakingen(maker: Maker) -> Iterator[Aandachtspunt]:
    personen = {persoon.id: persoon for persoon in maker.dossier.account.contactpersonen}
    for wie, uiterlijk in maker.dossier.kennismaking.items():
        persoon = personen[wie]
        sinds = f", daar sinds {taal.datum(persoon.sinds)}" if persoon.sinds else ""
        yield from maker.punt(
            "kennismaking", f"Maak kennis met {persoon.naam}", uiterlijk.waarde,
            waarom=f"Nieuw gezicht: {persoon.functie}{sinds}", anker=f"waarom-kennismaking-{wie}", wie=None,
            wacht=("kennismaking_te_laat",),
        )  # fmt: skip


def _signalen(maker: Maker) -> Iterator[Aandachtspunt]:
    """A warning sign of a lesson asks for its action step at once."""
    for signaal in maker.dossier.account.signalen:
        if signaal.gedaan_op is None and signaal.datum <= maker.dossier.peildatum:
            yield from maker.punt(
                "signaal", signaal.actiestap or "Doe iets met het waarschuwingssignaal", signaal.datum,
                waarom=f"Waarschuwingssignaal: {signaal.signaal or 'uit een les'}", anker="klantbeeld", wie=None,
            )  # fmt: skip
