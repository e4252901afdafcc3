package dev.rampart.local.account;

import java.util.List;
import java.util.Optional;

/** Asks after the stack itself. */
final class StackQuestions {

  private StackQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "stack",
            "CloudFormation updates a stack only from a state of rest",
            List.of("cloudformation:DescribeStacks"),
            StackQuestions::state));
  }

  /** Asks again, since only here a refusal is an answer. */
  private static AccountAnswer state(PreflightContext at) {
    String name = at.stackName();
    Optional<DeployedStack> deployed = CloudFormation.find(at.clients().cloudFormation(), name);
    if (deployed.isEmpty()) {
      return AccountAnswer.ok("there is no stack " + name + " yet: it will be made");
    }
    String status = deployed.get().status();
    String found = "the stack " + name + " is in state " + status;
    return switch (status) {
      case "REVIEW_IN_PROGRESS" -> AccountAnswer.ok(found + ": only a change set is there");
      case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED" ->
          AccountAnswer.failed(
              found + ": it can only be deleted",
              at.aws("cloudformation delete-stack --stack-name " + name));
      case "UPDATE_ROLLBACK_FAILED" ->
          AccountAnswer.failed(
              found, at.aws("cloudformation continue-update-rollback --stack-name " + name));
      default ->
          status.endsWith("IN_PROGRESS")
              ? AccountAnswer.failed(
                  found + ": somebody else is at it",
                  at.aws("cloudformation describe-stack-events --stack-name " + name))
              : AccountAnswer.ok(found + ": it will be updated");
    };
  }
}
