package dev.rampart.local.stack.access;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.protocol.Authorisation;
import dev.rampart.local.protocol.AwsAction;
import java.util.List;

/**
 * Binds functions to their roles, by the access key ids that a run gives them. Signatures are not
 * checked, so this holds a function to what its template says, and nobody who forges the id.
 */
public record RoleAuthorisation(AccessControl access) implements Authorisation {
  private static final String PREFIX = "LOCAL";

  /** Returns the access key id of a function. */
  public static String accessKeyId(String logicalId) {
    return PREFIX + logicalId;
  }

  @Override
  public boolean binds(String accessKeyId) {
    return accessKeyId.startsWith(PREFIX)
        && access.plan().roles().containsKey(function(accessKeyId));
  }

  @Override
  public void require(String accessKeyId, List<AwsAction> actions) {
    String function = function(accessKeyId);
    for (AwsAction action : actions) {
      access
          .function(function, action.name(), action.resource(), action.context())
          .ifPresent(
              refusal -> {
                throw new NotAuthorised(refusal);
              });
    }
  }

  private static String function(String accessKeyId) {
    return accessKeyId.substring(PREFIX.length());
  }
}
