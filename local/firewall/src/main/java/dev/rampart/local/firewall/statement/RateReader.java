package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.field.ComponentReader;
import dev.rampart.local.firewall.field.Oversize;
import dev.rampart.local.firewall.field.PartScope;
import dev.rampart.local.firewall.field.RequestComponent;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rate-based statements (AWS WAF API Reference, RateBasedStatement). */
final class RateReader {
  private static final int LIMIT_MIN = 10;
  private static final int LIMIT_MAX = 2_000_000_000;
  private static final int KEYS_MAX = 5;
  private static final String KEY_TYPE = "AggregateKeyType";
  private static final String CUSTOM = "CustomKeys";
  private static final String SCOPE_DOWN = "ScopeDownStatement";

  private final StatementReader statements;
  private final StatementContext context;

  RateReader(StatementReader statements, StatementContext context) {
    this.statements = statements;
    this.context = context;
  }

  RuleStatement read(Properties statement) {
    statement.text("Limit");
    int limit = statement.number("Limit", LIMIT_MIN, LIMIT_MIN, LIMIT_MAX);
    int window =
        statement.choice(
            "EvaluationWindowSec", "300", Map.of("60", 60, "120", 120, "300", 300, "600", 600));
    Optional<RuleStatement> scopeDown =
        statement.has(SCOPE_DOWN)
            ? Optional.of(statements.nested(statement, SCOPE_DOWN))
            : Optional.empty();
    String type = statement.oneOf(KEY_TYPE, "IP", "FORWARDED_IP", "CUSTOM_KEYS", "CONSTANT");
    if (type.equals("CONSTANT") && scopeDown.isEmpty()) {
      throw statement.fault(KEY_TYPE, "is CONSTANT, which needs a " + SCOPE_DOWN);
    }
    return new RateLimit(
        type.replace("CUSTOM_KEYS", "CUSTOMKEYS"), keys(statement, type), limit, window, scopeDown);
  }

  private List<RateKey> keys(Properties statement, String type) {
    return switch (type) {
      case "IP" -> List.of(RateKey.address());
      case "FORWARDED_IP" -> List.of(forwarded(statement));
      case "CUSTOM_KEYS" -> custom(statement);
      default -> List.of();
    };
  }

  private static RateKey forwarded(Properties statement) {
    return RateKey.forwarded(
        StatementReader.forwarded(statement.object("ForwardedIPConfig"), false));
  }

  private List<RateKey> custom(Properties statement) {
    List<RateKey> keys = new ArrayList<>();
    for (Properties key : statement.objects(CUSTOM)) {
      if (key.names().size() != 1) {
        throw statement.fault(CUSTOM, "has an element that does not hold one key");
      }
      keys.add(custom(statement, key, key.names().getFirst()));
    }
    if (keys.isEmpty() || keys.size() > KEYS_MAX) {
      throw statement.fault(CUSTOM, "does not hold 1 to " + KEYS_MAX + " keys");
    }
    return List.copyOf(keys);
  }

  private RateKey custom(Properties statement, Properties key, String kind) {
    Properties details = key.object(kind);
    return switch (kind) {
      case "IP" -> RateKey.address();
      case "ForwardedIP" -> forwarded(statement);
      case "ASN" -> {
        LocationReader.requireNetworks(key, kind, context.locations());
        yield RateKey.network(context.locations());
      }
      case "HTTPMethod" -> component("METHOD", new RequestComponent.Method());
      case "Header" -> transformed(details, new RequestComponent.Header(details.text("Name")));
      case "QueryArgument" ->
          transformed(details, new RequestComponent.Argument(details.text("Name")));
      case "QueryString" -> transformed(details, new RequestComponent.Query());
      case "UriPath" -> transformed(details, new RequestComponent.UriPath());
      case "Cookie" ->
          transformed(
              details,
              new RequestComponent.Cookies(
                  new RequestComponent.Selection.Included(List.of(details.text("Name"))),
                  PartScope.VALUE,
                  Oversize.CONTINUE));
      case "LabelNamespace" -> RateKey.labels(context.whole(details.text("Namespace")));
      default -> throw key.fault(kind, "is a key that the local run does not know");
    };
  }

  private static RateKey component(String name, RequestComponent component) {
    return RateKey.component(name, new Inspected(component, List.of()));
  }

  private static RateKey transformed(Properties details, RequestComponent component) {
    String kind = component instanceof RequestComponent.Header ? "HEADER" : component.location();
    return RateKey.component(
        details.optionalText("Name").map(name -> kind + ":" + name).orElse(kind),
        new Inspected(component, ComponentReader.transformations(details)));
  }
}
