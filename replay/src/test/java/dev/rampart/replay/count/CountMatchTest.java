package dev.rampart.replay.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.in.logs.CountedRequestReader;
import dev.rampart.domain.detection.tuning.CountMatch;
import dev.rampart.domain.detection.tuning.CountReason;
import dev.rampart.domain.detection.tuning.CountedRequest;
import dev.rampart.domain.detection.tuning.CountingRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CountMatchTest {
  private static final String COMMON = "AWS#AWSManagedRulesCommonRuleSet";
  private static final String ADDRESS = "203.0.113.7";

  @Test
  void an_overridden_rule_an_excluded_one_and_an_own_one_count() {
    assertThat(matches(FirewallRecords.overridden(COMMON, "SizeRestrictions_BODY"), "[]"))
        .containsExactly(match(COMMON, "SizeRestrictions_BODY", CountReason.RULE_OVERRIDE));
    assertThat(matches(FirewallRecords.excluded(COMMON, "NoUserAgent_HEADER"), "[]"))
        .containsExactly(match(COMMON, "NoUserAgent_HEADER", CountReason.EXCLUDED));
    assertThat(matches("[]", FirewallRecords.counted("Geo")))
        .containsExactly(match("", "Geo", CountReason.OWN_ACTION));
  }

  @Test
  void a_rule_that_its_group_has_count_is_told_from_one_that_is_overridden() {
    String groups =
        FirewallRecords.overridden(COMMON, "Watch").replace(",\"overriddenAction\":\"BLOCK\"", "");
    assertThat(matches(groups, "[]"))
        .containsExactly(match(COMMON, "Watch", CountReason.GROUP_DEFAULT));
  }

  @Test
  void a_group_that_counts_as_a_whole_names_its_rule_and_not_the_rule_that_refers_to_it() {
    assertThat(
            matches(
                FirewallRecords.countingGroup(COMMON, "NoUserAgent_HEADER"),
                FirewallRecords.counted("CommonRules")))
        .containsExactly(match(COMMON, "NoUserAgent_HEADER", CountReason.GROUP_OVERRIDE));
  }

  @Test
  void the_group_that_decided_did_not_count() {
    String line =
        FirewallRecords.blocked(
                ADDRESS, "/", FirewallRecords.countingGroup(COMMON, "NoUserAgent_HEADER"), "[]")
            .replace("RATE_BASED", "MANAGED_RULE_GROUP");
    assertThat(of(line)).isEmpty();
  }

  @Test
  void a_solved_captcha_is_no_count() {
    assertThat(matches("[]", FirewallRecords.counted("Puzzle").replace("COUNT", "CAPTCHA")))
        .isEmpty();
  }

  @Test
  void absent_members_nulls_and_names_that_are_none_are_no_match() {
    assertThat(of("{\"httpRequest\":null,\"webaclId\":\"a\"}")).isEmpty();
    assertThat(matches("null", "null")).isEmpty();
    assertThat(matches("[{\"ruleGroupId\":null,\"excludedRules\":[null]}]", "[null]")).isEmpty();
    assertThat(matches("[]", FirewallRecords.counted("a'b c"))).isEmpty();
  }

  private static CountMatch match(String group, String rule, CountReason reason) {
    return new CountMatch(new CountingRule(group, rule), reason);
  }

  private static List<CountMatch> matches(String groups, String own) {
    return of(FirewallRecords.allowed(ADDRESS, "/", groups, own, "null"));
  }

  private static List<CountMatch> of(String line) {
    try {
      return CountedRequestReader.read(new ObjectMapper().readTree(line))
          .map(CountedRequest::matches)
          .orElseGet(List::of);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
