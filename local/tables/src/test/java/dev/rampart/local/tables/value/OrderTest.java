package dev.rampart.local.tables.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderTest {

  @Test
  void texts_have_the_order_of_their_utf8_bytes() {
    List<String> texts =
        List.of(
            "", "a", "ab", "é", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "😀", "😁", "a😀");
    for (String left : texts) {
      for (String right : texts) {
        assertThat(Integer.signum(Order.compare(Value.of(left), Value.of(right))))
            .as("%s and %s", left, right)
            .isEqualTo(Integer.signum(Arrays.compareUnsigned(utf8(left), utf8(right))));
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
