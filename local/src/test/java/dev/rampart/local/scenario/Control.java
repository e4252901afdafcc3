package dev.rampart.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.BooleanSupplier;

/** The control address of a run: moves its clock, and makes faults. */
final class Control implements AutoCloseable {
  private static final int MOVES_MAX = 3;

  private final Instance.Control address;
  private final HttpClient http = HttpClient.newHttpClient();

  Control(Running run) {
    this.address = run.instance.control().orElseThrow();
  }

  /** Moves the clock. */
  void forward(String duration) {
    var _ = send("POST", "/clock", "{'forward':'" + duration + "'}");
  }

  /**
   * Moves the clock and waits until something holds that happens in real time; three times at most,
   * since the system's time and that of the run are not to part by far.
   */
  boolean eventually(String duration, BooleanSupplier holds) {
    for (int i = 0; i < MOVES_MAX; i++) {
      forward(duration);
      if (Running.eventually(holds)) {
        return true;
      }
    }
    return false;
  }

  /** Adds a fault; quotation marks are single. */
  void fault(String json) {
    var _ = send("POST", "/faults", json);
  }

  /** Does something while there is a fault. */
  void with(String fault, Runnable task) {
    fault(fault);
    try {
      task.run();
    } finally {
      heal();
    }
  }

  /** Returns how many calls met the first fault. */
  int met() {
    return send("GET", "/faults", "").at("/faults/0/met").asInt();
  }

  /** Ends all faults. */
  void heal() {
    var _ = send("DELETE", "/faults", "");
  }

  private JsonNode send(String method, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.url() + path))
            .header("Authorization", "Bearer " + address.token())
            .method(method, BodyPublishers.ofString(json.replace('\'', '"')))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.body());
      }
      return Running.parse(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
