package dev.rampart.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.rampart.local.template.source.TemplateException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PropertiesTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Globals:
        Function:
          Timeout: ten
          MemorySize: 512
      Resources:
        Queue:
          Type: AWS::SQS::Queue
          Properties:
            Name: jobs
            Size: 12
            Open: true
            Colour: red
            Tags:
              - Key: a
                Value: 1
              - Key: b
                Value:
                  - 2
            Names: [x, y]
            Nested:
              Deep:
                Number: 7
        Function:
          Type: AWS::Serverless::Function
          Properties:
            MemorySize: 1024
      """;

  private final Stack stack = Template.read("t.yaml", TEMPLATE).stack(Map.of());
  private final Properties queue = stack.get("Queue").read();

  private static void assertFault(String message, ThrowingCallable reading) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(reading)
        .withMessage("t.yaml:" + message);
  }

  @Test
  void properties_are_read_as_what_they_are() {
    assertThat(queue.text("Name")).isEqualTo("jobs");
    assertThat(queue.optionalText("Other")).isEmpty();
    assertThat(queue.number("Size", 1, 10, 20)).isEqualTo(12);
    assertThat(queue.number("Other", 1, 10, 20)).isEqualTo(1);
    assertThat(queue.flag("Open", false)).isTrue();
    assertThat(queue.choice("Colour", "blue", Map.of("red", 1, "blue", 2))).isEqualTo(1);
    assertThat(queue.choice("Other", "blue", Map.of("red", 1, "blue", 2))).isEqualTo(2);
    assertThat(queue.texts("Names")).containsExactly("x", "y");
    assertThat(queue.objects("Tags").getFirst().map("None")).isEmpty();
    assertThat(queue.object("Nested").object("Deep").number("Number", 0, 0, 9)).isEqualTo(7);
    assertThat(queue.object("Absent").optionalText("Any")).isEmpty();
  }

  @Test
  void a_fault_names_file_line_resource_and_property() {
    assertFault("11: Queue.Size is not from 1 to 3", () -> queue.number("Size", 1, 1, 3));
    assertFault("10: Queue.Name is not a whole number", () -> queue.number("Name", 1, 1, 3));
    assertFault("10: Queue.Name is neither true nor false", () -> queue.flag("Name", true));
    assertFault(
        "13: Queue.Colour is not blue or green",
        () -> queue.choice("Colour", "blue", Map.of("green", 1, "blue", 2)));
    assertFault("14: Queue.Tags is not a text", () -> queue.text("Tags"));
    assertFault("10: Queue.Name is not a list", () -> queue.texts("Name"));
    assertFault("10: Queue.Name is not an object", () -> queue.object("Name"));
    assertFault("9: Queue.Absent is missing", () -> queue.text("Absent"));
    assertFault(
        "18: Queue.Tags.1.Value is not a text", () -> queue.objects("Tags").get(1).text("Value"));
    assertFault(
        "23: Queue.Nested.Deep.Number is not from 8 to 9",
        () -> queue.object("Nested").object("Deep").number("Number", 8, 8, 9));
  }

  @Test
  void a_property_of_the_section_globals_has_its_line_there() {
    Properties function = stack.get("Function").read();

    assertThat(function.number("MemorySize", 0, 0, 4096)).isEqualTo(1024);
    assertFault(
        "4: Function.Timeout is not a whole number", () -> function.number("Timeout", 1, 1, 900));
  }

  @Test
  void what_was_neither_read_nor_left_is_refused_at_any_depth() {
    queue.leave("Name", "Size", "Open", "Colour", "Tags", "Names", "Absent");
    Properties nested = queue.object("Nested");

    assertFault("22: Queue.Nested.Deep is not known to the local run", queue::end);
    nested.leave("Deep");
    assertThatNoException().isThrownBy(queue::end);
    assertThat(queue.left())
        .extracting(LeftProperty::name)
        .containsExactly("Colour", "Name", "Names", "Open", "Size", "Tags", "Nested.Deep");
  }
}
