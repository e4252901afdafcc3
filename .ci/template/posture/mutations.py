"""One property broken at a time: each entry names the rule that has to notice.

A path is the logical id, then the steps inside the resource's properties; a step ``@X`` leaves the
properties and goes to the resource itself. A step that is ``name=value`` picks from a list.
"""

OPERATION = "Body/paths/~/v1/submissions~/post"


def steps(path):
    """Splits at slashes, but for paths of the API, which stand between tildes."""
    parts = []
    for i, chunk in enumerate(path.split("~")):
        parts += [chunk] if i % 2 else [step for step in chunk.split("/") if step]
    return parts


def enter(value, step):
    if isinstance(value, list):
        if "=" in step:
            name, wanted = step.split("=", 1)
            return next(entry for entry in value if str(entry.get(name)) == wanted)
        return value[int(step)]
    return value[step]


def parent(template, path):
    name, *rest = steps(path)
    value = template["Resources"][name]
    if rest[0].startswith("@"):
        rest[0] = rest[0][1:]
    else:
        rest.insert(0, "Properties")
    for step in rest[:-1]:
        value = enter(value, step)
    return value, rest[-1]


def put(path, new):
    """Sets a property."""

    def change(template):
        holder, last = parent(template, path)
        if isinstance(holder, list):
            holder[holder.index(enter(holder, last))] = new
        else:
            holder[last] = new

    return change


def drop(path):
    """Removes a property or an entry of a list; fails where it is not there."""

    def change(template):
        holder, last = parent(template, path)
        if isinstance(holder, list):
            holder.remove(enter(holder, last))
        else:
            del holder[last]

    return change


def remove(*names):
    """Removes resources."""

    def change(template):
        for name in names:
            del template["Resources"][name]

    return change


def remove_type(kind):
    """Removes all resources of a type."""

    def change(template):
        resources = template["Resources"]
        for name in [n for n, r in resources.items() if r["Type"] == kind]:
            del resources[name]

    return change


def add(name, kind, **properties):
    """Adds a resource."""

    def change(template):
        template["Resources"][name] = {"Type": kind, "Properties": properties}

    return change


def top(key, new):
    """Sets a member of the template itself; None removes it."""

    def change(template):
        if new is None:
            del template[key]
        else:
            template[key] = new

    return change


def replace_text(path, old, new):
    """Replaces inside a text, or inside the pattern of Fn::Sub."""

    def change(template):
        holder, last = parent(template, path)
        value = holder[last]
        if isinstance(value, dict):
            holder, last, value = value, "Fn::Sub", value["Fn::Sub"]
        if old not in value:
            raise ValueError(f"{path} does not hold {old}")
        holder[last] = value.replace(old, new)

    return change


def statement(name, sid, **members):
    """Changes members of one statement of a role, a queue, topic or key policy."""

    def change(template):
        properties = template["Resources"][name]["Properties"]
        documents = [p["PolicyDocument"] for p in properties.get("Policies", [])]
        documents += [properties[k] for k in ("PolicyDocument", "KeyPolicy") if k in properties]
        found = next(s for d in documents for s in d["Statement"] if s.get("Sid") == sid)
        for member, value in members.items():
            if value is None:
                del found[member]
            else:
                found[member] = value

    return change


def unsubstituted(template):
    template["Resources"]["LogDeliveryPolicy"]["Properties"]["PolicyDocument"] = (
        '{"Statement":[{"Effect":"Allow","Principal":{"Service":"delivery.logs.amazonaws.com"},'
        '"Action":"logs:PutLogEvents","Resource":"*"}]}'
    )


ANYBODY = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}
BAND = "ClientErrorsAlarm"
DENY_OUTSIDE = "BusPolicy/Statement"

