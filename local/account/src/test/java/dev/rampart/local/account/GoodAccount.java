package dev.rampart.local.account;

import java.util.List;
import java.util.Map;

/** The answers of an account in which a stack can be made: the shapes that AWS documents. */
final class GoodAccount {
  static final String NO_STACK = "Stack with id shop-one does not exist";

  /** The resources of the stack: one function, two topics, the log role and its setting. */
  static final String RESOURCES =
      resources(
          Map.of(
              "AWS::Lambda::Function", List.of("One one-1"),
              "AWS::SNS::Topic", List.of("Alarms arn:aws:sns:eu-west-1:123456789012:alarms"),
              "AWS::IAM::Role", List.of("LogRole shop-one-LogRole-1", "OneRole shop-one-OneRole-1"),
              "AWS::ApiGateway::Account", List.of("LogAccount shop-LogA-1")));

  static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry(
              "sts:GetCallerIdentity",
              """
              <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
              <Arn>arn:aws:sts::123456789012:assumed-role/Deployer/ann</Arn>
              <UserId>AROA:ann</UserId><Account>123456789012</Account>
              </GetCallerIdentityResult></GetCallerIdentityResponse>
              """),
          Map.entry("cloudformation:DescribeStacks", stack("UPDATE_COMPLETE")),
          Map.entry("cloudformation:ListStackResources", RESOURCES),
          Map.entry(
              "apigateway:GET/account",
              "{\"cloudwatchRoleArn\":\"arn:aws:iam::123456789012:role/log\",\"features\":[]}"),
          Map.entry(
              "logs:DescribeResourcePolicies",
              "{\"resourcePolicies\":[{\"policyName\":\"AWSLogDeliveryWrite20150319\"}]}"),
          Map.entry("logs:DescribeLogGroups", "{\"logGroups\":[]}"),
          Map.entry(
              "lambda:GET/2016-08-19/account-settings",
              """
              {"AccountLimit":{"ConcurrentExecutions":1000,"UnreservedConcurrentExecutions":900},
               "AccountUsage":{"FunctionCount":3}}
              """),
          Map.entry(
              "lambda:GET/2019-09-30/functions/one-1/concurrency",
              "{\"ReservedConcurrentExecutions\":50}"),
          Map.entry("wafv2:ListWebACLs", "{\"WebACLs\":[{\"Name\":\"one\"}]}"),
          Map.entry("wafv2:DescribeManagedRuleGroup", "{\"Capacity\":700}"),
          Map.entry("cognito-idp:DescribeUserPoolDomain", "{\"DomainDescription\":{}}"),
          Map.entry(
              "kms:DescribeKey", "{\"KeyMetadata\":{\"KeyId\":\"1234\",\"KeyState\":\"Enabled\"}}"),
          Map.entry(
              "iam:GetRole",
              """
              <GetRoleResponse><GetRoleResult><Role><RoleName>Deployer</RoleName><Path>/ci/</Path>
              <Arn>arn:aws:iam::123456789012:role/ci/Deployer</Arn></Role></GetRoleResult>
              </GetRoleResponse>
              """),
          Map.entry("iam:SimulatePrincipalPolicy", decision("allowed")),
          Map.entry(
              "sns:ListSubscriptionsByTopic", subscription("arn:aws:sns:eu-west-1:1:alarms:9")),
          Map.entry(
              "budgets:DescribeBudgets",
              """
              {"Budgets":[{"BudgetName":"month","TimeUnit":"MONTHLY","BudgetType":"COST"}]}
              """),
          Map.entry(
              "budgets:DescribeNotificationsForBudget",
              """
              {"Notifications":[{"NotificationType":"ACTUAL","Threshold":80,
               "ComparisonOperator":"GREATER_THAN"}]}
              """));

  private GoodAccount() {}

  static String stack(String status) {
    return """
    <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
    <StackName>shop-one</StackName><StackStatus>%s</StackStatus>
    <CreationTime>2026-11-28T12:00:00Z</CreationTime>
    <Parameters><member><ParameterKey>Stage</ParameterKey>
    <ParameterValue>one</ParameterValue></member></Parameters>
    <Outputs><member><OutputKey>ApiUrl</OutputKey><OutputValue>https://api.example/one</OutputValue></member>
    </Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>
    """
        .formatted(status);
  }

  /**
   * Returns the answer to what a stack has.
   *
   * @param resources logical and physical id of each, by type
   */
  static String resources(Map<String, List<String>> resources) {
    StringBuilder members = new StringBuilder();
    resources.forEach(
        (type, ids) ->
            ids.forEach(
                id ->
                    members.append(
                        """
                        <member><LogicalResourceId>%s</LogicalResourceId>
                        <PhysicalResourceId>%s</PhysicalResourceId><ResourceType>%s</ResourceType>
                        <ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
                        """
                            .formatted(
                                id.substring(0, id.indexOf(' ')),
                                id.substring(id.indexOf(' ') + 1),
                                type))));
    return "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>"
        + members
        + "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>";
  }

  static String decision(String decision) {
    return """
    <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults><member>
    <EvalActionName>iam:PassRole</EvalActionName><EvalDecision>%s</EvalDecision>
    </member></EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>
    """
        .formatted(decision);
  }

  static final String NO_SUBSCRIPTION =
      """
      <ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions/>
      </ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>
      """;

  static String subscription(String arn) {
    return """
    <ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions><member>
    <TopicArn>arn:aws:sns:eu-west-1:123456789012:alarms</TopicArn><Protocol>email</Protocol>
    <SubscriptionArn>%s</SubscriptionArn><Owner>123456789012</Owner>
    <Endpoint>ann@example.com</Endpoint></member></Subscriptions>
    </ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>
    """
        .formatted(arn);
  }
}
