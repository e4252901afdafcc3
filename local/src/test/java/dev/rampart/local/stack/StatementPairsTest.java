package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.firewall.Firewall;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The template of this repository, changed in one place: a request that its web ACL lets pass is
 * refused, or the other way round.
 */
final class StatementPairsTest {
  private static final String NONE = "TextTransformations: [{Priority: 0, Type: NONE}]";
  private static final String RULES = "      Rules:\n";
  private static final String AGENT = "User-Agent: test";
  private static final HttpRequest PLAIN = get("/v1/health", AGENT);
  private static final String SQL = "x' UNION SELECT password FROM users --";

  private final String template =
      Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"));

  StatementPairsTest() throws IOException {}

  /**
   * A change and a request.
   *
   * @param part of the template
   * @param other what stands there instead
   * @param times how often the request comes
   * @param blocks whether the changed template refuses the last one; the other one does the
   *     opposite
   */
  record Pair(
      String name, String part, String other, HttpRequest request, int times, boolean blocks) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void the_template_alone_decides(Pair pair) {
    assertThat(template).contains(pair.part());

    assertThat(blocks(template, pair)).isEqualTo(!pair.blocks());
    assertThat(blocks(template.replace(pair.part(), pair.other()), pair)).isEqualTo(pair.blocks());
  }

  private static boolean blocks(String text, Pair pair) {
    return StackPlans.ofTemplate(text)
        .firewall()
        .api()
        .map(acl -> new Firewall(acl, "APIGW", "test", Clock.systemUTC(), _ -> {}))
        .map(firewall -> last(firewall, pair))
        .orElse(false);
  }

