package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nonsense of every kind is answered, and never by a fault of ours. */
final class FuzzScenarioTest {
  private static final Running RUN = Running.shared();
  private static final int TRIES = 80;

  /** The same nonsense in every run. */
  private final Random random = new Random(20_261_124);

  private byte[] nonsense(int lengthMax) {
    byte[] bytes = new byte[random.nextInt(lengthMax)];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void b26_random_bytes_as_a_body_are_refused() {
    int itemsBefore = RUN.items();
    for (int i = 0; i < TRIES; i++) {
      assertThat(RUN.ann.submit(nonsense(400)).status()).isEqualTo(400);
    }
    assertThat(RUN.items()).isEqualTo(itemsBefore);
  }

  @Test
  void b26_a_good_body_with_some_bytes_changed_is_stored_or_refused() {
    for (int i = 0; i < TRIES; i++) {
      byte[] body = bytes(good());
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      assertThat(RUN.ann.submit(body).status()).isIn(201, 400, 422);
    }
  }

  @Test
  void random_text_in_path_and_query_is_refused() {
    for (int i = 0; i < TRIES; i++) {
      String text = new String(nonsense(40), StandardCharsets.ISO_8859_1);
      String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
      assertThat(RUN.ann.get(one("x" + encoded)).status()).isIn(400, 404);
      assertThat(RUN.ann.get(ALL + "?cursor=" + encoded).status()).isEqualTo(400);
    }
  }
}
