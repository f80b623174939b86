"""References within one account, and of its lines in the journal: what they name must exist there."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from macros.load.dagboekfeiten import INSCHATTING
from macros.load.problem import Bevinding
from macros.load.verwijzingen import BOOM_ACCOUNT, BOOM_REGEL, Bekend, Wijzer, ids
from macros.model.account import Account
from macros.model.dagboek import Aantekening
from macros.model.team import GEEN_OPVOLGER, OUD_CONTACT
from macros.model.werk import UITSTELBAAR


def sluitbaar(klant: Account, dagboek: Iterable[Aantekening]) -> Iterator[str]:
    """The ids of everything that a line can close: actions, promises, steps of lessons and signals."""
    acties = (actie.id for canvas in klant.canvassen for actie in canvas.acties)
    reviewacties = (actie.id for blik in klant.fresheyes for actie in blik.acties)
    signalen = (signaal.id for moment in klant.contactmomenten for signaal in moment.signalen)
    rest = (ding.id for ding in klant.toezeggingen), (ding.id for ding in klant.signalen)
    yield from filter(None, chain(acties, reviewacties, signalen, *rest))
    for een in dagboek:
        yield from [een.id] * bool(een.regel.belofte) + [een.signaal_id] * bool(een.regel.signaal)


class Accountwijzer:
    """References in accounts; made once, used for every account."""

    def __init__(self, bekend: Bekend) -> None:
        """`bekend` holds what exists outside the account."""
        self._bekend = bekend
        self._wijzer = Wijzer(bekend)
        self._standaardregels = bekend.standaardregels
        self._elementen = {
            groep.id: frozenset(element.id for element in groep.elementen)
            for groep in bekend.gedeeld.segmentatie.groepen
        }

    def keur(self, klant: Account, waarde: Any) -> Iterator[Bevinding]:
        """All references of one account; `waarde` is its file as read, for the ids of items with an error."""
        with self._voor(klant, waarde):
            yield from self._wijzer.keur(klant, BOOM_ACCOUNT)
        yield from self._doelen(klant)

    def keur_regels(
        self, klant: Account, waarde: Any, regels: Sequence[Aantekening]
    ) -> Iterator[tuple[Aantekening, Bevinding]]:
        """All references of the account's lines in the journal; `waarde` as for `keur`."""
        with self._voor(klant, waarde):
            for een in regels:
                yield from ((een, bevinding) for bevinding in self._wijzer.keur(een.regel, BOOM_REGEL))

    @contextmanager
    def _voor(self, klant: Account, waarde: Any) -> Iterator[None]:
        """Lend what exists within one account, and take it back."""
        mogelijk, weg = self._wijzer.mogelijk, self._bekend.opgeruimd
        dagboek = self._bekend.gedeeld.dagboek.get(klant.id, ())
        contacten = ids(waarde, "contactpersonen") | {een.gezicht_id for een in dagboek if een.regel.nieuw}
        contracten, verwachtingen = ids(waarde, "contracten"), ids(waarde, "verwachtingen")
        regels = self._standaardregels | ids(waarde, "contactregels")
        groep = klant.groep or self._bekend.gedeeld.segmentatie.groepen[0].id
        personen = self._bekend.personen
        beoordeeld = {naam for canvas in klant.canvassen for naam, vak in canvas.vakken.items() if vak.oordeel}
        self._wijzer.mogelijk = mogelijk | {
            "contact": contacten | {OUD_CONTACT},
            "opvolger": contacten | {GEEN_OPVOLGER},
            "mens": None if personen is None else contacten | {OUD_CONTACT} | personen,
            "contract": contracten,
            "kans": ids(waarde, "kansen"),
            "verwachting": verwachtingen,
            "regel": regels,
            "element": self._elementen.get(groep),
            "klant": self._bekend.klanten - {klant.id},
            "evaluatie": frozenset(str(evaluatie.datum) for evaluatie in klant.evaluaties),
            "onderwerp": regels | contracten | contacten | ids(waarde, "canvassen") | UITSTELBAAR,
            "klopt": contacten | verwachtingen | contracten | beoordeeld | {INSCHATTING},
            "toezegging": ids(waarde, "toezeggingen") | {een.id for een in dagboek if een.regel.belofte} | weg,
            "klaar": weg.union(sluitbaar(klant, dagboek)),
        }
        try:
            yield
        finally:
            self._wijzer.mogelijk = mogelijk

    def _doelen(self, klant: Account) -> Iterator[Bevinding]:
        """Actions name a goal of their own canvas."""
        for nummer, canvas in enumerate(klant.canvassen):
            wijzer = Wijzer(self._bekend)
            wijzer.mogelijk = {"doel": frozenset(doel.id for doel in canvas.doelen)}
            yield from wijzer.keur(canvas.acties, {"*": {"doel": {"": "doel"}}}, ("canvassen", nummer, "acties"))
