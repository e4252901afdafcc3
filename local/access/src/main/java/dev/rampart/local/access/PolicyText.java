package dev.rampart.local.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a policy with its variables (IAM User Guide, "IAM policy elements: Variables and
 * tags"): {@code ${aws:PrincipalAccount}}, with a default {@code ${aws:username, 'nobody'}}, and
 * {@code ${*}}, {@code ${?}}, {@code ${$}} for the characters themselves. A variable that is not in
 * the request and has no default makes the text match nothing.
 *
 * @param parts in order; prepared as {@link Wildcards#prepare} says, if they may have wildcards
 */
record PolicyText(List<Part> parts) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");
  private static final Pattern WITH_DEFAULT =
      Pattern.compile("\\s*([A-Za-z0-9:/_-]+)\\s*(?:,\\s*'([^']*)'\\s*)?");

  /** A piece of the text. */
  sealed interface Part {
    /** Stands for itself. */
    record Literal(String text) implements Part {}

    /** Stands for the one value of a key. */
    record Variable(String key, Optional<String> otherwise) implements Part {}
  }

  /**
   * Reads a text.
   *
   * @param wild whether {@code *} and {@code ?} are wildcards
   * @throws IllegalArgumentException if a variable is not well-formed
   */
  static PolicyText of(String text, boolean wild) {
    List<Part> parts = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(text);
    int from = 0;
    while (variable.find()) {
      parts.add(literal(text.substring(from, variable.start()), wild));
      parts.add(part(variable.group(1)));
      from = variable.end();
    }
    parts.add(literal(text.substring(from), wild));
    return new PolicyText(List.copyOf(parts));
  }

  /** Reads a text in which no variable may stand: a dollar sign and a brace are themselves. */
  static PolicyText plain(String text, boolean wild) {
    return new PolicyText(List.of(literal(text, wild)));
  }

  private static Part literal(String text, boolean wild) {
    return new Part.Literal(wild ? Wildcards.prepare(text) : text);
  }

  private static Part part(String inside) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return new Part.Literal(inside);
    }
    Matcher parsed = WITH_DEFAULT.matcher(inside);
    if (!parsed.matches()) {
      throw new IllegalArgumentException("has a variable that is not well-formed");
    }
    return new Part.Variable(
        parsed.group(1).toLowerCase(Locale.ROOT), Optional.ofNullable(parsed.group(2)));
  }

  /** Returns the keys of the variables, in lower case. */
  List<String> keys() {
    return parts.stream()
        .filter(Part.Variable.class::isInstance)
        .map(part -> ((Part.Variable) part).key())
        .toList();
  }

  /** Returns the text for a request; empty if it can match nothing. */
  Optional<String> in(AccessRequest request) {
    if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(String text)) {
      return Optional.of(text);
    }
    StringBuilder all = new StringBuilder();
    for (Part part : parts) {
      Optional<String> text = text(part, request);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      all.append(text.get());
    }
    return Optional.of(all.toString());
  }

  private static Optional<String> text(Part part, AccessRequest request) {
    return switch (part) {
      case Part.Literal(String text) -> Optional.of(text);
      case Part.Variable(String key, Optional<String> otherwise) -> {
        List<String> values = request.values(key);
        // A value must bring no wildcard of its own, and one of several cannot be chosen.
        yield values.size() == 1
            ? values.stream().filter(PolicyText::isText).findFirst()
            : values.isEmpty() ? otherwise : Optional.empty();
      }
    };
  }

  private static boolean isText(String value) {
    return value.indexOf(Wildcards.ANY) < 0 && value.indexOf(Wildcards.ONE) < 0;
  }
}
