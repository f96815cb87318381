"""JSON forms that several faces share, by what they tell of."""

from api.forms.decisions import answer_form, decision_form
from api.forms.policies import fault_form, policy_summary

__all__ = ["answer_form", "decision_form", "fault_form", "policy_summary"]
