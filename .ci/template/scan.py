"""Lets a scanner judge the template, and compares what it finds with waivers.yaml.

    scan.py cfn-lint|checkov|cdk-nag|cfn-guard FOLDER      the folder that translate.py wrote

Exit 1 where a finding has no waiver, where a waiver excuses nothing, or where the scanner does not
find the fault of a template that is broken on purpose: then it looked at nothing.
"""

import json
import shutil
import sys
from pathlib import Path

import scanners
from waivers import Finding, faults, load

QUEUE = {"Type": "AWS::SQS::Queue", "Properties": {"SqsManagedSseEnabled": False}}
CIRCLE = {"Type": "AWS::SNS::Topic", "DependsOn": "Broken"}
# How each is called, and what it has to find in the broken template.
SCANNERS = {
    "cfn-lint": (scanners.cfn_lint, "E3004"),
    "checkov": (scanners.checkov, "CKV_AWS_27"),
    "cdk-nag": (scanners.cdk_nag, "AwsSolutions-SQS4"),
    "cfn-guard": (scanners.cfn_guard, "CT.SQS.PR.2"),
}
CONTROL = "control"


def main(name, folder):
    scan, planted = SCANNERS[name]
    tools = Path(folder).resolve()
    work = tools / f"scan-{name}"
    shutil.rmtree(work, ignore_errors=True)
    templates = work / "templates"
    shutil.copytree(tools / "forms", templates)
    if name == "cfn-lint":  # it knows parameters and calls, the others read literals
        shutil.copy(tools / "translated.json", templates)
    (templates / f"{CONTROL}.json").write_text(json.dumps(control(name)))
    waivers = load(name)
    found, left = scan(tools, templates, work, waivers)
    said = faults(real(found), real(left), waivers)
    if (CONTROL, Finding(planted, "Broken")) not in found:
        said.append(f"{planted} of the broken template went unnoticed, so nothing was looked at")
    for sentence in said:
        print(f"{name}: {sentence}")
    print(f"{name}: {len(real(found))} findings, {len(waivers)} waivers")
    return 1 if said else 0


def control(name):
    """A template with a fault that the scanner has to find."""
    if name != "cfn-lint":
        return {"Resources": {"Broken": QUEUE}}
    return {"Resources": {"Broken": {**QUEUE, "DependsOn": "Other"}, "Other": CIRCLE}}


def real(findings):
    return {finding for form, finding in findings if form != CONTROL}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
