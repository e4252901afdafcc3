"""The functions and their roles."""

import json
from importlib import resources

from rule import rule
from stack import actions, as_list, conditions, names_in, walk

GATEWAY_SECONDS_MAX = 29
BROAD = {
    action.lower()
    for action in (
        "dynamodb:Scan dynamodb:DeleteTable dynamodb:UpdateTable dynamodb:CreateTable"
        " dynamodb:PartiQLSelect dynamodb:PartiQLInsert dynamodb:PartiQLUpdate"
        " dynamodb:PartiQLDelete kms:CreateGrant kms:PutKeyPolicy iam:PassRole sts:AssumeRole"
        " logs:CreateLogGroup logs:DeleteLogGroup wafv2:UpdateWebACL wafv2:DeleteIPSet"
        " lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration"
    ).split()
}
SECRET_NAMES = ("password", "secret", "token", "private", "credential", "apikey", "api_key")
KINDS = {
    "dynamodb": "AWS::DynamoDB::Table",
    "events": "AWS::Events::EventBus",
    "kms": "AWS::KMS::Key",
    "logs": "AWS::Logs::LogGroup",
    "secretsmanager": "AWS::SecretsManager::Secret",
    "sqs": "AWS::SQS::Queue",
    "sns": "AWS::SNS::Topic",
    "wafv2": "AWS::WAFv2::IPSet",
}


def known_actions():
    """Service → its actions in lower case, from the data that cfn-lint carries."""
    text = resources.files("cfnlint.data.AdditionalSpecs").joinpath("Policies.json").read_text()
    return {service: set(entry["Actions"]) for service, entry in json.loads(text).items()}


def variables(function):
    return function.get("Environment.Variables", {})


def invoke_config(stack, function):
    aliases = stack.alias_of(function)
    for config in stack.of("AWS::Lambda::EventInvokeConfig"):
        target = stack.target(config.get("FunctionName"))
        if target is function or target in aliases:
            return config
    return None


@rule("FN-01")
def functions(stack):
    yield "functions", len(stack.functions()) > 0


@rule("FN-02")
def runtime(stack):
    for f in stack.functions():
        yield f.name, f.get("Runtime") == "java25"


@rule("FN-03")
def arm(stack):
    for f in stack.functions():
        yield f.name, f.get("Architectures") == ["arm64"]


@rule("FN-04")
def timeout(stack):
    behind = called_by_the_api(stack)
    for f in stack.functions():
        seconds = f.get("Timeout", 0)
        yield f.name, seconds > 3 and (f not in behind or seconds <= GATEWAY_SECONDS_MAX)


@rule("FN-05")
def memory(stack):
    for f in stack.functions():
        yield f.name, f.get("MemorySize") is not None


@rule("FN-06")
def tracing(stack):
    for f in stack.functions():
        yield f.name, f.get("TracingConfig.Mode") == "Active"


@rule("FN-07")
def concurrency(stack):
    for f in stack.functions():
        yield f.name, (f.get("ReservedConcurrentExecutions") or 0) > 0


@rule("FN-08")
def snap_start(stack):
    for f in stack.functions():
        yield f.name, f.get("SnapStart.ApplyOn") == "PublishedVersions"


@rule("FN-09")
def published(stack):
    for f in stack.functions():
        versions = [v for v in stack.of("AWS::Lambda::Version") if stack.target(v.get("FunctionName")) is f]
        aliases = stack.alias_of(f)
        yield f.name, bool(versions) and bool(aliases)
        for alias in aliases:
            yield alias.name, stack.target(alias.get("FunctionVersion")) in versions


def called_by_the_api(stack):
    found = []
    for _, _, _, operation in stack.calls():
        alias = stack.target(operation["x-amazon-apigateway-integration"].get("uri", ""))
        function = stack.target(alias.get("FunctionName")) if alias else None
        if function is not None and function not in found:
            found.append(function)
    return found


@rule("FN-10")
def api_calls_the_alias(stack):
    for place, _, _, operation in stack.calls():
        integration = operation["x-amazon-apigateway-integration"]
        called = stack.target(integration.get("uri", ""))
        yield place, called is not None and called.type == "AWS::Lambda::Alias"
        yield place, integration.get("type") == "aws_proxy"


@rule("FN-11")
def json_log(stack):
    for f in stack.functions():
        yield f.name, f.get("LoggingConfig.LogFormat") == "JSON"


