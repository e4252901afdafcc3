"""Writes what SAM makes of template.yaml, as JSON, without AWS.

    translate.py FOLDER

translated.json is SAM's output with its parameters. Each file of forms/ is that output with every
parameter, condition and mapping resolved: with the defaults, with each other preset, and with each
set of values under Metadata.CheckedWith. Local code is replaced by a placeholder bucket, and the
managed policies that the transform may name come from a fixed list, so no call leaves the machine.
"""

import copy
import json
import logging
import os
import sys
from pathlib import Path

from samtranslator.public.translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

from resolve import PSEUDO, defaults, resolved

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "template.yaml"
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


def load(path=SOURCE):
    """The source template; the short tags become their long forms."""
    return yaml_parse(Path(path).read_text(encoding="utf-8"))


def translated(source, given=None):
    """The template after the SAM transform."""
    template = copy.deepcopy(source)
    os.environ.setdefault("AWS_DEFAULT_REGION", PSEUDO["AWS::Region"])
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function" and isinstance(
            properties.get("CodeUri"), str
        ):
            properties["CodeUri"] = dict(CODE)
    values = {**defaults(template), **(given or {})}
    result = transform(template, values, ManagedPolicyLoader(NoIam()))
    return json.loads(json.dumps(result))


def choices(template):
    """The sets of parameters that the template is judged with, by name."""
    preset = template["Parameters"]["Preset"]
    named = {"defaults": {}}
    for name in preset["AllowedValues"]:
        if name != preset["Default"]:
            named[f"preset-{name}"] = {"Preset": name}
    for number, given in enumerate(template["Metadata"]["CheckedWith"], 1):
        named[f"checked-{number}"] = given
    return named


def write(folder, name, template):
    (folder / f"{name}.json").write_text(json.dumps(template, indent=1), encoding="utf-8")


def main(folder):
    forms = Path(folder) / "forms"
    forms.mkdir(parents=True, exist_ok=True)
    for old in forms.iterdir():
        old.unlink()
    # It warns of features of the hosted transform that it does not know.
    logging.disable(logging.WARNING)
    source = load()
    write(Path(folder), "translated", translated(source))
    for name, given in choices(source).items():
        write(forms, name, resolved(translated(source, given), given))


if __name__ == "__main__":
    main(sys.argv[1])
