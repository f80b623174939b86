"""Promises and assumptions as lines of a list: how near they are, who, and how we find out."""

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant import afspraken
from macros.model.account import Aanname, Toezegging
from macros.views.delen import namen
from macros.views.delen.lijsten import Regel, bij
from macros.views.delen.wanneer import wanneer
from macros.woorden import labels, taal
from macros.woorden.labels import Label

DRINGEND = frozenset({"te_laat", "deze_week"})
"""Stands that say more than that it is open."""


def toezeggingregel(dossier: Dossier, toezegging: Toezegging) -> Regel:
    """Word one promise of either side."""
    return Regel(
        tekst=toezegging.tekst,
        label=_label(dossier, toezegging, labels.TOEZEGGING_STAND),
        bij=bij(
            namen.iemand(dossier, toezegging.wie),
            voor(dossier, toezegging),
            f"beloofd op {taal.datum(toezegging.gedaan_op)}" if toezegging.gedaan_op else None,
            f"bekend op {taal.datum(toezegging.stand_op)}" if toezegging.stand_op else None,
        ),
    )


def aannameregel(dossier: Dossier, aanname: Aanname) -> Regel:
    """Word one assumption, with how we find out."""
    return Regel(
        tekst=aanname.tekst,
        label=_label(dossier, aanname, labels.AANNAME_STAND),
        bij=bij(
            f"zo zoeken we het uit: {aanname.toets}" if aanname.toets else None,
            namen.collega(dossier, aanname.wie),
            voor(dossier, aanname) if aanname.stand == "open" else None,
            f"sinds {taal.datum(aanname.stand_op)}" if aanname.stand_op else None,
        ),
    )


def voor(dossier: Dossier, afspraak: Aanname | Toezegging) -> str | None:
    """Say when it is due and, while it is open and near or late, how near: "voor 6 maart 2026, 10 dagen te laat"."""
    if afspraak.voor_datum is None:
        return None
    dag = f"voor {taal.datum(afspraak.voor_datum)}"
    return f"{dag}, {wanneer(afspraak.voor_datum, dossier.peildatum)}" if _stand(dossier, afspraak) in DRINGEND else dag


def _label(dossier: Dossier, afspraak: Aanname | Toezegging, eigen: dict[str, Label]) -> Label:
    """The state it has, unless its day says more."""
    stand = _stand(dossier, afspraak)
    return labels.STAND[stand] if stand in DRINGEND else eigen[afspraak.stand]


def _stand(dossier: Dossier, afspraak: Aanname | Toezegging) -> str:
    return afspraken.stand(afspraak, dossier.peildatum, dossier.gedeeld.instellingen) or ""
