"""Pure derivations: facts, settings and a peildatum become values that explain themselves."""
