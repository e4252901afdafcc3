"""The user pool, its clients, and the firewall."""

from rule import rule
from stack import as_list

PASSWORD_LENGTH_MIN = 12
DAYS_MAX = 7
ACCESS_MINUTES_MAX = 60
DEFAULT_SCOPES = {"openid", "email", "profile", "phone", "aws.cognito.signin.user.admin"}
UNITS = {"seconds": 1 / 60, "minutes": 1, "hours": 60, "days": 1440}


def pools(stack):
    return stack.of("AWS::Cognito::UserPool")


def clients(stack):
    return stack.of("AWS::Cognito::UserPoolClient")


def public(client):
    return "code" in client.get("AllowedOAuthFlows", [])


def minutes(client, kind, unit):
    """How long a token lives, in minutes; the service's own unit where none is named."""
    value = client.get(f"{kind}TokenValidity")
    return None if value is None else value * UNITS[client.get(f"TokenValidityUnits.{kind}Token", unit)]


@rule("COG-01")
def pool(stack):
    yield "pool", len(pools(stack)) > 0


@rule("COG-02")
def second_factor(stack):
    for p in pools(stack):
        yield p.name, p.get("MfaConfiguration") in ("ON", "OPTIONAL")
        yield p.name, bool(p.get("EnabledMfas"))


@rule("COG-03")
def second_factor_always(stack):
    for p in pools(stack):
        yield p.name, p.get("MfaConfiguration") == "ON"


@rule("COG-04")
def password(stack):
    for p in pools(stack):
        policy = p.get("Policies.PasswordPolicy", {})
        yield f"{p.name}.MinimumLength", policy.get("MinimumLength", 0) >= PASSWORD_LENGTH_MIN
        for kind in ("Lowercase", "Uppercase", "Numbers", "Symbols"):
            yield f"{p.name}.{kind}", policy.get(f"Require{kind}") is True


@rule("COG-05")
def temporary_password(stack):
    for p in pools(stack):
        days = p.get("Policies.PasswordPolicy.TemporaryPasswordValidityDays")
        yield p.name, days is not None and days <= DAYS_MAX


@rule("COG-06")
def threat_protection(stack):
    for p in pools(stack):
        yield p.name, p.get("UserPoolAddOns.AdvancedSecurityMode") == "ENFORCED"
        yield p.name, p.get("UserPoolTier") == "PLUS"


@rule("COG-07")
def pool_is_not_deleted(stack):
    for p in pools(stack):
        yield p.name, p.get("DeletionProtection") == "ACTIVE"


@rule("COG-08")
def recovery(stack):
    for p in pools(stack):
        names = [m["Name"] for m in p.get("AccountRecoverySetting.RecoveryMechanisms", [])]
        yield p.name, bool(names) and names != ["verified_phone_number"]


@rule("COG-09")
def names_without_case(stack):
    for p in pools(stack):
        yield p.name, p.get("UsernameConfiguration.CaseSensitive") is False


@rule("COG-10")
def scopes_are_defined(stack):
    servers = stack.of("AWS::Cognito::UserPoolResourceServer")
    yield "server", len(servers) > 0
    defined = {
        f"{stack.text(s.get('Identifier'))}/{scope['ScopeName']}"
        for s in servers
        for scope in s.get("Scopes", [])
    }
    for place, _, _, operation in stack.calls():
        for scope in stack.scopes(operation):
            yield f"{place} {scope}", scope in defined
    for client in clients(stack):
        for scope in client.get("AllowedOAuthScopes", []):
            # openid gives an id token and nothing of the API; the other default scopes give more.
            yield f"{client.name} {scope}", scope in defined | {"openid"}


@rule("COG-11")
def scopes_are_our_own(stack):
    for place, _, _, operation in stack.calls():
        for scope in stack.scopes(operation):
            yield place, scope not in DEFAULT_SCOPES


@rule("COG-12")
def no_password_flow(stack):
    for c in clients(stack):
        flows = c.get("ExplicitAuthFlows", [])
        yield c.name, bool(flows) and not any("PASSWORD" in flow for flow in flows)


@rule("COG-13")
def no_implicit_grant(stack):
    for c in clients(stack):
        yield c.name, "implicit" not in c.get("AllowedOAuthFlows", [])


