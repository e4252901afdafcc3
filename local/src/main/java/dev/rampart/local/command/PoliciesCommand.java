package dev.rampart.local.command;

import dev.rampart.local.generate.GeneratedBlock;
import dev.rampart.local.policies.StandardPolicies;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "policies",
    description =
        "Writes the policies of queues, topics and called functions in template.yaml from its"
            + " resources.",
    mixinStandardHelpOptions = true)
final class PoliciesCommand implements Callable<Integer> {
  private static final GeneratedBlock BLOCK = new GeneratedBlock("./rampart policies");

  @Mixin private GeneratedPart part;

  @Override
  public Integer call() throws IOException {
    return part.writeResources(BLOCK, StandardPolicies::of);
  }
}
