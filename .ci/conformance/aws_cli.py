#!/usr/bin/env python3
"""Uses every local AWS service of a run by the AWS CLI: reads, writes, and one refusal each.

The CLI builds the requests and reads the answers by AWS's own models of the services. What a
command prints is compared; a refusal has to end with the CLI's exit code for one and name AWS's
error code. The commands run in this process, which the CLI's own Python starts: a new one takes a
second each.

    aws_cli.py INSTANCE FOLDER

FOLDER is for what a command writes. The last line is the figure.
"""

import contextlib
import io
import json
import os
import sys
import time

from awscli.clidriver import create_clidriver

from running import Run

REFUSED = 255  # version 1 of the CLI; version 2 has 254
NO_SERVICES = {"inbox", "status"}


class Cli:
    def __init__(self, run):
        self.run = run
        self.service = ""
        self.used = {}
        self.refused = 0
        self.faults = []

    def started(self, *arguments):
        """Runs a command and returns its exit code, what it printed and its errors; values other
        than texts are written as JSON."""
        words = [word if isinstance(word, str) else json.dumps(word) for word in arguments]
        out, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            code = create_clidriver().main(
                ["--endpoint-url", self.run.about["endpoints"][self.service], "--output", "json",
                 "--cli-read-timeout", "30", self.service, *words])
        return code, out.getvalue(), errors.getvalue().strip()

    def __call__(self, operation, *arguments):
        """Returns what a command prints, as JSON; an empty object where it fails or is silent."""
        code, out, errors = self.started(operation, *arguments)
        self.used[self.service] = self.used.get(self.service, 0) + 1
        if code != 0:
            self.faults.append(f"{self.service} {operation}: {code} {errors}")
            return {}
        return json.loads(out or "{}")

    def expect(self, what, holds, seen=""):
        if not holds:
            self.faults.append(f"{self.service} {what}: {json.dumps(seen)[:400]}")

    def refuses(self, code, *arguments):
        ended, _, errors = self.started(*arguments)
        self.refused += 1
        self.expect(f"{arguments[0]} is refused with {code}",
                    ended == REFUSED and f"({code})" in errors, [ended, errors])


def until(read, seconds=20):
    """Returns the first answer that is not empty, or the last."""
    deadline = time.monotonic() + seconds
    while not (answer := read()) and time.monotonic() < deadline:
        time.sleep(0.5)
    return answer


def dynamodb(aws):
    table = ["--table-name", "conformance"]
    key = {"pk": {"S": "a"}}
    aws("create-table", *table, "--billing-mode", "PAY_PER_REQUEST",
        "--attribute-definitions", "AttributeName=pk,AttributeType=S",
        "--key-schema", "AttributeName=pk,KeyType=HASH",
        "--stream-specification", "StreamEnabled=true,StreamViewType=NEW_IMAGE")
    aws("put-item", *table, "--item", key | {"n": {"N": "1"}})
    aws("update-item", *table, "--key", key, "--update-expression", "ADD n :one",
        "--expression-attribute-values", {":one": {"N": "1"}})
    read = aws("get-item", *table, "--key", key, "--consistent-read")
    aws.expect("get-item reads what was written", read.get("Item", {}).get("n") == {"N": "2"}, read)
    found = aws("query", *table, "--key-condition-expression", "pk = :a",
                "--expression-attribute-values", {":a": {"S": "a"}})
    aws.expect("query finds it", found.get("Count") == 1, found)
    aws.refuses("ConditionalCheckFailedException", "put-item", *table, "--item", key,
                "--condition-expression", "attribute_not_exists(pk)")
    aws.refuses("ResourceNotFoundException", "scan", "--table-name", "none")


def dynamodbstreams(aws):
    stream = aws("list-streams", "--table-name", "conformance")["Streams"][0]["StreamArn"]
    shards = aws("describe-stream", "--stream-arn", stream)["StreamDescription"]["Shards"]
    start = aws("get-shard-iterator", "--stream-arn", stream, "--shard-id", shards[0]["ShardId"],
                "--shard-iterator-type", "TRIM_HORIZON")["ShardIterator"]
    records = aws("get-records", "--shard-iterator", start)["Records"]
    aws.expect("get-records has both writes",
               [record["eventName"] for record in records] == ["INSERT", "MODIFY"], records)
    aws.refuses("ResourceNotFoundException", "describe-stream", "--stream-arn",
                stream.replace("conformance", "none"))
    aws.service = "dynamodb"
    aws("delete-table", "--table-name", "conformance")
    aws.expect("the table is gone",
               "conformance" not in aws("list-tables").get("TableNames", ["conformance"]))


