"""The waivers of waivers.yaml, and what they excuse."""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_name("waivers.yaml")
# Shorter than this, a reason says nothing that the rule's name does not.
REASON_MIN_CHARACTERS = 20


class Finding(NamedTuple):
    rule: str
    resource: str


class Waiver(NamedTuple):
    rule: str
    resource: str  # a logical id; * stands for the hash that SAM makes
    reason: str

    def excuses(self, finding):
        return self.rule == finding.rule and fnmatchcase(finding.resource, self.resource)


def load(tool, path=FILE):
    """The waivers of one tool."""
    waivers = [
        Waiver(rule, resource, reason)
        for rule, reasons in yaml.safe_load(Path(path).read_text(encoding="utf-8"))[tool].items()
        for resources, reason in reasons.items()
        for resource in resources.split()
    ]
    for waiver in waivers:
        if len(waiver.reason) < REASON_MIN_CHARACTERS:
            raise ValueError(f"{waiver.rule} at {waiver.resource} needs a reason that explains it")
    return waivers


def faults(found, left, waivers):
    """What is wrong, in sentences.

    found: what the tool finds without waivers; left: what it still reports with them.
    """
    said = [f"{rule} at {resource} is not explained" for rule, resource in sorted(left)]
    for waiver in waivers:
        if not any(waiver.excuses(finding) for finding in found):
            said.append(f"the waiver of {waiver.rule} at {waiver.resource} excuses nothing")
    return said
