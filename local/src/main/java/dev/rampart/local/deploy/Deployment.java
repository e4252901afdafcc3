package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.ChangeSet;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Deploys a stack: checks the template and asks the account, lets SAM deploy, and protects what
 * holds data from the next update.
 *
 * @param root the folder of template.yaml
 * @param check judges the template by our rules, also with the values of parameters that are
 *     deployed, and tells what it breaks
 * @param path folders in which the AWS command line is looked for
 */
record Deployment(
    Sam sam,
    Account account,
    AwsTarget target,
    Path root,
    String stack,
    BiPredicate<Template, Map<String, String>> check,
    String path,
    PrintWriter out) {

  /**
   * How far to go.
   *
   * @param dryRun whether to show the change set and execute nothing
   * @param yes whether not to ask before it is executed
   * @param replacesData whether this once what holds data may be replaced or removed
   * @param ignored ids of the account's answers that do not stop it
   */
  record Mode(boolean dryRun, boolean yes, boolean replacesData, List<String> ignored) {}

  void run(Map<String, String> parameters, Mode mode) throws IOException, InterruptedException {
    Template template = Template.read(root.resolve("template.yaml"));
    checkTemplate(template, parameters);
    Stack planned = template.stack(PseudoParameters.local(stack), parameters, Map.of());
    new PlannedFunctions(planned, root).require();
    askAccount(template, parameters, mode);
    SamDeploy deploy = new SamDeploy(sam, account, target, root, stack);
    if (mode.dryRun()) {
      tell(deploy.dryRun(parameters));
      return;
    }
    Optional<DeployedStack> before = found();
    if (before.isPresent()) {
      // Also without replacement: a deployment that was killed may have left the policy open.
      account.setPolicy(stack, mode.replacesData() ? StackPolicy.OPEN : StackPolicy.closed());
    }
    Optional<ChangeSet> made;
    try {
      made = deploy.run(parameters, mode.yes() ? "--no-confirm-changeset" : "--confirm-changeset");
    } catch (IOException e) {
      closeAfter(e, before.isPresent() && mode.replacesData());
      throw e;
    }
    finish(before, made);
  }

  private Optional<DeployedStack> found() {
    return account.find(stack).filter(DeployedStack::hasResources);
  }

  /** Closes the policy that was opened; why the deployment failed is what is told. */
  private void closeAfter(IOException failure, boolean opened) {
    if (opened) {
      try {
        account.setPolicy(stack, StackPolicy.closed());
      } catch (IOException | IllegalStateException e) {
        failure.addSuppressed(e);
        out.println(stack + " is not protected: " + e.getMessage());
      }
    }
  }

  private void checkTemplate(Template template, Map<String, String> parameters) throws IOException {
    if (!check.test(template, parameters)) {
      throw new IOException(
          "the template, or the template with these values, breaks rules (above); nothing was"
              + " deployed");
    }
  }

  private void askAccount(Template template, Map<String, String> parameters, Mode mode)
      throws IOException {
    PreflightReport report =
        new PreflightReport(
            account.preflight(stack, pseudo -> template.stack(pseudo, parameters, Map.of())));
    report.print(out);
    List<String> failed = new ArrayList<>(report.failed());
    failed.removeAll(mode.ignored());
    if (!failed.isEmpty()) {
      throw new IOException(
          "the account is not ready ("
              + String.join(", ", failed)
              + "); nothing was deployed. Mend it as said above, or, if you know better, say"
              + " --ignore "
              + failed.getFirst());
    }
  }

  /** Tells what a dry run brought. */
  private void tell(Optional<ChangeSet> made) {
    out.println();
    out.println("Dry run of " + stack + ": nothing was executed.");
    Optional<ChangeSet> changes = made.filter(changeSet -> !changeSet.isEmpty());
    if (changes.isEmpty()) {
      out.println("  There is nothing to change.");
    } else {
      new ChangeSetReport(changes.get()).print(out);
    }
    made.ifPresent(changeSet -> out.println("  Forget it: " + forget(changeSet)));
    out.flush();
  }

  private String forget(ChangeSet changeSet) {
    return "aws cloudformation delete-change-set --change-set-name "
        + changeSet.id()
        + target.options();
  }

  private void finish(Optional<DeployedStack> before, Optional<ChangeSet> made)
      throws IOException, InterruptedException {
    Optional<DeployedStack> after = found();
    if (after.isEmpty()) {
      out.println(stack + " is not deployed: the change set was not executed.");
      return;
    }
    account.setPolicy(stack, StackPolicy.closed());
    out.println();
    out.println(stack + outcome(before, after.get(), made));
    new TreeMap<>(after.get().outputs())
        .forEach((name, value) -> out.printf("  %-22s%s%n", name, value));
    new ConsoleUpload(target, path, root.resolve("console/target/site")).run(after.get(), out);
    new SmokeTestHint(target, after.get()).print(out);
    out.flush();
  }

  private String outcome(
      Optional<DeployedStack> before, DeployedStack after, Optional<ChangeSet> made) {
    if (before.filter(old -> old.changed().equals(after.changed())).isEmpty()) {
      return " is deployed, and updates may not replace what holds data.";
    }
    return made.filter(changeSet -> !changeSet.isEmpty())
        .map(changeSet -> " is as it was: not executed. Forget it: " + forget(changeSet))
        .orElse(" is as it was: there is nothing to change.");
  }
}
