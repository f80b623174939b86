"""From what an event changes to the new text of each file that it touches; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from macros.gebeurtenissen.gebeurtenis import Dagboek, Gevolg, In, Situatie
from macros.load.dagboek import DAGBOEK, kenmerk, volgnummer
from macros.load.wijzigen.adres import Erbij, Wijziging, wijzig
from macros.load.wijzigen.inlassen import Waarde, inhoud
from macros.load.wijzigen.uitlichten import zet_erboven
from macros.model.contact import Contactmoment

REGELS = "regels"
_SIGNAAL = ("soort", "tekst", "kans")


def weekbestand(dag: date, wie: str) -> str:
    """The file of the journal in which a colleague writes on this day, below the folder.

    The week is that of the day of writing: what happened earlier stands in it too.
    """
    jaar, week, _ = dag.isocalendar()
    return f"{DAGBOEK}/{jaar}/w{week:02}-{wie}.yml"


def nieuwe_teksten(situatie: Situatie, gevolgen: Iterable[Gevolg], lees: Callable[[str], str]) -> dict[str, str]:
    """The new text of every file that the event changes, by its name below the folder.

    `lees` gives what stands in a file now; of one that is not there, the remarks that it begins with, or "". Raises
    `NietInTeLassenError`, with a Dutch sentence, when a change does not fit.
    """
    wijzigingen: dict[str, list[Wijziging]] = {}
    for gevolg in gevolgen:
        if isinstance(gevolg, Dagboek):
            wijzigingen.setdefault(weekbestand(situatie.dag, situatie.wie), []).append(_onderaan(gevolg.velden))
        elif isinstance(gevolg, In):
            wijzigingen.setdefault(gevolg.bestand, []).append(gevolg.wijziging)
        else:
            wijzigingen.setdefault(f"{situatie.account.id}.yml", []).append(gevolg)
    return {naam: wijzig(lees(naam), eigen) for naam, eigen in wijzigingen.items()}


def _onderaan(regel: Mapping[str, Waarde]) -> Erbij:
    """A line at the end of a week, with a key a line."""
    return Erbij((REGELS,), regel, kort=False)


def _proces(moment: Contactmoment) -> dict[str, Waarde]:
    een = moment.proces
    velden: dict[str, Waarde | None] = {"punten": een.punten, "verandert": een.verandert} if een else {}
    return {naam: waarde for naam, waarde in velden.items() if waarde}


class Week:
    """A file of the journal on its way to its new text."""

    def __init__(self, naam: str, tekst: str) -> None:
        self.naam, self.tekst = naam, tekst
        waarden = inhoud(tekst) or {}
        self.aantal = len(waarden.get(REGELS) or [])
        self.opgeruimd = [int(nummer) for nummer in waarden.get("opgeruimd") or []]
        self.regels: list[dict[str, Waarde]] = []
        self.opmerkingen: dict[int, str] = {}

    def gesprek(self, klant: str, moment: Contactmoment) -> str:
        """Add the line of a talk, and return the id that a signal of it has."""
        self.aantal += 1
        id_ = f"{kenmerk(self.naam)}-{volgnummer(self.aantal - 1, self.opgeruimd)}-signaal"
        self.regels.append(_regel(klant, moment, id_))
        return id_

    def zeg_erboven(self, plek: int, opmerking: str) -> None:
        """Keep the remarks of a talk, unless they stand here already."""
        if nieuw := [deel for deel in opmerking.split("\n") if deel and deel not in self.tekst]:
            self.opmerkingen[plek] = "\n".join(nieuw)

    def nieuw(self) -> str:
        """The whole text."""
        tekst = wijzig(self.tekst, [_onderaan(regel) for regel in self.regels])
        return zet_erboven(tekst, REGELS, self.opmerkingen)


def _regel(klant: str, moment: Contactmoment, signaal_id: str) -> dict[str, Waarde]:
    """The line of a talk, in the order of the model; a signal that was followed up the same day is closed in it."""
    signaal = next(iter(moment.signalen), None)
    velden: dict[str, Waarde | None] = {
        "klant": klant,
        "datum": moment.datum,
        "met": moment.met,
        "laag": moment.laag,
        "vorm": None if moment.vorm == "bezoek" else moment.vorm,
        "regel": moment.regel,
        "kern": moment.kern,
        "proces": _proces(moment),
        "klopt_nog": moment.nagevraagd,
        "klaar": [signaal_id] if signaal and signaal.opgevolgd_op == moment.datum else None,
        "signaal": {naam: waarde for naam in _SIGNAAL if (waarde := getattr(signaal, naam, None))},
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde}
