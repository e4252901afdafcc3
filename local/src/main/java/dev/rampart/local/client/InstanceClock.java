package dev.rampart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;

/** The clock of a running instance, which may have been moved at its control address. */
public final class InstanceClock {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private InstanceClock() {}

  /**
   * Returns a clock that is as far ahead of the system's as that of the instance is now.
   *
   * @throws IOException if the instance does not say
   */
  public static InstantSource of(Instance instance) throws IOException, InterruptedException {
    if (instance.control().isEmpty()) {
      return InstantSource.system();
    }
    Instance.Control control = instance.control().get();
    HttpResponse<byte[]> answer = InstanceClient.get(control.url() + "/clock", control.token());
    try {
      JsonNode clock = JSON.readTree(answer.body());
      return Clock.offset(Clock.systemUTC(), Duration.parse(clock.path("ahead").asText()));
    } catch (DateTimeException e) {
      throw new IOException("no time from " + control.url(), e);
    }
  }
}
