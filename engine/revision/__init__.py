"""Working on a policy: its cases, and the trial in a process of its own."""
