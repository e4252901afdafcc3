package dev.rampart.local.command;

import dev.rampart.local.attack.AttackPlay;
import dev.rampart.local.attack.PlayClock;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.run.Home;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Starts everything on loopback and stays until it is stopped.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final int PORT = 8080;
  private static final int ATTACK_MINUTES = 10;
  private static final int ATTACK_MINUTES_MAX = 60;

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
      names = "--attack",
      arity = "0..1",
      paramLabel = "MINUTES",
      fallbackValue = "" + ATTACK_MINUTES,
      description =
          "When ready, play a mixed attack of honest clients and several kinds of attackers for so"
              + " many minutes, 1 to 60 (without a number: "
              + ATTACK_MINUTES
              + "), and tell at its end what was found of whom.")
  private @Nullable Integer attack;

  @Option(
      names = "--json",
      description = "Print one line of JSON when ready, everything else on stderr.")
  private boolean json;

  @Override
  public Integer call() throws RunFailure, IOException, InterruptedException {
    instance.refuseSecond();
    checkAttack();
    PrintWriter err = spec.commandLine().getErr();
    RunSettings settings =
        RampartRun.settings(
                Home.root(), port, Optional.ofNullable(data), Optional.ofNullable(dynamodb))
            .with(parameters)
            .withLocations(locations)
            .withControl(control);
    RequestPrinter requests = RequestPrinter.start(json ? err : spec.commandLine().getOut());
    StandingRun run = StandingRun.start(settings, new UpProgress(err, requests), instance);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(InstanceFile.json(run.instance()));
    } else {
      new Welcome(run.instance(), instance).print(out);
    }
    out.flush();
    if (attack != null) {
      play(run, Duration.ofMinutes(attack), json ? err : out);
    }
    run.stay();
    return 0;
  }

  private void checkAttack() throws IOException {
    if (attack == null) {
      return;
    }
    if (attack < 1 || attack > ATTACK_MINUTES_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--attack takes 1 to " + ATTACK_MINUTES_MAX + " minutes");
    }
    AttackPlay.requireAddresses();
  }

  /** Plays beside the run, which goes on whatever becomes of the play. */
  private void play(StandingRun run, Duration length, PrintWriter out) {
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    new AttackPlay(run.instance(), length, out)
                        .run(
                            user -> instance.token(run.instance(), user, List.of()),
                            PlayClock.start());
                  } catch (IOException | SignInException e) {
                    out.println("attack: " + e.getMessage());
                    out.flush();
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    run.beforeStop(
        () -> {
          thread.interrupt();
          thread.join();
        });
  }
}
