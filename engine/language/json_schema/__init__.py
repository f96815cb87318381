"""The form of policy files and case files as JSON Schema (draft 2020-12), so that editors complete and explain them.

Made from the vocabulary, the documents and the national layer. A file is held against it as a YAML 1.2 reader loads
it: `ya` is text there and 18 a number. Whatever `schema` accepts is valid here, except blanks inside the quotes of a
word; what needs more than the form of a field (is the list there, does the city match the folder) is beyond it.
"""

from engine.language.json_schema.case_file import CASES_FILE, case_schema
from engine.language.json_schema.parts import as_text
from engine.language.json_schema.policy_file import POLICY_FILE, policy_schema

__all__ = ["CASES_FILE", "POLICY_FILE", "as_text", "case_schema", "policy_schema"]
