package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.ChangeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One run of {@code sam deploy}, and the change set that it made. SAM ends well when there is
 * nothing to change, but leaves a change set that failed for that reason.
 */
record SamDeploy(Sam sam, Account account, AwsTarget target, Path root, String stack) {

  /**
   * Makes a change set and executes nothing.
   *
   * @return the change set; empty if SAM left none
   * @throws IOException if SAM says no, with CloudFormation's reason if a change set has one
   * @throws IllegalStateException if the account does not tell its change sets
   */
  Optional<ChangeSet> dryRun(Map<String, String> parameters)
      throws IOException, InterruptedException {
    return run(parameters, "--no-execute-changeset", this::newestChangeSet);
  }

  /**
   * Deploys.
   *
   * @param confirmation the option that says whether SAM asks before it executes
   * @return the change set that it made; empty if it is gone, as executed ones are, or if the
   *     account does not tell: what SAM did is done all the same
   * @throws IOException if SAM says no, with CloudFormation's reason if a change set has one
   */
  Optional<ChangeSet> run(Map<String, String> parameters, String confirmation)
      throws IOException, InterruptedException {
    return run(parameters, confirmation, this::newestChangeSetIfTold);
  }

  private Optional<ChangeSet> run(
      Map<String, String> parameters, String execution, Supplier<Optional<ChangeSet>> newest)
      throws IOException, InterruptedException {
    String before = newest.get().map(ChangeSet::id).orElse("");
    Optional<ChangeSet> made;
    try {
      sam.run(root, arguments(parameters, execution).stream());
      made = newest.get().filter(isOtherThan(before));
    } catch (IOException e) {
      throw explained(e, before);
    }
    if (made.filter(ChangeSet::isFaulty).isPresent()) {
      throw new IOException(reason(made.get()));
    }
    return made;
  }

  private IOException explained(IOException failure, String before) {
    return newestChangeSetIfTold()
        .filter(isOtherThan(before))
        .filter(ChangeSet::isFaulty)
        .map(changeSet -> new IOException(reason(changeSet), failure))
        .orElse(failure);
  }

  private static Predicate<ChangeSet> isOtherThan(String id) {
    return changeSet -> !changeSet.id().equals(id);
  }

  private static String reason(ChangeSet changeSet) {
    return "CloudFormation made no change set, so nothing was deployed: " + changeSet.reason();
  }

  private Optional<ChangeSet> newestChangeSetIfTold() {
    try {
      return newestChangeSet();
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  private Optional<ChangeSet> newestChangeSet() {
    return account.find(stack).flatMap(_ -> account.newestChangeSet(stack));
  }

  private List<String> arguments(Map<String, String> parameters, String execution) {
    List<String> arguments = new ArrayList<>(List.of("deploy", "--template-file", "template.yaml"));
    arguments.addAll(List.of("--stack-name", stack, "--resolve-s3", "--s3-prefix", stack));
    arguments.addAll(List.of("--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"));
    arguments.addAll(target.arguments());
    arguments.addAll(List.of("--no-fail-on-empty-changeset", execution));
    arguments.add("--parameter-overrides");
    parameters.forEach((name, value) -> arguments.add(name + "=" + quoted(value)));
    return arguments;
  }

  /** SAM takes an override apart at blanks, unless the value is quoted. */
  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
