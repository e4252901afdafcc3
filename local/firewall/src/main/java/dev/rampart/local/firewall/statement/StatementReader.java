package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.field.ComponentReader;
import dev.rampart.local.firewall.request.ByteText;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the statement of a rule, and refuses what AWS WAF would refuse or nobody here can run. */
public final class StatementReader {
  private static final String RATE = "RateBasedStatement";

  /** In bytes (AWS WAF API Reference, ByteMatchStatement). */
  private static final int SEARCH_BYTES_MAX = 200;

  private static final Map<String, ForwardedAddress.Place> PLACES =
      Map.of(
          "FIRST", ForwardedAddress.Place.FIRST,
          "LAST", ForwardedAddress.Place.LAST,
          "ANY", ForwardedAddress.Place.ANY);

  private final StatementContext context;

  public StatementReader(StatementContext context) {
    this.context = context;
  }

  /**
   * Reads the statement of a rule.
   *
   * @param name of the property of the rule in which it stands
   */
  public RuleStatement read(Properties rule, String name, Properties statement) {
    return statement.has(RATE)
        ? new RateReader(this, context).read(only(rule, name, statement).object(RATE))
        : part(rule, name, only(rule, name, statement));
  }

  /** Reads a statement that stands in a property of another one. */
  public RuleStatement nested(Properties owner, String name) {
    return part(owner, name, only(owner, name, owner.object(name)));
  }

  private static Properties only(Properties owner, String name, Properties statement) {
    if (statement.names().size() != 1) {
      throw owner.fault(name, "does not hold one statement");
    }
    return statement;
  }

  private RuleStatement part(Properties owner, String name, Properties statement) {
    String kind = statement.names().getFirst();
    Properties details = statement.object(kind);
    return switch (kind) {
      case "ByteMatchStatement" -> byteMatch(details);
      case "SizeConstraintStatement" -> size(details);
      case "RegexMatchStatement" ->
          new RegexMatch(
              inspected(details),
              List.of(LinearPatterns.compile(details, "RegexString", details.text("RegexString"))),
              3);
      case "RegexPatternSetReferenceStatement" ->
          new RegexMatch(inspected(details), referred(details, context.patternSets()), 25);
      case "SqliMatchStatement" ->
          InjectionMatch.sql(
              inspected(details),
              details.choice("SensitivityLevel", "LOW", Map.of("LOW", false, "HIGH", true)));
      case "XssMatchStatement" -> InjectionMatch.script(inspected(details));
      case "IPSetReferenceStatement" -> addresses(details);
      case "LabelMatchStatement" -> label(details);
      case "AndStatement" -> combination(details, true);
      case "OrStatement" -> combination(details, false);
      case "NotStatement" -> new Negation(nested(details, "Statement"));
      case "GeoMatchStatement" -> LocationReader.country(owner, name, details, context.locations());
      case "AsnMatchStatement" -> LocationReader.network(owner, name, details, context.locations());
      case RATE, "ManagedRuleGroupStatement", "RuleGroupReferenceStatement" ->
          throw owner.fault(name, "has a " + kind + ", which cannot stand there");
      default -> throw statement.fault(kind, "is not known to the local run");
    };
  }

  private static Inspected inspected(Properties statement) {
    return new Inspected(
        ComponentReader.component(statement), ComponentReader.transformations(statement));
  }

  private static RuleStatement byteMatch(Properties statement) {
    Map<String, ByteMatch.Position> positions =
        Map.of(
            "EXACTLY", ByteMatch.Position.EXACTLY,
            "STARTS_WITH", ByteMatch.Position.STARTS_WITH,
            "ENDS_WITH", ByteMatch.Position.ENDS_WITH,
            "CONTAINS", ByteMatch.Position.CONTAINS,
            "CONTAINS_WORD", ByteMatch.Position.CONTAINS_WORD);
    String encoded = "SearchStringBase64";
    String name = statement.has(encoded) ? encoded : "SearchString";
    String search =
        statement.has(encoded)
            ? decoded(statement, encoded)
            : ByteText.of(statement.text("SearchString"));
    if (search.isEmpty() || search.length() > SEARCH_BYTES_MAX) {
      throw statement.fault(name, "is not of 1 to " + SEARCH_BYTES_MAX + " bytes");
    }
    statement.text("PositionalConstraint");
    ByteMatch.Position position = statement.choice("PositionalConstraint", "", positions);
    boolean isWord = search.chars().allMatch(c -> ByteMatch.isWordCharacter((char) c));
    if (position == ByteMatch.Position.CONTAINS_WORD && !isWord) {
      throw statement.fault(name, "is not a word of letters, digits and underscores");
    }
    return new ByteMatch(inspected(statement), position, search);
  }

  private static String decoded(Properties statement, String name) {
    try {
      return ByteText.of(Base64.getDecoder().decode(statement.text(name)));
    } catch (IllegalArgumentException _) {
      throw statement.fault(name, "is not base64");
    }
  }

  private static RuleStatement size(Properties statement) {
    statement.text("ComparisonOperator");
    statement.text("Size");
    return new SizeConstraint(
        inspected(statement),
        statement.choice("ComparisonOperator", "", SizeConstraint.Comparison.BY_NAME),
        statement.number("Size", 0, 0, Integer.MAX_VALUE));
  }

  private RuleStatement addresses(Properties statement) {
    return new AddressMatch(
        referred(statement, context.ipSets()),
        statement.has("IPSetForwardedIPConfig")
            ? Optional.of(forwarded(statement.object("IPSetForwardedIPConfig"), true))
            : Optional.empty());
  }

  static ForwardedAddress forwarded(Properties config, boolean hasPosition) {
    config.text("FallbackBehavior");
    return new ForwardedAddress(
        config.text("HeaderName"),
        config.choice("FallbackBehavior", "", Map.of("MATCH", true, "NO_MATCH", false)),
        hasPosition ? config.choice("Position", "", PLACES) : ForwardedAddress.Place.FIRST);
  }

  private static <T> T referred(Properties statement, Map<String, T> sets) {
    return Optional.ofNullable(sets.get(statement.text("Arn")))
        .orElseThrow(() -> statement.fault("Arn", "names no set of the template"));
  }

  private RuleStatement label(Properties statement) {
    statement.text("Scope");
    boolean isNamespace = statement.choice("Scope", "", Map.of("LABEL", false, "NAMESPACE", true));
    String key = statement.text("Key");
    if (isNamespace != key.endsWith(":")) {
      throw statement.fault(
          "Key", isNamespace ? "is no namespace, which ends in a colon" : "is no label");
    }
    return new LabelMatch(context.labelPrefix(), key, isNamespace);
  }

  private RuleStatement combination(Properties statement, boolean needsAll) {
    List<RuleStatement> statements = new ArrayList<>();
    for (Properties each : statement.objects("Statements")) {
      if (each.names().size() != 1) {
        throw statement.fault("Statements", "has an element that does not hold one statement");
      }
      statements.add(part(statement, "Statements", each));
    }
    if (statements.size() < 2) {
      throw statement.fault("Statements", "does not hold two statements or more");
    }
    return new Combination(needsAll, statements);
  }
}
