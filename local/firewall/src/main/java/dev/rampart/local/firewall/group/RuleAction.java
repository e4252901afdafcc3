package dev.rampart.local.firewall.group;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What is done with a request that a rule matches. */
public sealed interface RuleAction {
  /** Lets it pass; no further rule is asked. */
  record Allow(List<Field> inserted) implements RuleAction {
    public Allow {
      inserted = List.copyOf(inserted);
    }
  }

  /**
   * Refuses it.
   *
   * @param answer the custom response; empty for the one of the service in front
   */
  record Block(Optional<HttpResponse> answer) implements RuleAction {}

  /** Notes it, and goes on. */
  record Count(List<Field> inserted) implements RuleAction {
    public Count {
      inserted = List.copyOf(inserted);
    }
  }

  /** Returns the name in log records. */
  default String wireName() {
    return switch (this) {
      case Allow _ -> "ALLOW";
      case Block _ -> "BLOCK";
      case Count _ -> "COUNT";
    };
  }

  /** Returns the header fields that a request gets on its way. */
  default List<Field> headers() {
    return switch (this) {
      case Allow(List<Field> inserted) -> inserted;
      case Block _ -> List.of();
      case Count(List<Field> inserted) -> inserted;
    };
  }
}
