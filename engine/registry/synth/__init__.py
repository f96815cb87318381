"""Registries of made-up people: plausible, seeded, marked in every row, for tests and measurements only."""
