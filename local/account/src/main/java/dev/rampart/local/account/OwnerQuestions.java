package dev.rampart.local.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Asks who may deploy, who hears the alarms and who notices the bill. */
final class OwnerQuestions {
  private static final Pattern ASSUMED_ROLE =
      Pattern.compile("arn:[^:]+:sts::\\d+:assumed-role/([^/]+)/.*");
  private static final String PENDING = "PendingConfirmation";

  private OwnerQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "pass-role",
            "functions, gateway and gradual deployment get roles, which who deploys has to hand"
                + " over",
            List.of("iam:GetRole", "iam:SimulatePrincipalPolicy"),
            OwnerQuestions::passRole),
        new PreflightQuestion(
            "alarm-mail",
            "an alarm without a confirmed subscriber tells nobody",
            List.of("cloudformation:ListStackResources", "sns:ListSubscriptionsByTopic"),
            OwnerQuestions::alarmMail),
        new PreflightQuestion(
            "budget",
            "limits of the template bound the bill, but warn nobody",
            List.of("budgets:ViewBudget"),
            OwnerQuestions::budget));
  }

  private static AccountAnswer passRole(PreflightContext at) {
    if (at.caller().endsWith(":root")) {
      return AccountAnswer.ok("the root user may");
    }
    Map<String, String> roles = PassedRoles.of(at.planned());
    if (roles.isEmpty()) {
      return AccountAnswer.ok("the template has no role to hand over");
    }
    String principal = principal(at);
    Map<String, String> refused = new TreeMap<>();
    roles.forEach(
        (service, role) -> {
          PolicyEvaluationDecisionType decision = decision(at, principal, service, role);
          if (decision != PolicyEvaluationDecisionType.ALLOWED) {
            refused.put(service, decision.toString());
          }
        });
    return refused.isEmpty()
        ? AccountAnswer.ok(
            principal + " may hand roles of the stack to " + String.join(", ", roles.keySet()))
        : AccountAnswer.failed(
            principal
                + " may not hand a role of the stack to "
                + refused.entrySet().stream()
                    .map(one -> one.getKey() + " (" + one.getValue() + ")")
                    .collect(Collectors.joining(", ")),
            "allow iam:PassRole on "
                + roleArn(at, at.stackName() + "-*")
                + " if iam:PassedToService is "
                + String.join(" or ", refused.keySet()));
  }

  /** A session has no policies of its own: those of its role are asked. */
  private static String principal(PreflightContext at) {
    Matcher assumed = ASSUMED_ROLE.matcher(at.caller());
    return assumed.matches()
        ? at.clients().iam().getRole(request -> request.roleName(assumed.group(1))).role().arn()
        : at.caller();
  }

  private static PolicyEvaluationDecisionType decision(
      PreflightContext at, String principal, String service, String role) {
    ContextEntry passedTo =
        ContextEntry.builder()
            .contextKeyName("iam:PassedToService")
            .contextKeyType(ContextKeyTypeEnum.STRING)
            .contextKeyValues(service)
            .build();
    return at.clients()
        .iam()
        .simulatePrincipalPolicy(
            request ->
                request
                    .policySourceArn(principal)
                    .actionNames("iam:PassRole")
                    .resourceArns(roleArn(at, role))
                    .contextEntries(passedTo))
        .evaluationResults()
        .getFirst()
        .evalDecision();
  }

  private static String roleArn(PreflightContext at, String name) {
    return "arn:aws:iam::%s:role/%s".formatted(at.account(), name);
  }

  private static AccountAnswer alarmMail(PreflightContext at) {
    if (at.planned().ofType("AWS::SNS::Subscription").isEmpty()) {
      return AccountAnswer.hint(
          "nobody is subscribed to the alarms", "--set AlarmEmail=you@example.com");
    }
    if (at.isUncertain()) {
      return AccountAnswer.unknown("who is subscribed cannot be asked", "");
    }
    List<Subscription> subscriptions =
        at.deployedResources("AWS::SNS::Topic").values().stream()
            .flatMap(
                topic ->
                    at
                        .clients()
                        .sns()
                        .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
                        .subscriptions()
                        .stream())
            .toList();
    List<String> pending =
        subscriptions.stream()
            .filter(subscription -> subscription.subscriptionArn().equals(PENDING))
            .map(Subscription::endpoint)
            .toList();
    if (!pending.isEmpty()) {
      return AccountAnswer.hint(
          "not confirmed: " + String.join(", ", pending), "click the link in the mail of AWS");
    }
    return subscriptions.isEmpty()
        ? AccountAnswer.hint(
            "nobody is subscribed yet; the template subscribes an address",
            "confirm the mail that AWS sends")
        : AccountAnswer.ok("all subscriptions are confirmed");
  }

  private static AccountAnswer budget(PreflightContext at) {
    BudgetsClient client = at.clients().budgets();
    Optional<String> warning =
        client
            .describeBudgetsPaginator(request -> request.accountId(at.account()))
            .budgets()
            .stream()
            .map(Budget::budgetName)
            .filter(name -> warns(client, at.account(), name))
            .findFirst();
    return warning
        .map(name -> AccountAnswer.ok("the budget " + name + " warns"))
        .orElseGet(
            () ->
                AccountAnswer.hint(
                    "no budget warns anybody",
                    "https://console.aws.amazon.com/billing/home#/budgets/create"));
  }

  private static boolean warns(BudgetsClient client, String account, String budget) {
    return client
        .describeNotificationsForBudgetPaginator(
            request -> request.accountId(account).budgetName(budget))
        .notifications()
        .stream()
        .findAny()
        .isPresent();
  }
}
