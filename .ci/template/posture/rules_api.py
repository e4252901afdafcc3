"""The front of the API: logs, limits, answers of the gateway, who may call what."""

import json

from rule import rule
from stack import names_in

REFUSALS = (
    "DEFAULT_4XX DEFAULT_5XX UNAUTHORIZED ACCESS_DENIED THROTTLED QUOTA_EXCEEDED INVALID_API_KEY"
    " MISSING_AUTHENTICATION_TOKEN WAF_FILTERED REQUEST_TOO_LARGE BAD_REQUEST_BODY"
    " BAD_REQUEST_PARAMETERS UNSUPPORTED_MEDIA_TYPE INTEGRATION_FAILURE INTEGRATION_TIMEOUT"
    " EXPIRED_TOKEN"
).split()
GATES = {"edge", "waf", "token", "plan", "schema", "input", "inspection", "domain", "dependency"}
ACCOUNT_RATE = 10_000
READS = ("get", "head")


def log_format(stack):
    return stack.text(stack.stage().get("AccessLogSetting.Format", ""))


def settings(stack):
    return stack.stage().get("MethodSettings", [])


def everywhere(stack):
    """The settings of all methods, and of single ones, which replace them."""
    found = settings(stack)
    for setting in found:
        yield f"{setting['HttpMethod']} {setting['ResourcePath']}", setting
    if not any(s["ResourcePath"] == "/*" and s["HttpMethod"] == "*" for s in found):
        yield "* /*", {}


def answers(stack):
    return stack.api().get("Body.x-amazon-apigateway-gateway-responses", {})


def header(answer, name):
    return answer.get("responseParameters", {}).get(f"gatewayresponse.header.{name}")


def document(answer):
    """The problem document of a gateway response; None where it is not JSON."""
    template = answer.get("responseTemplates", {}).get("application/json", "")
    try:
        return json.loads(template)
    except ValueError:
        return None


@rule("API-01")
def rest_api(stack):
    yield "api", len(stack.of("AWS::ApiGateway::RestApi")) == 1
    yield "stage", len(stack.of("AWS::ApiGateway::Stage")) == 1


@rule("API-02")
def access_log(stack):
    group = stack.target(stack.stage().get("AccessLogSetting.DestinationArn", ""))
    yield "destination", group is not None and group.type == "AWS::Logs::LogGroup"
    for field in ("requestId", "identity.sourceIp", "httpMethod", "status"):
        yield field, f"$context.{field}\"" in log_format(stack)


@rule("API-03")
def access_log_is_json(stack):
    try:
        yield "format", isinstance(json.loads(log_format(stack)), dict)
    except ValueError:
        yield "format", False


@rule("API-04")
def access_log_is_clean(stack):
    text = log_format(stack)
    for forbidden in ("$context.identity.apiKey\"", "email", "authorizer.claims\"", "identity.user\""):
        yield forbidden, bool(text) and forbidden not in text


@rule("API-05")
def access_log_tells_who_refused(stack):
    for field in ("error.responseType", "waf.status", "wafResponseCode", "authorizer.error"):
        yield field, f"$context.{field}\"" in log_format(stack)


@rule("API-06")
def execution_log(stack):
    for place, setting in everywhere(stack):
        yield place, setting.get("LoggingLevel") in ("ERROR", "INFO")


@rule("API-07")
def no_data_trace(stack):
    for place, setting in everywhere(stack):
        yield place, setting.get("DataTraceEnabled") is False


@rule("API-08")
def metrics(stack):
    for place, setting in everywhere(stack):
        yield place, setting.get("MetricsEnabled") is True


@rule("API-09")
def throttled(stack):
    for place, setting in everywhere(stack):
        yield place, 0 < setting.get("ThrottlingRateLimit", 0) < ACCOUNT_RATE
        yield place, 0 < setting.get("ThrottlingBurstLimit", 0) < ACCOUNT_RATE


@rule("API-10")
def traced(stack):
    yield "stage", stack.stage().get("TracingEnabled") is True


@rule("API-11")
def no_cache(stack):
    yield "cluster", stack.stage().get("CacheClusterEnabled", False) is False
    for place, setting in everywhere(stack):
        cached = setting.get("CachingEnabled", False)
        yield place, not cached or setting.get("CacheDataEncrypted") is True


