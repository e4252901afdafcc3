package dev.rampart.replay.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.domain.detection.tuning.Suggestion;
import dev.rampart.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

final class CountToBlockTest {
  private static final String COMMON = "AWS#AWSManagedRulesCommonRuleSet";
  private static final String RULE = "EC2MetaDataSSRF_QUERYARGUMENTS";
  private static final String LABEL =
      "awswaf:managed:aws:core-rule-set:EC2MetaDataSSRF_QueryArguments";
  private static final String OVERRIDDEN = FirewallRecords.overridden(COMMON, RULE);
  private static final String NONE = FirewallRecords.NOTHING;
  private static final String GOOD = "198.51.100.1";
  private static final String STRANGER = "203.0.113.7";

  @TempDir private Path folder;

  @Test
  void a_rule_that_hits_strangers_alone_is_to_block() throws IOException {
    JsonNode report =
        judged(
            count(STRANGER, "/v1/submissions/7"),
            count(STRANGER, "/v1/submissions/8"),
            count("203.0.113.8", "/v1/other"));
    JsonNode rule = report.at("/rules/0");
    assertThat(report.at("/rules")).hasSize(1);
    assertThat(rule.path("group").asText()).isEqualTo(COMMON);
    assertThat(rule.path("rule").asText()).isEqualTo(RULE);
    assertThat(rule.path("requests").asInt()).isEqualTo(3);
    assertThat(rule.path("clients").asInt()).isEqualTo(2);
    assertThat(rule.path("knownGood").asInt()).isZero();
    assertThat(rule.path("first").asText()).isEqualTo("2026-11-22T10:15:30.123Z");
    assertThat(rule.at("/paths/1/path").asText()).isEqualTo("/v1/submissions/{id}");
    assertThat(rule.at("/paths/1/requests").asInt()).isEqualTo(2);
    assertThat(rule.at("/paths/1/clients").asInt()).isOne();
    assertThat(rule.path("suggestion").asText()).isEqualTo("block");
    assertThat(yaml(rule)).contains("{Name: " + RULE + ", ActionToUse: {Block: {}}}");
    assertThat(report.path("warnings")).isEmpty();
  }

  @Test
  void a_rule_that_hits_known_good_clients_on_some_paths_is_to_block_elsewhere()
      throws IOException {
    JsonNode rule =
        judged(
                FirewallRecords.objectOf(GOOD),
                count(GOOD, "/v1/notes"),
                count(STRANGER, "/v1/notes"),
                count(STRANGER, "/v1/submissions"))
            .at("/rules/0");
    assertThat(rule.path("knownGood").asInt()).isOne();
    assertThat(rule.path("suggestion").asText()).isEqualTo("block-elsewhere");
    assertThat(yaml(rule))
        .contains("Name: EC2MetaDataSSRF_QUERYARGUMENTSElsewhere", "Key: '" + LABEL + "'")
        .contains("RegexString: '^/v1/notes$'", "Action: {Block: {}}")
        .doesNotContain("/v1/submissions");
  }

  @Test
  void an_own_rule_gets_a_label_to_block_elsewhere() throws IOException {
    JsonNode rule =
        judged(
                FirewallRecords.allowed(GOOD, "/a", NONE, FirewallRecords.counted("Geo"), NONE),
                FirewallRecords.allowed(STRANGER, "/b", NONE, FirewallRecords.counted("Geo"), NONE))
            .at("/rules/0");
    assertThat(rule.has("group")).isFalse();
    assertThat(yaml(rule)).contains("RuleLabels: [{Name: 'counted:Geo'}]", "Key: 'counted:Geo'");
  }

