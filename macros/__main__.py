"""`python -m macros` is the same as `handboek`."""

from __future__ import annotations

from macros.commands import hoofd

if __name__ == "__main__":
    hoofd(prog_name="handboek")
