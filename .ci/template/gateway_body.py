"""Writes the gateway's part of template.yaml from docs/openapi.yaml.

The published contract is OpenAPI 3.1; API Gateway imports 3.0.1 and wants integrations,
validators, preflights and a HEAD beside each GET as well. This script derives the one from the other and keeps the result
between two marker lines of template.yaml.

    gateway_body.py            writes it
    gateway_body.py --check    exit 1 where template.yaml says something else
"""

import argparse
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = ROOT / "docs" / "openapi.yaml"
TEMPLATE = ROOT / "template.yaml"
BEGIN = "      # --- derived from docs/openapi.yaml by .ci/template/gateway_body.py: begin\n"
END = "      # --- derived from docs/openapi.yaml by .ci/template/gateway_body.py: end\n"
METHODS = ("get", "post", "patch", "put", "delete")
# A path asks for a preflight when a browser must name a token to use it.
PREFLIGHT_HEADERS = "Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match,X-Api-Key"
EXPOSED_HEADERS = (
    "ETag,Idempotency-Replayed,Location,RateLimit,RateLimit-Policy,Retry-After,x-amzn-RequestId"
)
# Room for unknown members: the function lists every one of them as a fault (the validator cannot).
MODEL_PROPERTIES_MAX = 64
INTEGRATION = [
    "- 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path"
    "/2015-03-31/functions/${Alias}/invocations'",
    "- {Alias: !Ref ApiFunction.Alias}",
]
SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Vary": "Origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
DAY_SECONDS = 86_400
RATE_POLICY = '"second";q=50;w=1, "day";q=10000;w=86400'
QUOTA_TYPE = "https://iana.org/assignments/http-problem-types#quota-exceeded"
BEARER = 'Bearer realm="rampart"'

# response type: status, problem, gate, title, detail, further headers, further members
REFUSALS = {
    "DEFAULT_4XX": (400, "bad-request", "edge", "The request is malformed",
                    "The gateway refused the request.", {}, {}),
    "DEFAULT_5XX": (500, "internal", "dependency", "Something went wrong on our side",
                    "The gateway could not answer. Try again with the same Idempotency-Key.", {}, {}),
    "MISSING_AUTHENTICATION_TOKEN": (404, "no-such-route", "edge", "There is no such route",
                                     "There is no such path, or it has no such method.", {}, {}),
    "RESOURCE_NOT_FOUND": (404, "no-such-route", "edge", "There is no such route",
                           "There is no such path, or it has no such method.", {}, {}),
    "REQUEST_TOO_LARGE": (413, "content-too-large", "edge", "The body is too large",
                          "The body must have at most 65536 bytes.", {}, {}),
    "UNSUPPORTED_MEDIA_TYPE": (415, "unsupported-media-type", "edge", "The body has the wrong media type",
                               "Send application/json, or application/merge-patch+json on PATCH.",
                               {}, {}),
    "WAF_FILTERED": (403, "firewall-blocked", "waf", "The firewall blocked the request",
                     "A firewall rule matched the request.", {}, {}),
    "UNAUTHORIZED": (401, "token-refused", "token", "The access token is not valid for this API",
                     "Send a valid access token in the Authorization header.",
                     {"WWW-Authenticate": BEARER}, {}),
    "EXPIRED_TOKEN": (401, "token-refused", "token", "The access token is not valid for this API",
                      "Send a valid access token in the Authorization header.",
                      {"WWW-Authenticate": BEARER}, {}),
    "INVALID_SIGNATURE": (401, "token-refused", "token", "The access token is not valid for this API",
                          "Send a valid access token in the Authorization header.",
                          {"WWW-Authenticate": BEARER}, {}),
    "ACCESS_DENIED": (403, "insufficient-scope", "token", "The access token lacks the scope of this operation",
                      "The token does not carry the scope of this operation.",
                      {"WWW-Authenticate": BEARER + ', error="insufficient_scope"'}, {}),
    "INVALID_API_KEY": (403, "api-key-required", "plan", "The API key is missing or unknown",
                        "Send a known API key in the x-api-key header.", {}, {}),
    "THROTTLED": (429, QUOTA_TYPE, "plan", "Too many requests",
                  "The rate of the usage plan is used up. Wait as Retry-After says.",
                  {"RateLimit-Policy": RATE_POLICY, "Retry-After": "1"},
                  {"violated-policies": ["second"]}),
    "QUOTA_EXCEEDED": (429, QUOTA_TYPE, "plan", "Too many requests",
                       "The daily quota of the usage plan is used up.",
                       {"RateLimit-Policy": RATE_POLICY, "Retry-After": str(DAY_SECONDS)},
                       {"violated-policies": ["day"]}),
    "BAD_REQUEST_BODY": (400, "body-refused", "schema", "The body lacks required members",
                         "The body is not an object with the required members of this operation.",
                         {}, {}),
    "BAD_REQUEST_PARAMETERS": (400, "parameters-refused", "schema", "A parameter is missing",
                               "A required parameter is missing.", {}, {}),
    "API_CONFIGURATION_ERROR": (500, "internal", "dependency", "Something went wrong on our side",
                                "The gateway could not answer. Try again with the same "
                                "Idempotency-Key.", {}, {}),
    "AUTHORIZER_CONFIGURATION_ERROR": (500, "internal", "dependency", "Something went wrong on our side",
                                       "The gateway could not answer. Try again with the same "
                                       "Idempotency-Key.", {}, {}),
    "AUTHORIZER_FAILURE": (503, "unavailable", "dependency", "A part that this API needs does not answer",
                           "The token could not be checked. Try again later.",
                           {"Retry-After": "5"}, {}),
    "INTEGRATION_FAILURE": (503, "unavailable", "dependency", "A part that this API needs does not answer",
                            "The API did not answer. Try again with the same Idempotency-Key.",
                            {"Retry-After": "5"}, {}),
    "INTEGRATION_TIMEOUT": (504, "timeout", "dependency", "The answer took too long",
                            "The API took too long. Try again with the same Idempotency-Key.",
                            {"Retry-After": "5"}, {}),
}


