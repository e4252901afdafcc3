package dev.rampart.local.tables.value;

import dev.rampart.local.protocol.AwsError;

/** The refusals that come from what a request says. */
public final class Refusals {

  private Refusals() {}

  /** A {@code ValidationException}. */
  public static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }

  /** A {@code ValidationException} that begins as those about parameter values do. */
  public static AwsError invalidParameter(String message) {
    return invalid("One or more parameter values were invalid: " + message);
  }

  /** A {@code ValidationException} that is reported like a violated constraint. */
  public static AwsError counted(String message) {
    return invalid("1 validation error detected: " + message);
  }

  /** A {@code SerializationException}: JSON of the wrong shape. */
  public static AwsError unreadable(String message) {
    return new AwsError("SerializationException", message);
  }
}
