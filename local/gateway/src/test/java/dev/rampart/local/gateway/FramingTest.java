package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's front on a raw socket: one answer for each request, and never a guess. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FramingTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String GET = "GET /v1/health HTTP/1.1\r\n" + HOST;
  private static final String POST = "POST /v1/health HTTP/1.1\r\n" + HOST;
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String NEXT = GET + "X-Second: yes\r\n\r\n";
  private static final String CLOSE = "Connection: close\r\n\r\n";
  private static final Duration SHORT = Duration.ofMillis(300);

  private Running running;
  private RawClient client;

  @BeforeAll
  void start() {
    running = Running.start();
    client = new RawClient(running.gateway.port());
  }

  @AfterAll
  void stop() {
    running.close();
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
            lengths(),
            codings(),
            chunks(),
            lineEnds(),
            fieldBytes(),
            requestLines(),
            hosts(),
            sizes(),
            targets(),
            expectations())
        .flatMap(cases -> cases);
  }

  private static Arguments of(int status, String bytes) {
    return Arguments.of(status, bytes);
  }

  private static Stream<Arguments> lengths() {
    return Stream.of(
        of(400, POST + "Content-Length: +3\r\n\r\nabc"),
        of(400, POST + "Content-Length: -3\r\n\r\nabc"),
        of(400, POST + "Content-Length: 0x3\r\n\r\nabc"),
        of(400, POST + "Content-Length: 3.0\r\n\r\nabc"),
        of(400, POST + "Content-Length: \r\n\r\n"),
        of(400, POST + "Content-Length: 3 3\r\n\r\nabc"),
        of(400, POST + "Content-Length: 3, 3\r\n\r\nabc"),
        of(400, POST + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"),
        of(400, POST + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc" + NEXT),
        of(400, POST + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + NEXT),
        of(400, POST + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n" + NEXT),
        of(413, POST + "Content-Length: 65537\r\n\r\nabc"),
        of(413, POST + "Content-Length: 4294967299\r\n\r\nabc"),
        of(413, POST + "Content-Length: 99999999999999999999999\r\n\r\nabc"),
        of(413, POST + "Content-Length: 18446744073709551619\r\n\r\nabc"));
  }

  private static Stream<Arguments> codings() {
    return Stream.of(
            "xchunked",
            "chunked, identity",
            "identity",
            "gzip, chunked",
            "chunked, chunked",
            "\"chunked\"",
            "chunked;q=1",
            "",
            "chunked,")
        .map(coding -> of(501, POST + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n" + NEXT));
  }

  private static Stream<Arguments> chunks() {
    return Stream.concat(
        Stream.of(
                "0x3\r\nabc\r\n0\r\n\r\n",
                "+3\r\nabc\r\n0\r\n\r\n",
                "-3\r\nabc\r\n0\r\n\r\n",
                " 3\r\nabc\r\n0\r\n\r\n",
                "3 \r\nabc\r\n0\r\n\r\n",
                "\r\nabc\r\n0\r\n\r\n",
                "g\r\nabc\r\n0\r\n\r\n",
                "3\nabc\n0\n\n",
                "3\rabc\r0\r\r",
                "3;a\nb\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3\r\nabc0\r\n\r\n",
                "FFFFFFFFFFFFFFFF3\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\n0\r\nBroken trailer\r\n\r\n",
                "3\r\nabc\r\n0\r\nX: a\nY: b\r\n\r\n")
            .map(body -> of(400, CHUNKED + body + NEXT)),
        Stream.of(
            of(413, CHUNKED + "10001\r\n"),
            of(413, CHUNKED + "FFFFFFFF\r\nabc"),
            of(413, CHUNKED + "10000\r\n" + "a".repeat(65_536) + "\r\n1\r\na\r\n0\r\n\r\n")));
  }

  private static Stream<Arguments> lineEnds() {
    return Stream.of(
        of(400, "GET /v1/health HTTP/1.1\nHost: localhost\n\n"),
        of(400, "GET /v1/health HTTP/1.1\rHost: localhost\r\r"),
        of(400, GET + "X: a\nY: b\r\n\r\n"),
        of(400, GET + "X: a\rY: b\r\n\r\n"),
        of(400, GET + "X: a\r\r\n\r\n"),
        of(400, GET + "X: a\r\n b\r\n\r\n"),
        of(400, GET + "X: a\r\n\tb\r\n\r\n"),
        of(400, "GET /v1/health HTTP/1.1\r\n X: a\r\n" + HOST + "\r\n"),
        of(400, "\r\n\r\n\r\n" + GET + "\r\n"));
  }

  private static Stream<Arguments> fieldBytes() {
    return Stream.concat(
        Stream.of("\0", "\u0001", "\b", "\u000b", "\f", "\u001b", "\u007f", "\u0080", "\u00e9")
            .map(c -> of(400, GET + "X: a" + c + "b\r\n\r\n")),
        Stream.of(
                "X : a",
                ": a",
                "X(y): a",
                "X\0y: a",
                "No colon",
                "X;y: a",
                "\"X\": a",
                "X\u00e9: a")
            .map(field -> of(400, GET + field + "\r\n\r\n")));
  }

  private static Stream<Arguments> requestLines() {
    return Stream.of(
        of(505, "GET /v1/health HTTP/1.0\r\n" + HOST + "\r\n"),
        of(505, "GET /v1/health HTTP/1.2\r\n" + HOST + "\r\n"),
        of(505, "GET /v1/health HTTP/2.0\r\n" + HOST + "\r\n"),
        of(505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        of(400, "GET /v1/health HTTP/11.1\r\n" + HOST + "\r\n"),
        of(400, "GET /v1/health http/1.1\r\n" + HOST + "\r\n"),
        of(400, "GET /v1/health HTTP/1.1 \r\n" + HOST + "\r\n"),
        of(400, "GET /v1/health\r\n" + HOST + "\r\n"),
        of(400, "GET  /v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "GET\t/v1/health\tHTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, " GET /v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "GET /v1/health now HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "G(T /v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(405, "get /v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(405, "FETCH /v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(405, "TRACE /v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(405, "CONNECT localhost:80 HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "GET http://localhost/v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "GET v1/health HTTP/1.1\r\n" + HOST + "\r\n"),
        of(400, "\u0016\u0003\u0001\u0002\0\u0001\0"));
  }

  private static Stream<Arguments> hosts() {
    String line = "GET /v1/health HTTP/1.1\r\n";
    return Stream.of(
            "",
            HOST + HOST,
            HOST + "Host: other\r\n",
            "Host:\r\n",
            "Host: a b\r\n",
            "Host: a,b\r\n",
            "Host: a/b\r\n",
            "Host: u@a\r\n",
            "Host: a:b\r\n",
            "Host: a:123456\r\n",
            "Host: [::1\r\n",
            "Host: http://a\r\n",
            "Host: a?b\r\n")
        .map(host -> of(400, line + host + "\r\n"));
  }

  private static Stream<Arguments> sizes() {
    return Stream.of(
        of(414, "GET /v1/health?x=" + "a".repeat(8_200) + " HTTP/1.1\r\n" + HOST + "\r\n"),
        of(414, "GET /" + "a".repeat(100_000)),
        of(400, "GET /v1/health?x=" + "<".repeat(1_700) + " HTTP/1.1\r\n" + HOST + "\r\n"),
        of(404, "GET " + "/a".repeat(2_000) + " HTTP/1.1\r\n" + HOST + CLOSE),
        of(404, "GET /?" + "a/".repeat(2_000) + " HTTP/1.1\r\n" + HOST + CLOSE),
        of(400, GET + "X: a" + " ".repeat(12_000) + "b" + "\0\r\n\r\n"),
        of(431, GET + "X: a" + " ".repeat(48_000) + "b\r\n\r\n"),
        of(431, GET + ("Authorization: " + "a".repeat(60_000) + "\r\n").repeat(2) + "\r\n"),
        of(431, GET + "X: " + "a".repeat(20_000) + "\r\n\r\n"),
        of(431, GET + "X: y\r\n".repeat(200) + "\r\n"),
        of(431, GET + ("X: " + "y".repeat(1_000) + "\r\n").repeat(40) + "\r\n"));
  }

  private static Stream<Arguments> targets() {
    return Stream.of(
            "/v1/../v1/health",
            "/v1/./health",
            "/v1/%2e%2e/health",
            "/v1/%2E./health",
            "/v1/.%2e",
            "/v1%2fhealth",
            "/v1/%5chealth",
            "/v1\\health",
            "/v1/health%00",
            "/v1/health%0d%0a",
            "/v1/health%7f",
            "//v1/health",
            "/v1//health",
            "/v1/health;x=1",
            "/v1;x/health",
            "/v1/%zz",
            "/v1/%",
            "/v1/%4",
            "/v1/%c0%ae",
            "/v1/%e0%80%ae",
            "/v1/%ff",
            "/v1/%ed%a0%80",
            "/v1/health#part",
            "/v1/<x>",
            "/v1/\"",
            "/v1/health?x=%zz",
            "/v1/health?x=%c0%ae",
            "/v1/health?x=<y>",
            "/v1/h\u00e9alth")
        .map(target -> of(400, "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n"));
  }

  private static Stream<Arguments> expectations() {
    return Stream.of(
        of(421, "GET /v1/health HTTP/1.1\r\nHost: a-b.example:1\r\n\r\n"),
        of(421, "GET /v1/health HTTP/1.1\r\nHost: 127.0.0.1.example\r\n\r\n"),
        of(417, POST + "Expect: 200-ok\r\nContent-Length: 3\r\n\r\nabc"),
        of(417, POST + "Expect: 100-continue, x\r\nContent-Length: 3\r\n\r\nabc"),
        of(415, POST + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
        of(415, POST + "Content-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void
      f02_f03_f05_f06_f07_f08_f09_what_is_not_well_formed_gets_one_refusal_and_the_connection_is_closed(
          int status, String bytes) {
    int before = running.events.size();
    RawClient.Reply reply = client.sendToTheEnd(bytes);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.answers()).isEqualTo(1);
    assertThat(reply.closed()).isTrue();
    assertThat(reply.text())
        .contains("application/problem+json", "\"gate\":\"edge\"", "\"status\":" + status);
    assertThat(reply.has("x-amzn-requestid")).isTrue();
    assertThat(reply.has("x-content-type-options")).isTrue();
    assertThat(reply.has("access-control-allow-origin")).isTrue();
    assertThat(reply.has("server")).isFalse();
    assertThat(running.events).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GET + "\r\n",
        "\r\n" + GET + "\r\n",
        GET + "X:a\r\n\r\n",
        GET + "X: \t a \t\r\n\r\n",
        GET + "Content-Length: 0\r\n\r\n",
        GET + "Content-Length: 00003\r\n\r\nabc",
        "GET /v1/health HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
        "GET /v1/health HTTP/1.1\r\nhost: LocalHost:1\r\n\r\n",
        "GET /v1/health?a=%20%C3%A9&b=/?:@!$'()*,; HTTP/1.1\r\n" + HOST + "\r\n",
        GET + "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMA\r\n\r\n",
        GET + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n",
      })
  void f02_f08_what_is_well_formed_is_served_and_the_connection_stays(String bytes) {
    RawClient.Reply reply = client.send(bytes);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.answers()).isEqualTo(1);
    assertThat(reply.closed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3\r\nabc\r\n0\r\n\r\n",
        "3;name=value\r\nabc\r\n0\r\n\r\n",
        "003\r\nabc\r\n0\r\n\r\n",
        "1\r\na\r\n2\r\nbc\r\n000\r\n\r\n",
        "3\r\nabc\r\n0\r\nX-Trailer: a\r\n\r\n",
      })
  void f04_f10_a_chunked_body_arrives_whole_and_nothing_behind_it_is_a_request(String body) {
    int before = running.events.size();
    String request =
        "GET /v1/health HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + body + NEXT;
    RawClient.Reply reply = client.sendToTheEnd(request);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.answers()).isEqualTo(1);
    assertThat(reply.closed()).isTrue();
    assertThat(running.events).hasSize(before + 1);
    assertThat(running.lastEvent().path("body").asText()).isEqualTo("abc");
  }

  @Test
  void f02_an_allowed_method_is_one_that_some_path_has() {
    RawClient.Reply reply = client.sendToTheEnd("TRACE /v1/health HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(reply.text()).containsPattern("Allow: [A-Z, ]*GET").doesNotContain("PUT");
  }

  @Test
  void f10_pipelined_requests_are_answered_in_their_order() {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      requests.append("GET /v1/health HTTP/1.1\r\n" + HOST);
      requests.append("x-amzn-RequestId: request-").append(i).append("\r\n\r\n");
    }
    RawClient.Reply reply = client.send(requests.toString());
    assertThat(reply.answers()).isEqualTo(5);
    assertThat(reply.text())
        .containsSubsequence("request-0", "request-1", "request-2", "request-3", "request-4");
  }

  @Test
  void f10_a_body_is_never_read_as_a_request() {
    RawClient.Reply reply =
        client.send(GET + "Content-Length: " + NEXT.length() + "\r\n\r\n" + NEXT + GET + "\r\n");
    assertThat(reply.answers()).isEqualTo(2);
    assertThat(running.lastEvent().path("headers").has("X-Second")).isFalse();
  }

  @Test
  void f04_a_body_of_exactly_the_limit_is_taken() {
    String body = "a".repeat(65_536);
    RawClient.Reply reply =
        client.send(GET + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(running.lastEvent().path("body").asText()).hasSize(65_536);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100-continue", "100-Continue", ",100-continue", "100-continue , ,"})
  void f09_a_client_that_waits_is_told_to_go_on(String expect) {
    RawClient.Reply reply =
        client.send(GET + "Expect: " + expect + "\r\nContent-Length: 3\r\n\r\nabc");
    assertThat(reply.status()).isEqualTo(100);
    assertThat(reply.answers()).isEqualTo(2);
  }

  @Test
  void an_answer_to_head_has_a_length_and_no_body() {
    RawClient.Reply reply =
        client.send("HEAD /v1/nothing HTTP/1.1\r\n" + HOST + "\r\n" + GET + "\r\n");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.answers()).isEqualTo(2);
    assertThat(reply.body()).startsWith("HTTP/1.1 200");
    assertThat(reply.text()).doesNotContain("Content-Length: 0");
  }

  @Test
  void a_refusal_of_head_has_no_body() {
    RawClient.Reply reply = client.send("HEAD /v1/../x HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void f01_stalled_connections_hinder_nobody_and_are_cut_off() throws IOException {
    List<Socket> stalled = new ArrayList<>();
    try (Running impatient =
        Running.start(
            settings -> settings.withLimits(GatewaySettings.LIMITS.withTimeouts(SHORT)))) {
      RawClient patient = new RawClient(impatient.gateway.port());
      for (int i = 0; i < 60; i++) {
        Socket socket = patient.open();
        stalled.add(socket);
        String part = i % 2 == 0 ? "GET /v1/he" : GET + "Content-Length: 9\r\n\r\nabc";
        socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(patient.send(GET + "\r\n").status()).isEqualTo(200);
      for (Socket socket : stalled) {
        RawClient.Reply reply = RawClient.read(socket);
        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.closed()).isTrue();
        socket.close();
      }
    }
  }
}
