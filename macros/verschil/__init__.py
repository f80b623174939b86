"""What differs between two readings of the same files, in Dutch sentences: what changed, and what follows from it.

Everything here takes what was read and derived, and gives plain text; whoever shows it escapes it. `handboek diff` and
the page of a proposal in the browser say the same because both ask here.
"""

from macros.verschil.feiten import zinnen, zinnen_gedeeld
from macros.verschil.gevolgen import gevolgen
from macros.verschil.zin import Zin

__all__ = ["Zin", "gevolgen", "zinnen", "zinnen_gedeeld"]
