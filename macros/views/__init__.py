"""The parts of a page: each a frozen dataclass, the function that fills it, and its template beside it."""