  @Test
  void an_own_rule_an_excluded_one_and_a_whole_group_are_changed_where_they_count()
      throws IOException {
    JsonNode rules =
        judged(
                FirewallRecords.allowed(STRANGER, "/", NONE, FirewallRecords.counted("Geo"), NONE),
                FirewallRecords.allowed(
                    STRANGER, "/", FirewallRecords.excluded(COMMON, "Old"), NONE, NONE),
                FirewallRecords.allowed(
                    STRANGER,
                    "/",
                    FirewallRecords.countingGroup(
                        "arn:aws:wafv2:eu-west-1:1:regional/rulegroup/g/1", "New"),
                    FirewallRecords.counted("Group"),
                    NONE))
            .path("rules");
    assertThat(rules).hasSize(3);
    assertThat(yaml(rules.get(0))).contains("take Old out of ExcludedRules", "Name: Old");
    assertThat(yaml(rules.get(1))).contains("# in the rule Geo\nAction: {Block: {}}");
    assertThat(yaml(rules.get(2))).contains("OverrideAction: {None: {}}");
  }

  @Test
  void a_rule_that_hits_known_good_clients_everywhere_goes_on_counting() throws IOException {
    JsonNode rule =
        report(FirewallRecords.signIn(GOOD), count(GOOD, "/login"), count(STRANGER, "/login"))
            .at("/rules/0");
    assertThat(rule.path("suggestion").asText()).isEqualTo("keep-counting");
    assertThat(rule.has("yaml")).isFalse();
  }

  @Test
  void a_rule_that_hits_whoever_signs_in_is_not_to_block_there() throws IOException {
    JsonNode only = judged(count(STRANGER, "/oauth2/authorize"), count(STRANGER, "/login"));
    assertThat(only.at("/rules/0/suggestion").asText()).isEqualTo("keep-counting");

    JsonNode rule = judged(count(STRANGER, "/login"), count(STRANGER, "/v1/notes")).at("/rules/0");
    assertThat(rule.path("suggestion").asText()).isEqualTo("block-elsewhere");
    assertThat(yaml(rule)).contains("RegexString: '^/login$'").doesNotContain("/v1/notes");
  }

  @Test
  void too_few_known_good_clients_say_nothing_of_a_rule() throws IOException {
    List<String> lines = crowd(Suggestion.KNOWN_GOOD_MIN - 1);
    lines.add(count(STRANGER, "/v1/notes"));
    JsonNode rule = report(lines.toArray(String[]::new)).at("/rules/0");
    assertThat(rule.path("suggestion").asText()).isEqualTo("too-few-known-good");
    assertThat(rule.has("yaml")).isFalse();
  }

  @Test
  void a_client_that_was_hostile_elsewhere_is_not_known_good_in_whatever_order()
      throws IOException {
    String hostile =
        FirewallRecords.blocked(GOOD, "/", NONE, NONE).replace("RATE_BASED", "REGULAR");
    for (List<String> order :
        List.of(
            List.of(FirewallRecords.signIn(GOOD), count(GOOD, "/login"), hostile),
            List.of(hostile, count(GOOD, "/login"), FirewallRecords.signIn(GOOD)))) {
      assertThat(report(order.toArray(String[]::new)).at("/rules/0/knownGood").asInt()).isZero();
    }
    String rate = FirewallRecords.blocked(GOOD, "/", NONE, NONE);
    assertThat(
            report(FirewallRecords.signIn(GOOD), count(GOOD, "/login"), rate)
                .at("/rules/0/knownGood")
                .asInt())
        .isOne();
  }

  @Test
  void what_a_rule_counts_does_not_speak_against_a_client() throws IOException {
    String countsByDefault = count(GOOD, "/a").replace(",\"overriddenAction\":\"BLOCK\"", "");
    assertThat(
            report(FirewallRecords.signIn(GOOD), countsByDefault).at("/rules/0/knownGood").asInt())
        .isOne();
  }

  @Test
  void what_another_rule_blocked_is_not_counted_as_saved() throws IOException {
    JsonNode rule =
        report(
                FirewallRecords.signIn(GOOD),
                FirewallRecords.blocked(STRANGER, "/", OVERRIDDEN, NONE))
            .at("/rules/0");
    assertThat(rule.path("requests").asInt()).isZero();
    assertThat(rule.path("alsoBlocked").asInt()).isOne();
    assertThat(rule.has("first")).isFalse();
  }

