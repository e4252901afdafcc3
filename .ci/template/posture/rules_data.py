"""Tables, bus, queues, topics, the key and the logs."""

import json

from rule import rule
from stack import actions, as_list, conditions, principals, services

DLQ_SECONDS = 14 * 24 * 3600
YEAR_DAYS = 365
OPEN = {"*"}


def tables(stack):
    return stack.of("AWS::DynamoDB::Table")


def is_open(statement):
    """Whether anybody is allowed, with nothing to narrow it."""
    return statement["Effect"] == "Allow" and bool(OPEN & set(map(str, principals(statement))))


def key_of(stack, value):
    found = stack.target(value) if value is not None else None
    return found is not None and found.type == "AWS::KMS::Key"


@rule("DDB-01")
def table(stack):
    yield "tables", len(tables(stack)) > 0


@rule("DDB-02")
def recovery(stack):
    for t in tables(stack):
        yield t.name, t.get("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled") is True


@rule("DDB-03")
def deletion_protection(stack):
    for t in tables(stack):
        yield t.name, t.get("DeletionProtectionEnabled") is True


@rule("DDB-04")
def customer_key(stack):
    for t in tables(stack):
        yield t.name, t.get("SSESpecification.SSEEnabled") is True
        yield t.name, t.get("SSESpecification.SSEType") == "KMS"
        yield t.name, key_of(stack, t.get("SSESpecification.KMSMasterKeyId"))


@rule("DDB-05")
def on_demand(stack):
    for t in tables(stack):
        yield t.name, t.get("BillingMode") == "PAY_PER_REQUEST"


@rule("DDB-06")
def ceiling(stack):
    for t in tables(stack):
        for where in (t.properties, *t.get("GlobalSecondaryIndexes", [])):
            limits = where.get("OnDemandThroughput", {})
            place = f"{t.name} {where.get('IndexName', '')}"
            yield place, {"MaxReadRequestUnits", "MaxWriteRequestUnits"} <= limits.keys()


@rule("DDB-07")
def expiry(stack):
    for t in tables(stack):
        yield t.name, t.get("TimeToLiveSpecification.Enabled") is True
        yield t.name, bool(t.get("TimeToLiveSpecification.AttributeName"))


@rule("DDB-08")
def no_open_table(stack):
    for t in tables(stack):
        statements = as_list(t.get("ResourcePolicy.PolicyDocument.Statement", []))
        yield t.name, not any(is_open(s) for s in statements)


def buses(stack):
    return stack.of("AWS::Events::EventBus")


def bus_policies(stack, bus):
    return [
        p
        for p in stack.of("AWS::Events::EventBusPolicy")
        if stack.target(p.get("EventBusName", "")) is bus
    ]


def event_rules(stack):
    return stack.of("AWS::Events::Rule")


@rule("EVB-01")
def own_bus(stack):
    yield "bus", len(buses(stack)) > 0


@rule("EVB-02")
def bus_policy(stack):
    for bus in buses(stack):
        yield bus.name, len(bus_policies(stack, bus)) > 0


@rule("EVB-03")
def bus_is_not_open(stack):
    for bus in buses(stack):
        for policy in bus_policies(stack, bus):
            for statement in as_list(policy.get("Statement", [])):
                yield policy.name, not is_open(statement)
                if statement["Effect"] == "Deny":
                    asked = conditions(statement)
                    yield policy.name, stack.text(asked.get("aws:principalaccount")) == "<account>"
            yield policy.name, policy.get("Statement") is not None or (
                policy.get("Principal") not in (None, "*")
            )


@rule("EVB-04")
def bus_key(stack):
    for bus in buses(stack):
        yield bus.name, key_of(stack, bus.get("KmsKeyIdentifier"))


@rule("EVB-05")
def bus_dead_letters(stack):
    for bus in buses(stack):
        queue = stack.target(bus.get("DeadLetterConfig.Arn", ""))
        yield bus.name, queue is not None and queue.type == "AWS::SQS::Queue"


@rule("EVB-06")
def archive(stack):
    for bus in buses(stack):
        kept = [a for a in stack.of("AWS::Events::Archive") if stack.target(a.get("SourceArn")) is bus]
        yield bus.name, len(kept) > 0 and all((a.get("RetentionDays") or 0) > 0 for a in kept)


