package dev.rampart.local.template;

/** Where a stack stands: the values of the pseudo parameters. */
public record Place(String stackName, String region, String accountId) {
  static final String PARTITION = "aws";
  static final String URL_SUFFIX = "amazonaws.com";

  /** The local run's: Ireland, and an account that nobody has. */
  public static Place local() {
    return new Place("rampart-local", "eu-west-1", "000000000000");
  }

  /** Forms an ARN of this place, for example of service {@code sqs} and a queue's name. */
  public String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(PARTITION, service, region, accountId, resource);
  }

  /** An ARN of a service that has no regions. */
  String globalArn(String service, String resource) {
    return "arn:%s:%s::%s:%s".formatted(PARTITION, service, accountId, resource);
  }

  String stackId() {
    return arn("cloudformation", "stack/" + stackName + "/00000000-0000-0000-0000-000000000000");
  }
}
