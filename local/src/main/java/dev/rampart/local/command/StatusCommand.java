package dev.rampart.local.command;

import dev.rampart.local.stack.health.Health;
import dev.rampart.local.stack.health.StatusClient;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description =
        "Says what is running and how it is doing: streams and how far they are behind, queues and"
            + " dead letters, functions, and what is wrong.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it runs and is well",
      "1:nothing runs",
      "2:wrong usage",
      "3:it runs, with faults, or does not answer"
    })
final class StatusCommand implements Callable<Integer> {
  private static final int FAULTY = 3;

  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(
      names = "--json",
      description = "Print the instance, with a member health, as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Instance> found = instance.find();
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("rampart: nothing is running");
      return 1;
    }
    Health health = StatusClient.health(found.get());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(InstanceFile.json(found.get(), health));
    } else {
      new HealthReport(found.get(), health).print(out);
    }
    return health.isWell() ? 0 : FAULTY;
  }
}