def sqs(aws):
    url = aws("create-queue", "--queue-name", "conformance")["QueueUrl"]
    queue = ["--queue-url", url]
    sent = aws("send-message", *queue, "--message-body", "hello", "--message-attributes",
               {"a": {"DataType": "String", "StringValue": "b"}})
    got = aws("receive-message", *queue, "--message-attribute-names", "All")["Messages"][0]
    aws.expect("receive-message has what was sent",
               got["Body"] == "hello" and got["MD5OfBody"] == sent["MD5OfMessageBody"]
               and got["MessageAttributes"]["a"]["StringValue"] == "b", got)
    aws("delete-message", *queue, "--receipt-handle", got["ReceiptHandle"])
    seen = aws("get-queue-attributes", *queue, "--attribute-names", "All")["Attributes"]
    aws.expect("the queue is empty", seen["ApproximateNumberOfMessagesNotVisible"] == "0", seen)
    aws.refuses("AWS.SimpleQueueService.NonExistentQueue", "get-queue-url", "--queue-name", "none")
    aws.refuses("ReceiptHandleIsInvalid", "delete-message", *queue, "--receipt-handle", "none")
    return url, seen["QueueArn"]


def events(aws, queue_url, queue_arn):
    bus = ["--event-bus-name", aws.run.about["names"]["bus"]]
    rule = ["--name", "conformance", *bus]
    aws("put-rule", *rule, "--event-pattern", {"source": ["conformance"]})
    aws("put-targets", "--rule", "conformance", *bus, "--targets", [{"Id": "q", "Arn": queue_arn}])
    put = aws("put-events", "--entries", [
        {"EventBusName": bus[1], "Source": "conformance", "DetailType": "t", "Detail": "{}"}])
    aws.expect("put-events takes the entry", put.get("FailedEntryCount") == 0, put)
    matches = aws("test-event-pattern", "--event-pattern", {"source": [{"prefix": "conf"}]},
                  "--event", {"id": "1", "source": "conformance", "detail-type": "t", "detail": {},
                              "account": "000000000000", "region": "eu-west-1", "resources": [],
                              "time": "2026-11-29T00:00:00Z"})
    aws.expect("test-event-pattern matches", matches.get("Result") is True, matches)
    listed = [each["Name"] for each in aws("list-rules", *bus)["Rules"]]
    aws.expect("list-rules has it", "conformance" in listed, listed)
    aws.refuses("ResourceNotFoundException", "describe-rule", "--name", "none", *bus)
    aws.service = "sqs"
    got = until(lambda: aws("receive-message", "--queue-url", queue_url,
                            "--wait-time-seconds", "5").get("Messages"))
    aws.expect("the event is in the queue",
               got and json.loads(got[0]["Body"])["detail-type"] == "t", got)
    aws("purge-queue", "--queue-url", queue_url)
    aws.service = "events"
    aws("remove-targets", "--rule", "conformance", *bus, "--ids", "q")
    aws("delete-rule", *rule)


def sns(aws, queue_url, queue_arn):
    topic = aws("list-topics")["Topics"][0]["TopicArn"]
    subscription = aws("subscribe", "--topic-arn", topic, "--protocol", "sqs",
                       "--notification-endpoint", queue_arn,
                       "--attributes", "RawMessageDelivery=true")["SubscriptionArn"]
    aws("publish", "--topic-arn", topic, "--message", "hello", "--subject", "s")
    listed = aws("list-subscriptions-by-topic", "--topic-arn", topic)["Subscriptions"]
    aws.expect("list-subscriptions has it",
               subscription in [each["SubscriptionArn"] for each in listed], listed)
    aws.refuses("NotFound", "publish", "--topic-arn", topic + "none", "--message", "hello")
    aws.service = "sqs"
    got = until(lambda: aws("receive-message", "--queue-url", queue_url,
                            "--wait-time-seconds", "5").get("Messages"))
    aws.expect("the message is in the queue", got and got[0]["Body"] == "hello", got)
    aws("delete-queue", "--queue-url", queue_url)
    aws.service = "sns"
    aws("unsubscribe", "--subscription-arn", subscription)


