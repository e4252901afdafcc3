package dev.rampart.local.protocol.lambda;

import java.util.Arrays;

/** The ARN of a function, as far as it names the function. */
public final class FunctionArn {
  private static final String SEPARATOR = ":";

  /** {@code arn:partition:lambda:region:account:function:name}. */
  private static final int PARTS = 7;

  private FunctionArn() {}

  /** Returns the ARN without the version or the alias that may follow. */
  public static String unqualified(String arn) {
    return String.join(SEPARATOR, Arrays.stream(arn.split(SEPARATOR)).limit(PARTS).toList());
  }

  /** Returns the function's name. */
  public static String name(String arn) {
    String unqualified = unqualified(arn);
    return unqualified.substring(unqualified.lastIndexOf(SEPARATOR) + 1);
  }
}
