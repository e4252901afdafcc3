package dev.rampart.local.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.firewall.request.ByteText;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, all managed rules together judge it and do not fail. */
final class HostileRequestTest {
  private static final TestAcl ALL = all();

  private static TestAcl all() {
    StringBuilder rules = new StringBuilder("[");
    int priority = 0;
    for (String name :
        List.of("Common", "KnownBadInputs", "AdminProtection", "SQLi", "Linux", "Unix", "PHP")) {
      String full = "AWSManagedRules" + name + "RuleSet";
      rules.append(
          ("{Name: r%d, Priority: %d, OverrideAction: {Count: {}}, VisibilityConfig: {}, Statement:"
                  + " {ManagedRuleGroupStatement: {VendorName: AWS, Name: %s}}}, ")
              .formatted(priority, priority++, full));
    }
    rules.append(
        "{Name: json, Priority: 90, Action: {Count: {}}, VisibilityConfig: {}, Statement:"
            + " {RegexMatchStatement: {FieldToMatch: {JsonBody: {MatchPattern: {IncludedPaths:"
            + " [/a/0]}, MatchScope: ALL}}, RegexString: '(a+)+$', TextTransformations: [{Priority:"
            + " 0, Type: NONE}]}}}]");
    return TestAcl.rules(rules.toString());
  }

  @Property(tries = 300)
  void any_bytes_are_judged(
      @ForAll @Size(max = 2_000) byte[] body, @ForAll @Size(max = 200) byte[] text) {
    String any = ByteText.of(text);
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/" + any,
            any,
            List.of(new Field("Cookie", any), new Field("X", any)),
            body,
            any);

    assertThat(ALL.judge(request).isBlocked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"a\":",
        "\"",
        "%u",
        "../",
        "<script>",
        "' OR 1=1 --",
        "${",
        "&#x",
        "a",
        "/*"
      })
  void large_bodies_of_one_piece_are_judged(String piece) {
    String body = piece.repeat(65_536 / piece.length());

    assertThat(ALL.blocks(TestAcl.post(body, "Cookie: a=" + body.substring(0, 12_000)))).isFalse();
  }
}
