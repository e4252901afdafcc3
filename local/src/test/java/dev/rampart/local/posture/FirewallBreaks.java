package dev.rampart.local.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What the rules of the firewall and of shared keys have to notice. */
final class FirewallBreaks {
  private static final String RULES = "Rules/Name=";
  private static final String LISTS = RULES + "BlockedAddresses/Statement/OrStatement/Statements";
  private static final String SIZE = RULES + "BodyTooLarge/Statement/SizeConstraintStatement/";
  private static final String RATE = RULES + "RatePerAddress/Statement/RateBasedStatement/";
  private static final String COMMON = RULES + "CommonRules/Statement/ManagedRuleGroupStatement/";
  private static final String BAD = RULES + "KnownBadInputs/Statement/ManagedRuleGroupStatement/";
  private static final String COUNT = "{\"Count\": {}}";
  private static final String OVERRIDES =
      "/Statement/ManagedRuleGroupStatement/RuleActionOverrides";
  private static final String METADATA = "EC2MetaDataSSRF_QUERYARGUMENTS";

  private FirewallBreaks() {}

  static List<Break> all() {
    return Stream.of(acl(), groups(), limits(), sets(), log()).flatMap(List::stream).toList();
  }

  private static List<Break> acl() {
    return List.of(
        Break.put("API-40", "WebAcl", "Rules/Name=RatePerAddress/Action", "{\"Count\": {}}"),
        Break.withoutType("WAF-01", "AWS::WAFv2::WebACL"),
        acl("WAF-02", "Rules", "[]"),
        acl("WAF-03", RULES + "IpReputation/VisibilityConfig/CloudWatchMetricsEnabled", "false"),
        acl("WAF-03", RULES + "IpReputation/VisibilityConfig/MetricName", "\"CommonRules\""),
        acl("WAF-03", "VisibilityConfig/CloudWatchMetricsEnabled", "false"),
        acl("WAF-09", RULES + "CommonRules/Priority", "0"),
        acl("WAF-10", "Scope", "\"CLOUDFRONT\""),
        Break.put("WAF-18", "SignInFirewall", "ResourceArn", "\"arn:aws:cognito-idp:::x\""),
        Break.without("WAF-18", "SignInFirewall"),
        acl("WAF-19", "DefaultAction", "{\"Block\": {}}"),
        acl(
            "WAF-19",
            "DefaultAction",
            """
            {"Allow": {"CustomRequestHandling": {"InsertHeaders": [{"Name": "x", "Value": "y"}]}}}
            """),
        acl("WAF-19", RULES + "BodyTooLarge/Action", "{\"Allow\": {}}"),
        acl("WAF-19", RULES + "BodyTooLarge/Action", "{\"Challenge\": {}}"),
        acl(
            "WAF-19",
            RULES + "BodyTooLarge/Action",
            "{\"Block\": {\"CustomResponse\": {\"ResponseCode\": 200}}}"),
        acl(
            "WAF-19",
            RULES + "BodyTooLarge/Action",
            """
            {"Block": {"CustomResponse": {"ResponseCode": 403,
              "ResponseHeaders": [{"Name": "x-rule", "Value": "BodyTooLarge"}]}}}
            """),
        Break.append(
            "WAF-19",
            "WebAcl",
            "Rules",
            """
            {"Name": "Friends", "Priority": 100, "Action": {"Allow": {}},
             "Statement": {"GeoMatchStatement": {"CountryCodes": ["XX"]}},
             "VisibilityConfig": {"CloudWatchMetricsEnabled": true, "MetricName": "Friends",
               "SampledRequestsEnabled": true}}
            """),
        Break.append(
            "WAF-21",
            "WebAcl",
            "Rules",
            """
            {"Name": "Odd", "Priority": 100, "Action": {"Block": {}},
             "Statement": {"NotStatement": {"Statement": {"LabelMatchStatement": {
               "Scope": "LABEL", "Key": "x"}}}}, "VisibilityConfig": {}}
            """),
        acl("WAF-21", RULES + "BlockedAddresses/RuleLabels", "[{\"Name\": \"friend\"}]"),
        acl("WAF-22", "TokenDomains", "[\"example.com\"]"),
        acl("WAF-22", "CaptchaConfig", "{\"ImmunityTimeProperty\": {\"ImmunityTime\": 259200}}"),
        acl("WAF-22", "CustomResponseBodies", "{\"x\": {\"Content\": \"why\"}}"),
        acl("WAF-23", RULES + "CommonRules/VisibilityConfig/SampledRequestsEnabled", "false"));
  }