@rule("API-12")
def behind_the_firewall(stack):
    stage = stack.stage().name
    found = [
        a
        for a in stack.of("AWS::WAFv2::WebACLAssociation")
        if "/restapis/" in stack.text(a.get("ResourceArn"))
    ]
    yield "association", len(found) == 1
    for association in found:
        yield association.name, stage in stack.waits_for(association)
        yield association.name, f"/stages/<{stage}>" in stack.text(association.get("ResourceArn"))
        yield association.name, "arn:aws:apigateway:eu-west-1::/" in stack.text(
            association.get("ResourceArn")
        )
        acl = stack.target(association.get("WebACLArn"))
        yield association.name, acl is not None and acl.type == "AWS::WAFv2::WebACL"


@rule("API-13")
def stage_after_account(stack):
    for account in stack.of("AWS::ApiGateway::Account"):
        yield account.name, account.name in stack.waits_for(stack.stage())


@rule("API-14")
def account_has_log_role(stack):
    accounts = stack.of("AWS::ApiGateway::Account")
    yield "account", len(accounts) == 1
    for account in accounts:
        role = stack.target(account.get("CloudWatchRoleArn", ""))
        yield account.name, role is not None and role.type == "AWS::IAM::Role"


@rule("API-15")
def warnings_stop(stack):
    yield "api", stack.api().get("FailOnWarnings") is True


@rule("API-16")
def key_in_a_header(stack):
    yield "api", stack.api().get("ApiKeySourceType") == "HEADER"
    yield "body", stack.api().get("Body.x-amazon-apigateway-api-key-source", "HEADER") == "HEADER"


@rule("API-17")
def no_compression(stack):
    yield "api", stack.api().get("MinimumCompressionSize") is None
    yield "body", stack.api().get("Body.x-amazon-apigateway-minimum-compression-size") is None


@rule("API-18")
def tls_policy(stack):
    for front in stack.of("AWS::ApiGateway::RestApi", "AWS::ApiGateway::DomainName"):
        yield front.name, str(front.get("SecurityPolicy", "")).startswith("SecurityPolicy_TLS1")


@rule("API-19")
def every_refusal_has_an_answer(stack):
    for name in REFUSALS:
        yield name, name in answers(stack)


@rule("API-20")
def refusals_are_problems(stack):
    for name, answer in answers(stack).items():
        problem = document(answer)
        yield name, header(answer, "Content-Type") == "'application/problem+json'"
        yield name, problem is not None and {
            "type", "title", "status", "detail", "instance", "requestId", "gate",
        } <= problem.keys()
        if problem is not None:
            yield name, str(problem.get("status")) == str(answer.get("statusCode"))
            yield name, problem.get("gate") in GATES
            yield name, problem.get("requestId") == "$context.requestId"


@rule("API-21")
def refusals_reach_pages(stack):
    for name, answer in answers(stack).items():
        yield name, header(answer, "Access-Control-Allow-Origin") is not None


@rule("API-22")
def refusals_are_inert(stack):
    for name, answer in answers(stack).items():
        yield name, header(answer, "X-Content-Type-Options") == "'nosniff'"
        yield name, header(answer, "Cache-Control") == "'no-store'"


@rule("API-23")
def preflight_is_open(stack):
    for place, _, method, operation in stack.operations():
        if method == "options":
            integration = operation["x-amazon-apigateway-integration"]
            yield place, operation.get("security") == []
            yield place, integration["type"] == "mock"
            # By any other rule the mock answers 500 to a body that is not JSON.
            yield place, integration.get("passthroughBehavior") == "never"


@rule("API-24")
def authorised(stack):
    for place, _, _, operation in stack.calls():
        names = {name for requirement in operation.get("security", []) for name in requirement}
        yield place, bool(names & stack.authorizers())


@rule("API-25")
def scoped(stack):
    for place, _, _, operation in stack.calls():
        yield place, bool(stack.scopes(operation))


@rule("API-26")
def metered(stack):
    schemes = stack.api().get("Body.components.securitySchemes", {})
    keys = {
        name
        for name, scheme in schemes.items()
        if scheme.get("type") == "apiKey"
        and scheme.get("in") == "header"
        and scheme.get("name", "").lower() == "x-api-key"
    }
    for place, _, _, operation in stack.calls():
        names = {name for requirement in operation.get("security", []) for name in requirement}
        yield place, bool(names & keys)


@rule("API-27")
def validated(stack):
    body = stack.api().get("Body", {})
    validators = body.get("x-amazon-apigateway-request-validators", {})
    default = body.get("x-amazon-apigateway-request-validator")
    for place, _, _, operation in stack.calls():
        used = validators.get(operation.get("x-amazon-apigateway-request-validator", default), {})
        yield place, used.get("validateRequestParameters") is True
        yield place, used.get("validateRequestBody") is True


