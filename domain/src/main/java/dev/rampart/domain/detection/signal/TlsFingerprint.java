package dev.rampart.domain.detection.signal;

import java.util.Optional;

/**
 * A hash over what a client offers when it opens a TLS connection: which software it is, whatever
 * its user agent says. Many clients share one, so it tells kinds of clients apart and not clients.
 */
public sealed interface TlsFingerprint {
  /** Length of any fingerprint that is looked at, in characters. */
  int LENGTH_MAX = 36;

  /** Returns the fingerprint as it is written. */
  String text();

  /** Returns the JA3 fingerprint in a text from outside; empty if it is none. */
  static Optional<TlsFingerprint> ja3(String text) {
    return Ja3.wellFormed(text) ? Optional.of(new Ja3(text)) : Optional.empty();
  }

  /** Returns the JA4 fingerprint in a text from outside; empty if it is none. */
  static Optional<TlsFingerprint> ja4(String text) {
    return Ja4.wellFormed(text) ? Optional.of(new Ja4(text)) : Optional.empty();
  }

  /** JA3: an MD5 in lower-case hexadecimal. */
  record Ja3(String text) implements TlsFingerprint {
    private static final int LENGTH = 32;

    public Ja3 {
      if (!wellFormed(text)) {
        throw new IllegalArgumentException("a JA3 fingerprint is 32 hexadecimal digits");
      }
    }

    private static boolean wellFormed(String text) {
      return text.length() == LENGTH && isHex(text, 0, LENGTH);
    }
  }

  /**
   * JA4: ten letters or digits that can be read, and two hashes of twelve hexadecimal digits,
   * joined by {@code _}. Unlike JA3 it does not change with the order of the offers.
   */
  record Ja4(String text) implements TlsFingerprint {
    private static final int LENGTH = 36;
    private static final int FIRST_GAP = 10;
    private static final int SECOND_GAP = 23;

    public Ja4 {
      if (!wellFormed(text)) {
        throw new IllegalArgumentException("not the form of a JA4 fingerprint");
      }
    }

    private static boolean wellFormed(String text) {
      return text.length() == LENGTH
          && text.charAt(FIRST_GAP) == '_'
          && text.charAt(SECOND_GAP) == '_'
          && text.chars().limit(FIRST_GAP).allMatch(Ja4::isAsciiLetterOrDigit)
          && isHex(text, FIRST_GAP + 1, SECOND_GAP)
          && isHex(text, SECOND_GAP + 1, LENGTH);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
      return c < 0x80 && Character.isLetterOrDigit(c);
    }
  }

  private static boolean isHex(String text, int from, int to) {
    return text.substring(from, to)
        .chars()
        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
