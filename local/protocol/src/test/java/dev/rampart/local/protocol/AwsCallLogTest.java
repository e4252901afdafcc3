package dev.rampart.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The access log names who called, what the call needs, and what came of it. */
final class AwsCallLogTest {
  private final List<String> lines = new ArrayList<>();
  private final Logger logger = Logger.getLogger(AwsCallLog.class.getName());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(
              line.getLevel()
                  + " "
                  + MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    handler.setLevel(Level.ALL);
  }

  @AfterEach
  void stop_listening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }

  private static HttpResponse call(String operation, Field... more) throws InterruptedException {
    ParrotService parrot = new ParrotService();
    List<Field> fields = new ArrayList<>(List.of(more));
    fields.add(new Field("X-Amz-Target", ParrotService.PREFIX + "." + operation));
    HttpRequest request = new HttpRequest("POST", "/", "", fields, new byte[0], "127.0.0.1");
    return AwsCallLog.logged(parrot, request, () -> parrot.answer(request));
  }

  @Test
  void a_call_is_logged_with_its_caller_its_actions_and_its_status() throws Exception {
    logger.setLevel(Level.FINE);
    call("Say", new Field("Authorization", "AWS4-HMAC-SHA256 Credential=ANN/20261124/x"));

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .matches(
            "FINE ANN parrot:Say on arn:aws:parrot:::perch/1, parrot:Listen on \\*: 200 \\d+ ms");
  }

  @Test
  void a_refused_call_of_nobody_that_does_not_tell_what_it_needs_is_logged_as_well()
      throws Exception {
    logger.setLevel(Level.FINE);
    call("Refuse");

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).matches("FINE - : 400 \\d+ ms");
  }

  @Test
  void an_answered_call_is_not_logged_unless_it_is_asked_for() throws Exception {
    call("Say");

    assertThat(lines).isEmpty();
  }

  @Test
  void a_call_that_fails_is_always_logged() {
    assertThatIllegalStateException().isThrownBy(() -> call("Break"));

    assertThat(lines)
        .containsExactly(
            "WARNING - parrot:Break on arn:aws:parrot:::perch/1, parrot:Listen on *: failed");
  }

  @Test
  void a_call_that_the_end_of_the_server_breaks_off_is_no_failure() {
    try {
      Thread.currentThread().interrupt();
      assertThatIllegalStateException().isThrownBy(() -> call("Break"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(lines).isEmpty();
  }
}
