#!/usr/bin/env python3
"""Runs the tests of the adapters that call AWS against moto, an AWS that others wrote.

The contracts of the stores and of the counter (domain's ...Contract), which ./mvnw verify runs
against the local tables, run against moto's DynamoDB; and what the publishers send goes to moto's
EventBridge, by a rule into a queue of moto's SQS, and from there through the JSON Schemas of
docs/events, one of which each has to have.

moto takes one request at a time here: its tables are not atomic, and DynamoDB's are.

    outbound.py ROOT LOG

The last line is the figure.
"""

import json
import os
import pathlib
import subprocess
import sys
import threading
import xml.etree.ElementTree

import boto3
import jsonschema
from botocore.config import Config
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

TESTS = ["DynamoDbFindingStoreTest", "DynamoDbProfileStoreTest", "DynamoDbRequestCounterTest",
         "DynamoDbSubmissionStoreTest", "EventsGoldenTest", "EventBridgePublishersTest"]
BUSES = ("b", "bus")  # as these tests name them
REGION = "eu-west-1"
TIMEOUT_SECONDS = 600
MESSAGES_MAX = 10


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass


def started():
    """Starts moto on a free port of loopback and returns its URL."""
    application = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, application, threaded=False, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def queue_behind_buses(client):
    """Makes the buses with a rule for everything, and returns the queue that it fills."""
    queue = client("sqs").create_queue(QueueName="events")["QueueUrl"]
    arn = client("sqs").get_queue_attributes(
        QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    for bus in BUSES:
        client("events").create_event_bus(Name=bus)
        client("events").put_rule(Name="all", EventBusName=bus,
                                  EventPattern='{"source": [{"prefix": "rampart"}]}')
        client("events").put_targets(Rule="all", EventBusName=bus,
                                     Targets=[{"Id": "queue", "Arn": arn}])
    return queue


def tests(root, log, url):
    """Runs the tests; returns how many there were and the names of those that failed."""
    reports = root / "adapters/target/surefire-reports"
    for report in reports.glob("TEST-*.xml"):
        report.unlink()
    with open(log, "w", encoding="utf-8") as file:
        subprocess.run(
            ["./mvnw", "-B", "test", "-pl", "adapters", "-am", "-Dunchecked",
             "-Dtest=" + ",".join(TESTS), "-Dsurefire.failIfNoSpecifiedTests=false",
             "-Drampart.dynamodb.endpoint=" + url, "-Drampart.events.endpoint=" + url],
            cwd=root, stdout=file, stderr=subprocess.STDOUT, timeout=TIMEOUT_SECONDS)
    run, failed = 0, []
    for report in reports.glob("TEST-*.xml"):
        for case in xml.etree.ElementTree.parse(report).iter("testcase"):
            run += 1
            if case.find("failure") is not None or case.find("error") is not None:
                failed.append(f"{case.get('classname', '').rpartition('.')[2]}.{case.get('name')}")
    return run, failed


def published(sqs, queue):
    while messages := sqs.receive_message(
            QueueUrl=queue, MaxNumberOfMessages=MESSAGES_MAX).get("Messages"):
        for message in messages:
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            yield json.loads(message["Body"])


def schemas(root):
    """Returns the schemas of docs/events by detail type."""
    found = {}
    for path in (root / "docs/events").glob("*.schema.json"):
        name = path.name.split(".")[0]
        detail_type = "".join(word.capitalize() for word in name.split("-"))
        found[detail_type] = jsonschema.Draft202012Validator(
            json.loads(path.read_text(encoding="utf-8")))
    return found


def main():
    root, log = pathlib.Path(sys.argv[1]), sys.argv[2]
    url = started()
    config = Config(retries={"total_max_attempts": 1})

    def client(service):
        return boto3.client(service, region_name=REGION, endpoint_url=url, config=config,
                            aws_access_key_id="test", aws_secret_access_key="test")

    queue = queue_behind_buses(client)
    run, failed = tests(root, log, url)
    faults = [f"{name} fails against moto" for name in failed]
    known = schemas(root)
    events = list(published(client("sqs"), queue))
    for event in events:
        validator = known.get(event["detail-type"])
        faults += [f"{event['detail-type']}: {error.message}" for error in (
            validator.iter_errors(event["detail"]) if validator else [])]
    missing = set(known) - {event["detail-type"] for event in events}
    if missing:
        faults.append(f"never published: {sorted(missing)}")
    if not run:
        with open(log, encoding="utf-8") as file:
            faults += file.read().splitlines()[-20:]
    print("\n".join(faults))
    print(f"{run - len(failed)} of {run} tests pass against moto; {len(events)} events of"
          f" {len(set(known) - missing)} types received, {len(faults)} not as expected")
    return 1 if faults or not run else 0


if __name__ == "__main__":
    os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
    sys.exit(main())
