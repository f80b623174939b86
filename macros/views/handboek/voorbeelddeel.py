"""A part of the client page of the sample client, framed with the day on which it stood so."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup


@dataclass(frozen=True)
class Voorbeelddeel:
    """What `voorbeelddeel.html` may use."""

    template: ClassVar[str] = "voorbeelddeel.html"
    dag: str
    inhoud: Markup
