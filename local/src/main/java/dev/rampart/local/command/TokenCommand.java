package dev.rampart.local.command;

import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    description = {
      "Signs a user in and prints the access token, and nothing else.",
      "A token is used again while it has more than five minutes to live."
    },
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "ann",
      description = InstanceOption.USERS)
  private String user;

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      defaultValue = "",
      description = "Scopes to ask for, with blanks between (default: all that the user may have).")
  private String scope;

  @Override
  public Integer call() throws IOException, SignInException, InterruptedException {
    Instance running = instance.running();
    List<String> scopes = scope.isBlank() ? List.of() : List.of(scope.strip().split(" +"));
    spec.commandLine().getOut().println(instance.token(running, user, scopes));
    return 0;
  }
}
