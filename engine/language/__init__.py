"""What a policy file says: text with places, vocabulary, conditions, the policy, and every fault found on the way."""