MUTATIONS = [
    ("API-01", remove("ApiStage")),
    ("API-02", replace_text("ApiStage/AccessLogSetting/Format", "$context.status", "$context.path")),
    ("API-02", put("ApiStage/AccessLogSetting/DestinationArn", "arn:aws:logs:::elsewhere")),
    ("API-03", replace_text("ApiStage/AccessLogSetting/Format", '"}', '"')),
    ("API-04", replace_text("ApiStage/AccessLogSetting/Format", "apiKeyId\",", "apiKey\",")),
    ("API-04", replace_text("ApiStage/AccessLogSetting/Format", "claims.sub", "claims.email")),
    ("API-04", replace_text("ApiStage/AccessLogSetting/Format", "claims.sub", "claims")),
    ("API-05", replace_text("ApiStage/AccessLogSetting/Format", "$context.error.responseType", "-")),
    ("API-06", put("ApiStage/MethodSettings/0/LoggingLevel", "OFF")),
    ("API-06", drop("ApiStage/MethodSettings/0")),
    ("API-07", put("ApiStage/MethodSettings/1/DataTraceEnabled", True)),
    ("API-08", put("ApiStage/MethodSettings/2/MetricsEnabled", False)),
    ("API-09", drop("ApiStage/MethodSettings/0/ThrottlingRateLimit")),
    ("API-09", put("ApiStage/MethodSettings/0/ThrottlingBurstLimit", 10_000)),
    ("API-10", put("ApiStage/TracingEnabled", False)),
    ("API-11", put("ApiStage/MethodSettings/0/CachingEnabled", True)),
    ("API-12", remove("ApiFirewall")),
    ("API-12", replace_text("ApiFirewall/ResourceArn", "${ApiStage}", "dev")),
    ("API-12", put("ApiFirewall/WebACLArn", {"Fn::GetAtt": ["BlockedIpv4", "Arn"]})),
    ("API-13", put("Api/Description", "no reference")),
    ("API-14", remove("ApiGatewayAccount")),
    ("API-14", put("ApiGatewayAccount/CloudWatchRoleArn", "arn:aws:iam:::role/other")),
    ("API-15", put("Api/FailOnWarnings", False)),
    ("API-16", put("Api/ApiKeySourceType", "AUTHORIZER")),
    ("API-16", put("Api/Body/x-amazon-apigateway-api-key-source", "AUTHORIZER")),
    ("API-17", put("Api/MinimumCompressionSize", 0)),
    ("API-18", drop("Api/SecurityPolicy")),
    ("API-18", put("Api/SecurityPolicy", "TLS_1_0")),
    ("API-19", drop("Api/Body/x-amazon-apigateway-gateway-responses/WAF_FILTERED")),
    ("API-20", drop("Api/Body/x-amazon-apigateway-gateway-responses/THROTTLED/responseParameters/"
                    "gatewayresponse.header.Content-Type")),
    ("API-20", put("Api/Body/x-amazon-apigateway-gateway-responses/THROTTLED/statusCode", "403")),
    ("API-20", put("Api/Body/x-amazon-apigateway-gateway-responses/UNAUTHORIZED/"
                   "responseTemplates/~application/json~", '{"message":"$context.error.message"')),
    ("API-21", drop("Api/Body/x-amazon-apigateway-gateway-responses/UNAUTHORIZED/responseParameters/"
                    "gatewayresponse.header.Access-Control-Allow-Origin")),
    ("API-22", drop("Api/Body/x-amazon-apigateway-gateway-responses/DEFAULT_5XX/responseParameters/"
                    "gatewayresponse.header.X-Content-Type-Options")),
    ("API-22", put("Api/Body/x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseParameters/"
                   "gatewayresponse.header.Cache-Control", "'public'")),
    ("API-23", put("Api/Body/paths/~/v1/submissions~/options/security", [{"api_key": []}])),
    ("API-23", put("Api/Body/paths/~/v1/submissions~/options/x-amazon-apigateway-integration/"
                   "passthroughBehavior", "when_no_match")),
    ("API-24", put(f"Api/{OPERATION}/security", [{"api_key": []}])),
    ("API-24", put("Api/Body/components/securitySchemes/cognito/x-amazon-apigateway-authtype", "custom")),
    ("API-24", put("Api/Body/components/securitySchemes/cognito/x-amazon-apigateway-authorizer/"
                   "providerARNs", ["arn:aws:cognito-idp:::userpool/other"])),
    ("API-25", put(f"Api/{OPERATION}/security/0/cognito", [])),
    ("API-26", drop(f"Api/{OPERATION}/security/1")),
    ("API-26", put("Api/Body/components/securitySchemes/api_key/in", "query")),
    ("API-27", put(f"Api/{OPERATION}/x-amazon-apigateway-request-validator", "none")),
    ("API-27", put("Api/Body/x-amazon-apigateway-request-validators/all/validateRequestBody", False)),
    ("API-28", drop(f"Api/{OPERATION}/requestBody")),
    ("API-28", put("Api/Body/components/schemas/NewSubmission", {})),
    ("API-29", put("Api/Body/paths/~/v1/{proxy+}~", {"get": {"security": []}})),
    ("API-29", put("Api/Body/paths/~/v1/health~/x-amazon-apigateway-any-method", {"security": []})),
    ("API-30", put("Api/Body/x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseParameters/"
                   "gatewayresponse.header.Access-Control-Allow-Origin", "'*'")),
    ("API-30", put("Api/Body/paths/~/v1/submissions~/options/x-amazon-apigateway-integration/responses/"
                   "default/responseParameters/method.response.header.Access-Control-Allow-Origin", "'*'")),
    ("API-31", put("Api/Body/paths", {})),
    ("API-32", remove("UsagePlan")),
    ("API-32", put("UsagePlan/ApiStages", [])),
    ("API-33", drop("UsagePlan/Quota")),
    ("API-33", drop("UsagePlan/Throttle/BurstLimit")),
    ("API-34", put("UsagePlan/ApiStages/0/Stage", "dev")),
    ("API-35", remove("UsagePlanKey")),
    ("API-35", put("UsagePlanKey/KeyId", "abc")),
    ("API-36", put("ApiKey/Value", "0123456789abcdefghij")),
    ("API-37", put(f"Api/{OPERATION}/security/0/cognito", ["rampart/submissions.read"])),
    ("API-38", drop(f"Api/{OPERATION}/security")),
    ("FN-01", remove_type("AWS::Lambda::Function")),
    ("FN-02", put("RelayFunction/Runtime", "java21")),
    ("FN-03", put("RelayFunction/Architectures", ["x86_64"])),
    ("FN-04", drop("RelayFunction/Timeout")),
    ("FN-04", put("ApiFunction/Timeout", 30)),
    ("FN-05", drop("ApiFunction/MemorySize")),
    ("FN-06", put("ApiFunction/TracingConfig/Mode", "PassThrough")),
    ("FN-07", drop("ScopesFunction/ReservedConcurrentExecutions")),
    ("FN-08", drop("ApiFunction/SnapStart")),
    ("FN-09", remove("RelayFunctionAliaslive")),
    ("FN-09", put("RelayFunctionAliaslive/FunctionVersion", "$LATEST")),
    ("FN-10", put(f"Api/{OPERATION}/x-amazon-apigateway-integration/uri",
                  {"Fn::Sub": "arn:aws:apigateway:…/${ApiFunction.Arn}/invocations"})),
    ("FN-11", put("DetectionFunction/LoggingConfig/LogFormat", "Text")),
    ("FN-12", put("DetectionFunction/LoggingConfig/LogGroup", "/aws/lambda/detection")),
    ("FN-13", drop("ApiFunction/KmsKeyArn")),
    ("FN-14", put("ApiFunction/Environment/Variables/DB_PASSWORD", "hunter2")),
    ("FN-14", put("ApiFunction/Environment/Variables/KEY", "{{resolve:secretsmanager:x}}")),
    ("FN-15", put("ApiFunction/Role", "arn:aws:iam::aws:role/shared")),
    ("FN-16", remove("EdgelogFunctionEventInvokeConfig")),
    ("FN-17", drop("EdgelogFunctionEventInvokeConfig/MaximumRetryAttempts")),
    ("FN-18", put("ApiFunction/RecursiveLoop", "Allow")),
    ("FN-19", put("RelayFunction/Role", {"Fn::GetAtt": ["EdgelogRole", "Arn"]})),
    ("FN-20", add("Url", "AWS::Lambda::Url", AuthType="NONE")),
    ("FN-21", drop("ApiMayInvoke/SourceArn")),
    ("FN-21", put("UserPoolMayInvoke/SourceArn", "*")),
    ("FN-22", drop("AccessLogMayInvoke/SourceAccount")),
    ("IAM-01", put("ApiRole/ManagedPolicyArns", ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"])),
    ("IAM-02", put("ApiRole/AssumeRolePolicyDocument/Statement/0/Principal", {"AWS": "*"})),
    ("IAM-03", put("ScopesRole/Policies", [])),
    ("IAM-04", statement("ApiRole", "Trace", Action=None, NotAction=["iam:*"])),
    ("IAM-05", statement("ApiRole", "WorkOnSubmissions", Action=["dynamodb:*"])),
    ("IAM-05", statement("ApiRole", "WorkOnSubmissions", Action=["dynamodb:Get*"])),
    ("IAM-06", statement("ApiRole", "ReadSecret", Resource="*")),
    ("IAM-06", statement("ApiRole", "ReadSecret", Resource="arn:aws:secretsmanager:*:*:secret:*")),
    ("IAM-07", statement("ApiRole", "ReadSecret", Action="secretsmanager:GetSecretsValue")),
    ("IAM-08", statement("ApiRole", "ReadSecret", Resource={"Fn::GetAtt": ["Bus", "Arn"]})),
    ("IAM-09", statement("ApiRole", "ListOwnSubmissions", Action="dynamodb:Scan")),
    ("IAM-10", statement("RelayRole", "Publish", Condition={})),
    ("IAM-10", statement("RelayRole", "Publish",
                         Condition={"StringEquals": {"events:source": "rampart.submissions"}})),
    ("IAM-11", statement("ApiRole", "UseKey", Condition=None)),
    ("IAM-12", statement("ApiRole", "WriteOwnLog", Resource={"Fn::GetAtt": ["RelayLogGroup", "Arn"]})),
    ("COG-01", remove("UserPool")),
    ("COG-02", put("UserPool/MfaConfiguration", "OFF")),
    ("COG-02", drop("UserPool/EnabledMfas")),
    ("COG-03", put("UserPool/MfaConfiguration", "OPTIONAL")),
    ("COG-04", put("UserPool/Policies/PasswordPolicy/MinimumLength", 8)),
    ("COG-04", put("UserPool/Policies/PasswordPolicy/RequireSymbols", False)),
    ("COG-05", put("UserPool/Policies/PasswordPolicy/TemporaryPasswordValidityDays", 30)),
    ("COG-06", put("UserPool/UserPoolAddOns/AdvancedSecurityMode", "AUDIT")),
    ("COG-06", put("UserPool/UserPoolTier", "ESSENTIALS")),
    ("COG-07", put("UserPool/DeletionProtection", "INACTIVE")),
    ("COG-08", drop("UserPool/AccountRecoverySetting")),
    ("COG-09", drop("UserPool/UsernameConfiguration")),
    ("COG-10", remove("ResourceServer")),
    ("COG-10", drop("ResourceServer/Scopes/ScopeName=submissions.review")),
    ("COG-10", put("ResourceServer/Identifier", "other")),
    ("COG-10", put("WebClient/AllowedOAuthScopes", ["openid", "profile"])),
    ("COG-11", put(f"Api/{OPERATION}/security/0/cognito", ["openid"])),
    ("COG-12", put("WebClient/ExplicitAuthFlows", ["ALLOW_USER_PASSWORD_AUTH"])),
    ("COG-12", drop("WebClient/ExplicitAuthFlows")),
    ("COG-13", put("WebClient/AllowedOAuthFlows", ["code", "implicit"])),
    ("COG-14", put("WebClient/GenerateSecret", True)),
    ("COG-15", put("MachineClient/GenerateSecret", False)),
    ("COG-15", put("MachineClient/AllowedOAuthFlows", ["client_credentials", "code"])),
    ("COG-16", put("WebClient/PreventUserExistenceErrors", "LEGACY")),
    ("COG-17", put("WebClient/EnableTokenRevocation", False)),
    ("COG-18", put("MachineClient/AccessTokenValidity", 61)),
    ("COG-18", drop("MachineClient/TokenValidityUnits")),
    ("COG-19", put("WebClient/AccessTokenValidity", 60)),
    ("COG-19", put("WebClient/RefreshTokenValidity", 31)),
    ("COG-20", put("WebClient/CallbackURLs", ["http://app.example.com/"])),
    ("COG-21", drop("WebClient/RefreshTokenRotation")),
    ("COG-22", put("WebClient/ExplicitAuthFlows", ["ALLOW_REFRESH_TOKEN_AUTH"])),
    ("COG-23", drop("WebClient/AllowedOAuthFlowsUserPoolClient")),
    ("WAF-01", remove("WebAcl")),
    ("WAF-02", put("WebAcl/Rules", [])),
    ("WAF-03", put("WebAcl/Rules/0/VisibilityConfig/CloudWatchMetricsEnabled", False)),
    ("WAF-04", put("WebAcl/Rules/Name=KnownBadInputs/OverrideAction", {"Count": {}})),
    ("WAF-04", drop("WebAcl/Rules/Name=KnownBadInputs")),
    ("WAF-05", put("WebAcl/Rules/Name=CommonRules/OverrideAction", {"Count": {}})),
    ("WAF-05", put("WebAcl/Rules/Name=CommonRules/Statement/ManagedRuleGroupStatement/"
                   "RuleActionOverrides/0/Name", "GenericRFI_BODY")),
    ("WAF-06", drop("WebAcl/Rules/Name=IpReputation")),
    ("WAF-07", put("WebAcl/Rules/Name=RatePerAddress/Action", {"Count": {}})),
    ("WAF-08", put("WebAcl/Rules/Name=BlockedIpv6/Action", {"Count": {}})),
    ("WAF-08", drop("WebAcl/Rules/Name=BlockedIpv4")),
    ("WAF-09", put("WebAcl/Rules/1/Priority", 0)),
    ("WAF-10", put("WebAcl/Scope", "CLOUDFRONT")),
    ("WAF-11", drop("WebAcl/AssociationConfig")),
    ("WAF-11", put("WebAcl/Rules/Name=BodyTooLarge/Statement/SizeConstraintStatement/FieldToMatch",
                   {"Body": {"OversizeHandling": "CONTINUE"}})),
    ("WAF-12", remove("FirewallLog")),
    ("WAF-12", put("FirewallLog/ResourceArn", "arn:aws:wafv2:::other")),
    ("WAF-13", drop("FirewallLog/RedactedFields/1")),
    ("WAF-14", put("FirewallLog/LogDestinationConfigs/0", {"Fn::GetAtt": ["FirewallLogGroup", "Arn"]})),
    ("WAF-15", put("FirewallLogGroup/LogGroupName", "/rampart/firewall")),
    ("WAF-16", put("BlockedIpv4/Addresses", ["0.0.0.0/0"])),
    ("DDB-01", remove_type("AWS::DynamoDB::Table")),
    ("DDB-02", put("DetectionTable/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", False)),
    ("DDB-03", drop("SubmissionsTable/DeletionProtectionEnabled")),
    ("DDB-04", drop("SubmissionsTable/SSESpecification/KMSMasterKeyId")),
    ("DDB-04", put("SubmissionsTable/SSESpecification/SSEEnabled", False)),
    ("DDB-05", put("SubmissionsTable/BillingMode", "PROVISIONED")),
    ("DDB-06", drop("SubmissionsTable/GlobalSecondaryIndexes/0/OnDemandThroughput")),
    ("DDB-07", put("DetectionTable/TimeToLiveSpecification/Enabled", False)),
    ("DDB-08", put("SubmissionsTable/ResourcePolicy", {"PolicyDocument": {"Statement": [ANYBODY]}})),
    ("EVB-01", remove("Bus")),
    ("EVB-02", remove("BusPolicy")),
    ("EVB-03", put(f"{DENY_OUTSIDE}/Effect", "Allow")),
    ("EVB-03", put(f"{DENY_OUTSIDE}/Condition", {})),
    ("EVB-04", drop("Bus/KmsKeyIdentifier")),
    ("EVB-05", drop("Bus/DeadLetterConfig")),
    ("EVB-06", drop("BusArchive/RetentionDays")),
    ("EVB-06", remove("BusArchive")),
    ("EVB-07", drop("SuspiciousRule/EventPattern/detail-type")),
    ("EVB-08", drop("SuspiciousRule/EventBusName")),
    ("EVB-09", drop("SuspiciousRule/Targets/0/DeadLetterConfig")),
    ("EVB-10", drop("SuspiciousRule/Targets/0/RetryPolicy")),
    ("EVB-11", statement("DetectionUndeliveredPolicy", "FromItsSource",
                         Condition={"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": ["Bus", "Arn"]}}})),
    ("EVB-11", statement("DetectionQueuePolicy", "FromItsSource", Effect="Deny")),
    ("SQS-01", remove_type("AWS::SQS::Queue")),
    ("SQS-02", drop("RelayDeadLetters/KmsMasterKeyId")),
    ("SQS-03", put("RelayDeadLetters/KmsMasterKeyId", "alias/aws/sqs")),
    ("SQS-04", put("RelayDeadLetters/KmsMasterKeyId", "alias/aws/sqs")),
    ("SQS-05", statement("DetectionQueuePolicy", "OnlyTls", Effect="Allow")),
    ("SQS-05", remove("RelayDeadLettersPolicy")),
    ("SQS-06", statement("DetectionQueuePolicy", "FromItsSource", Principal="*")),
    ("SQS-07", statement("DetectionQueuePolicy", "FromItsSource", Condition=None)),
    ("SQS-08", statement("Key", "EventsOfThisAccount", Action=["kms:Decrypt"])),
    ("SQS-09", put("BusDeadLetters/MessageRetentionPeriod", 345600)),
    ("SQS-10", remove("EdgelogDeadLettersAlarm")),
    ("SQS-11", drop("DetectionQueue/RedrivePolicy")),
    ("SNS-01", remove_type("AWS::SNS::Topic")),
    ("SNS-02", drop("SecurityTopic/KmsMasterKeyId")),
    ("SNS-03", put("SecurityTopic/KmsMasterKeyId", "alias/aws/sns")),
    ("SNS-03", statement("Key", "AlarmsOfThisAccount", Effect="Deny")),
    ("SNS-04", statement("SecurityTopicPolicy", "OnlyTls", Condition={})),
    ("SNS-05", statement("SecurityTopicPolicy", "AlarmsOfThisAccount", Condition=None)),
    ("SNS-06", statement("DetailTopicPolicy", "AlarmsOfThisAccount", Principal={"AWS": "*"})),
    ("KMS-01", put("Key/EnableKeyRotation", False)),
    ("KMS-02", statement("Key", "AccountAdministers", Principal={"AWS": "*"})),
    ("KMS-03", statement("Key", "EventsOfThisAccount", Condition=None)),
    ("KMS-04", statement("Key", "LogsOfThisAccount",
                         Condition={"StringEquals": {"aws:SourceAccount": "x"}})),
    ("LOG-01", unsubstituted),
    ("LOG-02", drop("AccessLogGroup/RetentionInDays")),
    ("LOG-03", drop("ScopesLogGroup/KmsKeyId")),
    ("LOG-04", put("ApiLogSubscription/LogGroupName", {"Ref": "EdgelogLogGroup"})),
    ("LOG-05", remove("FirewallLogMayInvoke")),
    ("LOG-06", drop("FirewallLogSubscription/@DependsOn")),
    ("CW-01", remove_type("AWS::CloudWatch::Alarm")),
    ("CW-02", drop("AttackAlarm/AlarmActions")),
    ("CW-02", put("LatencyAlarm/ActionsEnabled", False)),
    ("CW-03", drop("LatencyAlarm/TreatMissingData")),
    ("CW-04", put(f"{BAND}/Threshold", 5)),
    ("CW-04", put(f"{BAND}/ThresholdMetricId", "seen")),
    ("CW-04", put(f"{BAND}/ComparisonOperator", "GreaterThanThreshold")),
    ("CW-05", put("LatencyAlarm/Dimensions/Name=ApiName/Value", {"Ref": "Api"})),
    ("CW-06", put("ApiErrorsAlarm/Dimensions/0/Value", "rampart-api")),
    ("CW-06", put("DeliveryAlarm/Dimensions/Name=RuleName/Value", "other")),
    ("CW-07", remove("FirewallAlarm")),
    ("CW-07", remove("ScopesErrorsAlarm")),
    ("CW-08", remove("DetectionTableAlarm")),
    ("CW-09", remove("ClientErrorsAlarm", "FirewallAlarm", "SignalsAlarm")),
    ("CW-10", drop("FirewallAlarmDetector/SingleMetricAnomalyDetector/MetricName")),
    ("CW-11", replace_text("Dashboard/DashboardBody", '"widgets"', "widgets")),
    ("TPL-01", drop("SubmissionsTable/@DeletionPolicy")),
    ("TPL-01", put("Key/@UpdateReplacePolicy", "Delete")),
    ("TPL-02", put("ApiFirewall/WebACLArn", "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x")),
    ("TPL-03", put("ApiFunction/Environment/Variables/X", "AKIA" + "ABCDEFGHIJKLMNOP")),
    ("TPL-04", top("Parameters", {"WebhookSecret": {"Type": "String"}})),
    ("TPL-05", top("Description", None)),
    ("TPL-06", top("Outputs", {"Machine": {"Value": {"Fn::GetAtt": ["MachineClient", "ClientSecret"]}}})),
    ("TPL-06", top("Outputs", {"Key": {"Value": {"Ref": "Secret"}}})),
    ("RAMPART-01", put("Api/Body/x-amazon-apigateway-gateway-responses/BAD_REQUEST_BODY/"
                       "responseTemplates/~application/json~",
                       '{"detail":"$context.error.validationErrorString"}')),
    ("RAMPART-02", statement("DetectionRole", "CountSignals", Condition=None)),
    ("RAMPART-02", statement("ApiRole", "ListReviewQueue",
                             Condition={"ForAllValues:StringLike": {"dynamodb:LeadingKeys": "QUEUE#*"}})),
    ("RAMPART-03", put("DetectionQueue/VisibilityTimeout", 30)),
    ("RAMPART-03", drop("RelayFunctionCommitted/DestinationConfig")),
    ("RAMPART-03", drop("RelayFunctionCommitted/BisectBatchOnFunctionError")),
    ("RAMPART-03", drop("DetectionFunctionSignals/FunctionResponseTypes")),
    ("RAMPART-04", statement("RelayRole", "KeepFailures",
                             Resource={"Fn::GetAtt": ["EdgelogDeadLetters", "Arn"]})),
    ("RAMPART-05", put("ApiFunction/Environment/Variables/X", "AKIA" + "ABCDEFGHIJKLMNOP")),
    ("RAMPART-06", drop("UserPool/LambdaConfig")),
    ("RAMPART-07", statement("Key", "GrantsByServicesOnly", Condition={})),
    ("RAMPART-08", put("Secret/SecretString", "abc")),
    ("RAMPART-09", put("TroubleAlarm/AlarmRule", 'ALARM("a") OR ALARM("b")')),
]
