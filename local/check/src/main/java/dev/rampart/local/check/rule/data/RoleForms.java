package dev.rampart.local.check.rule.data;

import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The forms that statements of roles have with which a service delivers. A form is compared as a
 * whole, as in {@link PolicyForms}.
 */
final class RoleForms {
  private static final String ENDPOINT = "\\.[a-z0-9-]+\\.amazonaws\\.com";

  private RoleForms() {}

  /**
   * Returns the one statement by which a service takes on a role, for this account alone; empty if
   * there is none, or another beside it.
   */
  static Optional<Statement> trust(Resource role, String service) {
    List<Statement> trust = PolicyStatements.trust(role);
    return trust.stream()
        .filter(statement -> trust.size() == 1)
        .filter(statement -> statement.isPlain() && statement.isAllow())
        .filter(statement -> statement.isForService(service))
        .filter(statement -> statement.hasActions("sts:AssumeRole"))
        .filter(PolicyForms::isForOwnAccount)
        .findFirst();
  }

  /** Says whether a statement is about one action on one thing, without a condition. */
  static boolean isOn(Statement statement, String arn, String action) {
    return statement.hasActions(action)
        && isAbout(statement, arn)
        && statement.conditions().isEmpty();
  }

  /**
   * Says whether a statement is about the use of a key for what is sent to a service.
   *
   * @param service such as {@code sqs}
   */
  static boolean encrypts(Statement statement, Resource key, String service) {
    List<Statement.Test> tests = statement.conditions();
    return statement.hasActions("kms:Decrypt", "kms:GenerateDataKey")
        && isAbout(statement, new Symbol(key.logicalId(), "Arn").toString())
        && tests.size() == 1
        && tests.getFirst().operator().equals("StringEquals")
        && tests.getFirst().key().equals("kms:viaservice")
        && tests.getFirst().values().size() == 1
        && tests.getFirst().values().getFirst().matches(service + ENDPOINT);
  }

  private static boolean isAbout(Statement statement, String arn) {
    return Json.texts(statement.node().path("Resource")).equals(List.of(arn));
  }

  /**
   * Expects one grant of each form, and nothing else.
   *
   * @param lacking the place of a form that no grant has
   */
  static void expectOnly(
      List<Predicate<Statement>> needed, List<Statement> rights, Examination seen, Place lacking) {
    for (Statement statement : rights) {
      seen.expect(
          statement.isPlain()
              && statement.isAllow()
              && needed.stream().anyMatch(right -> right.test(statement)),
          Place.of(statement));
    }
    seen.expect(needed.stream().allMatch(right -> rights.stream().anyMatch(right)), lacking);
  }
}