  private static List<Break> groups() {
    return List.of(
        acl("WAF-04", RULES + "KnownBadInputs/OverrideAction", COUNT),
        Break.drop("WAF-04", "WebAcl", RULES + "KnownBadInputs"),
        acl("WAF-04", BAD + "Version", "\"Version_1.0\""),
        acl("WAF-04", BAD + "VendorName", "\"Example\""),
        acl("WAF-04", BAD + "ExcludedRules", "[{\"Name\": \"Log4JRCE_HEADER\"}]"),
        acl(
            "WAF-04",
            BAD + "ScopeDownStatement",
            "{\"GeoMatchStatement\": {\"CountryCodes\": [\"XX\"]}}"),
        acl(
            "WAF-04",
            BAD + "RuleActionOverrides",
            "[{\"Name\": \"Log4JRCE_HEADER\", \"ActionToUse\": {\"Count\": {}}}]"),
        acl("WAF-05", RULES + "CommonRules/OverrideAction", COUNT),
        acl("WAF-05", COMMON + "RuleActionOverrides/0/Name", "\"GenericRFI_BODY\""),
        acl("WAF-05", COMMON + "RuleActionOverrides/0/ActionToUse", "{\"Allow\": {}}"),
        Break.append(
            "WAF-05",
            "WebAcl",
            COMMON + "RuleActionOverrides",
            "{\"Name\": \"NoUserAgent_HEADER\", \"ActionToUse\": {\"Count\": {}}}"),
        Break.drop("WAF-06", "WebAcl", RULES + "IpReputation"),
        acl("WAF-06", RULES + "IpReputation/OverrideAction", COUNT),
        Break.drop("WAF-17", "WebAcl", RULES + "SqlInjection"),
        acl("WAF-17", RULES + "SqlInjection/OverrideAction", COUNT),
        new Break("WAF-24", "the local callback is blocked again", FirewallBreaks::blockCallback),
        new Break("WAF-24", "the label is blocked nowhere", FirewallBreaks::blockNowhere),
        new Break("WAF-24", "the label is misspelt", FirewallBreaks::misspell),
        new Break("WAF-24", "another host is let off", FirewallBreaks::letOff));
  }

  /** Takes the override away, wherever it stands. */
  private static void blockCallback(ObjectNode template) {
    for (JsonNode rule : rules(template)) {
      if (rule.at(OVERRIDES) instanceof ArrayNode overrides) {
        overrides.removeIf(override -> override.path("Name").asText().equals(METADATA));
      }
    }
  }

  /** Lets the rule for the label count. */
  private static void blockNowhere(ObjectNode template) {
    for (JsonNode rule : rules(template)) {
      if (rule.path("Statement").has("AndStatement") && rule instanceof ObjectNode own) {
        own.putObject("Action").putObject("Count");
      }
    }
  }

  /** Lets the rule for the label take any label. */
  private static void misspell(ObjectNode template) {
    for (JsonNode label : template.findValues("LabelMatchStatement")) {
      if (label instanceof ObjectNode own) {
        own.put("Key", "awswaf:managed:aws:core-rule-set:" + METADATA);
      }
    }
  }

  /** Lets another host off. */
  private static void letOff(ObjectNode template) {
    for (JsonNode match : template.findValues("ByteMatchStatement")) {
      if (match instanceof ObjectNode own) {
        own.put("SearchString", ".example.com");
      }
    }
  }

  private static JsonNode rules(ObjectNode template) {
    return template.at("/Resources/WebAcl/Properties/Rules");
  }

