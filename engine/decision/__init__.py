"""Deciding: cells, situations, rules (durable-rules), meaning (decision diagrams), the decision about a person."""
