package dev.rampart.local.stack.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a running instance how it is doing. */
public final class StatusClient {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  /** A run that is busy answers within a second; one that takes longer is not well. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private StatusClient() {}

  /** Returns the health of an instance, also if it does not answer. */
  public static Health health(Instance instance) throws InterruptedException {
    String url = instance.endpoints().getOrDefault(StatusService.ENDPOINT, "");
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        return Health.unreachable("It answers " + answer.statusCode() + " at " + url + ".");
      }
      return JSON.readValue(answer.body(), Health.class);
    } catch (IOException | IllegalArgumentException e) {
      return Health.unreachable("It does not answer at " + url + ": " + e + ".");
    }
  }
}