def cloudwatch(aws):
    namespace = f"Conformance/{os.getpid()}"
    metric = ["--namespace", namespace, "--metric-name", "m"]
    aws("put-metric-data", *metric, "--value", "3", "--unit", "Count")
    aws("put-metric-data", *metric, "--value", "4", "--unit", "Count")
    listed = aws("list-metrics", "--namespace", namespace)["Metrics"]
    aws.expect("list-metrics has it", [each["MetricName"] for each in listed] == ["m"], listed)
    now = int(time.time()) // 60 * 60
    times = ["--start-time", str(now - 300), "--end-time", str(now + 60)]
    points = aws("get-metric-statistics", *metric, *times, "--period", "60",
                 "--statistics", "Sum")["Datapoints"]
    aws.expect("get-metric-statistics adds up", sum(each["Sum"] for each in points) == 7, points)
    data = aws("get-metric-data", *times, "--metric-data-queries", [
        {"Id": "m", "ReturnData": False, "MetricStat": {
            "Metric": {"Namespace": namespace, "MetricName": "m"}, "Period": 60, "Stat": "Sum"}},
        {"Id": "twice", "Expression": "m * 2"}])["MetricDataResults"]
    aws.expect("get-metric-data computes", sum(data[0]["Values"]) == 14, data)
    alarm = aws("describe-alarms")["MetricAlarms"][0]["AlarmName"]
    aws("disable-alarm-actions", "--alarm-names", alarm)
    aws("set-alarm-state", "--alarm-name", alarm, "--state-value", "ALARM",
        "--state-reason", "test")
    history = aws("describe-alarm-history", "--alarm-name", alarm)["AlarmHistoryItems"]
    aws.expect("describe-alarm-history has the change", history, history)
    aws("enable-alarm-actions", "--alarm-names", alarm)
    aws.refuses("ResourceNotFound", "set-alarm-state", "--alarm-name", "none",
                "--state-value", "OK", "--state-reason", "test")


def logs(aws):
    """Only reads: the local log groups are written by the run itself."""
    groups = [each["logGroupName"] for each in aws("describe-log-groups")["logGroups"]]
    access = [name for name in groups if name.endswith("/access")]
    aws.expect("describe-log-groups has the access log", access, groups)
    streams = aws("describe-log-streams", "--log-group-name", access[0])["logStreams"]
    found = aws("filter-log-events", "--log-group-name", access[0], "--limit", "1",
                "--filter-pattern", '{ $.status = "*" }')["events"]
    aws.expect("filter-log-events finds lines", len(found) == 1, found)
    tail = aws("get-log-events", "--log-group-name", access[0], "--log-stream-name",
               streams[0]["logStreamName"], "--limit", "1")["events"]
    aws.expect("get-log-events has lines", len(tail) == 1, tail)
    aws.refuses("ResourceNotFoundException", "filter-log-events", "--log-group-name", "none")


def lambda_(aws):
    """Invokes the function that reads the stream, which has nothing to do for an empty batch."""
    streams = json.loads(aws.run.service("status", "application/json").send("GET", "/status")[1])
    name = streams["streams"][0]["function"]
    done = aws("invoke", "--function-name", name, "--payload", {"Records": []}, "answer.json")
    with open("answer.json", encoding="utf-8") as file:
        answer = json.load(file)
    aws.expect("invoke answers", done.get("StatusCode") == 200 and "FunctionError" not in done
               and answer == {"batchItemFailures": []}, [done, answer])
    queued = aws("invoke", "--function-name", name, "--invocation-type", "Event",
                 "--payload", {"Records": []}, "event.json")
    aws.expect("invoke queues an event", queued.get("StatusCode") == 202, queued)
    aws.refuses("ResourceNotFoundException", "invoke", "--function-name", "none", "none.json")


def cognito_idp(aws):
    pool = ["--user-pool-id", aws.run.about["names"]["userPool"]]
    user = [*pool, "--username", "conformance"]
    pools = aws("list-user-pools", "--max-results", "10")["UserPools"]
    aws.expect("list-user-pools has the pool", [each["Id"] for each in pools] == [pool[1]], pools)
    aws("admin-create-user", *user, "--message-action", "SUPPRESS", "--user-attributes",
        "Name=email,Value=conformance@example.com")
    read = aws("admin-get-user", *user)
    aws.expect("admin-get-user reads it", read.get("UserStatus") == "FORCE_CHANGE_PASSWORD", read)
    aws("admin-disable-user", *user)
    found = aws("list-users", *pool, "--filter", 'username = "conformance"')["Users"]
    aws.expect("list-users has it", [each["Enabled"] for each in found] == [False], found)
    aws("admin-delete-user", *user)
    aws.refuses("UserNotFoundException", "admin-get-user", *user)
    aws.refuses("NotAuthorizedException", "get-user", "--access-token", "none")


