#!/usr/bin/env python3
"""Sends the cases of JSONTestSuite to everything of a run that reads JSON.

The suite names its cases by what a parser has to do: n_ has to be refused, y_ understood, i_ is
left to the parser. Each case is sent to the API

  - as the body of a new submission: 400, or 413 where it is longer than a body may be, for none of
    them is a submission;
  - as the value of a member of a good one: n_ and what B27 and B28 refuse beyond the grammar is
    refused as JSON, y_ is read, so it is stored or refused by its type;
  - y_string as its description: stored exactly where the contract's pattern has it, and read back
    as it was, in normalization form C;

and to each AWS service that speaks JSON: n_ is 400 there. Nothing may be 5xx.

The npm package holds the suite as text. Bytes that are no UTF-8 became U+FFFD in it, so each case
that has one is sent with several such sequences in its place; and a good body is sent in the other
Unicode encodings.

    json_grammar.py INSTANCE TOKEN_FILE CASES

CASES is {"parsing": [{"name", "input"}], "transform": [...]}. The last line is the figure.
"""

import json
import re
import sys
import unicodedata
from collections import Counter

from running import Run

BODY_BYTES_MAX = 65536
LOST = "\ufffd"
NO_UTF8 = {
    "a Latin-1 letter": b"\xe9",
    "a byte that never occurs": b"\xff",
    "a lone continuation": b"\x81",
    "a truncated sequence": b"\xe0\xff",
    "two bytes for one": b"\xc0\xaf",
    "six bytes": b"\xfc\x83\xbf\xbf\xbf\xbf",
    "a surrogate": b"\xed\xa0\x80",
    "beyond U+10FFFF": b"\xf4\xbf\xbf\xbf",
}
GOOD = {"title": "Kept", "description": "It is there again.", "category": "bug",
        "contactEmail": "ann@example.com"}
# What the grammar allows and B27 refuses: a name twice.
TWICE = re.compile(r"y_object_duplicated_key|object_same_key")
# Of what is left to the parser, B28 refuses neither numbers that a double has nor long ones.
IN_RANGE = re.compile(r"i_number_(double_huge_neg_exp|real_underflow|too_big|very_big)|number_")
TARGETS = {
    "cloudwatch": "GraniteServiceVersion20100801.ListMetrics",
    "cognito-idp": "AWSCognitoIdentityProviderService.ListUserPools",
    "dynamodb": "DynamoDB_20120810.ListTables",
    "dynamodbstreams": "DynamoDBStreams_20120810.ListStreams",
    "events": "AWSEvents.ListRules",
    "logs": "Logs_20140328.DescribeLogGroups",
    "secretsmanager": "secretsmanager.GetSecretValue",
    "sqs": "AmazonSQS.ListQueues",
}
NO_JSON = {"malformed-json", "body-refused"}


def cases(path):
    """Yields name and bytes of each case, with what the package lost put back."""
    with open(path, encoding="utf-8") as file:
        suite = json.load(file)
    for case in suite["parsing"] + suite["transform"]:
        name, text = case["name"].removesuffix(".json"), case["input"]
        # These two are not what they were, and come from encodings() instead.
        if re.search("UTF-?16", name, re.IGNORECASE):
            continue
        if LOST not in text:
            yield name, text.encode()
            continue
        for what, wrong in NO_UTF8.items():
            whole = re.sub(LOST + "+", lambda _, b=wrong: b.decode("latin-1"), "".join(
                c if c == LOST else c.encode().decode("latin-1") for c in text))
            yield f"{name} with {what}", whole.encode("latin-1")


