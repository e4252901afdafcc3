package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which key of a stack encrypts which of its resources. */
record EncryptionKeys(Stack stack) {
  private static final String ARN = "Arn";
  private static final String STREAMS = ":*";

  /** Returns the ARN of each key by the ARN of what it encrypts. */
  Map<String, String> byResource() {
    Map<String, String> keys = new HashMap<>();
    add(keys, "AWS::DynamoDB::Table", "/SSESpecification/KMSMasterKeyId");
    add(keys, "AWS::SQS::Queue", "/KmsMasterKeyId");
    add(keys, "AWS::SecretsManager::Secret", "/KmsKeyId");
    add(keys, "AWS::SNS::Topic", "/KmsMasterKeyId");
    add(keys, "AWS::Events::EventBus", "/KmsKeyIdentifier");
    add(keys, "AWS::Events::Archive", "/KmsKeyIdentifier");
    add(keys, "AWS::Logs::LogGroup", "/KmsKeyId");
    return keys;
  }

  private void add(Map<String, String> keys, String type, String property) {
    for (Resource resource : stack.ofType(type)) {
      String named = resource.properties().at(property).asText();
      // The keys of AWS are open to the whole account by way of their services.
      if (!named.isEmpty() && !named.startsWith("alias/aws/")) {
        String key =
            key(named)
                .orElseThrow(
                    () ->
                        resource.fault(
                            JsonPointer.compile(property), "names no key of the template"));
        keys.put(arn(resource), key);
      }
    }
  }

  /** Returns the ARN; that of a log group without the part that stands for its streams. */
  private static String arn(Resource resource) {
    String arn = resource.physical().attributes().getOrDefault(ARN, resource.physical().ref());
    return arn.endsWith(STREAMS) ? arn.substring(0, arn.length() - STREAMS.length()) : arn;
  }

  private Optional<String> key(String named) {
    String target =
        stack.ofType("AWS::KMS::Alias").stream()
            .filter(alias -> alias.physical().ref().equals(named))
            .map(alias -> alias.text("TargetKeyId", ""))
            .findFirst()
            .orElse(named);
    return stack.ofType("AWS::KMS::Key").stream()
        .filter(
            key ->
                target.equals(key.physical().ref())
                    || target.equals(key.physical().attributes().get(ARN)))
        .map(key -> key.physical().attributes().getOrDefault(ARN, ""))
        .findFirst();
  }
}
