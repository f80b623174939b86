"""How templates are compiled: once while this process lives, and without escaping a second time what is safe."""

from __future__ import annotations

from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator


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


class Schrijver(CodeGenerator):
    """Leaves escaping to `finalize`, which does it for every value; Jinja would look at each of them once more.

    A page holds hundreds of values and a site millions: this is a tenth of the time of a build.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:  # noqa: ARG002  Jinja's types
        self.write(finalize.src)

    def _output_child_post(self, node: Any, frame: Any, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")
