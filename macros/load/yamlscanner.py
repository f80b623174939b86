"""How libyaml cuts a YAML text into tokens, where PyYAML's Python part does it otherwise.

Each method replaces the one of `yaml.scanner.Scanner` that differs, after the scanner of libyaml 0.2.5. The two agree
but where tabs stand: those are refused before a file is parsed.
"""

# mypy: disable-error-code="no-untyped-call"
# PyYAML has no types inside.
from __future__ import annotations

from typing import Any

import yaml
import yaml.reader
import yaml.scanner

_REGELEINDE = "\0\r\n\x85\u2028\u2029"
_WIT = _REGELEINDE + " \t"
_WIT_OF_QUOTE = _WIT + "'\"\\"
_NAAM = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
_HEX = frozenset("0123456789ABCDEFabcdef")
_IN_ETIKET = _NAAM | frozenset(";/?:@&=+$.%!~*'()")
_BREEDTES = ((0x80, 0x00, 1), (0xE0, 0xC0, 2), (0xF0, 0xE0, 3), (0xF8, 0xF0, 4))
"""How the first byte of a letter in UTF-8 says how many it has: mask, bits, number."""


class Scanner(yaml.reader.Reader, yaml.scanner.Scanner):
    """Gives the tokens that libyaml gives, with the same marks, and stops at the same sign."""

    def __init__(self, inhoud: bytes | str) -> None:
        self._in_tekst: yaml.Mark | None = None
        yaml.reader.Reader.__init__(self, inhoud)
        yaml.scanner.Scanner.__init__(self)

    # --- keys without a question mark, and the end ---

    def need_more_tokens(self) -> bool:
        """Whether the first token may still turn out to be a key; also behind the last one, where that is an error."""
        if not self.tokens:
            return not self.done
        self.stale_possible_simple_keys()
        return bool(self.next_possible_simple_key() == self.tokens_taken)

    def fetch_stream_end(self) -> None:
        """End the text at the start of a line: the last one may have no line feed."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        self.unwind_indent(-1)
        self.remove_possible_simple_key()
        self.allow_simple_key = False
        self.tokens.append(yaml.StreamEndToken(self.get_mark(), self.get_mark()))
        self.done = True

    def fetch_flow_collection_end(self, TokenClass: Any) -> None:  # noqa: N803  as it is called there
        """Close a brace or bracket; one that was never opened leaves us where we were."""
        super().fetch_flow_collection_end(TokenClass)
        self.flow_level = max(self.flow_level, 0)

    # --- text without quotes ---

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
            self.forward(index)
            raise yaml.scanner.ScannerError(
                "while scanning a plain scalar", self._in_tekst, "found unexpected ':'", self.get_mark()
            )
        return teken if teken == ":" else "x"

    # --- text in quotes ---

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: yaml.Mark) -> list[str]:  # noqa: FBT001
        """Read up to a space, a line end or the closing quote."""
        delen = []
        while (teken := self.peek()) not in _WIT:
            if not double and teken == self.peek(1) == "'":
                self.forward(2)
                delen.append("'")
            elif teken == ('"' if double else "'"):
                break
            elif double and teken == "\\" and self.peek(1) != "\0" and self.peek(1) in _REGELEINDE:
                self.forward()
                self.scan_line_break()
                delen += self.scan_flow_scalar_breaks(double, start_mark)
            elif double and teken == "\\":
                delen.append(self._escape(start_mark))
            else:
                lengte = 1
                while self.peek(lengte) not in _WIT_OF_QUOTE:
                    lengte += 1
                delen.append(self.prefix(lengte))
                self.forward(lengte)
        return delen

    def _escape(self, begin: yaml.Mark) -> str:
        teken = self.peek(1)
        if teken not in self.ESCAPE_REPLACEMENTS and teken not in self.ESCAPE_CODES:
            raise self._fout("while parsing a quoted scalar", begin, "found unknown escape character")
        self.forward(2)
        lengte = self.ESCAPE_CODES.get(teken)
        if lengte is None:
            return str(self.ESCAPE_REPLACEMENTS[teken])
        if any(self.peek(plek) not in _HEX for plek in range(lengte)):
            raise self._fout("while parsing a quoted scalar", begin, "did not find expected hexdecimal number")
        waarde = int(self.prefix(lengte), 16)
        if 0xD800 <= waarde <= 0xDFFF or waarde > 0x10FFFF:
            raise self._fout("while parsing a quoted scalar", begin, "found invalid Unicode character escape code")
        self.forward(lengte)
        return chr(waarde)

    def _fout(self, wat: str, begin: yaml.Mark, probleem: str) -> yaml.scanner.ScannerError:
        return yaml.scanner.ScannerError(wat, begin, probleem, self.get_mark())

    # --- text under | or > ---

    def scan_block_scalar_indicators(self, start_mark: yaml.Mark) -> tuple[bool | None, int | None]:
        """Read the signs behind `|` or `>`; what else stands on that line is looked at later."""
        houdt = self._houdt()
        inspringing = None
        if "0" <= self.peek() <= "9":
            if self.peek() == "0":
                raise self._fout("while scanning a block scalar", start_mark, "found an indentation of 0")
            inspringing = int(self.peek())
            self.forward()
            houdt = self._houdt() if houdt is None else houdt
        return houdt, inspringing

    def _houdt(self) -> bool | None:
        """Whether line ends at the end of the text stay; None when that is not said."""
        teken = self.peek()
        if teken not in "+-":
            return None
        self.forward()
        return teken == "+"

    # --- what a file may not hold, each refused in its own words ---

    def scan_tag(self) -> yaml.TagToken:
        """Read a tag: `!text`, `!name!text` or `!<text>`."""
        begin = self.get_mark()
        if self.peek(1) == "<":
            self.forward(2)
            handvat, rest = None, self._etiket(begin, "tag", _IN_ETIKET | frozenset(",[]"))
            if self.peek() != ">":
                raise self._fout("while scanning a tag", begin, "did not find the expected '>'")
            self.forward()
        else:
            handvat = self.scan_tag_handle("tag", begin)
            if len(handvat) > 1 and handvat.endswith("!"):
                rest = self._etiket(begin, "tag", _IN_ETIKET)
            else:
                handvat, rest = "!", self._etiket(begin, "tag", _IN_ETIKET, handvat)
        if self.peek() not in _WIT and not (self.flow_level and self.peek() == ","):
            raise self._fout("while scanning a tag", begin, "did not find expected whitespace or line break")
        return yaml.TagToken((handvat, rest) if rest else (None, "!"), begin, self.get_mark())

    def scan_tag_handle(self, name: str, start_mark: yaml.Mark) -> str:
        """Read what stands before the second exclamation mark, with both; without one all letters up to there."""
        wat = "tag" if name == "tag" else "tag directive"
        if self.peek() != "!":
            raise self._fout(f"while scanning a {wat}", start_mark, "did not find expected '!'")
        lengte = 1
        while self.peek(lengte) in _NAAM:
            lengte += 1
        dicht = self.peek(lengte) == "!"
        if dicht:
            lengte += 1
        handvat: str = self.prefix(lengte)
        self.forward(lengte)
        if name != "tag" and not dicht and handvat != "!":
            raise self._fout(f"while parsing a {wat}", start_mark, "did not find expected '!'")
        return handvat

    def _etiket(self, begin: yaml.Mark, wat: str, mag: frozenset[str], kop: str = "") -> str:
        """Read the text of a tag; `kop` was read already, with its exclamation mark."""
        delen = [kop[1:]]
        while (teken := self.peek()) in mag:
            if teken == "%":
                delen.append(self._letter(begin, wat))
            else:
                delen.append(teken)
                self.forward()
        if len(delen) == 1 and not kop:
            raise self._fout(f"while parsing a {wat}", begin, "did not find expected tag URI")
        return "".join(delen)

    def _letter(self, begin: yaml.Mark, wat: str) -> str:
        """Read one letter that is written as bytes: `%C3%A9`."""
        octetten: list[int] = []
        breedte = 1
        while len(octetten) < breedte:
            if self.peek() != "%" or self.peek(1) not in _HEX or self.peek(2) not in _HEX:
                raise self._fout(f"while parsing a {wat}", begin, "did not find URI escaped octet")
            octet = int(self.prefix(3)[1:], 16)
            if not octetten:
                breedte = next((breed for masker, bits, breed in _BREEDTES if octet & masker == bits), 0)
            if not breedte or (octetten and octet & 0xC0 != 0x80):
                raise self._fout(f"while parsing a {wat}", begin, "found an incorrect UTF-8 octet")
            octetten.append(octet)
            self.forward(3)
        return bytes(octetten).decode(errors="replace")

    def scan_directive(self) -> yaml.DirectiveToken:
        """Read a line that begins with %; one that is neither %YAML nor %TAG is refused."""
        begin = self.get_mark()
        self.forward()
        naam = self.scan_directive_name(begin)
        if naam not in ("YAML", "TAG"):
            raise self._fout("while scanning a directive", begin, "found unknown directive name")
        waarde = self._versie(begin) if naam == "YAML" else self._afkorting(begin)
        eind = self.get_mark()
        self.scan_directive_ignored_line(begin)
        return yaml.DirectiveToken(naam, waarde, begin, eind)

    def _versie(self, begin: yaml.Mark) -> tuple[int, int]:
        self._spaties()
        groot = self._versienummer(begin)
        if self.peek() != ".":
            raise self._fout("while scanning a %YAML directive", begin, "did not find expected digit or '.' character")
        self.forward()
        return groot, self._versienummer(begin)

    def _versienummer(self, begin: yaml.Mark) -> int:
        cijfers = ""
        while "0" <= self.peek() <= "9":
            if len(cijfers) == 9:
                raise self._fout("while scanning a %YAML directive", begin, "found extremely long version number")
            cijfers += self.peek()
            self.forward()
        if not cijfers:
            raise self._fout("while scanning a %YAML directive", begin, "did not find expected version number")
        return int(cijfers)

    def _afkorting(self, begin: yaml.Mark) -> tuple[str, str]:
        wat = "while scanning a %TAG directive"
        self._spaties()
        handvat = self.scan_tag_handle("directive", begin)
        if self.peek() != " ":
            raise self._fout(wat, begin, "did not find expected whitespace")
        self._spaties()
        waarde = self._etiket(begin, "%TAG directive", _IN_ETIKET | frozenset(",[]"))
        if self.peek() not in _WIT:
            raise self._fout(wat, begin, "did not find expected whitespace or line break")
        return handvat, waarde

    def _spaties(self) -> None:
        while self.peek() == " ":
            self.forward()
