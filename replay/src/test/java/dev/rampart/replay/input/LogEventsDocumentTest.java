package dev.rampart.replay.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogEventsDocumentTest {
  private static final String PRINTED =
      """
      {
          "events": [
              {
                  "timestamp": 1795342530123,
                  "message": "{\\"a\\":1}",
                  "ingestionTime": 1795342530999
              },
              {
                  "logStreamName": "s",
                  "message": "two\\n",
                  "eventId": "7"
              }
          ],
          "nextForwardToken": "f/7",
          "nextBackwardToken": "b/7"
      }
      """;

  @TempDir private Path folder;

  @Test
  void the_messages_of_a_printed_document_are_the_lines_packed_or_not() throws IOException {
    assertThat(lines(PRINTED)).containsExactly("{\"a\":1}", "two");
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(PRINTED.getBytes(UTF_8));
    }
    assertThat(lines(packed)).containsExactly("{\"a\":1}", "two");
  }

  @Test
  void several_documents_in_a_row_are_read_whatever_their_members_stand_like() throws IOException {
    String filtered =
        "{\"searchedLogStreams\":[{\"events\":[]}],\"nextToken\":null,\"events\":[{\"message\":\"three\"}]}";
    assertThat(lines(PRINTED + filtered)).containsExactly("{\"a\":1}", "two", "three");
    assertThat(lines(filtered + PRINTED)).containsExactly("three", "{\"a\":1}", "two");
    assertThat(lines("{\"events\":[]}")).isEmpty();
  }

  @Test
  void events_without_a_message_and_what_is_none_are_blank_lines() throws IOException {
    assertThat(lines("{\"events\":[{},null,7,[{\"message\":\"no\"}],{\"message\":{\"a\":1}}]}"))
        .containsExactly("", "", "", "", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"event\":[]}", "{\"message\":\"events\"}", "[]", "events"})
  void other_files_are_read_by_lines(String text) throws IOException {
    assertThat(lines(text)).containsExactly(text);
  }

  @Test
  void an_event_that_is_too_long_is_named() {
    String tooLong = "x".repeat(LineBuffer.BYTES_MAX + 1);
    assertThatThrownBy(
            () -> lines("{\"events\":[{\"message\":\"a\"},{\"message\":\"" + tooLong + "\"}]}"))
        .hasMessage("event 2 is longer than 16 MB");
  }

  @Test
  void a_document_that_breaks_off_fails() {
    assertThatThrownBy(() -> lines(PRINTED.substring(0, 90))).isInstanceOf(IOException.class);
  }

  private List<String> lines(String text) throws IOException {
    return lines(Files.writeString(folder.resolve("document"), text));
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> all = new ArrayList<>();
    try (LineSource lines = RecordedFiles.open(file.toString())) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(line.get());
        assertThat(lines.number()).isEqualTo(all.size());
      }
    }
    return all;
  }
}
