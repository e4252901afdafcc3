package dev.rampart.local.events.destination;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rampart.local.events.bus.TargetAnswer;
import dev.rampart.local.protocol.ClientJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The API destinations of a run. Safe for use by many threads. */
public final class ApiDestinations implements AutoCloseable {
  /** As long as EventBridge waits for an endpoint. */
  private static final Duration CALL_TIME_MAX = Duration.ofSeconds(5);

  /** Those that come in one second too many wait for the next one. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Map<String, ApiDestinationSettings> destinations;
  private final Function<SecretReference, Optional<String>> secrets;
  private final Consumer<WebhookRequest> outbox;
  private final InstantSource clock;
  private final LoopbackCaller caller;

  /** How many calls a destination had in a second, by its ARN. */
  private final Map<String, Calls> calls = new ConcurrentHashMap<>();

  private record Calls(long second, int count) {}

  /**
   * Makes destinations.
   *
   * @param secrets finds what a connection refers to
   * @param outbox gets the requests that would leave the machine
   */
  public ApiDestinations(
      List<ApiDestinationSettings> destinations,
      Function<SecretReference, Optional<String>> secrets,
      Consumer<WebhookRequest> outbox,
      InstantSource clock) {
    this.destinations =
        destinations.stream()
            .collect(Collectors.toMap(ApiDestinationSettings::arn, settings -> settings));
    this.secrets = secrets;
    this.outbox = outbox;
    this.clock = clock;
    this.caller = new LoopbackCaller(CALL_TIME_MAX, clock);
  }

  /** Sends a text to a destination, or shows what would be sent to it. */
  public TargetAnswer offer(String arn, String text) {
    ApiDestinationSettings destination = destinations.get(arn);
    if (destination == null) {
      return new TargetAnswer.Refused("NO_RESOURCE", "The API destination does not exist.");
    }
    if (!isJson(text)) {
      return new TargetAnswer.Refused("INVALID_JSON", "What the endpoint is to get is no JSON.");
    }
    if (!isInTime(destination)) {
      return new TargetAnswer.NotYet(SECOND);
    }
    Optional<String> key = secrets.apply(destination.connection().key());
    if (key.isEmpty()) {
      return new TargetAnswer.Refused(
          "NO_RESOURCE", "The secret of the connection does not exist.");
    }
    WebhookRequest request = request(destination, text);
    if (destination.isLoopback()) {
      return caller.call(request, destination.connection(), key.get());
    }
    outbox.accept(request);
    return new TargetAnswer.Taken();
  }

  private static boolean isJson(String text) {
    try {
      return !ClientJson.STRICT.readTree(text).isMissingNode();
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  private boolean isInTime(ApiDestinationSettings destination) {
    long now = clock.instant().getEpochSecond();
    Calls counted =
        calls.merge(
            destination.arn(),
            new Calls(now, 1),
            (before, first) -> before.second() == now ? new Calls(now, before.count() + 1) : first);
    return counted.count() <= destination.rate();
  }

  private static WebhookRequest request(ApiDestinationSettings destination, String text) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("User-Agent", "Amazon/EventBridge/ApiDestinations");
    headers.put(destination.connection().header(), WebhookRequest.HIDDEN);
    return new WebhookRequest(destination.endpoint(), destination.method(), headers, text);
  }

  @Override
  public void close() {
    caller.close();
  }
}