def encodings():
    """Yields a good body in each encoding that a JSON text must not have."""
    text = json.dumps(GOOD)
    for encoding in ("utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "utf-32-be", "utf-8-sig"):
        yield f"i_{encoding}", text.encode(encoding)


def is_read(name):
    """Returns whether a case has to be understood: by its grammar, and by B27 and B28."""
    if TWICE.match(name) or " with " in name:
        return False
    return name.startswith("y_") or IN_RANGE.match(name) or name == "string_with_escaped_NULL"


def type_of(answer):
    try:
        return json.loads(answer).get("type", "").rpartition(":")[2]
    except ValueError:
        return "no JSON"


class Grammar:
    def __init__(self, run, token):
        self.run = run
        self.api = run.api(token)
        self.seen = Counter()
        self.faults = []

    def expect(self, what, holds, status, answer):
        self.seen["requests"] += 1
        self.seen[status // 100] += 1
        if not holds or status >= 500:
            self.faults.append(f"{what}: {status} {answer[:300]!r}")

    def whole(self, name, body):
        status, answer = self.api.submit(body)
        expected = 413 if len(body) > BODY_BYTES_MAX else 400
        self.expect(f"{name} as a body", status == expected, status, answer)

    def embedded(self, name, value):
        body = json.dumps(GOOD)[:-1].encode() + b', "details": ' + value + b"}"
        status, answer = self.api.submit(body)
        if len(body) > BODY_BYTES_MAX:
            holds = status == 413
        elif is_read(name):
            holds = status == 201 or type_of(answer) == "invalid-input"
            self.seen["read"] += 1
        else:
            holds = status == 400 and type_of(answer) in NO_JSON
            self.seen["refused"] += 1
        self.expect(f"{name} as a value", holds, status, answer)

    def as_text(self, name, token, pattern):
        text = json.loads(token)
        body = json.dumps(GOOD)[:-1].encode() + b', "description": ' + token + b"}"
        status, answer = self.api.submit(body.replace(
            b'"description": "It is there again.", ', b""))
        assigned = all(unicodedata.category(c) != "Cn" for c in text)
        if type_of(answer) == "injection-suspected":
            holds = status == 422
            self.seen["suspected"] += 1
        elif re.fullmatch(pattern, text) and assigned:
            holds = status == 201 and self.read_back(answer) == unicodedata.normalize("NFC", text)
            self.seen["kept"] += 1
        else:
            holds = status == 400 and type_of(answer) == "invalid-input"
        self.expect(f"{name} as a text", holds, status, answer)

    def read_back(self, answer):
        _, read = self.api.send("GET", "/v1/submissions/" + json.loads(answer)["id"])
        return json.loads(read)["description"]

    def service(self, name, target, all_cases):
        client = self.run.service(name, "application/x-amz-json-1.1")
        for case, body in all_cases:
            status, answer = client.send("POST", "/", body, X_Amz_Target=target)
            # Without a body, nothing is sent that could be no JSON.
            holds = not body or status in (400, 413) or not case.startswith("n_")
            self.expect(f"{case} to {name}", holds, status, answer)


def main():
    instance, token_file, path = sys.argv[1:]
    with open(token_file, encoding="ascii") as file:
        grammar = Grammar(Run(instance), file.read().strip())
    all_cases = list(cases(path))
    for name, body in all_cases:
        grammar.whole(name, body)
        grammar.embedded(name, body)
    for name, body in encodings():
        grammar.whole(name, body)
    _, contract = grammar.api.send("GET", "/v1/openapi.json")
    pattern = json.loads(contract)["components"]["schemas"]["Description"]["pattern"]
    for name, body in all_cases:
        if name.startswith("y_string"):
            grammar.as_text(name, body.strip().removeprefix(b"[").removesuffix(b"]"), pattern)
    for service, target in TARGETS.items():
        grammar.service(service, target, all_cases)
    print("\n".join(grammar.faults))
    seen = grammar.seen
    print(f"{len(all_cases)} cases, {seen['requests']} requests: {seen['read']} read and"
          f" {seen['refused']} refused as values, {seen['kept']} texts read back and"
          f" {seen['suspected']} taken for an attack; {len(grammar.faults)} not as expected")
    return 1 if grammar.faults else 0


if __name__ == "__main__":
    sys.exit(main())
