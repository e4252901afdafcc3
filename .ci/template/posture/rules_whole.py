"""Alarms, and the template as a whole."""

import json
import re

from rule import rule
from stack import walk

BAND_OPERATORS = {
    "GreaterThanUpperThreshold",
    "LessThanLowerThreshold",
    "LessThanLowerOrGreaterThanUpperThreshold",
}
WATCHED = (
    ("AWS/ApiGateway", "5XXError"),
    ("AWS/ApiGateway", "4XXError"),
    ("AWS/ApiGateway", "Latency"),
    ("AWS/Lambda", "Errors"),
    ("AWS/Lambda", "Throttles"),
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible"),
    ("AWS/WAFV2", "BlockedRequests"),
    ("AWS/Events", "FailedInvocations"),
)
NAMED_BY = {
    "FunctionName": ("AWS::Lambda::Function", None),
    "QueueName": ("AWS::SQS::Queue", None),
    "TableName": ("AWS::DynamoDB::Table", None),
    "EventBusName": ("AWS::Events::EventBus", None),
    "RuleName": ("AWS::Events::Rule", "Name"),
    "ApiName": ("AWS::ApiGateway::RestApi", "Name"),
    "WebACL": ("AWS::WAFv2::WebACL", "VisibilityConfig.MetricName"),
}
KEPT = (
    "AWS::DynamoDB::Table",
    "AWS::Cognito::UserPool",
    "AWS::KMS::Key",
    "AWS::Logs::LogGroup",
    "AWS::SecretsManager::Secret",
)
CREDENTIAL = re.compile(r"AKIA[0-9A-Z]{16}|-----BEGIN|ghp_[0-9A-Za-z]{36}|xox[bp]-")
ACCOUNT = re.compile(r"arn:[^\s\"']*:[0-9]{12}(:|$)")
SECRET = re.compile(r"secret|password|token|apikey", re.IGNORECASE)


def alarms(stack):
    return stack.of("AWS::CloudWatch::Alarm")


def all_alarms(stack):
    return stack.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")


def metrics(alarm):
    """The metrics that an alarm looks at: (namespace, name, dimensions)."""
    if alarm.get("MetricName"):
        yield alarm.get("Namespace"), alarm.get("MetricName"), alarm.get("Dimensions", [])
    for query in alarm.get("Metrics", []):
        metric = query.get("MetricStat", {}).get("Metric")
        if metric:
            yield metric.get("Namespace"), metric["MetricName"], metric.get("Dimensions", [])


def bands(alarm):
    return [q for q in alarm.get("Metrics", []) if "ANOMALY_DETECTION_BAND" in q.get("Expression", "")]


@rule("CW-01")
def alarm(stack):
    yield "alarms", len(alarms(stack)) > 0


@rule("CW-02")
def alarms_act(stack):
    for a in all_alarms(stack):
        targets = [stack.target(t) for t in a.get("AlarmActions", [])]
        yield a.name, any(t is not None and t.type == "AWS::SNS::Topic" for t in targets)
        yield a.name, a.get("ActionsEnabled", True) is True


@rule("CW-03")
def missing_data(stack):
    for a in alarms(stack):
        yield a.name, a.get("TreatMissingData") is not None


@rule("CW-04")
def anomaly_alarms(stack):
    for a in alarms(stack):
        for band in bands(a):
            yield a.name, a.get("ThresholdMetricId") == band["Id"]
            yield a.name, a.get("Threshold") is None
            yield a.name, a.get("ComparisonOperator") in BAND_OPERATORS


@rule("CW-05")
def api_by_name(stack):
    name = stack.text(stack.api().get("Name"))
    for a in alarms(stack):
        for namespace, _, dimensions in metrics(a):
            if namespace == "AWS/ApiGateway":
                values = {d["Name"]: stack.text(d["Value"]) for d in dimensions}
                yield a.name, values.get("ApiName") == name


