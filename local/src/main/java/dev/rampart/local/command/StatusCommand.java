package dev.rampart.local.command;

import dev.rampart.local.run.Instance;
import dev.rampart.local.run.InstanceFile;
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
    description = "Says what is running; exit code 1 when nothing is.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(names = "--json", description = "Print the instance as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Optional<Instance> found = instance.find();
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("rampart: nothing is running");
      return 1;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(InstanceFile.json(found.get()));
    } else {
      out.println("running as process " + found.get().pid() + " at " + found.get().baseUrl());
    }
    return 0;
  }
}
