"""What we promise a client, by its segment, and what really happens: contact, sponsor, marks, messages (domain 1.4).

The guarantee and an answer to a complaint are promised to everybody.
"""

from dataclasses import dataclass

from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import KLANTCIJFER
from macros.afleidingen.klant.tevredenheid import evaluatie_vervalt
from macros.afleidingen.verklaring import VerklaardeDatum
from macros.model.segmentatie import Segmentbehandeling
from macros.portefeuille.klantfeiten import loopt

ONDERDELEN = CONTACT, SPONSOR, CIJFER, BERICHT, GARANTIE, KLACHT = (
    "contact", "sponsor", "cijfer", "bericht", "garantie", "klacht"
)  # fmt: skip
"""The parts of a treatment, in reading order."""


@dataclass(frozen=True, slots=True)
class Behandeling:
    """How one client is really treated."""

    regels: int
    """Contact rules that run."""
    te_laat: int
    """How many of those are late; one that is postponed is not."""
    sponsor_weg: bool
    """Whether the sponsor has left us."""
    cijfer_uiterlijk: VerklaardeDatum
    """Last day for the next mark; None where the segment is not asked every so many months."""
    gevraagd: tuple[str, ...]
    """The parts that this client is promised."""
    tekort: tuple[str, ...]
    """The parts of those that do not happen as promised."""


def behandeling(dossier: Dossier) -> Behandeling:
    """Compare what the segment of this client promises with what happens."""
    cijfer = cijfer_uiterlijk(dossier)
    sponsor = dossier.account.driehoek.directie_sponsor
    weg = sponsor is not None and _uit_dienst(dossier, sponsor)
    te_laat = sum(regel.stand == "te_laat" for regel in dossier.contact)
    is_a, bericht = dossier.segment.waarde == "A", dossier.bericht_volgende.waarde
    gepland = dossier.uitstellen.voor("evaluatie", contracten=(KLANTCIJFER,))
    tekort = {
        CONTACT: te_laat > 0 or not dossier.contact,
        SPONSOR: sponsor is None or weg,
        CIJFER: cijfer.waarde is not None and cijfer.waarde < dossier.peildatum and not gepland,
        BERICHT: bericht is not None and bericht < dossier.peildatum,
        GARANTIE: dossier.garantie.waarde == "geschonden",
        KLACHT: any(reden.soort == "klacht_open" for reden in dossier.klantbeeld.redenen),
    }
    gevraagd = {
        CONTACT: bool(dossier.contact) or (is_a and loopt(dossier)),
        SPONSOR: is_a and loopt(dossier),
        CIJFER: cijfer.waarde is not None,
        BERICHT: bericht is not None,
        GARANTIE: dossier.garantie.waarde is not None and loopt(dossier),
        KLACHT: _klaagde(dossier) and loopt(dossier),
    }
    beloofd = tuple(deel for deel in ONDERDELEN if gevraagd[deel])
    return Behandeling(
        regels=len(dossier.contact),
        te_laat=te_laat,
        sponsor_weg=weg,
        cijfer_uiterlijk=cijfer,
        gevraagd=beloofd,
        tekort=tuple(deel for deel in beloofd if tekort[deel]),
    )


def cijfer_uiterlijk(dossier: Dossier) -> VerklaardeDatum:
    """Last day for the next mark of this client, by its segment; None while no contract runs."""
    afspraken = segmentbehandeling(dossier)
    sinds = dossier.ingangsdatum if loopt(dossier) else None
    return evaluatie_vervalt(dossier.cijfer_laatste, afspraken.tevredenheid if afspraken else None, sinds)


def segmentbehandeling(dossier: Dossier) -> Segmentbehandeling | None:
    """What the segment of this client promises; None without a segment."""
    segment = dossier.segment.waarde
    return dossier.gedeeld.segmentatie.segmenten[segment] if segment else None


def _klaagde(dossier: Dossier) -> bool:
    """Whether a complaint was heard in the last twelve months."""
    sinds = min_maanden(dossier.peildatum, 12)
    verse = (moment for moment in dossier.account.contactmomenten if sinds < moment.datum <= dossier.peildatum)
    return any(signaal.soort == "klacht" for moment in verse for signaal in moment.signalen)


def _uit_dienst(dossier: Dossier, persoon: str) -> bool:
    gevonden = dossier.gedeeld.personen.get(persoon)
    laatste = gevonden.uit_dienst_op if gevonden else None
    return laatste is not None and laatste < dossier.peildatum
