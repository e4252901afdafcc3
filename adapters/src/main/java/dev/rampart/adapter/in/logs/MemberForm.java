package dev.rampart.adapter.in.logs;

import dev.rampart.domain.common.IpAddress;
import java.util.regex.Pattern;

/**
 * The forms of what gates write into their logs. A value that has not the form that its gate gives
 * it may be the text of a client, and is not passed on.
 */
enum MemberForm {
  /** Digits, as of a time in milliseconds. */
  NUMBER(Pattern.compile("[0-9]{1,15}"), 15),
  /** A word of a service, such as {@code RATE_BASED} or {@code SignIn}. */
  WORD(Pattern.compile("[A-Za-z_]{1,64}"), 64),
  /** The name of a rule or of a managed rule. */
  NAME(Pattern.compile("[0-9A-Za-z_-]{1,128}"), 128),
  /** An id of a request, a user, a client or a key. */
  ID(Pattern.compile("[0-9A-Za-z_=+/:.-]{1,128}"), 128),
  /** An id of Cognito's. */
  UUID(Pattern.compile("[0-9a-f-]{36}"), 36),
  /** The id of a client of the user pool. */
  CLIENT(Pattern.compile("[0-9a-z]{1,128}"), 128),
  /** The path of an operation, with its parameters named and not filled in. */
  ROUTE(Pattern.compile("/[0-9A-Za-z_/{}+.-]{0,255}"), 256),
  /** The name of a log group. */
  LOG_GROUP(Pattern.compile("[0-9A-Za-z_/#.-]{1,512}"), 512),
  /** A method of RFC 9110 or RFC 5789: of any other the client is the author. */
  METHOD(Pattern.compile("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT"), 7),
  /** A literal address. */
  ADDRESS(Pattern.compile("[0-9A-Fa-f:.]+"), IpAddress.LENGTH_MAX),
  /** A place in a body or a request, as the function names it. */
  POINTER(Pattern.compile("[0-9A-Za-z_/.…-]{1,128}"), 128),
  /** The type of a problem document. */
  PROBLEM(Pattern.compile("[0-9A-Za-z:/.#-]{1,128}"), 128),
  /** A time of RFC 3339. */
  TIME(Pattern.compile("[0-9T:.-]{10,40}Z"), 40);

  private final Pattern form;
  private final int lengthMax;

  MemberForm(Pattern form, int lengthMax) {
    this.form = form;
    this.lengthMax = lengthMax;
  }

  boolean holds(String text) {
    return text.length() <= lengthMax
        && form.matcher(text).matches()
        && (this != ADDRESS || IpAddress.parse(text).isPresent());
  }

  /** Returns the length of the longest text that has the form, in characters. */
  int lengthMax() {
    return lengthMax;
  }
}
