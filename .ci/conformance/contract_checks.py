"""Checks of our own for schemathesis, in place of two that cannot be used as they are."""

import unicodedata
import uuid

import schemathesis
from schemathesis.generation.meta import CoverageScenario, coverage_scenario

PROBLEM = "urn:rampart:problem:"
# What a schema cannot say: the state of a submission, which tags and cursors the server has given
# out, and what a text looks like to the inspector.
BY_STATE = {"not-found", "wrong-state", "stale-version", "invalid-cursor", "insufficient-scope",
            "injection-suspected", "firewall-blocked"}


def is_positive(case):
    """Returns whether every part of a request has to be accepted by its schema."""
    return (case.meta is not None and case.meta.generation.mode.is_positive
            and all(part.mode.is_positive for part in case.meta.components.values())
            and coverage_scenario(case) != CoverageScenario.UNSPECIFIED_HTTP_METHOD)


def assigned(value):
    """Returns a value with another letter for what Unicode has not assigned."""
    if isinstance(value, dict):
        return {assigned(name): assigned(member) for name, member in value.items()}
    if isinstance(value, list):
        return [assigned(member) for member in value]
    if isinstance(value, str):
        return "".join("n" if unicodedata.category(c) == "Cn" else c for c in value)
    return value


@schemathesis.hook
def map_body(ctx, body):
    # The document says that such texts are refused, and no pattern can.
    return assigned(body)


@schemathesis.hook
def before_call(ctx, case, kwargs):
    # A key belongs to one request, and examples have the same each time.
    if is_positive(case) and case.headers and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f'"{uuid.uuid4()}"'


@schemathesis.check
def what_the_schema_allows_is_accepted(ctx, response, case):
    if not is_positive(case) or response.status_code < 400 or response.status_code == 429:
        return
    if response.status_code == 401 and case.auth_identity is None:
        return
    problem = response.json()
    kind = problem["type"].removeprefix(PROBLEM)
    codes = {fault["code"] for fault in problem.get("errors", [])}
    if kind in BY_STATE:
        return
    raise AssertionError(f"a request that the document allows is {kind}: {codes or ''}")


@schemathesis.check
def undeclared_methods_are_answered_as_documented(ctx, response, case):
    if coverage_scenario(case) != CoverageScenario.UNSPECIFIED_HTTP_METHOD:
        return
    other = case.operation.schema.raw_schema["x-any-other-request"]["responses"]
    # A preflight of a browser is no operation; it is shown by BrowserScenarioTest (B67).
    if case.method == "OPTIONS" and response.status_code == 204:
        return
    if str(response.status_code) not in other:
        raise AssertionError(f"{case.method} of {case.path} is {response.status_code}")
