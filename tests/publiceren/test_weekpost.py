"""The script in the chapter about servers that mails everybody their week, tried with a mailer that keeps it."""

from __future__ import annotations

import os
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

from voorbeeldklanten import ACCOUNTS

from macros.load.omgeving import PROJECT

UITLEG = PROJECT / "docs/bijdragen/publiceren.md"
ADRESSEN = """\
anouk-de-wit anouk@intern.example
hein-dorrestijn hein@intern.example
rik-smeets rik@intern.example
"""


def test_who_has_an_address_gets_the_own_week(tmp_path: Path) -> None:
    """
    One mail each, addressed, with both forms and without the mark of a draft; who left gets none, nothing stays behind.
    """
    (tmp_path / "bin").mkdir()
    (tmp_path / "tmp").mkdir()
    (tmp_path / "mailadressen").write_text(ADRESSEN, encoding="utf-8")
    opdracht = f'"{sys.executable}" -m macros weekbericht --naar "$2" --eml --vervang --datum 2026-03-16'
    for naam, inhoud in (
        ("publiceer", f'test "$1" = --weekbericht && cd "{PROJECT}" && {opdracht}'),
        ("sendmail", f'test "$*" = "-i -t" && cat > "{tmp_path}/$$.eml"'),
    ):
        (tmp_path / "bin" / naam).write_text(f"#!/bin/sh\n{inhoud}\n", encoding="utf-8")
        (tmp_path / "bin" / naam).chmod(0o755)
    _, _, rest = UITLEG.read_text(encoding="utf-8").partition("```sh\n")
    script = rest.partition("```")[0].replace("/srv/handboek", str(tmp_path))

    omgeving = os.environ | {
        "PATH": f"{tmp_path}/bin:{os.environ['PATH']}",
        "TMPDIR": str(tmp_path / "tmp"),
        "PYTHONPATH": str(PROJECT),
        "HANDBOEK_ACCOUNTS": str(ACCOUNTS),
    }
    subprocess.run(["/bin/sh", "-c", script], check=True, env=omgeving, capture_output=True)

    post = {mail["To"]: mail for pad in tmp_path.glob("*.eml") if (mail := _lees(pad))}
    assert {"anouk@intern.example", "rik@intern.example"} == set(post)
    for aan, naam in (("anouk", "Anouk de Wit"), ("rik", "Rik Smeets")):
        mail = post[f"{aan}@intern.example"]
        assert "Retentiehandboek <handboek@intern.example>" == mail["From"]
        assert mail["Subject"].startswith("Je week van 16 maart 2026: ")
        assert "X-Unsent" not in mail
        assert ["text/plain", "text/html"] == [deel.get_content_type() for deel in mail.iter_parts()]
        assert naam in mail.get_body(("plain",)).get_content()
    assert [] == list((tmp_path / "tmp").iterdir())


def _lees(pad: Path) -> Any:
    return message_from_bytes(pad.read_bytes(), policy=default)
