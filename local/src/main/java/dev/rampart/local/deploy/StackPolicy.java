package dev.rampart.local.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * What an update may do to the resources of a stack. What holds data is neither replaced nor
 * removed, and the IP sets are left alone: their addresses change while the API runs, and any edit
 * by CloudFormation would put those of the template back.
 */
final class StackPolicy {
  /** Lets an update do everything. */
  static final String OPEN =
      """
      {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "Update:*", "Resource": "*"}]}
      """;

  /** The types of resources that hold data. */
  static final Set<String> DATA =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::Cognito::UserPool",
          "AWS::KMS::Key",
          "AWS::SecretsManager::Secret",
          "AWS::Logs::LogGroup");

  private StackPolicy() {}

  /** Returns the policy that a stack has from its creation on. */
  static String closed() throws IOException {
    try (InputStream policy = StackPolicy.class.getResourceAsStream("stack-policy.json")) {
      return new String(Objects.requireNonNull(policy).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
