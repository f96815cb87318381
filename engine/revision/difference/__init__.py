"""Two policies held against each other: whom each covers, whose money pays, what is written otherwise."""
