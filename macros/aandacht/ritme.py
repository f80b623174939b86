"""The rhythm of keeping in touch: contact rules, useful messages, what became of a training (domain 3.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.klant.trainingen import navragen_op, terug_op
from macros.woorden import taal


def ritmepunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give each contact rule whose turn it is, and the next message."""
    for regel in maker.dossier.contact:
        yield from _contact(maker, regel)
    yield from _bericht(maker)


def trainingspunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Ask after half a year whether a training helped, and come back after a year; any talk after that day counts."""
    dossier = maker.dossier
    instellingen, account = dossier.gedeeld.instellingen, dossier.account
    gesproken = [moment.datum for moment in account.contactmomenten if moment.datum <= dossier.peildatum]
    getraind = [training.datum for training in account.trainingen if training.datum <= dossier.peildatum]
    laatste = max(gesproken, default=date.min)
    for training in account.trainingen:
        if not gehouden(training.datum, dossier.peildatum):
            continue
        check, terug = navragen_op(training, instellingen), terug_op(training, instellingen)
        doelgroep = training.doelgroep or "de gebruikers"
        if max(laatste, *getraind) >= terug:  # a talk or a later training after that day was the coming back
            continue
        if laatste >= check or (terug - dossier.peildatum).days <= instellingen.stand_maand_dagen:
            yield from maker.punt(
                "training",
                f"Kom terug op de training voor {doelgroep}",
                terug,
                anker="trainingen",
                waarom=training.doel_lang or f"Getraind op {taal.datum(training.datum)}",
            )
        else:
            yield from maker.punt(
                "training",
                f"Vraag wat de training voor {doelgroep} oplevert",
                check,
                anker="trainingen",
                waarom=training.doel_kort or f"Getraind op {taal.datum(training.datum)}",
            )


def _contact(maker: Maker, regel: Contactstand) -> Iterator[Aandachtspunt]:
    """One contact rule; the reason is the real rhythm beside the agreed one."""
    if maker.nabij(regel.volgende.waarde):
        yield from maker.punt(
            "contact",
            f"Neem contact op: {regel.naam}",
            regel.volgende.waarde,
            waarom=ritme(regel, maker.dossier.peildatum),
            anker=f"waarom-contact-{regel.regel}",
            wie=regel.personen[0] if regel.personen else None,
            wacht=(regel.regel,),
        )


def _bericht(maker: Maker) -> Iterator[Aandachtspunt]:
    aantal = maker.dossier.berichten_12m
    if aantal is not None and maker.nabij(maker.dossier.bericht_volgende.waarde):
        yield from maker.punt(
            "bericht",
            "Stuur de klant een nuttig bericht",
            maker.dossier.bericht_volgende.waarde,
            waarom=f"{taal.aantal(aantal, 'bericht', 'berichten')} in twaalf maanden",
            anker="contact",
        )


def ritme(regel: Contactstand, peildatum: date) -> str:
    """Say the real rhythm beside the agreed one: "88 dagen niet gesproken (afspraak: 61)"."""
    dagen = taal.aantal((peildatum - regel.sinds).days, "dag", "dagen")
    nog = "" if regel.laatste == regel.sinds else "nog "
    return f"{dagen} {nog}niet gesproken (afspraak: {regel.elke_dagen})"
