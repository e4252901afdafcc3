package dev.rampart.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import java.util.List;

/** Secrets Manager with the secrets that the template makes; they are only read. */
public final class SecretsService extends JsonService {
  private final List<StoredSecret> secrets;

  public SecretsService(List<StoredSecret> secrets) {
    super("1.1", "", List.of("secretsmanager"));
    this.secrets = List.copyOf(secrets);
  }

  @Override
  protected JsonNode call(AwsCall call) {
    if (!call.operation().equals("GetSecretValue")) {
      throw new AwsError(
          "InvalidRequestException",
          "The local secrets have no operation " + call.operation() + ".");
    }
    String id = call.input().path("SecretId").asText();
    return secrets.stream()
        .filter(secret -> secret.arn().equals(id) || secret.name().equals(id))
        .findFirst()
        .map(SecretsService::answer)
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
