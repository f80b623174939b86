"""Lessen: which client looks like one, who went through them, and what each says and where it was seen again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from macros.afleidingen.canvas.lesgelijkenis import GENOTEERD, NOOIT, Gelijkenis, Ronde, gelijkenissen
from macros.afleidingen.canvas.lesgelijkenis import lessenronde as ronde_van
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verhuld import NIET_GETOOND
from macros.load.samenhang import VOORBEELD
from macros.model.afspraken import Lessignaal
from macros.model.gedeeld import Actiestap, Les
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes, namen
from macros.views.delen.blad import Alinea, Blad, Leeg, Naast, Opsomming, Tussenkop, Vouw, Zin
from macros.views.delen.keuzes import Filter
from macros.views.delen.onderdeel import OP_ORDE, Kaart, kaart, kaartstand, overzicht
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import (
    Aaneen,
    Bij,
    Dag,
    Link,
    Nadruk,
    Onder,
    Over,
    Reeks,
    Segment,
    Waarom,
    Zacht,
    dag,
    genoemd,
    of,
    wanneer,
)
from macros.views.delen.vastleggen import ZO, bladzijde, ronde_vastleggen
from macros.views.delen.werklijst import kenmerken
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

NIET_MEER = frozenset({None, "beeindigd"})
"""Phases of a client for whom a lesson comes too late, or too early."""
GENOTEERD_LABEL = Label("Zelf gezien", "◆", "risico")
LIJKT_LABEL = Label("Lijkt op", "▲", "let-op")
BRONNEN = {
    GENOTEERD: "genoteerd",
    "contact": "signaal uit het contact",
    "wijziging": "wijziging",
    "probleem": "probleem",
    "canvas": "signaal op het canvas",
    "signaal": "signaal zonder les",
}
"""Where something was recorded, as people say it."""


def lijkt_op(dossier: Dossier) -> tuple[Gelijkenis, ...]:
    """Every lesson that this client looks like, while there is a client to keep; what one of us recorded first."""
    if dossier.fase.waarde in NIET_MEER:
        return ()
    return tuple(gelijkenissen(dossier.account, dossier.gedeeld, dossier.canvassen, dossier.peildatum))


def les_adres(dossier: Dossier, les: str) -> str:
    """Where a lesson stands; those of the sample client have no place there, so it is the page alone."""
    return "lessen/" if dossier.id == VOORBEELD else f"lessen/#les-{les}"


def gezien(gelijk: Gelijkenis, adres: str) -> Inhoud:
    """Write which lesson it is, what was seen, why it looks like the lesson, and what was agreed or else is to do."""
    zelf = gelijk.bron == GENOTEERD
    op = f" van {taal.datum(gelijk.datum)}" if gelijk.datum else ""
    bron = f"genoteerd op {taal.datum(gelijk.datum)}" if zelf and gelijk.datum else BRONNEN[gelijk.bron] + op
    door = f". Lijkt op “{gelijk.signaal}” door: {taal.opsomming(gelijk.woorden)}" if gelijk.woorden else ""
    stappen = (gelijk.afspraak,) if gelijk.afspraak else map(stap, gelijk.les.actiestappen)
    return (
        GENOTEERD_LABEL if zelf else LIJKT_LABEL,
        Link(gelijk.les.titel, adres),
        Bij(f"“{gelijk.tekst}”, {bron}{door}"),
        *(Onder(f"→ {tekst}") for tekst in stappen),
    )


def stap(actie: Actiestap) -> str:
    """Write a step with who does it and within how many days."""
    binnen = f"binnen {taal.aantal(actie.binnen_dagen, 'dag', 'dagen')}" if actie.binnen_dagen is not None else ""
    bij = ", ".join(filter(None, (actie.wie, binnen)))
    return f"{actie.tekst} ({bij})" if bij else actie.tekst


PIJLERS = {
    "verwachtingen": "Verwachtingen",
    "relaties": "Relaties",
    "expertise": "Vakkennis",
    "juiste_klant": "Juiste klant",
    "extern": "Van buiten",
}
"""The pillars as people say them: the three of the reviews, and two where it was not in our hands alone."""
STANDEN = {NOOIT: Label("Nog nooit", "!", "te-laat"), **labels.STAND, "op_tijd": Label("Op tijd", "●", "goed")}
PAST_NIET = "Past de les niet? Leg de les bij deze klant vast als signaal dat al gedaan is: dan komt het niet terug."
NOG_GEEN = (
    "Nog geen lessen. Na een vertrek schrijf je er een: de reden, de signalen vooraf en wat je doet als"
    " je ze weer ziet."
)
NIEMAND = (
    "Nog geen accountmanager met klanten. Zet bij elke klant wie de accountmanager is: dan zie je hier wie de lessen"
    " naloopt."
)
GEEN_SIGNAAL = "Nog geen signaal. Schrijf er een op: dan vindt de les de volgende klant."
Lijkend = tuple[Dossier, Sequence[Gelijkenis]]
"""A client with the lessons it looks like."""
Gezien = tuple[Dossier, Lessignaal]
"""A sign that somebody recorded at a client."""
Nalopend = tuple[Persoon, Ronde]
"""An account manager with the round over all lessons."""


@overzicht
def lessen_signalen(portefeuille: Portefeuille) -> Blad:
    """Look at every client for what resembles an earlier lesson."""
    klanten = [(dossier, gelijk) for dossier in portefeuille.dossiers.values() if (gelijk := lijkt_op(dossier))]
    klanten.sort(key=lambda rij: (rij[0].naam, rij[0].id))
    dossiers = [dossier for dossier, _ in klanten]
    keus = (
        keuzes.personen(portefeuille, (wie for dossier in dossiers for wie in namen.driehoek(dossier))),
        keuzes.segmenten(dossier.segment.waarde for dossier in dossiers),
    )
    zo = Aaneen((Link("Zo vergelijkt de site", "handboek/lessen/#lijkt-op"), "."))
    return Blad(
        "lessen-signalen",
        (
            Zin(_zin(len(klanten), lessen=sum(les.status == "actief" for les in portefeuille.gedeeld.lessen.lessen))),
            Alinea((zo, PAST_NIET if klanten else None), zacht=True),
            Filter(keus, "lessen-signalen-blad", "Niets voor deze keuze.") if klanten else None,
            register("Klanten die op een eerdere les lijken, op naam", LIJKKOLOMMEN, klanten, kenmerken=_kenmerken),
        ),
    )


@kaart("lessen/")
def lessenkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the lessons that hold, and the clients that look like one."""
    actief = sum(les.status == "actief" for les in portefeuille.gedeeld.lessen.lessen)
    lijkend = sum(bool(lijkt_op(dossier)) for dossier in portefeuille.dossiers.values())
    leeg = OP_ORDE if actief else Label("Nog geen les geschreven", "?", "stil")
    tekst = "klant lijkt op een les" if lijkend == 1 else "klanten lijken op een les"
    stand = kaartstand(lijkend, tekst, anders=leeg)
    vraag = "Wat leerden we van een vertrek, en zien we het opnieuw?"
    return Kaart(vraag, actief, "les" if actief == 1 else "lessen", stand)


