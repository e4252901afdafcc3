package dev.rampart.local.command;

import dev.rampart.local.client.InstanceClock;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "code",
    description = {
      "Prints the one-time code that a user's authenticator app shows now, and nothing else.",
      "For the sign-in page. A code is good once: of one that was used, wait for the next half"
          + " minute."
    },
    mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "sam",
      description = "Who signs in (default: sam, who may use the console).")
  private String user;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instance running = instance.running();
    String secret =
        running
            .user(user)
            .totpSecret()
            .orElseThrow(() -> new IOException(user + " signs in without a one-time code"));
    long step = TotpCode.step(InstanceClock.of(running).instant());
    spec.commandLine().getOut().println(TotpCode.ofStep(secret, step));
    return 0;
  }
}
