"""What a kind of value is called, kept with its type."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of value in Dutch: for the field reference, and for an editor that checks what is typed."""

    woorden: str
    patroon: str = ""
    """What such a text matches, for ECMA-262 and Python alike: perhaps more than the model accepts, never less."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say in the JSON Schema what belongs here; pydantic asks for it by this name."""
        vorm = {**handler(schema), "errorMessage": f"hier hoort: {self.woorden}"}
        if self.patroon:
            # The model measures a text without the white space around it: a pattern can, `maxLength` cannot.
            vorm = {sleutel: deel for sleutel, deel in vorm.items() if sleutel not in ("minLength", "maxLength")}
            vorm["pattern"] = self.patroon
        return vorm