@rule("COG-14")
def public_client_has_no_secret(stack):
    for c in clients(stack):
        if public(c):
            yield c.name, c.get("GenerateSecret", False) is False


@rule("COG-15")
def machine_client_has_a_secret(stack):
    for c in clients(stack):
        if "client_credentials" in c.get("AllowedOAuthFlows", []):
            yield c.name, c.get("GenerateSecret") is True
            yield c.name, c.get("AllowedOAuthFlows") == ["client_credentials"]


@rule("COG-16")
def users_cannot_be_guessed(stack):
    for c in clients(stack):
        yield c.name, c.get("PreventUserExistenceErrors") == "ENABLED"


@rule("COG-17")
def tokens_can_be_revoked(stack):
    for c in clients(stack):
        yield c.name, c.get("EnableTokenRevocation") is True


@rule("COG-18")
def access_is_short(stack):
    for c in clients(stack):
        lifetime = minutes(c, "Access", "hours")
        yield c.name, lifetime is not None and lifetime <= ACCESS_MINUTES_MAX


@rule("COG-19")
def access_is_very_short(stack):
    for c in clients(stack):
        yield c.name, (minutes(c, "Access", "hours") or 99) <= 15
        if public(c):
            yield c.name, (minutes(c, "Refresh", "days") or 10**6) <= 30 * 1440


@rule("COG-20")
def callbacks_are_https(stack):
    for c in clients(stack):
        for url in c.get("CallbackURLs", []):
            text = stack.text(url)
            yield c.name, text.startswith("https://") or text.startswith("http://localhost")


@rule("COG-21")
def refresh_tokens_rotate(stack):
    for c in clients(stack):
        if public(c):
            yield c.name, c.get("RefreshTokenRotation.Feature") == "ENABLED"


@rule("COG-22")
def rotation_without_the_old_flow(stack):
    for c in clients(stack):
        if c.get("RefreshTokenRotation.Feature") == "ENABLED":
            yield c.name, "ALLOW_REFRESH_TOKEN_AUTH" not in c.get("ExplicitAuthFlows", [])


@rule("COG-23")
def scopes_reach_the_token(stack):
    for c in clients(stack):
        yield c.name, c.get("AllowedOAuthFlowsUserPoolClient") is True
        yield c.name, bool(c.get("AllowedOAuthScopes"))


@rule("RAMPART-06")
def groups_narrow_the_scopes(stack):
    """A token of a person carries the scopes of its groups: the trigger sees to it."""
    for p in pools(stack):
        alias = stack.target(p.get("LambdaConfig.PreTokenGenerationConfig.LambdaArn", ""))
        yield p.name, alias is not None and alias.type == "AWS::Lambda::Alias"
        yield p.name, p.get("LambdaConfig.PreTokenGenerationConfig.LambdaVersion") == "V2_0"
        yield p.name, p.get("AdminCreateUserConfig.AllowAdminCreateUserOnly") is True


def acls(stack):
    return stack.of("AWS::WAFv2::WebACL")


def acl_rules(stack):
    return [(acl, r) for acl in acls(stack) for r in acl.get("Rules", [])]


def managed(stack, name):
    """The rules that use a managed group."""
    return [
        r
        for _, r in acl_rules(stack)
        if r["Statement"].get("ManagedRuleGroupStatement", {}).get("Name") == name
    ]


def enforced(stack, name, overridable=()):
    found = managed(stack, name)
    yield name, len(found) == 1
    for r in found:
        yield name, r.get("OverrideAction") == {"None": {}}
        statement = r["Statement"]["ManagedRuleGroupStatement"]
        yield name, "ScopeDownStatement" not in statement and not statement.get("ExcludedRules")
        for override in statement.get("RuleActionOverrides", []):
            yield f"{name} {override['Name']}", override["Name"] in overridable


@rule("WAF-01")
def acl(stack):
    yield "acl", len(acls(stack)) > 0


@rule("WAF-02")
def acl_has_rules(stack):
    for a in acls(stack):
        yield a.name, len(a.get("Rules", [])) > 0


