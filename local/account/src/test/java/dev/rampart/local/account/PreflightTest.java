package dev.rampart.local.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.template.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is asked of an account, against a stub that answers as AWS's documentation says. */
final class PreflightTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        OwnApiGatewayAccount: {Type: String, Default: 'true'}
        AlarmEmail: {Type: String, Default: 'ann@example.com'}
        Concurrency: {Type: Number, Default: 50}
      Conditions:
        Owns: !Equals [!Ref OwnApiGatewayAccount, 'true']
        Tells: !Not [!Equals [!Ref AlarmEmail, '']]
      Resources:
        LogAccount:
          Type: AWS::ApiGateway::Account
          Condition: Owns
          Properties: {CloudWatchRoleArn: !GetAtt LogRole.Arn}
        LogRole:
          Type: AWS::IAM::Role
          Condition: Owns
          Properties:
            AssumeRolePolicyDocument:
              Statement: {Effect: Allow, Principal: {Service: apigateway.amazonaws.com}}
        OneRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: [lambda.amazonaws.com, scheduler.amazonaws.com]}
        Rollout:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: [{Effect: Allow, Principal: {AWS: '*', Service: codedeploy.amazonaws.com}}]
        LogPolicy:
          Type: AWS::Logs::ResourcePolicy
          Properties: {PolicyName: shop-one-logs, PolicyDocument: '{}'}
        One:
          Type: AWS::Serverless::Function
          Properties:
            {Handler: a.B, ReservedConcurrentExecutions: !Ref Concurrency, Role: !GetAtt OneRole.Arn}
        Two:
          Type: AWS::Serverless::Function
          Properties: {Handler: a.C, ReservedConcurrentExecutions: 10}
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Name: shop
            Scope: REGIONAL
            Rules:
              - Name: own
                Statement: {SizeConstraintStatement: {Size: 1}}
              - Name: common
                Statement:
                  ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}
              - Name: inputs
                Statement:
                  ManagedRuleGroupStatement:
                    {VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet, Version: '1.0'}
        Pool:
          Type: AWS::Cognito::UserPool
          Properties:
            UserPoolTier: ESSENTIALS
            EmailConfiguration: {EmailSendingAccount: DEVELOPER}
        Pages:
          Type: AWS::Cognito::UserPoolDomain
          Properties: {UserPoolId: !Ref Pool, Domain: !Sub 'shop-${AWS::AccountId}'}
        Log:
          Type: AWS::Logs::LogGroup
          Properties: {LogGroupName: /shop/one/api}
        KeyAlias:
          Type: AWS::KMS::Alias
          Properties: {AliasName: alias/shop-one, TargetKeyId: x}
        Alarms:
          Type: AWS::SNS::Topic
        Mail:
          Type: AWS::SNS::Subscription
          Condition: Tells
          Properties: {TopicArn: !Ref Alarms, Protocol: email, Endpoint: !Ref AlarmEmail}
      """;

  private AwsStub stub = start();

  private static AwsStub start() {
    try {
      return AwsStub.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void nothing_is_there_yet() {
    stub.fail("cloudformation:DescribeStacks", 400, "ValidationError", GoodAccount.NO_STACK)
        .fail("kms:DescribeKey", 400, "NotFoundException", "Alias is not found.")
        .answer("apigateway:GET/account", "{}");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private List<PreflightResult> ask(Map<String, String> parameters) {
    return ask(stub.clients(), parameters);
  }

  private static List<PreflightResult> ask(AccountClients clients, Map<String, String> parameters) {
    Template template = Template.read("template.yaml", TEMPLATE);
    try (clients) {
      return new Preflight(
              clients, "shop-one", pseudo -> template.stack(pseudo, parameters, Map.of()))
          .results();
    }
  }

  private PreflightResult ask(String id) {
    return ask(id, Map.of());
  }

  private PreflightResult ask(String id, Map<String, String> parameters) {
    return ask(parameters).stream()
        .filter(result -> result.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Makes the stack one that is there. */
  private void deployed(String status) {
    stub.answer("cloudformation:DescribeStacks", GoodAccount.stack(status));
  }

  @Test
  void in_a_good_account_nothing_stands_in_the_way() {
    List<PreflightResult> results = ask(Map.of());

    assertThat(results).hasSize(16);
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.outcome()).as(result.toString()).isIn(Outcome.OK, Outcome.HINT));
    assertThat(results).filteredOn(one -> one.outcome() == Outcome.HINT).hasSize(1);
    assertThat(results.getFirst().found()).contains("123456789012", "eu-west-1", "Deployer/ann");
  }

  @Test
  void also_an_update_of_a_good_stack_passes() {
    deployed("UPDATE_COMPLETE");
    stub.answer("apigateway:GET/account", role("shop-one-LogRole-1"))
        .answer("kms:DescribeKey", "{\"KeyMetadata\":{\"KeyId\":\"1234\"}}");

    assertThat(ask(Map.of())).extracting(PreflightResult::outcome).containsOnly(Outcome.OK);
  }

  /** A place of an account that is not as it should be. */
  private record Bad(
      String id, String operation, String answer, Outcome outcome, String... words) {}

  private static Stream<Bad> bad() {
    return Stream.of(
        new Bad(
            "api-log-role",
            "apigateway:GET/account",
            "{\"cloudwatchRoleArn\":\"arn:aws:iam::1:role/theirs\"}",
            Outcome.FAILED,
            "role/theirs",
            "--set OwnApiGatewayAccount=false"),
        new Bad(
            "log-policies",
            "logs:DescribeResourcePolicies",
            "{\"resourcePolicies\":["
                + "{\"policyName\":\"p\"},".repeat(9)
                + "{\"policyName\":\"last\"}]}",
            Outcome.FAILED,
            "10 of 10",
            "last",
            "aws logs delete-resource-policy"),
        new Bad(
            "concurrency",
            "lambda:GET/2016-08-19/account-settings",
            "{\"AccountLimit\":{\"ConcurrentExecutions\":10,\"UnreservedConcurrentExecutions\":10}}",
            Outcome.FAILED,
            "the functions need 60",
            "--set ReserveConcurrency=false",
            "request-service-quota-increase"),
        new Bad(
            "concurrency",
            "lambda:GET/2016-08-19/account-settings",
            "{\"AccountLimit\":{\"ConcurrentExecutions\":500,\"UnreservedConcurrentExecutions\":159}}",
            Outcome.FAILED,
            "159 of the account's 500"),
        new Bad(
            "web-acls",
            "wafv2:ListWebACLs",
            "{\"WebACLs\":[" + "{\"Name\":\"a\"},".repeat(99) + "{\"Name\":\"z\"}]}",
            Outcome.HINT,
            "100 web ACLs are there, and 1 more",
            "aws service-quotas list-service-quotas --service-code wafv2"),
        new Bad(
            "managed-rules",
            "wafv2:DescribeManagedRuleGroup",
            "{\"Capacity\":2501}",
            Outcome.FAILED,
            "AWSManagedRulesCommonRuleSet 2501",
            "room for 5000"),
        new Bad(
            "managed-rules",
            "wafv2:DescribeManagedRuleGroup",
            "{\"Capacity\":800}",
            Outcome.HINT,
            "more than 1500 cost extra"),
        new Bad(
            "sign-in-domain",
            "cognito-idp:DescribeUserPoolDomain",
            "{\"DomainDescription\":{\"UserPoolId\":\"eu-west-1_old\",\"Domain\":\"shop\"}}",
            Outcome.FAILED,
            "shop-123456789012 belongs to the user pool eu-west-1_old",
            "delete-user-pool-domain"),
        new Bad(
            "leftover-logs",
            "logs:DescribeLogGroups",
            "{\"logGroups\":[{\"logGroupName\":\"/shop/one/api\"}]}",
            Outcome.FAILED,
            "in the way: /shop/one/api",
            "aws logs delete-log-group --log-group-name /shop/one/api --region eu-west-1"),
        new Bad(
            "leftover-alias",
            "kms:DescribeKey",
            "{\"KeyMetadata\":{\"KeyId\":\"1234\"}}",
            Outcome.FAILED,
            "alias/shop-one names the key 1234",
            "aws kms delete-alias --alias-name alias/shop-one"),
        new Bad(
            "pass-role",
            "iam:SimulatePrincipalPolicy",
            GoodAccount.decision("implicitDeny"),
            Outcome.FAILED,
            "role/ci/Deployer may not",
            "allow iam:PassRole on arn:aws:iam::123456789012:role/shop-one-*"),
        new Bad(
            "budget",
            "budgets:DescribeBudgets",
            "{\"Budgets\":[]}",
            Outcome.HINT,
            "no budget warns"),
        new Bad(
            "budget",
            "budgets:DescribeNotificationsForBudget",
            "{\"Notifications\":[]}",
            Outcome.HINT,
            "no budget warns"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void what_is_not_as_it_should_be_is_said_with_the_command_that_mends_it(Bad bad) {
    assertThat(ask(bad.id()).outcome()).isNotEqualTo(Outcome.FAILED);
    stub.answer(bad.operation(), bad.answer());

    PreflightResult result = ask(bad.id());

    assertThat(result.outcome()).isEqualTo(bad.outcome());
    assertThat(result.found() + " " + result.mend()).contains(bad.words());
    assertThat(result.mend()).isNotEmpty();
    assertThat(result.why()).isNotEmpty();
  }

  @Test
  void a_group_that_is_not_offered_is_named() {
    stub.fail(
        "wafv2:DescribeManagedRuleGroup", 400, "WAFNonexistentItemException", "No such group");

    PreflightResult result = ask("managed-rules");

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.found()).contains("AWSManagedRulesKnownBadInputsRuleSet");
  }

  @Test
  void a_stack_that_sets_no_role_needs_one_that_is_there() {
    Map<String, String> not = Map.of("OwnApiGatewayAccount", "false");

    assertThat(ask("api-log-role", not).outcome()).isEqualTo(Outcome.FAILED);
    stub.answer("apigateway:GET/account", "{\"cloudwatchRoleArn\":\"arn:aws:iam::1:role/log\"}");
    assertThat(ask("api-log-role", not).outcome()).isEqualTo(Outcome.OK);
  }

  private static String role(String name) {
    return "{\"cloudwatchRoleArn\":\"arn:aws:iam::123456789012:role/%s\"}".formatted(name);
  }

  @Test
  void a_log_role_that_somebody_put_in_the_place_of_the_stacks_own_is_pointed_at() {
    deployed("UPDATE_COMPLETE");
    stub.answer("apigateway:GET/account", role("shop-one-LogRole-1"));
    assertThat(ask("api-log-role").outcome()).isEqualTo(Outcome.OK);

    stub.answer("apigateway:GET/account", role("shop-one-LogRole-12"));
    PreflightResult result = ask("api-log-role");
    assertThat(result.outcome()).isEqualTo(Outcome.HINT);
    assertThat(result.found())
        .contains("role/shop-one-LogRole-12", "an update does not put it back");
    assertThat(result.mend())
        .contains("value=arn:aws:iam::123456789012:role/shop-one-LogRole-1 --region");

    stub.answer("apigateway:GET/account", "{}");
    assertThat(ask("api-log-role").outcome()).isEqualTo(Outcome.HINT);
  }

  @Test
  void an_update_that_would_take_the_setting_over_is_stopped() {
    deployed("UPDATE_COMPLETE");
    stub.answer("cloudformation:ListStackResources", GoodAccount.resources(Map.of()))
        .answer("apigateway:GET/account", role("theirs"));

    assertThat(ask("api-log-role").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ask("api-log-role", Map.of("OwnApiGatewayAccount", "false")).outcome())
        .isEqualTo(Outcome.OK);
  }

  private static String policies(String... names) {
    return Stream.of(names)
        .map("{\"policyName\":\"%s\"}"::formatted)
        .collect(Collectors.joining(",", "{\"resourcePolicies\":[", "],\"nextToken\":\"more\"}"));
  }

  @Test
  void a_stack_that_is_there_needs_its_own_log_policies_or_room_for_them() {
    deployed("UPDATE_COMPLETE");
    stub.answer("logs:DescribeResourcePolicies", policies("a", "b", "c", "d", "e"))
        .answerPage(
            "logs:DescribeResourcePolicies",
            "\"more\"",
            policies("f", "g", "h", "i", "shop-one-logs").replace(",\"nextToken\":\"more\"", ""));
    assertThat(ask("log-policies").outcome()).isEqualTo(Outcome.OK);

    stub.answerPage(
        "logs:DescribeResourcePolicies",
        "\"more\"",
        policies("f", "g", "h", "i", "j").replace(",\"nextToken\":\"more\"", ""));
    assertThat(ask("log-policies").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ask("log-policies").found()).contains("10 of 10", "shop-one-logs");
  }

  private void unreserved(int executions) {
    stub.answer(
        "lambda:GET/2016-08-19/account-settings",
        "{\"AccountLimit\":{\"ConcurrentExecutions\":500,\"UnreservedConcurrentExecutions\":%d}}"
            .formatted(executions));
  }

  @Test
  void a_stack_that_is_there_has_what_its_functions_reserve_and_no_more() {
    deployed("UPDATE_COMPLETE");
    // The function One has 50, so 110 make 160: what is needed.
    unreserved(110);
    assertThat(ask("concurrency").outcome()).isEqualTo(Outcome.OK);

    unreserved(109);
    PreflightResult result = ask("concurrency");
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.found()).contains("159 of the account's 500", "50 of them");
  }

  @Test
  void where_the_stacks_share_is_not_known_too_little_room_is_no_answer() {
    stub.fail("cloudformation:DescribeStacks", 403, "AccessDenied", "Not you");
    unreserved(160);
    assertThat(ask("concurrency").outcome()).isEqualTo(Outcome.OK);

    unreserved(159);
    assertThat(ask("concurrency").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_role_has_to_be_handed_to_every_service_that_the_stack_trusts() {
    stub.answerPage(
        "iam:SimulatePrincipalPolicy",
        "codedeploy.amazonaws.com",
        GoodAccount.decision("implicitDeny"));

    PreflightResult result = ask("pass-role");

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.found())
        .contains("to codedeploy.amazonaws.com")
        .doesNotContain("lambda.amazonaws.com");
    assertThat(result.mend()).contains("if iam:PassedToService is codedeploy.amazonaws.com");

    stub.answerPage("iam:SimulatePrincipalPolicy", "nobody", "");
    assertThat(ask("pass-role").found())
        .contains(
            "apigateway.amazonaws.com",
            "codedeploy.amazonaws.com",
            "lambda.amazonaws.com",
            "scheduler.amazonaws.com");
  }

  @Test
  void roles_that_sam_makes_are_handed_over_as_well() {
    String sam =
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          One:
            Type: AWS::Serverless::Function
            Properties:
              {Handler: a.B, AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}}
        """;

    assertThat(PassedRoles.of(Template.read("template.yaml", sam).stack(Map.of())).keySet())
        .containsExactly("codedeploy.amazonaws.com", "lambda.amazonaws.com");
  }

  @Test
  void every_topic_and_every_subscription_of_the_stack_is_looked_at() {
    deployed("UPDATE_COMPLETE");
    stub.answer(
            "sns:ListSubscriptionsByTopic",
            GoodAccount.subscription("arn:aws:sns:eu-west-1:1:alarms:9")
                .replace("</Subscriptions>", "</Subscriptions><NextToken>more</NextToken>"))
        .answerPage(
            "sns:ListSubscriptionsByTopic",
            "NextToken=more",
            GoodAccount.subscription("PendingConfirmation"));
    assertThat(ask("alarm-mail").outcome()).isEqualTo(Outcome.HINT);
    assertThat(stub.body("sns:ListSubscriptionsByTopic"))
        .contains("TopicArn=arn%3Aaws%3Asns%3Aeu-west-1%3A123456789012%3Aalarms");
  }

  @Test
  void a_budget_on_the_second_page_is_found() {
    stub.answer("budgets:DescribeBudgets", "{\"Budgets\":[],\"NextToken\":\"more\"}")
        .answerPage(
            "budgets:DescribeBudgets",
            "\"more\"",
            "{\"Budgets\":[{\"BudgetName\":\"b\",\"TimeUnit\":\"MONTHLY\",\"BudgetType\":\"COST\"}]}");

    assertThat(ask("budget").outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void a_leftover_log_group_on_the_second_page_is_found() {
    stub.answer("logs:DescribeLogGroups", "{\"logGroups\":[],\"nextToken\":\"more\"}")
        .answerPage(
            "logs:DescribeLogGroups",
            "\"more\"",
            "{\"logGroups\":[{\"logGroupName\":\"/shop/one/api\"}]}");

    assertThat(ask("leftover-logs").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_topic_without_a_subscription_is_pointed_at() {
    deployed("UPDATE_COMPLETE");
    stub.answer("sns:ListSubscriptionsByTopic", GoodAccount.NO_SUBSCRIPTION);

    assertThat(ask("alarm-mail").outcome()).isEqualTo(Outcome.HINT);
  }

  @Test
  void a_subscription_that_nobody_confirmed_is_pointed_at() {
    deployed("UPDATE_COMPLETE");
    assertThat(ask("alarm-mail").outcome()).isEqualTo(Outcome.OK);
    stub.answer("sns:ListSubscriptionsByTopic", GoodAccount.subscription("PendingConfirmation"));

    assertThat(ask("alarm-mail").found()).contains("not confirmed: ann@example.com");
    assertThat(ask("alarm-mail", Map.of("AlarmEmail", "")).mend()).contains("--set AlarmEmail=");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_COMPLETE, OK",
    "UPDATE_ROLLBACK_COMPLETE, OK",
    "REVIEW_IN_PROGRESS, OK",
    "ROLLBACK_COMPLETE, FAILED",
    "DELETE_FAILED, FAILED",
    "UPDATE_ROLLBACK_FAILED, FAILED",
    "UPDATE_IN_PROGRESS, FAILED"
  })
  void a_stack_can_be_updated_from_a_state_of_rest(String status, Outcome outcome) {
    deployed(status);

    assertThat(ask("stack").outcome()).isEqualTo(outcome);
    assertThat(ask("stack").found()).contains(status);
  }

  @Test
  void a_stack_that_is_there_is_no_leftover_of_its_own() {
    deployed("UPDATE_COMPLETE");
    stub.answer("logs:DescribeLogGroups", "{\"logGroups\":[{\"logGroupName\":\"/shop/one/api\"}]}")
        .answer("kms:DescribeKey", "{\"KeyMetadata\":{\"KeyId\":\"1234\"}}");

    assertThat(ask("leftover-logs").outcome()).isEqualTo(Outcome.OK);
    assertThat(ask("leftover-alias").outcome()).isEqualTo(Outcome.OK);
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("AccessDeniedException", "not allowed to ask"),
        Arguments.of("ThrottlingException", "no more calls for now"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_may_not_be_asked_is_unknown_and_the_rest_is_asked(String code, String words) {
    stub.refuseAll(code);

    List<PreflightResult> results = ask(Map.of());

    assertThat(results).hasSize(16);
    assertThat(results)
        .filteredOn(one -> !permissions(one.id()).isEmpty())
        .hasSize(11)
        .allSatisfy(
            result -> {
              assertThat(result.outcome()).as(result.id()).isEqualTo(Outcome.UNKNOWN);
              assertThat(result.found()).contains(words);
              if (code.startsWith("AccessDenied")) {
                assertThat(result.mend()).contains(permissions(result.id()));
              }
            });
  }

  private static String permissions(String id) {
    return Preflight.questions().stream()
        .filter(question -> question.id().equals(id) && !id.equals("alarm-mail"))
        .flatMap(question -> question.permissions().stream())
        .findFirst()
        .orElse("");
  }

  @Test
  void where_nobody_answers_one_line_says_so() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    AwsTarget nobody =
        new AwsTarget(
            "eu-west-1", Optional.empty(), Optional.of(URI.create("http://127.0.0.1:" + port)));

    List<PreflightResult> results = ask(AwsStub.clients(nobody), Map.of());

    assertThat(results).hasSize(1);
    assertThat(results.getFirst().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(results.getFirst().found())
        .startsWith("AWS cannot be reached")
        .endsWith("so nothing else was asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExpiredToken", "InvalidClientTokenId", "ServiceUnavailable"})
  void without_an_identity_nothing_else_is_asked_and_that_is_a_failure(String code) {
    stub.fail("sts:GetCallerIdentity", 403, code, "The security token is not good");

    List<PreflightResult> results = ask(Map.of());

    assertThat(results).extracting(PreflightResult::outcome).containsExactly(Outcome.FAILED);
    assertThat(results.getFirst().found()).endsWith("so nothing else was asked");
    assertThat(stub.calls()).containsExactly("sts:GetCallerIdentity");
  }

  @Test
  void without_credentials_the_remedy_is_said_and_not_what_the_sdk_tried() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create(
              "Nothing found in any of the providers in the chain: [a, b, c]");
        };

    PreflightResult result = ask(new AccountClients(stub.target(), 1, none), Map.of()).getFirst();

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.found()).contains("no AWS credentials").doesNotContain("chain");
    assertThat(result.mend()).startsWith("aws sso login --region eu-west-1");
  }

  @Test
  void the_root_user_is_told_not_to() {
    stub.answer(
        "sts:GetCallerIdentity",
        GoodAccount.ANSWERS
            .getOrDefault("sts:GetCallerIdentity", "")
            .replace(
                "arn:aws:sts::123456789012:assumed-role/Deployer/ann",
                "arn:aws:iam::123456789012:root"));

    assertThat(ask("identity").outcome()).isEqualTo(Outcome.HINT);
    assertThat(ask("pass-role").outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void the_calls_are_those_that_the_permissions_name() {
    ask(Map.of());
    deployed("UPDATE_COMPLETE");
    ask(Map.of());
    Map<String, List<String>> permissions = AwsStub.permissionsByOperation();

    Set<String> needed = new TreeSet<>();
    stub.calls()
        .forEach(call -> needed.addAll(Objects.requireNonNull(permissions.get(call), call)));

    assertThat(needed).isEqualTo(Preflight.permissions());
    assertThat(stub.calls()).isEqualTo(permissions.keySet());
  }
}
