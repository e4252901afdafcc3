package dev.rampart.local.account;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says what calls that fail mean. A question that cannot be put is one without an answer: not to
 * know something is no reason to stop.
 */
public final class AwsErrors {
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "AuthorizationErrorException",
          "NotAuthorizedException",
          "UnauthorizedOperation",
          "WAFUnauthorizedOperationException");
  private static final Set<String> CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  static final String NO_CREDENTIALS = "there are no AWS credentials here, or they have run out";

  private AwsErrors() {}

  /** Returns in one line what happened and, where it is known, what to do. */
  public static String words(SdkException failure, AwsTarget target) {
    if (failure instanceof SdkClientException fault) {
      return fault instanceof MissingCredentialsException
          ? NO_CREDENTIALS + ": " + signIn(target)
          : "AWS cannot be reached: " + line(fault);
    }
    return failure instanceof AwsServiceException refusal && isAboutCredentials(refusal)
        ? "AWS does not accept these credentials: " + signIn(target)
        : line(failure);
  }

  static AccountAnswer guard(List<String> permissions, Supplier<AccountAnswer> question) {
    try {
      return question.get();
    } catch (AwsServiceException e) {
      return refused(e, String.join(", ", permissions));
    } catch (SdkClientException e) {
      return AccountAnswer.unknown("cannot be asked: " + line(e), "");
    }
  }

  static boolean isDenied(AwsServiceException refusal) {
    return DENIED.contains(code(refusal));
  }

  static boolean isAboutCredentials(AwsServiceException refusal) {
    return CREDENTIALS.contains(code(refusal));
  }

  /** Returns what gives a person credentials. */
  static String signIn(AwsTarget target) {
    return "aws sso login" + target.options() + " (the first time: aws configure sso)";
  }

  private static AccountAnswer refused(AwsServiceException refusal, String permissions) {
    if (isDenied(refusal)) {
      return AccountAnswer.unknown(
          "not allowed to ask", "allow " + permissions + " to who deploys: it reads, no more");
    }
    if (refusal.isThrottlingException()) {
      return AccountAnswer.unknown(
          "the service answers no more calls for now (" + code(refusal) + ")",
          "try again in a minute");
    }
    return AccountAnswer.unknown("the service answers " + code(refusal) + ": " + line(refusal), "");
  }

  /** Returns the service's own code; an empty text if it gives none. */
  static String code(AwsServiceException refusal) {
    String code = refusal.awsErrorDetails() == null ? null : refusal.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  /** Returns the first line of what an exception says. */
  static String line(SdkException failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
