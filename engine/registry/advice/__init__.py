"""Advice beside an allocation: what the same money could reach, and what stands in the way. Never the order."""
