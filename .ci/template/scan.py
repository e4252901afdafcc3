"""Compares what a scanner reports with the waivers in the template.

    scan.py checkov REPORT.json      what `checkov -o json` wrote
    scan.py cdk-nag REPORT.json      what cdk-nag wrote as validation-report.json

Exit 1 where a finding has no waiver, where a waiver of this scanner excuses nothing, or where the
report shows that the scanner looked at nothing.
"""

import json
import sys
from pathlib import Path

from translate import load

PREFIXES = {"checkov": ("CKV",), "cdk-nag": ("AwsSolutions-", "Serverless-")}
# What the linter inside the CDK says of the versions that SAM generates; retained by their type.
CDK_LINT = {"W3011"}


def checkov(report):
    """(findings, how many checks passed)."""
    findings = {
        (check["check_id"], check["resource"].rsplit(".", 1)[-1])
        for check in report["results"]["failed_checks"]
    }
    return findings, report["summary"]["passed"]


def cdk_nag(report):
    """(findings, how many packs ran)."""
    findings = {
        (violation["ruleName"], construct["constructPath"].split("/")[2])
        for plugin in report["pluginReports"]
        for violation in plugin["violations"]
        for construct in violation["violatingConstructs"]
        if violation["ruleName"] not in CDK_LINT
    }
    return findings, len(report["pluginReports"])


def main(scanner, path):
    report = json.loads(Path(path).read_text(encoding="utf-8"))
    findings, looked = {"checkov": checkov, "cdk-nag": cdk_nag}[scanner](report)
    waivers = load()["Metadata"]["StandardWaivers"]
    mine = {key for key in waivers if key.startswith(PREFIXES[scanner])}
    used = {
        key
        for id_, place in findings
        for key in (f"{id_}@{place}", id_)
        if key in mine
    }
    bare = {(id_, place) for id_, place in findings if not {f"{id_}@{place}", id_} & mine}
    for id_, place in sorted(bare):
        print(f"{scanner}: {id_} at {place} is not explained")
    for key in sorted(mine - used):
        print(f"{scanner}: the waiver {key} excuses nothing")
    if not looked:
        print(f"{scanner}: nothing was looked at")
    return 1 if bare or mine - used or not looked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
