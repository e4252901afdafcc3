"""Prints what SAM makes of template.yaml, as JSON, without AWS.

The parameters' defaults are used, local code is replaced by a placeholder bucket, and the managed
policies that the transform may name come from a fixed list, so no call leaves the machine.
"""

import json
import os
import sys
from pathlib import Path

from samtranslator.public.translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).resolve().parents[2]
CODE = {"Bucket": "placeholder-bucket", "Key": "placeholder.jar"}
MANAGED = ("AWSLambdaBasicExecutionRole", "AWSXrayWriteOnlyAccess", "AWSXRayDaemonWriteAccess")


class NoIam:
    """Stands where the translator would ask IAM for managed policies."""

    def get_paginator(self, _operation):
        return self

    def paginate(self, **_arguments):
        policies = [
            {"PolicyName": name, "Arn": f"arn:aws:iam::aws:policy/service-role/{name}"}
            for name in MANAGED
        ]
        return [{"Policies": policies}]


def load(path=ROOT / "template.yaml"):
    """The source template; the short tags become their long forms."""
    return yaml_parse(Path(path).read_text(encoding="utf-8"))


def defaults(template):
    """What each parameter is when nobody says otherwise."""
    return {
        name: parameter["Default"]
        for name, parameter in template.get("Parameters", {}).items()
        if "Default" in parameter
    }


def translated(template):
    """The template after the SAM transform; changes its argument."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function" and isinstance(
            properties.get("CodeUri"), str
        ):
            properties["CodeUri"] = dict(CODE)
    result = transform(template, defaults(template), ManagedPolicyLoader(NoIam()))
    return json.loads(json.dumps(result))


if __name__ == "__main__":
    path = sys.argv[1] if len(sys.argv) > 1 else ROOT / "template.yaml"
    json.dump(translated(load(path)), sys.stdout, indent=1)
    print()
