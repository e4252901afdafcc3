package dev.rampart.local.check.rule.data;

import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The forms that statements of resource policies have. A form is compared as a whole, so that a
 * statement turned round, aimed elsewhere or with a weaker operator has none.
 */
final class PolicyForms {
  private static final String SOURCE_ARN = "aws:sourcearn";
  private static final Set<String> ARN_OPERATORS = Set.of("ArnEquals", "ArnLike");
  private static final Statement.Test PLAIN =
      new Statement.Test("Bool", "aws:securetransport", "false");

  /** The test that binds a service to resources of this account. */
  static final Statement.Test OWN_ACCOUNT =
      new Statement.Test("StringEquals", "aws:sourceaccount", Symbol.ACCOUNT);

  private PolicyForms() {}

  /** Says whether a statement refuses everybody some actions on a resource without TLS. */
  static boolean refusesPlain(Statement statement, Resource resource, String... actions) {
    return statement.isPlain()
        && statement.isDeny()
        && statement.isForEverybody()
        && statement.hasActions(actions)
        && statement.isAbout(resource)
        && statement.hasConditions(PLAIN);
  }

  /** Says whether a statement asks that a service acts for a resource of this account. */
  static boolean isBound(Statement statement) {
    return statement.conditions().stream().anyMatch(PolicyForms::isBinding);
  }

  /**
   * Says whether a statement asks for this account, and for nothing but where a request is from.
   */
  static boolean isForOwnAccount(Statement statement) {
    return statement.conditions().contains(OWN_ACCOUNT)
        && statement.conditions().stream().allMatch(PolicyForms::isBinding);
  }

  private static boolean isBinding(Statement.Test test) {
    return test.equals(OWN_ACCOUNT)
        || (test.key().equals(SOURCE_ARN)
            && ARN_OPERATORS.contains(test.operator())
            && test.values().stream().allMatch(PolicyForms::isOwn));
  }

  private static boolean isOwn(String arn) {
    boolean named = Symbol.in(arn).stream().anyMatch(symbol -> symbol.toString().equals(arn));
    List<String> parts = List.of(arn.split(":", -1));
    return named || (parts.size() > 4 && parts.get(4).equals(Symbol.ACCOUNT));
  }

  /**
   * Returns the resources of the template that a statement is bound to; none if it makes a test
   * beside those for its source.
   */
  static List<Resource> sources(CheckedTemplate subject, Statement statement) {
    List<Resource> sources = new ArrayList<>();
    for (Statement.Test test : statement.conditions()) {
      if (test.equals(OWN_ACCOUNT)) {
        continue;
      }
      if (!test.key().equals(SOURCE_ARN) || !ARN_OPERATORS.contains(test.operator())) {
        return List.of();
      }
      for (String arn : test.values()) {
        for (Symbol symbol : Symbol.in(arn)) {
          if (!symbol.toString().equals(arn)) {
            return List.of();
          }
          subject.find(symbol.logicalId()).ifPresent(sources::add);
        }
      }
    }
    return sources;
  }
}