  private static boolean last(Firewall firewall, Pair pair) {
    boolean blocked = false;
    for (int i = 0; i < pair.times(); i++) {
      blocked = firewall.judge(pair.request(), "test").isBlocked();
    }
    return blocked;
  }

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    changes(pairs);
    overrides(pairs);
    newRules(pairs);
    newGroups(pairs);
    return pairs;
  }

  private static void changes(List<Pair> pairs) {
    pairs.add(
        change(
            "default action", "DefaultAction: {Allow: {}}", "DefaultAction: {Block: {}}", PLAIN));
    pairs.add(
        change(
            "blocked IPv4",
            "IPAddressVersion: IPV4, Addresses: []",
            "IPAddressVersion: IPV4, Addresses: [192.0.2.0/24]",
            PLAIN));
    pairs.add(
        change(
            "blocked IPv6",
            "IPAddressVersion: IPV6, Addresses: []",
            "IPAddressVersion: IPV6, Addresses: ['2001:db8::/32']",
            request("GET", "/v1/health", "", "2001:db8::1", AGENT)));
    pairs.add(allowed("rate", "FirewallLimit: 1000", "FirewallLimit: 1100", PLAIN, 1_001));
    pairs.add(
        allowed(
            "oversize body",
            "FieldToMatch: {Body: {OversizeHandling: MATCH}}",
            "FieldToMatch: {Body: {OversizeHandling: NO_MATCH}}",
            post("x".repeat(65_537)),
            1));
    pairs.add(
        change(
            "body limit",
            "DefaultSizeInspectionLimit: KB_64",
            "DefaultSizeInspectionLimit: KB_16",
            post("x".repeat(16_385))));
  }

  private static void overrides(List<Pair> pairs) {
    String body = "- {Name: SizeRestrictions_BODY, ActionToUse: {Count: {}}}";
    pairs.add(
        change("size override", body, body.replace("Count", "Block"), post("x".repeat(9_000))));
    String script = "- {Name: CrossSiteScripting_BODY, ActionToUse: {Count: {}}}";
    pairs.add(
        change(
            "script override",
            script,
            script.replace("Count", "Block"),
            post("<script>alert(1)</script>")));
    pairs.add(
        allowed(
            "override of an agent",
            body,
            body + "\n            - {Name: NoUserAgent_HEADER, ActionToUse: {Count: {}}}",
            get("/v1/health"),
            1));
    String labelled = "Key: awswaf:managed:aws:core-rule-set:EC2MetaDataSSRF_QueryArguments";
    HttpRequest redirect = get("/?redirect_uri=http://localhost:3000", AGENT);
    pairs.add(allowed("label", labelled, labelled + "2", redirect, 1));
    pairs.add(
        allowed(
            "suffix of the host",
            "SearchString: .amazoncognito.com",
            "SearchString: test",
            get("/?redirect_uri=http://localhost:3000", AGENT, "Host: a.test"),
            1));
    pairs.add(counted("KnownBadInputs", get("/?a=${jndi:ldap://x}", AGENT)));
    pairs.add(counted("SQLi", get("/?a=" + SQL.replace(' ', '+'), AGENT)));
    String common = "{Name: EC2MetaDataSSRF_QUERYARGUMENTS, ActionToUse: {Count: {}}}";
    for (String rule :
        List.of(
            "GenericLFI_QUERYARGUMENTS",
            "GenericRFI_QUERYARGUMENTS",
            "RestrictedExtensions_URIPATH",
            "CrossSiteScripting_QUERYARGUMENTS",
            "SizeRestrictions_QUERYSTRING",
            "SizeRestrictions_URIPATH")) {
      pairs.add(
          allowed(
              rule,
              "- " + common,
              "- " + common + "\n            - {Name: " + rule + ", ActionToUse: {Count: {}}}",
              refusedBy(rule),
              1));
    }
  }

  private static HttpRequest refusedBy(String rule) {
    return switch (rule) {
      case "GenericLFI_QUERYARGUMENTS" -> get("/?a=../../b", AGENT);
      case "GenericRFI_QUERYARGUMENTS" -> get("/?a=http://192.0.2.9/b", AGENT);
      case "RestrictedExtensions_URIPATH" -> get("/app.ini", AGENT);
      case "CrossSiteScripting_QUERYARGUMENTS" -> get("/?a=<script>alert(1)</script>", AGENT);
      case "SizeRestrictions_QUERYSTRING" -> get("/?a=" + "b".repeat(2_100), AGENT);
      default -> get("/" + "b".repeat(1_100), AGENT);
    };
  }

  private static void newRules(List<Pair> pairs) {
    pairs.add(rule("path", bytes("UriPath: {}", "/v1/health", "EXACTLY"), PLAIN));
    pairs.add(rule("method", bytes("Method: {}", "GET", "EXACTLY"), PLAIN));
    pairs.add(rule("query", bytes("QueryString: {}", "b=", "CONTAINS"), get("/?b=c", AGENT)));
    pairs.add(
        rule(
            "argument",
            bytes("SingleQueryArgument: {Name: b}", "c", "EXACTLY"),
            get("/?b=c", AGENT)));
    pairs.add(
        rule("header", bytes("SingleHeader: {Name: user-agent}", "te", "STARTS_WITH"), PLAIN));
    pairs.add(rule("body", bytes("Body: {}", "word", "CONTAINS_WORD"), post("a word here")));
    pairs.add(
        rule(
            "JSON body",
            bytes(
                "JsonBody: {MatchPattern: {IncludedPaths: [/a]}, MatchScope: VALUE}",
                "b",
                "EXACTLY"),
            post("{\"a\": \"b\"}")));
    pairs.add(
        rule(
            "cookies",
            bytes(
                "Cookies: {MatchPattern: {All: {}}, MatchScope: KEY, OversizeHandling: MATCH}",
                "c",
                "EXACTLY"),
            get("/", AGENT, "Cookie: c=d")));
    pairs.add(
        rule(
            "regular expression",
            "{RegexMatchStatement: {FieldToMatch: {UriPath: {}}, RegexString: '^/v[0-9]/h', "
                + NONE
                + "}}",
            PLAIN));
    pairs.add(
        rule(
            "negation",
            "{NotStatement: {Statement: " + bytes("Method: {}", "POST", "EXACTLY") + "}}",
            PLAIN));
    pairs.add(
        new Pair(
            "custom rate",
            RULES,
            inserted(
                "{RateBasedStatement: {AggregateKeyType: CUSTOM_KEYS, Limit: 10, CustomKeys:"
                    + " [{UriPath: {"
                    + NONE
                    + "}}]}}"),
            PLAIN,
            11,
            true));
  }

  private static void newGroups(List<Pair> pairs) {
    pairs.add(group("Linux", get("/?a=/proc/version", AGENT)));
    pairs.add(group("Unix", post("echo $HOME")));
    pairs.add(group("PHP", post("$_GET[a]")));
    pairs.add(group("AdminProtection", get("/sqlmanager", AGENT)));
  }

  private static Pair change(String name, String part, String other, HttpRequest request) {
    return new Pair(name, part, other, request, 1, true);
  }

  private static Pair allowed(
      String name, String part, String other, HttpRequest request, int times) {
    return new Pair(name, part, other, request, times, false);
  }

  /** Lets a group count as a whole. */
  private static Pair counted(String group, HttpRequest request) {
    String rule =
        "ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRules"
            + group
            + "RuleSet}\n        OverrideAction: {None: {}}";
    return allowed(group, rule, rule.replace("None", "Count"), request, 1);
  }

  private static Pair rule(String name, String statement, HttpRequest request) {
    return change(name, RULES, inserted(statement), request);
  }

  private static Pair group(String name, HttpRequest request) {
    return change(
        name,
        RULES,
        RULES
            + "      - {Name: Added, Priority: 90, OverrideAction: {None: {}}, VisibilityConfig:"
            + " {}, Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRules"
            + name
            + "RuleSet}}}\n",
        request);
  }

  private static String inserted(String statement) {
    return RULES
        + "      - {Name: Added, Priority: 90, Action: {Block: {}}, VisibilityConfig: {},"
        + " Statement: "
        + statement
        + "}\n";
  }

  private static String bytes(String component, String search, String position) {
    return "{ByteMatchStatement: {FieldToMatch: {"
        + component
        + "}, SearchString: '"
        + search
        + "', PositionalConstraint: "
        + position
        + ", "
        + NONE
        + "}}";
  }

  private static HttpRequest get(String target, String... fields) {
    return request("GET", target, "", "192.0.2.1", fields);
  }

  private static HttpRequest post(String body) {
    return request("POST", "/v1/submissions", body, "192.0.2.1", AGENT);
  }

  private static HttpRequest request(
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
