"""The HTTP face: policies, decisions, comparisons, drafts, jobs, operations."""
