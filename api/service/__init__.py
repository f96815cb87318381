"""The HTTP face: policies, decisions, comparisons, operations."""
