package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.Preflight;
import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.TemplateCheck;
import dev.rampart.local.check.report.TextReport;
import dev.rampart.local.run.Home;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Deploys the template to AWS. */
@Command(
    name = "deploy",
    description = {
      "Deploys template.yaml to AWS as the stack rampart-STAGE, by way of sam.",
      "Checks the template and asks the account first; docs/deploying.md leads through it."
    },
    mixinStandardHelpOptions = true)
public final class DeployCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DeploymentOptions options;

  @Option(names = "--dry-run", description = "Make the change set and show it; execute nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask before the change set is executed.")
  private boolean yes;

  @Option(
      names = "--allow-data-replacement",
      description =
          "Let this once an update replace or remove tables, user pool, key, secret and log groups,"
              + " and reset the IP sets.")
  private boolean replacesData;

  @Option(
      names = "--ignore",
      paramLabel = "ID",
      description = "Go on although this answer of the account says no; may be repeated.")
  private List<String> ignored = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!options.hasStage()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: --stage NAME, for example --stage dev");
    }
    requireIds(ignored);
    Path root = Home.root();
    Template template = Template.read(root.resolve("template.yaml"));
    // What was typed wrong is told before anybody is asked.
    var _ = options.parameters(template, Map.of());
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    Sam sam = Sam.find(path);
    AwsTarget target = options.target();
    Account account = new AwsAccount(target);
    Map<String, String> parameters =
        options.parameters(template, account.parameters(options.stack()));
    new Deployment(
            sam,
            account,
            target,
            root,
            options.stack(),
            this::holdsTheRules,
            path,
            spec.commandLine().getOut())
        .run(parameters, new Deployment.Mode(dryRun, yes, replacesData, ignored));
    return 0;
  }

  /** A typing error would show only after the account was asked, as the answer that stops it. */
  private void requireIds(List<String> ids) {
    for (String id : ids) {
      if (!Preflight.ids().contains(id)) {
        throw new ParameterException(
            spec.commandLine(),
            "--ignore "
                + id
                + ": there is no such answer; there are "
                + String.join(", ", Preflight.ids()));
      }
    }
  }

  /** Judges a template as {@code ./rampart check} does, and with the values to deploy as well. */
  private boolean holdsTheRules(Template template, Map<String, String> parameters) {
    CheckReport report = TemplateCheck.of(template, parameters);
    if (!report.isClean()) {
      TextReport.print(report, spec.commandLine().getOut());
      spec.commandLine().getOut().flush();
    }
    return report.isClean();
  }
}
