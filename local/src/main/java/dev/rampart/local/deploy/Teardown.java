package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.template.Stack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Takes a stack down, and says before and after what is kept.
 *
 * @param in where a person types the name of the stage
 */
record Teardown(
    Sam sam,
    Account account,
    AwsTarget target,
    Path root,
    String stage,
    String stack,
    BufferedReader in,
    PrintWriter out) {

  /**
   * Runs it.
   *
   * @param yes whether not to ask
   */
  void run(Stack planned, boolean yes) throws IOException, InterruptedException {
    if (account.find(stack).filter(DeployedStack::hasResources).isEmpty()) {
      throw new IOException(
          "there is no stack "
              + stack
              + " in "
              + target.region()
              + "; is it the right stage, --region and --profile?");
    }
    Map<String, String> ids = account.resources(stack);
    List<KeptResource> kept = KeptResource.of(planned, ids);
    announce(ids, kept);
    if (!yes) {
      confirm();
    }
    List<String> arguments = new ArrayList<>(List.of("delete", "--stack-name", stack));
    arguments.addAll(target.arguments());
    arguments.add("--no-prompts");
    sam.run(root, arguments.stream());
    sayHowToRemove(kept);
  }

  private void announce(Map<String, String> ids, List<KeptResource> kept) {
    TreeSet<String> deleted = new TreeSet<>(ids.keySet());
    kept.forEach(resource -> deleted.remove(resource.logicalId()));
    out.println(
        stack + " in " + target.region() + ": " + deleted.size() + " resources are deleted:");
    out.println("  " + String.join(", ", deleted));
    out.println("These " + kept.size() + " are kept, with all that is in them:");
    kept.forEach(one -> out.println("  " + one.logicalId() + " (" + one.type() + ") " + one.id()));
    out.flush();
  }

  private void confirm() throws IOException {
    out.print("Type the name of the stage to go on: ");
    out.flush();
    if (!stage.equals(in.readLine())) {
      throw new IOException("that is not " + stage + "; nothing was deleted");
    }
  }

  private void sayHowToRemove(List<KeptResource> kept) {
    out.println();
    out.println(
        stack + " is gone. What was kept costs on, and stands in the way of a new stack of");
    out.println(
        "this stage. docs/deploying.md says how to import it into one. To remove it for good:");
    for (KeptResource resource : kept) {
      out.println();
      out.println(
          "# "
              + resource.logicalId()
              + (resource.caution().isEmpty() ? "" : ": " + resource.caution()));
      List<String> commands = resource.removal(target.options());
      commands.forEach(out::println);
      if (commands.isEmpty()) {
        out.println("# " + resource.type() + " " + resource.id() + ", in the console");
      }
    }
    out.flush();
  }
}
