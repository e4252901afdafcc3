package dev.rampart.local.stack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.CallInterceptor;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/**
 * Entries of {@code PutEvents} that are refused: the service gets the others, and its answer has
 * the refused ones in their places. Safe for use by many threads.
 */
final class FailingEntries {
  private static final JsonMapper JSON = ClientJson.OF_CALLS;
  private static final String ENTRIES = "Entries";
  private static final byte[] NOTHING = {'{', '}'};

  private final String code;
  private final IntPredicate fails;

  private FailingEntries(String code, IntPredicate fails) {
    this.code = code;
    this.fails = fails;
  }

  /** Refuses the entries at these places of each call, counted from 0. */
  static FailingEntries at(String code, List<Integer> places) {
    return new FailingEntries(code, places::contains);
  }

  /** Refuses each n-th entry, counted over all calls. */
  static FailingEntries each(String code, int n) {
    AtomicLong count = new AtomicLong();
    return new FailingEntries(code, _ -> count.incrementAndGet() % n == 0);
  }

  HttpResponse answer(HttpRequest request, CallInterceptor.Next next) throws InterruptedException {
    Optional<Split> split = next.withRoom(request, () -> split(request.body()));
    if (split.isEmpty()) {
      return next.answer(request);
    }
    List<Boolean> failing = split.get().failing();
    if (!failing.contains(false)) {
      return answer(HttpResponse.of(200, "application/x-amz-json-1.1", NOTHING), failing);
    }
    HttpResponse answer = next.answer(withBody(request, split.get().kept()));
    return answer.status() == 200 ? answer(answer, failing) : answer;
  }

  /**
   * What is done with the entries of a call.
   *
   * @param failing whether each of them is refused
   * @param kept the body with the others
   */
  private record Split(List<Boolean> failing, byte[] kept) {}

  /** Returns nothing for what has no entries, which is the service's to refuse. */
  private Optional<Split> split(byte[] body) {
    JsonNode input = tree(body);
    if (!(input instanceof ObjectNode changed) || !input.path(ENTRIES).isArray()) {
      return Optional.empty();
    }
    List<Boolean> failing = new ArrayList<>();
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : input.path(ENTRIES)) {
      boolean failed = fails.test(failing.size());
      failing.add(failed);
      if (!failed) {
        kept.add(entry);
      }
    }
    changed.set(ENTRIES, kept);
    return Optional.of(new Split(failing, bytes(changed)));
  }

  private HttpResponse answer(HttpResponse answer, List<Boolean> failing) {
    JsonNode document = tree(answer.body());
    Iterator<JsonNode> published = document.path(ENTRIES).iterator();
    ObjectNode merged = JSON.createObjectNode();
    ArrayNode results = merged.putArray(ENTRIES);
    int failed = document.path("FailedEntryCount").asInt();
    for (boolean isFailed : failing) {
      if (isFailed) {
        failed++;
        results.addObject().put("ErrorCode", code).put("ErrorMessage", FaultReader.MESSAGE);
      } else {
        results.add(published.next());
      }
    }
    merged.put("FailedEntryCount", failed);
    return new HttpResponse(answer.status(), answer.fields(), bytes(merged));
  }

  private static HttpRequest withBody(HttpRequest request, byte[] body) {
    return new HttpRequest(
        request.method(),
        request.path(),
        request.query(),
        request.fields(),
        body,
        request.sourceIp());
  }

  /** What is no JSON is the service's to refuse. */
  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException _) {
      return JSON.missingNode();
    }
  }

  private static byte[] bytes(JsonNode document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new IllegalStateException("A tree can be written.", e);
    }
  }
}
