"""Checks of our own for schemathesis, in place of two that cannot be used as they are, and values
that no pattern can ask for."""

import datetime
import unicodedata
import uuid
import zlib

import schemathesis
from schemathesis.generation.meta import CoverageScenario, coverage_scenario

PROBLEM = "urn:rampart:problem:"
# What a schema cannot say: what there is and in which state, which tags and cursors the server has
# given out, and what a text looks like to the inspector.
BY_STATE = {"not-found", "wrong-state", "stale-version", "invalid-cursor", "insufficient-scope",
            "injection-suspected", "firewall-blocked", "threat-not-found", "threat-changed",
            "request-not-found", "block-not-found", "block-changed", "exemption-not-found",
            "exemption-changed", "source-protected", "list-full"}
DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)
YEAR = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


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


def number(text):
    """Returns a number for a text, the same each time."""
    return zlib.crc32(text.encode())


def address(text):
    """Returns a public address in place of a text that only looks like one."""
    a, b, c, d = number(text).to_bytes(4)
    return f"8.{b}.{c}.{d}" if a % 2 else f"2600:{a:x}{b:02x}:{c:x}{d:02x}:1::"


def time(moment):
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def name_an_address(parameters):
    if "source" in parameters:
        parameters["source"] = address(parameters["source"])
    elif parameters.get("kind") == "ip":
        parameters["id"] = address(parameters["id"])
    elif parameters.get("kind") == "network":
        parameters["id"] = "8.8.8.0_24"


def order_times(members):
    """Puts a span in place of one that is empty, or too long for some operation."""
    times = [members[name] for name in ("from", "to") if name in members]
    if times:
        start = YEAR + number(times[0]) % 300 * DAY
        members |= {"from": time(start), "to": time(start + HOUR)}


def ask_for_what_there_may_be(query):
    order_times(query)
    if "subject" in query:
        query |= {"scope": "ip", "subject": address(query["subject"])}


@schemathesis.hook
def map_body(ctx, body):
    # The document says that such texts are refused, and no pattern can.
    return assigned(body)


@schemathesis.hook
def before_call(ctx, case, kwargs):
    if not is_positive(case):
        return
    # What the document says in words alone: what is an address, how far apart two times are.
    name_an_address(case.path_parameters or {})
    ask_for_what_there_may_be(case.query or {})
    if isinstance(case.body, dict):
        order_times(case.body)
        if "until" in case.body:
            days = 1 + number(case.body["until"]) % 89
            case.body["until"] = time(datetime.datetime.now(datetime.UTC) + days * DAY)
    # A key belongs to one request, and examples have the same each time.
    if case.headers and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f'"{uuid.uuid4()}"'
    # One of the two, not both and not neither.
    if case.method == "PUT":
        case.headers.pop("If-Match", None)
        case.headers["If-None-Match"] = "*"


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
