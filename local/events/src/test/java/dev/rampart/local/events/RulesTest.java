package dev.rampart.local.events;

import static dev.rampart.local.events.Desk.quoted;
import static dev.rampart.local.events.Desk.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesTest {
  private static final String INVALID_PATTERN = "InvalidEventPatternException";

  private final Desk desk = new Desk();
  private final Queue queue = desk.queue("inbox", "");

  @BeforeEach
  void add_a_bus() {
    desk.buses.add("rampart");
  }

  @Test
  void a_queue_gets_the_events_of_its_rule_as_they_are_and_no_others() throws Exception {
    rule("{\"source\":[\"rampart.api\"],\"detail-type\":[\"Made\"]}");
    target("{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}");
    put("rampart.api", "Made");
    put("rampart.api", "Other");
    put("rampart.edge", "Made");
    assertThat(take(queue)).extracting(Message::body).containsExactly(desk.heard.getFirst());
  }

  @Test
  void an_event_on_another_bus_is_not_matched() throws Exception {
    rule("{\"source\":[\"s\"]}");
    target("{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}");
    desk.events(
        "PutEvents", "{\"Entries\":[{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":\"{}\"}]}");
    assertThat(take(queue)).isEmpty();
  }

  @Test
  void a_disabled_rule_sends_nothing_until_it_is_enabled_again() throws Exception {
    rule("{\"source\":[\"s\"]}");
    target("{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}");
    desk.events("DisableRule", "{\"Name\":\"r\",\"EventBusName\":\"rampart\"}");
    put("s", "t");
    assertThat(take(queue)).isEmpty();
    desk.events("EnableRule", "{\"Name\":\"r\",\"EventBusName\":\"rampart\"}");
    put("s", "t");
    assertThat(take(queue)).hasSize(1);
  }

  @Test
  void a_rule_is_shown_listed_and_deleted_once_its_targets_are_gone() {
    String bus = "\"EventBusName\":\"rampart\"";
    rule("{\"source\":[\"s\"]}");
    target("{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}");
    assertThat(desk.events("DescribeRule", "{\"Name\":\"r\"," + bus + "}").path("Arn").asText())
        .isEqualTo("arn:aws:events:eu-west-1:000000000000:rule/rampart/r");
    assertThat(desk.events("ListRules", "{" + bus + "}").path("Rules")).hasSize(1);
    assertThat(desk.events("ListRules", "{}").path("Rules")).isEmpty();
    assertThat(targets()).hasSize(1);
    assertThat(error("DeleteRule", "{\"Name\":\"r\"," + bus + "}"))
        .isEqualTo("ValidationException");
    desk.events("RemoveTargets", "{\"Rule\":\"r\",\"Ids\":[\"t\"]," + bus + "}");
    assertThat(targets()).isEmpty();
    desk.events("DeleteRule", "{\"Name\":\"r\"," + bus + "}");
    assertThat(error("DescribeRule", "{\"Name\":\"r\"," + bus + "}"))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void changing_a_rule_keeps_its_targets() throws Exception {
    rule("{\"source\":[\"s\"]}");
    target("{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}");
    rule("{\"source\":[\"z\"]}");
    put("s", "t");
    assertThat(take(queue)).isEmpty();
    put("z", "t");
    assertThat(take(queue)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'detail':{'a':[{'prefix':'x'}]}}            | {'a':'xy'}    | true
          {'detail':{'a':[{'prefix':'x'}]}}            | {'a':'yx'}    | false
          {'detail':{'a':[{'numeric':['>',3]}]}}       | {'a':4}       | true
          {'detail':{'a':[{'numeric':['>',3]}]}}       | {'a':3}       | false
          {'detail':{'a':[{'cidr':'203.0.113.0/24'}]}} | {'a':'203.0.113.9'} | true
          {'detail':{'a':[{'cidr':'203.0.113.0/24'}]}} | {'a':'203.0.114.9'} | false
          {'detail':{'a':[{'exists':false}]}}          | {}            | true
          {'detail':{'a':[{'exists':false}]}}          | {'a':1}       | false
          {'detail':{'$or':[{'a':[1]},{'b':[2]}]}}     | {'b':2}       | true
          {'detail':{'$or':[{'a':[1]},{'b':[2]}]}}     | {'b':1}       | false
          {'detail':{'a':[{'anything-but':{'wildcard':'*x'}}]}} | {'a':'y'} | true
          {'detail':{'a':[{'anything-but':{'wildcard':'*x'}}]}} | {'a':'x'} | false
          """)
  void a_pattern_can_be_tried(String pattern, String detail, boolean matches) {
    String event = "{\"source\":\"s\",\"detail\":" + detail.replace('\'', '"') + "}";
    JsonNode answer =
        desk.events(
            "TestEventPattern",
            "{\"EventPattern\":"
                + quoted(pattern.replace('\'', '"'))
                + ",\"Event\":"
                + quoted(event)
                + "}");
    assertThat(answer.path("Result").asBoolean(!matches)).isEqualTo(matches);
  }

  @Test
  void a_pattern_that_the_bus_would_not_take_is_refused() {
    for (String pattern : List.of("{", "{\"source\":\"s\"}", "{\"a\":[{\"no\":1}]}", "[]")) {
      assertThat(error("PutRule", "{\"Name\":\"r\",\"EventPattern\":" + quoted(pattern) + "}"))
          .isEqualTo("InvalidEventPatternException");
    }
    assertThat(error("TestEventPattern", "{\"EventPattern\":\"{\",\"Event\":\"{\"}"))
        .isEqualTo("InvalidEventPatternException");
  }

  @Test
  void a_pattern_may_make_a_thousand_combinations_and_no_more() {
    String or = "'$or':[{'a':[1]},{'b':[1]}]";
    assertThat(errors(fields(9, "'k%d':{" + or + "}"))).containsOnly("");
    assertThat(errors(fields(10, "'k%d':{" + or + "}"))).containsOnly(INVALID_PATTERN);
    // One key again and again; and one $or within another.
    assertThat(errors(fields(25, or))).containsOnly(INVALID_PATTERN);
    String nested = fields(5, "'k%d':{" + or + "}");
    assertThat(errors("'$or':[{" + nested + "},{" + nested + "}]")).containsOnly("");
    assertThat(errors("'x':{" + nested + "},'y':{" + nested + "}")).containsOnly(INVALID_PATTERN);
  }

  @Test
  void the_rules_of_a_bus_make_ten_thousand_combinations_together_and_no_more() {
    String ten = "\"$or\":[" + "{\"a\":[1]},".repeat(9) + "{\"a\":[1]}]";
    String thousand = fields(3, "\"k%d\":{" + ten + "}");
    assertThat(IntStream.range(0, 11).mapToObj(i -> ruleError("r" + i, thousand)))
        .containsExactly("", "", "", "", "", "", "", "", "", "", "LimitExceededException");
    // The place of one that was there is free for another one.
    assertThat(ruleError("r0", thousand)).isEmpty();
    assertThat(ruleError("other", "\"a\":[1]")).isEqualTo("LimitExceededException");
    desk.events("DeleteRule", "{\"Name\":\"r3\"}");
    assertThat(ruleError("other", "\"a\":[1]")).isEmpty();
  }

  private String ruleError(String name, String fields) {
    String pattern = quoted("{" + fields + "}");
    return error("PutRule", "{\"Name\":\"" + name + "\",\"EventPattern\":" + pattern + "}");
  }

  @Test
  void a_changed_pattern_takes_what_the_new_one_says_alone() throws Exception {
    rule("{\"source\":[\"s\",\"old\"]}");
    target("{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}");
    rule("{\"source\":[\"s\",\"new\"]}");
    put("old", "t");
    assertThat(take(queue)).isEmpty();
    put("s", "t");
    put("new", "t");
    assertThat(take(queue)).hasSize(2);
  }

  @Test
  void an_event_to_test_is_not_longer_than_one_to_put() {
    String pattern = "\"EventPattern\":" + quoted("{\"source\":[\"s\"]}");
    String event = "{\"source\":\"s\",\"x\":\"" + "y".repeat(1_048_576 - 21) + "\"}";
    assertThat(error("TestEventPattern", "{" + pattern + ",\"Event\":" + quoted(event) + "}"))
        .isEmpty();
    assertThat(error("TestEventPattern", "{" + pattern + ",\"Event\":" + quoted(event + " ") + "}"))
        .isEqualTo("ValidationException");
  }

  @Test
  void a_pattern_has_at_most_4096_characters_wherever_it_is_given() {
    assertThat(errors("'a':['" + "x".repeat(4086) + "']")).containsOnly("");
    assertThat(errors("'a':['" + "x".repeat(4087) + "']")).containsOnly("ValidationException");
  }

  private static String fields(int count, String field) {
    return IntStream.range(0, count).mapToObj(field::formatted).collect(Collectors.joining(","));
  }

  /** Returns what PutRule and TestEventPattern say about a pattern. */
  private List<String> errors(String fields) {
    String pattern = "\"EventPattern\":" + quoted("{" + fields.replace('\'', '"') + "}");
    return List.of(
        error("PutRule", "{\"Name\":\"r\"," + pattern + "}"),
        error(
            "TestEventPattern",
            "{\"Event\":" + quoted("{\"source\":\"s\"}") + "," + pattern + "}"));
  }

  @Test
  void what_is_not_part_of_the_local_run_is_refused_and_never_ignored() {
    rule("{\"source\":[\"s\"]}");
    String arn = "\"Arn\":\"" + queue.arn() + "\"";
    assertThat(target("{\"Id\":\"t\"," + arn + ",\"HttpParameters\":{}}"))
        .isEqualTo("ValidationException");
    assertThat(target("{\"Id\":\"t\"," + arn + ",\"RoleArn\":\"arn:aws:iam::0:role/r\"}"))
        .isEqualTo("ValidationException");
    assertThat(target("{\"Id\":\"t\",\"Arn\":\"arn:aws:kinesis:eu-west-1:0:stream/s\"}"))
        .isEqualTo("ValidationException");
    assertThat(error("PutRule", "{\"Name\":\"r\",\"ScheduleExpression\":\"rate(1 day)\"}"))
        .isEqualTo("ValidationException");
    assertThat(error("CreateArchive", "{}")).isEqualTo("UnknownOperationException");
  }

  @Test
  void buses_are_shown_and_an_unknown_one_is_not_found() {
    assertThat(desk.events("DescribeEventBus", "{\"Name\":\"rampart\"}").path("Arn").asText())
        .isEqualTo("arn:aws:events:eu-west-1:000000000000:event-bus/rampart");
    assertThat(desk.events("ListEventBuses", "{}").path("EventBuses")).hasSize(2);
    assertThat(error("DescribeEventBus", "{\"Name\":\"none\"}"))
        .isEqualTo("ResourceNotFoundException");
  }

  private void rule(String pattern) {
    JsonNode answer =
        desk.events(
            "PutRule",
            "{\"Name\":\"r\",\"EventBusName\":\"rampart\",\"EventPattern\":"
                + quoted(pattern)
                + "}");
    assertThat(answer.path("RuleArn").asText()).isNotEmpty();
  }

  private String target(String target) {
    return error(
        "PutTargets", "{\"Rule\":\"r\",\"EventBusName\":\"rampart\",\"Targets\":[" + target + "]}");
  }

  private JsonNode targets() {
    return desk.events("ListTargetsByRule", "{\"Rule\":\"r\",\"EventBusName\":\"rampart\"}")
        .path("Targets");
  }

  private void put(String source, String type) {
    JsonNode answer =
        desk.events(
            "PutEvents",
            "{\"Entries\":[{\"EventBusName\":\"rampart\",\"Source\":\"%s\",\"DetailType\":\"%s\",\"Detail\":\"{}\"}]}"
                .formatted(source, type));
    assertThat(answer.path("FailedEntryCount").asInt(-1)).isZero();
  }

  private String error(String operation, String input) {
    return desk.events(operation, input).path("__type").asText();
  }

  @Test
  void patterns_whose_wildcards_take_too_long_are_refused() {
    String many =
        IntStream.range(0, 20)
            .mapToObj(i -> "{'wildcard':'" + "*a".repeat(40 + i) + "'}")
            .collect(Collectors.joining(","));

    assertThat(errors("'source':[" + many + "]")).containsOnly("InvalidEventPatternException");
    desk.events("PutRule", request("{'source':[{'wildcard':'*/api/*/users/*'}]}", "r"));
  }

  @Test
  void a_wildcard_with_an_escape_in_its_name_is_one() {
    String pattern = "{\"detail\":{\"a\":[{\"w\\u0069ldcard\":\"" + "*a".repeat(200) + "\"}]}}";

    assertThat(error("PutRule", "{\"Name\":\"r\",\"EventPattern\":" + quoted(pattern) + "}"))
        .isEqualTo(INVALID_PATTERN);
    assertThat(
            error(
                "TestEventPattern", "{\"EventPattern\":" + quoted(pattern) + ",\"Event\":\"{}\"}"))
        .isEqualTo(INVALID_PATTERN);
  }

  @Test
  void an_event_whose_lists_multiply_in_a_pattern_is_refused_and_others_are_not() {
    String pattern = "{'detail':{'a':['x'],'b':['x'],'c':['y']}}";
    desk.events("PutRule", request(pattern, "r"));

    assertThat(tried(pattern, lists(1_000)).path("__type").asText()).isEqualTo("InvalidArgument");
    assertThat(tried(pattern, lists(10)).path("Result").asBoolean(true)).isFalse();
    assertThat(putDetail(lists(1_000)).path("ErrorMessage").asText())
        .startsWith("The events of the request are too long for the patterns");
    assertThat(putDetail(lists(10)).has("EventId")).isTrue();
  }

  @Test
  void a_long_list_alone_does_not_multiply() {
    String pattern = "{'detail':{'a':['x']}}";

    assertThat(tried(pattern, lists(20_000)).path("Result").asBoolean()).isTrue();
  }

  private static String lists(int length) {
    String list = "[" + "\"x\",".repeat(length) + "\"x\"]";
    return "{\"a\":" + list + ",\"b\":" + list + ",\"c\":" + list + "}";
  }

  private JsonNode tried(String pattern, String detail) {
    return desk.events(
        "TestEventPattern",
        "{\"EventPattern\":"
            + quoted(pattern.replace('\'', '"'))
            + ",\"Event\":"
            + quoted("{\"detail\":" + detail + "}")
            + "}");
  }

  private JsonNode putDetail(String detail) {
    String entry = "{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":" + quoted(detail) + "}";
    return desk.events("PutEvents", "{\"Entries\":[" + entry + "]}").at("/Entries/0");
  }

  @Test
  void events_too_long_for_the_wildcards_of_their_bus_are_refused_and_others_are_not() {
    for (int i = 0; i < 20; i++) {
      String pattern = "{'detail':{'a':[{'wildcard':'" + "*a*b*c*d*" + i + "'}]}}";
      desk.events("PutRule", request(pattern, "r" + i));
    }
    String longOne = entry("a".repeat(100_000));
    JsonNode results =
        desk.events("PutEvents", "{\"Entries\":[" + longOne + "," + entry("abcd") + "]}")
            .path("Entries");

    assertThat(results.path(0).path("ErrorMessage").asText())
        .startsWith("The events of the request are too long for the patterns");
    assertThat(results.path(1).has("EventId")).isTrue();
  }

  private static String request(String pattern, String name) {
    return "{\"Name\":\"%s\",\"EventPattern\":%s}"
        .formatted(name, quoted(pattern.replace('\'', '"')));
  }

  private static String entry(String a) {
    return "{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":"
        + quoted("{\"a\":\"" + a + "\"}")
        + "}";
  }
}