def secretsmanager(aws):
    """Only reads; the secret's name is in the log of what roles were used for."""
    with open(aws.run.about["logs"]["calls"], encoding="utf-8") as file:
        calls = [json.loads(line) for line in file]
    arns = [call["resource"] for call in calls
            if call["action"] == "secretsmanager:GetSecretValue"]
    read = aws("get-secret-value", "--secret-id", arns[0])
    aws.expect("get-secret-value has the key", "key" in json.loads(read.get("SecretString", "{}")))
    aws.refuses("ResourceNotFoundException", "get-secret-value", "--secret-id", "none")


def apigateway(aws):
    plan = aws("get-usage-plans")["items"][0]["id"]
    key = aws("create-api-key", "--name", "conformance", "--enabled")["id"]
    aws("create-usage-plan-key", "--usage-plan-id", plan, "--key-id", key, "--key-type", "API_KEY")
    changed = aws("update-api-key", "--api-key", key, "--patch-operations",
                  "op=replace,path=/enabled,value=false")
    aws.expect("update-api-key switches it off", changed.get("enabled") is False, changed)
    day = time.strftime("%Y-%m-%d", time.gmtime())
    usage = aws("get-usage", "--usage-plan-id", plan, "--start-date", day, "--end-date", day)
    aws.expect("get-usage counts the run's own key", usage.get("items"), usage)
    aws("delete-api-key", "--api-key", key)
    aws.refuses("NotFoundException", "get-api-key", "--api-key", key)


def wafv2(aws):
    scope = ["--scope", "REGIONAL"]
    names = {each["Name"]: each for each in aws("list-ip-sets", *scope)["IPSets"]}
    blocked = next(each for name, each in names.items() if name.endswith("-blocked-v4"))
    which = [*scope, "--name", blocked["Name"], "--id", blocked["Id"]]
    read = aws("get-ip-set", *which)
    changed = aws("update-ip-set", *which, "--addresses", "192.0.2.0/24",
                  "--lock-token", read["LockToken"])
    seen = aws("get-ip-set", *which)["IPSet"]["Addresses"]
    aws.expect("get-ip-set has what update-ip-set wrote", seen == ["192.0.2.0/24"], seen)
    aws.refuses("WAFOptimisticLockException", "update-ip-set", *which,
                "--addresses", "198.51.100.0/24", "--lock-token", read["LockToken"])
    aws.refuses("WAFNonexistentItemException", "get-ip-set", *scope, "--name", "none",
                "--id", "none")
    aws("update-ip-set", *which, "--addresses", "--lock-token", changed["NextLockToken"])


def main():
    instance, folder = sys.argv[1:]
    run = Run(instance)
    os.chdir(folder)
    os.environ |= {"AWS_DEFAULT_REGION": run.about["region"],
                   "AWS_ACCESS_KEY_ID": run.about["credentials"]["accessKeyId"],
                   "AWS_SECRET_ACCESS_KEY": run.about["credentials"]["secretAccessKey"],
                   "AWS_EC2_METADATA_DISABLED": "true"}
    aws = Cli(run)
    kept = ()
    for name, use in {"dynamodb": dynamodb, "dynamodbstreams": dynamodbstreams, "sqs": sqs,
                      "events": lambda cli: events(cli, *kept), "sns": lambda cli: sns(cli, *kept),
                      "cloudwatch": cloudwatch, "logs": logs, "lambda": lambda_,
                      "cognito-idp": cognito_idp, "secretsmanager": secretsmanager,
                      "apigateway": apigateway, "wafv2": wafv2}.items():
        aws.service = name
        try:
            kept = use(aws) or kept
        except (LookupError, ValueError, OSError) as e:
            aws.faults.append(f"{name}: {e!r}")
    missing = set(run.about["endpoints"]) - NO_SERVICES - set(aws.used)
    aws.service = "all"
    aws.expect("endpoints are used", not missing, sorted(missing))
    print("\n".join(aws.faults))
    print(f"{len(aws.used)} services, {sum(aws.used.values())} commands,"
          f" {aws.refused} refusals; {len(aws.faults)} not as expected")
    return 1 if aws.faults else 0


if __name__ == "__main__":
    sys.exit(main())
