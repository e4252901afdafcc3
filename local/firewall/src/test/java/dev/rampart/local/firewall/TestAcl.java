package dev.rampart.local.firewall;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A web ACL of a template in a test, with a clock that the test moves. */
final class TestAcl {
  static final String STAGE = "/restapis/api/stages/test";

  private final Firewall firewall;
  final FirewallPlan plan;
  final List<String> log = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private TestAcl(String template, AddressLocations locations) {
    plan = plan(template, locations);
    firewall = new Firewall(plan.api().orElseThrow(), "APIGW", "1:api:test", () -> now, log::add);
  }

  static FirewallPlan plan(String template) {
    return plan(template, AddressLocations.none());
  }

  private static FirewallPlan plan(String template, AddressLocations locations) {
    Stack stack = Template.read("t.yaml", template).stack(Map.of());
    List<Properties> resources =
        stack.resources().stream()
            .filter(resource -> FirewallReader.takes(resource.type()))
            .map(Resource::read)
            .toList();
    FirewallPlan plan = FirewallReader.read(resources, "123456789012", STAGE, "pool", locations);
    resources.forEach(Properties::end);
    return plan;
  }

  /** A web ACL whose only rule has this statement, and blocks. */
  static TestAcl blocking(String statement) {
    return blocking(statement, AddressLocations.none());
  }

  /** The same, with databases that tell where addresses are. */
  static TestAcl blocking(String statement, AddressLocations locations) {
    return new TestAcl(
        template(
            "{Allow: {}}",
            "",
            "[{Name: r, Priority: 1, Action: {Block: {}}, Statement: "
                + statement
                + ", VisibilityConfig: {}}]",
            "",
            ""),
        locations);
  }

  /** A web ACL that lets pass what its rules do not end. */
  static TestAcl rules(String rules) {
    return with("{Allow: {}}", "", rules, "", "");
  }

  static TestAcl with(String fallback, String more, String rules, String log, String resources) {
    return new TestAcl(template(fallback, more, rules, log, resources), AddressLocations.none());
  }

  private static String template(
      String fallback, String more, String rules, String log, String resources) {
    return """
    Resources:
      Acl:
        Type: AWS::WAFv2::WebACL
        Properties:
          Name: acl
          Scope: REGIONAL
          DefaultAction: %s
          VisibilityConfig: {CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: m}
          %s
          Rules: %s
      Front:
        Type: AWS::WAFv2::WebACLAssociation
        Properties:
          ResourceArn: !Sub 'arn:aws:apigateway:eu-west-1::/restapis/api/stages/test'
          WebACLArn: !GetAtt Acl.Arn
      Log:
        Type: AWS::WAFv2::LoggingConfiguration
        Properties:
          ResourceArn: !GetAtt Acl.Arn
          LogDestinationConfigs: ['arn:aws:logs:eu-west-1:000000000000:log-group:aws-waf-logs-test']
          %s
      Addresses:
        Type: AWS::WAFv2::IPSet
        Properties: {Scope: REGIONAL, IPAddressVersion: IPV4, Addresses: [192.0.2.0/24, 198.51.100.7/32]}
      WideAddresses:
        Type: AWS::WAFv2::IPSet
        Properties: {Scope: REGIONAL, IPAddressVersion: IPV6, Addresses: ['2001:db8::/33']}
      Patterns:
        Type: AWS::WAFv2::RegexPatternSet
        Properties: {Scope: REGIONAL, RegularExpressionList: ['^/a[0-9]+$', 'secret']}
      %s
    """
        .formatted(fallback, more, rules, log, resources);
  }

  TestAcl later(Duration time) {
    now = now.plus(time);
    return this;
  }

  FirewallVerdict judge(HttpRequest request) {
    return firewall.judge(request, "request-1");
  }

  boolean blocks(HttpRequest request) {
    return judge(request).isBlocked();
  }

  int capacity() {
    return firewall.acl().capacity();
  }

  static HttpRequest get(String target, String... fields) {
    return request("GET", target, "", "203.0.113.9", fields);
  }

  static HttpRequest post(String body, String... fields) {
    return request("POST", "/", body, "203.0.113.9", fields);
  }

  static HttpRequest client(String address, String... fields) {
    return request("GET", "/", "", address, fields);
  }

  static HttpRequest request(
      String method, String target, String body, String address, String... fields) {
    int mark = target.indexOf('?');
    List<Field> all = new ArrayList<>();
    for (String field : fields) {
      String[] parts = field.split(": ", 2);
      all.add(new Field(parts[0], parts[1]));
    }
    return new HttpRequest(
        method,
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        List.copyOf(all),
        body.getBytes(StandardCharsets.UTF_8),
        address);
  }
}
