package dev.rampart.local.template;

import java.util.Optional;

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

  /** Returns what a {@code Ref} of one gives; empty if there is none of that name. */
  Optional<String> value(String name) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(region);
      case "AWS::AccountId" -> Optional.of(accountId);
      case "AWS::Partition" -> Optional.of(PARTITION);
      case "AWS::URLSuffix" -> Optional.of(URL_SUFFIX);
      case "AWS::StackName" -> Optional.of(stackName);
      case "AWS::StackId" -> Optional.of(stackId());
      default -> Optional.empty();
    };
  }

  String stackId() {
    return arn("cloudformation", "stack/" + stackName + "/00000000-0000-0000-0000-000000000000");
  }
}
