package dev.rampart.local.check.rule.api;

import java.util.regex.Pattern;

/** Values of the header that says whose pages may read an answer. */
final class Origins {
  static final String HEADER = "Access-Control-Allow-Origin";
  static final String CREDENTIALS = "Access-Control-Allow-Credentials";
  // A scheme and a host, not "*", and not "null", which a sandboxed page of anybody sends.
  private static final Pattern ONE =
      Pattern.compile("'(https://|http://localhost)[A-Za-z0-9.:-]*'");

  private Origins() {}

  /** Says whether a value, in the single quotes of a mapping, is one origin. */
  static boolean isOne(String value) {
    return ONE.matcher(value).matches();
  }
}
