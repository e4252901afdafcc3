package dev.rampart.domain.detection.signal;

/**
 * What a signal was after, as text. Signals of one kind that were after different things weigh more
 * than repeats: a broken client asks for one thing again and again, an attacker for many.
 */
enum Target {
  /** The object, account or path, whichever the request names. */
  RESOURCE {
    @Override
    String of(Signal signal) {
      return resource(signal);
    }
  },
  /** The rule that matched, and where. */
  RULE_AND_RESOURCE {
    @Override
    String of(Signal signal) {
      return signal.evidence().rule().orElse("") + SEPARATOR + resource(signal);
    }
  },
  /**
   * The class of an attack, the field that it was in, and its shape. Without a shape, each is one.
   */
  CLASS_AND_FIELD {
    @Override
    String of(Signal signal) {
      return signal.evidence().attackClass().orElse(signal.point().name())
          + SEPARATOR
          + field(signal)
          + SEPARATOR
          + signal.evidence().excerpt().map(Excerpt::text).orElseGet(() -> signal.id().text());
    }
  },
  /** The field that was wrong, and how. */
  FIELD_AND_RULE {
    @Override
    String of(Signal signal) {
      return field(signal) + SEPARATOR + signal.evidence().rule().orElse(signal.point().name());
    }
  },
  /** Whoever the token or key claims to be. */
  CREDENTIAL {
    @Override
    String of(Signal signal) {
      Source source = signal.source();
      return source.principal().or(source::apiKeyId).orElseGet(() -> resource(signal));
    }
  };

  private static final char SEPARATOR = '\n';

  /** Returns the text; equal texts are the same target. */
  abstract String of(Signal signal);

  private static String resource(Signal signal) {
    return signal.request().resourceId().or(signal.request()::route).orElse("");
  }

  /** Rows of one list are one field: a batch with the same fault in each is one fault. */
  private static String field(Signal signal) {
    String pointer = signal.evidence().field().orElse("");
    StringBuilder out = new StringBuilder(pointer.length());
    for (int i = 0; i < pointer.length(); i++) {
      char c = pointer.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        out.append(c);
      } else if (out.isEmpty() || out.charAt(out.length() - 1) != '#') {
        out.append('#');
      }
    }
    return out.toString();
  }
}
