"""A client with more of everything than any sheet of paper holds."""

from __future__ import annotations

from typing import Any

LANG = "Een zin met heel veel woorden die op geen enkel vel op één regel past en die dus verder loopt op de volgende "
"""Text of usual Dutch words, longer than any budget."""
ZICHTBAAR = {"zichtbaar": "klant"}


def veel(letter: str, **velden: Any) -> list[dict[str, Any]]:
    """Make twelve items; every text is too long, but as long as the model allows."""
    return [{"id": f"{letter}{n}", "tekst": (LANG * 3)[:199], **velden} for n in range(12)]


def overvol() -> dict[str, Any]:
    """Make a client with more of everything than a sheet holds."""
    maanden = [f"{n:02}" for n in range(1, 13)]
    termijn = {"opzegtermijn": {"aantal": 3, "eenheid": "maanden"}, "stilzwijgende_verlenging": {"maanden": 12}}
    relaties = ["anouk-de-wit", "rik-smeets", "sara-bos", "johan-prins"]
    mens = {"laag": "tactisch", "rol_bvt": "beslisser", "belang": LANG, "onze_waarde": LANG, "relaties": relaties}
    cijfers = {
        "opdracht": LANG,
        "gegeven_door": "p01",
        "cijfer_resultaat": 6.5,
        "cijfer_samenwerking": 7.5,
        "beter": LANG,
    }
    plan = ("eindbeeld", "situatie", "doel", "strategie", "tijdpad", "gevraagde_actie")
    return {
        "id": "overvol",
        "naam": LANG,
        "driehoek": {
            "accountmanager": "anouk-de-wit",
            "contractmanager": "rik-smeets",
            "projectmanagers": ["sara-bos"],
        },
        "contracten": [
            {"id": f"c{m}", "titel": LANG, "startdatum": "2024-01-01", "einddatum": f"2027-{m}-28", **termijn}
            for m in maanden
        ],
        "contactpersonen": [{"id": f"p{m}", "naam": LANG[:40], "functie": LANG[:60], **mens} for m in maanden],
        "concurrenten": [{"naam": LANG, "wat": LANG, "sterkte": 3} for _ in maanden],
        "verwachtingen": veel("v", stand="loopt", gecheckt_op="2026-02-01", **ZICHTBAAR),
        "toezeggingen": [
            *veel("w", van="wij", voor_datum="2026-04-30", **ZICHTBAAR),
            *veel("t", van="klant", voor_datum="2026-04-30", **ZICHTBAAR),
        ],
        "aannames": veel("a", toets=LANG, voor_datum="2026-04-30"),
        "problemen": veel("q", status="loopt", sinds="2026-01-01", **ZICHTBAAR),
        "kansen": veel("k", waarde_jaar=1000, status=LANG, **ZICHTBAAR),
        "innovaties": veel("i", **ZICHTBAAR),
        "evaluaties": [{"datum": f"2025-{m}-01", **cijfers} for m in maanden],
        "bespreking": {"datum": "2026-04-01", **dict.fromkeys(plan, (LANG * 3)[:299])},
        "canvassen": [
            {
                "id": "2026",
                "contracten": [f"c{m}" for m in maanden],
                "gestart_op": "2025-07-01",
                "plan_b": LANG * 4,
                "deelnemers": ["anouk-de-wit"],
                "goedkeuring": [{"wie": "johan-prins", "waarover": LANG}],
                "klantbesluit": {"stappen": [LANG for _ in maanden], "begroting_maand": 9},
                "doelen": veel("d", datum="2026-09-01", **ZICHTBAAR),
                "acties": veel("x", gereed_op="2026-09-01", **ZICHTBAAR),
            }
        ],
    }
