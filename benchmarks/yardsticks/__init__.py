"""What the registry's decisions are measured against: `tegal/2023` on one day, written by hand for several engines."""
