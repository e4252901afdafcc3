package dev.rampart.local.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Endpoints that never come to an end. */
@Timeout(60)
final class HttpSubscriberTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx";

  @Test
  void a_post_without_a_whole_answer_is_cancelled() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpSubscriber subscriber = new HttpSubscriber(Duration.ofMillis(300))) {
      FutureTask<Boolean> isClosed = new FutureTask<>(() -> beginAnswer(server));
      Thread _ = Thread.ofVirtual().start(isClosed);

      assertThatExceptionOfType(HttpTimeoutException.class)
          .isThrownBy(() -> subscriber.post(notification(), subscription(server)));
      assertThat(isClosed.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Begins an answer, and returns when the client has closed the connection. */
  private static boolean beginAnswer(ServerSocket server) throws IOException {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      while (socket.getInputStream().read() >= 0) {
        // The request.
      }
    } catch (SocketException _) {
      // Closed with a reset.
    }
    return true;
  }

  private static Notification notification() {
    return new Notification(
        "id",
        "arn:aws:sns:eu-west-1:000000000000:t",
        Optional.empty(),
        Map.of(Notification.DEFAULT, "hello"),
        JsonNodeFactory.instance.objectNode(),
        TopicBench.NOW);
  }

  private static TopicSubscription subscription(ServerSocket server) {
    return new TopicSubscription(
        "arn:aws:sns:eu-west-1:000000000000:t:s",
        "arn:aws:sns:eu-west-1:000000000000:t",
        TopicProtocol.HTTP,
        "http://127.0.0.1:" + server.getLocalPort() + "/",
        false,
        Optional.empty(),
        Optional.empty());
  }
}