@rule("WAF-03")
def acl_is_measured(stack):
    for a in acls(stack):
        yield a.name, a.get("VisibilityConfig.CloudWatchMetricsEnabled") is True
        for r in a.get("Rules", []):
            yield f"{a.name} {r['Name']}", r["VisibilityConfig"].get("CloudWatchMetricsEnabled") is True


@rule("WAF-04")
def known_bad_inputs(stack):
    yield from enforced(stack, "AWSManagedRulesKnownBadInputsRuleSet")


@rule("WAF-05")
def common_rules(stack):
    yield from enforced(
        stack,
        "AWSManagedRulesCommonRuleSet",
        overridable=("SizeRestrictions_BODY", "CrossSiteScripting_BODY"),
    )


@rule("WAF-06")
def reputation(stack):
    yield from enforced(stack, "AWSManagedRulesAmazonIpReputationList")


@rule("WAF-07")
def rate(stack):
    found = [r for _, r in acl_rules(stack) if "RateBasedStatement" in r["Statement"]]
    yield "rate", len(found) > 0
    for r in found:
        yield r["Name"], "Block" in r.get("Action", {})


@rule("WAF-08")
def block_list(stack):
    sets = {s.name for s in stack.of("AWS::WAFv2::IPSet")}
    blocked = {
        found.name
        for _, r in acl_rules(stack)
        if "Block" in r.get("Action", {})
        and (found := stack.target(r["Statement"].get("IPSetReferenceStatement", {}).get("Arn", "")))
    }
    yield "sets", bool(sets)
    for name in sets:
        yield name, name in blocked


@rule("WAF-09")
def priorities(stack):
    for a in acls(stack):
        found = [r["Priority"] for r in a.get("Rules", [])]
        yield a.name, len(found) == len(set(found)) > 0


@rule("WAF-10")
def regional(stack):
    for a in stack.of("AWS::WAFv2::WebACL", "AWS::WAFv2::IPSet"):
        yield a.name, a.get("Scope") == "REGIONAL"


@rule("WAF-11")
def large_bodies(stack):
    for a in acls(stack):
        limit = a.get("AssociationConfig.RequestBody.API_GATEWAY.DefaultSizeInspectionLimit")
        yield a.name, limit == "KB_64"
        blocking = [
            r
            for r in a.get("Rules", [])
            if "Block" in r.get("Action", {})
            and r["Statement"].get("SizeConstraintStatement", {}).get("ComparisonOperator") == "GT"
            and r["Statement"]["SizeConstraintStatement"]["Size"] <= 65536
            and r["Statement"]["SizeConstraintStatement"]["FieldToMatch"]
            == {"Body": {"OversizeHandling": "MATCH"}}
        ]
        yield a.name, len(blocking) == 1


def logging(stack):
    return stack.of("AWS::WAFv2::LoggingConfiguration")


@rule("WAF-12")
def firewall_log(stack):
    logged = [stack.target(c.get("ResourceArn")) for c in logging(stack)]
    for a in acls(stack):
        yield a.name, a in logged


@rule("WAF-13")
def firewall_log_is_redacted(stack):
    yield "log", bool(logging(stack))
    for c in logging(stack):
        names = {f.get("SingleHeader", {}).get("Name") for f in c.get("RedactedFields", [])}
        yield c.name, {"authorization", "x-api-key"} <= names


@rule("WAF-14")
def firewall_log_arn(stack):
    for c in logging(stack):
        for arn in as_list(c.get("LogDestinationConfigs", [])):
            text = stack.text(arn)
            yield c.name, not text.endswith(":*") and ".Arn>" not in text


@rule("WAF-15")
def firewall_log_name(stack):
    for c in logging(stack):
        for arn in as_list(c.get("LogDestinationConfigs", [])):
            group = stack.target(arn)
            yield c.name, group is not None and stack.text(group.get("LogGroupName", "")).startswith(
                "aws-waf-logs-"
            )


@rule("WAF-16")
def nobody_blocks_everybody(stack):
    for s in stack.of("AWS::WAFv2::IPSet"):
        addresses = s.get("Addresses")
        yield s.name, addresses is not None and not any(str(a).endswith("/0") for a in addresses)
        yield s.name, s.get("IPAddressVersion") in ("IPV4", "IPV6")
