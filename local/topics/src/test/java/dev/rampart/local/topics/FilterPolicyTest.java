package dev.rampart.local.topics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the guide's page on subscription filter policies. */
final class FilterPolicyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ATTRIBUTES =
      """
      {"customer_interests": {"DataType": "String.Array", "StringValue": "[\\"soccer\\",\\"rugby\\"]"},
       "store": {"DataType": "String", "StringValue": "example_corp"},
       "event": {"DataType": "String", "StringValue": "order_placed"},
       "price_usd": {"DataType": "Number", "StringValue": "210.75"},
       "key": {"DataType": "Binary", "BinaryValue": "YQ=="}}
      """;

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"store\": [\"example_corp\"], \"event\": [{\"anything-but\": \"order_cancelled\"}],"
            + " \"customer_interests\": [\"rugby\", \"football\"],"
            + " \"price_usd\": [{\"numeric\": [\">=\", 100]}]} ~ true",
        "{\"store\": [\"example_corp\"], \"encrypted\": [false]} ~ false",
        "{\"store\": [\"Example_corp\"]} ~ false",
        "{\"store\": [{\"equals-ignore-case\": \"Example_corp\"}]} ~ true",
        "{\"store\": [{\"prefix\": \"exa\"}]} ~ true",
        "{\"store\": [{\"suffix\": \"corp\"}]} ~ true",
        "{\"store\": [{\"anything-but\": {\"prefix\": \"exa\"}}]} ~ false",
        "{\"customer_interests\": [{\"anything-but\": [\"rugby\", \"tennis\"]}]} ~ true",
        "{\"customer_interests\": [{\"anything-but\": [\"rugby\", \"soccer\"]}]} ~ false",
        "{\"price_usd\": [{\"numeric\": [\">\", 0, \"<=\", 150]}]} ~ false",
        "{\"price_usd\": [{\"numeric\": [\"=\", 2.1075e2]}]} ~ true",
        "{\"price_usd\": [210.75]} ~ true",
        "{\"price_usd\": [{\"anything-but\": [100, 500]}]} ~ true",
        "{\"store\": [{\"exists\": true}]} ~ true",
        "{\"store\": [{\"exists\": false}]} ~ false",
        "{\"other\": [{\"exists\": false}]} ~ true",
        "{\"key\": [{\"exists\": true}]} ~ false",
      })
  void attributes_are_taken_or_not(String policy, boolean takes) {
    assertThat(FilterPolicy.of(json(policy), FilterPolicy.ATTRIBUTES).takes("", json(ATTRIBUTES)))
        .isEqualTo(takes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"NewStateValue\": [\"ALARM\"]} ~ true",
        "{\"NewStateValue\": [\"OK\"]} ~ false",
        "{\"Trigger\": {\"MetricName\": [\"Errors\"]}} ~ true",
        "{\"Trigger\": {\"Dimensions\": {\"name\": [\"Stage\"]}}} ~ true",
        "{\"Trigger\": {\"Dimensions\": {\"name\": [\"Region\"]}}} ~ false",
      })
  void bodies_are_taken_or_not(String policy, boolean takes) {
    String body =
        "{\"NewStateValue\":\"ALARM\",\"Trigger\":{\"MetricName\":\"Errors\",\"Dimensions\":"
            + "[{\"name\":\"Stage\"}]}}";
    FilterPolicy read = FilterPolicy.of(json(policy), FilterPolicy.BODY);

    assertThat(read.takes(body, json("{}"))).isEqualTo(takes);
    assertThat(read.takes("no JSON", json("{}"))).isFalse();
    assertThat(read.takes(body + "}", json("{}"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[] ~ is not a JSON object with keys",
        "{} ~ is not a JSON object with keys",
        "{\"a\": \"b\"} ~ has the key a, which is no list of conditions",
        "{\"a\": {\"b\": [\"c\"]}} ~ has the key a, which is no list of conditions",
        "{\"a\": [{\"cidr\": \"10.0.0.0/8\"}]} ~ has the operator cidr, which is not known to the"
            + " local run",
        "{\"$or\": [1]} ~ has $or, which is not known to the local run",
        "{\"a\": [{\"numeric\": [\"!\", 1]}]} ~ has numeric with the comparison !",
        "{\"a\": [1e10]} ~ has a number that is not between -10^9 and 10^9",
        "{\"a\": [1e999]} ~ has a number that is not between -10^9 and 10^9",
        "{\"a\": [{\"numeric\": [\"<\", 1e999]}]} ~ has a number that is not between -10^9 and"
            + " 10^9",
        "{\"a\":[1],\"b\":[1],\"c\":[1],\"d\":[1],\"e\":[1],\"f\":[1]} ~ has more than 5 keys",
        "{\"a\":[1,2,3,4,5,6,7,8,9,10,11,12,13],\"b\":[1,2,3,4,5,6,7,8,9,10,11,12]} ~ has more"
            + " than 150 combinations",
      })
  void what_is_no_policy_is_refused(String policy, String message) {
    assertThatExceptionOfType(FilterPolicy.InvalidPolicyException.class)
        .isThrownBy(() -> FilterPolicy.of(json(policy), FilterPolicy.ATTRIBUTES))
        .withMessage(message);
  }

  @Test
  void a_number_without_a_size_is_no_value_of_a_comparison() {
    FilterPolicy policy =
        FilterPolicy.of(json("{\"a\": [1, {\"numeric\": [\">\", 1]}]}"), FilterPolicy.BODY);
    assertThat(policy.takes("{\"a\":1e999}", json("{}"))).isFalse();
    assertThat(policy.takes("{\"a\":[-1e999,2]}", json("{}"))).isTrue();
  }

  @Test
  void the_values_of_anything_but_are_among_the_combinations() {
    assertThat(
            FilterPolicy.of(anythingBut(150), FilterPolicy.BODY).takes("{\"a\":149}", json("{}")))
        .isFalse();
    assertThatExceptionOfType(FilterPolicy.InvalidPolicyException.class)
        .isThrownBy(() -> FilterPolicy.of(anythingBut(151), FilterPolicy.BODY))
        .withMessage("has more than 150 combinations");
  }

  private static JsonNode anythingBut(int values) {
    String list = IntStream.range(0, values).mapToObj(Integer::toString).collect(joining(","));
    return json("{\"a\": [{\"anything-but\": [" + list + "]}]}");
  }

  @Test
  void a_list_of_any_length_is_tested_without_recursion() {
    JsonNode condition = anythingBut(100_000).at("/a/0");

    assertThat(FilterCondition.of(condition).takes(List.of(json("100000")))).isTrue();
    assertThat(FilterCondition.of(condition).takes(List.of(json("99999")))).isFalse();
  }

  @Test
  void lists_in_a_message_may_be_as_deep_as_json_is_read() throws InterruptedException {
    FilterPolicy policy = FilterPolicy.of(json("{\"a\": {\"b\": [1]}}"), FilterPolicy.BODY);
    String body = "{\"a\":" + "[".repeat(900) + "{\"b\":1}" + "]".repeat(900) + "}";
    AtomicBoolean taken = new AtomicBoolean();

    // With a small stack, as what calls this may have used most of its own.
    Thread thread =
        new Thread(null, () -> taken.set(policy.takes(body, json("{}"))), "small", 200_000);
    thread.start();
    thread.join();

    assertThat(taken).isTrue();
  }

  @Test
  void a_policy_has_a_size_at_most() {
    JsonNode large = json("{\"a\": [\"" + "é".repeat(128 * 1024) + "\"]}");

    assertThatExceptionOfType(FilterPolicy.InvalidPolicyException.class)
        .isThrownBy(() -> FilterPolicy.of(large, FilterPolicy.BODY))
        .withMessage("is larger than 262144 bytes");
  }

  @Test
  void nesting_has_a_limit() {
    String deep = "{\"a\":".repeat(100) + "[1]" + "}".repeat(100);

    assertThatExceptionOfType(FilterPolicy.InvalidPolicyException.class)
        .isThrownBy(() -> FilterPolicy.of(json(deep), FilterPolicy.BODY))
        .withMessageContaining("nested deeper");
  }
}
