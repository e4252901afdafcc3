package dev.rampart.local.command;

import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "curl",
    description = {
      "Runs curl with access token and API key filled in.",
      "An argument that starts with /v1 is a path of the API, anything else goes to curl as it is:",
      "./rampart curl -i /v1/submissions"
    },
    mixinStandardHelpOptions = true)
final class CurlCommand implements Callable<Integer> {
  @Mixin private InstanceOption instance;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "ann",
      description = InstanceOption.USERS)
  private String user;

  @Parameters(arity = "1..*", paramLabel = "ARGUMENT", description = "What curl gets.")
  private List<String> arguments;

  @Override
  public Integer call() throws IOException, SignInException, InterruptedException {
    Instance running = instance.running();
    String token = instance.token(running, user, List.of());
    List<String> command = new ArrayList<>();
    command.addAll(List.of("curl", "-sS", "-H", "Authorization: Bearer " + token));
    command.addAll(List.of("-H", "x-api-key: " + running.apiKey()));
    for (String argument : arguments) {
      command.add(argument.startsWith("/v1") ? running.baseUrl() + argument : argument);
    }
    return start(command).waitFor() == 0 ? 0 : 1;
  }

  private static Process start(List<String> command) throws IOException {
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new IOException("curl is not installed", e);
    }
  }
}
