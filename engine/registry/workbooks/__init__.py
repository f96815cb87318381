"""Workbooks for people who keep lists in a spreadsheet: templates to fill in, and faulty rows to correct."""
