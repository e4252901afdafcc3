package dev.rampart.benchmark.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests that the gateway refuses (no token, an unknown key, a path that is not there) to a
 * run, as fast as some connections allow, and prints for each minute how many there were in a
 * second and how much memory the run's process has. Arguments: instance file, process id, minutes.
 */
public final class RefusalRate {
  private static final int CONNECTIONS = 16;
  private static final Duration REPORT = Duration.ofMinutes(1);

  private final LongAdder refused = new LongAdder();
  private final URI base;

  private RefusalRate(URI base) {
    this.base = base;
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException if a request is answered otherwise
   */
  public static void main(String[] args) throws Exception {
    JsonNode instance = JsonMapper.builder().build().readTree(Files.readString(Path.of(args[0])));
    new RefusalRate(URI.create(instance.path("baseUrl").asText()))
        .run(Path.of("/proc", args[1], "status"), Integer.parseInt(args[2]));
  }

  private void run(Path status, int minutes) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
      long end = System.nanoTime() + REPORT.multipliedBy(minutes).toNanos();
      List<Future<@Nullable Void>> sending = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Callable<@Nullable Void> client = () -> send(end);
        sending.add(clients.submit(client));
      }
      for (int minute = 1; minute <= minutes; minute++) {
        Thread.sleep(REPORT);
        System.out.printf(
            "minute %2d: %6.0f refusals a second, %4d MB resident%n",
            minute,
            refused.sumThenReset() / (double) REPORT.toSeconds(),
            residentMegabytes(status));
      }
      for (Future<@Nullable Void> client : sending) {
        client.get();
      }
    }
  }

  private @Nullable Void send(long end) throws IOException {
    byte[] noToken = KeptConnection.get(base.resolve("/v1/submissions"));
    byte[] unknown = KeptConnection.get(base.resolve("/v1/nothing"));
    try (KeptConnection connection = new KeptConnection(base)) {
      while (System.nanoTime() < end) {
        expect(401, connection, noToken);
        expect(404, connection, unknown);
      }
    }
    return null;
  }

  private void expect(int status, KeptConnection connection, byte[] request) throws IOException {
    int answered = connection.send(request);
    if (answered != status) {
      throw new IllegalStateException(answered + " instead of " + status);
    }
    refused.increment();
  }

  private static long residentMegabytes(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
