"""The parser of YAML: PyYAML's, written in C where that is there, else in Python; both read the same."""

from typing import Any

import yaml
import yaml.parser
import yaml.reader
import yaml.scanner


class Pythonparser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML without its C part, as in the browser: slower, and made to read between braces what the C part reads."""

    def __init__(self, inhoud: bytes) -> None:
        self._in_tekst: yaml.Mark | None = None
        yaml.reader.Reader.__init__(self, inhoud)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)

    def scan_plain(self) -> yaml.ScalarToken:
        """Read a text without quotes."""
        self._in_tekst = self.get_mark()
        try:
            return super().scan_plain()
        finally:
            self._in_tekst = None

    def peek(self, index: int = 0) -> str:
        """Look ahead; in a text a question mark is a letter, and a colon with a bracket behind it an error."""
        teken: str = super().peek(index)
        if self._in_tekst is None or teken not in "?:":
            return teken
        if teken == ":" and self.flow_level and super().peek(index + 1) in ",?[]{}":
            plek = yaml.Mark("", self.index + index, self.line, self.column + index, None, 0)
            raise yaml.scanner.ScannerError("while scanning a plain scalar", self._in_tekst, "unexpected ':'", plek)
        return teken if teken == ":" else "x"


Parser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else Pythonparser  # type: ignore[attr-defined]
"""Gives the events of a file, one at each call of `get_event`."""
