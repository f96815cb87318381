"""Mayors' regulations as policy files that a rules engine evaluates per applicant."""

__version__ = "0.1.0"