  private static List<Break> limits() {
    return List.of(
        acl("WAF-07", RULES + "RatePerAddress/Action", COUNT),
        acl("WAF-07", RATE + "Limit", "2000000000"),
        acl("WAF-07", RATE + "Limit", "10"),
        acl("WAF-07", RATE + "AggregateKeyType", "\"CONSTANT\""),
        acl("WAF-07", RATE + "AggregateKeyType", "\"FORWARDED_IP\""),
        acl(
            "WAF-07",
            RATE + "ScopeDownStatement",
            "{\"GeoMatchStatement\": {\"CountryCodes\": [\"XX\"]}}"),
        acl(
            "WAF-21",
            RATE + "ForwardedIPConfig",
            "{\"HeaderName\": \"X-Forwarded-For\", \"FallbackBehavior\": \"NO_MATCH\"}"),
        Break.drop("WAF-11", "WebAcl", "AssociationConfig"),
        acl(
            "WAF-11",
            "AssociationConfig/RequestBody/API_GATEWAY/DefaultSizeInspectionLimit",
            "\"KB_16\""),
        acl("WAF-11", SIZE + "FieldToMatch", "{\"Body\": {\"OversizeHandling\": \"CONTINUE\"}}"),
        acl("WAF-11", SIZE + "FieldToMatch", "{\"QueryString\": {}}"),
        acl("WAF-11", SIZE + "Size", "1000000"),
        acl("WAF-11", SIZE + "ComparisonOperator", "\"LT\""),
        acl("WAF-11", SIZE + "TextTransformations/0/Type", "\"COMPRESS_WHITE_SPACE\""),
        acl("WAF-11", RULES + "BodyTooLarge/Action", COUNT),
        Break.put("API-39", "WebPlan", "Quota/Limit", "10000"),
        Break.put("API-39", "WebPlan", "Quota/Period", "\"MONTH\""),
        Break.put("API-40", "WebPlan", "Throttle/RateLimit", "5"),
        acl("API-40", RATE + "Limit", "5000"));
  }

  private static List<Break> sets() {
    return List.of(
        acl("WAF-08", RULES + "BlockedAddresses/Action", COUNT),
        Break.drop("WAF-08", "WebAcl", LISTS + "/1"),
        acl("WAF-08", RULES + "BlockedAddresses/Priority", "500"),
        acl(
            "WAF-21",
            LISTS + "/0/IPSetReferenceStatement/IPSetForwardedIPConfig",
            """
            {"HeaderName": "X-Forwarded-For", "FallbackBehavior": "NO_MATCH", "Position": "FIRST"}
            """),
        Break.append(
            "WAF-21",
            "WebAcl",
            LISTS,
            """
            {"NotStatement": {"Statement": {"GeoMatchStatement": {"CountryCodes": ["XX"]}}}}
            """),
        Break.put("WAF-16", "BlockedIpv4", "Addresses", "[\"0.0.0.0/0\"]"),
        Break.put("WAF-16", "BlockedIpv4", "Addresses", "[\"0.0.0.0/1\", \"128.0.0.0/1\"]"),
        Break.put("WAF-16", "BlockedIpv6", "Addresses", "[\"2000::/3\"]"),
        Break.put("WAF-20", "BlockedIpv4", "Addresses", "[\"192.0.2.1/32\"]"),
        Break.put("WAF-20", "BlockedIpv4", "Addresses", "[{\"Ref\": \"Stage\"}]"),
        Break.put("WAF-20", "BlockedIpv6", "Description", "{\"Fn::Sub\": \"Of ${Stage}\"}"));
  }

  private static List<Break> log() {
    return List.of(
        Break.withoutType("WAF-12", "AWS::WAFv2::LoggingConfiguration"),
        log("WAF-12", "ResourceArn", "\"arn:aws:wafv2:::other\""),
        log("WAF-13", "RedactedFields", "[{\"SingleHeader\": {\"Name\": \"authorization\"}}]"),
        log("WAF-13", "RedactedFields/0", "{\"SingleHeader\": {\"Name\": \"accept\"}}"),
        Break.drop("WAF-13", "FirewallLog", "RedactedFields"),
        log(
            "WAF-14",
            "LogDestinationConfigs/0",
            "{\"Fn::GetAtt\": [\"FirewallLogGroup\", \"Arn\"]}"),
        Break.put("WAF-15", "FirewallLogGroup", "LogGroupName", "\"/firewall\""),
        log("WAF-15", "LogDestinationConfigs/0", "\"arn:aws:s3:::aws-waf-logs-elsewhere\""),
        log("WAF-25", "LoggingFilter/Filters/0/Behavior", "\"DROP\""),
        log("WAF-25", "LoggingFilter/Filters/0/Requirement", "\"MEETS_ALL\""),
        log("WAF-25", "LoggingFilter/Filters/0/Conditions/0/ActionCondition/Action", "\"ALLOW\""),
        log("WAF-25", "LoggingFilter/Filters", "[]"),
        Break.append(
            "WAF-25",
            "FirewallLog",
            "LoggingFilter/Filters",
            """
            {"Behavior": "DROP", "Requirement": "MEETS_ANY",
             "Conditions": [{"ActionCondition": {"Action": "BLOCK"}}]}
            """));
  }

  private static Break acl(String rule, String at, String json) {
    return Break.put(rule, "WebAcl", at, json);
  }

  private static Break log(String rule, String at, String json) {
    return Break.put(rule, "FirewallLog", at, json);
  }
}
