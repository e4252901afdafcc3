package dev.rampart.local.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can make a port keep, and who is answered. */
final class LocalHttpServerTest {
  private static final int BODY_BYTES_MAX = 1024 * 1024;
  private static final HttpLimits LIMITS =
      HttpLimits.forBodiesOf(BODY_BYTES_MAX).withLinger(Duration.ofMillis(20));
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

  private final PuppetHandler puppet = new PuppetHandler();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    puppet.goOn.countDown();
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private int start(HttpLimits limits) throws IOException {
    return start(limits, Audience.PROGRAMS);
  }

  private int start(HttpLimits limits, Audience audience) throws IOException {
    LocalHttpServer server = LocalHttpServer.bind("127.0.0.1", 0, limits, audience);
    open.add(server);
    server.open(puppet);
    return server.port();
  }

  private RawSocket connect(int port) {
    RawSocket socket = new RawSocket(port);
    open.add(socket);
    return socket;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET /wait",
        "GET / HTTP/1.1\r\nHost: loc",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
      })
  void f01_half_a_request_is_refused_after_a_time(String part) throws IOException {
    RawSocket socket = connect(start(LIMITS.withTimeouts(SHORT)));

    assertThat(socket.send(part).readToTheEnd()).startsWith("HTTP/1.1 408 ").contains("SLOW");
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_refusal_ends_while_the_rest_of_its_request_is_still_waited_for() throws IOException {
    RawSocket socket = connect(start(LIMITS.withLinger(Duration.ofHours(1))));

    assertThat(socket.send("GET nowhere" + HOST + "\r\n").readToTheEnd())
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void a_silent_connection_is_closed_without_an_answer() throws IOException {
    assertThat(connect(start(LIMITS.withTimeouts(SHORT))).readToTheEnd()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /half", "POST /" + HOST + "Content-Length: 9\r\n\r\nabc"})
  void connections_beyond_the_limit_end_those_that_can_be_spared(String sent) throws IOException {
    int port = start(LIMITS.withConnections(8));
    List<RawSocket> held = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      held.add(connect(port).send(sent));
    }

    assertThat(RawSocket.exchange(port, "GET /" + HOST)).startsWith("HTTP/1.1 200 OK");
    assertThat(held.getFirst().readToTheEnd()).isEmpty();
  }

  @Test
  void a_connection_that_waits_for_its_answer_is_not_ended() throws Exception {
    int port = start(LIMITS.withConnections(4));
    RawSocket waiting = connect(port).send("GET /wait" + HOST + "Connection: close\r\n\r\n");
    puppet.waiting.await();
    for (int i = 0; i < 20; i++) {
      assertThat(RawSocket.exchange(port, "GET /" + HOST)).startsWith("HTTP/1.1 200 OK");
    }
    puppet.goOn.countDown();

    assertThat(waiting.readToTheEnd()).startsWith("HTTP/1.1 200 OK").endsWith("waited");
  }

  @Test
  void a_port_whose_connections_all_wait_for_answers_says_that_it_is_busy() throws Exception {
    int port = start(LIMITS.withConnections(1));
    RawSocket waiting = connect(port).send("GET /wait" + HOST + "Connection: close\r\n\r\n");
    puppet.waiting.await();

    assertThat(connect(port).readToTheEnd()).startsWith("HTTP/1.1 503 ");

    puppet.goOn.countDown();
    assertThat(waiting.readToTheEnd()).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void f01_requests_hold_no_more_bytes_together_than_the_port_may_buffer() throws Exception {
    int port = start(LIMITS.withBufferedBytes(100_000));
    RawSocket waiting = connect(port).send(post("/wait", 90_000));
    puppet.waiting.await();

    assertThat(connect(port).send(post("/", 90_000)).readToTheEnd()).startsWith("HTTP/1.1 503 ");
    assertThat(connect(port).send(post("/", 9_000)).readToTheEnd()).endsWith("9000 bytes");

    puppet.goOn.countDown();
    assertThat(waiting.readToTheEnd()).endsWith("waited");
    assertThat(connect(port).send(post("/", 90_000)).readToTheEnd()).endsWith("90000 bytes");
  }

  private static String post(String path, int bytes) {
    String head = "POST " + path + HOST + "Connection: close\r\nContent-Length: " + bytes;
    return head + "\r\n\r\n" + "x".repeat(bytes);
  }

  @Test
  void f03_a_length_alone_takes_no_memory() throws IOException {
    int port = start(LIMITS.withBufferedBytes(20_000));
    for (int i = 0; i < 200; i++) {
      connect(port).send("POST /" + HOST + "Content-Length: " + BODY_BYTES_MAX + "\r\n\r\n");
    }

    assertThat(RawSocket.exchange(port, "GET /" + HOST)).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void a_client_that_does_not_take_its_answer_loses_it() throws IOException {
    int port = start(LIMITS.withTimeouts(SHORT).withBufferedBytes(100_000));
    RawSocket silent = connect(port).send("GET /large" + HOST + "\r\n");
    silent.awaitAnswer();
    String answer = "";
    while (!answer.startsWith("HTTP/1.1 200 ")) {
      // Until the first has lost its answer, there is no memory for another one.
      answer = RawSocket.exchange(port, "GET /" + HOST);
    }

    assertThat(silent.readToTheEnd()).hasSizeLessThan(PuppetHandler.LARGE_BYTES);
  }

  /** The answer that nobody reads would be given up after half a minute by itself. */
  @Test
  @Timeout(25)
  void a_small_request_is_refused_in_words_and_soon_answered_beside_an_answer_that_nobody_reads()
      throws IOException {
    int port = start(LIMITS.withBufferedBytes(100_000));
    RawSocket silent = connect(port).send("GET /large" + HOST + "\r\n");
    silent.awaitAnswer();

    assertThat(RawSocket.exchange(port, "GET /" + HOST)).endsWith("BUSY at /");
    String answer = "";
    while (!answer.startsWith("HTTP/1.1 200 ")) {
      answer = RawSocket.exchange(port, "GET /" + HOST);
    }
    assertThat(silent.readToTheEnd()).hasSizeLessThan(PuppetHandler.LARGE_BYTES);
  }

  @Test
  void a_request_that_was_carried_out_is_answered_however_full_the_port_is() throws Exception {
    int port = start(LIMITS.withBufferedBytes(100_000));

    assertThat(RawSocket.exchange(port, "GET /large" + HOST))
        .startsWith("HTTP/1.1 200 ")
        .hasSizeGreaterThan(PuppetHandler.LARGE_BYTES);
    assertThat(RawSocket.exchange(port, "GET /" + HOST)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource({"true, 200", "false, 400"})
  void bytes_outside_ascii_are_for_ports_with_lenient_fields(boolean lenient, int status)
      throws IOException {
    int port = start(lenient ? LIMITS.withLenientFields() : LIMITS);
    String field = "X-Cause: {\"message\":\"\u00c3\u00a9 \u007f\"}\r\n";

    assertThat(RawSocket.exchange(port, "GET /" + HOST + field)).startsWith("HTTP/1.1 " + status);
    assertThat(RawSocket.exchange(port, "GET /" + HOST + "X\u00e9: a\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(RawSocket.exchange(port, "GET /\u00e9" + HOST)).startsWith("HTTP/1.1 400");
  }

  @Test
  void f04_a_body_in_very_many_chunks_is_refused() throws IOException {
    String chunks = "1\r\na\r\n".repeat(20_000) + "0\r\n\r\n";
    String head = "POST /" + HOST + "Transfer-Encoding: chunked\r\n\r\n";

    assertThat(connect(start(LIMITS)).send(head + chunks).readToTheEnd())
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void authorization_is_not_without_limit() throws IOException {
    String head = "GET /" + HOST;
    int port = start(LIMITS);
    String large = "Authorization: " + "a".repeat(60_000) + "\r\n";

    assertThat(RawSocket.exchange(port, head + large)).startsWith("HTTP/1.1 200 ");
    assertThat(RawSocket.exchange(port, head + large + large)).startsWith("HTTP/1.1 431 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/deep", "/split"})
  void a_fault_of_the_handler_is_answered_and_the_next_request_is_served(String path)
      throws IOException {
    int port = start(LIMITS);

    assertThat(RawSocket.exchange(port, "GET " + path + HOST))
        .startsWith("HTTP/1.1 500 ")
        .endsWith("FAILED at " + path)
        .doesNotContain("X-Second");
    assertThat(RawSocket.exchange(port, "GET /" + HOST)).startsWith("HTTP/1.1 200 OK");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/204", "/304"})
  void an_answer_without_content_has_no_length(String path) throws IOException {
    assertThat(RawSocket.exchange(start(LIMITS), "GET " + path + HOST))
        .startsWith("HTTP/1.1 " + path.substring(1))
        .doesNotContain("Content-Length")
        .endsWith("\r\n\r\n");
  }

  @Test
  void an_answer_to_head_has_the_length_that_get_has() throws IOException {
    assertThat(RawSocket.exchange(start(LIMITS), "HEAD /" + HOST))
        .contains("Content-Length: 7\r\n")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "PROGRAMS,  127.0.0.1,                200",
    "PROGRAMS,  127.0.0.1:1,              200",
    "PROGRAMS,  LOCALHOST:8080,           200",
    "PROGRAMS,  [::1]:8080,               200",
    "PROGRAMS,  api.localhost:8080,       200",
    "PROGRAMS,  evil.example,             421",
    "PROGRAMS,  evil.example:8080,        421",
    "PROGRAMS,  127.0.0.1.evil.example,   421",
    "PROGRAMS,  localhost.evil.example,   421",
    "PROGRAMS,  notlocalhost,             421",
    "PROGRAMS,  .localhost,               421",
    "PROGRAMS,  a..localhost,             421",
    "PROGRAMS,  127.0.0.2,                421",
    "PROGRAMS,  [::2],                    421",
    "BROWSERS,  localhost,                200",
    "BROWSERS,  evil.example,             421",
    "EVERYBODY, evil.example,             200",
  })
  void a_port_of_loopback_is_answered_by_its_names_alone(Audience audience, String host, int status)
      throws IOException {
    String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\n";

    assertThat(RawSocket.exchange(start(LIMITS, audience), request))
        .startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "PROGRAMS, Origin: http://evil.example,  403",
    "PROGRAMS, Origin: null,                 403",
    "PROGRAMS, Origin: http://localhost:3000, 403",
    "PROGRAMS, Origin: http://localhost,     200",
    "PROGRAMS, Sec-Fetch-Site: cross-site,   403",
    "PROGRAMS, Sec-Fetch-Site: same-site,    403",
    "PROGRAMS, Sec-Fetch-Site: other,        403",
    "PROGRAMS, Sec-Fetch-Site: same-origin,  200",
    "PROGRAMS, Sec-Fetch-Site: none,         200",
    "BROWSERS, Origin: http://evil.example,  200",
    "BROWSERS, Sec-Fetch-Site: cross-site,   200",
  })
  void a_port_for_programs_answers_no_page_of_another_origin(
      Audience audience, String field, int status) throws IOException {
    assertThat(RawSocket.exchange(start(LIMITS, audience), "POST /" + HOST + field + "\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/small", "/large"})
  void an_answer_that_is_not_read_to_its_end_is_lost(String path) throws Exception {
    RawSocket socket = connect(start(LIMITS)).send("GET " + path + HOST + "\r\n");
    socket.awaitAnswer();
    socket.reset();

    assertThat(puppet.deliveries.poll(30, TimeUnit.SECONDS)).isEqualTo(path + " lost");
  }

  @Test
  void an_answer_is_delivered_when_the_next_request_comes_or_the_connection_ends()
      throws Exception {
    RawSocket socket = connect(start(LIMITS));
    socket.send("GET /first" + HOST + "\r\n").send("GET /wait" + HOST + "\r\n");
    assertThat(puppet.deliveries.poll(30, TimeUnit.SECONDS)).isEqualTo("/first delivered");

    puppet.goOn.countDown();
    socket.send("GET /last" + HOST + "Connection: close\r\n\r\n").readToTheEnd();
    assertThat(puppet.deliveries.poll(30, TimeUnit.SECONDS)).isEqualTo("/wait delivered");
    assertThat(puppet.deliveries.poll(30, TimeUnit.SECONDS)).isEqualTo("/last delivered");
    assertThat(puppet.deliveries).isEmpty();
  }

  @Test
  void an_idle_connection_keeps_no_body() throws Exception {
    RawSocket socket = connect(start(LIMITS));
    socket.send("POST /large" + HOST + "Content-Length: 5\r\nConnection: close\r\n\r\nhello");
    socket.readToTheEnd();

    assertThat(puppet.deliveries.poll(30, TimeUnit.SECONDS)).isEqualTo("/large delivered");
    assertThat(puppet.keptBytes).hasValue(0);
  }
}
