package dev.rampart.local.firewall;

import static dev.rampart.local.firewall.TestAcl.blocking;
import static dev.rampart.local.firewall.TestAcl.client;
import static dev.rampart.local.firewall.TestAcl.get;
import static dev.rampart.local.firewall.TestAcl.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each statement of AWS WAF, with a request that it matches and one that it does not. */
final class StatementsTest {
  private static final String PLAIN = "TextTransformations: [{Priority: 0, Type: NONE}]";

  @ParameterizedTest
  @CsvSource({
    "EXACTLY, abc, xabc",
    "STARTS_WITH, abcx, xabc",
    "ENDS_WITH, xabc, abcx",
    "CONTAINS, xabcx, ab",
    "CONTAINS_WORD, x-abc-x, x_abc_x",
  })
  void byte_match_looks_at_the_position(String position, String matching, String other) {
    TestAcl acl =
        blocking(
            "{ByteMatchStatement: {FieldToMatch: {SingleHeader: {Name: X-A}}, SearchString: abc,"
                + " PositionalConstraint: "
                + position
                + ", "
                + PLAIN
                + "}}");

    assertThat(acl.blocks(get("/", "x-a: " + matching))).isTrue();
    assertThat(acl.blocks(get("/", "x-a: " + other))).isFalse();
    assertThat(acl.blocks(get("/"))).isFalse();
  }

