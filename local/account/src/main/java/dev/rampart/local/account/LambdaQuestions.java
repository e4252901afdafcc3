package dev.rampart.local.account;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.lambda.model.AccountLimit;

/** Asks what the functions need. */
final class LambdaQuestions {
  /** Lambda keeps so many concurrent executions for functions that reserve none. */
  static final int UNRESERVED_MIN = 100;

  /**
   * The commercial regions without SnapStart, New Zealand and Taipei; no call tells it. From
   * https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html, as of {@link #TABLE_DATE}.
   */
  private static final Set<String> WITHOUT_SNAP_START = Set.of("ap-east-2", "ap-southeast-6");

  // China, GovCloud and the isolated regions, of which that page says nothing.
  private static final Pattern NOT_COMMERCIAL = Pattern.compile("(cn|us-gov|[a-z]+-iso[a-z]*)-.*");

  private static final String TABLE_DATE = "November 2026";

  private LambdaQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "concurrency",
            "a function that reserves more than the account can spare is not made",
            List.of(
                "lambda:GetAccountSettings",
                "cloudformation:ListStackResources",
                "lambda:GetFunctionConcurrency"),
            LambdaQuestions::concurrency),
        new PreflightQuestion(
            "lambda-region",
            "runtime, arm64 and SnapStart have to be there; no call tells it, so this is from AWS's"
                + " page",
            List.of(),
            LambdaQuestions::region));
  }

  private static AccountAnswer concurrency(PreflightContext at) {
    AccountLimit limit = at.clients().lambda().getAccountSettings().accountLimit();
    int reserved =
        at.planned().resources().stream()
            .mapToInt(resource -> resource.property("ReservedConcurrentExecutions").asInt(0))
            .sum();
    if (reserved == 0) {
      return AccountAnswer.ok("the functions reserve none of " + limit.concurrentExecutions());
    }
    int own = ownReservations(at);
    int free = limit.unreservedConcurrentExecutions() + own;
    int needed = reserved + UNRESERVED_MIN;
    String found =
        "%d of the account's %d concurrent executions are free (%d of them are the stack's own); the functions need %d, and %d have to stay"
            .formatted(free, limit.concurrentExecutions(), own, reserved, UNRESERVED_MIN);
    if (free >= needed) {
      return AccountAnswer.ok(found);
    }
    return at.isUncertain()
        ? AccountAnswer.unknown(found + ", and what the stack has cannot be asked", "")
        : AccountAnswer.failed(
            found,
            "--set ReserveConcurrency=false until this is granted: "
                + at.aws(
                    "service-quotas request-service-quota-increase --service-code lambda"
                        + " --quota-code L-B99A9384 --desired-value 1000"));
  }

  /**
   * Returns what the functions of the stack reserve now. An update hands it out anew; that of a
   * function that goes is free only at its end.
   */
  private static int ownReservations(PreflightContext at) {
    return at.deployedResources("AWS::Lambda::Function").entrySet().stream()
        .filter(function -> at.planned().find(function.getKey()).isPresent())
        .map(
            function ->
                at.clients()
                    .lambda()
                    .getFunctionConcurrency(request -> request.functionName(function.getValue()))
                    .reservedConcurrentExecutions())
        .mapToInt(reservation -> Objects.requireNonNullElse(reservation, 0))
        .sum();
  }

  private static AccountAnswer region(PreflightContext at) {
    return snapStart(at.planned().pseudoParameters().region());
  }

  static AccountAnswer snapStart(String region) {
    boolean known =
        !WITHOUT_SNAP_START.contains(region) && !NOT_COMMERCIAL.matcher(region).matches();
    return known
        ? AccountAnswer.ok(region + " has SnapStart for Java, as AWS said in " + TABLE_DATE)
        : AccountAnswer.hint(
            region + " had no SnapStart for Java in " + TABLE_DATE + ", as far as AWS said",
            "look it up: https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html");
  }
}
