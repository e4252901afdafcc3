package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.run.Home;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes a stack on AWS down. */
@Command(
    name = "teardown",
    description = {
      "Deletes the stack rampart-STAGE on AWS, by way of sam.",
      "What holds data is kept: it says what, and how to remove that too."
    },
    mixinStandardHelpOptions = true)
public final class TeardownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DeploymentOptions options;

  @Option(names = "--yes", description = "Do not ask for the name of the stage.")
  private boolean yes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!options.hasStage()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: --stage NAME, for example --stage dev");
    }
    Path root = Home.root();
    Template template = Template.read(root.resolve("template.yaml"));
    var _ = options.parameters(template, Map.of());
    Sam sam = Sam.find(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    AwsTarget target = options.target();
    Account account = new AwsAccount(target);
    Map<String, String> parameters =
        options.parameters(template, account.parameters(options.stack()));
    Stack planned = template.stack(PseudoParameters.local(options.stack()), parameters, Map.of());
    new Teardown(
            sam,
            account,
            target,
            root,
            options.stage(),
            options.stack(),
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            spec.commandLine().getOut())
        .run(planned, yes);
    return 0;
  }
}
