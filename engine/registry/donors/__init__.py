"""Donors: who offers to pay for workers, which workers they get, and what is to be deducted."""
