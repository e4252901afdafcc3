package dev.rampart.local.template;

/**
 * The values of the pseudo parameters: {@code AWS::Region}, {@code AWS::AccountId} and the others.
 */
public record PseudoParameters(String stackName, String region, String accountId) {
  static final String PARTITION = "aws";
  static final String URL_SUFFIX = "amazonaws.com";

  /** Returns those of a stack that runs locally: Ireland, and an account that nobody has. */
  public static PseudoParameters local(String stackName) {
    return new PseudoParameters(stackName, "eu-west-1", "000000000000");
  }

  /**
   * Returns an ARN in this region and account, for example of service {@code sqs} and a queue's
   * name.
   */
  public String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(PARTITION, service, region, accountId, resource);
  }

  /** Returns an ARN of a service that has no regions. */
  String globalArn(String service, String resource) {
    return "arn:%s:%s::%s:%s".formatted(PARTITION, service, accountId, resource);
  }

  String stackId() {
    return arn("cloudformation", "stack/" + stackName + "/00000000-0000-0000-0000-000000000000");
  }
}
