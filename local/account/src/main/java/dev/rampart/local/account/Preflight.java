package dev.rampart.local.account;

import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * What an account is asked before a stack is deployed in it: whatever would otherwise show half-way
 * through, in a rollback. It reads, and changes nothing.
 */
public final class Preflight {
  private static final String IDENTITY = "identity";
  private static final String WHY_IDENTITY =
      "the stack is made in this account and region, by this identity";
  private static final List<PreflightQuestion> QUESTIONS =
      Stream.of(
              StackQuestions.all(),
              GatewayQuestions.all(),
              LambdaQuestions.all(),
              FirewallQuestions.all(),
              SignInQuestions.all(),
              LeftoverQuestions.all(),
              OwnerQuestions.all())
          .flatMap(Collection::stream)
          .toList();

  private final AccountClients clients;
  private final String stackName;
  private final Function<PseudoParameters, Stack> plan;

  Preflight(AccountClients clients, String stackName, Function<PseudoParameters, Stack> plan) {
    this.clients = clients;
    this.stackName = stackName;
    this.plan = plan;
  }

  /**
   * Puts all questions.
   *
   * @param plan resolves the template for the account that turns out to be asked
   */
  public static List<PreflightResult> run(
      AwsTarget target, String stackName, Function<PseudoParameters, Stack> plan) {
    try (AccountClients clients = new AccountClients(target)) {
      return new Preflight(clients, stackName, plan).results();
    }
  }

  /** Returns the actions that asking everything needs, as a policy names them. */
  public static Set<String> permissions() {
    Set<String> actions = new TreeSet<>();
    QUESTIONS.forEach(question -> actions.addAll(question.permissions()));
    return actions;
  }

  /** Returns the ids of all results, in order. */
  public static List<String> ids() {
    return Stream.concat(Stream.of(IDENTITY), QUESTIONS.stream().map(PreflightQuestion::id))
        .toList();
  }

  static List<PreflightQuestion> questions() {
    return QUESTIONS;
  }

  List<PreflightResult> results() {
    GetCallerIdentityResponse caller;
    try {
      caller = clients.sts().getCallerIdentity();
    } catch (AwsServiceException e) {
      return List.of(unidentified(e));
    } catch (SdkClientException e) {
      return List.of(unreachable(e));
    }
    List<PreflightResult> results = new ArrayList<>();
    results.add(identified(caller));
    PreflightContext context = context(caller);
    QUESTIONS.forEach(question -> results.add(question.put(context)));
    return List.copyOf(results);
  }

  private PreflightContext context(GetCallerIdentityResponse caller) {
    Stack planned =
        plan.apply(new PseudoParameters(stackName, clients.target().region(), caller.account()));
    try {
      Optional<DeployedStack> deployed = CloudFormation.find(clients.cloudFormation(), stackName);
      boolean isNew = deployed.filter(DeployedStack::hasResources).isEmpty();
      return new PreflightContext(clients, caller.arn(), planned, deployed, isNew);
    } catch (AwsServiceException | SdkClientException _) {
      // The question after the stack asks again, and says so.
      return new PreflightContext(clients, caller.arn(), planned, Optional.empty(), false);
    }
  }

  private PreflightResult identified(GetCallerIdentityResponse caller) {
    String found =
        "account %s, region %s, as %s"
            .formatted(caller.account(), clients.target().region(), caller.arn());
    return caller.arn().endsWith(":root")
        ? result(
            Outcome.HINT,
            found + ": the root user, who can do anything",
            "use a role, and lock the root user's keys away")
        : result(Outcome.OK, found, "");
  }

  /** Nothing else can be asked then, so this fails, whatever the reason. */
  private PreflightResult unidentified(AwsServiceException refusal) {
    return AwsErrors.isAboutCredentials(refusal) || AwsErrors.isDenied(refusal)
        ? nothingAsked(
            "AWS does not accept these credentials: " + AwsErrors.line(refusal),
            "aws sts get-caller-identity" + clients.target().options())
        : nothingAsked(
            "AWS cannot say who asks: " + AwsErrors.line(refusal), "try again in a minute");
  }

  private PreflightResult unreachable(SdkClientException failure) {
    return failure instanceof MissingCredentialsException
        ? nothingAsked(AwsErrors.NO_CREDENTIALS, AwsErrors.signIn(clients.target()))
        : nothingAsked(
            "AWS cannot be reached: " + AwsErrors.line(failure),
            "look at the network, the proxy (HTTPS_PROXY) and the region "
                + clients.target().region());
  }

  private static PreflightResult nothingAsked(String found, String mend) {
    return result(Outcome.FAILED, found + "; so nothing else was asked", mend);
  }

  private static PreflightResult result(Outcome outcome, String found, String mend) {
    return new PreflightResult(IDENTITY, outcome, found, WHY_IDENTITY, mend);
  }
}