@rule("EVB-07")
def narrow_patterns(stack):
    for r in event_rules(stack):
        for member in ("source", "detail-type"):
            yield f"{r.name}.{member}", bool(r.get("EventPattern", {}).get(member))


@rule("EVB-08")
def rules_on_our_bus(stack):
    for r in event_rules(stack):
        yield r.name, stack.target(r.get("EventBusName", "")) in buses(stack)


def targets(stack):
    return [(r, t) for r in event_rules(stack) for t in r.get("Targets", [])]


@rule("EVB-09")
def undelivered_is_kept(stack):
    for r, target in targets(stack):
        queue = stack.target(target.get("DeadLetterConfig", {}).get("Arn", ""))
        yield r.name, queue is not None and queue.type == "AWS::SQS::Queue"


@rule("EVB-10")
def retries_are_explicit(stack):
    for r, target in targets(stack):
        policy = target.get("RetryPolicy", {})
        yield r.name, {"MaximumRetryAttempts", "MaximumEventAgeInSeconds"} <= policy.keys()


def event_senders(stack):
    """(queue, who sends): each queue that EventBridge writes to, with the resource in whose name."""
    for r, target in targets(stack):
        for arn in (target["Arn"], target.get("DeadLetterConfig", {}).get("Arn", "")):
            queue = stack.target(arn)
            if queue is not None and queue.type == "AWS::SQS::Queue":
                yield queue, r
    for bus in buses(stack):
        queue = stack.target(bus.get("DeadLetterConfig.Arn", ""))
        if queue is not None:
            yield queue, bus


@rule("EVB-11")
def queues_take_from_their_rule_alone(stack):
    for queue, sender in event_senders(stack):
        allowed = [
            s
            for policy, s in queue_statements(stack, queue)
            if s["Effect"] == "Allow" and "events.amazonaws.com" in services(s, stack)
        ]
        yield f"{queue.name} {sender.name}", len(allowed) > 0
        for s in allowed:
            source = conditions(s).get("aws:sourcearn", "")
            yield f"{queue.name} {sender.name}", stack.text(source) == f"<{sender.name}.Arn>"
            yield f"{queue.name} {sender.name}", "sqs:SendMessage" in actions(s)
            yield f"{queue.name} {sender.name}", stack.target(s["Resource"]) is queue


def queues(stack):
    return stack.of("AWS::SQS::Queue")


def queue_statements(stack, queue):
    return [
        (policy, s)
        for policy, s in stack.policy_statements("AWS::SQS::QueuePolicy")
        if any(stack.target(q) is queue for q in policy.get("Queues", []))
    ]


def dead_letter_queues(stack):
    """Every queue that something failed goes to."""
    found = {}
    for queue in queues(stack):
        redrive = queue.get("RedrivePolicy", {})
        target = stack.target(redrive.get("deadLetterTargetArn", ""))
        if target is not None:
            found[target.name] = target
    for _, target in targets(stack):
        queue = stack.target(target.get("DeadLetterConfig", {}).get("Arn", ""))
        if queue is not None:
            found[queue.name] = queue
    for bus in buses(stack):
        queue = stack.target(bus.get("DeadLetterConfig.Arn", ""))
        if queue is not None:
            found[queue.name] = queue
    for config in stack.of("AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping"):
        queue = stack.target(config.get("DestinationConfig.OnFailure.Destination", ""))
        if queue is not None:
            found[queue.name] = queue
    return list(found.values())


@rule("SQS-01")
def queue(stack):
    yield "queues", len(queues(stack)) > 0


@rule("SQS-02")
def encrypted(stack):
    for q in queues(stack):
        yield q.name, q.get("KmsMasterKeyId") is not None or q.get("SqsManagedSseEnabled") is True


@rule("SQS-03")
def queue_key(stack):
    for q in queues(stack):
        yield q.name, key_of(stack, q.get("KmsMasterKeyId"))


@rule("SQS-04")
def not_the_managed_key(stack):
    for q in queues(stack):
        yield q.name, "alias/aws" not in stack.text(q.get("KmsMasterKeyId", ""))


