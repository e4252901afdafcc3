package dev.rampart.local.command;

import dev.rampart.local.run.Home;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.LocalRun;
import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Starts everything on loopback and stays until it is stopped.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final int PORT = 8080;

  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + PORT,
      description = "Port of the API, 0 for any free one (default: " + PORT + ").")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep tables, users and keys in a folder (default: in memory).")
  private @Nullable Path data;

  @Option(
      names = "--dynamodb",
      paramLabel = "URL",
      description = "Use another DynamoDB endpoint instead of the local tables.")
  private @Nullable URI dynamodb;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description =
          "A value for a parameter of template.yaml, for example PlanRate=1000; more than once.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--locations",
      paramLabel = "FILE",
      description =
          "A database (.mmdb) that tells countries, cities or autonomous systems of addresses, for"
              + " rules of the firewall that ask; more than once.")
  private List<Path> locations = new ArrayList<>();

  @Option(
      names = "--control",
      description =
          "Open a second port for tests, for who reads the instance file: it moves the clock of the"
              + " run (POST /clock {\"forward\": \"PT1H\"}) and has calls fail"
              + " (docs/local-fidelity.md, Control).")
  private boolean control;

  @Option(
      names = "--json",
      description = "Print one line of JSON when ready, everything else on stderr.")
  private boolean json;

  @Override
  public Integer call() throws RunFailure, IOException, InterruptedException {
    instance.refuseSecond();
    PrintWriter err = spec.commandLine().getErr();
    RunSettings settings =
        RampartRun.settings(
                Home.root(), port, Optional.ofNullable(data), Optional.ofNullable(dynamodb))
            .with(parameters)
            .withLocations(locations)
            .withControl(control);
    Stopper stopper = new Stopper();
    Runtime.getRuntime().addShutdownHook(new Thread(stopper, "stop"));
    RequestPrinter requests = RequestPrinter.start(json ? err : spec.commandLine().getOut());
    LocalRun.Ready ready = stopper.owns(LocalRun.start(settings, new UpProgress(err, requests)));
    stopper.before(instance::clean);
    try {
      instance.file().write(ready.instance());
    } catch (IOException e) {
      // Or the stopper would call it a good end.
      stopper.stop();
      throw e;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(InstanceFile.json(ready.instance()));
    } else {
      new Welcome(ready.instance(), instance).print(out);
    }
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
