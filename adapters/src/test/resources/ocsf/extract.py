#!/usr/bin/env python3
"""Writes what the tests need of a published OCSF schema; see NOTICE beside this file.

    extract.py EXPORT > detection-finding-1.8.0.json

EXPORT is the compiled schema as the OCSF schema server exports it. Texts for people are left out;
of an attribute stays what a document can be checked by.
"""

import json
import sys

CLASS = "detection_finding"

# What is not here, no finding may hold: the validator refuses objects without a definition.
OBJECTS = [
    "actor",
    "analysis_target",
    "analytic",
    "anomaly",
    "anomaly_analysis",
    "attack",
    "baseline",
    "evidences",
    "finding_info",
    "metadata",
    "network_endpoint",
    "observable",
    "observation",
    "policy",
    "product",
    "session",
    "sub_technique",
    "tactic",
    "technique",
    "user",
]

KEPT = ["type", "object_type", "requirement", "is_array", "profiles", "sibling"]


def attribute(full):
    kept = {name: full[name] for name in KEPT if full.get(name)}
    if kept["type"] == "object_t":
        del kept["type"]
    if "enum" in full:
        values = sorted(full["enum"].items(), key=lambda entry: int(entry[0]))
        kept["enum"] = {value: entry["caption"] for value, entry in values}
    if "@deprecated" in full:
        kept["deprecated"] = full["@deprecated"]["since"]
    return kept


def definition(full):
    kept = {name: full[name] for name in ("uid", "constraints", "profiles") if name in full}
    kept["attributes"] = {
        name: attribute(full["attributes"][name]) for name in sorted(full["attributes"])
    }
    return kept


def value_type(full):
    return {name: full[name] for name in ("type", "regex", "max_len", "range") if name in full}


def lines(value, depth, flat):
    """Lays JSON out with one entry a line, down to a depth."""
    if depth == flat or not value or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    indent = "  " * (depth + 1)
    inside = ",\n".join(
        indent + json.dumps(name) + ": " + lines(entry, depth + 1, flat)
        for name, entry in value.items()
    )
    return "{\n" + inside + "\n" + "  " * depth + "}"


def main(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    types = schema["dictionary"]["types"]["attributes"]
    extract = {
        "version": schema["version"],
        "types": {name: value_type(types[name]) for name in sorted(types)},
        "class": definition(schema["classes"][CLASS]),
        "objects": {name: definition(schema["objects"][name]) for name in OBJECTS},
    }
    print(lines(extract, 0, 4))


if __name__ == "__main__":
    main(sys.argv[1])