@rule("SQS-05")
def tls_only(stack):
    for q in queues(stack):
        yield q.name, any(
            s["Effect"] == "Deny"
            and conditions(s).get("aws:securetransport") == "false"
            and actions(s) == ["sqs:*"]
            and stack.target(s["Resource"]) is q
            for _, s in queue_statements(stack, q)
        )


@rule("SQS-06")
def not_public(stack):
    for q in queues(stack):
        for _, s in queue_statements(stack, q):
            yield q.name, not is_open(s)


@rule("SQS-07")
def services_are_bound(stack):
    for policy, s in stack.policy_statements("AWS::SQS::QueuePolicy"):
        if services(s, stack):
            yield policy.name, {"aws:sourcearn", "aws:sourceaccount"} & conditions(s).keys()


def key_statements(stack, service):
    return [
        s for _, s in stack.policy_statements("AWS::KMS::Key") if service in services(s, stack)
    ]


def may_use(statements):
    """Whether statements let a service encrypt and decrypt."""
    return any(
        s["Effect"] == "Allow" and {"kms:Decrypt", "kms:GenerateDataKey"} <= set(actions(s))
        for s in statements
    )


@rule("SQS-08")
def events_may_use_the_key(stack):
    for queue, sender in event_senders(stack):
        if key_of(stack, queue.get("KmsMasterKeyId")):
            yield f"{queue.name} {sender.name}", may_use(key_statements(stack, "events.amazonaws.com"))


@rule("SQS-09")
def dead_letters_stay(stack):
    for q in dead_letter_queues(stack):
        yield q.name, q.get("MessageRetentionPeriod") == DLQ_SECONDS


@rule("SQS-10")
def dead_letters_ring(stack):
    watched = [
        stack.text(d["Value"])
        for alarm in stack.of("AWS::CloudWatch::Alarm")
        if alarm.get("MetricName") == "ApproximateNumberOfMessagesVisible"
        for d in alarm.get("Dimensions", [])
    ]
    for q in dead_letter_queues(stack):
        yield q.name, f"<{q.name}.QueueName>" in watched


@rule("SQS-11")
def sources_redrive(stack):
    failed = dead_letter_queues(stack)
    for q in queues(stack):
        if q not in failed:
            target = stack.target(q.get("RedrivePolicy", {}).get("deadLetterTargetArn", ""))
            yield q.name, target in failed and q.get("RedrivePolicy")["maxReceiveCount"] > 0


def topics(stack):
    return stack.of("AWS::SNS::Topic")


def topic_statements(stack, topic):
    return [
        s
        for policy, s in stack.policy_statements("AWS::SNS::TopicPolicy")
        if any(stack.target(t) is topic for t in policy.get("Topics", []))
    ]


@rule("SNS-01")
def topic(stack):
    yield "topics", len(topics(stack)) > 0


@rule("SNS-02")
def topic_encrypted(stack):
    for t in topics(stack):
        yield t.name, t.get("KmsMasterKeyId") is not None


@rule("SNS-03")
def alarms_may_use_the_key(stack):
    for t in topics(stack):
        yield t.name, key_of(stack, t.get("KmsMasterKeyId"))
        yield t.name, may_use(key_statements(stack, "cloudwatch.amazonaws.com"))


@rule("SNS-04")
def topic_tls_only(stack):
    for t in topics(stack):
        yield t.name, any(
            s["Effect"] == "Deny"
            and conditions(s).get("aws:securetransport") == "false"
            and "sns:Publish" in actions(s)
            and stack.target(s["Resource"]) is t
            for s in topic_statements(stack, t)
        )


@rule("SNS-05")
def alarms_may_publish(stack):
    for t in topics(stack):
        allowed = [
            s
            for s in topic_statements(stack, t)
            if s["Effect"] == "Allow" and "cloudwatch.amazonaws.com" in services(s, stack)
        ]
        yield t.name, len(allowed) > 0
        for s in allowed:
            yield t.name, bool({"aws:sourcearn", "aws:sourceaccount"} & conditions(s).keys())
            yield t.name, stack.target(s["Resource"]) is t


