package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A record of what a user did, as Cognito exports it. Absent members and nulls are common, and new
 * members are announced.
 *
 * <p>What is passed on is an address, ids that have the form of Cognito's own, and words of this
 * class. A refusal is about an account, which is its resource: nobody has shown to be its user, so
 * it is no principal. Of a name without an id, as one that no user has, it is a keyed hash, so that
 * a list of names is told from one name: people type passwords into its field, and whoever has
 * signals alone cannot test guesses. A success speaks for its source, unless Cognito itself doubted
 * it.
 *
 * @param names hashes the names without an id
 */
record SignInRecord(JsonNode json, KeyedHash names) {
  /** The export of messages that could not be delivered may go to the same log group. */
  private static final String NOTIFICATION = "USER_NOTIFICATION";

  private static final int VERSION = 1;

  /** Tells the hash of a name from the id of a user. */
  private static final String NAME_PREFIX = "name-";

  /** What Cognito decides where it sees no risk: in its log and in its API. */
  private static final Set<String> NO_RISK = Set.of("", "PASS", "NORISK");

  LogLineOutcome read(String lineId) {
    Optional<Instant> at = LogFields.time(json, "eventTimestamp");
    if (at.isEmpty()) {
      return new LogLineOutcome.Rejected(RejectionReason.NO_TIME);
    }
    if (lineId.isEmpty()) {
      return new LogLineOutcome.Rejected(RejectionReason.NO_ID);
    }
    if (!message().isObject()) {
      return new LogLineOutcome.Rejected(RejectionReason.INCOMPLETE);
    }
    if (LogFields.isOtherVersion(message(), "version", VERSION)) {
      return new LogLineOutcome.Rejected(RejectionReason.UNKNOWN_VERSION);
    }
    return LogLineOutcome.of(
        point()
            .map(
                point ->
                    new Signal(
                        SignalId.derive("sign-in", lineId),
                        at.get(),
                        point.gate(),
                        point,
                        source(point),
                        request(),
                        evidence(point))));
  }

  private Optional<DetectionPoint> point() {
    if (LogFields.word(json, "eventSource").equals(NOTIFICATION)) {
      return Optional.empty();
    }
    return switch (word("eventType") + " " + word("eventResponse")) {
      case "SIGNIN FAIL", "FORGOTPASSWORD FAIL", "PASSWORDCHANGE FAIL" ->
          Optional.of(DetectionPoint.AUTH_FAIL);
      case "SIGNIN PASS" -> doubted() ? Optional.empty() : Optional.of(DetectionPoint.AUTH_OK);
      default -> Optional.empty();
    };
  }

  private boolean doubted() {
    return compromised() || !NO_RISK.contains(word("riskDecision"));
  }

  private boolean compromised() {
    return word("compromisedCredentialDetected").equals("TRUE");
  }

  private Source source(DetectionPoint point) {
    return new Source(
        LogFields.address(message(), "ipAddress"),
        point == DetectionPoint.AUTH_OK ? subject() : Optional.empty(),
        text("clientId", MemberForm.CLIENT),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private RequestFacts request() {
    RequestFacts facts = RequestFacts.unknown();
    Optional<String> id = uuid("requestId");
    facts = id.map(facts::withRequestId).orElse(facts);
    return subject().or(this::hashedName).map(facts::withResourceId).orElse(facts);
  }

  private SignalEvidence evidence(DetectionPoint point) {
    return point == DetectionPoint.AUTH_OK ? SignalEvidence.none() : SignalEvidence.rule(rule());
  }

  /** Returns what a try was refused for, as far as the record says it. */
  private String rule() {
    if (compromised()) {
      return "compromised-credentials";
    }
    if (doubted()) {
      return "risk";
    }
    return switch (word("eventType")) {
      case "FORGOTPASSWORD" -> "forgotten-password";
      case "PASSWORDCHANGE" -> "password-change";
      default -> codeFailed() ? "one-time-code" : "password";
    };
  }

  /** Returns whether a second factor was wrong; how a challenge is written is not documented. */
  private boolean codeFailed() {
    return StreamSupport.stream(message().path("challenges").spliterator(), false)
        .map(challenge -> challenge.toString().toUpperCase(Locale.ROOT))
        .anyMatch(challenge -> challenge.contains("MFA") && challenge.contains("FAIL"));
  }

  private Optional<String> subject() {
    return uuid("userSub");
  }

  /** A name in other case is the same name. */
  private Optional<String> hashedName() {
    return Optional.of(LogFields.word(message(), "userName").strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .map(name -> NAME_PREFIX + HexFormat.of().toHexDigits(names.hash(name)));
  }

  private Optional<String> uuid(String name) {
    return text(name, MemberForm.UUID);
  }

  private Optional<String> text(String name, MemberForm form) {
    return LogFields.text(message(), name, form);
  }

  /** Returns a word of Cognito's in capitals, without underscores: its pages write it both ways. */
  private String word(String name) {
    return LogFields.word(message(), name).toUpperCase(Locale.ROOT).replace("_", "");
  }

  private JsonNode message() {
    return json.path("message");
  }
}
