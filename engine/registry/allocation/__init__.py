"""Money: who is paid, by whom, for which months, and why somebody is not."""
