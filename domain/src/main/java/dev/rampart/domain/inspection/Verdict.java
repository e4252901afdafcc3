package dev.rampart.domain.inspection;

import java.util.List;
import java.util.Optional;

/** What the inspector says of one value. */
public sealed interface Verdict {

  /** Nothing found. */
  record Clean() implements Verdict {}

  /**
   * Something found, which may be too weak to refuse.
   *
   * @param evidence strongest first, never empty
   */
  record Suspect(List<Evidence> evidence) implements Verdict {
    public Suspect {
      if (evidence.isEmpty()) {
        throw new IllegalArgumentException("no evidence");
      }
      evidence = List.copyOf(evidence);
    }
  }

  /** Cannot be judged, and is therefore refused in every field. */
  record Unjudged(Limit limit) implements Verdict {}

  /**
   * Returns how sure the inspector is that the value is an attack: 0 to 1; 1 if it cannot judge.
   */
  default double score() {
    return switch (this) {
      case Clean() -> 0;
      case Suspect(List<Evidence> evidence) -> evidence.getFirst().score();
      case Unjudged(var _) -> 1;
    };
  }

  /** Returns the most likely class; {@code OTHER} if it cannot be judged, empty if it is clean. */
  default Optional<Attack> attack() {
    return switch (this) {
      case Clean() -> Optional.empty();
      case Suspect(List<Evidence> evidence) -> Optional.of(evidence.getFirst().attack());
      case Unjudged(var _) -> Optional.of(Attack.OTHER);
    };
  }

  /** Returns whether a field of this kind refuses the value. */
  default boolean refusedIn(FieldKind kind) {
    return switch (this) {
      case Clean() -> false;
      case Suspect(List<Evidence> evidence) -> evidence.getFirst().score() >= kind.refusedFrom();
      case Unjudged(var _) -> true;
    };
  }

  /** One sentence for people. Holds nothing of the value but a redacted excerpt. */
  default String sentence() {
    return switch (this) {
      case Clean() -> "Nothing found.";
      case Suspect(List<Evidence> evidence) -> evidence.getFirst().sentence();
      case Unjudged(Limit limit) -> "This cannot be judged: " + limit.reason() + ".";
    };
  }
}
