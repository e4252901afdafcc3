package dev.rampart.local.stack.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.protocol.JsonService;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets Manager with the secrets that the template makes; they are only read. */
public final class SecretsService extends JsonService {
  private static final String VERSION = "00000000-0000-4000-8000-000000000001";

  private final List<StoredSecret> secrets;

  private SecretsService(List<StoredSecret> secrets) {
    super("1.1", "", List.of("secretsmanager"));
    this.secrets = List.copyOf(secrets);
  }

  /**
   * Returns the service with the secrets of a stack.
   *
   * @param secrets how each is made, by logical id
   * @param now when they are said to be created
   */
  public static SecretsService of(
      Stack stack, Map<String, SecretDefinition> secrets, RunSecrets kept, Instant now) {
    return new SecretsService(
        secrets.entrySet().stream()
            .map(secret -> stored(stack.get(secret.getKey()), secret.getValue(), kept, now))
            .toList());
  }

  private static StoredSecret stored(
      Resource resource, SecretDefinition secret, RunSecrets kept, Instant now) {
    String value = kept.secret(resource.logicalId(), secret::make);
    String arn = resource.physical().ref();
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return new StoredSecret(arn, name, VERSION, value, now);
  }

  /**
   * Returns the value of a secret, as a dynamic reference of CloudFormation has it.
   *
   * @param id its name or ARN
   * @param key the member of its JSON; empty for all of its text
   */
  public Optional<String> value(String id, Optional<String> key) {
    return secrets.stream()
        .filter(secret -> secret.arn().equals(id) || secret.name().equals(id))
        .findFirst()
        .flatMap(
            secret ->
                key.isEmpty()
                    ? Optional.of(secret.value())
                    : Optional.ofNullable(parsed(secret.value()).path(key.get()).textValue()));
  }

  private static JsonNode parsed(String value) {
    try {
      return ClientJson.STRICT.readTree(value);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  @Override
  protected JsonNode call(AwsCall call) {
    if (!call.operation().equals("GetSecretValue")) {
      throw new AwsError(
          "InvalidRequestException",
          "The local secrets have no operation " + call.operation() + ".");
    }
    return answer(secret(call));
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    return List.of(new AwsAction("secretsmanager:" + call.operation(), secret(call).arn()));
  }

  private StoredSecret secret(AwsCall call) {
    String id = call.input().path("SecretId").asText();
    return secrets.stream()
        .filter(secret -> secret.arn().equals(id) || secret.name().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret."));
  }

  private static ObjectNode answer(StoredSecret secret) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("ARN", secret.arn());
    answer.put("Name", secret.name());
    answer.put("VersionId", secret.versionId());
    answer.put("SecretString", secret.value());
    answer.putArray("VersionStages").add("AWSCURRENT");
    answer.put("CreatedDate", secret.created().getEpochSecond());
    return answer;
  }
}
