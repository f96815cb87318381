"""Mutation: one thing of the policy changed, and whether a case notices."""
