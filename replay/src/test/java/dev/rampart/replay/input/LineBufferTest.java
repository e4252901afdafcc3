package dev.rampart.replay.input;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LineBufferTest {
  private final LineBuffer buffer = new LineBuffer();

  @Test
  void it_grows_to_the_longest_line_that_is_read_and_no_further() {
    byte[] part = "x".repeat(3 << 19).getBytes(US_ASCII);
    for (int length = 0; length <= LineBuffer.BYTES_MAX; length += part.length) {
      buffer.append(part, 0, part.length);
      assertThat(buffer.capacity()).isLessThanOrEqualTo(LineBuffer.BYTES_MAX);
    }
    assertThat(buffer.isCut()).isTrue();
    assertThat(buffer.take()).hasSize(LineBuffer.BYTES_MAX);
    assertThat(buffer.isCut()).isFalse();
  }

  @Test
  void a_line_of_the_greatest_length_is_not_cut_and_one_byte_more_is() {
    byte[] longest = new byte[LineBuffer.BYTES_MAX];
    buffer.append(longest, 0, longest.length);
    assertThat(buffer.isCut()).isFalse();
    buffer.append(longest, 0, 1);
    assertThat(buffer.isCut()).isTrue();
  }

  @Test
  void a_long_line_leaves_no_memory_behind() {
    byte[] line = new byte[LineBuffer.KEPT_BYTES_MAX + 1];
    buffer.append(line, 0, line.length);
    assertThat(buffer.take()).hasSize(line.length);
    assertThat(buffer.capacity()).isLessThan(LineBuffer.KEPT_BYTES_MAX);
    buffer.append("next\r".getBytes(US_ASCII), 0, 5);
    assertThat(buffer.take()).isEqualTo("next");
  }
}
