"""Writes the list of IAM actions that the rule IAM-07 of `./rampart check` knows.

The actions come from the data of cfn-lint, so run it with the interpreter of the environment that
.ci/template/run makes: target/template-checks/lint/bin/python .ci/template/iam_actions.py
"""

import json
from importlib import metadata, resources
from pathlib import Path

# The services that roles of the template have actions of, and those that a next resource needs.
SERVICES = (
    "cloudwatch cognito-idp dynamodb events kms lambda logs s3 secretsmanager sns sqs ssm states sts"
    " wafv2 xray"
).split()
OUT = Path(__file__).parents[2] / (
    "local/check/src/main/resources/dev/rampart/local/check/rule/function/iam-actions.txt"
)


def main():
    data = resources.files("cfnlint.data.AdditionalSpecs").joinpath("Policies.json").read_text()
    known = json.loads(data)
    lines = [
        f"# Written by .ci/template/iam_actions.py from cfn-lint {metadata.version('cfn-lint')}:"
        " a service, then its actions in lower case."
    ]
    lines += [" ".join([name, *sorted(a.lower() for a in known[name]["Actions"])]) for name in SERVICES]
    OUT.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
