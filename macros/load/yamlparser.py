"""PyYAML's parser in C where that part of it is there, else in Python, made to read exactly what the C part reads.

In the browser there is no C part. The Python part of PyYAML reads some odd texts otherwise than libyaml does (a
question mark between braces, a sign behind a `|`, half an escape) and says other words, so the same file would give
another message. What differs is written after libyaml 0.2.5: the tokens in `yamlscanner`, the grammar here.
"""

# mypy: disable-error-code="no-untyped-call"
# PyYAML has no types inside.
from __future__ import annotations

from typing import Any, NamedTuple

import yaml
import yaml.composer
import yaml.constructor
import yaml.parser
import yaml.resolver

from macros.load.yamlscanner import Scanner


class Pythonparser(Scanner, yaml.parser.Parser):
    """Gives the events that the C part gives, with the same marks, and fails with the same error; ten times slower."""

    def __init__(self, inhoud: bytes | str) -> None:
        Scanner.__init__(self, inhoud)
        yaml.parser.Parser.__init__(self)

    def get_event(self) -> yaml.Event | None:
        """Give the next event, None behind the last; what an error found is left out, as it is in C."""
        try:
            return super().get_event()  # type: ignore[no-any-return]
        except yaml.parser.ParserError as fout:
            fout.problem = (fout.problem or "").partition(", but ")[0]
            raise

    def parse_flow_mapping_key(self, first: bool = False) -> yaml.Event:  # noqa: FBT001, FBT002  as it is called there
        """Read a key; an empty one stands at what follows it."""
        return self._leeg_bij_volgende(super().parse_flow_mapping_key(first))

    def parse_flow_mapping_value(self) -> yaml.Event:
        """Read a value; an empty one stands at what follows it."""
        return self._leeg_bij_volgende(super().parse_flow_mapping_value())

    def parse_flow_sequence_entry_mapping_value(self) -> yaml.Event:
        """Read the value of a pair in a list; an empty one stands at what follows it."""
        return self._leeg_bij_volgende(super().parse_flow_sequence_entry_mapping_value())

    def parse_flow_sequence_entry_mapping_key(self) -> yaml.Event:
        """Read the key of a pair in a list; behind an empty one a sign is lost, as in libyaml."""
        event: yaml.Event = super().parse_flow_sequence_entry_mapping_key()
        if _is_leeg(event):
            plek = self.get_token().end_mark
            return self.process_empty_scalar(plek)
        return event

    def _leeg_bij_volgende(self, event: yaml.Event) -> yaml.Event:
        return self.process_empty_scalar(self.peek_token().start_mark) if _is_leeg(event) else event

    def process_directives(self) -> tuple[tuple[int, int] | None, dict[str, str] | None]:
        """Take the lines that begin with % together."""
        versie, handvatten = None, {}
        while self.check_token(yaml.DirectiveToken):
            token = self.get_token()
            if token.name == "YAML":
                if versie is not None:
                    raise yaml.parser.ParserError(None, None, "found duplicate %YAML directive", token.start_mark)
                if token.value not in ((1, 1), (1, 2)):
                    raise yaml.parser.ParserError(None, None, "found incompatible YAML document", token.start_mark)
                versie = token.value
            elif token.value[0] in handvatten:
                raise yaml.parser.ParserError(None, None, "found duplicate %TAG directive", token.start_mark)
            else:
                handvatten[token.value[0]] = token.value[1]
        self.tag_handles = {**self.DEFAULT_TAGS, **handvatten}
        return versie, handvatten or None


def _is_leeg(event: yaml.Event) -> bool:
    """Whether nothing was written: not even quotes, an anchor or a tag."""
    if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
        return False
    return not event.value and bool(event.implicit[0])


class _Pythonlezer(Pythonparser, yaml.composer.Composer, yaml.constructor.SafeConstructor, yaml.resolver.Resolver):
    """As PyYAML's `CSafeLoader`."""

    def __init__(self, inhoud: bytes | str) -> None:
        Pythonparser.__init__(self, inhoud)
        yaml.composer.Composer.__init__(self)
        yaml.constructor.SafeConstructor.__init__(self)
        yaml.resolver.Resolver.__init__(self)


class _Pythontekstlezer(
    Pythonparser, yaml.composer.Composer, yaml.constructor.BaseConstructor, yaml.resolver.BaseResolver
):
    """As PyYAML's `CBaseLoader`."""

    def __init__(self, inhoud: bytes | str) -> None:
        Pythonparser.__init__(self, inhoud)
        yaml.composer.Composer.__init__(self)
        yaml.constructor.BaseConstructor.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)


class Soort(NamedTuple):
    """What reads: all three of them from the same events."""

    parser: Any
    """Gives the events of a file, one at each call of `get_event`."""
    lezer: Any
    """Gives nodes with their places, for `yaml.compose`."""
    tekstlezer: Any
    """Gives values with every scalar as text, for `yaml.load`."""


IN_PYTHON = Soort(Pythonparser, _Pythonlezer, _Pythontekstlezer)
HIER = (
    Soort(yaml.cyaml.CParser, yaml.CSafeLoader, yaml.CBaseLoader)  # type: ignore[attr-defined]
    if yaml.__with_libyaml__
    else IN_PYTHON
)
"""What reads on this machine."""
