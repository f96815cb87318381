"""Coverage: which sentences of a policy its cases have seen at work, and which they have not."""
