package dev.rampart.local.deploy;

import dev.rampart.local.account.ChangeSet;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.account.PreflightResult;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What deploying has to know of an account, and to do in it, besides what SAM does. */
interface Account {

  /** Asks whether a stack can be deployed. */
  List<PreflightResult> preflight(String stack, Function<PseudoParameters, Stack> plan);

  /** Returns a stack; empty if there is none of that name. */
  Optional<DeployedStack> find(String stack);

  /** Returns the values of parameters that a stack has; none if there is no such stack. */
  default Map<String, String> parameters(String stack) {
    return find(stack).map(DeployedStack::parameters).orElse(Map.of());
  }

  /** Returns the ids of a stack's resources, by logical id. */
  Map<String, String> resources(String stack);

  /** Returns the change set of a stack that was made last; empty if it has none. */
  Optional<ChangeSet> newestChangeSet(String stack);

  /** Says what an update of a stack may do to its resources. */
  void setPolicy(String stack, String policy);
}