  @Test
  void without_transformation_letter_case_hides_what_is_searched() {
    String statement =
        "{ByteMatchStatement: {FieldToMatch: {UriPath: {}}, SearchString: /admin,"
            + " PositionalConstraint: STARTS_WITH,"
            + " TextTransformations: [{Priority: 1, Type: LOWERCASE}, {Priority: 0, Type: %s}]}}";

    assertThat(blocking(statement.formatted("URL_DECODE")).blocks(get("/%41dmin"))).isTrue();
    assertThat(blocking(statement.formatted("NONE")).blocks(get("/%41dmin"))).isFalse();
    assertThat(blocking(statement.formatted("NONE")).blocks(get("/Admin"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EQ, 3, abc, ab",
    "NE, 3, ab, abc",
    "LE, 3, abc, abcd",
    "LT, 3, ab, abc",
    "GE, 3, abc, ab",
    "GT, 3, abcd, abc"
  })
  void size_compares_bytes(String operator, int size, String matching, String other) {
    TestAcl acl =
        blocking(
            "{SizeConstraintStatement: {FieldToMatch: {QueryString: {}}, ComparisonOperator: "
                + operator
                + ", Size: "
                + size
                + ", "
                + PLAIN
                + "}}");

    assertThat(acl.blocks(get("/?" + matching))).isTrue();
    assertThat(acl.blocks(get("/?" + other))).isFalse();
  }

  @Test
  void a_body_beyond_the_limit_is_decided_by_its_oversize_handling() {
    String statement =
        "{SizeConstraintStatement: {FieldToMatch: {Body: {OversizeHandling: %s}},"
            + " ComparisonOperator: GT, Size: 100000, "
            + PLAIN
            + "}}";
    String large = "x".repeat(16 * 1024 + 1);

    assertThat(blocking(statement.formatted("MATCH")).blocks(post(large))).isTrue();
    assertThat(blocking(statement.formatted("NO_MATCH")).blocks(post(large))).isFalse();
    assertThat(blocking(statement.formatted("CONTINUE")).blocks(post(large))).isFalse();
    assertThat(blocking(statement.formatted("MATCH")).blocks(post(large.substring(1)))).isFalse();
  }

  @Test
  void what_lies_behind_the_limit_of_the_body_is_not_seen() {
    TestAcl acl =
        blocking(
            "{ByteMatchStatement: {FieldToMatch: {Body: {}}, SearchString: evil,"
                + " PositionalConstraint: CONTAINS, "
                + PLAIN
                + "}}");

    assertThat(acl.blocks(post("x".repeat(16 * 1024 - 4) + "evil"))).isTrue();
    assertThat(acl.blocks(post("x".repeat(16 * 1024 - 3) + "evil"))).isFalse();
  }

  @Test
  void a_regular_expression_and_a_set_of_them_search() {
    TestAcl one =
        blocking(
            "{RegexMatchStatement: {FieldToMatch: {AllQueryArguments: {}}, RegexString:"
                + " '^[0-9]{3}$', "
                + PLAIN
                + "}}");
    TestAcl set =
        blocking(
            "{RegexPatternSetReferenceStatement: {FieldToMatch: {UriPath: {}}, Arn: !GetAtt"
                + " Patterns.Arn, "
                + PLAIN
                + "}}");

    assertThat(one.blocks(get("/?a=12&b=123"))).isTrue();
    assertThat(one.blocks(get("/?a=12&b=1234"))).isFalse();
    assertThat(set.blocks(get("/a17"))).isTrue();
    assertThat(set.blocks(get("/b/secret/c"))).isTrue();
    assertThat(set.blocks(get("/b17"))).isFalse();
  }

  @Test
  void an_address_is_looked_up_in_its_set() {
    TestAcl acl =
        blocking(
            "{OrStatement: {Statements: [{IPSetReferenceStatement: {Arn: !GetAtt Addresses.Arn}},"
                + " {IPSetReferenceStatement: {Arn: !GetAtt WideAddresses.Arn}}]}}");

    assertThat(acl.blocks(client("192.0.2.200"))).isTrue();
    assertThat(acl.blocks(client("198.51.100.7"))).isTrue();
    assertThat(acl.blocks(client("198.51.100.8"))).isFalse();
    assertThat(acl.blocks(client("2001:db8:7fff::1"))).isTrue();
    assertThat(acl.blocks(client("2001:db8:8000::1"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIRST | NO_MATCH | 192.0.2.1, 203.0.113.1 | true",
        "FIRST | NO_MATCH | 203.0.113.1, 192.0.2.1 | false",
        "LAST | NO_MATCH | 203.0.113.1, 192.0.2.1 | true",
        "ANY | NO_MATCH | 203.0.113.1, 192.0.2.1, 203.0.113.2 | true",
        "FIRST | NO_MATCH | nobody | false",
        "FIRST | MATCH | nobody | true",
      })
  void a_forwarded_address_counts_by_its_position(
      String position, String fallback, String header, boolean blocked) {
    TestAcl acl =
        blocking(
            "{IPSetReferenceStatement: {Arn: !GetAtt Addresses.Arn, IPSetForwardedIPConfig:"
                + " {HeaderName: X-Forwarded-For, FallbackBehavior: "
                + fallback
                + ", Position: "
                + position
                + "}}}");

    assertThat(acl.blocks(get("/", "x-forwarded-for: " + header))).isEqualTo(blocked);
    assertThat(acl.blocks(client("192.0.2.1"))).isFalse();
  }

  @Test
  void and_or_and_not_join_statements() {
    String a =
        "{ByteMatchStatement: {FieldToMatch: {UriPath: {}}, SearchString: a,"
            + " PositionalConstraint: CONTAINS, "
            + PLAIN
            + "}}";
    String b = a.replace("SearchString: a", "SearchString: b");
    TestAcl and = blocking("{AndStatement: {Statements: [" + a + ", " + b + "]}}");
    TestAcl or = blocking("{OrStatement: {Statements: [" + a + ", " + b + "]}}");
    TestAcl not = blocking("{NotStatement: {Statement: " + a + "}}");

    assertThat(and.blocks(get("/ab"))).isTrue();
    assertThat(and.blocks(get("/a"))).isFalse();
    assertThat(or.blocks(get("/b"))).isTrue();
    assertThat(or.blocks(get("/c"))).isFalse();
    assertThat(not.blocks(get("/c"))).isTrue();
    assertThat(not.blocks(get("/a"))).isFalse();
  }

  @Test
  void injection_is_found_by_the_inspector() {
    TestAcl sql = blocking("{SqliMatchStatement: {FieldToMatch: {Body: {}}, " + PLAIN + "}}");
    TestAcl script = blocking("{XssMatchStatement: {FieldToMatch: {Body: {}}, " + PLAIN + "}}");

    assertThat(sql.blocks(post("x' UNION SELECT password FROM users --"))).isTrue();
    assertThat(sql.blocks(post("Select a seat from the union hall."))).isFalse();
    assertThat(script.blocks(post("<script>alert(document.cookie)</script>"))).isTrue();
    assertThat(script.blocks(post("a < b and b > c"))).isFalse();
  }

  @Test
  void a_json_body_is_inspected_by_pointer_and_scope() {
    String statement =
        "{ByteMatchStatement: {FieldToMatch: {JsonBody: {MatchPattern: %s, MatchScope: %s}},"
            + " SearchString: evil, PositionalConstraint: CONTAINS, "
            + PLAIN
            + "}}";
    TestAcl all = blocking(statement.formatted("{All: {}}", "ALL"));
    TestAcl keys = blocking(statement.formatted("{All: {}}", "KEY"));
    TestAcl dogs = blocking(statement.formatted("{IncludedPaths: [/dogs/1]}", "VALUE"));
    String value = "{\"a\": {\"b\": \"\\u0065vil\"}}";
    String key = "{\"a\": {\"evil\": 1}}";

    assertThat(all.blocks(post(value))).isTrue();
    assertThat(all.blocks(post(key))).isTrue();
    assertThat(keys.blocks(post(value))).isFalse();
    assertThat(keys.blocks(post(key))).isTrue();
    assertThat(dogs.blocks(post("{\"dogs\": [\"a\", {\"name\": \"evil\"}]}"))).isTrue();
    assertThat(dogs.blocks(post("{\"dogs\": [\"evil\", \"a\"]}"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"MATCH, true", "NO_MATCH, false", "EVALUATE_AS_STRING, true"})
  void a_body_that_is_no_json_is_decided_by_its_fallback(String fallback, boolean blocked) {
    TestAcl acl =
        blocking(
            "{ByteMatchStatement: {FieldToMatch: {JsonBody: {MatchPattern: {All: {}},"
                + " MatchScope: ALL, InvalidFallbackBehavior: "
                + fallback
                + "}},"
                + " SearchString: evil, PositionalConstraint: CONTAINS, "
                + PLAIN
                + "}}");

    assertThat(acl.blocks(post("{\"a\": } evil"))).isEqualTo(blocked);
  }

  @Test
  void headers_and_cookies_are_selected_by_name() {
    String statement =
        "{ByteMatchStatement: {FieldToMatch: {%s: {MatchPattern: {%s}, MatchScope: VALUE,"
            + " OversizeHandling: %s}}, SearchString: evil, PositionalConstraint: CONTAINS, "
            + PLAIN
            + "}}";
    TestAcl headers =
        blocking(statement.formatted("Headers", "IncludedHeaders: [X-A]", "CONTINUE"));
    TestAcl cookies = blocking(statement.formatted("Cookies", "ExcludedCookies: [b]", "CONTINUE"));
    TestAcl large = blocking(statement.formatted("Headers", "All: {}", "MATCH"));

    assertThat(headers.blocks(get("/", "x-a: evil"))).isTrue();
    assertThat(headers.blocks(get("/", "x-b: evil"))).isFalse();
    assertThat(cookies.blocks(get("/", "Cookie: a=evil; b=c"))).isTrue();
    assertThat(cookies.blocks(get("/", "Cookie: a=c; b=evil"))).isFalse();
    String filler = "x".repeat(8_000);
    assertThat(headers.blocks(get("/", "x-b: " + filler, "x-a: evil" + filler))).isTrue();
    assertThat(headers.blocks(get("/", "x-b: " + filler, "x-a: " + filler + "evil"))).isFalse();
    assertThat(large.blocks(get("/", "x-b: " + "x".repeat(8192)))).isTrue();
    assertThat(large.blocks(get("/", "x-b: " + "x".repeat(8000)))).isFalse();
  }

  @Test
  void the_order_of_headers_is_a_component() {
    TestAcl acl =
        blocking(
            "{ByteMatchStatement: {FieldToMatch: {HeaderOrder: {OversizeHandling: CONTINUE}},"
                + " SearchString: 'host:user-agent:accept', PositionalConstraint: EXACTLY, "
                + PLAIN
                + "}}");

    assertThat(acl.blocks(get("/", "host: a", "user-agent: b", "accept: c"))).isTrue();
    assertThat(acl.blocks(get("/", "host: a", "accept: c", "user-agent: b"))).isFalse();
  }

  @Test
  void a_rate_counts_each_address_in_its_window() {
    TestAcl acl =
        blocking(
            "{RateBasedStatement: {AggregateKeyType: IP, EvaluationWindowSec: 60, Limit: 10}}");

    for (int i = 0; i < 10; i++) {
      assertThat(acl.blocks(client("192.0.2.1"))).isFalse();
    }
    assertThat(acl.blocks(client("192.0.2.1"))).isTrue();
    assertThat(acl.blocks(client("192.0.2.2"))).isFalse();
    assertThat(acl.later(Duration.ofSeconds(59)).blocks(client("192.0.2.1"))).isTrue();
    assertThat(acl.later(Duration.ofSeconds(60)).blocks(client("192.0.2.1"))).isFalse();
  }

  @Test
  void a_rate_counts_by_custom_keys_and_only_what_is_in_its_scope() {
    TestAcl acl =
        blocking(
            "{RateBasedStatement: {AggregateKeyType: CUSTOM_KEYS, Limit: 10, CustomKeys: [{Header:"
                + " {Name: X-A, "
                + PLAIN
                + "}}, {HTTPMethod: {}}], ScopeDownStatement:"
                + " {ByteMatchStatement: {FieldToMatch: {UriPath: {}}, SearchString: /a,"
                + " PositionalConstraint: STARTS_WITH, "
                + PLAIN
                + "}}}}");

    for (int i = 0; i < 10; i++) {
      assertThat(acl.blocks(get("/a", "x-a: 1"))).isFalse();
      assertThat(acl.blocks(get("/b", "x-a: 1"))).isFalse();
      assertThat(acl.blocks(get("/a"))).isFalse();
    }
    assertThat(acl.blocks(get("/a", "x-a: 1"))).isTrue();
    assertThat(acl.blocks(get("/a", "x-a: 2"))).isFalse();
    assertThat(acl.blocks(get("/b", "x-a: 1"))).isFalse();
  }

  @Test
  void a_rate_counts_by_two_keys_of_one_kind() {
    String argument = "{QueryArgument: {Name: %s, " + PLAIN + "}}";
    TestAcl acl =
        blocking(
            "{RateBasedStatement: {AggregateKeyType: CUSTOM_KEYS, Limit: 10, CustomKeys: ["
                + argument.formatted("a")
                + ", "
                + argument.formatted("b")
                + "]}}");

    for (int i = 0; i < 10; i++) {
      assertThat(acl.blocks(get("/?a=1&b=2"))).isFalse();
    }
    assertThat(acl.blocks(get("/?a=3&b=2"))).isFalse();
    assertThat(acl.blocks(get("/?a=1&b=2"))).isTrue();
  }

  @Test
  void a_rate_by_forwarded_address_follows_the_header() {
    TestAcl acl =
        blocking(
            "{RateBasedStatement: {AggregateKeyType: FORWARDED_IP, Limit: 10, ForwardedIPConfig:"
                + " {HeaderName: X-Forwarded-For, FallbackBehavior: NO_MATCH}}}");

    for (int i = 0; i < 10; i++) {
      assertThat(acl.blocks(get("/", "x-forwarded-for: 192.0.2.1"))).isFalse();
    }
    assertThat(acl.blocks(get("/", "x-forwarded-for: 192.0.2.1"))).isTrue();
    assertThat(acl.blocks(get("/", "x-forwarded-for: 192.0.2.2"))).isFalse();
    assertThat(acl.blocks(get("/"))).isFalse();
  }
}
