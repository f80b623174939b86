"""The MkDocs side: hooks, pages and their families, macros, search. Nothing else knows MkDocs."""