@rule("API-28")
def modelled(stack):
    models = stack.api().get("Body.components.schemas", {})
    for place, _, method, operation in stack.calls():
        if method in ("post", "patch", "put"):
            contents = operation.get("requestBody", {}).get("content", {})
            yield place, bool(contents)
            for content in contents.values():
                name = content.get("schema", {}).get("$ref", "").rsplit("/", 1)[-1]
                yield place, models.get(name, {}).get("type") == "object"


@rule("API-29")
def no_catch_all(stack):
    for place, path, method, _ in stack.operations():
        yield place, "+}" not in path and "any" not in method


@rule("API-30")
def one_origin(stack):
    for name, answer in answers(stack).items():
        value = header(answer, "Access-Control-Allow-Origin")
        if value is not None:
            yield name, "*" not in stack.text(value)
    for place, _, method, operation in stack.operations():
        for reply in operation.get("x-amazon-apigateway-integration", {}).get("responses", {}).values():
            value = reply.get("responseParameters", {}).get(
                "method.response.header.Access-Control-Allow-Origin"
            )
            if method == "options" or value is not None:
                yield place, value is not None and "*" not in stack.text(value)


@rule("API-31")
def methods_found(stack):
    yield "methods", len(stack.calls()) > 0


@rule("API-32")
def usage_plan(stack):
    yield "plan", len(stack.of("AWS::ApiGateway::UsagePlan")) > 0
    for plan in stack.of("AWS::ApiGateway::UsagePlan"):
        apis = [stack.target(s.get("ApiId")) for s in plan.get("ApiStages", [])]
        yield plan.name, stack.api() in apis


@rule("API-33")
def plan_has_limits(stack):
    for plan in stack.of("AWS::ApiGateway::UsagePlan"):
        for path in ("Throttle.RateLimit", "Throttle.BurstLimit", "Quota.Limit"):
            yield f"{plan.name}.{path}", (plan.get(path) or 0) > 0


@rule("API-34")
def plan_after_stage(stack):
    for plan in stack.of("AWS::ApiGateway::UsagePlan"):
        yield plan.name, stack.stage().name in stack.waits_for(plan)


@rule("API-35")
def key_in_plan(stack):
    ties = stack.of("AWS::ApiGateway::UsagePlanKey")
    yield "tie", len(ties) > 0
    for tie in ties:
        for member, kind in (("KeyId", "ApiKey"), ("UsagePlanId", "UsagePlan")):
            found = stack.target(tie.get(member))
            yield tie.name, found is not None and found.type == f"AWS::ApiGateway::{kind}"


@rule("API-36")
def key_value_is_made(stack):
    for key in stack.of("AWS::ApiGateway::ApiKey"):
        yield key.name, key.get("Value") is None


@rule("API-37")
def writing_needs_more_than_reading(stack):
    reading = {
        scope for _, _, method, o in stack.calls() if method in READS for scope in stack.scopes(o)
    }
    for place, path, method, operation in stack.calls():
        if method not in READS:
            siblings = {
                scope
                for _, other, verb, o in stack.calls()
                if other == path and verb in READS
                for scope in stack.scopes(o)
            }
            yield place, not siblings & set(stack.scopes(operation))
            yield place, not any(s.endswith(".read") for s in stack.scopes(operation)) and bool(reading)


@rule("API-38")
def scopes_are_where_they_work(stack):
    for function in stack.source["Resources"].values():
        for name, event in function.get("Properties", {}).get("Events", {}).items():
            yield name, "Auth" not in event.get("Properties", {})
    auth = next(
        r["Properties"].get("Auth", {})
        for r in stack.source["Resources"].values()
        if r["Type"] == "AWS::Serverless::Api"
    )
    yield "Auth", not {"DefaultAuthorizer", "ApiKeyRequired"} & auth.keys()
    for place, _, _, operation in stack.operations():
        yield place, "security" in operation


@rule("RAMPART-01")
def answers_of_the_gateway_name_no_resource(stack):
    """A refusal shows nothing of the inside; only the request id and the origin are filled in."""
    for name, answer in answers(stack).items():
        yield name, names_in(answer) <= {"AllowedOrigin"}
        for template in answer.get("responseTemplates", {}).values():
            yield name, "$context.error" not in template
