package dev.rampart.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.Inspector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that {@code inspect} cannot read, and lines that it only seems not to be able to read. */
final class BadLinesTest {

  private static final String GOOD = "{\"id\":\"a\",\"payload\":\"hello\"}\n";
  private static final String GOOD_ROW = "a\t0\t-\t0.0000\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"id":"b","payload":"x"        | is no JSON
          nonsense                       | is no JSON
          {"id":"b","payload":"x"} {}    | is no JSON
          {"id":"b","id":"c","payload":"x"} | is no JSON
          {"id":"b","payload":"\\q"}     | is no JSON
          ["b","x"]                      | is no JSON object
          null                           | is no JSON object
          {"id":"b"}                     | has no text "payload"
          {"id":"b","payload":7}         | has no text "payload"
          {"id":"b","payload":null}      | has no text "payload"
          {"id":"b","payload":["x"]}     | has no text "payload"
          {"payload":"x"}                | has no text "id"
          {"id":7,"payload":"x"}         | has no text "id"
          {"id":"","payload":"x"}        | "id" is empty
          {"id":"b\\tc","payload":"x"}   | "id" is empty or holds control characters
          {"id":"b\\u0085","payload":"x"} | "id" is empty or holds control characters
          {"id":"\\ud800","payload":"x"} | half a surrogate pair
          {"id":"b","payload":"x","field":"poem"} | "field" is no kind of field
          {"id":"b","payload":"x","field":7} | has no text "field"
          """)
  void a_malformed_line_is_named_and_the_others_are_judged(String line, String reason)
      throws IOException {
    Typed typed = Typed.lines(folder, GOOD + line + "\n" + GOOD);

    assertThat(typed.err()).startsWith("inspect: line 2: ").contains(reason).hasLineCount(1);
    assertThat(typed.out()).isEqualTo(GOOD_ROW + GOOD_ROW);
    assertThat(typed.exitCode()).isEqualTo(1);
  }

  @Test
  void every_malformed_line_is_named() throws IOException {
    Typed typed = Typed.lines(folder, "x\n" + GOOD + "\ny\n");

    assertThat(typed.err().lines().map(line -> line.substring(0, 16)))
        .containsExactly("inspect: line 1:", "inspect: line 4:");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_and_never_replaced() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"id\":\"b\",\"payload\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xc0, (byte) 0xaf});
    bytes.write(("\"}\n" + GOOD).getBytes(StandardCharsets.UTF_8));

    Typed typed = Typed.bytes(folder, bytes.toByteArray());

    assertThat(typed.err().strip()).isEqualTo("inspect: line 1: is not UTF-8");
    assertThat(typed.out()).isEqualTo(GOOD_ROW);
    assertThat(typed.exitCode()).isEqualTo(1);
  }

  @Test
  void empty_lines_are_passed_over_and_an_empty_value_is_judged() throws IOException {
    Typed typed = Typed.lines(folder, "\n  \n" + GOOD + "\r\n{\"id\":\"b\",\"payload\":\"\"}\n\n");

    assertThat(typed).isEqualTo(new Typed(0, GOOD_ROW + "b\t0\t-\t0.0000\n", ""));
  }

  @Test
  void half_a_surrogate_pair_in_a_value_cannot_be_judged_and_a_whole_one_can() throws IOException {
    String lines =
        """
        {"id":"half","payload":"x \\ud83d y"}
        {"id":"whole","payload":"x \\ud83d\\ude00 y"}
        """;

    assertThat(Typed.lines(folder, lines))
        .isEqualTo(new Typed(0, "half\t1\tother\t1.0000\nwhole\t0\t-\t0.0000\n", ""));
    assertThat(Typed.lines(folder, lines, "--json").out())
        .startsWith(
            "{\"id\":\"half\",\"field\":\"prose\",\"refused\":true,\"verdict\":\"unjudged\","
                + "\"class\":\"other\",\"score\":1.0000,")
        .contains("\"verdict\":\"clean\"");
  }

  @Test
  void a_value_is_judged_up_to_the_inspectors_limit_and_refused_beyond_it() throws IOException {
    String longest = "a ".repeat(Inspector.CHARS_MAX / 2);
    String lines =
        "{\"id\":\"fits\",\"payload\":\"%s\"}\n{\"id\":\"not\",\"payload\":\"%sb\"}\n"
            .formatted(longest, longest);

    assertThat(Typed.lines(folder, lines))
        .isEqualTo(new Typed(0, "fits\t0\t-\t0.0000\nnot\t1\tother\t1.0000\n", ""));
  }

  @Test
  void a_line_beyond_all_bounds_is_malformed_and_the_next_one_is_read() throws IOException {
    String tooLong = "{\"id\":\"b\",\"payload\":\"" + "a".repeat(InspectLine.BYTES_MAX) + "\"}\n";

    Typed typed = Typed.lines(folder, GOOD + tooLong + GOOD);

    assertThat(typed.out()).isEqualTo(GOOD_ROW + GOOD_ROW);
    assertThat(typed.err().strip())
        .isEqualTo("inspect: line 2: is longer than " + InspectLine.BYTES_MAX + " bytes");
    assertThat(typed.exitCode()).isEqualTo(1);
  }
}
