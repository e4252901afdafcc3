package dev.rampart.domain.submission;

import dev.rampart.domain.common.EmailAddress;
import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.common.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Submissions and people that tests talk about. */
public final class Examples {
  public static final Owner ANN = new Owner("11111111-aaaa-4aaa-8aaa-111111111111");
  public static final Owner BOB = new Owner("22222222-bbbb-4bbb-8bbb-222222222222");
  public static final Reviewer RITA = new Reviewer("33333333-cccc-4ccc-8ccc-333333333333");
  public static final Instant MORNING = Instant.parse("2026-11-24T08:00:00.123Z");
  public static final Duration RETENTION = Duration.ofDays(365);
  public static final Secret SECRET =
      new Secret("a secret of thirty-two bytes, so!".getBytes(StandardCharsets.US_ASCII));
  public static final SubmissionIds IDS = new SubmissionIds(() -> SECRET);
  public static final Fingerprint FINGERPRINT = new Fingerprint("ab".repeat(32));
  public static final Fingerprint OTHER_FINGERPRINT = new Fingerprint("cd".repeat(32));

  private Examples() {}

  /** Returns content that differs in its title alone. */
  public static Content content(String title) {
    return new Content(
        title,
        "It leaks.\nSince Monday.",
        Category.BUG,
        new EmailAddress("ann@example.com"),
        List.of("roof", "water-2"),
        Map.of("Room", "4 < 5 & \"six\""));
  }

  /** Returns a new submission of an owner; the key makes its id. */
  public static Submission.Received received(Owner owner, String key, Instant at) {
    return Submission.Received.open(
        IDS.of(owner, new IdempotencyKey(key)), owner, content("Roof"), at, expiry(at));
  }

  /** Returns when something received at a time expires. */
  public static Instant expiry(Instant at) {
    return at.plus(RETENTION).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Returns the event of a new submission. */
  public static SubmissionEvent.Received event(Submission.Received submission) {
    return new SubmissionEvent.Received(SubmissionEvent.Snapshot.of(submission));
  }
}
