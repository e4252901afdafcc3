package dev.rampart.domain.inspection.text;

import java.util.HashMap;
import java.util.Map;

/** The named HTML entities that stand for marks a grammar cares about. */
final class NamedEntities {

  private static final Map<Long, Character> BY_HASH = new HashMap<>();

  static {
    String[] pairs =
        """
        lt < gt > amp & quot " apos ' colon : lpar ( rpar ) equals = sol / bsol \\ period . comma ,
        semi ; excl ! num # percnt % ast * plus + grave ` lsqb [ rsqb ] lbrack [ rbrack ] lcub {
        rcub } lbrace { rbrace } verbar | vert | dollar $ commat @ lowbar _ hat ^ quest ? hyphen -
        """
            .split("\\s+", -1);
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      BY_HASH.put(WordHash.of(pairs[i]), pairs[i + 1].charAt(0));
    }
    BY_HASH.put(WordHash.of("tab"), '\t');
    BY_HASH.put(WordHash.of("newline"), '\n');
    BY_HASH.put(WordHash.of("nbsp"), ' ');
  }

  private NamedEntities() {}

  /** Returns the character with this hashed name, or 0. */
  static char character(long hash) {
    return BY_HASH.getOrDefault(hash, '\0');
  }
}
