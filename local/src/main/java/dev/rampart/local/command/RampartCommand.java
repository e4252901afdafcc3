package dev.rampart.local.command;

import dev.rampart.local.deploy.DeployCommand;
import dev.rampart.local.deploy.TeardownCommand;
import dev.rampart.local.inspect.InspectCommand;
import dev.rampart.local.stack.FileFault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.OutOfMemory;
import dev.rampart.replay.ReplayCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Runs Rampart on this machine. */
@Command(
    name = "rampart",
    description = "A secure serverless REST API for AWS that also runs whole on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "rampart 0.1.0",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed or refused", "2:wrong usage"},
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      StatusCommand.class,
      InboxCommand.class,
      TokenCommand.class,
      CodeCommand.class,
      CurlCommand.class,
      InspectCommand.class,
      ReplayCommand.class,
      CheckCommand.class,
      OpenapiCommand.class,
      PoliciesCommand.class,
      AlarmsCommand.class,
      DeployCommand.class,
      TeardownCommand.class,
      HelpCommand.class
    })
public final class RampartCommand {
  private static final System.Logger LOG = System.getLogger(RampartCommand.class.getName());

  private RampartCommand() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) throws IOException {
    try (InputStream logging = RampartCommand.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    OutOfMemory.prepare("rampart");
    FaultTracker.appendToMessages("; ./rampart status says how it is");
    Thread.setDefaultUncaughtExceptionHandler(RampartCommand::uncaught);
    System.exit(commandLine().execute(args));
  }

  /** Logs what ended a thread; without memory there is nothing to go on with. */
  private static void uncaught(Thread thread, Throwable failure) {
    OutOfMemory.endProcessIfCaused(failure);
    LOG.log(System.Logger.Level.WARNING, "Thread " + thread.getName() + " ended", failure);
  }

  /** Returns the commands, as a person types them. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new RampartCommand());
    // What other programs read is UTF-8, whatever the locale says.
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    Objects.requireNonNull(line.getSubcommands().get("curl"))
        .setUnmatchedOptionsArePositionalParams(true);
    // To curl, @FILE is a body.
    line.setExpandAtFiles(false);
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          command.getErr().println("rampart: " + message(failure));
          return command.getCommandSpec().exitCodeOnExecutionException();
        });
    return line;
  }

  private static String message(Exception failure) {
    if (failure instanceof IOException fault) {
      return FileFault.words(fault);
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
