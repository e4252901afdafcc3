package dev.rampart.local.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class ListeningPortTest {
  private static final String ADDRESS = "127.0.0.1";

  @Test
  void a_port_in_use_is_named_in_one_line() throws IOException {
    try (ListeningPort taken = ListeningPort.take(ADDRESS, 0)) {
      assertThatThrownBy(() -> ListeningPort.take(ADDRESS, taken.number()))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("port " + taken.number())
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void who_connects_before_the_server_is_ready_is_answered_later() throws IOException {
    try (ListeningPort taken = ListeningPort.take(ADDRESS, 0);
        RawSocket early = new RawSocket(taken.number())) {
      early.send("nonsense\r\n\r\n");
      try (LocalHttpServer server =
          LocalHttpServer.on(
              taken, HttpLimits.forBodiesOf(1), Audience.PROGRAMS, InstantSource.system())) {
        server.open(new PuppetHandler());
        assertThat(early.readToTheEnd()).startsWith("HTTP/1.1 400 ");
      }
    }
  }

  @Test
  void answers_have_the_date_of_its_clock() throws IOException {
    InstantSource noon = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));
    try (ListeningPort taken = ListeningPort.take(ADDRESS, 0);
        LocalHttpServer server =
            LocalHttpServer.on(taken, HttpLimits.forBodiesOf(1), Audience.PROGRAMS, noon);
        RawSocket client = new RawSocket(taken.number())) {
      server.open(new PuppetHandler());
      client.send("nonsense\r\n\r\n");
      assertThat(client.readToTheEnd()).contains("\r\nDate: Thu, 01 Jan 2026 12:00:00 GMT\r\n");
    }
  }
}
