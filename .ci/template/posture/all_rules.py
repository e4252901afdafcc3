"""Imports every rule, so that all are registered."""

import rules_api  # noqa: F401
import rules_data  # noqa: F401
import rules_edge  # noqa: F401
import rules_functions  # noqa: F401
import rules_whole  # noqa: F401
from rule import RULES

# Held by the runs of cfn-lint on the source and on the translation, not by a rule here.
BY_LINTER = ("TPL-07", "TPL-08")
EXPECTED = {
    "API": 38, "FN": 22, "IAM": 12, "COG": 23, "WAF": 16, "DDB": 8, "EVB": 11, "SQS": 11,
    "SNS": 6, "KMS": 4, "LOG": 6, "CW": 11, "TPL": 8,
}
ALL = sorted(RULES)