def _zin(klanten: int, *, lessen: int) -> str:
    if not lessen and not klanten:
        return "Er zijn nog geen lessen om mee te vergelijken. Schrijf er een na elke terugblik."
    if not klanten:
        return "Bij geen klant is iets genoteerd dat op een eerdere les lijkt."
    return f"{taal.aantal(klanten, 'klant lijkt', 'klanten lijken')} op een eerdere les."


def _kenmerken(rij: Lijkend) -> dict[str, str]:
    return kenmerken(rij[0], " ".join(namen.driehoek(rij[0])))


@overzicht
def lessenronde(portefeuille: Portefeuille) -> Register:
    """Make the list of rounds over all lessons: when each account manager last went through them; by name."""
    gedeeld, peildatum = portefeuille.gedeeld, portefeuille.peildatum
    klanten = Counter(dossier.account.driehoek.accountmanager for dossier in portefeuille.dossiers.values())

    def wie(rij: Nalopend) -> Inhoud:
        persoon, ronde = rij
        nu = f", nu {portefeuille.naam(ronde.door)}" if ronde.door != persoon.id else ""
        hoeveel = f"{taal.aantal(klanten[persoon.id], 'klant', 'klanten')}{nu}"
        return (
            Link(persoon.naam, f"overleg/{persoon.id}/"),
            Zacht(hoeveel),
            Bij(ronde_vastleggen(persoon, portefeuille)),
        )

    def volgende(rij: Nalopend) -> Inhoud:
        persoon, ronde = rij
        uiterlijk = ronde.volgende.waarde
        if uiterlijk is None:
            return None
        return Waarom(ronde.volgende, f"lessenronde-{persoon.id}"), Over(uiterlijk, wanneer(uiterlijk, peildatum))

    dagen = gedeeld.instellingen.lessencheck_dagen
    return register(
        (
            f"Elke {dagen} dagen loopt elke accountmanager alle lessen na voor de eigen klanten.",
            Link("Zo doe je dat", "handboek/lessen/#ronde"),
        ),
        (
            Kolom("Accountmanager", wie),
            Kolom("Stand", lambda rij: of(STANDEN.get(rij[1].stand or ""), "nog geen lessen")),
            Kolom("Laatste ronde", lambda rij: dag(rij[1].laatste, "nog niet vastgelegd")),
            Kolom("Volgende uiterlijk", volgende, kort="Volgende"),
        ),
        [(persoon, ronde_van(persoon, gedeeld, peildatum)) for persoon in portefeuille.accountmanagers()],
        leeg=NIEMAND,
    )


