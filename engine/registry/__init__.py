"""Many applicants: rows of a table, read so that no fault loses a row."""
