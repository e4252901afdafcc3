package dev.rampart.local.command;

import dev.rampart.local.access.CallReport;
import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.TemplateCheck;
import dev.rampart.local.check.inventory.Inventory;
import dev.rampart.local.check.report.JsonReport;
import dev.rampart.local.check.report.SarifReport;
import dev.rampart.local.check.report.TextReport;
import dev.rampart.local.deploy.AccountCheck;
import dev.rampart.local.deploy.DeploymentOptions;
import dev.rampart.local.run.Home;
import dev.rampart.local.template.Template;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = {
      "Judges a template by our rules, without AWS: what it protects, what it grants, how it"
          + " deploys.",
      "Exits with 1 if a rule does not hold and no waiver excuses it; with --calls, if a call was"
          + " refused, or a grant has neither use nor reason."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final String LAST_RUN = "";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TEMPLATE",
      description = "The template (default: template.yaml of this checkout).")
  private @Nullable Path file;

  @ArgGroup private Format format = new Format();

  private static final class Format {
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--sarif", description = "Print SARIF 2.1.0, for code scanning.")
    private boolean sarif;

    @Option(
        names = "--inventory",
        description = {
          "Judge nothing; print what the template grants, opens and limits, line by line.",
          "docs/inventory.txt has the lines that were reviewed."
        })
    private boolean inventory;
  }

  @Option(
      names = "--account",
      description =
          "Ask the AWS account instead whether the stack can be deployed: needs credentials, reads"
              + " only. The options below say which stack.")
  private boolean account;

  @Option(
      names = "--calls",
      arity = "0..1",
      fallbackValue = LAST_RUN,
      paramLabel = "FILE",
      description =
          "Compare the roles of the functions instead with the calls of the last run, or of a file:"
              + " what allowed each, what is granted and was not used, what was refused.")
  private @Nullable String calls;

  @Mixin private DeploymentOptions deployment;

  @Override
  public Integer call() {
    if (!account) {
      deployment.requireNone("is for --account: by itself, check judges the template alone");
    }
    Template template = Template.read(file == null ? Home.root().resolve("template.yaml") : file);
    if (account) {
      return askAccount(template) ? 0 : 1;
    }
    if (calls != null) {
      return compareCalls(template, calls) ? 0 : 1;
    }
    if (format.inventory) {
      Inventory.of(template).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
    CheckReport report = TemplateCheck.of(template);
    print(report, spec.commandLine().getOut());
    return report.isClean() ? 0 : 1;
  }

  private boolean compareCalls(Template template, String named) {
    if (format.sarif || format.inventory) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--calls prints for people or, with --json, for programs");
    }
    RecordedCalls recorded =
        named.equals(LAST_RUN) ? RecordedCalls.ofLastRun() : RecordedCalls.in(Path.of(named));
    CallReport report = CallReport.of(template, recorded.calls());
    recorded.print(report, format.json, spec.commandLine().getOut());
    return report.isClean();
  }

  private boolean askAccount(Template template) {
    if (format.sarif || format.inventory) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--account prints for people or, with --json, for programs");
    }
    return AccountCheck.run(template, deployment, format.json, spec.commandLine().getOut());
  }

  private void print(CheckReport report, PrintWriter out) {
    if (format.json) {
      out.println(JsonReport.of(report));
    } else if (format.sarif) {
      out.println(SarifReport.of(report, "rampart check", Checkout.root(Path.of(report.file()))));
    } else {
      TextReport.print(report, out);
    }
    out.flush();
  }
}
