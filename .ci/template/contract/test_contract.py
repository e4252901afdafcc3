"""The examples of the published contract are what its schemas say."""

import copy
from pathlib import Path

import jsonschema
import pytest
import yaml

DOCUMENT = yaml.safe_load(
    (Path(__file__).resolve().parents[3] / "docs" / "openapi.yaml").read_text(encoding="utf-8")
)


def follow(node):
    while "$ref" in node:
        target = DOCUMENT
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/")]
        node = target
    return node


def validator(schema):
    whole = {**copy.deepcopy(schema), "components": DOCUMENT["components"]}
    return jsonschema.Draft202012Validator(whole)


def contents(node, path=""):
    """Every media type with its path."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "content":
                yield from ((f"{path}/{media}", c) for media, c in value.items())
            else:
                yield from contents(value, f"{path}/{name}")


CASES = [
    (f"{path} {name}", content["schema"], follow(example)["value"])
    for path, content in contents(DOCUMENT)
    for name, example in content.get("examples", {}).items()
]


@pytest.mark.parametrize("name, schema, example", CASES, ids=[case[0] for case in CASES])
def test_an_example_fits_its_schema(name, schema, example):
    assert list(validator(schema).iter_errors(example)) == []


@pytest.mark.parametrize("name, schema, example", CASES, ids=[case[0] for case in CASES])
def test_an_example_with_another_member_does_not(name, schema, example):
    assert not validator(schema).is_valid({**example, "owner": "ann"})


@pytest.mark.parametrize(
    "name, schema",
    [
        (name, schema)
        for name, schema in DOCUMENT["components"]["schemas"].items()
        if "examples" in schema
    ],
)
def test_a_schemas_own_examples_fit(name, schema):
    for example in schema["examples"]:
        assert validator(schema).is_valid(example), name


@pytest.mark.parametrize(
    "member, value",
    [
        ("title", ""),
        ("title", "x" * 201),
        ("title", "two\nlines"),
        ("title", " \u200b"),
        ("description", "\n\t "),
        ("contactEmail", "ann@example"),
        ("description", "x" * 10_001),
        ("category", "spam"),
        ("contactEmail", "x" * 255),
        ("tags", ["a"] * 2),
        ("tags", [f"t{i}" for i in range(11)]),
        ("tags", ["Upper"]),
        ("details", {"1st": "x"}),
        ("details", {"a": "x" * 1_001}),
        ("details", {f"d{i}": "" for i in range(21)}),
    ],
)
def test_a_value_beyond_its_bounds_does_not_fit(member, value):
    example = dict(DOCUMENT["components"]["examples"]["NewSubmission"]["value"])
    schema = DOCUMENT["components"]["schemas"]["NewSubmission"]
    assert validator(schema).is_valid(example)
    example[member] = value
    assert not validator(schema).is_valid(example)
