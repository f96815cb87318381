"""The monthly cycle: last month's roster and what has happened since give this month's."""
