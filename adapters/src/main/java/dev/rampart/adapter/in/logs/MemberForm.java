package dev.rampart.adapter.in.logs;

import dev.rampart.domain.common.IpAddress;
import java.util.Set;

/**
 * The forms of what gates write into their logs. A value that has not the form that its gate gives
 * it may be the text of a client, and is not passed on.
 *
 * <p>Some ten values of each line are held against them, so they are sets of characters: regular
 * expressions took an eighth of the time of a replay.
 */
enum MemberForm {
  /** Digits, as of a time in milliseconds. */
  NUMBER("0-9", 1, 15),
  /** A word of a service, such as {@code RATE_BASED} or {@code SignIn}. */
  WORD("A-Za-z_", 1, 64),
  /** The name of a rule or of a managed rule. */
  NAME("0-9A-Za-z_-", 1, 128),
  /** An id of a request, a user, a client or a key. */
  ID("0-9A-Za-z_=+/:.-", 1, 128),
  /** An id of Cognito's. */
  UUID("0-9a-f-", 36, 36),
  /** The id of a client of the user pool. */
  CLIENT("0-9a-z", 1, 128),
  /** The path of an operation, with its parameters named and not filled in. */
  ROUTE("0-9A-Za-z_/{}+.-", 1, 256),
  /** The name of a log group. */
  LOG_GROUP("0-9A-Za-z_/#.-", 1, 512),
  /** A method of RFC 9110 or RFC 5789: of any other the client is the author. */
  METHOD("A-Z", 3, 7),
  /** A literal address. */
  ADDRESS("0-9A-Fa-f:.", 2, IpAddress.LENGTH_MAX),
  /** A place in a body or a request, as the function names it: {@link #CUT} where it is long. */
  POINTER("0-9A-Za-z_/.-", 1, 128),
  /** The type of a problem document. */
  PROBLEM("0-9A-Za-z:/.#-", 1, 128),
  /** A time of RFC 3339. */
  TIME("0-9T:.Z-", 11, 40);

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private static final char CUT = '…';
  private static final int BITS = 64;

  // Which ASCII characters it may have, a bit for each.
  private final long low;
  private final long high;
  private final int lengthMin;
  private final int lengthMax;

  MemberForm(String characters, int lengthMin, int lengthMax) {
    this.low = bits(characters, 0);
    this.high = bits(characters, BITS);
    this.lengthMin = lengthMin;
    this.lengthMax = lengthMax;
  }

  /**
   * Returns a bit for each of 64 characters: whether it is one of those that are written as in a
   * class of a regular expression, {@code -} last.
   */
  private static long bits(String characters, int from) {
    long bits = 0;
    for (int i = 0; i < characters.length(); i++) {
      boolean isRange = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
      int last = isRange ? i + 2 : i;
      for (char c = characters.charAt(i); c <= characters.charAt(last); c++) {
        bits |= c / BITS == from / BITS ? 1L << c : 0;
      }
      i = last;
    }
    return bits;
  }

  boolean holds(String text) {
    if (text.length() < lengthMin || text.length() > lengthMax) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!mayHave(text.charAt(i))) {
        return false;
      }
    }
    return switch (this) {
      case ROUTE -> text.startsWith("/");
      case METHOD -> METHODS.contains(text);
      case ADDRESS -> IpAddress.parse(text).isPresent();
      case TIME -> text.indexOf('Z') == text.length() - 1;
      default -> true;
    };
  }

  private boolean mayHave(char c) {
    if (c >= 2 * BITS) {
      return c == CUT && this == POINTER;
    }
    return ((c < BITS ? low : high) >>> c & 1) == 1;
  }

  /** Returns the length of the longest text that has the form, in characters. */
  int lengthMax() {
    return lengthMax;
  }
}
