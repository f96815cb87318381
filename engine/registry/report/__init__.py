"""What a run comes to: totals, commonest situations, charts, a summary and a receipt that can be checked."""
