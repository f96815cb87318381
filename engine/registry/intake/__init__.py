"""A list of applicants as somebody made it, to typed columns: every faulty cell named, no row lost."""
