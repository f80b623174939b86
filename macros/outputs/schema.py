"""A JSON Schema of each kind of file, for an editor that checks and completes what a colleague types (draft 2020-12).

Everything comes from the classes of the model: titles, help, choices, bounds, defaults. It accepts whatever the model
accepts; what only the loader can see (references, rules across fields, a text with a phone number) it leaves to
`handboek check`. `errorMessage` and `enumDescriptions` are words for editors, which other tools pass over: with them
the language server of VS Code speaks Dutch.
"""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import (
    DataclassSchema,
    DictSchema,
    ListSchema,
    LiteralSchema,
    NullableSchema,
    TaggedUnionSchema,
    WithDefaultSchema,
)

from macros.woorden.keuzewoorden import betekenis

LEEG: JsonSchemaValue = {"type": "null"}
"""A field that stands there with nothing behind its colon, which is the same as no field."""
MEEST_SLEUTELS = 12
"""More numbers than this are not written out."""


def schema(klasse: type, titel: str) -> dict[str, Any]:
    """The schema of a file that holds one of `klasse`, ready for `json.dumps`."""
    gemaakt = TypeAdapter(klasse).json_schema(schema_generator=Maker, ref_template=DEFAULT_REF_TEMPLATE)
    return {"$schema": Maker.schema_dialect, "title": titel, **gemaakt}


def schematekst(klasse: type, titel: str) -> str:
    """The same as the text of a file."""
    return json.dumps(schema(klasse, titel), ensure_ascii=False, indent=1) + "\n"


class Maker(GenerateJsonSchema):
    """Makes a schema as editors read it best: no level too many, and Dutch wherever words stand."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        """Leave everything in the order of the model."""
        return value

    def dataclass_schema(self, schema: DataclassSchema) -> JsonSchemaValue:
        """A part of a file: its own words are those of its fields, for a docstring is English."""
        vorm = super().dataclass_schema(schema)
        for naam, veld in schema["cls"].__pydantic_fields__.items():
            eigen = vorm["properties"][naam]
            eigen.pop("gat", None)  # what filling it buys is said by the site, which knows when it is missed
            vorm["properties"][naam] = {"title": veld.title, "description": veld.description} | eigen
        return {sleutel: deel for sleutel, deel in vorm.items() if sleutel not in ("title", "description")}

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        """A field that may be empty."""
        vorm = self.generate_inner(schema["schema"])
        if not isinstance(vorm.get("type"), str):
            return {"anyOf": [*vorm.get("anyOf", [vorm]), LEEG]}
        vorm = vorm | {"type": [vorm["type"], "null"]}
        if "enum" in vorm:
            vorm |= {"enum": [*vorm["enum"], None], "enumDescriptions": [*vorm["enumDescriptions"], "Niet ingevuld"]}
        return vorm

    def literal_schema(self, schema: LiteralSchema) -> JsonSchemaValue:
        """A choice, with what each value means."""
        keuzes = schema["expected"]
        return {
            "type": "string" if isinstance(keuzes[0], str) else "integer",
            "enum": keuzes,
            "enumDescriptions": betekenis(keuzes),
            "errorMessage": f"kies uit: {', '.join(map(str, keuzes))}",
        }

    def list_schema(self, schema: ListSchema) -> JsonSchemaValue:
        """A list, with what to write where there is none."""
        return {**super().list_schema(schema), "errorMessage": "hier hoort een lijst: zet voor elk deel een streepje"}

    def dict_schema(self, schema: DictSchema) -> JsonSchemaValue:
        """A map with keys of its own: listed where they are few, else by what they look like."""
        sleutel, deel = self.generate_inner(schema["keys_schema"]), self.generate_inner(schema["values_schema"])
        vorm: JsonSchemaValue = {"type": "object"}
        if "enum" in sleutel:
            vorm |= {"properties": dict.fromkeys(sleutel["enum"], deel), "additionalProperties": False}
        elif sleutel["type"] == "integer":
            # The one way in which yaml-language-server 1.25 looks at a key that is a number.
            vorm |= {"patternProperties": {_een_van(sleutel): deel}, "additionalProperties": False}
        else:
            namen = {"pattern": sleutel["pattern"], "errorMessage": sleutel["errorMessage"]}
            vorm |= {"propertyNames": namen, "additionalProperties": deel}
        return vorm | ({"minProperties": schema["min_length"]} if schema.get("min_length") else {})

    def tagged_union_schema(self, schema: TaggedUnionSchema) -> JsonSchemaValue:
        """A field that takes more than one kind: they are told apart by their type."""
        return {"anyOf": super().tagged_union_schema(schema)["oneOf"]}

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        """A field that may be absent: what counts then, where that is a value of its own."""
        vorm = self.generate_inner(schema["schema"])
        maak = schema.get("default_factory")
        standaard = maak() if maak else schema.get("default")  # type: ignore[call-arg]
        if isinstance(standaard, bool | int | float | str) or (isinstance(standaard, list) and standaard):
            vorm = vorm | {"default": standaard}
        return vorm


def _een_van(sleutel: JsonSchemaValue) -> str:
    """The pattern of the numbers that a key may be; of many, as years are, that of their digits."""
    eerste, laatste = sleutel["minimum"], sleutel["maximum"]
    if laatste - eerste < MEEST_SLEUTELS:
        return f"^({'|'.join(map(str, range(eerste, laatste + 1)))})$"
    return f"^[0-9]{{{len(str(eerste))},{len(str(laatste))}}}$"
