package dev.rampart.local.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference to a resource that stands in a value for what the resource is known by once it is
 * made. Its text form is {@code ‹Name›} for a {@code Ref} and {@code ‹Name.Attribute›} for a {@code
 * Fn::GetAtt}.
 *
 * @param attribute the name of the attribute; empty for a {@code Ref}
 */
public record Symbol(String logicalId, String attribute) {
  private static final Pattern FORM = Pattern.compile("‹([A-Za-z0-9]+)(?:\\.([A-Za-z0-9.]+))?›");

  /** The account id in a stack of symbols; like a resource, it is known only when deployed. */
  public static final String ACCOUNT = "‹account›";

  static final PseudoParameters PSEUDO = new PseudoParameters("‹stack›", "eu-west-1", ACCOUNT);

  /** Returns the symbols in a text, in their order. */
  public static List<Symbol> in(String text) {
    return FORM.matcher(text)
        .results()
        .map(match -> new Symbol(match.group(1), Optional.ofNullable(match.group(2)).orElse("")))
        .filter(symbol -> !symbol.isPseudo())
        .toList();
  }

  private boolean isPseudo() {
    return toString().equals(ACCOUNT) || toString().equals(PSEUDO.stackName());
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return attribute.isEmpty() ? "‹" + logicalId + "›" : "‹" + logicalId + "." + attribute + "›";
  }
}
