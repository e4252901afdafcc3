package dev.rampart.local.firewall.field;

import java.util.List;

/** What a statement inspects of a request. */
public sealed interface Extract {
  /** Nothing to inspect: the statement does not match. */
  Extract NOTHING = new Values(List.of());

  /** Texts, of which one has to match. */
  record Values(List<String> texts) implements Extract {
    public Values {
      texts = List.copyOf(texts);
    }
  }

  /** The statement is decided without looking: too large a component, or no JSON. */
  record Decided(boolean matches) implements Extract {}

  static Extract of(String text) {
    return new Values(List.of(text));
  }
}
