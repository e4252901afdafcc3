package dev.rampart.local.stack.fault;

import dev.rampart.local.stack.access.RoleAuthorisation;
import java.util.Optional;

/**
 * The calls that a fault is for.
 *
 * @param operation for example {@code dynamodb:PutItem}, or {@code dynamodb:*} for all of a service
 * @param resource the name of a table, a bus, a queue, a secret or a log group; empty for all
 * @param function the logical id of who calls; empty for everybody
 */
record FaultTarget(String operation, Optional<String> resource, Optional<String> function) {

  boolean fits(FaultCaller caller) {
    return function
        .filter(id -> !caller.accessKeyId().equals(RoleAuthorisation.accessKeyId(id)))
        .isEmpty();
  }

  boolean fits(ServiceCall call) {
    return call.operations().stream().anyMatch(this::isOperation)
        && resource
            .filter(name -> call.resources().stream().noneMatch(arn -> names(arn, name)))
            .isEmpty();
  }

  private boolean isOperation(String name) {
    return operation.endsWith(":*")
        ? name.startsWith(operation.substring(0, operation.length() - 1))
        : name.equals(operation);
  }

  /** An ARN names a resource between colons or slashes, and what belongs to it after its name. */
  private static boolean names(String arn, String name) {
    return ("/" + arn + "/").replace(':', '/').contains("/" + name + "/");
  }
}