@rule("CW-06")
def dimensions_exist(stack):
    for a in alarms(stack):
        for _, _, dimensions in metrics(a):
            for d in dimensions:
                kind, member = NAMED_BY.get(d["Name"], (None, None))
                if kind is None:
                    continue
                target = stack.target(d["Value"])
                if member is None:
                    yield f"{a.name}.{d['Name']}", target is not None and target.type == kind
                else:
                    names = {stack.text(r.get(member)) for r in stack.of(kind)}
                    yield f"{a.name}.{d['Name']}", stack.text(d["Value"]) in names


@rule("CW-07")
def watched(stack):
    seen = {(ns, name) for a in alarms(stack) for ns, name, _ in metrics(a)}
    for metric in WATCHED:
        yield " ".join(metric), metric in seen
    errors = {
        stack.text(d["Value"])
        for a in alarms(stack)
        for ns, name, dimensions in metrics(a)
        if (ns, name) == ("AWS/Lambda", "Errors")
        for d in dimensions
    }
    for f in stack.functions():
        yield f"Errors {f.name}", f"<{f.name}>" in errors


@rule("CW-08")
def tables_watched(stack):
    seen = {
        stack.text(d["Value"])
        for a in alarms(stack)
        for ns, name, dimensions in metrics(a)
        if ns == "AWS/DynamoDB" and ("Throttle" in name or name == "SystemErrors")
        for d in dimensions
        if d["Name"] == "TableName"
    }
    for table in stack.of("AWS::DynamoDB::Table"):
        yield table.name, f"<{table.name}>" in seen


@rule("CW-09")
def anomalies_used(stack):
    yield "alarms", any(bands(a) for a in alarms(stack))


@rule("CW-10")
def detectors(stack):
    for d in stack.of("AWS::CloudWatch::AnomalyDetector"):
        yield d.name, bool(d.get("MetricName") or d.get("SingleMetricAnomalyDetector.MetricName"))


@rule("CW-11")
def dashboard(stack):
    for d in stack.of("AWS::CloudWatch::Dashboard"):
        try:
            yield d.name, len(json.loads(stack.text(d.get("DashboardBody")))["widgets"]) > 0
        except ValueError:
            yield d.name, False


@rule("RAMPART-09")
def composites_quiet(stack):
    """A composite names alarms of the template, so that people hear one voice."""
    for c in stack.of("AWS::CloudWatch::CompositeAlarm"):
        named = re.findall(r'ALARM\("<([A-Za-z]+)>"\)', stack.text(c.get("AlarmRule")))
        yield c.name, len(named) > 1
        for name in named:
            yield f"{c.name} {name}", name in {a.name for a in alarms(stack)}


@rule("TPL-01")
def kept(stack):
    for r in stack.of(*KEPT):
        yield r.name, r.body.get("DeletionPolicy") == "Retain"
        yield r.name, r.body.get("UpdateReplacePolicy") == "Retain"


@rule("TPL-02")
def no_account(stack):
    for path, value in walk(stack.template):
        if isinstance(value, str) and "arn:" in value:
            yield ".".join(map(str, path)), not ACCOUNT.search(value)


@rule("TPL-03")
def no_credential(stack):
    for path, value in walk(stack.template):
        if isinstance(value, str):
            yield ".".join(map(str, path)), not CREDENTIAL.search(value)


@rule("TPL-04")
def secret_parameters(stack):
    yield "parameters", len(stack.parameters) > 0
    for name, parameter in stack.parameters.items():
        if SECRET.search(name):
            yield name, parameter.get("NoEcho") in (True, "true")


@rule("TPL-05")
def description(stack):
    yield "description", len(stack.template.get("Description", "")) > 0


@rule("TPL-06")
def no_secret_out(stack):
    for name, output in stack.template.get("Outputs", {}).items():
        value = stack.text(output["Value"])
        yield name, "ClientSecret" not in value and "{{resolve:" not in value
        target = stack.target(output["Value"])
        yield name, target is None or target.type != "AWS::SecretsManager::Secret"
