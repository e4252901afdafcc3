package dev.rampart.replay.count;

/** Records of AWS WAF in the form of its log, written for these tests. */
final class FirewallRecords {
  static final String NOTHING = "[]";

  private FirewallRecords() {}

  /** Returns a record of a request that was let pass. */
  static String allowed(String address, String path, String groups, String own, String labels) {
    return line("Default_Action", "REGULAR", "ALLOW", address, path, groups, own, labels);
  }

  /** Returns a record of a request that a rule of the web ACL blocked. */
  static String blocked(String address, String path, String groups, String own) {
    return line("RatePerAddress", "RATE_BASED", "BLOCK", address, path, groups, own, NOTHING);
  }

  private static String line(
      String rule,
      String type,
      String action,
      String address,
      String path,
      String groups,
      String own,
      String labels) {
    return """
    {"timestamp":1795342530123,"formatVersion":1,"webaclId":"arn:aws:wafv2:eu-west-1:1:regional/webacl/a/b",\
    "terminatingRuleId":"%s","terminatingRuleType":"%s","action":"%s","terminatingRuleMatchDetails":[],\
    "httpSourceName":"APIGW","httpSourceId":"1:a:b","ruleGroupList":%s,"rateBasedRuleList":[],\
    "nonTerminatingMatchingRules":%s,"requestHeadersInserted":null,"responseCodeSent":null,\
    "httpRequest":{"clientIp":"%s","country":"-","headers":[],"uri":"%s","args":"","httpVersion":"HTTP/1.1",\
    "httpMethod":"GET","requestId":"r-1"},"labels":%s}\
    """
        .formatted(rule, type, action, groups, own, address, path, labels);
  }

  /** Returns the list of groups with one in which a rule was overridden to count. */
  static String overridden(String group, String rule) {
    return """
    [{"ruleGroupId":"%s","terminatingRule":null,"nonTerminatingMatchingRules":[{"ruleId":"%s",\
    "action":"COUNT","overriddenAction":"BLOCK","ruleMatchDetails":[]}],"excludedRules":null,\
    "customerConfig":null}]\
    """
        .formatted(group, rule);
  }

  /** Returns the list of groups with one in which a rule is excluded, as older web ACLs have it. */
  static String excluded(String group, String rule) {
    return """
    [{"ruleGroupId":"%s","terminatingRule":null,"nonTerminatingMatchingRules":[],\
    "excludedRules":[{"exclusionType":"EXCLUDED_AS_COUNT","ruleId":"%s"}]}]\
    """
        .formatted(group, rule);
  }

  /** Returns the list of groups with one that would have blocked, and counts as a whole. */
  static String countingGroup(String group, String rule) {
    return """
    [{"ruleGroupId":"%s","terminatingRule":{"ruleId":"%s","action":"BLOCK","ruleMatchDetails":null},\
    "nonTerminatingMatchingRules":[],"excludedRules":null}]\
    """
        .formatted(group, rule);
  }

  /** Returns the list of the web ACL's own rules that counted. */
  static String counted(String rule) {
    return "[{\"ruleId\":\"%s\",\"action\":\"COUNT\",\"ruleMatchDetails\":[]}]".formatted(rule);
  }

  static String label(String name) {
    return "[{\"name\":\"%s\"}]".formatted(name);
  }

  /** Returns a line of the access log: a user got an object. */
  static String objectOf(String address) {
    return """
    {"requestTimeEpoch":"1795342530123","requestId":"r-2","sourceIp":"%s","httpMethod":"GET",\
    "resourcePath":"/v1/submissions/{id}","status":"200","responseType":"-","principal":"user-1"}\
    """
        .formatted(address);
  }

  /** Returns a line of the sign-in log: a user signed in. */
  static String signIn(String address) {
    return """
    {"eventTimestamp":"1795342530123","eventSource":"USER_ACTIVITY","message":{"eventType":"SignIn",\
    "eventResponse":"Pass","ipAddress":"%s","userSub":"6f1b2c3d-0000-4000-8000-000000000001"}}\
    """
        .formatted(address);
  }
}
