package dev.rampart.local.identity.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A line of the log that Cognito exports with {@code userAuthEvents}.
 *
 * <p>Members and their order are those of the example on the page "Exporting logs from Amazon
 * Cognito user pools" of Cognito's Developer Guide; types and results of events are those of {@code
 * AuthEventType} in its API Reference. Neither shows an element of {@code challenges}: here it has
 * the members of {@code ChallengeResponseType}. "Some fields might be logged with null values",
 * says the page, and so are those that nothing is known of here.
 *
 * @param outcome what the line tells
 * @param poolId the pool that tells it
 */
public record UserActivityRecord(SignInOutcome outcome, String poolId) {
  private static final String VERSION = "1";
  private static final String SIGN_IN = "SignIn";
  private static final String FORGOTTEN = "ForgotPassword";
  private static final String PASSWORD = "Password";
  private static final String MFA = "Mfa";

  /** As {@code java.util.Date} is printed. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Returns the line, without its end. */
  public String line() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("eventTimestamp", Long.toString(outcome.at().toEpochMilli()));
    line.put("eventSource", "USER_ACTIVITY").put("logLevel", "INFO");
    line.set("message", message());
    line.putObject("logSourceId").put("userPoolId", poolId);
    return line.toString();
  }

  /**
   * The words for what happened.
   *
   * @param passed the challenges that were passed, in order
   * @param failed the challenge that was not, if one decided
   */
  private record Words(String type, String response, List<String> passed, List<String> failed) {}

  private static Words words(Kind kind) {
    return switch (kind) {
      case PASSWORD_RIGHT -> new Words(SIGN_IN, "InProgress", List.of(PASSWORD), List.of());
      case SIGNED_IN -> new Words(SIGN_IN, "Pass", List.of(PASSWORD), List.of());
      case SIGNED_IN_WITH_CODE -> new Words(SIGN_IN, "Pass", List.of(PASSWORD, MFA), List.of());
      case WRONG_PASSWORD, UNKNOWN_USER, PASSWORD_LOCKED_OUT ->
          new Words(SIGN_IN, "Fail", List.of(), List.of(PASSWORD));
      case DISABLED, EXPIRED_PASSWORD -> new Words(SIGN_IN, "Fail", List.of(PASSWORD), List.of());
      case WRONG_CODE, USED_CODE, CODE_LOCKED_OUT ->
          new Words(SIGN_IN, "Fail", List.of(PASSWORD), List.of(MFA));
      case RECOVERY_BEGUN -> new Words(FORGOTTEN, "InProgress", List.of(), List.of());
      case PASSWORD_RECOVERED -> new Words(FORGOTTEN, "Pass", List.of(), List.of());
      case WRONG_RECOVERY_CODE, RECOVERY_REFUSED, RECOVERY_LOCKED_OUT ->
          new Words(FORGOTTEN, "Fail", List.of(), List.of());
    };
  }

  private ObjectNode message() {
    Words words = words(outcome.kind());
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("version", VERSION).put("eventId", UUID.randomUUID().toString());
    message.put("eventType", words.type());
    message.put("userSub", outcome.sub().orElse(null)).put("userName", outcome.account());
    message.put("userPoolId", poolId).put("clientId", outcome.clientId());
    message.put("creationDate", DATE.format(outcome.at()));
    message.put("eventResponse", words.response());
    message.put("riskLevel", "").put("riskDecision", "PASS");
    ArrayNode challenges = message.putArray("challenges");
    words.passed().forEach(name -> challenge(challenges, name, "Success"));
    words.failed().forEach(name -> challenge(challenges, name, "Failure"));
    message.putNull("deviceName").put("ipAddress", outcome.sourceIp());
    message.putNull("requestId").put("idpName", "");
    message.put("compromisedCredentialDetected", "false").putNull("city").putNull("country");
    message.put("eventFeedbackValue", "").put("eventFeedbackDate", "");
    return message.put("eventFeedbackProvider", "").put("hasContextData", "false");
  }

  private static void challenge(ArrayNode challenges, String name, String response) {
    challenges.addObject().put("challengeName", name).put("challengeResponse", response);
  }
}
