package dev.rampart.local.host.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.host.mapping.DestinationSender.Outcome;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What becomes of an event whose sender does not wait. */
final class AsyncInvokerTest {
  private static final String FUNCTION = "arn:aws:lambda:eu-west-1:000000000000:function:edgelog";
  private static final Destination QUEUE =
      new Destination(Destination.Kind.QUEUE, "arn:aws:sqs:eu-west-1:000000000000:failures");
  private static final Destination BUS =
      new Destination(Destination.Kind.BUS, "arn:aws:events:eu-west-1:000000000000:event-bus/done");
  private static final Destination TOPIC =
      new Destination(Destination.Kind.TOPIC, "arn:aws:sns:eu-west-1:000000000000:done");
  private static final InvocationResult WELL = new InvocationResult.Answered(new byte[0]);
  private static final InvocationResult BROKEN =
      new InvocationResult.FunctionError("java.lang.IllegalStateException", "no bus");
  private static final InvocationResult THROTTLED = new InvocationResult.Throttled();

  private record Task(Duration delay, Runnable work) {}

  private final Queue<Task> tasks = new ArrayDeque<>();
  private final Queue<InvocationResult> results = new ArrayDeque<>();
  private final List<String> invoked = new ArrayList<>();
  private final List<Long> waits = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> succeeded = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");
  private boolean queueFails;
  private Destination expectedOnSuccess = BUS;

  private AsyncInvoker invoker(AsyncSettings settings) {
    return invoker(Map.of(FUNCTION, settings));
  }

  private AsyncInvoker invoker(Map<String, AsyncSettings> settings) {
    return new AsyncInvoker(
        settings,
        (arn, event) -> {
          invoked.add(arn + " " + new String(event, StandardCharsets.UTF_8));
          return results.remove();
        },
        this::keep,
        (delay, work) -> tasks.add(new Task(delay, work)),
        () -> now);
  }

  private void keep(String functionArn, Destination to, Outcome outcome, String document) {
    assertThat(functionArn).isEqualTo(FUNCTION + ":live");
    assertThat(to).isEqualTo(outcome == Outcome.FAILURE ? QUEUE : expectedOnSuccess);
    if (queueFails) {
      throw new IllegalArgumentException("There is no queue.");
    }
    (outcome == Outcome.FAILURE ? kept : succeeded).add(document);
  }

  private static AsyncSettings settings(int retries) {
    return new AsyncSettings(
        Duration.ofHours(6), retries, Optional.empty(), Optional.of(QUEUE), false);
  }

  private AsyncSettings telling(Destination onSuccess) {
    expectedOnSuccess = onSuccess;
    return new AsyncSettings(
        Duration.ofHours(6), 2, Optional.of(onSuccess), Optional.of(QUEUE), false);
  }

  private static boolean offer(AsyncInvoker invoker, String event) {
    return invoker.offer(FUNCTION + ":live", event.getBytes(StandardCharsets.UTF_8));
  }

