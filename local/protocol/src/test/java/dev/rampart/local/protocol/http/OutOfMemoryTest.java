package dev.rampart.local.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Want of memory ends the process, instead of leaving one that does not answer. */
final class OutOfMemoryTest {

  /** A process that serves, and would live on. */
  static final class Serving {
    private Serving() {}

    public static void main(String[] args) throws Exception {
      LocalHttpServer server =
          LocalHttpServer.bind("127.0.0.1", 0, HttpLimits.forBodiesOf(1), Audience.PROGRAMS);
      server.open(new PuppetHandler());
      System.out.println(server.port());
      Thread.currentThread().join();
    }
  }

  @Test
  void the_process_ends_with_a_line_that_says_so() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Serving.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      int port = Integer.parseInt(output.readLine());
      RawSocket.exchange(port, "GET /memory HTTP/1.1\r\nHost: localhost\r\n");

      assertThat(process.waitFor()).isEqualTo(3);
      assertThat(output.readAllAsString()).contains("out of memory, so the run ends");
    } finally {
      process.destroyForcibly();
    }
  }
}