  @Test
  void addresses_of_one_network_of_version_6_are_one_client() throws IOException {
    JsonNode rule =
        report(count("2001:db8::1", "/a"), count("2001:db8::2", "/a"), count("-", "/a"))
            .at("/rules/0");
    assertThat(rule.path("requests").asInt()).isEqualTo(3);
    assertThat(rule.path("clients").asInt()).isOne();
  }

  @Test
  void a_report_without_known_good_clients_says_so() throws IOException {
    assertThat(report(count(STRANGER, "/a")).at("/warnings/0").asText())
        .contains("no client is known good");
    assertThat(print(count(STRANGER, "/a")))
        .contains("note: no client is known good")
        .contains("would have blocked 1 requests of 1 clients, 0 of them known good")
        .contains("suggestion: have it count; fewer than 30 clients are known good")
        .contains("1 lines, ");
  }

  @Test
  void a_table_for_people_sums_the_paths_that_are_too_many() throws IOException {
    String[] lines =
        IntStream.range(0, 25)
            .mapToObj(i -> count(STRANGER, "/" + (char) ('a' + i)))
            .toArray(String[]::new);
    assertThat(print(lines)).contains("/a ", "(5 more)").doesNotContain("/y ");
  }

  @Test
  void nothing_that_counted_is_said() throws IOException {
    assertThat(print(FirewallRecords.signIn(GOOD))).contains("No rule counted a request.");
  }

  @Test
  void what_is_typed_wrongly_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), FirewallRecords.signIn(GOOD) + "\n");
    StringWriter ignored = new StringWriter();
    assertThat(execute(ignored, file.toString(), "--report", "other")).isEqualTo(2);
    assertThat(execute(ignored, file.toString(), "--report", "count-to-block", "--alerts", "x"))
        .isEqualTo(2);
    Path text = Files.writeString(folder.resolve("text"), "what\n");
    assertThat(execute(ignored, text.toString(), "--report", "count-to-block")).isOne();
  }

  private static String count(String address, String path) {
    return FirewallRecords.allowed(address, path, OVERRIDDEN, NONE, FirewallRecords.label(LABEL));
  }

  /** Returns the lines to paste, after seeing that they are YAML. */
  private static String yaml(JsonNode rule) {
    String yaml = rule.path("yaml").asText();
    boolean hasTwoParts = yaml.contains("RuleLabels");
    String parsed = hasTwoParts ? yaml.substring(yaml.indexOf("- Name")) : yaml;
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(parsed)).isNotNull();
    return yaml;
  }

  /** The report of lines among those of just enough clients that are known good. */
  private JsonNode judged(String... lines) throws IOException {
    List<String> all = crowd(Suggestion.KNOWN_GOOD_MIN);
    all.addAll(List.of(lines));
    return report(all.toArray(String[]::new));
  }

  private static List<String> crowd(int clients) {
    return IntStream.rangeClosed(1, clients)
        .mapToObj(i -> FirewallRecords.signIn("198.51.100." + i))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private JsonNode report(String... lines) throws IOException {
    return new ObjectMapper().readTree(run(lines, "--json"));
  }

  private String print(String... lines) throws IOException {
    return run(lines);
  }

  private String run(String[] lines, String... options) throws IOException {
    Path file = Files.write(folder.resolve("log"), List.of(lines));
    List<String> arguments =
        new ArrayList<>(List.of(file.toString(), "--report", "count-to-block"));
    arguments.addAll(List.of(options));
    StringWriter out = new StringWriter();
    assertThat(execute(out, arguments.toArray(String[]::new))).isZero();
    return out.toString();
  }

  private static int execute(StringWriter out, String... arguments) {
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute(arguments);
  }
}
