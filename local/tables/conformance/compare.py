"""Runs every case against Rampart's tables over HTTP and against moto, and compares the answers."""

import argparse
import fnmatch
import json
import pathlib
import re
import subprocess
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from moto import mock_aws

import cases

HERE = pathlib.Path(__file__).parent


def client(endpoint=None):
    return boto3.client(
        "dynamodb", region_name="eu-west-1", endpoint_url=endpoint,
        aws_access_key_id="test", aws_secret_access_key="test",
        config=Config(parameter_validation=False, retries={"total_max_attempts": 1}))


def outcome(db, operation, request):
    """Returns what matters of an answer: of a refusal the code, and for people the message."""
    try:
        answer = getattr(db, operation)(**request)
    except ClientError as e:
        error = e.response["Error"]
        reasons = [r.get("Code") for r in e.response.get("CancellationReasons", [])]
        result = {"error": error["Code"]}
        if reasons:
            result["reasons"] = reasons
        if "Item" in e.response:
            result["item"] = plain(e.response["Item"])
        return result, error.get("Message", "")
    except Exception as e:  # moto runs in this process: where it has a bug, it raises it here
        return {"error": "broken: " + type(e).__name__}, str(e)
    answer.pop("ResponseMetadata", None)
    answer.pop("ConsumedCapacity", None)
    answer.pop("ItemCollectionMetrics", None)
    if not answer.get("Attributes", True):
        del answer["Attributes"]
    if operation in ("create_table", "describe_table", "delete_table"):
        answer = {}
    return plain(answer), ""


def plain(value):
    """Makes answers comparable: sets have no order, batch answers neither."""
    if isinstance(value, dict):
        return {k: sorted(map(plain, v), key=repr) if k in ("SS", "NS", "BS") else plain(v)
                for k, v in sorted(value.items())
                if not (k in ("UnprocessedItems", "UnprocessedKeys") and not v)}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value.decode("latin-1") if isinstance(value, bytes) else value


def run(db, all_cases):
    db.create_table(**cases.things_table())
    results = {}
    for name, requests in all_cases:
        results[name] = [outcome(db, operation, request) for operation, request in requests]
        if name.startswith("batch/"):
            for result, _ in results[name]:
                for items in result.get("Responses", {}).values() if isinstance(
                        result.get("Responses"), dict) else []:
                    items.sort(key=repr)
    return results


def known_differences():
    """Reads lines of `cases | what both say | reason`: a file pattern and a regular expression."""
    known = []
    for line in (HERE / "known-differences.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            cases_, said, reason = line.split(" | ")
            known.append((cases_.strip(), re.compile(said.strip()), reason))
    return known


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--java", required=True)
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--verbose", action="store_true", help="show messages that differ too")
    options = parser.parse_args()

    all_cases = cases.all_cases()
    begin = time.monotonic()
    engine = subprocess.Popen(
        [options.java, "-XX:+UseSerialGC", "-cp", options.classpath,
         "dev.rampart.local.tables.Main", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        ours = run(client(engine.stdout.readline().strip()), all_cases)
    finally:
        engine.terminate()
        engine.wait(10)
    with mock_aws():
        theirs = run(client(), all_cases)

    known, seen = known_differences(), set()
    different = unknown = silent = 0
    requests = dict(all_cases)
    for name in ours:
        for i, ((mine, my_message), (other, other_message)) in enumerate(
                zip(ours[name], theirs[name])):
            if mine == other:
                if options.verbose and my_message != other_message:
                    print(f"{name} message\n  ours {my_message}\n  moto {other_message}")
                continue
            if str(other.get("error", "")).startswith("broken"):
                silent += 1
                break
            said = f"ours {json.dumps(mine)} {my_message}\nmoto {json.dumps(other)} {other_message}"
            matching = [k for k in known if fnmatch.fnmatch(name, k[0]) and k[1].search(said)]
            seen.update(matching)
            different += 1
            if not matching:
                unknown += 1
                request = json.dumps(plain(requests[name][i][1]))
                print(f"DIFFERENT {name} step {i}: {request[:600]}\n{said[:1500]}")
            break
    stale = [k for k in known if k not in seen]
    for pattern, said, _ in stale:
        print(f"STALE {pattern} | {said.pattern}: listed as a known difference, but there is none")
    steps = sum(len(r) for _, r in all_cases)
    print(f"conformance: {len(all_cases)} cases, {steps} requests; {different} differ from moto, all"
          f" but {unknown} for a known reason; {silent} where moto broke and says nothing;"
          f" {len(stale)} stale reasons; {time.monotonic() - begin:.0f} s")
    return 1 if unknown or stale else 0


if __name__ == "__main__":
    sys.exit(main())
