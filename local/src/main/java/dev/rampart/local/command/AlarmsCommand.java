package dev.rampart.local.command;

import dev.rampart.local.alarms.StandardAlarms;
import dev.rampart.local.generate.GeneratedBlock;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "alarms",
    description = "Writes the alarms and the dashboard in template.yaml from its resources.",
    mixinStandardHelpOptions = true)
final class AlarmsCommand implements Callable<Integer> {
  private static final GeneratedBlock BLOCK = new GeneratedBlock("./rampart alarms");

  @Mixin private GeneratedPart part;

  @Override
  public Integer call() throws IOException {
    return part.writeResources(BLOCK, StandardAlarms::of);
  }
}
