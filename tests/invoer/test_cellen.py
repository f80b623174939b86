"""Days, amounts and texts as registers write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from macros.invoer import cellen
from macros.invoer.cellen import Cel


@pytest.mark.parametrize(
    ("cel", "vorm", "dag"),
    [
        ("2026-03-16", "jjjj-mm-dd", date(2026, 3, 16)),
        ("2026-03-16T23:59:59+01:00", "jjjj-mm-dd", date(2026, 3, 16)),
        ("2026-03-16 00:00:00", "jjjj-mm-dd", date(2026, 3, 16)),
        ("16/03/2026", "dd-mm-jjjj", date(2026, 3, 16)),
        ("6.3.2026", "dd-mm-jjjj", date(2026, 3, 6)),
        ("03/16/2026", "mm-dd-jjjj", date(2026, 3, 16)),
        ("20260316", "jjjjmmdd", date(2026, 3, 16)),
        (datetime(2026, 3, 16, 12, 0), "dd-mm-jjjj", date(2026, 3, 16)),  # noqa: DTZ001  a spreadsheet has no zones
        (date(2026, 3, 16), "dd-mm-jjjj", date(2026, 3, 16)),
        ("31/02/2026", "dd-mm-jjjj", None),
        ("16/03/26", "dd-mm-jjjj", None),
        ("01/01/9999", "dd-mm-jjjj", None),
        ("Sem informação", "dd-mm-jjjj", None),
        (46097, "dd-mm-jjjj", None),
    ],
)
def test_days(cel: Cel, vorm: str, dag: date | None) -> None:
    """
    A time behind the day is dropped; a year of two digits and a bare spreadsheet number are no day.
    """
    assert dag == cellen.datum(cel, vorm)


@pytest.mark.parametrize(
    ("cel", "vorm", "getal"),
    [
        ("1.234,56", "1.234,56", "1234.56"),
        ("- 24.312,82", "1.234,56", "-24312.82"),
        ("−5", "1.234,56", "-5"),
        ("€ 1.000", "1.234,56", "1000"),
        ("€ -1.000,-", "1.234,56", "-1000"),
        ("1000 EUR", "1.234,56", "1000"),
        ("58665.0", "1,234.56", "58665.0"),
        ("12 500,00", "1 234,56", "12500.00"),
        ("1.23,4", "1.234,56", None),
        ("12 stuks", "1.234,56", None),
        (12.5, "1.234,56", "12.5"),
        (93007, "1,234.56", "93007"),
        (float("nan"), "1,234.56", None),
    ],
)
def test_amounts(cel: Cel, vorm: str, getal: str | None) -> None:
    """
    A currency sign and a space behind the minus are fine; a wrong sign between thousands is not.
    """
    assert (None if getal is None else Decimal(getal)) == cellen.getal(cel, vorm)


def test_rounding_is_half_up() -> None:
    """
    People round 2.50 to 3, and so do we; computers often round it to 2.
    """
    assert (3, 2, -3) == (cellen.heel(Decimal("2.5")), cellen.heel(Decimal("2.49")), cellen.heel(Decimal("-2.5")))


def test_text_is_one_clean_line() -> None:
    """
    Zero-width signs, hard spaces, line breaks and decomposed accents do not survive.
    """
    assert "PICM0005830 Café (2)" == cellen.tekst("\u200bPICM0005830\u200b\u00a0 Cafe\u0301\r\n(2) ")
    assert "2024" == cellen.tekst(2024.0)


def test_mail_addresses_are_taken_out() -> None:
    """
    A mailbox in a title does not reach the account file.
    """
    assert ("Beheer", True) == cellen.zonder_adressen("Beheer <inkoop@gemeente.example>")
    assert ("Beheer @ huis", False) == cellen.zonder_adressen("Beheer @ huis")


@pytest.mark.parametrize(
    ("tekst", "slug"),
    [
        ("Coöperatie De Bron", "cooperatie-de-bron"),
        ("ADMINISTRAÇÃO GERAL/UFMG", "administracao-geral-ufmg"),
        ("Straße & Sønn", "strasse-en-sonn"),
        ("北京", ""),
        ("  --  ", ""),
        ("a" * 70, "a" * 60),
    ],
)
def test_ids(tekst: str, slug: str) -> None:
    """
    Accents go, other signs become one dash, and a name without Latin letters gives nothing.
    """
    assert slug == cellen.slug(tekst)
