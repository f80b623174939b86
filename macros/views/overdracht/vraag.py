"""One question for who had a client before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question for the predecessor."""

    tekst: str
    waarom: str
    """Which gap or oddity asks it, in a few words."""
    over: str = ""
    """Id of the person at the client whom it is about; empty for anything else."""
