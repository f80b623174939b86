"""Compiled templates, kept while this process lives: under `serve` a template is compiled once, not at each change."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Geheugen(BytecodeCache):
    """Remembers the compiled form of a template by its name and a checksum of its source."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` when its template was compiled before, from the same source."""
        if gekend := self.code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(gekend)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self.code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


GEHEUGEN = Geheugen()
"""Shared by our own templates and those of the theme; their names differ, and so do their checksums."""
