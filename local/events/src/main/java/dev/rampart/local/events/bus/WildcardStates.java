package dev.rampart.local.events.bus;

import java.nio.charset.StandardCharsets;

/**
 * Bounds how many states the matcher is in at once because of one wildcard. Each star that was
 * reached is one for good; of the text behind it as many beginnings are under way at once as there
 * are borders in a row (the failure function of Knuth, Morris and Pratt, SIAM J. Comput. 6, 1977).
 * Takes time that grows as the wildcard does: the matcher's own evaluation walks every set of
 * states, of which a hundred characters make millions.
 */
final class WildcardStates {
  private WildcardStates() {}

  /** Returns the bound for a wildcard. */
  static long of(String wildcard) {
    long states = 1;
    // An escaped star is taken for a star: that counts more, never less.
    String[] texts = wildcard.split("\\*", -1);
    for (int i = 1; i < texts.length; i++) {
      states += 1 + beginnings(texts[i].getBytes(StandardCharsets.UTF_8));
    }
    return states;
  }

  /** Returns how many beginnings of a text can end at the same byte of another one. */
  private static int beginnings(byte[] text) {
    int[] border = new int[text.length + 1];
    int[] count = new int[text.length + 1];
    int most = 0;
    for (int end = 1; end <= text.length; end++) {
      int length = end == 1 ? 0 : border[end - 1];
      while (length > 0 && text[length] != text[end - 1]) {
        length = border[length];
      }
      border[end] = end > 1 && text[length] == text[end - 1] ? length + 1 : 0;
      count[end] = count[border[end]] + 1;
      most = Math.max(most, count[end]);
    }
    return most;
  }
}