@overzicht
def lessen(portefeuille: Portefeuille) -> Blad:
    """Make the list of lessons, the latest first; those that no longer hold are folded."""
    sinds: dict[str, list[Gezien]] = defaultdict(list)
    for dossier in portefeuille.dossiers.values():
        for signaal in dossier.account.signalen:
            if signaal.les and signaal.datum <= portefeuille.peildatum:
                sinds[signaal.les].append((dossier, signaal))
    alle = sorted(portefeuille.gedeeld.lessen.lessen, key=lambda les: les.ontstaan_op or date.min, reverse=True)
    actief = [les for les in alle if les.status == "actief"]
    blokken = {les.id: tuple(_les(les, portefeuille, sinds[les.id])) for les in alle}
    vervallen = tuple(blokken[les.id] for les in alle if les not in actief)
    return Blad(
        "lessen",
        (
            *(blok for les in actief for blok in blokken[les.id]),
            None if actief else Leeg(NOG_GEEN),
            Vouw(f"{len(vervallen)} vervallen", vervallen, anker="lessen-vervallen") if vervallen else None,
        ),
    )


def _les(les: Les, portefeuille: Portefeuille, sinds: Iterable[Gezien]) -> Iterator[Inhoud]:
    """One lesson: what it was about and where it was learned, its signs beside its steps, where it was seen since."""
    dossier = portefeuille.dossiers.get(les.account or "")
    klant = genoemd(dossier) if dossier else NIET_GETOOND if les.account else None
    op = Dag(les.ontstaan_op, voluit=True) if les.ontstaan_op else None
    yield Tussenkop(les.titel, f"les-{les.id}", niveau=3)
    yield Bij(Reeks((PIJLERS[les.pijler] if les.pijler else None, klant, op), " ·"))
    if les.reden:
        yield Alinea(les.reden)
    stappen = tuple((Nadruk(f"{nummer}."), stap(actie)) for nummer, actie in enumerate(les.actiestappen, start=1))
    yield Naast(
        (
            (Nadruk("Waaraan merk je het"), _lijst(tuple(les.waarschuwingssignalen), GEEN_SIGNAAL)),
            (Nadruk("Wat doe je dan"), _lijst(stappen, "Nog geen stap.")),
        )
    )
    keren = sorted(sinds, key=lambda rij: rij[1].datum, reverse=True)
    if keren:
        yield Vouw(f"{len(keren)} keer gezien sinds de les", Opsomming(tuple(map(_keer, keren))))


def _lijst(regels: tuple[Inhoud, ...], leeg: str) -> Inhoud:
    return Opsomming(regels) if regels else Leeg(leeg)


def _keer(rij: Gezien) -> Inhoud:
    """One time that a sign was recorded: at which client, what and when, and what became of it."""
    dossier, signaal = rij
    klaar = signaal.gedaan_op is not None and signaal.gedaan_op <= dossier.peildatum
    gedaan = f"gedaan op {taal.datum(signaal.gedaan_op)}" if signaal.gedaan_op and klaar else "nog open"
    vervolg = ": ".join(filter(None, (gedaan, signaal.uitkomst if klaar else signaal.actiestap)))
    tekst = f"{taal.datum(signaal.datum)}: {signaal.signaal or 'signaal zonder omschrijving'}"
    return genoemd(dossier), Bij(taal.met_punten(tekst, vervolg))


def _lijkend(rij: Lijkend) -> Inhoud:
    dossier = rij[0]
    vast = Link(ZO, f"{bladzijde(dossier.id)}#les", f"Een les bij {dossier.naam}")
    return genoemd(dossier, "lessen"), Segment(dossier.segment.waarde), Bij(namen.aan_zet(dossier)), Bij(vast)


LIJKKOLOMMEN: tuple[Kolom[Lijkend], ...] = (
    Kolom("Klant", _lijkend),
    Kolom(
        "Eerdere les",
        lambda rij: Opsomming(tuple(gezien(gelijk, f"#les-{gelijk.les.id}") for gelijk in rij[1])),
        breed="ruim",
    ),
)
