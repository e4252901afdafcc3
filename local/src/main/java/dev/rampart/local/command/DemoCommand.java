package dev.rampart.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.demo.Demo;
import dev.rampart.local.demo.Deployed;
import dev.rampart.local.demo.Report;
import dev.rampart.local.demo.SmokeTest;
import dev.rampart.local.demo.Summary;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.run.Home;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.LocalRun;
import dev.rampart.local.stack.Progress;
import dev.rampart.local.stack.RunFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
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
    name = "demo",
    description = {
      "Starts on free ports, uses the API, attacks it, and shows what happened.",
      "With --target it does so to a deployed stage, as a program with the variables"
          + " RAMPART_API_KEY, RAMPART_CLIENT_ID and RAMPART_CLIENT_SECRET. About ten requests are"
          + " made to be refused: detection may find a threat. With BlockingMode=on, several runs"
          + " within hours may have this machine's address blocked for a while, unless NeverBlock"
          + " names it."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(
      names = "--json",
      description = "Print the steps as one line of JSON, everything else on stderr.")
  private boolean json;

  @Option(
      names = "--console",
      description =
          "Stay when all is done, and open the console with what happened in it; Ctrl-C ends it.")
  private boolean console;

  @Option(
      names = "--target",
      paramLabel = "URL",
      description = "Try this stage, by its output ApiUrl, and start nothing.")
  private @Nullable URI target;

  @Option(
      names = "--sign-in",
      paramLabel = "URL",
      description = "Where the stage gives tokens: its output SignInUrl.")
  private @Nullable URI signIn;

  @Override
  public Integer call() throws RunFailure, IOException, InterruptedException, SignInException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Report report = new Report(json ? err : out);
    Optional<Deployed> stage = deployed();
    if (console) {
      withConsole(report, err, out);
    }
    try {
      if (stage.isPresent()) {
        SmokeTest.run(stage.get(), report);
      } else {
        local(report, err);
      }
    } finally {
      print(report, out);
    }
    return report.isOk() ? 0 : 1;
  }

  private static void local(Report report, PrintWriter err)
      throws RunFailure, IOException, InterruptedException, SignInException {
    try (LocalRun.Ready ready = LocalRun.start(RampartRun.inMemory(Home.root()), progress(err))) {
      Demo.run(ready.instance(), report);
    }
  }

  /** The console is shown even if a step went wrong: that is when one wants to look. */
  private void withConsole(Report report, PrintWriter err, PrintWriter out)
      throws RunFailure, IOException, InterruptedException, SignInException {
    instance.refuseSecond();
    StandingRun run = StandingRun.start(RampartRun.inMemory(Home.root()), progress(err), instance);
    try {
      Demo.run(run.instance(), report);
    } catch (IOException | SignInException e) {
      run.stop();
      throw e;
    }
    print(report, out);
    new ConsoleInvitation(run.instance(), instance).show(json ? err : out);
    run.stay();
  }

  private static Progress progress(PrintWriter err) {
    return step -> err.println("rampart: " + step);
  }

  private void print(Report report, PrintWriter out) throws JsonProcessingException {
    if (json) {
      out.println(document(report));
    } else if (!report.steps().isEmpty()) {
      new Summary(report.steps()).print(out);
    }
    out.flush();
  }

  private Optional<Deployed> deployed() {
    if (target == null && signIn == null) {
      return Optional.empty();
    }
    if (console) {
      throw new ParameterException(
          spec.commandLine(), "--console is for the local run: open the output ConsoleUrl instead");
    }
    if (target != null) {
      Deployed.requireSafe(target);
    }
    if (target == null || signIn == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--target and --sign-in go together: they are the outputs ApiUrl and SignInUrl of the"
              + " stack");
    }
    return Optional.of(
        new Deployed(
            target,
            signIn,
            variable("RAMPART_API_KEY"),
            variable("RAMPART_CLIENT_ID"),
            variable("RAMPART_CLIENT_SECRET")));
  }

  /** Secrets come by the environment: arguments are for everybody to see. */
  private String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new ParameterException(
          spec.commandLine(),
          "the variable " + name + " is not set; ./rampart deploy prints how to set it");
    }
    return value;
  }

  private static String document(Report report) throws JsonProcessingException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("steps", report.steps());
    document.put("ok", report.isOk());
    return JsonMapper.builder().build().writeValueAsString(document);
  }
}
