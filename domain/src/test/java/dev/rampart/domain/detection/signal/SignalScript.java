package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.KeyedHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Writes down who does what and when, as signals. It has a clock, which starts at {@link
 * SignalExamples#NOON}, and somebody who acts; each action is a signal of that moment.
 */
public final class SignalScript {
  /** What is told apart in the tests of detection is hashed with it. */
  public static final KeyedHash HASH = KeyedHash.of("test");

  private static final int BUCKETS = 128;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final List<String> NAMES = names();

  /** Something that is done again and again. */
  @FunctionalInterface
  public interface Action {
    /** Does it, for the time number {@code i}, from 0, and returns the script. */
    SignalScript act(SignalScript script, int i);
  }

  private final List<Signal> signals = new ArrayList<>();
  private Source source = Source.unknown();
  private double seconds;

  /**
   * Returns names that the states can tell apart for sure: no two of them share a bucket.
   *
   * @param i 0 to 99
   */
  public static String name(int i) {
    return NAMES.get(i);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    for (int i = 0; names.size() < 100; i++) {
      if (taken.add(Math.floorMod(HASH.hash("n" + i), (long) BUCKETS))) {
        names.add("n" + i);
      }
    }
    return List.copyOf(names);
  }

  /** Lets an address act of which nothing else is known. */
  public SignalScript from(String address) {
    source = Source.unknown().withAddress(new IpAddress(address));
    return this;
  }

  /** Lets the address act for a principal. */
  public SignalScript as(String principal) {
    source = source.withPrincipal(principal);
    return this;
  }

  /** Lets the address use an API key. */
  public SignalScript withKey(String apiKeyId) {
    source = source.withApiKeyId(apiKeyId);
    return this;
  }

  /** Lets the address say that it is this user agent. */
  public SignalScript agent(String userAgent) {
    source = source.withUserAgentHash(userAgent);
    return this;
  }

  /** Sets the clock to a time after noon. */
  public SignalScript at(double secondsAfterNoon) {
    seconds = secondsAfterNoon;
    return this;
  }

  /** Lets time pass. */
  public SignalScript pause(double moreSeconds) {
    seconds += moreSeconds;
    return this;
  }

  /** Does something some times, and lets time pass after each. */
  public SignalScript times(int count, double everySeconds, Action action) {
    for (int i = 0; i < count; i++) {
      var _ = action.act(this, i);
      seconds += everySeconds;
    }
    return this;
  }

  /** Fails to sign in. */
  public SignalScript authFail(String account) {
    return signal(DetectionPoint.AUTH_FAIL, account);
  }

  /** Signs in. */
  public SignalScript authOk(String account) {
    return signal(DetectionPoint.AUTH_OK, account);
  }

  /** Asks for a path that only scanners ask for. */
  public SignalScript probe(String path) {
    return signal(DetectionPoint.SENSITIVE_PATH, Optional.of(path), SignalEvidence.rule("secrets"));
  }

  /** Trips a rule of the firewall. */
  public SignalScript waf(String rule, String path) {
    return signal(DetectionPoint.WAF_RULE, Optional.of(path), SignalEvidence.rule(rule));
  }

  /** Breaks the schema. */
  public SignalScript invalid(String field, String rule) {
    return signal(
        DetectionPoint.SCHEMA_VIOLATION, Optional.empty(), SignalEvidence.violation(field, rule));
  }

  /** Sends an injection of which the inspector is sure. */
  public SignalScript injection(String field, String shape) {
    return signal(
        DetectionPoint.INJECTION_SQL,
        Optional.empty(),
        new SignalEvidence(
            Optional.of(field),
            Optional.of("sqli"),
            OptionalDouble.of(1),
            Optional.of(new Excerpt(shape)),
            Optional.empty()));
  }

  /** Does what a detection point reports, to a resource. */
  public SignalScript signal(DetectionPoint point, String resource) {
    return signal(point, Optional.of(resource), SignalEvidence.none());
  }

  private SignalScript signal(
      DetectionPoint point, Optional<String> resource, SignalEvidence evidence) {
    RequestFacts request = RequestFacts.unknown();
    signals.add(
        new Signal(
            new SignalId("s" + signals.size()),
            SignalExamples.NOON.plusMillis(Math.round(seconds * MILLIS_PER_SECOND)),
            point.gate(),
            point,
            source,
            resource.map(request::withResourceId).orElse(request),
            evidence));
    return this;
  }

  /** Returns the signals in order of their times. */
  public List<Signal> signals() {
    return signals.stream().sorted(Comparator.comparing(Signal::observedAt)).toList();
  }
}
