package dev.rampart.local.account;

import dev.rampart.local.template.Stack;
import java.util.Map;
import java.util.Optional;

/**
 * What is known when a question is put.
 *
 * @param caller the ARN of who asks
 * @param planned the stack to deploy
 * @param deployed the stack of that name that is there, if there is one
 * @param isNew whether nothing of the stack is there yet; false if that cannot be known, since what
 *     is there may be its own
 */
record PreflightContext(
    AccountClients clients,
    String caller,
    Stack planned,
    Optional<DeployedStack> deployed,
    boolean isNew) {

  /** Says whether it could not be asked if the stack is there. */
  boolean isUncertain() {
    return !isNew && !isThere();
  }

  /** Says whether the stack is known to be there. */
  boolean isThere() {
    return deployed.filter(DeployedStack::hasResources).isPresent();
  }

  /**
   * Returns the ids of the stack's resources of a type that are there, by logical id; none if the
   * stack is not known to be there.
   */
  Map<String, String> deployedResources(String type) {
    return isThere()
        ? CloudFormation.resources(clients.cloudFormation(), stackName(), type)
        : Map.of();
  }

  String stackName() {
    return planned.pseudoParameters().stackName();
  }

  /** Answers that something is in the way; unless it may be the stack's own. */
  AccountAnswer inTheWay(String found, String mend) {
    return isNew
        ? AccountAnswer.failed(found, mend)
        : AccountAnswer.unknown(found + ", and whether it is the stack's own cannot be asked", "");
  }

  /** Returns a command of the AWS command line that asks the same account. */
  String aws(String command) {
    return "aws " + command + clients.target().options();
  }

  String account() {
    return planned.pseudoParameters().accountId();
  }
}
