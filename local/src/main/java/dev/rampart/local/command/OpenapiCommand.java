package dev.rampart.local.command;

import dev.rampart.local.generate.GeneratedBlock;
import dev.rampart.local.openapi.GatewayApi;
import dev.rampart.local.run.Home;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "openapi",
    description =
        "Writes definition and throttles of the API in template.yaml from docs/openapi.yaml.",
    mixinStandardHelpOptions = true)
final class OpenapiCommand implements Callable<Integer> {
  private static final GeneratedBlock BLOCK = new GeneratedBlock("./rampart openapi");

  @Mixin private GeneratedPart part;

  @Override
  public Integer call() throws IOException {
    return part.write(BLOCK, _ -> GatewayApi.of(Home.root().resolve("docs/openapi.yaml")));
  }
}
