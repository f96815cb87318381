"""Work that takes longer than a request: jobs, each in a process of its own, with progress and results for a while."""
