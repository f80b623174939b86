"""How far away a day is, in words: "over 12 dagen", "morgen", "34 dagen te laat".

`docs/assets/js/tijd.js` says the same in the browser on the days after a build; change both together.
"""

from datetime import date

JAAR = 366
"""Days in the longest year."""


def wanneer(dag: date, peildatum: date) -> str:
    """Say how long until `dag`, or how long something due on `dag` has been late."""
    over = (dag - peildatum).days
    if over < 0:
        return f"{dagen(-over)} te laat"
    if over == 0:
        return "vandaag"
    return "morgen" if over == 1 else f"over {dagen(over)}"


def straks(dag: date | None, peildatum: date) -> str:
    """Say how near `dag` is; nothing further than a year away, where the date says more than a number of days."""
    return wanneer(dag, peildatum) if dag is not None and (dag - peildatum).days < JAAR else ""


def geleden(dag: date, peildatum: date) -> str:
    """Say how long ago `dag` was; a day still to come reads as in `wanneer`."""
    voorbij = (peildatum - dag).days
    return f"{dagen(voorbij)} geleden" if voorbij > 0 else wanneer(dag, peildatum)


def dagen(aantal: int) -> str:
    """Write a number of days: "1 dag", "12 dagen"."""
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


GETALLEN = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def telwoord(aantal: int) -> str:
    """Write a number as a word up to twelve, and in digits above that."""
    return GETALLEN[aantal] if aantal < len(GETALLEN) else str(aantal)


def hoofdletter(zin: str) -> str:
    """Begin a sentence with a capital; of "één" the second letter keeps its accent only ("Eén")."""
    return f"Eén{zin[3:]}" if zin.startswith("één") else zin[:1].upper() + zin[1:]