  /** Runs what is to be done, at the time at which it is. */
  private void run() {
    for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
      waits.add(task.delay().toSeconds());
      now = now.plus(task.delay());
      task.work().run();
    }
  }

  private static JsonNode tree(String document) {
    try {
      return new ObjectMapper().readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_event_that_the_function_takes_is_done() {
    results.add(WELL);
    assertThat(offer(invoker(settings(2)), "{}")).isTrue();
    run();

    assertThat(invoked).containsExactly(FUNCTION + ":live {}");
    assertThat(kept).isEmpty();
  }

  @Test
  void what_the_function_answers_goes_to_the_destination_of_successes() {
    results.addAll(
        List.of(
            BROKEN, new InvocationResult.Answered("{\"b\":2}".getBytes(StandardCharsets.UTF_8))));
    assertThat(offer(invoker(telling(BUS)), "{\"a\":1}")).isTrue();
    run();

    assertThat(kept).isEmpty();
    assertThat(tree(succeeded.getFirst()))
        .isEqualTo(
            tree(
                """
                {"version":"1.0","timestamp":"2026-11-28T12:01:00Z",
                 "requestContext":{"requestId":"%s","functionArn":"%s:live",
                   "condition":"Success","approximateInvokeCount":2},
                 "requestPayload":{"a":1},
                 "responseContext":{"statusCode":200,"executedVersion":"$LATEST"},
                 "responsePayload":{"b":2}}
                """
                    .formatted(
                        tree(succeeded.getFirst()).at("/requestContext/requestId").asText(),
                        FUNCTION)));
  }

  @Test
  void an_answer_without_a_body_is_null_in_the_record() {
    results.add(WELL);
    assertThat(offer(invoker(telling(BUS)), "{}")).isTrue();
    run();

    assertThat(tree(succeeded.getFirst()).get("responsePayload").isNull()).isTrue();
  }

  @Test
  void a_record_that_is_too_long_for_its_destination_goes_without_request_and_answer() {
    byte[] large = ("\"" + "x".repeat(262_144) + "\"").getBytes(StandardCharsets.UTF_8);
    results.addAll(
        List.of(new InvocationResult.Answered(large), new InvocationResult.Answered(large)));
    assertThat(offer(invoker(telling(TOPIC)), "{}")).isTrue();
    run();
    assertThat(offer(invoker(telling(BUS)), "{}")).isTrue();
    run();

    assertThat(tree(succeeded.get(0)).has("responsePayload")).isFalse();
    assertThat(tree(succeeded.get(0)).has("requestPayload")).isFalse();
    assertThat(tree(succeeded.get(0)).at("/requestContext/condition").asText())
        .isEqualTo("Success");
    assertThat(tree(succeeded.get(1)).path("responsePayload").asText()).hasSize(262_144);
  }

  @Test
  void a_payload_that_is_nested_too_deep_for_the_event_of_a_bus_is_told_as_text() {
    String fits = "[".repeat(998) + "]".repeat(998);
    String deep = "[" + fits + "]";
    results.add(new InvocationResult.Answered(fits.getBytes(StandardCharsets.UTF_8)));
    assertThat(offer(invoker(telling(BUS)), deep)).isTrue();
    run();

    JsonNode event = tree("{\"detail\":" + succeeded.getFirst() + "}");
    assertThat(event.at("/detail/responsePayload").toString()).isEqualTo(fits);
    assertThat(event.at("/detail/requestPayload").asText()).isEqualTo(deep);
  }

  @Test
  void an_event_for_a_function_without_any_concurrency_is_given_up_at_once() {
    results.add(THROTTLED);
    AsyncSettings never =
        new AsyncSettings(Duration.ofHours(6), 2, Optional.empty(), Optional.of(QUEUE), true);
    assertThat(offer(invoker(never), "{}")).isTrue();
    run();

    assertThat(waits).containsExactly(0L);
    JsonNode document = tree(kept.getFirst());
    assertThat(document.at("/requestContext/condition").asText())
        .isEqualTo("ZeroReservedConcurrency");
    assertThat(document.has("responsePayload")).isFalse();
  }

  @Test
  void a_failure_is_tried_again_after_one_minute_and_after_two() {
    results.addAll(List.of(BROKEN, BROKEN, WELL));
    assertThat(offer(invoker(settings(2)), "{}")).isTrue();
    run();

    assertThat(waits).containsExactly(0L, 60L, 120L);
    assertThat(kept).isEmpty();
  }

  @Test
  void what_fails_to_the_end_goes_to_the_failure_queue_with_what_aws_says_of_it() {
    results.addAll(List.of(BROKEN, BROKEN, BROKEN));
    assertThat(offer(invoker(settings(2)), "{\"a\":1}")).isTrue();
    run();

    JsonNode document = tree(kept.getFirst());
    assertThat(kept).hasSize(1);
    assertThat(document.path("version").asText()).isEqualTo("1.0");
    assertThat(document.path("timestamp").asText()).isEqualTo("2026-11-28T12:03:00Z");
    assertThat(document.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(document.at("/requestContext/functionArn").asText()).isEqualTo(FUNCTION + ":live");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(document.at("/requestPayload/a").asInt()).isEqualTo(1);
    assertThat(document.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
    assertThat(document.at("/responsePayload/errorType").asText())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void a_throttled_event_waits_longer_each_time_and_counts_no_failure() {
    results.addAll(List.of(THROTTLED, THROTTLED, THROTTLED, BROKEN, WELL));
    assertThat(offer(invoker(settings(1)), "{}")).isTrue();
    run();

    assertThat(waits).containsExactly(0L, 1L, 2L, 4L, 60L);
    assertThat(kept).isEmpty();
  }

  @Test
  void an_event_that_is_too_old_is_given_up() {
    for (int i = 0; i < 20; i++) {
      results.add(THROTTLED);
    }
    AsyncSettings minute =
        new AsyncSettings(Duration.ofMinutes(1), 2, Optional.empty(), Optional.of(QUEUE), false);
    assertThat(offer(invoker(minute), "no JSON")).isTrue();
    run();

    JsonNode document = tree(kept.getFirst());
    assertThat(waits).containsExactly(0L, 1L, 2L, 4L, 8L, 16L);
    assertThat(document.at("/requestContext/condition").asText()).isEqualTo("EventAgeExceeded");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isZero();
    assertThat(document.path("requestPayload").asText()).isEqualTo("no JSON");
    assertThat(document.has("responseContext")).isFalse();
  }

  @Test
  void an_event_without_retries_is_given_up_at_once() {
    results.add(new InvocationResult.TimedOut("id", Duration.ofSeconds(3)));
    assertThat(offer(invoker(settings(0)), "{}")).isTrue();
    run();

    assertThat(waits).containsExactly(0L);
    assertThat(tree(kept.getFirst()).at("/responsePayload/errorType").asText())
        .isEqualTo("Sandbox.Timedout");
  }

  @Test
  void what_the_failure_queue_does_not_take_waits_for_it() {
    results.add(BROKEN);
    queueFails = true;
    AsyncInvoker invoker = invoker(settings(0));
    assertThat(offer(invoker, "{}")).isTrue();
    tasks.remove().work().run();
    assertThat(invoker.fault().orElseThrow().cause()).contains("There is no queue");
    assertThat(tasks.peek().delay()).isEqualTo(Duration.ofSeconds(5));

    queueFails = false;
    run();
    assertThat(kept).hasSize(1);
    assertThat(invoker.fault()).isEmpty();
  }

  @Test
  void an_event_that_is_lost_is_told() {
    results.add(BROKEN);
    AsyncInvoker invoker =
        invoker(
            new AsyncSettings(Duration.ofHours(1), 0, Optional.empty(), Optional.empty(), false));
    assertThat(offer(invoker, "{}")).isTrue();
    run();

    assertThat(invoker.fault().orElseThrow().cause()).contains("an event for edgelog is lost");
  }

  @Test
  void what_one_function_handles_hides_nothing_that_another_lost() {
    AsyncSettings telling =
        new AsyncSettings(Duration.ofHours(1), 0, Optional.empty(), Optional.empty(), false);
    String other = FUNCTION.replace("edgelog", "relay");
    AsyncInvoker invoker = invoker(Map.of(FUNCTION, telling, other, telling));
    results.add(BROKEN);
    results.add(WELL);
    assertThat(offer(invoker, "{}")).isTrue();
    assertThat(invoker.offer(other, "{}".getBytes(StandardCharsets.UTF_8))).isTrue();
    run();
    assertThat(invoker.fault().orElseThrow().cause()).contains("edgelog");

    results.add(WELL);
    assertThat(offer(invoker, "{}")).isTrue();
    run();
    assertThat(invoker.fault()).isEmpty();
  }

  @Test
  void events_are_refused_while_there_is_no_room_for_them() {
    AsyncInvoker invoker = invoker(settings(0));
    String large = "x".repeat((int) (AsyncInvoker.BYTES_MAX / 2 - AsyncEvent.OVERHEAD_BYTES));
    assertThat(offer(invoker, large)).isTrue();
    assertThat(offer(invoker, large)).isTrue();
    assertThat(offer(invoker, "{}")).isFalse();

    results.addAll(List.of(WELL, WELL));
    run();
    assertThat(offer(invoker, "{}")).isTrue();
  }

  @Test
  void records_that_wait_take_room_and_are_short_if_there_is_none() {
    AsyncInvoker invoker = invoker(telling(BUS));
    byte[] answer = ("\"" + "x".repeat(1_000_000) + "\"").getBytes(StandardCharsets.UTF_8);
    queueFails = true;
    for (int i = 0; i < 40; i++) {
      results.add(new InvocationResult.Answered(answer));
      assertThat(offer(invoker, "{}")).isTrue();
    }
    for (int i = 0; i < 40; i++) {
      tasks.remove().work().run();
    }
    String large = "x".repeat(2_000_000);
    assertThat(offer(invoker, large)).isFalse();

    queueFails = false;
    run();
    assertThat(succeeded).hasSize(40);
    assertThat(succeeded).filteredOn(each -> tree(each).has("responsePayload")).hasSize(33);
    results.add(WELL);
    assertThat(offer(invoker, large)).isTrue();
  }

  @Test
  void an_unknown_function_is_refused() {
    AsyncInvoker invoker = invoker(settings(0));

    assertThatThrownBy(() -> invoker.offer(FUNCTION + "2", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(invoker.knows(FUNCTION + "2")).isFalse();
    assertThat(invoker.knows(FUNCTION + ":live")).isTrue();
  }
}