def model(schema):
    """What must be refused in any case; every other fault is the function's to list."""
    lines = ["type: object", f"maxProperties: {MODEL_PROPERTIES_MAX}"]
    if "required" in schema:
        lines.insert(1, f"required: [{', '.join(schema['required'])}]")
    return lines


def security(requirements):
    """One object with two names means both in OpenAPI; API Gateway writes both as two objects."""
    if not requirements:
        return ["security: []"]
    (requirement,) = requirements
    scopes = ", ".join(requirement["cognito"])
    if requirement["api_key"]:
        raise ValueError("an API key has no scopes")
    return ["security:", f"  - cognito: [{scopes}]", "  - api_key: []"]


def resolve(contract, node):
    """Follows a local reference."""
    if "$ref" not in node:
        return node
    target = contract
    for step in node["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return target


def parameters(contract, path_item, operation):
    """Only a path parameter is required here: the function answers for headers and the query."""
    lines = []
    for node in path_item.get("parameters", []) + operation.get("parameters", []):
        found = resolve(contract, node)
        required = str(found["in"] == "path").lower()
        lines.append(
            f"  - {{name: {found['name']}, in: {found['in']}, required: {required},"
            " schema: {type: string}}"
        )
    return ["parameters:", *lines] if lines else []


def body(operation):
    """The media type and the model of a request body."""
    if "requestBody" not in operation:
        return []
    ((media, content),) = operation["requestBody"]["content"].items()
    return ["requestBody:", "  required: true", "  content:", f"    {media}:",
            f"      schema: {{$ref: '{content['schema']['$ref']}'}}"]


def success(operation):
    """The first status of a success."""
    return next(status for status in operation["responses"] if status.startswith("2"))


def method_block(contract, path_item, method, operation):
    status = success(operation)
    return [
        f"{method}:",
        *indent(
            [
                f"operationId: {operation['operationId']}",
                f"summary: {operation['summary']}",
                *security(operation["security"]),
                "x-amazon-apigateway-request-validator: all",
                *parameters(contract, path_item, operation),
                *body(operation),
                f"responses: {{'{status}': {{description: by the function}}}}",
                "x-amazon-apigateway-integration:",
                "  type: aws_proxy",
                "  httpMethod: POST",
                "  uri: !Sub",
                *indent(INTEGRATION, 4),
            ]
        ),
    ]


def head_block(contract, path_item):
    """HEAD asks what GET asks of the same function; the gateway's front end drops the body."""
    get = path_item["get"]
    head = {
        **get,
        "operationId": f"{get['operationId']}Head",
        "summary": f"{get['summary']}, header fields alone",
    }
    return method_block(contract, path_item, "head", head)


def allowed(methods):
    """What a browser may use, as a preflight lists it."""
    return ",".join("GET,HEAD" if method == "get" else method.upper() for method in methods)


def preflight_block(methods):
    headers = {
        **SECURITY_HEADERS,
        "Access-Control-Allow-Headers": PREFLIGHT_HEADERS,
        "Access-Control-Allow-Methods": allowed(methods),
        "Access-Control-Allow-Origin": None,
        "Access-Control-Max-Age": "600",
    }
    return [
        "options:",
        *indent(
            [
                "summary: Preflight of a browser",
                "security: []",
                "x-amazon-apigateway-request-validator: all",
                "responses:",
                "  '204':",
                "    description: What a browser may send",
                "    headers:",
                *[f"      {name}: {{schema: {{type: string}}}}" for name in sorted(headers)],
                "x-amazon-apigateway-integration:",
                "  type: mock",
                # By any other rule a request of another media type reaches the mock, which answers
                # 500 to a body that is not JSON with a status in it; by this one it gets 415.
                "  passthroughBehavior: never",
                "  requestTemplates: {application/json: '{\"statusCode\": 204}'}",
                "  responses:",
                "    default:",
                "      statusCode: '204'",
                "      responseParameters:",
                *indent(header_lines("method.response.header.", headers), 8),
            ]
        ),
    ]


def header_lines(prefix, headers):
    """Static header values; None stands for the allowed origin."""
    lines = []
    for name in sorted(headers):
        value = headers[name]
        if value is None:
            lines.append(f"{prefix}{name}: !Sub \"'${{AllowedOrigin}}'\"")
        else:
            lines.append(f"{prefix}{name}: \"'{escaped(value)}'\"")
    return lines


def escaped(value):
    return value.replace('"', '\\"')


def refusal_block(name):
    status, problem, gate, title, detail, headers, members = REFUSALS[name]
    kind = problem if ":" in problem else "urn:rampart:problem:" + problem
    sent = {
        **SECURITY_HEADERS,
        **headers,
        "Access-Control-Allow-Origin": None,
        "Access-Control-Expose-Headers": EXPOSED_HEADERS,
        "Content-Type": "application/problem+json",
    }
    extra = "".join(
        f',"{key}":[' + ",".join(f'"{v}"' for v in values) + "]" for key, values in members.items()
    )
    return [
        f"{name}:",
        f"  statusCode: '{status}'",
        "  responseParameters:",
        *indent(header_lines("gatewayresponse.header.", sent), 4),
        "  responseTemplates:",
        "    application/json: >-",
        f'      {{"type":"{kind}","title":"{title}",',
        f'      "status":{status},"detail":"{detail}",',
        '      "instance":"urn:rampart:request:$context.requestId",'
        '"requestId":"$context.requestId",',
        f'      "gate":"{gate}"{extra}}}',
    ]


def indent(lines, by=2):
    return [" " * by + line for line in lines]


def gateway_body(contract):
    """The whole DefinitionBody, as lines."""
    lines = [
        "openapi: 3.0.1",
        "info: {title: !Sub 'rampart-${Stage}', version: "
        f"'{contract['info']['version']}'" + "}",
        "x-amazon-apigateway-api-key-source: HEADER",
        "x-amazon-apigateway-request-validators:",
        "  all: {validateRequestBody: true, validateRequestParameters: true}",
        "x-amazon-apigateway-request-validator: all",
        "paths:",
    ]
    for path, item in contract["paths"].items():
        methods = [m for m in METHODS if m in item]
        lines.append(f"  {path}:")
        for method in methods:
            lines += indent(method_block(contract, item, method, item[method]), 4)
        if "get" in methods:
            lines += indent(head_block(contract, item), 4)
        if any(item[m]["security"] for m in methods):
            lines += indent(preflight_block(methods), 4)
    lines += [
        "components:",
        "  securitySchemes:",
        "    cognito:",
        "      type: apiKey",
        "      name: Authorization",
        "      in: header",
        "      x-amazon-apigateway-authtype: cognito_user_pools",
        "      x-amazon-apigateway-authorizer:",
        "        type: cognito_user_pools",
        "        providerARNs: [!GetAtt UserPool.Arn]",
        "    api_key: {type: apiKey, name: x-api-key, in: header}",
        "  schemas:",
    ]
    for name in sent_schemas(contract):
        lines.append(f"    {name}:")
        lines += indent(model(contract["components"]["schemas"][name]), 6)
    lines.append("x-amazon-apigateway-gateway-responses:")
    for name in REFUSALS:
        lines += indent(refusal_block(name))
    return indent(lines, 8)


def sent_schemas(contract):
    """The names of the schemas of request bodies, in the order of the document."""
    names = []
    for item in contract["paths"].values():
        for method in METHODS:
            for content in item.get(method, {}).get("requestBody", {}).get("content", {}).values():
                names.append(content["schema"]["$ref"].rsplit("/", 1)[1])
    return names


def derived(text, contract):
    """The template with its derived part replaced."""
    head, found, rest = text.partition(BEGIN)
    _, ended, tail = rest.partition(END)
    if not found or not ended:
        raise ValueError("template.yaml has lost the marker lines of the derived part")
    return head + BEGIN + "\n".join(gateway_body(contract)) + "\n" + END + tail


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    check = parser.parse_args().check
    text = TEMPLATE.read_text(encoding="utf-8")
    wanted = derived(text, yaml.safe_load(CONTRACT.read_text(encoding="utf-8")))
    if wanted == text:
        return 0
    if check:
        print("template.yaml differs from docs/openapi.yaml: run .ci/template/gateway_body.py")
        return 1
    TEMPLATE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
