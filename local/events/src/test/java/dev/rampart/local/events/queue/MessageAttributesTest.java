package dev.rampart.local.events.queue;

import static dev.rampart.local.events.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageAttributesTest {
  private static final String DIGITS_38 = "12345678901234567890123456789012345678";

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+1.50", "1e126", "1e-128", "00012.3400", DIGITS_38, "0e999", ".5"})
  void a_number_within_the_limits_is_taken(String number) {
    for (String type : new String[] {"Number", "Number.int"}) {
      assertThatCode(() -> check("n", type, "StringValue", number)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        " 1",
        "1 ",
        "0x10",
        "1,5",
        "NaN",
        "Infinity",
        "1e127",
        "1e-129",
        "1e999999999",
        "1e99999999999",
        DIGITS_38 + "9"
      })
  void a_number_that_is_none_or_beyond_the_limits_is_refused(String number) {
    for (String type : new String[] {"Number", "Number.int"}) {
      refused("n", type, "StringValue", number, "InvalidParameterValue");
    }
    assertThatCode(() -> check("n", "String", "StringValue", number)).doesNotThrowAnyException();
  }

  @Test
  void a_number_with_very_many_digits_is_refused_without_being_read() {
    refused("n", "Number", "StringValue", "9".repeat(1_000_000), "InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-b_c.9", "aws", "awsome.x", "x.aws.y"})
  void a_name_of_letters_digits_and_marks_is_taken(String name) {
    assertThatCode(() -> check(name, "String", "StringValue", "x")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".a", "a.", "a..b", "a b", "ä", "aws.a", "AWS.a", "Amazon.a", "a/b"})
  void another_name_is_refused(String name) {
    refused(name, "String", "StringValue", "x", "InvalidParameterValue");
  }

  @Test
  void a_name_and_a_type_have_256_characters_at_most() {
    assertThatCode(() -> check("a".repeat(256), "String", "StringValue", "x"))
        .doesNotThrowAnyException();
    refused("a".repeat(257), "String", "StringValue", "x", "InvalidParameterValue");
    assertThatCode(() -> check("a", "String." + "a".repeat(249), "StringValue", "x"))
        .doesNotThrowAnyException();
    refused("a", "String." + "a".repeat(250), "StringValue", "x", "InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "string", "Numbers", "Odd", "String.", ".String", "Boolean"})
  void another_type_is_refused(String type) {
    refused("a", type, "StringValue", "x", "InvalidParameterValue");
  }

  @Test
  void a_value_is_there_of_the_kind_of_its_type_and_not_empty() {
    assertThatCode(() -> check("a", "Binary.png", "BinaryValue", "AAEC"))
        .doesNotThrowAnyException();
    refused("a", "Binary", "BinaryValue", "", "InvalidParameterValue");
    refused("a", "Binary", "BinaryValue", "%", "SerializationException");
    refused("a", "Binary", "StringValue", "AAEC", "InvalidParameterValue");
    refused("a", "String", "StringValue", "", "InvalidParameterValue");
    refused("a", "String", "BinaryValue", "AAEC", "InvalidParameterValue");
    refused("a", "Number", "BinaryValue", "AAEC", "InvalidParameterValue");
    refused("a", "String", "StringValue", "\u0000", "InvalidMessageContents");
    refusedDocument(
        "{\"a\":{\"DataType\":\"String\",\"StringValue\":\"x\",\"BinaryValue\":\"AAEC\"}}");
    refusedDocument(
        "{\"a\":{\"DataType\":\"String\",\"StringValue\":\"x\",\"StringListValues\":[\"y\"]}}");
  }

  @Test
  void there_are_ten_at_most_and_their_size_counts_names_types_and_values() {
    ObjectNode ten = json("{}").deepCopy();
    for (int i = 0; i < 10; i++) {
      ten.putObject("a" + i).put("DataType", "String").put("StringValue", "xyz");
    }
    assertThat(MessageAttributes.check(ten)).isEqualTo(10 * (2 + 6 + 3));
    ten.putObject("b").put("DataType", "String").put("StringValue", "xyz");
    refusedDocument(ten.toString());
  }

  private static int check(String name, String type, String member, String value) {
    ObjectNode attributes = json("{}").deepCopy();
    attributes.putObject(name).put("DataType", type).put(member, value);
    return MessageAttributes.check(attributes);
  }

  private static void refused(String name, String type, String member, String value, String code) {
    assertThatThrownBy(() -> check(name, type, member, value))
        .as(name + " " + type + " " + value)
        .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static void refusedDocument(String attributes) {
    assertThatThrownBy(() -> MessageAttributes.check(json(attributes)))
        .isInstanceOfSatisfying(
            AwsError.class, e -> assertThat(e.code()).isEqualTo("InvalidParameterValue"));
  }
}
