package dev.rampart.local.stack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a test asks for; whatever is wrong is told in one sentence. */
record FaultReader(JsonNode input, Set<String> functions) {
  static final String MESSAGE = "A test asked for this fault.";

  private static final String DELAY = "delay";
  private static final Set<String> EFFECTS = Set.of("error", "lose", "kill", "entries");
  private static final Set<String> OTHERS =
      Set.of("operation", "resource", "function", "skip", "calls", "share", "seed", DELAY);

  private static final Pattern OPERATION = Pattern.compile("[a-z0-9-]{1,50}:(\\*|[A-Za-z]{1,100})");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,100}");
  private static final String PUT_EVENTS = "events:PutEvents";
  private static final int TEXT_LENGTH_MAX = 1024;
  private static final int CALLS_MAX = 1_000_000;
  private static final int ENTRIES_MAX = 10;
  private static final Duration DELAY_MAX = Duration.ofMinutes(1);

  /**
   * Reads a fault.
   *
   * @throws IllegalArgumentException if it is not one
   */
  InjectedFault read() {
    names();
    String operation = text(input, "operation").orElseThrow(() -> wrong("operation is missing"));
    if (!OPERATION.matcher(operation).matches()) {
      throw wrong("operation is none, such as dynamodb:PutItem or dynamodb:*");
    }
    Optional<String> function = text(input, "function");
    if (function.filter(id -> !functions.contains(id)).isPresent()) {
      throw wrong(
          "function is none of the template: " + String.join(", ", new TreeSet<>(functions)));
    }
    FaultTarget target = new FaultTarget(operation, text(input, "resource"), function);
    FaultSchedule schedule =
        new FaultSchedule(
            number(input, "skip", 0, 0, CALLS_MAX),
            number(input, "calls", Integer.MAX_VALUE, 1, CALLS_MAX),
            share(),
            number(input, "seed", 0, 0, Integer.MAX_VALUE));
    return new InjectedFault((ObjectNode) input.deepCopy(), target, schedule, delay(), effect());
  }

  private void names() {
    Set<String> names = new TreeSet<>();
    input.fieldNames().forEachRemaining(names::add);
    long effects = names.stream().filter(EFFECTS::contains).count();
    if (effects > 1 || (effects == 0 && !names.contains(DELAY))) {
      throw wrong("it has one of error, lose, kill and entries, or delay, or delay with one");
    }
    names.removeAll(EFFECTS);
    knows(names, OTHERS);
  }

  private static void knows(Set<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw wrong("there is a member that is none of " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  private static JsonNode object(JsonNode input, String name, Set<String> known) {
    JsonNode object = input.path(name);
    if (!object.isObject()) {
      throw wrong(name + " is no object");
    }
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    knows(names, known);
    return object;
  }

  private FaultEffect effect() {
    if (input.has("error")) {
      return refused(object(input, "error", Set.of("status", "code", "message")));
    }
    if (input.has("lose")) {
      return oneOf("lose", "request", "answer").equals("request")
          ? new FaultEffect.RequestLost()
          : new FaultEffect.AnswerLost();
    }
    if (input.has("kill")) {
      return new FaultEffect.CallerKilled(oneOf("kill", "before", "after").equals("after"));
    }
    return input.has("entries")
        ? entries(object(input, "entries", Set.of("each", "places", "code")))
        : new FaultEffect.Slow();
  }

  private static FaultEffect refused(JsonNode error) {
    int status = number(error, "status", 0, 0, 599);
    if (status < 400) {
      throw wrong("error.status is missing, or none from 400 to 599");
    }
    String code = text(error, "code").orElseThrow(() -> wrong("error.code is missing"));
    return new FaultEffect.Refused(
        new AwsError(status, code(code), text(error, "message").orElse(MESSAGE)));
  }

  private FaultEffect entries(JsonNode entries) {
    if (!text(input, "operation").orElse("").equals(PUT_EVENTS)) {
      throw wrong("entries are those of " + PUT_EVENTS);
    }
    String code = code(text(entries, "code").orElse("InternalFailure"));
    if (entries.has("each") == entries.has("places")) {
      throw wrong("entries has either each, a number, or places, a list of them");
    }
    return new FaultEffect.EntriesRefused(
        entries.has("each")
            ? FailingEntries.each(code, number(entries, "each", 1, 1, CALLS_MAX))
            : FailingEntries.at(code, places(entries.path("places"))));
  }

  private static List<Integer> places(JsonNode list) {
    List<Integer> places = new ArrayList<>();
    for (JsonNode place : list) {
      if (!place.isInt() || place.asInt() < 0 || place.asInt() >= ENTRIES_MAX) {
        throw wrong("entries.places has something else than numbers from 0 to 9");
      }
      places.add(place.asInt());
    }
    if (places.isEmpty() || places.size() > ENTRIES_MAX) {
      throw wrong("entries.places is no list of 1 to 10 numbers");
    }
    return List.copyOf(places);
  }

  private double share() {
    JsonNode share = input.path("share");
    if (share.isMissingNode()) {
      return 1;
    }
    if (!share.isNumber() || !(share.asDouble() > 0 && share.asDouble() <= 1)) {
      throw wrong("share is no number above 0 and at most 1");
    }
    return share.asDouble();
  }

  private Duration delay() {
    try {
      Duration delay = text(input, DELAY).map(Duration::parse).orElse(Duration.ZERO);
      if (!delay.isNegative() && delay.compareTo(DELAY_MAX) <= 0) {
        return delay;
      }
    } catch (DateTimeException _) {
      // Told below, as what is too long.
    }
    throw wrong("delay is no ISO duration of at most a minute, such as PT0.5S");
  }

  private String oneOf(String name, String first, String second) {
    return text(input, name)
        .filter(Set.of(first, second)::contains)
        .orElseThrow(() -> wrong(name + " is neither " + first + " nor " + second));
  }

  private static String code(String code) {
    if (!CODE.matcher(code).matches()) {
      throw wrong("the code of the error is none");
    }
    return code;
  }

  private static Optional<String> text(JsonNode owner, String name) {
    JsonNode value = owner.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()
        || value.asText().isEmpty()
        || value.asText().length() > TEXT_LENGTH_MAX) {
      throw wrong(name + " is no text of 1 to " + TEXT_LENGTH_MAX + " characters");
    }
    return Optional.of(value.asText());
  }

  private static int number(JsonNode owner, String name, int otherwise, int min, int max) {
    JsonNode value = owner.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt() || value.asInt() < min || value.asInt() > max) {
      throw wrong(name + " is no whole number from " + min + " to " + max);
    }
    return value.asInt();
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("The fault cannot be had: " + what + ".");
  }
}