@rule("FN-12")
def declared_log(stack):
    for f in stack.functions():
        group = stack.target(f.get("LoggingConfig.LogGroup", ""))
        yield f.name, group is not None and group.type == "AWS::Logs::LogGroup"


@rule("FN-13")
def encrypted_environment(stack):
    for f in stack.functions():
        key = stack.target(f.get("KmsKeyArn", ""))
        yield f.name, key is not None and key.type == "AWS::KMS::Key"


@rule("FN-14")
def no_secret_in_environment(stack):
    for f in stack.functions():
        for name, value in variables(f).items():
            literal = isinstance(value, str)
            suspicious = any(part in name.lower() for part in SECRET_NAMES)
            yield f"{f.name}.{name}", not (literal and suspicious)
            yield f"{f.name}.{name}", "{{resolve:" not in stack.text(value)


@rule("FN-15")
def role_in_template(stack):
    for f, role in stack.function_roles():
        yield f.name, role is not None and role.type == "AWS::IAM::Role"


@rule("FN-16")
def asynchronous_failures_are_kept(stack):
    for f in stack.asynchronous():
        config = invoke_config(stack, f)
        queue = stack.target(config.get("DestinationConfig.OnFailure.Destination")) if config else None
        queue = queue or stack.target(f.get("DeadLetterConfig.TargetArn", ""))
        yield f.name, queue is not None and queue.type == "AWS::SQS::Queue"


@rule("FN-17")
def asynchronous_retries_are_bounded(stack):
    for f in stack.asynchronous():
        config = invoke_config(stack, f)
        for member in ("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig.OnFailure"):
            yield f"{f.name}.{member}", config is not None and config.get(member) is not None


@rule("FN-18")
def loops_end(stack):
    for f in stack.functions():
        yield f.name, f.get("RecursiveLoop") == "Terminate"


@rule("FN-19")
def a_role_each(stack):
    used = [role.name for _, role in stack.function_roles() if role is not None]
    for name in used:
        yield name, used.count(name) == 1


@rule("FN-20")
def no_url(stack):
    yield "template", not stack.of("AWS::Lambda::Url")


@rule("FN-21")
def callers_are_named(stack):
    for permission in stack.of("AWS::Lambda::Permission"):
        source = permission.get("SourceArn")
        yield permission.name, source is not None and bool(names_in(source) - {"AWS::AccountId"})
        yield permission.name, permission.get("Principal") != "*"


@rule("FN-22")
def logs_are_named(stack):
    for permission in stack.of("AWS::Lambda::Permission"):
        if stack.text(permission.get("Principal")).startswith("logs."):
            group = stack.target(permission.get("SourceArn", ""))
            yield permission.name, group is not None and group.type == "AWS::Logs::LogGroup"
            yield permission.name, stack.text(permission.get("SourceAccount", "")) == "<account>"


@rule("IAM-01")
def no_managed_policy(stack):
    for role in stack.of("AWS::IAM::Role"):
        yield role.name, not role.get("ManagedPolicyArns")


@rule("IAM-02")
def trusted_by_lambda(stack):
    for role in stack.roles():
        for statement in as_list(role.get("AssumeRolePolicyDocument.Statement", [])):
            yield role.name, statement.get("Principal") == {"Service": "lambda.amazonaws.com"}


@rule("IAM-03")
def own_statements(stack):
    for role in stack.roles():
        yield role.name, len(stack.statements(role)) > 0


@rule("IAM-04")
def no_negated_allow(stack):
    for place, statement in stack.role_statements():
        negated = {"NotAction", "NotResource", "NotPrincipal"} & statement.keys()
        yield place, not (statement["Effect"] == "Allow" and negated)


@rule("IAM-05")
def no_wildcard_action(stack):
    for place, statement in stack.role_statements():
        for action in actions(statement):
            yield place, "*" not in action and "?" not in action


@rule("IAM-06")
def no_wildcard_resource(stack):
    for place, statement in stack.role_statements():
        if "*" in as_list(statement.get("Resource", [])):
            yield place, all(action.startswith("xray:") for action in actions(statement))
        else:
            yield place, all(names_in(r) for r in as_list(statement["Resource"]))


@rule("IAM-07")
def actions_exist(stack):
    known = known_actions()
    for place, statement in stack.role_statements():
        for action in actions(statement):
            service, _, name = action.partition(":")
            yield f"{place} {action}", name.lower() in known.get(service, set())