@rule("SNS-06")
def topic_not_public(stack):
    for t in topics(stack):
        for s in topic_statements(stack, t):
            yield t.name, not is_open(s)


def keys(stack):
    return stack.of("AWS::KMS::Key")


@rule("KMS-01")
def rotation(stack):
    for k in keys(stack):
        yield k.name, k.get("EnableKeyRotation") is True
        yield k.name, k.get("PendingWindowInDays") == 30


@rule("KMS-02")
def key_not_public(stack):
    for key, s in stack.policy_statements("AWS::KMS::Key"):
        yield f"{key.name}.{s.get('Sid')}", not is_open(s)


@rule("KMS-03")
def key_services_are_bound(stack):
    for key, s in stack.policy_statements("AWS::KMS::Key"):
        if services(s, stack):
            yield f"{key.name}.{s.get('Sid')}", bool(s.get("Condition"))


@rule("KMS-04")
def logs_bound_by_context(stack):
    for s in key_statements(stack, "logs.eu-west-1.amazonaws.com"):
        yield s["Sid"], "kms:encryptioncontext:aws:logs:arn" in conditions(s)


@rule("RAMPART-07")
def grants_by_services_only(stack):
    """Only AWS services make grants on the key."""
    for k in keys(stack):
        yield k.name, any(
            s["Effect"] == "Deny"
            and actions(s) == ["kms:CreateGrant"]
            and s.get("Condition", {}).get("BoolIfExists")
            == {"kms:GrantIsForAWSResource": "false", "aws:PrincipalIsAWSService": "false"}
            for s in as_list(k.get("KeyPolicy.Statement", []))
        )


@rule("RAMPART-08")
def secret_is_made_and_encrypted(stack):
    for s in stack.of("AWS::SecretsManager::Secret"):
        yield s.name, key_of(stack, s.get("KmsKeyId"))
        yield s.name, s.get("SecretString") is None
        yield s.name, s.get("GenerateSecretString.PasswordLength", 0) >= 43


def groups(stack):
    return stack.of("AWS::Logs::LogGroup")


@rule("LOG-01")
def deliveries_are_bound(stack):
    for policy in stack.of("AWS::Logs::ResourcePolicy"):
        document = json.loads(stack.text(policy.get("PolicyDocument")))
        for s in as_list(document["Statement"]):
            bound = {"aws:sourceaccount", "aws:sourcearn"} & conditions(s).keys()
            yield policy.name, s["Effect"] == "Allow" and bool(bound)


@rule("LOG-02")
def retention(stack):
    for g in groups(stack):
        yield g.name, g.get("RetentionInDays") == YEAR_DAYS


@rule("LOG-03")
def log_key(stack):
    for g in groups(stack):
        yield g.name, key_of(stack, g.get("KmsKeyId"))


def subscriptions(stack):
    """(filter, group, function) of each subscription."""
    for f in stack.of("AWS::Logs::SubscriptionFilter"):
        alias = stack.target(f.get("DestinationArn"))
        function = stack.target(alias.get("FunctionName")) if alias is not None else None
        yield f, stack.target(f.get("LogGroupName")), function


@rule("LOG-04")
def no_loop(stack):
    for f, group, function in subscriptions(stack):
        own = stack.target(function.get("LoggingConfig.LogGroup", "")) if function else None
        yield f.name, group is not None and own is not None and group is not own


def permission_for(stack, filter_, group):
    return [
        p
        for p in stack.of("AWS::Lambda::Permission")
        if stack.text(p.get("Principal")) == "logs.amazonaws.com"
        and stack.target(p.get("SourceArn", "")) is group
        and stack.text(p.get("FunctionName")) == stack.text(filter_.get("DestinationArn"))
    ]


@rule("LOG-05")
def logs_may_call(stack):
    for f, group, _ in subscriptions(stack):
        yield f.name, len(permission_for(stack, f, group)) == 1


@rule("LOG-06")
def permission_first(stack):
    for f, group, _ in subscriptions(stack):
        first = {p.name for p in permission_for(stack, f, group)}
        yield f.name, bool(first & set(as_list(f.body.get("DependsOn", []))))
