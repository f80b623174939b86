"""Just in time: which chapter of the handbook helps with which client today.

One table for both ways: the client's page shows the chapters that help there, a chapter shows the clients it helps
with. What is most urgent stands first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.afleidingen.dossier import Dossier
from macros.portefeuille import aanleidingen as bij
from macros.portefeuille.portefeuille import Portefeuille

EERST = 3
"""Paragraphs that a client's page shows."""


@dataclass(frozen=True, slots=True)
class Wijzer:
    """One paragraph of the handbook and when it helps."""

    plek: str
    """Where it stands: `twee-fasen/#fase`."""
    helpt: str
    """What it helps with, as the words of a link."""
    reden: Callable[[Dossier], str]
    """Why today, for a client; empty when it does not apply."""

    @property
    def hoofdstuk(self) -> str:
        """File name of the chapter, without `.md`."""
        return self.plek.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Raad:
    """A paragraph that helps with one client, and why."""

    wijzer: Wijzer
    dossier: Dossier
    reden: str


WIJZERS = (
    Wijzer("contractdatums/#stilzwijgend", "Wat er gebeurt als een contract doorloopt", bij.einddatum_voorbij),
    Wijzer("terugblik/#terugblik", "Terugblikken en netjes afsluiten", bij.opgezegd),
    Wijzer("garantie/#herstelplan", "Een herstelplan maken", bij.herstel_nodig),
    Wijzer("garantie/#herstelplan", "Het herstelplan afmaken en opnieuw een cijfer vragen", bij.herstel_loopt),
    Wijzer("contractdatums/#opzegdeadline", "Op tijd beslissen over het contract", bij.termijn_nadert),
    Wijzer("retentiecanvas/#wanneer-verplicht", "Het canvas invullen, vak voor vak", bij.canvas_nodig),
    Wijzer("teamsessie/#agenda", "De teamsessie houden", bij.sessie_nodig),
    Wijzer("onderhandelen/#verkopen-of-onderhandelen", "Onderhandelen zonder weg te geven", bij.voorstel_nadert),
    Wijzer("twee-fasen/#op-tijd-gestart", "Op tijd beginnen met verlengen", bij.retentie_begint),
    Wijzer("lessen/#lijkt-op", "Doen wat een eerdere les zegt", bij.lijkt_op_les),
    Wijzer("opstart/#eerste-weken", "De eerste weken goed beginnen", bij.nieuw_bij_ons),
    Wijzer("klanten-voor-het-leven/#gevaar", "Zien dat een klant gevaar loopt", bij.zorg),
    Wijzer("klantbeeld/#klantbeeld", "Lezen wat de klant laat zien", bij.let_op),
    Wijzer("nazorg/#ophalen", "Een stil signaal oppakken", bij.stil_signaal),
    Wijzer("driehoek/#rollen", "De driehoek op orde brengen", bij.driehoek_niet_op_orde),
    Wijzer("invloedsweb/#kennismaking", "Kennismaken en het web dichter maken", bij.web_heeft_gaten),
    Wijzer("juiste-klant/#besluit", "Besluiten of deze klant bij ons past", bij.past_niet),
    Wijzer("frisse-blik/#frisse-blik", "Een frisse blik plannen", bij.blik_nadert),
    Wijzer("contactschema/#contactregels", "Weer in het ritme komen", bij.contact_te_laat),
    Wijzer("segmenten/#segment", "Het segment kiezen", bij.segment_onbekend),
    Wijzer("garantie/#nooit-gevraagd", "Voor het eerst een cijfer vragen", bij.nooit_een_cijfer),
    Wijzer("zo-werken-wij/#kern", "De werkwijze op een halve bladzijde", bij.pas_overgenomen),
    Wijzer("invoering/#drie-maanden", "Beginnen met een klant die al liep", bij.ingestapt),
    Wijzer("privacy/#bewaren", "Wat we niet langer bewaren", bij.te_lang_bewaard),
    Wijzer("meer-verkopen/#kansen", "Van een kans werk maken", bij.open_kansen),
    Wijzer("netwerken/#gepland", "Vragen wie je nog moet kennen", bij.fan_bij_klant),
    Wijzer("honken/#go", "Beslissen hoe het na een NO GO verder gaat", bij.niet_verder),
    Wijzer("honken/#gehaald", "Het volgende honk halen", bij.honken_van_dit_jaar),
    Wijzer("toernooi/#kweekvijver", "Beslissen over de kweekvijver", bij.in_de_vijver),
    Wijzer("behoud/#zo-tellen-we", "Meetellen in de cijfers", bij.telt_niet_mee),
)
"""Every paragraph that helps with a client, the most urgent first."""


def raad(dossier: Dossier) -> tuple[Raad, ...]:
    """Every chapter that helps with this client today, each once, the most urgent first."""
    gevonden: dict[str, Raad] = {}
    for wijzer in WIJZERS:
        if wijzer.hoofdstuk not in gevonden and (reden := wijzer.reden(dossier)):
            gevonden[wijzer.hoofdstuk] = Raad(wijzer, dossier, reden)
    return tuple(gevonden.values())


def gevallen(portefeuille: Portefeuille, hoofdstuk: str) -> tuple[Raad, ...]:
    """Every client that this chapter helps with today; those with the nearest decision first, then by name."""
    wijzers = [wijzer for wijzer in WIJZERS if wijzer.hoofdstuk == hoofdstuk]
    gevonden = (geval for dossier in portefeuille.dossiers.values() for geval in _eerste(dossier, wijzers))
    return tuple(sorted(gevonden, key=_volgorde))


def _eerste(dossier: Dossier, wijzers: list[Wijzer]) -> Iterator[Raad]:
    for wijzer in wijzers:
        if reden := wijzer.reden(dossier):
            yield Raad(wijzer, dossier, reden)
            return


def _volgorde(geval: Raad) -> tuple[bool, int, str]:
    dagen = geval.dossier.dagen_tot_beslismoment
    return (dagen is None, dagen or 0, geval.dossier.naam)