@rule("IAM-08")
def actions_point_at_their_own_kind(stack):
    for place, statement in stack.role_statements():
        for action in actions(statement):
            service = action.partition(":")[0]
            for resource in as_list(statement.get("Resource", [])):
                if resource != "*":
                    target = stack.target(resource)
                    yield f"{place} {action}", target is not None and target.type == KINDS.get(service)


@rule("IAM-09")
def no_broad_action(stack):
    for place, statement in stack.role_statements():
        for action in actions(statement):
            yield place, action.lower() not in BROAD and not action.startswith("iam:")


@rule("IAM-10")
def publishers_are_bound(stack):
    for place, statement in stack.role_statements():
        if "events:PutEvents" in actions(statement):
            asked = conditions(statement)
            yield place, str(asked.get("events:source", "")).startswith("rampart.")
            yield place, bool(asked.get("events:detail-type"))


@rule("IAM-11")
def key_use_is_bound(stack):
    for place, statement in stack.role_statements():
        if any(action.startswith("kms:") for action in actions(statement)):
            asked = conditions(statement)
            yield place, "kms:viaservice" in asked or any(
                key.startswith("kms:encryptioncontext") for key in asked
            )


@rule("IAM-12")
def own_log_only(stack):
    for f, role in stack.function_roles():
        group = stack.target(f.get("LoggingConfig.LogGroup", ""))
        for place, statement in stack.statements(role) if role else ():
            if any(action.startswith("logs:") for action in actions(statement)):
                for resource in as_list(statement["Resource"]):
                    yield place, stack.target(resource) is group is not None


@rule("RAMPART-02")
def table_access_is_bound_to_kinds_of_items(stack):
    """Every grant on items of a table names the prefixes of its keys, and fails without a key."""
    for place, statement in stack.role_statements():
        touched = [a for a in actions(statement) if a.startswith("dynamodb:")]
        streams = {"GetRecords", "GetShardIterator", "DescribeStream", "ListStreams"}
        if touched and not {a.partition(":")[2] for a in touched} <= streams:
            asked = statement.get("Condition", {})
            yield place, "dynamodb:LeadingKeys" in asked.get("ForAllValues:StringLike", {})
            yield place, asked.get("Null", {}).get("dynamodb:LeadingKeys") == "false"


@rule("RAMPART-03")
def a_poller_keeps_its_failures(stack):
    """Stream: OnFailure, retries, age, bisect. Queue: redrive. Both: partial batches."""
    for mapping in stack.of("AWS::Lambda::EventSourceMapping"):
        yield mapping.name, mapping.get("FunctionResponseTypes") == ["ReportBatchItemFailures"]
        source = stack.target(mapping.get("EventSourceArn"))
        if source.type == "AWS::SQS::Queue":
            yield mapping.name, source.get("RedrivePolicy") is not None
            function = stack.target(stack.target(mapping.get("FunctionName")).get("FunctionName"))
            yield mapping.name, source.get("VisibilityTimeout", 30) >= 6 * function.get("Timeout")
        else:
            queue = stack.target(mapping.get("DestinationConfig.OnFailure.Destination", ""))
            yield mapping.name, queue is not None and queue.type == "AWS::SQS::Queue"
            yield mapping.name, (mapping.get("MaximumRetryAttempts") or -1) > 0
            yield mapping.name, (mapping.get("MaximumRecordAgeInSeconds") or -1) > 0
            yield mapping.name, mapping.get("BisectBatchOnFunctionError") is True


@rule("RAMPART-04")
def a_failure_queue_may_be_written(stack):
    """Whoever names a queue for its failures may send to it."""
    for queue_of, function in failure_queues(stack):
        role = stack.target(function.get("Role"))
        may = any(
            "sqs:SendMessage" in actions(s) and stack.target(s["Resource"]) is queue_of
            for _, s in stack.statements(role)
        )
        yield f"{function.name} {queue_of.name}", may


def failure_queues(stack):
    for config in stack.of("AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping"):
        queue = stack.target(config.get("DestinationConfig.OnFailure.Destination", ""))
        called = stack.target(config.get("FunctionName"))
        if called is not None and called.type == "AWS::Lambda::Alias":
            called = stack.target(called.get("FunctionName"))
        if queue is not None and called is not None:
            yield queue, called


@rule("RAMPART-05")
def no_environment_value_is_a_credential(stack):
    for f in stack.functions():
        for path, value in walk(variables(f)):
            yield f"{f.name}.{path[0]}", not str(value).startswith("AKIA")
