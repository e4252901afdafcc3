package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.Ascii;
import dev.rampart.domain.common.KeyedHash;

/**
 * What a signal was after, as a hash. Signals of one kind that were after different things weigh
 * more than repeats: a broken client asks for one thing again and again, an attacker for many.
 */
enum Target {
  /** The object, account or path, whichever the request names. */
  RESOURCE {
    @Override
    long hash(Signal signal, KeyedHash hash) {
      return hash.hash(resource(signal));
    }
  },
  /** The rule that matched, and where. */
  RULE_AND_RESOURCE {
    @Override
    long hash(Signal signal, KeyedHash hash) {
      return both(hash.hash(signal.evidence().rule().orElse("")), hash.hash(resource(signal)));
    }
  },
  /**
   * The class of an attack, the field that it was in, and its shape. Without a shape, each is one.
   */
  CLASS_FIELD_AND_SHAPE {
    @Override
    long hash(Signal signal, KeyedHash hash) {
      SignalEvidence evidence = signal.evidence();
      String attack = evidence.attackClass().orElseGet(signal.point()::name);
      String shape = evidence.excerpt().map(Excerpt::text).orElseGet(signal.id()::text);
      return both(both(hash.hash(attack), hash.hash(field(signal))), hash.hash(shape));
    }
  },
  /** The field that was wrong, and how. */
  FIELD_AND_RULE {
    @Override
    long hash(Signal signal, KeyedHash hash) {
      String rule = signal.evidence().rule().orElseGet(signal.point()::name);
      return both(hash.hash(field(signal)), hash.hash(rule));
    }
  },
  /** Whoever the token or key claims to be; if it does not say so, where it was tried. */
  CREDENTIAL {
    @Override
    long hash(Signal signal, KeyedHash hash) {
      Source source = signal.source();
      return hash.hash(source.principal().or(source::apiKeyId).orElseGet(() -> resource(signal)));
    }
  };

  /** Returns the hash; equal targets have the same. */
  abstract long hash(Signal signal, KeyedHash hash);

  private static long both(long one, long other) {
    return Long.rotateLeft(one, 1) + other;
  }

  private static String resource(Signal signal) {
    RequestFacts request = signal.request();
    return request.resourceId().or(request::route).orElse("");
  }

  /** Rows of one list are one field: a batch with the same fault in each has one fault. */
  private static String field(Signal signal) {
    String pointer = signal.evidence().field().orElse("");
    return pointer.chars().anyMatch(Ascii::isDigit) ? withoutNumbers(pointer) : pointer;
  }

  private static String withoutNumbers(String pointer) {
    StringBuilder out = new StringBuilder(pointer.length());
    for (int i = 0; i < pointer.length(); i++) {
      char c = pointer.charAt(i);
      if (!Ascii.isDigit(c)) {
        out.append(c);
      } else if (out.isEmpty() || out.charAt(out.length() - 1) != '#') {
        out.append('#');
      }
    }
    return out.toString();
  }
}
