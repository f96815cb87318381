"""What is said about lists of applicants: files, columns, cells, rows and runs, by code."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence

TABLE_FAULTS: dict[str, Sentence] = {}
"""Faults of a file of applicants, its columns and cells."""
