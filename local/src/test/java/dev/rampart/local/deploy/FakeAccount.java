package dev.rampart.local.deploy;

import dev.rampart.local.account.ChangeSet;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.account.Outcome;
import dev.rampart.local.account.PreflightResult;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An account in memory. A stack is there once SAM was told to deploy. */
final class FakeAccount implements Account {
  /** Where the fake of SAM writes what it was told. */
  private final Path told;

  Outcome identity = Outcome.OK;
  Outcome concurrency = Outcome.OK;
  Optional<DeployedStack> stack = Optional.empty();

  /** Why no policy can be set any more, once SAM was called. */
  Optional<String> policyFault = Optional.empty();

  /** Why no change set is told. */
  Optional<String> changeSetFault = Optional.empty();

  List<ChangeSet> changeSets = new ArrayList<>();
  final Map<String, String> resources = new HashMap<>();

  /** What happened, in order: each policy that was set. */
  final List<String> policies = new ArrayList<>();

  /** Returns a stack. */
  DeployedStack stack(String status, Map<String, String> outputs) {
    return new DeployedStack("rampart-dev", status, outputs, Map.of("Stage", "dev"), Instant.EPOCH);
  }

  FakeAccount(Path told) {
    this.told = told;
  }

  @Override
  public List<PreflightResult> preflight(String name, Function<PseudoParameters, Stack> plan) {
    Stack planned = plan.apply(new PseudoParameters(name, "eu-west-1", "123456789012"));
    return List.of(
        new PreflightResult("identity", identity, "account 123456789012", "", ""),
        new PreflightResult(
            "concurrency",
            concurrency,
            planned.ofType("AWS::Serverless::Function").size() + " functions",
            "they need it",
            "--set ReserveConcurrency=false"));
  }

  @Override
  public Optional<DeployedStack> find(String name) {
    return stack.or(
        () ->
            Files.exists(told)
                ? Optional.of(
                    stack(
                        "CREATE_COMPLETE",
                        Map.of(
                            "ApiUrl", "https://api.example/dev",
                            "ProgramKeyId", "key1",
                            "SignInUrl", "https://sign.example",
                            "UserPoolId", "pool1",
                            "MachineClientId", "client1")))
                : Optional.empty());
  }

  @Override
  public Map<String, String> resources(String name) {
    return Map.copyOf(resources);
  }

  @Override
  public Optional<ChangeSet> newestChangeSet(String name) {
    if (changeSetFault.isPresent()) {
      throw new IllegalStateException(changeSetFault.get());
    }
    return changeSets.isEmpty()
        ? Optional.empty()
        : Optional.of(changeSets.size() > 1 ? changeSets.removeFirst() : changeSets.getFirst());
  }

  @Override
  public void setPolicy(String name, String policy) {
    if (Files.exists(told) && policyFault.isPresent()) {
      throw new IllegalStateException(policyFault.get());
    }
    policies.add((Files.exists(told) ? "after: " : "before: ") + policy);
  }
}
